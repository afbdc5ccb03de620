"""Reads cues and clips of the voice from the compiled resources."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QFile, QIODevice

from kneecoach.ui.sound_mixer import RATE

HEADER = 44  # bytes before the samples of a WAV file of packaging/make_sounds.py
VOICE = "en"  # the language there is a recorded voice of
BETWEEN_MS = 110  # of silence between two clips


def read_cue(name: str) -> bytes:
    """Mono 16-bit samples of a cue; FileNotFoundError if it is not there."""
    return _content(f":/sounds/{name}.wav")[HEADER:]


def read_clips(names: tuple[str, ...]) -> bytes:
    """Mono 16-bit samples of clips one after the other; FileNotFoundError if one is not there."""
    silence = bytes(2 * (RATE * BETWEEN_MS // 1000))
    return silence.join(_decoded(_content(f":/voice/{VOICE}/{name}.ogg")) for name in names)


def _decoded(content: bytes) -> bytes:
    miniaudio = importlib.import_module("miniaudio")
    return bytes(miniaudio.decode(content, nchannels=1, sample_rate=RATE).samples.tobytes())


def _content(path: str) -> bytes:
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(path)
    content = bytes(file.readAll().data())
    file.close()
    return content
