"""The guide's section 3.3 written a second time, as statements, to hold the data against.

From its text alone: nothing here comes from `assets/check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

GROUPS = {
    "A": "1 2 3 4 5 6 7 7b 8 9",
    "B": "1 2 3 4 5 5b 6 7 8",
    "CR": "1 2 3 4 4b 5 6 7 8",
    "C": "0 2 3 4 5a 5b 6 7 8 9",
    "D": "1 2a 2b 2c 3",
    "I": "1 2 3 4 5 6 7",
    "F": "1 1b 2 3",
    "G": "1 1a 1b 1c 2 3",
    "H": "1 2 3",
    "J": "1 2 3 4 5 6 7 8",
}
IDS = [group + number for group, numbers in GROUPS.items() for number in numbers.split()]
ORDER = ("SELF_CARE", "CAUTION", "ROUTINE", "SEE_SOON", "SAME_DAY", "EMERGENCY")
MASSAGE = {"massage_back_of_knee", "massage_calf", "massage_hamstring"}
ALL = MASSAGE | {"brace", "roller", "tests", "E1", "E1plus", "E2", "E2_cushion"}
ALL |= {"E2_eyes_closed", "E3", "E3_straight", "E4"}
UNDER = dict.fromkeys(("C2", "C3", "C4", "C5a", "C6", "C7", "C9"), "C0")
UNDER |= {"G1a": "G1", "G1b": "G1", "G1c": "G1", "CR4b": "CR4"}

Held = tuple[str, str, Set[str]]


def expected(
    ticked: Set[str], age: int | None, pain: int | None
) -> tuple[str, list[str], list[str]]:
    """Level, deciding rules and locks, as the guide tells them."""
    yes = set(ticked) | {UNDER[name] for name in ticked if name in UNDER}
    held = [*_emergency(yes), *_infection(yes), *_clot(yes), *_injury(yes, age)]
    held += [*_knee(yes, age, pain), *_health(yes, age), *_lumps(yes, age)]
    level = max((ORDER.index(level) for _, level, _ in held), default=0)
    locks = set().union(*(locks for _, _, locks in held)) if level < 3 else ALL
    rules = {name for name, at, _ in held if ORDER.index(at) == level}
    return ORDER[level], sorted(rules), sorted(locks)


def _emergency(yes: set[str]) -> Iterator[Held]:
    if yes & {"A1", "A2", "A3", "A4"}:
        yield "PE", "EMERGENCY", ALL
    if "A5" in yes or "A6" in yes:
        yield "ALI", "EMERGENCY", ALL
    if "A7" in yes or "A7b" in yes:
        yield "CES", "EMERGENCY", ALL
    if "A8" in yes:
        yield "FRACTURE-DISLOCATION", "EMERGENCY", ALL
    if "A9" in yes:
        yield "COMPARTMENT-PHLEGMASIA", "EMERGENCY", ALL


def _infection(yes: set[str]) -> Iterator[Held]:
    if "I1" in yes:
        if yes & {"I2", "I4", "I5", "I6"}:
            yield "SEPTIC-EMERGENCY", "EMERGENCY", ALL
        else:
            yield "SEPTIC-SAMEDAY", "SAME_DAY", ALL
    elif "I2" in yes:
        if "I3" in yes or "I7" in yes:
            yield "SEPTIC-SAMEDAY", "SAME_DAY", ALL
        else:
            yield "UNWELL", "SEE_SOON", ALL
    else:
        if "I7" in yes:
            yield "CELLULITIS", "SAME_DAY", ALL
        if "I3" in yes:
            yield "CANNOT-MOVE", "SAME_DAY", ALL


def _clot(yes: set[str]) -> Iterator[Held]:
    objective = bool(yes & {"B1", "B2", "B3", "B4", "B6", "B7"})
    legpain = "B5" in yes or "B5b" in yes
    risks = yes & {f"CR{number}" for number in range(1, 9)}
    wells = len(yes & {"CR1", "CR2", "CR3", "CR4", "B1", "B2", "B6", "B7"}) + legpain
    if objective:
        yield "DVT-SIGN", "SAME_DAY", ALL
    if legpain and risks:
        yield "DVT-PAIN+RISK", "SAME_DAY", ALL
    if wells >= 2:
        yield "CLOT-RISK-2", "SAME_DAY", ALL
    if legpain and not objective and not risks:
        yield "DVT-WATCH", "CAUTION", MASSAGE | {"roller", "brace"}
    if risks - {"CR6"} and not objective and not legpain:
        yield "DVT-RISK-NO-MASSAGE", "CAUTION", MASSAGE | {"roller"}
    if risks == {"CR6"} and not objective and not legpain:
        yield "DVT-RISK-REMINDER", "CAUTION", set()
    if "CR4b" in yes:
        yield "CLOT-UNDER-TREATMENT", "SEE_SOON", ALL
    if "B8" in yes:
        yield "BOTH-LEGS-SWOLLEN", "SEE_SOON", ALL
    if "CR5" in yes:
        yield "PREGNANCY", "ROUTINE", MASSAGE | {"roller", "E2_eyes_closed", "E2_cushion"}


def _injury(yes: set[str], age: int | None) -> Iterator[Held]:
    if "C5b" in yes:
        yield "NO-WEIGHT-BEARING", "SAME_DAY", ALL
    if "C0" not in yes:
        return
    old = age is not None and age >= 55
    if old or yes & {"C2", "C3", "C4"} or {"C5a", "C5b"} <= yes:
        yield "OTTAWA", "SAME_DAY", ALL
    if "C6" in yes:
        yield "HAEMARTHROSIS", "SAME_DAY", ALL
    if "C8" in yes:
        yield "FRAGILITY", "SAME_DAY", ALL
    if "C9" in yes:
        yield "MUSCLE-TEAR-VS-DVT", "SAME_DAY", ALL
    if "C7" in yes:
        yield "LIGAMENT", "SEE_SOON", ALL
    closed = {"roller", "E1plus", "E2_eyes_closed", "E2_cushion", "E3", "E3_straight", "E4"}
    yield "ACUTE-INJURY-7D", "CAUTION", MASSAGE | closed


def _knee(yes: set[str], age: int | None, pain: int | None) -> Iterator[Held]:
    if age is None or age < 18:
        yield "SCOPE-AGE", "SEE_SOON", ALL
    for sign, name, level in (
        ("D1", "LOCKED", "SAME_DAY"),
        ("D2a", "MECHANICAL", "SEE_SOON"),
        ("D2b", "MECHANICAL-FALL", "SEE_SOON"),
        ("D3", "EFFUSION", "SAME_DAY"),
        ("F1", "ANEURYSM", "SAME_DAY"),
        ("F1b", "ANEURYSM-HISTORY", "SEE_SOON"),
        ("F2", "CLAUDICATION-PAES", "SEE_SOON"),
        ("F3", "CLTI", "SAME_DAY"),
        ("H2", "MOTOR-LOSS", "SAME_DAY"),
        ("H3", "INFLAMMATORY", "SEE_SOON"),
        ("J5", "MEDICAL-CLEARANCE", "SEE_SOON"),
        ("J6", "POST-OP", "SEE_SOON"),
    ):
        if sign in yes:
            yield name, level, ALL
    if "D2c" in yes:
        yield "MECHANICAL-KNOWN", "ROUTINE", {"E1plus", "E2_eyes_closed", "E2_cushion"}
    if pain is not None and pain >= 8:
        yield "SEVERE-PAIN", "SAME_DAY", ALL
    if pain in (6, 7):
        yield "HIGH-PAIN", "ROUTINE", {"E1plus"}


def _lumps(yes: set[str], age: int | None) -> Iterator[Held]:
    if "G1" in yes:
        if yes & {"G1a", "G1b", "G1c"}:
            yield "LUMP-RED", "SEE_SOON", ALL
        else:
            yield "LUMP-CHECK", "ROUTINE", {"massage_back_of_knee", "roller"}
    if "G2" in yes and age is not None and age < 25:
        yield "CANCER-FLAGS", "SAME_DAY", ALL
    elif "G2" in yes or "G3" in yes:
        yield "CANCER-FLAGS", "SEE_SOON", ALL


def _health(yes: set[str], age: int | None) -> Iterator[Held]:
    standing = {"E2_eyes_closed", "E2_cushion"}
    if "H1" in yes:
        yield "SCIATICA", "ROUTINE", {"E3_straight"}
    if "J1" in yes:
        yield "BLEEDING", "CAUTION", {"roller", "massage_back_of_knee"}
    if "J2" in yes:
        yield "SKIN", "CAUTION", MASSAGE | {"roller", "brace"}
    if "J3" in yes:
        yield "SENSATION", "CAUTION", MASSAGE | standing | {"roller", "brace"}
    if "J4" in yes or (age is not None and age >= 70):
        yield "BALANCE", "CAUTION", standing
    if "J7" in yes:
        yield "VEINS", "CAUTION", MASSAGE | {"roller"}
    if "J8" in yes:
        yield "DURATION", "ROUTINE", set()
