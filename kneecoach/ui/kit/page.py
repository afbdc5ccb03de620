"""The frame of every page: title, controls at its right, and a body that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kneecoach.ui.kit.labels import LineLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme

MARGIN = 32  # px beside a page (look 3.7)
MARGIN_COMPACT = 22
GUTTER = 14  # px of a page's right margin in which its scroll bar stands
NO_LIMIT = (1 << 24) - 1  # px, the widest and highest a widget may be: Qt's own word for any
_BAR = 10  # px
_TITLE_ROW = 52  # px, whether or not there are controls beside the title


class ScrollBox(QScrollArea):
    """A see-through area that scrolls up and down only, with a quiet bar.

    Its content keeps its width whether there is a bar or not where a `gutter` in px is given.
    """

    def __init__(
        self, look: Look, content: QWidget, parent: QWidget | None = None, *, gutter: int = 0
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._gutter = gutter
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._style()
        look.changed.connect(self._style)
        if gutter:
            self.setViewportMargins(0, 0, gutter, 0)
            self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    def _keep_width(self, _least: int, most: int) -> None:
        self.setViewportMargins(0, 0, self._gutter - (_BAR if most else 0), 0)

    def _style(self) -> None:
        self.verticalScrollBar().setStyleSheet(bar_style(self._look.theme))


def bar_style(theme: Theme) -> str:
    """The style sheet of a quiet scroll bar that goes up and down."""
    return (
        f"QScrollBar:vertical{{background:transparent;width:{_BAR}px;margin:0}}"
        f"QScrollBar::handle:vertical{{background:{theme.line2};border-radius:4px;"
        "min-height:44px;margin:1px}"
        "QScrollBar::add-line:vertical,QScrollBar::sub-line:vertical{height:0}"
        "QScrollBar::add-page:vertical,QScrollBar::sub-page:vertical{background:none}"
    )


class ScrollPage(QWidget):
    """A page: a title row and `body`, a column that scrolls when it is taller than the window.

    A page overrides `arrange` for the compact form (below 1100 px of window width), `refresh` to
    show what is true now and `take_focus` to say which control has the focus at first.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        sub: str = "",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`bare` leaves the title row out: the page shows its title in its body."""
        super().__init__(parent)
        self.look = look
        self.compact = False
        self._bare = bare
        self.setAccessibleName(title)  # said as the focus comes to the page
        self.title = LineLabel(look, title, px=40, weight=700)
        self.sub = LineLabel(look, sub, px=20, role="ink2")
        self._lead = QHBoxLayout()
        self._right = QHBoxLayout()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(RING, RING, RING, 24)
        self.body.setSpacing(16)
        self.scroll_box = ScrollBox(look, content, self, gutter=GUTTER)
        self._frame = QVBoxLayout(self)
        if bare:
            self.title.setParent(self)
            self.title.hide()
        else:
            self._frame.addLayout(self._title_row())
        self._frame.addWidget(self.scroll_box, 1)
        self._margins()

    def add_left(self, widget: QWidget) -> None:
        """Put a control in front of the title, such as the way back."""
        self._lead.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a control at the right end of the title row."""
        self._right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        if compact == self.compact:
            return
        self.compact = compact
        self.title.set_px(30 if compact else 40)
        self.sub.set_px(16 if compact else 20)
        self._margins()
        self.arrange(compact)

    def complete(self) -> None:
        """Make what the first paint of the window did without; nothing unless overridden."""

    def arrange(self, compact: bool) -> None:
        """Lay the body out for narrow or wide windows; nothing to do unless overridden."""

    def refresh(self) -> None:
        """Show what is true now; called each time the page is shown."""

    def take_focus(self) -> None:
        """Give the focus to the page's first control."""
        first = first_focusable(self.scroll_box) or first_focusable(self)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keyboard wherever the focus is on the page."""
        bar = self.scroll_box.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Home: -bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, GUTTER, 0)
        row.setSpacing(16)
        row.addStrut(_TITLE_ROW)
        self.title.setContentsMargins(RING, 0, 0, 0)  # in line with what buttons paint
        self._lead.setSpacing(8)
        self._right.setSpacing(8)
        words = QHBoxLayout()
        words.setSpacing(20)
        words.addWidget(self.title)
        words.addWidget(self.sub)
        row.addLayout(self._lead)
        row.addLayout(words)
        row.addStretch(1)
        row.addLayout(self._right)
        return row

    def _margins(self) -> None:
        side = (MARGIN_COMPACT if self.compact else MARGIN) - RING
        self._frame.setSpacing(4 if self.compact else 8)
        top = (8 if self.compact else 20) if self._bare else (8 if self.compact else 26)
        self._frame.setContentsMargins(side, top, side - GUTTER, 0)
        # Both lines are centred; the smaller one is lowered until it stands on the same baseline.
        drop = _over_centre(self.title) - _over_centre(self.sub)
        self.sub.setContentsMargins(0, drop, 0, 0)


def _over_centre(label: LineLabel) -> int:
    """Twice the distance from the middle of the label's line down to its baseline, in px."""
    metrics = label.fontMetrics()
    return metrics.ascent() - metrics.descent()


def first_focusable(root: QWidget) -> QWidget | None:
    """The first widget under root that Tab reaches, None when there is none."""
    return next(iter(focusables(root)), None)


def focusables(root: QWidget) -> list[QWidget]:
    """What Tab reaches under root now, in order."""
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget) and _reachable(widget, root):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _reachable(widget: QWidget, root: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.isVisibleTo(root)
