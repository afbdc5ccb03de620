"""Everything that is content, joined: the catalogue, the guidance and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kneecoach.domain.catalogue import Catalogue, parse_catalogue
from kneecoach.domain.guidance import (
    Cause,
    EmergencyNumbers,
    Sign,
    SignGroup,
    parse_guidance,
)
from kneecoach.domain.parsing import Table
from kneecoach.domain.texts import Texts, parse_texts

# What is read only when somebody asks what the guidance rests on.
BASIS = ("sources", "corrections", "framing")


@dataclass(frozen=True, slots=True)
class Content:
    """One language's content; what is drawn is still trees, read with its first picture.

    `poses` are for `domain.figure.parse_movement`, `front` for `front_tables.parse_front`, `pairs`
    for `pairs.parse_pairs`, `anatomy` for `anatomy_tables.parse_anatomy`. The check of warning
    signs is for `check_reach.whole_check`: where that complains nothing may be offered. `pillars`
    is for `pillar_texts.pillars_of`, `basis` (file name -> tree) for `corrections.basis_of`.
    """

    catalogue: Catalogue
    causes: tuple[Cause, ...]
    sign_groups: tuple[SignGroup, ...]
    signs: tuple[Sign, ...]
    numbers: tuple[EmergencyNumbers, ...]
    check: object
    pillars: object
    basis: Mapping[str, object]
    poses: Mapping[str, Mapping[str, object]]
    front: Mapping[str, object]
    pairs: Mapping[str, object]
    anatomy: object
    texts: Texts


def parse_content(tree: Mapping[str, object], language: str) -> Content:
    """The content of one language from the whole tree; raises `ContentError`.

    The tree has eight tables: catalogue, guidance, check and anatomy (file name -> tree), texts
    (language -> file name -> tree), poses, front and pairs (movement -> tree). What is broken in a
    drawing or in the check is told when it is read.
    """
    top = Table("content", "", tree)
    top.only(("catalogue", "guidance", "check", "texts", "poses", "front", "pairs", "anatomy"))
    catalogue = parse_catalogue(top.table("catalogue").values)
    advice = dict(top.table("guidance").values)
    pillars = advice.pop("pillars", None)
    basis = {name: advice.pop(name) for name in BASIS if name in advice}
    guidance = parse_guidance(advice, catalogue.exercises)
    words = top.table("texts").table(language).values
    poses = top.table("poses")
    return Content(
        catalogue=catalogue,
        causes=guidance.causes,
        sign_groups=guidance.sign_groups,
        signs=guidance.signs,
        numbers=guidance.numbers,
        check=tree.get("check"),
        pillars=pillars,
        basis=basis,
        poses={name: poses.table(name).values for name in poses.values},
        front=top.table("front").values,
        pairs=top.table("pairs").values,
        anatomy=tree.get("anatomy"),
        texts=parse_texts(language, words, catalogue, guidance),
    )
