"""The one place that knows what time it is; tests and the demo may move it."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.now()
