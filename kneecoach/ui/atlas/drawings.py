"""Keeps what was painted of the atlas, and paints what is asked for a step at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QPixmap

from kneecoach.domain.anatomy import Atlas
from kneecoach.ui.atlas.pictures import AtlasShapes, Part, View

MOST_BYTES = 16 * 2**20  # of pictures kept; what is on the screen stays whatever it takes

_Key = tuple[View, bool, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A painted piece and where it lies in the picture of its view, px."""

    pixmap: QPixmap
    place: QRect

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return self.pixmap.width() * self.pixmap.height() * 4


class Drawings(QObject):
    """Layers, whole and pale, and what is lit in them; `painted` says that one is ready."""

    painted = Signal()

    def __init__(self, atlas: Atlas) -> None:
        super().__init__()
        self._atlas = atlas
        self.shapes = AtlasShapes(atlas)
        self._ahead: View | None = None
        self._quiet: set[_Key] = set()  # painted ahead: nobody waits for it
        self._kept: OrderedDict[_Key, Piece] = OrderedDict()
        self._wanted: OrderedDict[_Key, Iterator[Part | None]] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def bytes(self) -> int:
        """What all that is kept takes in memory."""
        return sum(piece.bytes for piece in self._kept.values())

    def give_away(self) -> None:
        """Keep nothing; what is wanted again is painted again."""
        self._timer.stop()
        self._wanted.clear()
        self._quiet.clear()
        self._kept.clear()
        self._ahead = None

    def layer(self, view: View, *, pale: bool) -> Piece | None:
        """A layer, None while it is still to be painted.

        After it follow, unasked, the pale one and each structure lit, for whoever points at it.
        """
        self._forget(view)
        key = (view, pale, frozenset[str]())
        found = self._find(key)
        self._quiet.discard(key)
        if found is not None and not pale and view != self._ahead:
            self._look_ahead(view)
        return found

    def lit(self, view: View, names: frozenset[str]) -> Piece | None:
        """What is lit in a layer; one structure at once, several when they are painted."""
        key = (view, True, names)
        found = self._find(key)
        self._quiet.discard(key)
        if found is None and len(names) == 1:
            found = self._finish(key, self._wanted.pop(key))
        return found

    def finish(self) -> None:
        """Paint everything that was asked for now, for a picture of the page itself."""
        while self._wanted:
            self._step()

    def _find(self, key: _Key) -> Piece | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif key not in self._wanted:
            self._wanted[key] = self._steps(key)
            self._timer.start()
        return found

    def _look_ahead(self, view: View) -> None:
        self._ahead = view
        names = [label.structure for label in self._atlas.layers[view.layer].labels]
        for lit in (frozenset[str](), *(frozenset((name,)) for name in reversed(names))):
            key = (view, True, lit)
            if key not in self._kept and key not in self._wanted:
                self._quiet.add(key)
                self._find(key)

    def _forget(self, view: View) -> None:
        """Give up what was asked for in another size or palette, and never seen."""
        for key in tuple(self._wanted):
            if (key[0].side, key[0].dpr, key[0].theme) != (view.side, view.dpr, view.theme):
                del self._wanted[key]
                self._quiet.discard(key)

    def _steps(self, key: _Key) -> Iterator[Part | None]:
        view, pale, names = key
        if names:
            return self.shapes.lit_steps(view, names)
        return self.shapes.layer_steps(view, pale=pale)

    def _step(self) -> None:
        """One step of what is wanted most."""
        if not self._wanted:
            self._timer.stop()
            return
        key = self._next()
        part = next(self._wanted[key])
        if part is not None:
            del self._wanted[key]
            self._keep(key, part)
            if key not in self._quiet:
                self.painted.emit()
            self._quiet.discard(key)

    def _next(self) -> _Key:
        """Whole layers first, then what somebody waits for, then what may be wanted; the newest."""
        newest = reversed(self._wanted)
        return min(newest, key=lambda key: (key[1], key in self._quiet, len(key[2]) == 1))

    def _finish(self, key: _Key, steps: Iterator[Part | None]) -> Piece:
        part = next(part for part in steps if part is not None)
        return self._keep(key, part)

    def _keep(self, key: _Key, part: Part) -> Piece:
        piece = Piece(QPixmap.fromImage(part.image), part.place)
        self._kept[key] = piece
        self._make_room()
        return piece

    def _make_room(self) -> None:
        """Let the oldest go where there is too much, but not the layer on the screen."""
        spare = [key for key in self._kept if key[0] != self._ahead or key[2]]
        for key in spare[:-1]:
            if self.bytes <= MOST_BYTES:
                return
            del self._kept[key]
