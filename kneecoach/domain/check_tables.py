"""The check of warning signs from its trees; whatever is wrong there is told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Check, CheckSign, Level, Rule
from kneecoach.domain.check_conditions import (
    MAX_AGE,
    MAX_PAIN,
    Age,
    Condition,
    NoAge,
    Pain,
    at_least,
    none_of,
)
from kneecoach.domain.parsing import Table, as_table

DEEPEST = 8  # conditions within one another
_NAME = re.compile(r"[A-Z0-9]+(?:[-+][A-Z0-9]+)*")  # as in the guide: DVT-PAIN+RISK
_LEVELS = tuple(level.name for level in Level if level is not Level.SELF_CARE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a condition may name: signs, and the conditions that stand above it."""

    signs: Collection[str]
    named: Mapping[str, Condition]


def parse_check(tree: object) -> Check:
    """The check from its three trees signs, rules and pages; raises `ContentError`.

    Whether each rule can ever decide is looked at by `check_reach.whole_check`, which is what
    everybody but the tests asks.
    """
    top = as_table(tree, "check")
    top.only(("signs", "rules", "pages"))
    signs = _signs(_file(top, "signs", ("screen",)))
    pages = _pages(_file(top, "pages", ("pages",)).table("pages"))
    file = _file(top, "rules", ("conditions", "rule"))
    known = _Known(signs, _conditions(file.table("conditions"), signs))
    rules = tuple(_rule(table, known, pages) for table in file.tables("rule"))
    _each_level_once(file, rules)
    downwards = tuple(sorted(rules, key=lambda rule: -rule.level))
    return Check(MappingProxyType(signs), downwards, MappingProxyType(pages))


def _file(top: Table, name: str, keys: tuple[str, ...]) -> Table:
    file = as_table(top.value(name), f"check/{name}.toml")
    file.only(keys)
    return file


def _signs(file: Table) -> dict[str, CheckSign]:
    signs: dict[str, CheckSign] = {}
    screens = set[str]()
    for screen in file.tables("screen"):
        screen.only(("id", "signs"))
        if screen.id() in screens:
            raise screen.error("id", f'"{screen.id()}" is there twice')
        screens.add(screen.id())
        for table in screen.tables("signs"):
            sign = _sign(table, screen.id(), signs)
            signs[sign.id] = sign
    return signs


def _sign(table: Table, screen: str, above: Mapping[str, CheckSign]) -> CheckSign:
    """One sign; what it is asked under stands above it and is asked under nothing itself."""
    table.only(("id", "under", "facts"))
    sign = CheckSign(table.id(), screen, table.optional_text("under"), table.facts())
    if sign.id in above:
        raise table.error("id", f'"{sign.id}" is there twice')
    if sign.under is None:
        return sign
    if sign.under not in above:
        raise table.error("under", f'there is no sign "{sign.under}" above')
    if above[sign.under].under is not None:
        raise table.error("under", f'"{sign.under}" is itself asked under another sign')
    return sign


def _pages(table: Table) -> dict[str, Level]:
    pages = {name: Level[table.one_of(name, _LEVELS)] for name in table.values}
    for name in pages:
        if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name):
            raise table.error(name, "the name of a page is made of small letters and underscores")
    return pages


def _conditions(table: Table, signs: Collection[str]) -> dict[str, Condition]:
    named: dict[str, Condition] = {}
    for name in table.values:
        named[name] = _condition(table, name, _Known(signs, dict(named)), 1)
    return named


def _rule(table: Table, known: _Known, pages: Mapping[str, Level]) -> Rule:
    table.only(("name", "level", "page", "when", "locks"))
    name = table.text("name")
    if not _NAME.fullmatch(name):
        raise table.error("name", f'"{name}" is not written as the guide writes a rule')
    level = Level[table.one_of("level", _LEVELS)]
    page = table.one_of("page", pages)
    if pages[page] is not level:
        raise table.error("page", f'"{page}" is written for {pages[page].name}, not {level.name}')
    if level.locks_everything and "locks" in table.values:
        raise table.error("locks", f"{level.name} locks everything and names no locks")
    locks = () if level.locks_everything else table.some_of("locks", EVERYTHING)
    return Rule(name, level, _condition(table, "when", known, 1), frozenset(locks), page)


def _each_level_once(file: Table, rules: tuple[Rule, ...]) -> None:
    """A rule may be there again for another level, not for the same one."""
    found = [(rule.name, rule.level) for rule in rules]
    for place, pair in enumerate(found):
        if pair in found[:place]:
            raise file.error(f"rule[{place}].name", f'"{pair[0]}" is there twice for this level')


def _condition(table: Table, key: str, known: _Known, depth: int) -> Condition:
    found = table.value(key)
    if isinstance(found, str):
        return at_least(1, (_sign_id(found, table, key, known),), ())
    if not isinstance(found, Mapping):
        raise table.error(key, "a sign or a condition is expected")
    inner = table.table(key)
    match sorted(inner.values):
        case ["any" | "all" | "none" as kind]:
            return _several(inner, kind, known, depth)
        case ["at_least", "of"]:
            return _several(inner, "of", known, depth)
        case ["is"]:
            return known.named[inner.one_of("is", known.named)]
        case [_]:
            return _number(inner)
        case _:
            raise table.error(key, "exactly one condition is expected")


def _number(table: Table) -> Condition:
    """A condition on age or on pain at rest."""
    (key,) = table.values
    match key:
        case "age_from":
            return Age(table.number(key, 1, MAX_AGE), MAX_AGE)
        case "age_below":
            return Age(0, table.number(key, 1, MAX_AGE) - 1)
        case "age":
            table.one_of(key, ("missing",))
            return NoAge()
        case "pain_from":
            return Pain(table.number(key, 1, MAX_PAIN), MAX_PAIN)
        case "pain_below":
            return Pain(0, table.number(key, 1, MAX_PAIN) - 1)
        case _:
            raise table.error(key, "there is no such condition")


def _several(table: Table, key: str, known: _Known, depth: int) -> Condition:
    """A condition on a list of signs and of further conditions."""
    found = table.items(key)
    if depth == DEEPEST:
        raise table.error(key, f"more than {DEEPEST} conditions stand within one another")
    if not found:
        raise table.error(key, "there is nothing in this list")
    parts = {f"{key}[{place}]": part for place, part in enumerate(found)}
    items = Table(table.file, table.path, parts)
    signs = [name for part in parts if (name := _plain(items, part, known)) is not None]
    others = [
        _condition(items, part, known, depth + 1)
        for part in parts
        if not isinstance(parts[part], str)
    ]
    _no_sign_twice(items, signs)
    if key == "none":
        return none_of(signs, others)
    least = table.number("at_least", 2, len(found)) if key == "of" else 1
    return at_least(len(found) if key == "all" else least, signs, others)


def _plain(items: Table, key: str, known: _Known) -> str | None:
    """The id of a sign that stands there as it is; None where another condition does."""
    found = items.value(key)
    return _sign_id(found, items, key, known) if isinstance(found, str) else None


def _no_sign_twice(items: Table, signs: list[str]) -> None:
    for key, found in items.values.items():
        if isinstance(found, str) and signs.count(found) > 1:
            raise items.error(key, f'"{found}" is there twice')


def _sign_id(found: str, table: Table, key: str, known: _Known) -> str:
    if found not in known.signs:
        raise table.error(key, f'there is no sign "{found}"')
    return found
