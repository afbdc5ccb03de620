"""What a person sees on a window: words, their room, what has the focus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kneecoach.domain.pseudo import CLOSING, OPENING

# Digits with their marks, and single characters: key caps, the letters of a side.
_NUMBER = re.compile(r"^[\d\s.,:·×%+-]*$|^\S$")


def texts_of(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every visible label and button with its words, and every accessible name."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            yield widget, widget.text()
        if widget.accessibleName():
            yield widget, widget.accessibleName()


def left_behind(root: QWidget) -> list[str]:
    """Words that did not go through translation, with the pseudo-language on."""
    return [
        text
        for _, text in texts_of(root)
        if not _NUMBER.match(text) and not (OPENING in text and CLOSING in text)
    ]


def cut(root: QWidget) -> list[str]:
    """Words with less room than they need, each with what is missing."""
    found = [_lack(widget) for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]
    return [text for text in found if text] + _beyond(root)


def _lack(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            word = widget.minimumSizeHint().width()
            short = widget.height() < needed or widget.width() < word
        else:
            short = widget.width() < widget.minimumSizeHint().width()
        return f"{widget.text()!r} has {widget.size()}" if short else ""
    if isinstance(widget, QAbstractButton) and (widget.text() or widget.layout()):
        needed_size = widget.minimumSizeHint()
        narrow = widget.width() < needed_size.width() or widget.height() < needed_size.height()
        name = widget.text() or widget.accessibleName()
        return f"{name!r} has {widget.size()}, needs {needed_size}" if narrow else ""
    return ""


def _beyond(root: QWidget) -> list[str]:
    """Scroll areas whose content is wider than what shows, and words outside the window."""
    found = []
    for area in root.findChildren(QScrollArea):
        if area.isVisibleTo(root) and area.widget().width() > area.viewport().width():
            found.append(
                f"{type(area.parentWidget()).__name__} is {area.widget().width()} wide "
                f"in {area.viewport().width()}"
            )
    whole = QRect(QPoint(0, 0), root.size())
    for widget, text in texts_of(root):
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if place.left() < whole.left() or place.right() > whole.right():
            found.append(f"{text!r} reaches out of the window")
    return found
