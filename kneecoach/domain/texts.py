"""The words of one language for everything in the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """The words of one exercise; a cue is at most 50 characters (look 11)."""

    name: str
    short: str  # at most 24 characters, for legends and small cards
    purpose: str
    steps: tuple[str, ...]
    cues: Mapping[str, str]  # phase name -> the one line shown while it runs
    feel: str  # where it should be felt
    wrong: str  # how not to do it
    stop: str  # when to stop


@dataclass(frozen=True, slots=True)
class CauseText:
    """The words of one cause."""

    name: str
    line: str  # one line under the name
    feels: str
    why: str
    helps: str
    see: str  # when to see a clinician


@dataclass(frozen=True, slots=True)
class SignGroupText:
    """The words of one group of warning signs: heading and what to do about any of them."""

    title: str
    action: str


@dataclass(frozen=True, slots=True)
class Texts:
    """Every content text of one language, by the ids of the content."""

    language: str
    exercises: Mapping[str, ExerciseText]
    causes: Mapping[str, CauseText]
    signs: Mapping[str, str]  # sign id -> the sign in plain words
    sign_groups: Mapping[str, SignGroupText]
    needs: Mapping[str, str]  # chair -> "a chair"
    countries: Mapping[str, str]  # country code -> its name
    messages: Mapping[str, str]  # sentences told without a window too, with {fields}

    def message(self, code: str, **fields: str) -> str:
        """The sentence of that code with its gaps filled; raises KeyError for an unknown code."""
        return self.messages[code].format(**fields)
