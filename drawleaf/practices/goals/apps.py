from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GoalsConfig(AppConfig):
    name = "drawleaf.practices.goals"
    at_table = ("goals", _("Goals"))
