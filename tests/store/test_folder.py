"""Where the data lives, and which folders are closed to others."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kneecoach.store.folder import data_folder, narrow_folder, prepare_folder


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_option_wins_over_the_platforms_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert data_folder(None) == tmp_path / "share" / "kneecoach"
    assert data_folder(Path("knee")) == tmp_path / "knee"
    assert data_folder(Path("~/knee")) == tmp_path / "home" / "knee"
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_is_the_owners_alone(tmp_path: Path) -> None:
    assert prepare_folder(tmp_path / "a" / "b") == tmp_path / "a" / "b"
    assert (_rights(tmp_path / "a"), _rights(tmp_path / "a" / "b")) == (0o700, 0o700)


@pytest.mark.parametrize(
    "names",
    [(), ("history.sqlite3", "settings.json", "backups", "logs"), ("settings.json.damaged",)],
)
def test_a_folder_with_nothing_but_ours_is_narrowed(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).touch()
    tmp_path.chmod(0o755)
    prepare_folder(tmp_path)
    assert _rights(tmp_path) == 0o700


def test_a_folder_with_other_things_in_it_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()
    tmp_path.chmod(0o755)
    prepare_folder(tmp_path)
    assert _rights(tmp_path) == 0o755


def test_a_shared_folder_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    prepare_folder(tmp_path)
    assert _rights(tmp_path) == 0o1777


@pytest.mark.parametrize(("before", "after"), [(0o555, 0o500), (0o477, 0o400), (0o777, 0o700)])
def test_narrowing_takes_rights_and_gives_none(tmp_path: Path, before: int, after: int) -> None:
    folder = tmp_path / "knee"
    folder.mkdir()
    folder.chmod(before)
    narrow_folder(folder)
    assert _rights(folder) == after
