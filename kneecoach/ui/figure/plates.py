"""Pictures of parts of the figure, painted once and kept packed.

A frame takes 10 to 20 ms to paint and 0.5 to 3 ms to unpack; packed it is a twentieth of its size,
so that all frames of an exercise fit into a few megabytes (docs/decisions.md).
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

_OPEN = 3  # plates kept unpacked: what is on the screen
Painted = tuple[QPoint, QImage]  # the device pixel it belongs to, and the image


@dataclass(frozen=True, slots=True)
class _Packed:
    place: QPoint
    width: int
    height: int
    dpr: float
    pixels: bytes


class Plates:
    """Keeps what was painted under a key, the least used given away beyond `budget` bytes.

    What is open counts, and stays: it is on the screen.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self._packed: OrderedDict[Hashable, _Packed] = OrderedDict()
        self._open: OrderedDict[Hashable, Painted] = OrderedDict()
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes held, packed and unpacked."""
        return self._size + sum(image.sizeInBytes() for _, image in self._open.values())

    def get(self, key: Hashable, paint: Callable[[], Painted]) -> Painted:
        """The plate of that key, painted when it is wanted for the first time."""
        found = self._open.get(key)
        if found is None:
            packed = self._packed.get(key)
            found = _cropped(paint()) if packed is None else _unpacked(packed)
            if packed is None:
                self._keep(key, _pack(found))
            self._open[key] = found
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
            self._fit()
        self._open.move_to_end(key)
        if key in self._packed:
            self._packed.move_to_end(key)
        return found

    def clear(self) -> None:
        """Give everything away."""
        self._packed.clear()
        self._open.clear()
        self._size = 0

    def _keep(self, key: Hashable, packed: _Packed) -> None:
        self._packed[key] = packed
        self._size += len(packed.pixels)

    def _fit(self) -> None:
        while self._packed and self.size > self.budget:
            _, old = self._packed.popitem(last=False)
            self._size -= len(old.pixels)


def _cropped(painted: Painted) -> Painted:
    """Without the empty edges; where all is empty, one clear pixel."""
    place, image = painted
    inked = _inked(image)
    crop = image.copy(inked)
    crop.setDevicePixelRatio(image.devicePixelRatio())
    return place + inked.topLeft(), crop


def _inked(image: QImage) -> QRect:
    """The least box that holds every pixel with anything on it, however faint; never empty."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    line, pixels, clear = alpha.bytesPerLine(), bytes(alpha.constBits()), bytes(image.width())
    rows = [pixels[start : start + len(clear)] for start in range(0, len(pixels), line)]
    inked = [y for y, row in enumerate(rows) if row != clear]
    if not inked:
        return QRect(0, 0, 1, 1)
    union = 0  # of all rows, as one long number: some ten times as fast as row by row
    for y in inked:
        union |= int.from_bytes(rows[y], "little")
    columns = union.to_bytes(len(clear), "little")
    left, right = len(clear) - len(columns.lstrip(b"\0")), len(columns.rstrip(b"\0"))
    return QRect(left, inked[0], right - left, inked[-1] - inked[0] + 1)


def _pack(painted: Painted) -> _Packed:
    place, image = painted
    pixels = zlib.compress(image.constBits(), 1)
    return _Packed(place, image.width(), image.height(), image.devicePixelRatio(), pixels)


def _unpacked(packed: _Packed) -> Painted:
    form = QImage.Format.Format_ARGB32_Premultiplied  # 4 bytes a pixel: no gaps between lines
    image = QImage(packed.width, packed.height, form)
    memoryview(image.bits())[:] = zlib.decompress(packed.pixels)
    image.setDevicePixelRatio(packed.dpr)
    return packed.place, image
