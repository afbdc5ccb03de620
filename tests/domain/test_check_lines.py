"""Lines of answers for the check: what is taken, and what is told of everything else."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.check import Answer, Check, CheckAnswers, outcome_of
from kneecoach.domain.check_lines import LineError, read_line, write_outcome
from kneecoach.domain.check_tables import parse_check
from tests.content.trees import english


@cache
def check() -> Check:
    return parse_check(english().check)


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        (b"{}", CheckAnswers()),
        (b'{"age": null}', CheckAnswers()),
        (b'{"age": 0, "pain_rest": 0, "signs": {}}', CheckAnswers(0, 0)),
        (b'{"age": 120, "pain_rest": 10}', CheckAnswers(120, 10)),
        (b' \t{"age":54}\r\n', CheckAnswers(54)),
        (b'{"signs": {"B1": "yes"}}', CheckAnswers(signs={"B1": Answer.YES})),
        (b'{"signs": {"A7b": "not sure"}}', CheckAnswers(signs={"A7b": Answer.NOT_SURE})),
        (b'{"signs": {"J8": "no"}}', CheckAnswers(signs={"J8": Answer.NO})),
        (rb'{"\u0061ge": 54}', CheckAnswers(54)),
    ],
)
def test_a_line_is_read(line: bytes, answers: CheckAnswers) -> None:
    assert read_line(line, check()) == answers


@pytest.mark.parametrize("line", [b"", b"\n", b"\r\n", b" \t \r\n"])
def test_an_empty_line_asks_nothing(line: bytes) -> None:
    assert read_line(line, check()) is None


BROKEN = {
    "line_broken": [
        b"x",
        b"null",
        b"[]",
        b"54",
        b'"age"',
        b"{",
        b'{"age": 54',
        b"{'age': 54}",
        b'{"age": 54,}',
        b'{"age": 54} {"age": 54}',
        b'{"age": 54}\r{"age": 54}',
        b'{"age": 054}',
        b'{"age": NaN}',
        b'{"age": Infinity}',
        b'{"pain_rest": -Infinity}',
        b'{"age": ' + b"9" * 5000 + b"}",
        b'{"signs": ' + b"[" * 60_000,
        b'{"signs": ' * 6_000,
        b'{"signs": {"B1": "y\xff"}}',
        b'{"signs": {"\xed\xa0\x80": "yes"}}',
        b'\xef\xbb\xbf{"age": 54}',
        '{"age": 54}'.encode("utf-16"),
        b'{"age": 54}\x00',
        b'{"signs": {"B1": "ye\ns"}}',
        b"\x0c",
        b"\xc2\xa0",
    ],
    "line_twice": [
        b'{"age": 54, "age": 55}',
        b'{"signs": {"B1": "yes", "B1": "no"}}',
        b'{"signs": {"B1": "yes"}, "signs": {}}',
        rb'{"signs": {"B1": "yes", "\u0042\u0031": "no"}}',
        b'{"age": {"x": 1, "x": 2}}',
    ],
    "line_entry": [b'{"Age": 54}', b'{"sign": {"B1": "yes"}}', b'{"": 1}', b'{"age": 54, "x": 1}'],
    "line_age": [
        b'{"age": -1}',
        b'{"age": 121}',
        b'{"age": 54.0}',
        b'{"age": 5e1}',
        b'{"age": 1e999}',
        b'{"age": "54"}',
        b'{"age": true}',
        b'{"age": false}',
        b'{"age": []}',
        b'{"age": {}}',
        b'{"age": ' + b"9" * 4000 + b"}",
    ],
    "line_pain": [
        b'{"pain_rest": null}',
        b'{"pain_rest": 11}',
        b'{"pain_rest": -1}',
        b'{"pain_rest": 3.0}',
        b'{"pain_rest": true}',
        b'{"pain_rest": "3"}',
    ],
    "line_signs": [b'{"signs": null}', b'{"signs": []}', b'{"signs": "B1"}', b'{"signs": 1}'],
    "line_sign": [
        b'{"signs": {"B9": "no"}}',
        b'{"signs": {"b1": "yes"}}',
        b'{"signs": {"B1 ": "yes"}}',
        b'{"signs": {"C1": "yes"}}',
        b'{"signs": {"": "yes"}}',
        b'{"signs": {"age": "yes"}}',
        rb'{"signs": {"\ud800": "yes"}}',
        b'{"signs": {"DVT-SIGN": "yes"}}',
    ],
    "line_answer": [
        b'{"signs": {"B1": "YES"}}',
        b'{"signs": {"B1": "not_sure"}}',
        b'{"signs": {"B1": ""}}',
        b'{"signs": {"B1": true}}',
        b'{"signs": {"B1": null}}',
        b'{"signs": {"B1": 1}}',
        b'{"signs": {"B1": ["yes"]}}',
        b'{"signs": {"B1": {"yes": "yes"}}}',
        rb'{"signs": {"B1": "\udfff"}}',
    ],
}


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code, lines in BROKEN.items() for line in lines]
)
def test_a_line_that_cannot_be_answered_says_why(code: str, line: bytes) -> None:
    with pytest.raises(LineError) as caught:
        read_line(line, check())
    assert caught.value.code == code
    message = english().texts.message(code, line="7", name=caught.value.name)
    assert message.endswith(".")
    assert message.isprintable()
    assert message.isascii()
    assert len(message) < 400


def test_a_name_from_outside_stays_short_and_on_its_line() -> None:
    with pytest.raises(LineError) as caught:
        read_line(json.dumps({"signs": {"\n\x1b[31m" + "x" * 1000: "yes"}}).encode(), check())
    assert caught.value.name.startswith(r'"\n\u001b[31mxxx')
    assert len(caught.value.name) < 60


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8")))
def test_no_line_ends_in_anything_else(line: bytes) -> None:
    try:
        answers = read_line(line, check())
    except LineError:
        return
    assert answers is None or outcome_of(check(), answers)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["yes", "no", "x"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["B1", "x", "age"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["age", "pain_rest", "signs", "x"]), ANY_JSON))
def test_no_json_ends_in_anything_else(tree: dict[str, object]) -> None:
    try:
        answers = read_line(json.dumps(tree).encode(), check())
    except LineError:
        return
    assert answers is not None
    assert type(answers.age) in (int, type(None))
    assert type(answers.pain_rest) in (int, type(None))


def test_an_outcome_is_one_line_with_its_keys_in_order() -> None:
    answers = CheckAnswers(35, None, {"B5": Answer.YES, "J8": Answer.YES})
    assert write_outcome(outcome_of(check(), answers)) == (
        '{"level": "ROUTINE", "rules": ["DURATION"], "locked": ["brace", "massage_back_of_knee", '
        '"massage_calf", "massage_hamstring", "roller"], "page": "six_weeks"}\n'
    )
    assert write_outcome(outcome_of(check(), CheckAnswers(35))) == (
        '{"level": "SELF_CARE", "rules": [], "locked": [], "page": null}\n'
    )
