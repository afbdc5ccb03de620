"""Reading a PDF back: its properties, its sheets and the words on them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF as Qt writes it."""

    content: bytes

    @property
    def sheets(self) -> int:
        """How many sheets it has."""
        return len(re.findall(rb"/Type /Page\b", self.content))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a sheet in points."""
        found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", self.content)
        assert found
        return round(float(found[1])), round(float(found[2]))

    @property
    def properties(self) -> dict[str, str]:
        """What it tells of itself."""
        found = re.findall(
            rb"/(Title|Author|Creator|Producer|Subject|Keywords) \((.*?)\)", self.content
        )
        return {name.decode(): text.decode("utf-16") if text else "" for name, text in found}

    @property
    def text(self) -> str:
        """All words, those of one line together, lines apart."""
        objects = {int(number): body for number, body in _OBJECT.findall(self.content)}
        letters = {
            font: _letters(_unpacked(objects[int(to)]))
            for font, to in _fonts(self.content, objects).items()
        }
        pages = [_unpacked(body) for body in objects.values() if b"FlateDecode" in body]
        return "\n".join(line for page in pages if b" Tf" in page for line in _lines(page, letters))


def _fonts(content: bytes, objects: dict[int, bytes]) -> dict[bytes, bytes]:
    """The name of each font and the object that tells its letters."""
    found = {}
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", content):
        to = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert to
        found[name] = to[1]
    return found


def _unpacked(body: bytes) -> bytes:
    stream = _STREAM.search(body)
    assert stream
    return zlib.decompressobj().decompress(stream[1]) if b"FlateDecode" in body else stream[1]


def _letters(table: bytes) -> dict[int, str]:
    letters = {}
    for first, listed in re.findall(rb"<(\w+)> <\w+> \[(.*?)\]", table, re.DOTALL):
        for place, code in enumerate(re.findall(rb"<(\w+)>", listed)):
            letters[int(first, 16) + place] = chr(int(code, 16)).replace("\t", " ")
    return letters


def _lines(page: bytes, letters: dict[bytes, dict[int, str]]) -> list[str]:
    lines = []
    for written in re.findall(rb"\bBT\b(.*?)\bET\b", page, re.DOTALL):
        font = re.search(rb"/(F\d+) ", written)
        assert font
        codes = b"".join(re.findall(rb"<(\w+)> Tj", written))
        numbers = [int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)]
        lines.append("".join(letters[font[1]].get(number, "?") for number in numbers))
    return lines
