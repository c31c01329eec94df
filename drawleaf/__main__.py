"""`python -m drawleaf`: a few words are the server's, all others the terminal client's."""

import os
import sys

OF_THE_SERVER = ("serve", "backup", "restore")


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command in OF_THE_SERVER:
        import runpy

        del sys.argv[1]
        runpy.run_module(f"drawleaf.config.{command}", run_name="__main__")
    elif command == "manage":
        from django.core.management import execute_from_command_line

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drawleaf.config.settings")
        execute_from_command_line(["drawleaf manage", *sys.argv[2:]])
    else:
        from drawleaf.client.terminal import commands

        commands(prog_name="drawleaf")


if __name__ == "__main__":
    main()
