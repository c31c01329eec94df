"""The production server in a folder of its own, to be lived in, looked into and measured."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[1]


class House:
    """`with House(var) as house` starts it on a free port; `var` is all that a host can hold."""

    more: dict[str, str] = {}  # what this house has in its environment beside the usual
    serve = "drawleaf.config.serve"

    def __init__(self, var: Path) -> None:
        self.var, self.port = var, free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = var / "server.log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> float:
        """Seconds from starting the process to its first answer."""
        if answers(self.port):
            raise RuntimeError(f"Somebody else answers on port {self.port}.")
        begun = time.perf_counter()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", self.serve, "--port", str(self.port)],
                env=environment(self.var) | self.more,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        while not answers(self.port):
            if self.process.poll() is not None or time.perf_counter() - begun > 30:
                raise RuntimeError(f"The server did not start. {self.log.read_text()}")
            time.sleep(0.005)
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=10) as answer:
            answer.read()
        took = time.perf_counter() - begun
        if not self.is_ours():
            raise RuntimeError(f"Another process answers on port {self.port}.")
        return took

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(15)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(15)

    def copy(self, var: Path) -> "House":
        """A house that goes on from how this one was when it was stopped."""
        shutil.copytree(self.var, var, ignore=shutil.ignore_patterns("static", "*.log", "*-shm"))
        return House(var)

    def run(self, *words: str) -> str:
        """What a command of the host's prints, with this house's database and secrets."""
        command = [sys.executable, *words]
        return subprocess.check_output(
            command, env=environment(self.var) | self.more, cwd=ROOT
        ).decode()

    @property
    def first_code(self) -> str:
        return self.run("-m", "django", "first_code").strip()

    def is_ours(self) -> bool:
        """Whether the process started here, and no other, listens on the port."""
        listening = set()
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[1].endswith(f":{self.port:04X}") and fields[3] == "0A":
                listening.add(f"socket:[{fields[9]}]")
        held = set()
        for handle in Path(f"/proc/{self.process.pid}/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):
                held.add(os.readlink(handle))
        return bool(listening) and listening <= held

    def pss_mib(self) -> float:
        """Proportional set size of the server, which shares nothing it could hide in."""
        for line in Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        raise LookupError("Pss")


def environment(var: Path) -> dict[str, str]:
    """What is set for another house does not reach into this one."""
    elsewhere = ("DRAWLEAF_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(elsewhere)}
    return kept | {
        "DRAWLEAF_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "drawleaf.config.settings",
    }


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
