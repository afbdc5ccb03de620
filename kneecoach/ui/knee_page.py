"""My knee: the drawing of its back, and what can cause the pain and what helps (look 6.3, 11.1)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.anatomy_tables import parse_anatomy
from kneecoach.domain.content import Content
from kneecoach.domain.guidance import Cause
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.safety import CheckOutcome
from kneecoach.ui.atlas.panel import AtlasPanel
from kneecoach.ui.kit.buttons import GhostButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import GUTTER, MARGIN, MARGIN_COMPACT, ScrollBox, ScrollPage
from kneecoach.ui.kit.pillar_switch import PillarSwitch
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.knee_causes import CauseItem, CauseRow
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate

_GAP = 20  # px between the drawing and the list
_SHARE = 0.507  # of the page for the drawing: 600 px at 1280 of the window, 420 at 900
_WIDEST = 900  # px of the drawing's card
_SWITCH_ROW = 54  # px


class KneePage(ScrollPage):
    """The drawing and the causes; `signs_wanted` and `exercise_wanted` (an id) lead on.

    `exercise_start_wanted` carries the id of an exercise to start, `about_wanted` leads to what the
    guidance rests on, `pillar_wanted` carries the way chosen at the top (load, massage, exercises).

    `in_two_steps` leaves the drawing to the next turn of the event loop, or to `complete`, so that
    opening the page holds nothing up for long.
    """

    signs_wanted = Signal()
    exercise_wanted = Signal(str)
    exercise_start_wanted = Signal(str)
    about_wanted = Signal()
    pillar_wanted = Signal(str)
    atlas: AtlasPanel | None = None  # None where the drawing can't be shown, or before it is made
    _atlas_box: ScrollBox | None = None
    _has_room = False  # for the drawing beside the list
    _made = False  # the switch

    def __init__(
        self,
        content: Content,
        look: Look,
        pictures: Pictures,
        *,
        left: bool = False,
        in_two_steps: bool = False,
        check: Callable[[], CheckOutcome | None] = lambda: None,
    ) -> None:
        """`check` tells how the check of warning signs stands now."""
        super().__init__(look, translate("KneePage", "What can cause it"))
        self._content = content
        self._pictures = pictures
        self._shown = ""
        self._left = left
        self._check = check
        self._has_room = True
        self.switch = PillarSwitch(look, "knee", self)
        self.switch.wanted.connect(self.pillar_wanted)
        self._made = True
        self._less = GhostButton(look, self.tr("Show less common causes"), icon="plus", px=16)
        self._less.clicked.connect(self._toggle)
        self.items = {cause.id: self._item(cause) for cause in content.causes}
        self._fill()
        self._show_less(False)
        self.arrange(False)
        first = next(cause for cause in content.causes if not cause.urgent)
        self.show_cause(first.id)
        self.refresh()
        if in_two_steps:
            QTimer.singleShot(0, self, self._make_atlas)
        else:
            self._make_atlas()

    @property
    def rows(self) -> dict[str, CauseRow]:
        """The heads of the causes by their ids."""
        return {name: item.row for name, item in self.items.items()}

    def show_cause(self, name: str) -> None:
        """Open one cause and light its structures; "" closes the one that is open."""
        if self._shown:
            self.items[self._shown].set_open(False)
        self._shown = name
        if name:
            item = self.items[name]
            if not item.cause.common:
                self._show_less(True)
            item.set_open(True)
        self._keep_order()
        self._light()

    def follow_side(self, *, left: bool) -> None:
        """Turn the drawing to the knee that hurts, when that is another one than so far."""
        if left is not self._left:
            self._left = left
            if self.atlas is not None:
                self.atlas.show_side("left" if left else "right")

    def refresh(self) -> None:
        """Show which exercises of the causes are open now."""
        check = self._check()
        for item in self.items.values():
            item.refresh(check)

    def take_focus(self) -> None:
        """The cause that is shown has the focus."""
        if self._shown:
            self.items[self._shown].row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def arrange(self, compact: bool) -> None:
        """Smaller words and a smaller drawing in narrow windows."""
        self.title.set_px(22 if compact else 28)
        self._less.set_size(*((14, 44) if compact else (16, 52)))
        for item in self.items.values():
            item.set_compact(compact)
        if self.atlas is not None:
            self.atlas.set_compact(compact)

    def complete(self) -> None:
        """Make and paint the drawing now."""
        self._make_atlas()
        if self.atlas is not None:
            self.atlas.view.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Q, W and E choose what is shown, brackets the knee, Esc lets go what is lit."""
        if self.atlas is None or not self.atlas.press(event):
            super().keyPressEvent(event)

    def _margins(self) -> None:
        super()._margins()
        if not self._made:
            return
        side = (MARGIN_COMPACT if self.compact else MARGIN) - RING
        above = 10 if self.compact else 24
        if self._has_room:
            self._share_out(side, above)
        else:
            self._place_switch(side, above, self.width())

    def _share_out(self, side: int, above: int) -> None:
        """The drawing at the left, the list beside it, the switch over the list or over both."""
        least = self.atlas.minimumSizeHint().width() if self.atlas is not None else 0
        width = min(_WIDEST, max(round(self.width() * _SHARE), least))
        left = side + width + _GAP
        beside = self._place_switch(side, above, self.width() - left - side)
        top = above if beside else above + _SWITCH_ROW
        if self._atlas_box is not None:
            self._atlas_box.setGeometry(side + RING, top, width, self.height() - top - above)
        lead = (_SWITCH_ROW if beside else 0) + (0 if self.compact else 4)
        self._frame.setSpacing(0)
        self._frame.setContentsMargins(left, top + lead, side - GUTTER, 0)

    def _place_switch(self, side: int, above: int, room: int) -> bool:
        """Put the switch at the top right; False where it needs a row of its own for that."""
        beside = self.switch.fit(room)
        if not beside:
            self.switch.fit(self.width() - 2 * side)
        size = self.switch.sizeHint()
        left, top = self.width() - side - size.width(), above - RING + 1
        self.switch.setGeometry(left, top, size.width(), size.height())
        self.switch.raise_()
        return beside

    def _make_atlas(self) -> None:
        """The drawing once, or a sentence that says why there is none."""
        if not self._has_room or self.atlas is not None:
            return
        try:
            atlas = parse_anatomy(self._content.anatomy)
        except ContentError as error:
            text = self.tr("The drawing of the knee can't be shown. {reason}")
            self.body.insertWidget(0, TextLabel(self.look, text.format(reason=error), role="ink2"))
            self._has_room = False
            self._margins()
            return
        self.atlas = AtlasPanel(self.look, atlas, self._content.texts, left=self._left)
        self._atlas_box = ScrollBox(self.look, self.atlas, self)
        self.atlas.lit.connect(self._mark)
        self.atlas.set_compact(self.compact)
        self._margins()
        self._atlas_box.setVisible(True)
        self._keep_order()
        self._light()

    def _keep_order(self) -> None:
        """Tab comes to the switch, to the drawing, then down the list, whatever was made first."""
        places = (self.switch, self.atlas, self.scroll_box)
        ordered = [widget for place in places for widget in self._reached_by_tab(place)]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def _reached_by_tab(self, within: QWidget | None) -> list[QWidget]:
        widgets = within.findChildren(QWidget) if within is not None else []
        return [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _light(self) -> None:
        """Light the structures of the cause that is open."""
        if self.atlas is not None:
            self.atlas.light(self.items[self._shown].cause.structures if self._shown else ())

    def _fill(self) -> None:
        self.body.setContentsMargins(0, 0, RING, 24)
        self.body.setSpacing(10 - 2 * RING)
        for cause in self._ordered():
            if not cause.common and self.body.indexOf(self._less) < 0:
                self.body.addWidget(self._less)
            self.body.addWidget(self.items[cause.id])
        note = self.tr("This is no diagnosis. A doctor or physiotherapist can tell them apart.")
        label = TextLabel(self.look, note, px=15, role="ink2")
        label.setContentsMargins(RING + 4, 8, RING, 0)
        self.body.addWidget(label)
        self.body.addStretch(1)

    def _ordered(self) -> list[Cause]:
        """Urgent first, then common, then less common ones."""
        return sorted(self._content.causes, key=lambda c: (not c.urgent, not c.common))

    def _item(self, cause: Cause) -> CauseItem:
        item = CauseItem(self.look, cause, self._content, self._pictures)
        item.row.clicked.connect(lambda: self._clicked(cause.id))
        item.signs_wanted.connect(self.signs_wanted)
        item.exercise_wanted.connect(self.exercise_wanted)
        item.start_wanted.connect(self.exercise_start_wanted)
        item.about_wanted.connect(self.about_wanted)
        return item

    def _clicked(self, name: str) -> None:
        self.show_cause("" if name == self._shown else name)
        row = self.items[name].row
        QTimer.singleShot(0, row, lambda: self.scroll_box.ensureWidgetVisible(row, 0, 16))

    def _mark(self, structure: str) -> None:
        """Mark the causes the structure belongs to."""
        words = self._content.texts.structures.get(structure)
        for item in self.items.values():
            belongs = words is not None and structure in item.cause.structures
            item.row.mark(words.name if words is not None and belongs else "")

    def _toggle(self) -> None:
        rare = next(cause for cause in self._content.causes if not cause.common)
        self._show_less(not self.items[rare.id].isVisibleTo(self))

    def _show_less(self, shown: bool) -> None:
        for item in self.items.values():
            if not item.cause.common:
                item.setVisible(shown)
        self._less.setText(
            self.tr("Hide less common causes") if shown else self.tr("Show less common causes")
        )
        self._less.set_icon("minus" if shown else "plus")
