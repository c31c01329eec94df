import { execFileSync } from "node:child_process";

const READ = "import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], 'rb'))))";

/** What stands in a TOML file; read by Python, for Node has no reader of its own. */
export function toml(path) {
  return JSON.parse(execFileSync("python3", ["-c", READ, path], { maxBuffer: 10 ** 8 }));
}
