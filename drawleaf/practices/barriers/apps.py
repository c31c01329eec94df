from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BarriersConfig(AppConfig):
    name = "drawleaf.practices.barriers"
    at_table = ("loop", _("Our loop"))
