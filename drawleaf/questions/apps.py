from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "drawleaf.questions"
    at_table = ("questions", _("Write apart"))
