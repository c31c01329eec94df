"""Runs the production server: one process, from an up-to-date database to the printed address."""

import argparse
import asyncio
import contextlib
import gc
import io
import os
import socket
import sys

EVERYWHERE = ""


def main(port=8000, trial=""):
    """Serves until it is asked to stop. Raises SystemExit where the port is taken.

    `trial` is a name to be reached by with HTTPS and no proxy, for trying it on two phones.
    """
    # What this process writes (database, secrets) is for its own account only.
    os.umask(0o077)
    door = listen(port, EVERYWHERE if trial else "127.0.0.1")
    if trial:
        os.environ["DRAWLEAF_URL"] = f"https://{trial}:{port}"
    os.environ.setdefault("DRAWLEAF_URL", f"http://localhost:{port}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drawleaf.config.settings")

    import django
    import uvicorn
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    code = io.StringIO()
    call_command("first_code", stdout=code)

    from .asgi import application
    from .door import Door
    from .forgetting import forget_by_itself

    class Server(uvicorn.Server):
        async def startup(self, sockets=None):
            await super().startup(sockets)
            self.forgetting = asyncio.create_task(forget_by_itself())
            welcome(os.environ["DRAWLEAF_URL"], code.getvalue().strip(), trial)

    config = uvicorn.Config(
        application,
        http=Door,
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        server_header=False,
        date_header=True,
        limit_concurrency=1000,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=16 * 1024,
        ssl_certfile=certificate_for(trial),
    )
    # What is loaded by now stays; looking through it again and again would slow every page.
    gc.collect()
    gc.freeze()
    with contextlib.suppress(KeyboardInterrupt):
        Server(config).run(sockets=[door])


def listen(port, where):
    """Opens the door: to this machine alone, for whoever hosts puts HTTPS in front of it."""
    # Named as TCP, or asyncio leaves out TCP_NODELAY and every answer waits 40 ms.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((where, port))
    except OSError as error:
        sys.exit(f"Drawleaf cannot open port {port}: {error.strerror}. Try --port with another.")
    return door


def certificate_for(trial):
    if not trial:
        return None
    from .places import VAR
    from .trial import certificate

    return certificate(trial, VAR)


def welcome(address, code, trial=""):
    print(f"Drawleaf is open at {address}", flush=True)
    if trial:
        print("This is for trying it: every browser will warn of its certificate, and passkeys")
        print('want a real one. README, "On two phones", says how.', flush=True)
    if code:
        print(f"Nobody lives here yet. The code for the first account: {code}", flush=True)


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="drawleaf serve")
    words.add_argument("--port", type=int, default=8000)
    words.add_argument("--https", metavar="NAME", default="", help="for trying: its own HTTPS")
    asked = words.parse_args()
    main(asked.port, asked.https)
