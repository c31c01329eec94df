from django.apps import AppConfig


class EnvelopesConfig(AppConfig):
    name = "drawleaf.envelopes"
