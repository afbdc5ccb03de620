"""What a new person tells: age, country, painful knee, since when (look-pages 2)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.first_start import FirstTold, age_of, stepped, with_digit
from kneecoach.domain.guidance import numbers_for
from kneecoach.domain.settings import PainfulSide, Settings
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import GhostButton
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.key_choice import KeyedChoices
from kneecoach.ui.kit.list_choice import ListChoice
from kneecoach.ui.kit.number_field import NumberField
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.numbers_line import NumbersLine
from kneecoach.ui.person_lists import SinceLists, country_list
from kneecoach.ui.services import Services
from kneecoach.ui.stage_page import StagePage

translate = QCoreApplication.translate

_OVER, _OVER_COMPACT = 24, 13  # px over a question
_LEAST_WORDS = 180  # px of an explanation beside a control before it goes under it


class PersonForm(QWidget):
    """The four questions; `changed` whenever something was told."""

    changed = Signal()

    def __init__(self, page: StagePage, services: Services) -> None:
        """What the settings have already is there; nothing else is."""
        super().__init__()
        self._page = page
        self._content = services.content
        self._today = services.clock.wall().day
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_age()
        self._add_country()
        self._add_side()
        self._add_since()
        self._show(services.settings)

    @property
    def told(self) -> FirstTold | None:
        """What was told, None while something is missing or can't be."""
        age, country, side, since = self._age, self.country.value, self.side, self._since.since
        if age is None or country is None or side is None or since is None:
            return None
        return FirstTold(age, country, side, since)

    @property
    def side(self) -> PainfulSide | None:
        """The knee that hurts, None while it was not told."""
        return PainfulSide(self.sides.value) if self.sides.value else None

    @property
    def missing(self) -> str:
        """What is still to be told, "" when nothing is."""
        parts = [
            (self._age, translate("FirstPage", "age")),
            (self.country.value, translate("FirstPage", "country")),
            (self.side, translate("FirstPage", "knee")),
        ]
        words = ", ".join(text for told, text in parts if told is None)
        if words:
            return translate("FirstPage", "Still open: {questions}").format(questions=words)
        if self._since.since is None:
            return (
                translate("FirstPage", "Month and year, or both open")
                if self._since.half
                else translate("FirstPage", "That month is still to come")
            )
        return ""

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the knee whose key that is."""
        return self.sides.take_key(event)

    @property
    def _age(self) -> int | None:
        return age_of(self.age.text())

    def _add_age(self) -> None:
        page, texts = self._page, self._content.texts.check.age
        self.age = NumberField(page.look, texts.question, translate("FirstPage", "years"))
        self.age.setAccessibleDescription(texts.hint)
        page.scaled(lambda scale: self.age.set_size(32 * scale, round(56 * scale)))
        row = self._row(texts.question)
        row.add(self.age)
        less = self._stepper("minus", translate("FirstPage", "One year less"), -1)
        more = self._stepper("plus", translate("FirstPage", "One year more"), 1)
        for button in (less, more):
            row.add(button)
        under = translate("FirstPage", "Under 18, all exercises stay closed.")
        self._explain(row, f"{texts.hint} {under}")
        self.age.digit.connect(lambda digit: self._set_age(with_digit(self.age.text(), digit)))
        self.age.step.connect(lambda step: self._set_age(str(stepped(self._age, step))))
        self.age.textChanged.connect(self.changed)

    def _stepper(self, icon: str, name: str, step: int) -> GhostButton:
        button = GhostButton(self._page.look, "", icon=icon, height=48)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down in the field do the same
        self._page.scaled_button(button, px=17, height=48)
        button.clicked.connect(lambda: self._set_age(str(stepped(self._age, step))))
        return button

    def _set_age(self, text: str) -> None:
        self.age.setText(text)

    def _add_country(self) -> None:
        page = self._page
        title = translate("FirstPage", "Your country")
        choose = translate("FirstPage", "Choose")
        self.country = country_list(page.look, title, self._content, empty=choose)
        self._size(self.country)
        self.numbers = NumbersLine(page.look, self._content.texts)
        page.scaled(self.numbers.set_scale)
        row = self._row(title)
        row.add(self.country, grows=True)
        row.add(self.numbers, grows=True, least=_LEAST_WORDS)
        self.country.chosen.connect(self._country_chosen)

    def _country_chosen(self, country: str) -> None:
        self.numbers.show_numbers(numbers_for(self._content.numbers, country))
        announce(self.country, self.numbers.accessibleName())
        self.changed.emit()

    def _add_side(self) -> None:
        title = translate("FirstPage", "Which knee hurts at the back?")
        options = (
            (PainfulSide.LEFT.value, translate("FirstPage", "Left"), "L"),
            (PainfulSide.RIGHT.value, translate("FirstPage", "Right"), "R"),
            (PainfulSide.BOTH.value, translate("FirstPage", "Both"), "B"),
        )
        self.sides = KeyedChoices(self._page.look, title, options)
        self._row(title).add(self.sides, grows=True)
        self.sides.chosen.connect(self.changed)

    def _add_since(self) -> None:
        since, language = translate("FirstPage", "Since when?"), self._content.texts.language
        self._since = SinceLists(self._page.look, since, language, self._today)
        self.month, self.year = self._since.lists
        row = self._row(since)
        for field in self._since.lists:
            self._size(field)
            field.chosen.connect(self.changed)
            row.add(field)
        self._explain(row, translate("FirstPage", "Month and year, or leave it open."))

    def _size(self, field: ListChoice) -> None:
        self._page.scaled(lambda scale: field.set_size(18 * scale, round(52 * scale)))

    def _explain(self, row: Flow, text: str) -> None:
        """Put a quiet line beside the controls, or under them where there is no room."""
        row.add(self._page.words(text, px=16, role="ink2"), grows=True, least=_LEAST_WORDS)

    def _row(self, title: str) -> Flow:
        """A question, and the row under it for its controls."""
        heading = self._page.heading(title, 19)
        row = Flow()

        def apply(scale: float) -> None:
            row.set_gap(round(12 * scale))
            over = _OVER if scale == 1 else _OVER_COMPACT
            over = over if self._column.indexOf(heading) else 0
            heading.setContentsMargins(RING, over, RING, 0)

        self._column.addWidget(heading)
        self._column.addWidget(row)
        self._page.scaled(apply)
        return row

    def _show(self, settings: Settings) -> None:
        if settings.side_chosen:
            self.sides.set_value(settings.side.value)
        if settings.country or settings.started:
            self.country.set_value(settings.country)
        self.numbers.show_numbers(numbers_for(self._content.numbers, settings.country))
        if settings.pain_since:
            self._since.show(settings.pain_since)
