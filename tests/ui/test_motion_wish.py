"""The desktop's wish for less motion."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusVariant

from kneecoach.ui.look import Look
from kneecoach.ui.motion_wish import MotionWish, plain

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def heard(qapp):  # noqa: ARG001  the application has to be there
    wish = MotionWish()
    told: list[bool] = []
    wish.wished.connect(told.append)
    return wish, told


def test_without_a_bus_nobody_is_asked(heard, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    wish, told = heard
    assert not wish.ask()
    assert told == []


def test_a_bus_that_is_not_there_does_no_harm(heard, monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    wish, told = heard
    assert not wish.ask()
    assert told == []


def test_either_setting_can_ask_and_others_are_passed_over(heard):
    wish, told = heard
    wish.follow("org.freedesktop.appearance", "color-scheme", QDBusVariant(1))
    assert told == []
    wish.follow("org.freedesktop.appearance", "reduced-motion", QDBusVariant(1))
    wish.follow("org.gnome.desktop.interface", "enable-animations", QDBusVariant(True))
    wish.follow("org.freedesktop.appearance", "reduced-motion", QDBusVariant(0))
    wish.follow("org.gnome.desktop.interface", "enable-animations", QDBusVariant(False))
    assert told == [True, True, False, True]


def test_wrappers_are_taken_off():
    assert plain(QDBusVariant(1)) == 1
    assert plain(1) == 1


def test_the_look_takes_the_wish_over_and_tells_it_once(qapp):  # noqa: ARG001
    look, told = Look(), []
    look.changed.connect(lambda: told.append(look.reduced_motion))
    look._take_wish(True)
    look._take_wish(True)
    look._take_wish(False)
    assert told == [True, False]


@pytest.mark.long
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no message bus")
def test_a_real_portal_is_heard_and_followed():
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.portal"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "True True False"), done.stderr
