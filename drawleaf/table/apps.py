from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TableConfig(AppConfig):
    name = "drawleaf.table"
    at_table = ("our-page", _("Our page"))
