from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FoundationsConfig(AppConfig):
    name = "drawleaf.practices.foundations"
    at_table = ("foundations", _("Foundations"))
