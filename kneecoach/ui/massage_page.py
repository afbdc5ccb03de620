"""Massage and roller: where, how, how long, how hard, and where never (guide 1.4, 4.5, K-9)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pillar_texts import Pillar, PillarItem, pillars_of
from kneecoach.domain.plan import Plan, Slot, item_of
from kneecoach.domain.safety import GateDue, Refusal, refusal_of
from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.choices import Choices
from kneecoach.ui.closed_notice import ClosedNotice, why_closed
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import NO_LIMIT
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look
from kneecoach.ui.massage_parts import FirstLine, NeverCard, PressureCard, WhereCard
from kneecoach.ui.massage_row import MassageRow
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.pillar_page import PillarPage
from kneecoach.ui.services import Services
from kneecoach.ui.sources_told import sources_told

_LEFT = 452  # px (look-pages 5)
_GAP, _TIGHT = 24, 12  # px between the columns, and between the cards


class MassagePage(PillarPage):
    """The page *Massage and roller*.

    `chosen` carries the `Plan` to start, `check_wanted` leads to the check, `help_wanted` carries a
    help page, `signs_wanted` leads to the warning signs, `pillar_wanted` carries the way chosen at
    the top: knee, load or exercises.
    """

    chosen = Signal(object)
    check_wanted = Signal()
    help_wanted = Signal(str)
    signs_wanted = Signal()

    def __init__(
        self, services: Services, look: Look, pictures: Pictures, choices: Choices
    ) -> None:
        super().__init__(look, "massage")
        self._services = services
        self._pictures = pictures
        self._choices = choices
        self.rows: dict[str, MassageRow] = {}
        self.where: WhereCard | None = None
        self.never: NeverCard | None = None
        self.notice = ClosedNotice(look)
        self.notice.check_wanted.connect(self.check_wanted)
        self.notice.help_wanted.connect(self.help_wanted)
        self._closed = Card(look, border="line2", width=1.6)
        column = self._closed.column(18, 0)
        column.setContentsMargins(18, 10, 14, 10)
        column.addWidget(self.notice)
        self.first = FirstLine(look)
        self._toast = Toast(look, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left_side = QWidget()
        self._sites = QVBoxLayout(self._left_side)
        self._kinds = QVBoxLayout()
        self._lay_out()
        choices.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show what is closed now, and for which leg."""
        refusals = {name: self._refusal(name) for row in self.rows.values() for name in row.starts}
        shut = {n: r for n, r in refusals.items() if r not in (None, Refusal.GATE_MISSING)}
        for row in self.rows.values():
            closed = any(name in shut for name in row.starts)
            row.show_state(closed=closed, mirrored=self._shows_left)
        if self.where is not None:
            self.where.show_leg(left=self._shows_left)
        self._tell_closed(shut)
        self._tell_first(Refusal.GATE_MISSING in refusals.values())

    def arrange(self, compact: bool) -> None:
        """One column in narrow windows, with what must not be before what can be started."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if compact else across)
        self._columns.setSpacing(_TIGHT if compact else _GAP)
        for row in self.rows.values():
            row.set_compact(compact)
        if self.never is not None:
            self._kinds.removeWidget(self.never)
            self._kinds.insertWidget(0 if compact else len(self.rows), self.never)
        least = self._left_side.minimumSizeHint().width()
        self._left_side.setMinimumWidth(least if compact else max(_LEFT, least))
        self._left_side.setMaximumWidth(NO_LIMIT if compact else max(_LEFT, least))

    def take_focus(self) -> None:
        """The first Start has the focus, or what tells why there is none."""
        if self.rows:
            next(iter(self.rows.values())).take_focus()
        else:
            super().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L, R and B choose the leg."""
        letters = {
            Qt.Key.Key_L: PainfulSide.LEFT,
            Qt.Key.Key_R: PainfulSide.RIGHT,
            Qt.Key.Key_B: PainfulSide.BOTH,
        }
        side = letters.get(Qt.Key(event.key()))
        if side is None or event.modifiers() or self.where is None:
            super().keyPressEvent(event)
        else:
            self.where.sides.set_value(side.value)
            self.refresh()

    @property
    def _side(self) -> PainfulSide | None:
        """The leg that was chosen; None until one is."""
        value = self.where.sides.value if self.where is not None else None
        return PainfulSide(value) if value else None

    @property
    def _shows_left(self) -> bool:
        return (self._side or PainfulSide.LEFT) is not PainfulSide.RIGHT

    def _lay_out(self) -> None:
        self.body.setContentsMargins(RING, RING, RING, 24)
        self.body.setSpacing(_TIGHT)
        self.body.addWidget(self._closed)
        self.body.addLayout(self._columns, 1)
        self._sites.setContentsMargins(0, 0, 0, 0)
        for column in (self._sites, self._kinds):
            column.setSpacing(_TIGHT)
        self._columns.addWidget(self._left_side)
        self._columns.addLayout(self._kinds, 1)
        try:
            self._fill(pillars_of(self._services.content))
        except ContentError as error:
            text = self.tr("This page can't be shown. {reason}")
            self._sites.addWidget(TextLabel(self.look, text.format(reason=error), role="ink2"))
        self._kinds.addStretch(1)
        self.arrange(False)

    def _fill(self, items: Mapping[str, PillarItem]) -> None:
        settings = self._choices.settings
        side = settings.side if settings.side_chosen else None
        self.where = WhereCard(self.look, self._pictures, items["where"], side)
        self.where.chosen.connect(self.refresh)
        self._sites.addWidget(self.where, 1)
        self._sites.addWidget(self.first)
        pressure = items["pressure"]
        sources = sources_told(self._services.content, pressure.sources)
        self._sites.addWidget(PressureCard(self.look, pressure, sources))
        for item in items.values():
            if item.pillar is Pillar.MASSAGE and item.exercises:
                self.rows[item.id] = self._row(item)
                self._kinds.addWidget(self.rows[item.id])
        self.never = NeverCard(self.look, items["never"])
        self.never.help_wanted.connect(self.signs_wanted)
        self._kinds.addWidget(self.never)

    def _row(self, item: PillarItem) -> MassageRow:
        shorts = {
            "roller_hamstring": self.tr("Hamstring"),
            "roller_calf": self.tr("Calf"),
        }
        words = {name: shorts.get(name, item.text.title) for name in item.exercises}
        row = MassageRow(self.look, self._pictures, item, words)
        row.start_wanted.connect(self._start)
        row.why_wanted.connect(self._tell_why)
        return row

    def _refusal(self, name: str) -> Refusal | None:
        exercise = self._services.content.catalogue.exercise(name)
        return refusal_of(exercise, self._services.check)

    def _start(self, name: str) -> None:
        """Start it for the leg that was chosen; the questions before it are asked on the way."""
        side = self._side
        if side is None:
            self._toast.tell(self.tr("First choose a side."))
            if self.where is not None:
                self.where.sides.take_focus()
            return
        exercise = self._services.content.catalogue.exercise(name)
        plan = Plan((item_of(exercise, side.sides),), Slot.EXTRA, self._choices.settings.pace)
        self.chosen.emit(plan)

    def _tell_why(self) -> None:
        """Say why it is closed, and go to what opens it again."""
        told = self.notice.reason.text()
        self._toast.tell(told)
        announce(self, told)
        wanted = self.notice.check if self.notice.check.isVisibleTo(self) else self.notice.help
        self.scroll_box.ensureWidgetVisible(self.notice)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_closed(self, shut: Mapping[str, Refusal | None]) -> None:
        """One notice for all that is closed; a reason that closes everything comes first."""
        self._closed.setVisible(bool(shut))
        reason = next((r for r in Refusal if r in shut.values()), None)
        if reason is None:
            return
        titles = [
            r.item.text.title for r in self.rows.values() if not shut.keys().isdisjoint(r.starts)
        ]
        check, catalogue = self._services.check, self._services.content.catalogue
        some = "" if len(titles) == len(self.rows) else " · ".join(titles)
        locks = {lock for name in shut for lock in catalogue.exercise(name).locks}
        why = why_closed(self._services, reason, locks)
        self.notice.tell(reason, check.page if check else None, some, why)

    def _tell_first(self, wanted: bool) -> None:
        check = self._services.check
        one = check is not None and check.gate is GateDue.SINGLE
        self.first.label.setText(
            self.tr("One question comes first.")
            if one
            else self.tr("Seven questions come first, about 15 s.")
        )
        self.first.setVisible(wanted)

    def _follow(self) -> None:
        """Take the leg that was chosen elsewhere."""
        settings = self._choices.settings
        if self.where is not None and settings.side_chosen:
            self.where.sides.set_value(settings.side.value)
        self.refresh()
