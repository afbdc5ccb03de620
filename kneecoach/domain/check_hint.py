"""How the check stood when it was last looked at: for the first paint alone, it admits nothing.

Reading the rules takes a fifth of the way to the first paint; the next look reads them.
"""

from __future__ import annotations

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.safety import CheckOutcome, GateDue, all_closed

_LONGEST = 400  # characters; all locks have fewer


def hint_of(outcome: CheckOutcome | None, ends: int) -> str:
    """The hint to keep; "" where nothing is open. `ends` is when the check is over, in UTC s."""
    if outcome is None or all_closed(outcome):
        return ""
    return f"{ends} {','.join(sorted(outcome.locks))}".strip()


def hinted(hint: str, now: int) -> CheckOutcome | None:
    """What a hint says at that UTC second; None where it says nothing or could be wrong by now."""
    ends, _, names = hint[:_LONGEST].partition(" ")
    locks = frozenset(filter(None, names.split(",")))
    if not (ends.isascii() and ends.isdecimal()) or now >= int(ends) or not locks <= EVERYTHING:
        return None
    return CheckOutcome(locks, gate=GateDue.SEVEN)
