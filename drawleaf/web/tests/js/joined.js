// A page's script as it is served, joined, with other modules in the place of some of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "joined-"));
after(() => rmSync(folder, { recursive: true }));

/** The exports of `script` (from the project's root), where `contents` stands in for all that `filter` fits. */
export async function joined(script, filter, contents) {
  const namespace = "in place of it";
  const instead = {
    name: namespace,
    setup(how) {
      how.onResolve({ filter }, ({ path }) => ({ path, namespace }));
      how.onLoad({ filter: /.*/, namespace }, () => ({ contents }));
    },
  };
  const outfile = join(folder, "script.mjs");
  await build({
    entryPoints: [script],
    absWorkingDir: join(import.meta.dirname ?? ".", "../../../.."),
    bundle: true,
    format: "esm",
    plugins: [instead],
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile));
}
