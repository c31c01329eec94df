"""How a wheel is made: what a running Drawleaf needs, with the static files of bin/setup."""

import json
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Needs(MetadataHookInterface):
    """The packages of requirements/server.in, said once."""

    PLUGIN_NAME = "custom"

    def update(self, metadata):
        lines = Path(self.root, "requirements", "server.in").read_text().splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]


class StaticFiles(BuildHookInterface):
    """The newest of each; a source package (it has a PKG-INFO) brings them along already."""

    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        if Path(self.root, "PKG-INFO").exists():
            return
        subprocess.run([sys.executable, "bin/setup"], cwd=self.root, check=True)
        kept = Path(self.root, "var", "static")
        manifest = "staticfiles.json"
        names = [manifest]
        for plain, hashed in json.loads((kept / manifest).read_text())["paths"].items():
            names += plain, hashed, f"{hashed}.br", f"{hashed}.gz"
        for name in names:
            if (kept / name).exists():
                build_data["force_include"][str(kept / name)] = f"drawleaf/static/{name}"
