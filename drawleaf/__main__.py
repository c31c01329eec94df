"""`python -m drawleaf`: a few words are the server's, all others the terminal client's."""

import sys

OF_THE_SERVER = ("serve", "backup", "restore")


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command in OF_THE_SERVER:
        import runpy

        del sys.argv[1]
        runpy.run_module(f"drawleaf.config.{command}", run_name="__main__")
    else:
        from drawleaf.client.terminal import commands

        commands(prog_name="drawleaf")


if __name__ == "__main__":
    main()
