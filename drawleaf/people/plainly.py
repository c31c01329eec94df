"""What every page asks is asked in plain SQL: Django takes longer to write it than it is to answer.

Such a sentence names its reader itself, for no manager stands before it.
"""

from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.query import RawQuerySet

as_kept = models.UUIDField().get_db_prep_value


def plainly[Row: models.Model](model: type[Row], sentence: str, **asked: object) -> list[Row]:
    """The rows a sentence finds; `%(name)s` in it stands for what is asked by that name."""
    kept: Any = {
        name: as_kept(value, connection) if isinstance(value, UUID) else value
        for name, value in asked.items()
    }
    return list(RawQuerySet(sentence, model, params=kept))
