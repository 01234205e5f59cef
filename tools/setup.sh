#!/bin/sh
# Make the virtual environment $1 from the pinned requirements; where something is missing, say in one line what to install.
set -eu
venv=$1

suitable() { "$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] < (3, 15)))' >/dev/null 2>&1; }

python=""
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.14 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 && suitable "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    echo "Postwright needs Python 3.11 to 3.14: install it (Debian/Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.13) or name it: make PYTHON=/path/to/python3.13" >&2
    exit 1
fi
if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "This Python has no venv module: install it (Debian/Ubuntu: apt install python$version-venv) and run make again" >&2
    exit 1
fi

if ! { [ -x "$venv/bin/python" ] && suitable "$venv/bin/python"; }; then
    echo "Setting up $venv with $("$python" --version) (once; a minute or two) ..." >&2
    rm -rf "$venv"
    "$python" -m venv "$venv"
else
    echo "Bringing $venv up to date ..." >&2
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r requirements.txt || {
    echo "Installing the requirements failed (see above): check the network or proxy, then run make again" >&2
    exit 1
}
touch "$venv/ready"
