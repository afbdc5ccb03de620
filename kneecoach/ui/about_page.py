"""About this guidance: what it is, what it tells differently, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kneecoach.domain.about_texts import AboutTexts
from kneecoach.domain.corrections import Basis, Correction, Group, basis_of
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.sources import OF_SOURCES, Evidence, Source
from kneecoach.ui.about_parts import (
    FoldCard,
    TitledCard,
    blocks,
    bullet,
    column_of,
    pair,
    reading,
    section,
    source_line,
)
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import MARGIN_COMPACT, NO_LIMIT, ScrollPage
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_SIDE, _MAIN = 5, 7  # shares of the width for what the guidance is, and for what it rests on
_WIDEST = 660  # px of a column of cards: about 75 characters in a line


class AboutPage(ScrollPage):
    """The guidance about itself; `left` leads back to where the person was.

    `folds` are the cards that open, by what they hold.
    """

    left = Signal()

    def __init__(self, services: Services, look: Look) -> None:
        super().__init__(look, translate("AboutPage", "About this guidance"))
        self._content = services.content
        self.folds: dict[str, FoldCard] = {}
        self.back = IconButton(look, self.tr("Back to where you were"), "left")
        self.back.clicked.connect(self.left)
        self.add_left(self.back)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._stacks: list[QWidget] = []
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        try:
            texts = self._content.texts
            self._fill(basis_of(self._content), texts.about, texts.check.start.review)
        except ContentError as error:
            text = self.tr("What the guidance rests on can't be shown. {reason}")
            self._columns.addWidget(TextLabel(look, text.format(reason=error), role="ink2"))

    def take_focus(self) -> None:
        """The way back has the focus; the page scrolls from there by keyboard."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, compact: bool) -> None:
        """Two columns beside each other, or under each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if compact else across)
        for place, share in enumerate((_SIDE, _MAIN)[: self._columns.count()]):
            self._columns.setStretch(place, 0 if compact else share)
        self._keep_short()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_short()

    def _keep_short(self) -> None:
        """Lines stay readable in one column as well: what is wider is left free at the right."""
        spare = self.width() - 2 * MARGIN_COMPACT - _WIDEST
        self._columns.setContentsMargins(0, 0, max(0, spare) if self.compact else 0, 0)
        for column in self._stacks:
            column.setMaximumWidth(NO_LIMIT if self.compact else _WIDEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, basis: Basis, about: AboutTexts, review: str) -> None:
        self._basis = basis
        self._about = about
        side = [self._what_card(), self._review_card(review), self._left_out_card()]
        main = [*self._different(), *self._readings(), *self._sources()]
        for cards, spacing in ((side, 16), (main, 10)):
            column = column_of(cards, spacing=spacing)
            self._stacks.append(column)
            self._columns.addWidget(column)
        self.arrange(False)
        self.folds[Group.SAFETY].head.setChecked(True)

    def _what_card(self) -> QWidget:
        card = TitledCard(self.look, "info", self.tr("What this guidance is"))
        for point in self._basis.points:
            card.add(TextLabel(self.look, self._about.points[point.id], px=16.5))
        return card

    def _review_card(self, review: str) -> QWidget:
        card = TitledCard(self.look, "shield", review, ground="sun_soft", ink="sun_ink")
        for text in (self._about.review.line, self._about.review.ours):
            card.add(TextLabel(self.look, text, px=16.5, role="sun_ink"))
        return card

    def _left_out_card(self) -> QWidget:
        card = TitledCard(self.look, "minus", self.tr("Left out on purpose"))
        for one in self._basis.left_out:
            card.add(bullet(self.look, "x", self._about.left_out[one.id], role="ink2"))
        return card

    def _different(self) -> list[QWidget]:
        """What is told differently, a card for each group."""
        count = len(self._basis.corrections)
        line = translate("AboutPage", "What is often told, and what holds: %n place(s).", "", count)
        groups = [self._group(group) for group in Group]
        return [section(self.look, self.tr("Told differently here"), line), *groups]

    def _group(self, group: Group) -> FoldCard:
        found = [one for one in self._basis.corrections if one.group is group]

        def made() -> QWidget:
            texts = self._about.corrections
            pairs = (pair(self.look, texts[one.id], self._rests_on(one)) for one in found)
            return blocks(pairs, spacing=22)

        return self._fold(group, self._about.groups[group], len(found), made)

    def _rests_on(self, correction: Correction) -> str:
        """How it was read and where, in a line."""
        sources = "; ".join(self._basis.sources[name].short for name in correction.sources)
        how = [self._about.evidence[kind] for kind in correction.evidence]
        return " ".join(f"{part}." for part in (*how, sources) if part)

    def _readings(self) -> list[QWidget]:
        found = self._basis.readings
        title = self.tr("Where the article stays open")

        def made() -> QWidget:
            texts = self._about.readings
            return blocks((reading(self.look, texts[one.id]) for one in found), spacing=16)

        return [self._fold("readings", title, len(found), made)]

    def _sources(self) -> list[QWidget]:
        """All sources, by how they were read, and what has none."""
        line = self.tr("What the guidance rests on, and when that was last read.")
        cards = [self._read(kind) for kind in OF_SOURCES]
        unread = [self._unread(kind) for kind in Evidence if kind not in OF_SOURCES]
        return [section(self.look, self.tr("Sources"), line), *cards, *unread]

    def _read(self, kind: Evidence) -> FoldCard:
        found = [source for source in self._basis.sources.values() if source.evidence is kind]

        def made() -> QWidget:
            lines = (source_line(self.look, source, self._used_for(source)) for source in found)
            return blocks(lines, spacing=12)

        return self._fold(kind, self._about.evidence[kind], len(found), made)

    def _unread(self, kind: Evidence) -> FoldCard:
        """The corrections of which a part has no source."""
        found = [one for one in self._basis.corrections if kind in one.evidence]

        def made() -> QWidget:
            holds = (self._about.corrections[one.id].holds for one in found)
            return blocks(((TextLabel(self.look, text, px=16.5),) for text in holds), spacing=12)

        return self._fold(kind, self._about.evidence[kind], len(found), made)

    def _used_for(self, source: Source) -> str:
        texts = self._content.texts
        causes = [c for c in self._content.causes if source.id in c.sources]
        named = [self._about.areas[area] for area in source.areas]
        named += [texts.causes[cause.id].name for cause in causes]
        if not named:
            corrected = [one.group for one in self._basis.corrections if source.id in one.sources]
            named = [self._about.groups[group] for group in corrected]
        return ", ".join(dict.fromkeys(named))

    def _fold(self, key: str, title: str, count: int, made: Callable[[], QWidget]) -> FoldCard:
        card = FoldCard(self.look, title, count, made)
        self.folds[str(key)] = card
        return card
