"""Causes, warning signs and emergency numbers: values without language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.parsing import Table, as_table

# Structures of the drawing (look 9).
STRUCTURES = (
    *("femur", "tibia", "fibula", "cartilage", "capsule", "cyst", "popliteus", "soleus"),
    *("semimembranosus", "semitendinosus", "biceps", "gastroc_med", "gastroc_lat"),
    *("artery", "vein", "tibial_nerve", "peroneal_nerve"),
)


class Urgency(StrEnum):
    """How fast help is needed when a sign is there (guide 3.2)."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SEE_SOON = "see_soon"  # in the next 2 to 3 working days


class Condition(StrEnum):
    """How an exercise is allowed for a cause (guide 6, "mod")."""

    LIGHT = "light"  # only stroked lightly
    MUSCLE = "muscle"  # on the bellies of the muscle
    OFF_LUMP = "off_lump"
    NOT_SORE = "not_sore"
    NOT_DEEP = "not_deep"
    GENTLY = "gently"
    AFTER_RAISES = "after_raises"
    WORKTOP = "worktop"
    NO_TINGLING = "no_tingling"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of pain at the back of the knee (guide 1.3, 2.3)."""

    id: str
    urgent: bool  # True: shown first and never folded away
    common: bool  # False: shown behind "less common"
    structures: tuple[str, ...]  # ids of look 9
    exercises: tuple[str, ...]  # those its row of the guide's section 6 leaves open, foremost first
    conditions: Mapping[str, Condition]  # exercise -> how it is allowed, where it matters
    sources: tuple[str, ...]  # ids of `sources.Source`
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One warning sign (guide 3.3) and the group it is shown in.

    Ids are those of the guide's questions; two joined by "_" mean both at once.
    """

    id: str
    group: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignGroup:
    """A group of signs with the same urgency, in the order shown: emergency first."""

    id: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """The numbers of one country (guide 3.2): ambulance, and help on the same day where it exists.

    `urgent` never stands without its country: 111 is something else in each.
    """

    country: str  # two letters, or "" where no country is chosen
    emergency: tuple[str, ...]
    urgent: str | None


def numbers_for(numbers: Sequence[EmergencyNumbers], country: str) -> EmergencyNumbers:
    """The numbers of that country; those for anywhere where it is "" or not in the table."""
    found = {entry.country: entry for entry in numbers}
    return found.get(country, found[""])


@dataclass(frozen=True, slots=True)
class Guidance:
    """Causes, signs and numbers, each in the order shown."""

    causes: tuple[Cause, ...]
    sign_groups: tuple[SignGroup, ...]
    signs: tuple[Sign, ...]
    numbers: tuple[EmergencyNumbers, ...]


def parse_guidance(files: Mapping[str, object], exercises: Collection[str]) -> Guidance:
    """The guidance from the trees causes, signs and numbers; raises `ContentError`.

    `exercises` are the ids a cause may name.
    """
    top = Table("guidance", "", files)
    top.only(("causes", "signs", "numbers"))
    groups, signs = _sign_groups(_file(top, "signs", "group"))
    causes = tuple(_cause(table, exercises) for table in _file(top, "causes", "cause"))
    numbers = tuple(_numbers(table) for table in _file(top, "numbers", "country"))
    _once("causes", [cause.id for cause in causes])
    _once("signs", [group.id for group in groups])
    _once("signs", [sign.id for sign in signs])
    _once("numbers", [entry.country for entry in numbers])
    return Guidance(causes, groups, signs, numbers)


def _file(top: Table, name: str, key: str) -> tuple[Table, ...]:
    file = as_table(top.value(name), f"guidance/{name}.toml")
    file.only((key,))
    return file.tables(key)


def _once(name: str, ids: list[str]) -> None:
    for place, found in enumerate(ids):
        if found in ids[:place]:
            raise Table(f"guidance/{name}.toml", "", {}).error(found, "this id is there twice")


def _cause(table: Table, exercises: Collection[str]) -> Cause:
    table.only(Cause.__slots__)
    named = table.some_of("exercises", exercises)
    return Cause(
        id=table.id(),
        urgent=table.flag("urgent"),
        common=table.flag("common"),
        structures=table.some_of("structures", STRUCTURES),
        exercises=named,
        conditions=_conditions(table, named) if "conditions" in table.values else {},
        sources=table.texts("sources"),
        facts=table.facts(),
    )


def _conditions(table: Table, exercises: Collection[str]) -> dict[str, Condition]:
    """The conditions by exercise; in the file the exercises stand under their condition."""
    conditions = table.table("conditions")
    conditions.only(tuple(Condition))
    return {
        exercise: Condition(name)
        for name in conditions.values
        for exercise in conditions.some_of(name, exercises)
    }


def _sign_groups(tables: tuple[Table, ...]) -> tuple[tuple[SignGroup, ...], tuple[Sign, ...]]:
    """Groups and their signs; a more urgent group after a less urgent one is refused."""
    order = list(Urgency)
    groups: list[SignGroup] = []
    signs: list[Sign] = []
    for table in tables:
        table.only(("id", "urgency", "signs"))
        group = SignGroup(table.id(), table.choice("urgency", Urgency))
        if groups and order.index(group.urgency) < order.index(groups[-1].urgency):
            raise table.error("urgency", "a more urgent group may not follow a less urgent one")
        groups.append(group)
        signs.extend(_sign(sign, group.id) for sign in table.tables("signs"))
    return tuple(groups), tuple(signs)


def _sign(table: Table, group: str) -> Sign:
    table.only(("id", "facts"))
    return Sign(table.id(), group, table.facts())


def _numbers(table: Table) -> EmergencyNumbers:
    table.only(("country", "emergency", "urgent"))
    country = table.value("country")
    if not isinstance(country, str) or (country and len(country) != 2):
        raise table.error("country", "two letters are expected, or nothing between the quotes")
    emergency = table.texts("emergency")
    if not emergency:
        raise table.error("emergency", "there is no number")
    if not country and ("111" in emergency or "urgent" in table.values):
        raise table.error("emergency", "111 and urgent lines need their country (guide 3.2)")
    return EmergencyNumbers(country, emergency, table.optional_text("urgent"))
