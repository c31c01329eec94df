"""The production server, started by the bench itself in a folder that is thrown away."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class House:
    """Ana and Bo's house; `with House() as house` opens it and clears it away."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="drawleaf-bench-")
        self.var = Path(self.folder.name)
        (self.var / "static").symlink_to(ROOT / "var" / "static")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("DATABASE_URL")}
        self.env |= {"DRAWLEAF_VAR": str(self.var), "DRAWLEAF_URL": f"http://localhost:{self.port}"}
        self.env["DJANGO_SETTINGS_MODULE"] = "drawleaf.config.settings"
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.folder.cleanup()

    def start(self) -> float:
        """Seconds from starting the process to its first answer."""
        if answers(self.port):
            sys.exit(f"Port {self.port} is taken; whoever answers there would be measured instead.")
        begun = time.perf_counter()
        serve = [sys.executable, "-m", "drawleaf.config.serve", "--port", str(self.port)]
        self.process = subprocess.Popen(serve, env=self.env, cwd=ROOT, stdout=subprocess.DEVNULL)
        while not answers(self.port):
            if self.process.poll() is not None or time.perf_counter() - begun > 30:
                sys.exit("The server did not start.")
            time.sleep(0.005)
        with urllib.request.urlopen(f"{self.url}/healthz", timeout=10) as answer:
            answer.read()
        took = time.perf_counter() - begun
        if not self.is_ours():
            sys.exit(f"Another process answers on port {self.port}.")
        return took

    def stop(self):
        self.process.terminate()
        self.process.wait(15)

    def is_ours(self) -> bool:
        """Whether the process started here, and no other, listens on the port."""
        listening = set()
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[1].endswith(f":{self.port:04X}") and fields[3] == "0A":
                listening.add(f"socket:[{fields[9]}]")
        held = set()
        for handle in Path(f"/proc/{self.process.pid}/fd").iterdir():
            held.add(os.readlink(handle))
        return bool(listening) and listening <= held

    def first_code(self) -> str:
        words = [sys.executable, "-m", "django", "first_code"]
        return subprocess.check_output(words, env=self.env, cwd=ROOT).decode().strip()

    def pss_mib(self) -> float:
        """Proportional set size of the server, which shares nothing it could hide in."""
        for line in Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        raise LookupError("Pss")


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
