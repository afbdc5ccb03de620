"""The words of one language for everything in the content."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kneecoach.domain.catalogue import Catalogue, Exercise
from kneecoach.domain.guidance import STRUCTURES, Condition, Guidance
from kneecoach.domain.parsing import Table, as_table

CUE_LENGTH = 50  # characters (look 11)
SHORT_LENGTH = 24  # characters
TAG_LENGTH = 20  # characters at a mark of a picture
CONDITION_LENGTH = 28  # characters beside an exercise of a cause

if TYPE_CHECKING:  # read with the check, not with every start
    from kneecoach.domain.about_texts import AboutTexts
    from kneecoach.domain.check_texts import CheckTexts
    from kneecoach.domain.help_texts import HelpTexts
    from kneecoach.domain.pillar_texts import PillarText


_FILES = (
    "exercises",
    "causes",
    "signs",
    "names",
    "messages",
    "structures",
    "check",
    "help",
    "pillars",
    "about",
)


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """The words of one exercise; a cue is at most 50 characters (look 11)."""

    name: str
    short: str  # at most 24 characters, for legends and small cards
    purpose: str
    steps: tuple[str, ...]
    cues: Mapping[str, str]  # phase name, ready, rest or switch -> the one line shown meanwhile
    feel: str  # where it should be felt
    right: str  # what to keep to
    wrong: str  # how not to do it
    stop: str  # when to stop
    often: str  # how often, and how it grows


@dataclass(frozen=True, slots=True)
class CauseText:
    """The words of one cause."""

    name: str
    line: str  # one line under the name
    feels: str
    why: str
    helps: str
    not_helps: str  # what does not help
    see: str  # when to see a clinician


@dataclass(frozen=True, slots=True)
class StructureText:
    """The words of one structure of the drawing; the plain name comes first (look 9.6)."""

    name: str
    latin: str
    about: str  # one sentence or two


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
    conditions: Mapping[str, str]  # how an exercise is allowed for a cause -> in a few words
    signs: Mapping[str, str]  # sign id -> the sign in plain words
    sign_groups: Mapping[str, SignGroupText]
    needs: Mapping[str, str]  # chair -> "a chair"
    countries: Mapping[str, str]  # country code -> its name
    tags: Mapping[str, str]  # tag on a picture "so / not so" -> its words
    structures: Mapping[str, StructureText]  # structure of the drawing -> its words
    overview: str  # of the whole drawing
    messages: Mapping[str, str]  # sentences told without a window too, with {fields}
    read_check: Callable[[], CheckTexts]
    read_help: Callable[[], HelpTexts]
    read_pillars: Callable[[], Mapping[str, PillarText]]
    read_about: Callable[[], AboutTexts]

    @property
    def check(self) -> CheckTexts:
        """The words of the check, read now: no start waits for them. Raises ContentError."""
        return self.read_check()

    @property
    def help(self) -> HelpTexts:
        """The words of the help pages, read now. Raises ContentError."""
        return self.read_help()

    @property
    def pillars(self) -> Mapping[str, PillarText]:
        """The words of what helps by the ids of its items, read now. Raises ContentError."""
        return self.read_pillars()

    @property
    def about(self) -> AboutTexts:
        """The words of About this guidance, read now. Raises ContentError."""
        return self.read_about()

    def message(self, code: str, **fields: str) -> str:
        """The sentence of that code with its gaps filled; raises KeyError for an unknown code."""
        return self.messages[code].format(**fields)


def parse_texts(
    language: str, files: Mapping[str, object], catalogue: Catalogue, guidance: Guidance
) -> Texts:
    """The words of a language from its trees, one for each thing; raises `ContentError`."""
    top = Table(f"texts/{language}", "", files)
    top.only(_FILES)
    tables = {name: as_table(top.value(name), f"texts/{language}/{name}.toml") for name in _FILES}
    tables["signs"].only(("groups", "signs"))
    tables["names"].only(("needs", "countries", "tags"))
    tables["structures"].only(("overview", "structures"))
    return Texts(
        language=language,
        exercises=_exercises(tables["exercises"], catalogue),
        causes=_causes(tables["causes"], guidance),
        conditions=_conditions(tables["causes"].table("conditions")),
        signs=_words(tables["signs"], "signs", [sign.id for sign in guidance.signs]),
        sign_groups=_sign_groups(tables["signs"].table("groups"), guidance),
        needs=_words(tables["names"], "needs", _needs(catalogue)),
        countries=_words(tables["names"], "countries", [n.country for n in guidance.numbers]),
        tags=_tags(tables["names"].table("tags")),
        structures=_structures(tables["structures"].table("structures")),
        overview=tables["structures"].text("overview"),
        messages=_messages(tables["messages"]),
        read_check=lambda: _check(tables["check"]),
        read_help=lambda: _help(tables["help"]),
        read_pillars=lambda: _pillars(tables["pillars"]),
        read_about=lambda: _about(tables["about"]),
    )


def _about(table: Table) -> AboutTexts:
    from kneecoach.domain.about_texts import parse_about_texts

    return parse_about_texts(table)


def _check(table: Table) -> CheckTexts:
    from kneecoach.domain.check_texts import parse_check_texts

    return parse_check_texts(table)


def _help(table: Table) -> HelpTexts:
    from kneecoach.domain.help_texts import parse_help_texts

    return parse_help_texts(table)


def _pillars(table: Table) -> Mapping[str, PillarText]:
    from kneecoach.domain.pillar_texts import parse_pillar_texts

    return parse_pillar_texts(table)


def _tags(table: Table) -> dict[str, str]:
    return {name: table.text(name, TAG_LENGTH) for name in table.values}


class _AnyGap(dict[str, str]):
    """Fills every gap with its own name."""

    def __missing__(self, key: str) -> str:
        return key


def _messages(file: Table) -> dict[str, str]:
    """The sentences, each with gaps that can be filled."""
    messages = file.all_texts()
    for code, sentence in messages.items():
        try:
            sentence.format_map(_AnyGap())
        except (ValueError, LookupError, AttributeError) as error:
            raise file.error(code, "a gap is not written as {name}") from error
    return messages


def cue_names(exercise: Exercise) -> tuple[str, ...]:
    """The cues an exercise has: getting ready, its phases, its rests and its change of sides."""
    several_sets = any(dose.sets > 1 for dose in exercise.levels)
    return (
        "ready",
        *(phase.name for phase in exercise.phases),
        *(("rest",) if several_sets else ()),
        *(("switch",) if exercise.one_sided else ()),
    )


def _exercises(file: Table, catalogue: Catalogue) -> dict[str, ExerciseText]:
    file.complete(catalogue.exercises, "exercise")
    return {
        name: _exercise(file.table(name), exercise)
        for name, exercise in catalogue.exercises.items()
    }


def _exercise(table: Table, exercise: Exercise) -> ExerciseText:
    table.only(ExerciseText.__slots__)
    steps = table.texts("steps")
    if not steps:
        raise table.error("steps", "there is no step")
    cues = table.table("cues")
    cues.complete(cue_names(exercise), "cue")
    return ExerciseText(
        name=table.text("name"),
        short=table.text("short", SHORT_LENGTH),
        purpose=table.text("purpose"),
        steps=steps,
        cues={name: cues.text(name, CUE_LENGTH) for name in cues.values},
        feel=table.text("feel"),
        right=table.text("right"),
        wrong=table.text("wrong"),
        stop=table.text("stop"),
        often=table.text("often"),
    )


def _causes(file: Table, guidance: Guidance) -> dict[str, CauseText]:
    file.complete([*(cause.id for cause in guidance.causes), "conditions"], "cause")
    return {cause.id: _cause(file.table(cause.id)) for cause in guidance.causes}


def _conditions(table: Table) -> dict[str, str]:
    table.complete(tuple(Condition), "condition")
    return {name: table.text(name, CONDITION_LENGTH) for name in table.values}


def _cause(table: Table) -> CauseText:
    table.complete(CauseText.__slots__, "part of a cause")
    return CauseText(**table.all_texts())


def _structures(table: Table) -> dict[str, StructureText]:
    table.complete(STRUCTURES, "structure")
    return {name: _structure(table.table(name)) for name in STRUCTURES}


def _structure(table: Table) -> StructureText:
    table.complete(StructureText.__slots__, "part of a structure")
    return StructureText(**table.all_texts())


def _sign_groups(table: Table, guidance: Guidance) -> dict[str, SignGroupText]:
    table.complete([group.id for group in guidance.sign_groups], "group")
    return {group.id: _sign_group(table.table(group.id)) for group in guidance.sign_groups}


def _sign_group(table: Table) -> SignGroupText:
    table.complete(SignGroupText.__slots__, "part of a group")
    return SignGroupText(**table.all_texts())


def _needs(catalogue: Catalogue) -> list[str]:
    return sorted({need for exercise in catalogue.exercises.values() for need in exercise.needs})


def _words(file: Table, key: str, known: Collection[str]) -> dict[str, str]:
    table = file.table(key)
    table.complete(known, "entry")
    return table.all_texts()
