from django.apps import AppConfig


class BarriersConfig(AppConfig):
    name = "drawleaf.practices.barriers"
