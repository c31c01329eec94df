from django.apps import AppConfig


class TableConfig(AppConfig):
    name = "drawleaf.table"
