"""Where the stand-alone program begins."""

from __future__ import annotations

import sys

from kneecoach.cli import main

if __name__ == "__main__":
    sys.exit(main())
