"""The movements of all pictures: read when they are wanted, a broken one replaced and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the figure is loaded with the first picture, after the page is there
    from kneecoach.domain.figure import Movement
    from kneecoach.domain.front_movements import FrontMovement

_PLACEHOLDER = "at_ease"  # who stands there where a movement can't be shown


class MovementShelf:
    """Movements by the names of their files, each read once.

    In the place of one that is missing or broken somebody stands at ease, and `failed` is told a
    sentence that names the file.
    """

    def __init__(
        self,
        poses: Mapping[str, object],
        front: Mapping[str, object],
        failed: Callable[[str], None],
    ) -> None:
        self._poses = poses
        self._front = front
        self._failed = failed
        self._side: dict[str, Movement | None] = {}
        self._stage: dict[str, Movement | FrontMovement | None] = {}

    def side(self, name: str) -> Movement | None:
        """The movement from the side; None without a name, or where nobody can be drawn."""
        if name and name not in self._side:
            self._side[name] = self._read_side(name)
        return self._side.get(name)

    def stage(self, name: str) -> Movement | FrontMovement | None:
        """The movement in the view of the player: from the front where that shows the balance."""
        if name and name not in self._stage:
            front = self._read_front(name)
            seen = front is not None and front.in_player
            self._stage[name] = front if seen else self.side(name)
        return self._stage.get(name)

    def has_two_views(self, name: str) -> bool:
        """True where the player can show it from the front and from the side."""
        return self.stage(name) is not self.side(name)

    def _read_side(self, name: str) -> Movement | None:
        from kneecoach.domain.figure import PoseError, parse_movement
        from kneecoach.domain.movements import stand_in

        try:
            return parse_movement(name, self._tree(name))
        except PoseError as error:
            self._failed(str(error))
        placeholder = self.side(_PLACEHOLDER) if name != _PLACEHOLDER else None
        return stand_in(placeholder, name) if placeholder is not None else None

    def _tree(self, name: str) -> object:
        from kneecoach.domain.figure import PoseError

        if name not in self._poses:
            raise PoseError(f"poses/{name}.toml", "the file", "is missing")
        return self._poses[name]

    def _read_front(self, name: str) -> FrontMovement | None:
        """None where there is none from the front, or a broken one, which is told."""
        if name not in self._front:
            return None
        from kneecoach.domain.figure import PoseError
        from kneecoach.domain.front_tables import parse_front

        try:
            return parse_front(name, self._front[name])
        except PoseError as error:
            self._failed(str(error))
            return None
