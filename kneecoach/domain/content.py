"""Everything that is content, joined: the catalogue, the guidance and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kneecoach.domain.catalogue import Catalogue
from kneecoach.domain.guidance import Cause, EmergencyNumbers, Sign, SignGroup
from kneecoach.domain.texts import Texts


@dataclass(frozen=True, slots=True)
class Content:
    """One language's content; `poses` are trees for `domain.figure.parse_movement`."""

    catalogue: Catalogue
    causes: tuple[Cause, ...]
    sign_groups: tuple[SignGroup, ...]
    signs: tuple[Sign, ...]
    numbers: tuple[EmergencyNumbers, ...]
    poses: Mapping[str, Mapping[str, object]]
    texts: Texts
