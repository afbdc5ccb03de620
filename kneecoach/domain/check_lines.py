"""The check of warning signs in JSON Lines: a line of answers in, a line of the outcome out."""

from __future__ import annotations

import json
from collections import Counter
from typing import NoReturn

from kneecoach.domain.check import Answer, Check, CheckAnswers, Outcome
from kneecoach.domain.check_conditions import MAX_AGE, MAX_PAIN

_ENTRIES = frozenset(("age", "pain_rest", "signs"))
_ANSWERS: dict[str, Answer] = {answer.value: answer for answer in Answer}
_SHOWN = 40  # characters of a name that is told in a complaint


class LineError(Exception):
    """A line that can't be answered: the code of the sentence that says why, and its gap."""

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.name = name


def read_line(line: bytes, check: Check) -> CheckAnswers | None:
    """The answers of one line of UTF-8, None where it is empty; raises `LineError`.

    A line is one object with any of age (0 to 120 or null), pain_rest (0 to 10) and signs; nothing
    else may stand there, and nothing twice.
    """
    if not line.strip(b" \t\r\n"):
        return None
    tree = _object(line)
    if unknown := tree.keys() - _ENTRIES:
        raise LineError("line_entry", _quoted(min(unknown)))
    age = None if tree.get("age") is None else _number(tree["age"], MAX_AGE, "line_age")
    pain = _number(tree["pain_rest"], MAX_PAIN, "line_pain") if "pain_rest" in tree else None
    return CheckAnswers(age, pain, _signs(tree.get("signs", {}), check))


def write_outcome(outcome: Outcome) -> str:
    """The outcome as one line, with its end."""
    tree = {
        "level": outcome.level.name,
        "rules": outcome.rules,
        "locked": outcome.locks,
        "page": outcome.page,
    }
    return json.dumps(tree) + "\n"


def _object(line: bytes) -> dict[str, object]:
    try:
        tree: object = _DECODER.decode(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise LineError("line_broken") from None
    if not isinstance(tree, dict):
        raise LineError("line_broken")
    return tree


def _signs(found: object, check: Check) -> dict[str, Answer]:
    if not isinstance(found, dict):
        raise LineError("line_signs")
    if unknown := found.keys() - check.signs.keys():
        raise LineError("line_sign", _quoted(min(unknown)))
    try:
        return {name: _ANSWERS[given] for name, given in found.items()}
    except (KeyError, TypeError):  # the latter for a list or an object
        wrong = next(name for name, given in found.items() if not _is_answer(given))
        raise LineError("line_answer", _quoted(wrong)) from None


def _is_answer(given: object) -> bool:
    return isinstance(given, str) and given in _ANSWERS


def _number(found: object, highest: int, code: str) -> int:
    """A whole number from 0 to `highest`; true and false are none."""
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= highest:
        raise LineError(code)
    return found


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        ((name, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise LineError("line_twice", _quoted(name))
    return found


def _no_number(_constant: str) -> NoReturn:
    """NaN and Infinity are Python's, not JSON's."""
    raise LineError("line_broken")


def _quoted(name: str) -> str:
    """A name from outside as it may be told: short, on one line, in letters every screen has."""
    return json.dumps(name[:_SHOWN])


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
