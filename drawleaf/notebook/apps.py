from django.apps import AppConfig


class NotebookConfig(AppConfig):
    name = "drawleaf.notebook"
