"""First usable paint and peak memory of KneeCoach against a bare window of the same Qt.

Measured on an ordinary day, with a check that holds; the very first start is told beside it.
"""

from __future__ import annotations

import sys
from statistics import median
from tempfile import TemporaryDirectory

from _starting import SOURCE, answered, interleaved, median_ratio, verdict

TIME_LIMIT = 1.5  # times the bare window
MEMORY_LIMIT = 1.6
BARE = """
import os
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def main() -> int:
    bare = [sys.executable, "-P", "-c", BARE]
    program = [*SOURCE, "--exit-after-paint"]
    with TemporaryDirectory(prefix="kneecoach-bench-") as new, TemporaryDirectory() as data:
        first, own, floor = interleaved((program, new), (program, answered(data)), (bare, data))
    return verdict(
        "startup",
        {
            "time_ratio": (
                median_ratio((s.seconds for s in own), (s.seconds for s in floor)),
                TIME_LIMIT,
            ),
            "memory_ratio": (
                median_ratio((s.peak_mib for s in own), (s.peak_mib for s in floor)),
                MEMORY_LIMIT,
            ),
        },
        seconds=median(s.seconds for s in own),
        bare_seconds=median(s.seconds for s in floor),
        mib=median(s.peak_mib for s in own),
        bare_mib=median(s.peak_mib for s in floor),
        first_start_ratio=median_ratio((s.seconds for s in first), (s.seconds for s in floor)),
    )


if __name__ == "__main__":
    raise SystemExit(main())
