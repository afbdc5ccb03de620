"""What each key does in the player (look 10); presenter remotes and media keys included."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt


class Act(StrEnum):
    """What the person wants; Space, Enter and Page Down depend on who counts."""

    SPACE = "space"
    PAUSE = "pause"
    SKIP = "skip"
    PAGE_DOWN = "page_down"
    BACK = "back"
    HURTS = "hurts"
    SOUND = "sound"
    VOICE = "voice"
    MORE = "more"
    LESS = "less"
    SIDE = "side"
    VIEW = "view"
    END = "end"


K = Qt.Key

KEYS: Mapping[Qt.Key, Act] = {
    K.Key_Space: Act.SPACE,
    K.Key_K: Act.PAUSE,
    K.Key_MediaPlay: Act.PAUSE,
    K.Key_MediaPause: Act.PAUSE,
    K.Key_MediaTogglePlayPause: Act.PAUSE,
    K.Key_Right: Act.SKIP,
    K.Key_N: Act.SKIP,
    K.Key_MediaNext: Act.SKIP,
    K.Key_PageDown: Act.PAGE_DOWN,
    K.Key_Left: Act.BACK,
    K.Key_PageUp: Act.BACK,
    K.Key_MediaPrevious: Act.BACK,
    K.Key_P: Act.HURTS,
    K.Key_Period: Act.HURTS,
    K.Key_M: Act.SOUND,
    K.Key_V: Act.VOICE,
    K.Key_Plus: Act.MORE,
    K.Key_Equal: Act.MORE,  # the plus key of many keyboards without Shift
    K.Key_Minus: Act.LESS,
    K.Key_L: Act.SIDE,
    K.Key_W: Act.VIEW,
    K.Key_Escape: Act.END,
}
