"""The settings file is whole at any moment, and a damaged one is never a crash."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as run_settings
from hypothesis import strategies as st

from kneecoach.domain.history import JournalError
from kneecoach.domain.settings import (
    Distance,
    FigureLook,
    HairCut,
    PainfulSide,
    Settings,
    ThemeChoice,
)
from kneecoach.store.settings import load_settings, save_settings
from tests.store.sample import ordinary_person

CHOSEN = Settings(side=PainfulSide.BOTH, side_chosen=True, theme=ThemeChoice.DARK, sound=False)


def test_a_missing_file_means_the_defaults_and_is_not_made(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "nowhere") == Settings()
    assert list(tmp_path.iterdir()) == []


@run_settings(max_examples=30, deadline=None)
@given(chosen=st.from_type(Settings))
def test_what_was_saved_is_loaded(chosen: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        save_settings(Path(folder), chosen)
        assert load_settings(Path(folder)) == chosen


@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_the_file_is_the_owners_alone_and_nothing_else_is_left(tmp_path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        save_settings(tmp_path / "knee", Settings())
        save_settings(tmp_path / "knee", CHOSEN)
    finally:
        os.umask(old)
    (file,) = (tmp_path / "knee").iterdir()
    assert file.name == "settings.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b'{"sound": false',
        b"[" * 60_000,
        b'{"x": "' + b"y" * 70_000 + b'"}',
    ],
    ids=["empty", "open", "list", "null", "utf-16", "cut", "deep", "large"],
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert not (tmp_path / "settings.json").exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == content
    save_settings(tmp_path, CHOSEN)
    assert load_settings(tmp_path) == CHOSEN


def test_unknown_keys_are_passed_over_and_unknown_values_are_defaults(tmp_path: Path) -> None:
    tree = {
        "format": "kneecoach.settings/2",
        "colour": "teal",
        "side": "right",
        "theme": "sepia",
        "sound": 0,
        "side_chosen": "yes",
        "distance": ["2m"],
        "pace": None,
    }
    (tmp_path / "settings.json").write_text(json.dumps(tree))
    assert load_settings(tmp_path) == Settings(side=PainfulSide.RIGHT)
    assert (tmp_path / "settings.json").exists()


def test_values_are_words_a_person_can_read(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(distance=Distance.TWO_METRES))
    tree = json.loads((tmp_path / "settings.json").read_text())
    assert tree["format"] == "kneecoach.settings/1"
    assert (tree["distance"], tree["side"], tree["sound"]) == ("2m", "left", True)


def test_a_folder_that_may_not_be_written_is_told_and_the_old_file_stays() -> None:
    with ordinary_person() as folder:
        save_settings(folder, CHOSEN)
        folder.chmod(0o500)
        with pytest.raises(JournalError) as refused:
            save_settings(folder, Settings())
        assert refused.value.code == "read_only"
        assert load_settings(folder) == CHOSEN
        folder.chmod(0o700)
        save_settings(folder, Settings())
        assert load_settings(folder) == Settings()


def test_a_file_that_may_not_be_read_means_the_defaults_and_stays() -> None:
    with ordinary_person() as folder:
        save_settings(folder, CHOSEN)
        (folder / "settings.json").chmod(0o000)
        assert load_settings(folder) == Settings()
        assert (folder / "settings.json").exists()


@pytest.mark.parametrize("value", ["green", "", 3, None, ["tan"], {"tan": 1}])
def test_an_unknown_look_or_cut_is_its_default(tmp_path: Path, value: object) -> None:
    save_settings(tmp_path, replace(CHOSEN, figure=FigureLook.FAIR, hair=HairCut.BUN))
    file = tmp_path / "settings.json"
    tree = json.loads(file.read_text(encoding="utf-8"))
    assert (tree["figure"], tree["hair"]) == ("fair", "bun")
    file.write_text(json.dumps(tree | {"figure": value, "hair": value}), encoding="utf-8")
    assert load_settings(tmp_path) == CHOSEN
