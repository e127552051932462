"""``python -m ui`` and the entry of the packaged program."""

import sys

from ui.app import main

sys.exit(main())
