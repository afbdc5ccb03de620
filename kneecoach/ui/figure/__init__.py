"""The drawn person and the room: any moment of any movement, still or moving."""

from kneecoach.ui.figure.cast import Layout, blend
from kneecoach.ui.figure.colours import StageColours, Tint, stage_colours
from kneecoach.ui.figure.room import paint_room
from kneecoach.ui.figure.scene import paint_scene, paint_stage, thumbnail
from kneecoach.ui.figure.staging import Staging

__all__ = [
    "Layout",
    "StageColours",
    "Staging",
    "Tint",
    "blend",
    "paint_room",
    "paint_scene",
    "paint_stage",
    "stage_colours",
    "thumbnail",
]
