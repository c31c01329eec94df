"""Whoever asks for what people wrote says who is reading. Forgetting is an error, not a leak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Never

from django.db import models
from django.http import HttpRequest

if TYPE_CHECKING:
    from .models import Person


class PersonRequest(HttpRequest):
    """A request as a view gets it: somebody is signed in."""

    user: Person


class NoReader(Exception):
    """A query on sealed content that does not say for whom."""


class ReaderManager[Sealed: models.Model](models.Manager[Sealed]):
    """Everything but `for_person` raises. The model's `readable_by(person)` says what is theirs."""

    def get_queryset(self) -> Never:
        raise NoReader(f"{self.model.__name__}.objects.for_person(person) is the only way in.")

    def for_person(self, person: Person) -> models.QuerySet[Sealed]:
        readable: Any = self.model
        found: models.QuerySet[Sealed] = models.QuerySet(self.model, using=self._db)
        return found.filter(readable.readable_by(person))
