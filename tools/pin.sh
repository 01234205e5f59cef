#!/bin/sh
# Pin requirements.txt and requirements-dev.txt anew from pyproject.toml, for every supported Python and platform (needs uv).
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url "$@" pyproject.toml; }
{
    echo "# Made from pyproject.toml by tools/pin.sh; do not edit."
    compile --extra test
    echo "-e ."
} > requirements.txt.new
{
    echo "# Made from pyproject.toml by tools/pin.sh; do not edit."
    echo "-r requirements.txt"
    compile --extra test --extra dev | grep -vxFf requirements.txt.new || true
} > requirements-dev.txt
mv requirements.txt.new requirements.txt
