"""The compiled assets: complete, reproducible, rebuilt when needed, readable by the program."""

from __future__ import annotations

import os
import shutil
import tomllib
import xml.etree.ElementTree as Xml
from pathlib import Path

import build_assets
import pytest
import update_translations
from PySide6.QtCore import QFile

from kneecoach.ui.resources import MissingResourcesError, register

ROOT = Path(__file__).resolve().parents[2]
# Folders of assets that go into the resources as they are.
QUICK = ("fonts", "icons", "sounds", "voice/en")


def listed() -> set[str]:
    return {element.text or "" for element in Xml.parse(ROOT / "resources.qrc").iter("file")}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of all that the products are made from."""
    for name in ("assets", "kneecoach"):
        ignored = shutil.ignore_patterns("__pycache__", "resources.rcc", "content.json")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    (tmp_path / "packaging").mkdir()
    for name in ("resources.qrc", "packaging/build_assets.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_list_of_resources_names_every_asset_and_nothing_else() -> None:
    there = {
        path.relative_to(ROOT).as_posix()
        for folder in QUICK
        for path in (ROOT / "assets" / folder).iterdir()
    }
    languages = (ROOT / "assets" / "i18n").glob("*.ts")
    assert listed() == there | {f"build/i18n/{path.stem}.qm" for path in languages}


def test_the_products_are_the_same_whenever_they_are_built(checkout: Path) -> None:
    def products() -> list[bytes]:
        build_assets.build(checkout)
        names = (build_assets.RESOURCES, build_assets.CONTENT)
        return [(checkout / name).read_bytes() for name in names]

    first = products()
    for path in (checkout / "assets").rglob("*"):
        os.utime(path, (1, 1))
    assert products() == first


def test_a_changed_or_removed_asset_makes_the_products_stale(checkout: Path) -> None:
    assert build_assets.is_stale(checkout)
    build_assets.build(checkout)
    age(checkout)
    assert not build_assets.is_stale(checkout)
    later = (checkout / build_assets.RESOURCES).stat().st_mtime + 10
    os.utime(checkout / "assets" / "sounds" / "tick.wav", (later, later))
    assert build_assets.is_stale(checkout)
    age(checkout)
    (checkout / "assets" / "sounds" / "tick.wav").unlink()
    assert build_assets.is_stale(checkout)


def age(checkout: Path) -> None:
    """Make every source older than the products."""
    for path in [checkout / "resources.qrc", *checkout.rglob("*")]:
        if path.suffix not in (".rcc", ".json"):
            os.utime(path, (1, 1))


def test_bad_content_gives_one_sentence_and_leaves_the_last_product(checkout: Path) -> None:
    build_assets.build(checkout)
    before = (checkout / build_assets.CONTENT).read_bytes()
    bad = checkout / "assets" / "catalogue" / "balance.toml"
    bad.write_text("this is no TOML")
    with pytest.raises(build_assets.BuildError) as caught:
        build_assets.build(checkout)
    assert "balance.toml" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (checkout / build_assets.CONTENT).read_bytes() == before


def test_a_tool_that_fails_is_told_with_its_words(checkout: Path) -> None:
    (checkout / "assets" / "sounds" / "tick.wav").unlink()
    with pytest.raises(build_assets.BuildError, match=r"rcc failed: .*tick\.wav"):
        build_assets.compile_resources(checkout)


def test_the_program_reads_every_resource() -> None:
    register()
    for element in Xml.parse(ROOT / "resources.qrc").iter("qresource"):
        for file in element.iter("file"):
            assert QFile.exists(f":{element.get('prefix')}/{file.get('alias')}")


def test_resources_that_were_never_built_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "unbuilt").mkdir()
    (tmp_path / "unbuilt" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(MissingResourcesError) as caught:
        register("unbuilt")
    assert "install KneeCoach again" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_plural_of_the_program_has_both_english_forms() -> None:
    wanted = update_translations.updated(ROOT)
    assert [message.source for message, forms in wanted.items() if not all(forms)] == []
    assert update_translations.read(ROOT / "assets" / "i18n" / "kneecoach_en.ts") == wanted


def test_messages_are_found_with_their_context_and_plural() -> None:
    code = (
        "class Page:\n"
        "    def name(self): return self.tr('Today')\n"
        "    def count(self): return self.tr('%n set(s)', '', self.sets.done)\n"
        "def free(items): return translate('Free', '%n leg(s)', '', len(items))\n"
        "def other(): return QCoreApplication.translate('Free', 'Left', 'side')\n"
    )
    assert set(update_translations.messages_in(code)) == {
        ("Page", "Today", "", False),
        ("Page", "%n set(s)", "", True),
        ("Free", "%n leg(s)", "", True),
        ("Free", "Left", "side", False),
    }
    assert update_translations.english("%n leg(s)") == ["%n leg", "%n legs"]
    assert update_translations.english("%n feet") == []


def test_the_menu_entry_starts_the_program_and_shows_its_icon() -> None:
    entry = dict(
        line.split("=", 1)
        for line in (ROOT / "packaging" / "kneecoach.desktop").read_text().splitlines()
        if "=" in line
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert entry["Exec"] == entry["TryExec"] in project["project"]["scripts"]
    assert {Path(place).stem for place in shared.values()} == {entry["Icon"]}
    assert all((ROOT / source).is_file() for source in shared)
