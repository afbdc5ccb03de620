"""Telling a screen reader something that happened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have the screen reader say the text once, where one listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms, not at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
