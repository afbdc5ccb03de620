"""Bring `assets/i18n/*.ts` up to date with the sentences in the program.

    python packaging/update_translations.py

English holds only what has a singular and a plural: "%n set(s)" becomes "%n set" and "%n sets", any
other form is left empty for a person to fill in, and a test tells. Qt's own lupdate 6.11 overlooks
`translate(context, text, "", a.number)` and does not see that it has a plural.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FORMS = 2  # singular and plural, in English


class Message(NamedTuple):
    """One sentence as the program asks for it."""

    context: str
    source: str
    comment: str
    plural: bool


def messages(root: Path) -> set[Message]:
    """All messages of the Python files of the interface below `root`."""
    files = [file for room in ("app", "ui") for file in (root / "kneecoach" / room).rglob("*.py")]
    return {message for file in files for message in messages_in(file.read_text("utf-8"))}


def messages_in(code: str) -> Iterator[Message]:
    """Messages of one file: `self.tr(...)` in a class, and `translate(context, ...)`."""
    tree = ast.parse(code)
    yield from calls_in(tree, "")


def calls_in(node: ast.AST, context: str) -> Iterator[Message]:
    """Messages below a node; a method's context is its class."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield from message_of(child, inside)
        yield from calls_in(child, inside)


def message_of(call: ast.Call, context: str) -> Iterator[Message]:
    """The message of a call, if it is one of the two that translate."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    texts = [a.value if isinstance(a, ast.Constant) else None for a in call.args]
    if name == "translate" and len(texts) > 1 and isinstance(texts[0], str):
        context, texts = texts[0], texts[1:]
    elif name != "tr":
        return
    if texts and isinstance(texts[0], str):
        comment = texts[1] if len(texts) > 1 and isinstance(texts[1], str) else ""
        yield Message(context, texts[0], comment, plural=len(texts) > 2)


def read(path: Path) -> dict[Message, list[str]]:
    """Messages of a .ts file with their finished forms, none where a person has to fill them in."""
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            plural = entry.get("numerus") == "yes"
            key = Message(name, entry.findtext("source", ""), entry.findtext("comment", ""), plural)
            found[key] = forms_of(entry.find("translation"))
    return found


def forms_of(translation: Xml.Element | None) -> list[str]:
    """The finished forms of a translation."""
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def english(source: str) -> list[str]:
    """Both forms of a source with "(s)"; none if it takes a person."""
    if "(s)" not in source:
        return []
    return [source.replace("(s)", ""), source.replace("(s)", "s")]


def write(path: Path, found: dict[Message, list[str]]) -> None:
    """Write a .ts file in a fixed order."""
    root = Xml.Element("TS", version="2.1", language="en", sourcelanguage="en")
    for name in sorted({message.context for message in found}):
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for message in sorted(m for m in found if m.context == name):
            add(context, message, found[message])
    Xml.indent(root, space="    ")
    text = Xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def add(context: Xml.Element, message: Message, forms: list[str]) -> None:
    """Add one message that has a plural."""
    entry = Xml.SubElement(context, "message", numerus="yes")
    Xml.SubElement(entry, "source").text = message.source
    if message.comment:
        Xml.SubElement(entry, "comment").text = message.comment
    translation = Xml.SubElement(entry, "translation", {} if forms else {"type": "unfinished"})
    for form in forms or [""] * FORMS:
        Xml.SubElement(translation, "numerusform").text = form


def updated(root: Path) -> dict[Message, list[str]]:
    """What the English file has to hold, with the forms it holds already."""
    known = read(root / "assets" / "i18n" / "kneecoach_en.ts")
    wanted = sorted(message for message in messages(root) if message.plural)
    return {message: known.get(message) or english(message.source) for message in wanted}


def main() -> int:
    found = updated(ROOT)
    write(ROOT / "assets" / "i18n" / "kneecoach_en.ts", found)
    unfinished = [message.source for message, forms in found.items() if not forms]
    for source in unfinished:
        print(f"needs both forms: {source}", file=sys.stderr)
    return 1 if unfinished else 0


if __name__ == "__main__":
    raise SystemExit(main())
