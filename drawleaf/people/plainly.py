"""What every page asks is asked in plain SQL: Django takes longer to write it than it is to answer.

No manager stands before it: of what people wrote, the sentence itself says who may read.
"""

from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.query import RawQuerySet

from .readers import NoReader

as_kept = models.UUIDField().get_db_prep_value


def plainly[Row: models.Model](model: type[Row], sentence: str, **asked: object) -> list[Row]:
    """The rows a sentence finds; `%(name)s` in it stands for what is asked by that name.

    Raises NoReader where it is about what people wrote, and names no `%(reader)s`.
    """
    if hasattr(model, "readable_by") and not ("%(reader)s" in sentence and asked.get("reader")):
        raise NoReader(f"This asks for {model.__name__} and does not say who is reading.")
    kept: Any = {
        name: as_kept(value, connection) if isinstance(value, UUID) else value
        for name, value in asked.items()
    }
    return list(RawQuerySet(sentence, model, params=kept))
