from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CardsConfig(AppConfig):
    name = "drawleaf.practices.cards"
    at_table = ("cards", _("Cards"))
