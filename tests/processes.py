"""Where there are no processes, as in WebAssembly, tests that start one are skipped, and say so."""

from __future__ import annotations

import sys

import pytest

needs_processes = pytest.mark.skipif(sys.platform == "emscripten", reason="WebAssembly starts no process")
