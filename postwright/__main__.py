"""`python -m postwright` is the command line."""

import sys

from postwright.cli import main

sys.exit(main())
