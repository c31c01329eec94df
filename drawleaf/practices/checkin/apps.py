from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CheckInConfig(AppConfig):
    name = "drawleaf.practices.checkin"
    at_table = ("checkin", _("Weekly check-in"))
