"""Lint texts with proselint 0.16: a JSON list of texts on the first line, then one line of output for each line."""

import json
import sys
import time

import proselint.checks
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

CheckRegistry().register_many(proselint.checks.__register__)
texts = json.loads(sys.stdin.readline())
for _ in sys.stdin:
    begin = time.process_time()
    for text in texts:
        LintFile(source="posting", content=text).lint(DEFAULT)
    print(time.process_time() - begin, flush=True)
