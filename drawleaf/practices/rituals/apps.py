from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RitualsConfig(AppConfig):
    name = "drawleaf.practices.rituals"
    at_table = ("rituals", _("Rituals"))
