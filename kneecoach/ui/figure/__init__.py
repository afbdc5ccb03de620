"""The drawn person and the room: still pictures of any moment of any movement."""

from kneecoach.ui.figure.colours import StageColours, Tint, stage_colours
from kneecoach.ui.figure.room import paint_room
from kneecoach.ui.figure.scene import paint_scene, paint_stage, thumbnail

__all__ = [
    "StageColours",
    "Tint",
    "paint_room",
    "paint_scene",
    "paint_stage",
    "stage_colours",
    "thumbnail",
]
