"""The emergency numbers in words: by themselves, on a button, in a sentence (guide 3.2)."""

from __future__ import annotations

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.texts import Texts
from kneecoach.ui.words import translate

_SHARED = "111"  # means something else in each country: never without it (guide 3.2)


def digits_of(numbers: EmergencyNumbers) -> str:
    """The numbers for an ambulance as they stand by themselves, beside their country."""
    return " · ".join(numbers.emergency)


def digits_on_button(numbers: EmergencyNumbers) -> str:
    """The same where no country stands beside them: 111 has it before itself."""
    words = digits_of(numbers)
    return f"{numbers.country} {words}" if _SHARED in numbers.emergency else words


def anywhere_words(numbers: EmergencyNumbers, texts: Texts) -> str:
    """What holds where no country is chosen: these, or the local number."""
    return texts.message("numbers_any", numbers=", ".join(numbers.emergency))


def numbers_words(numbers: EmergencyNumbers, texts: Texts) -> str:
    """The emergency numbers within a sentence: 15 or 112, or what holds anywhere."""
    if not numbers.country:
        return anywhere_words(numbers, texts)
    *first, last = numbers.emergency
    if not first:
        return last
    return translate("Words", "{first} or {last}").format(first=", ".join(first), last=last)
