"""The words of About this guidance: what it is, what it tells differently, what is left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kneecoach.domain.corrections import Basis, Group
from kneecoach.domain.parsing import Table
from kneecoach.domain.sources import Area, Evidence
from kneecoach.domain.worded import worded

TOLD_LENGTH = 90  # characters
HOLDS_LENGTH = 330  # characters
TITLE_LENGTH = 32  # characters


@dataclass(frozen=True, slots=True)
class PairText:
    """What is often told, and what holds instead."""

    told: str
    holds: str


@dataclass(frozen=True, slots=True)
class ReviewText:
    """What is still to be done by a clinician, and which numbers are ours."""

    line: str
    ours: str


@dataclass(frozen=True, slots=True)
class AboutTexts:
    """All words of the page in one language, by the ids of the basis."""

    points: Mapping[str, str]
    review: ReviewText
    groups: Mapping[str, str]
    corrections: Mapping[str, PairText]
    readings: Mapping[str, PairText]
    evidence: Mapping[str, str]
    areas: Mapping[str, str]
    left_out: Mapping[str, str]


def parse_about_texts(file: Table) -> AboutTexts:
    """The words from their file; raises `ContentError`.

    That they are those of the basis is seen to by `require_about`.
    """
    file.complete(AboutTexts.__slots__, "part of About this guidance")
    review = file.table("review")
    review.complete(ReviewText.__slots__, "part of the review")
    return AboutTexts(
        points=_each(file, "points"),
        review=ReviewText(worded(review, "line"), worded(review, "ours")),
        groups=_each(file, "groups", TITLE_LENGTH),
        corrections=_pairs(file.table("corrections")),
        readings=_pairs(file.table("readings")),
        evidence=_each(file, "evidence"),
        areas=_each(file, "areas", TITLE_LENGTH),
        left_out=_each(file, "left_out"),
    )


def require_about(texts: AboutTexts, language: str, basis: Basis) -> None:
    """Raise `ContentError` unless exactly what the basis has is put into words."""
    for key, known in (
        ("points", [one.id for one in basis.points]),
        ("corrections", [one.id for one in basis.corrections]),
        ("readings", [one.id for one in basis.readings]),
        ("left_out", [one.id for one in basis.left_out]),
        ("groups", list(Group)),
        ("evidence", list(Evidence)),
        ("areas", list(Area)),
    ):
        _require(Table(f"texts/{language}/about.toml", key, getattr(texts, key)), known)


def _require(table: Table, known: Collection[str]) -> None:
    table.complete(known, "entry")


def _each(file: Table, key: str, longest: int = HOLDS_LENGTH) -> dict[str, str]:
    table = file.table(key)
    return {name: worded(table, name, longest) for name in table.values}


def _pairs(table: Table) -> dict[str, PairText]:
    return {name: _pair(table.table(name)) for name in table.values}


def _pair(table: Table) -> PairText:
    table.complete(PairText.__slots__, "part of a pair")
    return PairText(worded(table, "told", TOLD_LENGTH), worded(table, "holds", HOLDS_LENGTH))
