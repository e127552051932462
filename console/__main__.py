"""``python -m console`` is ``beheer``."""

import sys

from console.cli import main

sys.exit(main())
