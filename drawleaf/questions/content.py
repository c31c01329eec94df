"""Question sets: one file each, `content/<language>/<set>@<version>.toml` of a practice.

A file that begins with `[set]` is one; adding a set is adding a file. What two are bound to is a
question's id and all that it asks, as each has it on view, so a published set is never edited: a
new version is a new file.
"""

from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils.translation import get_language

from drawleaf.web.content import load

FIRST = "en"
Text = dict[str, Any]


def sets_of(practice: str) -> dict[str, Text]:
    """{set@version: {title, opens, questions: {name: {asks, parts, …}}}}, or {}."""
    is_known = practice in apps.app_configs
    return _sets_of(practice, get_language() or FIRST) if is_known else {}


def page_of(practice: str) -> tuple[str, str]:
    """The page of a practice at the table: its URL, and what it is called."""
    return getattr(apps.get_app_config(practice), "at_table", ("table", ""))


@cache
def _sets_of(practice: str, language: str) -> dict[str, Text]:
    folder = Path(apps.get_app_config(practice).path) / "content"
    files = sorted((folder / FIRST).glob("*@*.toml"))
    told = {file.stem: load(folder, language, file.name) for file in files}
    return {name: _set(said) for name, said in told.items() if "set" in said}


def _set(said: Text) -> Text:
    questions = {name: _whole(each) for name, each in said["question"].items()}
    return {**said["set"], "questions": questions}


def _whole(question: Text) -> Text:
    """A question without parts is answered in one, in words."""
    return {**question, "parts": question.get("parts") or [{"name": "text", "asks": ""}]}
