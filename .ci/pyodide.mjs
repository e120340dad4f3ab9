// Runs pytest in Pyodide: node pyodide.mjs SITE_PACKAGES REPOSITORY ARGUMENTS...
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { loadPyodide } from "pyodide";

const [site, repository, ...given] = process.argv.slice(2);
const document = process.env.RAQQA_DATA_DOCUMENT ?? `${repository}/../shared/document/raqqa-2022.ar.txt`;
const env = { CI: "1", HYPOTHESIS_PROFILE: "again", HOME: "/home/pyodide" };
const mounts = { "/site": site, "/repository": repository };
if (existsSync(document)) {
  mounts["/document"] = dirname(document);
  env.RAQQA_DATA_DOCUMENT = `/document/${basename(document)}`;
}
const python = await loadPyodide({ env });
for (const [name, root] of Object.entries(mounts)) {
  python.FS.mkdirTree(name);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, name);
}
python.globals.set("given", given);
const code = await python.runPythonAsync(`
import os, sys
sys.path[:0] = ["/site", "/repository"]
sys.dont_write_bytecode = True
os.chdir("/repository")
import pytest, raqqa_data
print("Python", sys.version.split()[0], "on", sys.platform, "with", raqqa_data.__file__)
# libraries are compiled anew at each run here, and some of them warn when they are
options = ["-q", "-rs", "-p", "no:cacheprovider", "-W", "ignore::SyntaxWarning", "-o", "addopts=--import-mode=importlib"]
int(pytest.main([*options, *given]))
`);
process.exit(code);
