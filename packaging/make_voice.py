"""Make the recorded voice, `assets/voice/<language>/*.ogg`, from the words in `<language>.toml`.

Needed only after a change of the words, on Debian:
apt-get install festival festvox-us-slt-hts vorbis-tools; then python3 packaging/make_voice.py
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
import tomllib
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

VOICE = Path(__file__).resolve().parents[1] / "assets" / "voice"
SPEAKERS = {"en": "voice_cmu_us_slt_arctic_hts"}  # by language, of festival
RATE = 22050  # Hz, as the cues
LOUDNESS = 10 ** (-20 / 20)  # RMS of the loud part of a clip, of full scale
LOUDEST = 10 ** (-3 / 20)  # no sample is above
WINDOW = RATE // 100  # 10 ms
QUIET = 10 ** (-40 / 20)  # of the loudest window: what is below at the ends is cut away
MARGIN_MS = 10, 40  # kept before and after what is heard; faded, so that nothing clicks
RUMBLE = 80.0  # Hz; what is below is no voice
QUALITY = "4"  # of the Vorbis encoder: about 8 KB a clip


def words(language: str) -> dict[str, str]:
    """The words of each clip by the clip's name, such as "number-7"."""
    tables = tomllib.loads((VOICE / f"{language}.toml").read_text("utf-8"))
    return {f"{kind}-{key}": text for kind, table in tables.items() for key, text in table.items()}


def speak(speaker: str, texts: dict[str, str], folder: Path) -> None:
    """Let festival speak every text into `<name>.wav` of the folder."""
    lines = [f"({speaker})"]
    for name, text in texts.items():
        lines.append(
            f'(set! said (utt.synth (eval (list (quote Utterance) (quote Text) "{text}"))))'
        )
        lines.append(f"(utt.wave.resample said {RATE})")
        lines.append(f'(utt.save.wave said "{folder / name}.wav" (quote riff))')
    script = folder / "speak.scm"
    script.write_text("\n".join(lines), "utf-8")
    subprocess.run(["festival", "-b", str(script)], check=True)


def samples_of(path: Path) -> list[float]:
    """The samples of a mono 16-bit file, -1 to 1."""
    with wave.open(str(path)) as file:
        return [value / 32768 for value in array("h", file.readframes(file.getnframes()))]


def without_rumble(samples: list[float]) -> list[float]:
    """The samples without what is below the voice: a first-order high-pass filter, twice."""
    keep = 1 / (1 + math.tau * RUMBLE / RATE)
    for _ in range(2):
        before = value = 0.0
        filtered = []
        for sample in samples:
            value = keep * (value + sample - before)
            before = sample
            filtered.append(value)
        samples = filtered
    return samples


def levels(samples: list[float]) -> list[float]:
    """RMS of each window of 10 ms."""
    windows = (samples[at : at + WINDOW] for at in range(0, len(samples) - WINDOW + 1, WINDOW))
    return [math.sqrt(sum(value * value for value in window) / WINDOW) for window in windows]


def trimmed(samples: list[float]) -> list[float]:
    """What is heard, with its margins faded in and out."""
    heights = levels(samples)
    heard = [number for number, height in enumerate(heights) if height > QUIET * max(heights)]
    before, after = (ms * RATE // 1000 for ms in MARGIN_MS)
    first = max(0, heard[0] * WINDOW - before)
    last = min(len(samples), (heard[-1] + 1) * WINDOW + after)
    return list(faded(samples[first:last], before, after))


def faded(samples: list[float], before: int, after: int) -> Iterator[float]:
    """The samples, rising from and falling to silence within so many of them."""
    for place, value in enumerate(samples):
        yield value * min(1.0, place / before, (len(samples) - 1 - place) / after)


def levelled(samples: list[float]) -> list[float]:
    """The samples at the loudness of all clips; single peaks above the loudest are rounded off."""
    heights = levels(samples)
    loud = [height for height in heights if height > 0.1 * max(heights)]
    gain = LOUDNESS / math.sqrt(sum(height * height for height in loud) / len(loud))
    return [LOUDEST * math.tanh(gain * value / LOUDEST) for value in samples]


def write(path: Path, samples: list[float]) -> None:
    """Write the samples as a Vorbis file; the same bytes for the same samples."""
    raw = array("h", (round(32767 * value) for value in samples)).tobytes()
    options = ["--raw", "--raw-rate", str(RATE), "--raw-chan", "1", "--serial", "1", "-Q"]
    command = ["oggenc", *options, "-q", QUALITY, "-o", str(path), "-"]
    subprocess.run(command, input=raw, check=True)


def make(language: str) -> list[Path]:
    """Speak every clip of the language anew and return the files."""
    target = VOICE / language
    target.mkdir(exist_ok=True)
    for old in target.glob("*.ogg"):
        old.unlink()
    texts = words(language)
    with tempfile.TemporaryDirectory() as folder:
        speak(SPEAKERS[language], texts, Path(folder))
        for name in texts:
            spoken = without_rumble(samples_of(Path(folder, f"{name}.wav")))
            write(target / f"{name}.ogg", levelled(trimmed(spoken)))
    return [target / f"{name}.ogg" for name in texts]


if __name__ == "__main__":
    for chosen in sys.argv[1:] or SPEAKERS:
        made = make(chosen)
        print(chosen, len(made), "clips", sum(path.stat().st_size for path in made), "bytes")
