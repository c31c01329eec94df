from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PromisesConfig(AppConfig):
    name = "drawleaf.practices.promises"
    at_table = ("promises", _("Promises"))
