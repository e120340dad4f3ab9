// Runs pytest in Pyodide: node pyodide.mjs SITE_PACKAGES REPOSITORY TESTS...
import { loadPyodide } from "pyodide";

const [site, repository, ...tests] = process.argv.slice(2);
const python = await loadPyodide();
for (const [name, root] of [["/site", site], ["/repository", repository]]) {
  python.FS.mkdirTree(name);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, name);
}
python.globals.set("tests", tests.join(" "));
const code = await python.runPythonAsync(`
import os, sys
sys.path[:0] = ["/site", "/repository"]
sys.dont_write_bytecode = True
os.chdir("/repository")
import pytest, raqqa_data
print("Python", sys.version.split()[0], "on", sys.platform, "with", raqqa_data.__file__)
options = ["-q", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib", "-m", "not subprocess"]
int(pytest.main([*options, *tests.split()]))
`);
process.exit(code);
