"""Make the cues of the player, `assets/sounds/*.wav`, from sine tones; the same bytes every time.

Run it after changing a tone, listen, and commit the files:  python3 packaging/make_sounds.py
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 22050  # Hz; the highest partial below is under 5 kHz
SOUNDS = Path(__file__).resolve().parents[1] / "assets" / "sounds"


@dataclass(frozen=True, slots=True)
class Tone:
    """One struck or blown tone of a cue: times in seconds, `peak` in dB below full scale."""

    start: float
    length: float
    hertz: float
    peak: float
    attack: float = 0.008
    partials: tuple[tuple[float, float], ...] = ((1.0, 1.0), (2.0, 0.18), (3.0, 0.05))
    decay: float = 4.0


WOOD = ((1.0, 1.0), (2.76, 0.35), (5.4, 0.12))  # the partials of a struck bar
BELL = ((1.0, 1.0), (2.0, 0.45), (2.4, 0.25), (3.0, 0.20))

# look 11.1: a soft wooden tick at -18 dB, two tones rising for Lift and falling for Lower.
CUES: dict[str, tuple[Tone, ...]] = {
    "tick": (Tone(0.0, 0.09, 820.0, -18.0, attack=0.002, partials=WOOD, decay=7.0),),
    "up": (Tone(0.0, 0.16, 523.25, -13.0), Tone(0.13, 0.30, 659.26, -12.0)),
    "down": (Tone(0.0, 0.16, 659.26, -13.0), Tone(0.13, 0.30, 523.25, -12.0)),
    "hold": (Tone(0.0, 0.45, 440.0, -13.0, attack=0.03, decay=3.0),),
    "zero": (Tone(0.0, 0.70, 880.0, -10.0, attack=0.003, partials=BELL, decay=5.0),),
    "switch": (
        Tone(0.0, 0.16, 587.33, -13.0),
        Tone(0.15, 0.16, 440.0, -13.0),
        Tone(0.30, 0.34, 587.33, -12.0),
    ),
    "rest": (
        Tone(0.0, 0.35, 392.0, -14.0, attack=0.04, decay=3.0),
        Tone(0.28, 0.60, 293.66, -13.0, attack=0.05, decay=3.0),
    ),
    "done": (
        Tone(0.0, 0.22, 523.25, -13.0),
        Tone(0.18, 0.22, 659.26, -13.0),
        Tone(0.36, 0.70, 783.99, -11.0, partials=BELL),
    ),
}


def envelope(tone: Tone, at: float) -> float:
    """Loudness 0 to 1 at `at` seconds after the tone began: soft rise, decay, silent last end."""
    rise = min(1.0, at / tone.attack)
    fade = min(1.0, max(0.0, (tone.length - at) / 0.02))
    return rise * rise * (3 - 2 * rise) * math.exp(-tone.decay * at / tone.length) * fade


def sample(tone: Tone, at: float) -> float:
    """Value of the tone, at most its peak, at `at` seconds after its start."""
    if not 0 <= at < tone.length:
        return 0.0
    total = sum(share for _, share in tone.partials)
    wave_ = sum(s * math.sin(math.tau * tone.hertz * k * at) for k, s in tone.partials) / total
    return float(10 ** (tone.peak / 20) * envelope(tone, at) * wave_)


def render(tones: tuple[Tone, ...]) -> bytes:
    """Mono 16-bit samples of one cue at `RATE`."""
    length = max(t.start + t.length for t in tones)
    frames = range(round(length * RATE))
    values = (sum(sample(t, n / RATE - t.start) for t in tones) for n in frames)
    return b"".join(struct.pack("<h", round(32767 * value)) for value in values)


def write(folder: Path) -> list[Path]:
    """Write every cue into `folder` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, tones in CUES.items():
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(tones))
        paths.append(path)
    return paths


if __name__ == "__main__":
    for made in write(Path(sys.argv[1]) if len(sys.argv) > 1 else SOUNDS):
        print(made.name, made.stat().st_size)
