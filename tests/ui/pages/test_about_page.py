"""About this guidance: it tells all of it, folds, and leads back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.corrections import basis_of
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.about_page import AboutPage
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings


def opened(surroundings: Surroundings, size: tuple[int, int] = (1184, 800)) -> AboutPage:
    page = AboutPage(surroundings.services, Look(ThemeChoice.LIGHT, calm=True))
    page.resize(*size)
    page.set_compact(size[0] < 1000)
    page.show()
    settle()
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def words(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(TextLabel) if one.isVisibleTo(root)]


@pytest.fixture
def page(surroundings: Surroundings) -> AboutPage:
    return opened(surroundings)


def test_it_says_what_it_is_and_that_no_clinician_has_read_it(page: AboutPage) -> None:
    told = words(page)
    assert "Not yet reviewed by a clinician" in told
    assert any(text.startswith("It is for adults. It is no diagnosis") for text in told)
    assert "Left out on purpose" in told
    assert any(text.startswith("The offer to answer questions by e-mail") for text in told)


def test_every_correction_is_told_with_what_it_rests_on(
    page: AboutPage, surroundings: Surroundings
) -> None:
    about = surroundings.content.texts.about
    for name in ("causes", "load", "massage", "exercises", "knee"):
        assert not page.folds[name].head.isChecked()
        page.folds[name].head.click()
    settle()
    told = words(page)
    for pair in about.corrections.values():
        assert {pair.told, pair.holds} <= set(told)
    assert told.count("Often told") == told.count("What holds") == 32
    assert "Read in the source itself. Thrombosis UK; NHS; RCEM Learning." in told
    assert "Professional knowledge, not checked." in told


def test_every_reading_and_every_source_is_told_with_its_day(
    page: AboutPage, surroundings: Surroundings
) -> None:
    basis = basis_of(surroundings.content)
    for name in ("readings", "opened", "secondary"):
        page.folds[name].head.click()
    settle()
    told = words(page)
    for pair in surroundings.content.texts.about.readings.values():
        assert pair.holds in told
    for source in basis.sources.values():
        assert source.title in told
    days = [text for text in told if text.startswith("Last read on 24 November 2026. For: ")]
    assert len(days) == len(basis.sources)


def test_a_card_folds_and_says_how_much_it_holds(page: AboutPage) -> None:
    fold = page.folds["safety"]
    assert fold.head.accessibleName() == "Signs of danger, 7"
    assert "The clot blocks an artery." in words(fold)
    fold.head.setFocus()
    QTest.keyClick(fold.head, Qt.Key.Key_Space)
    assert "The clot blocks an artery." not in words(fold)
    assert fold.head.height() >= 44


def test_escape_and_the_arrow_lead_back(page: AboutPage) -> None:
    went: list[bool] = []
    page.left.connect(lambda: went.append(True))
    page.take_focus()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    QTest.keyClick(page.back, Qt.Key.Key_Space)
    assert went == [True, True]


@pytest.mark.parametrize("size", [(1184, 800), (824, 600), (1800, 1000)])
def test_nothing_is_cut_and_lines_stay_short(
    surroundings: Surroundings, size: tuple[int, int]
) -> None:
    page = opened(surroundings, size)
    for fold in page.folds.values():
        fold.head.setChecked(True)
    settle()
    assert cut(page) == []
    assert max(one.width() for one in page.findChildren(TextLabel) if one.wordWrap()) <= 660


@pytest.mark.usefixtures("pseudo")
def test_it_is_in_the_language_but_for_the_titles_of_sources(
    surroundings: Surroundings,
) -> None:
    page = opened(surroundings, (824, 600))
    for fold in page.folds.values():
        fold.head.setChecked(True)
    settle()
    titles = {source.title for source in basis_of(surroundings.content).sources.values()}
    assert set(left_behind(page)) <= titles
    assert cut(page) == []


def test_a_damaged_basis_is_told(surroundings: Surroundings) -> None:
    damaged = replace(surroundings.content, basis={})
    surroundings.services = replace(surroundings.services, content=damaged)
    page = opened(surroundings)
    assert any(
        text.startswith("What the guidance rests on can't be shown.") for text in words(page)
    )
    page.set_compact(True)
    settle()
    assert page.folds == {}
