// Python with the package, as this site serves it: in a page or in a worker.
export async function start() {
  const home = new URL("./", import.meta.url).href;
  const {loadPyodide} = await import("./pyodide.mjs");
  const [python, packages] = await Promise.all([
    loadPyodide({indexURL: home}), fetch(`${home}packages.zip`).then((answer) => answer.arrayBuffer()),
  ]);
  const site = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  python.unpackArchive(packages, "zip", {extractDir: site});
  python.runPython("import importlib; importlib.invalidate_caches()");
  return python;
}
