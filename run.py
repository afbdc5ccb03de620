#!/usr/bin/env python3
"""KneeCoach from a fresh checkout, with nothing but Python 3.11 or newer (and venv or pip).

    python3 run.py                  set up if needed, then open the window
    python3 run.py test [--long]    set up if needed, then check and test everything, headless
    python3 run.py doctor           only say what is missing
    python3 run.py demo             the window on an invented history, in a throw-away folder
    python3 run.py screens DIR      every page as a picture; --size WxH --scale N
                                    --theme light|dark --language xx
    python3 run.py bench            measure what the README promises
    python3 run.py bundle           make the stand-alone program in dist/kneecoach
    python3 run.py help             this text

`test` passes further arguments to pytest. Anything else goes to KneeCoach itself, for example
`python3 run.py history`. As root, missing system packages are installed; anyone else is told the
command that installs them, and the exit status is 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

OLDEST = (3, 11)  # of Python; this file itself is readable to 3.7, so that it can say so


def main(arguments: list[str]) -> int:
    """Run one command; the result is the exit status."""
    if sys.version_info < OLDEST:
        have, need = sys.version.split()[0], ".".join(map(str, OLDEST))
        print(f"KneeCoach needs Python {need} or newer; this is Python {have}.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))
    import setup_steps

    try:
        return dispatch(arguments)
    except setup_steps.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def dispatch(arguments: list[str]) -> int:
    """Run what the first argument names, or KneeCoach with all arguments."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in ("help", "--help", "-h"):
        print(__doc__)
        return 0
    if name in ("test", "doctor", "demo", "screens", "bench", "bundle"):
        import commands

        return commands.ALL[name](rest)
    import setup_steps

    return setup_steps.start(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
