"""What stands in for the history while its file can't be used."""

from __future__ import annotations

from typing import NoReturn

from kneecoach.domain.history import JournalError


class BarredHistory:
    """A `Journal` in which every call raises the error with which the file was refused."""

    def __init__(self, error: JournalError) -> None:
        self._error = error

    def refuse(self, *_: object, **__: object) -> NoReturn:
        """Raises JournalError, whatever is asked."""
        raise JournalError(self._error.code, **self._error.fields)

    begin = repetition = correct = rate = finish = discard = sessions = refuse
