#!/usr/bin/env python3
"""Build a real model server and a tiny model for the tests, once, and say where they are.

usage: python tools/llama_server.py

`llama-server` is built from the llama.cpp that stands in the source package of llama-cpp-python on PyPI: about nine
minutes of one core, with a C++ compiler, CMake and Ninja. The server (some 15 MB) stays in the user's cache folder, as
does the model that `tiny_model.py` writes anew each time; `tests/servers/llama.py` finds them there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.servers.llama import BINARY, MODEL, VERSION
from tools.tiny_model import example_text, model_of

NEEDED = ("cmake", "ninja", "c++")
OPTIONS = {
    "CMAKE_BUILD_TYPE": "Release", "BUILD_SHARED_LIBS": "OFF", "GGML_NATIVE": "OFF", "GGML_OPENMP": "OFF",
    "LLAMA_OPENSSL": "OFF", "LLAMA_BUILD_TESTS": "OFF", "LLAMA_BUILD_EXAMPLES": "OFF", "LLAMA_BUILD_APP": "OFF",
    "LLAMA_BUILD_UI": "OFF", "LLAMA_USE_PREBUILT_UI": "OFF",  # that one would be downloaded
}  # fmt: skip


def main() -> int:
    """Build what is not there yet."""
    if not BINARY.is_file():
        if missing := [tool for tool in NEEDED if shutil.which(tool) is None]:
            print(f"To build llama-server, install {', '.join(missing)} (build-essential, cmake, ninja-build).")
            return 1
        build(BINARY.parent / "build")
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(model_of(example_text()))
    print(f"{BINARY}\n{MODEL}")
    return 0


def build(folder: Path) -> None:
    """Build the server in a folder, put it into its place, and remove the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    package = f"llama-cpp-python=={VERSION}"
    if not (folder / "source").is_dir():
        from_source = ("--no-deps", "--no-binary", "llama-cpp-python")  # not what builds it
        _run(sys.executable, "-m", "pip", "download", package, *from_source, "-d", folder)
        with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
            archive.extractall(folder / "unpacked", filter="data")
        next((folder / "unpacked").iterdir()).rename(folder / "source")
    options = [f"-D{name}={value}" for name, value in OPTIONS.items()]
    _run("cmake", "-G", "Ninja", "-S", folder / "source" / "vendor" / "llama.cpp", "-B", folder / "made", *options)
    _run("nice", "ninja", "-C", folder / "made", f"-j{os.environ.get('JOBS', os.cpu_count() or 1)}", "llama-server")
    _run("strip", folder / "made" / "bin" / "llama-server")
    shutil.move(folder / "made" / "bin" / "llama-server", BINARY)
    shutil.rmtree(folder)


def _run(*command: str | Path) -> None:
    print("$", *command, flush=True)
    subprocess.run([str(part) for part in command], check=True)


if __name__ == "__main__":
    sys.exit(main())
