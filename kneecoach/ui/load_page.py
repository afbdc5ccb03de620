"""Take load off: keep moving, weight, and a brace as a short trial (guide 1.4, 4.5)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pillar_texts import Pillar, PillarItem, pillars_of
from kneecoach.domain.safety import Refusal, Standing, all_closed, refusal_of_locks
from kneecoach.domain.wall import Wall
from kneecoach.ui.closed_notice import ClosedNotice, why_closed
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import NO_LIMIT
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.source_tag import SourceTag
from kneecoach.ui.load_drawing import BRACE, WALKING, WEIGHING, LoadDrawing, LoadPicture
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.pillar_page import PillarPage
from kneecoach.ui.services import Services
from kneecoach.ui.sources_told import sources_told

_PICTURE, _WAITING = 180, 304  # px of a picture, and of one without how to do it
_BESIDE_WORDS = 250  # px of a picture in narrow windows
_GAP = 16


class LoadCard(Card):
    """One way to take load off: its picture, its words, and the source behind a tag.

    While `notice` tells that it is closed, it stands in the place of how to do it.
    """

    def __init__(self, look: Look, item: PillarItem, picture: LoadPicture, sources: str) -> None:
        super().__init__(look, radius=22)
        self.item = item
        self.picture = picture
        self.notice = ClosedNotice(look)
        self.tag = SourceTag(look, item.kind, (*item.text.source, sources))
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(12, 12, 12, 12)
        self._parts.setSpacing(0)
        self._parts.addWidget(picture)
        words = QVBoxLayout()
        words.setContentsMargins(12, 6, 12, 8)
        words.setSpacing(8)
        words.addLayout(self._head())
        self.how = self._make_how()
        words.addWidget(self.how)
        words.addWidget(self.notice)
        words.addWidget(self.tag.line)
        words.addStretch(1)
        self._parts.addLayout(words, 1)
        self._waits = False
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """The picture beside the words in narrow windows, over them in wide ones."""
        self._compact = compact
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(across if compact else down)
        at_top = Qt.AlignmentFlag.AlignTop if compact else Qt.AlignmentFlag(0)
        self._parts.setAlignment(self.picture, at_top)
        self.picture.setFixedHeight(_WAITING if self._waits and not compact else _PICTURE)
        self.picture.setMinimumWidth(_BESIDE_WORDS if compact else 0)
        self.picture.setMaximumWidth(_BESIDE_WORDS if compact else NO_LIMIT)

    def show_state(self, refusal: Refusal | None, why: str, page: str | None) -> None:
        """Show how to do it, or why it is closed."""
        self._wait(False)
        self.how.setVisible(refusal is None)
        self.picture.show_wall(Wall.READY if refusal is None else Wall.PAUSED)
        if refusal is None:
            self.notice.hide()
        else:
            self.notice.tell(refusal, page, reason=why)

    def show_waiting(self) -> None:
        """Show that it has to wait; the page tells why, and leads to what opens it again."""
        self.show_state(Refusal.LOCKED, "", None)
        self.notice.lead_on(check=False, to_help=False)
        self._wait(True)

    def _wait(self, waits: bool) -> None:
        self._waits = waits
        self.set_compact(self._compact)

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Heading(self._look, self.item.text.title, px=22), 1)
        row.addWidget(self.tag)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(row)
        head.addWidget(TextLabel(self._look, self.item.text.lead, px=16.5, weight=600))
        return head

    def _make_how(self) -> QWidget:
        how = QWidget()
        column = QVBoxLayout(how)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for point in self.item.text.points:
            column.addLayout(marked(self._look, point, "check", "ink", "primary"))
        for caution in self.item.text.cautions:
            column.addLayout(marked(self._look, caution, "warn", "danger_ink", "danger_ink"))
        return how


class PlanStrip(Card):
    """How the three things belong together."""

    def __init__(self, look: Look, items: list[PillarItem]) -> None:
        super().__init__(look, "primary_soft", radius=22)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 16, 24, 16)
        self._row.setSpacing(16)
        self._arrows: list[Icon] = []
        for number, item in enumerate(items, 1):
            if number > 1:
                self._arrows.append(Icon(look, "chevron", role="ink2", size=28))
                self._row.addWidget(self._arrows[-1])
            self._row.addLayout(self._step(number, item), 1)

    def set_compact(self, compact: bool) -> None:
        """Under each other in narrow windows."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if compact else across)
        for arrow in self._arrows:
            arrow.setVisible(not compact)

    def _step(self, number: int, item: PillarItem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        digit = Heading(self._look, str(number), px=20, wrap=False)
        row.addWidget(digit, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(self._look, item.text.title, px=20))
        words.addWidget(TextLabel(self._look, item.text.lead, px=16, role="ink2"))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row


class LoadPage(PillarPage):
    """The page *Take load off*.

    `check_wanted` leads to the check, `help_wanted` carries a help page, `pillar_wanted` the way
    chosen at the top: knee, massage or exercises.
    """

    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, services: Services, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "load")
        self._services = services
        self._pictures = pictures
        self.cards: dict[str, LoadCard] = {}
        self._strip: PlanStrip | None = None
        self.notice = ClosedNotice(look)
        self._closed = Card(look, border="line2", width=1.6)
        around = self._closed.column(18, 0)
        around.setContentsMargins(18, 10, 14, 10)
        around.addWidget(self.notice)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_GAP)
        self.body.setContentsMargins(RING, RING, RING, 24)
        self.body.setSpacing(_GAP)
        self.body.addWidget(self._closed)
        self.body.addLayout(self._columns)
        try:
            self._fill(pillars_of(services.content))
        except ContentError as error:
            text = self.tr("This page can't be shown. {reason}")
            self.body.addWidget(TextLabel(look, text.format(reason=error), role="ink2"))
        self.body.addStretch(1)
        self._lead_on(self.notice)
        self.refresh()

    def refresh(self) -> None:
        """Show what is closed now; where a sign closes everything, no card says to go on."""
        check = self._services.check
        page = check.page if check is not None else None
        wait = check is not None and check.standing is Standing.VALID and all_closed(check)
        self._closed.setVisible(wait)
        if wait:
            self._tell_all_waits(page)
        for card in self.cards.values():
            if wait:
                card.show_waiting()
            elif card.item.locks:
                refusal = refusal_of_locks(card.item.locks, check)
                why = why_closed(self._services, refusal, card.item.locks) if refusal else ""
                card.show_state(refusal, why, page)
            else:
                card.show_state(None, "", None)

    def _tell_all_waits(self, page: str | None) -> None:
        """One notice for all cards: what was ticked, and that it comes first."""
        why = why_closed(self._services, Refusal.LOCKED, EVERYTHING)
        first = self.tr("First get what you ticked looked at.")
        self.notice.tell(Refusal.LOCKED, page, reason=f"{why} {first}")

    def arrange(self, compact: bool) -> None:
        """One column in narrow windows (look-pages 0.2)."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if compact else across)
        for card in self.cards.values():
            card.set_compact(compact)
        if self._strip is not None:
            self._strip.set_compact(compact)

    def take_focus(self) -> None:
        """The way that is shown has the focus: there is nothing to do on this page but read."""
        self.switch.pills["load"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, items: Mapping[str, PillarItem]) -> None:
        for item in items.values():
            if item.pillar is Pillar.LOAD:
                sources = sources_told(self._services.content, item.sources)
                card = LoadCard(self.look, item, self._picture(item.id), sources)
                self._lead_on(card.notice)
                self.cards[item.id] = card
                self._columns.addWidget(card, 1)
        plan = [item for item in items.values() if item.pillar is Pillar.PLAN]
        self._strip = PlanStrip(self.look, plan)
        self.body.addWidget(self._strip)

    def _lead_on(self, notice: ClosedNotice) -> None:
        notice.check_wanted.connect(self.check_wanted)
        notice.help_wanted.connect(self.help_wanted)

    def _picture(self, item: str) -> LoadPicture:
        words = (self.tr("1 kg less"), self.tr("4 kg less force"))
        drawings = {
            "keep_moving": (LoadDrawing(WALKING), self.tr("Somebody walking")),
            "weight": (
                LoadDrawing(WEIGHING, words=words),
                self.tr("Somebody on a scale: 1 kg less is 4 kg less force on the knee"),
            ),
            "brace": (LoadDrawing(BRACE), self.tr("A soft sleeve round the knee")),
        }
        drawing, name = drawings[item]
        return LoadPicture(self.look, self._pictures, drawing, name)


def marked(look: Look, text: str, icon: str, role: str, icon_role: str) -> QHBoxLayout:
    """A line of words with its icon before it."""
    row = QHBoxLayout()
    row.setSpacing(12)
    mark = Icon(look, icon, role=icon_role, size=20, stroke=2.6)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextLabel(look, text, px=16, role=role), 1)
    return row
