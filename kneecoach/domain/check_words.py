"""The check of warning signs together with its words: nothing is asked that cannot be read."""

from __future__ import annotations

from kneecoach.domain.check import Check
from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.check_texts import require_words
from kneecoach.domain.content import Content
from kneecoach.domain.help_texts import require_help
from kneecoach.domain.texts import Texts


def worded_check(content: Content) -> Check:
    """The check with a text for each screen, sign and help page; raises `ContentError`.

    Where it raises nothing may be offered. Takes 3 ms.
    """
    check = whole_check(content.check)
    require_worded(content.texts, check)
    return check


def require_worded(texts: Texts, check: Check) -> None:
    """Raise `ContentError` unless each screen, sign and help page has its words."""
    require_words(texts.check, texts.language, check)
    require_help(texts.help, texts.language, check.pages)
