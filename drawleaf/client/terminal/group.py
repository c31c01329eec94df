"""`drawleaf`, the command that all others hang on."""

from __future__ import annotations

import os
from pathlib import Path

import click

from drawleaf.client.home import Home

FOLDER = Path(os.environ.get("DRAWLEAF_HOME", "~/.config/drawleaf")).expanduser()


@click.group(epilog="For whoever hosts: drawleaf serve, drawleaf backup, drawleaf restore.")
@click.option("--home", type=click.Path(path_type=Path), default=FOLDER, help="Your own folder.")
@click.pass_context
def commands(context: click.Context, home: Path) -> None:
    """A private place for two people to build trust."""
    context.obj = context.obj or Home(home)
