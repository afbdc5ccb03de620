"""First usable paint and peak memory of KneeCoach against a bare window of the same Qt."""

from __future__ import annotations

import sys
from statistics import median

from _starting import SOURCE, interleaved, median_ratio, verdict

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
    own, floor = interleaved([*SOURCE, "--exit-after-paint"], bare)
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
    )


if __name__ == "__main__":
    raise SystemExit(main())
