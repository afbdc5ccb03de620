"""Real small and read-only file systems, mounted for a moment in a name space of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.long

SMALL_DISK = """
mount -t tmpfs -o size=300k tmpfs "$PLACE"
exec "$PYTHON" - <<'END'
import os
from pathlib import Path
from kneecoach.domain.history import JournalError
from kneecoach.domain.settings import Settings
from kneecoach.store.settings import load_settings, save_settings
from tests.store.sample import history_in, whole

folder = Path(os.environ["PLACE"]) / "knee"
with history_in(folder) as history:
    save_settings(folder, Settings(sound=False))
    filler = folder.parent / "filler"
    written = 0
    try:
        while True:
            history.add([whole(started=1_700_000_000 + written)])
            written += 1
    except JournalError as error:
        assert error.code == "full", error.code
    try:
        filler.write_bytes(bytes(1_000_000))
    except OSError:
        pass
    for call in (lambda: history.begin(whole()[0]), lambda: save_settings(folder, Settings())):
        try:
            call()
            raise SystemExit("a full disk took it")
        except JournalError as error:
            assert error.code == "full", error.code
    assert load_settings(folder) == Settings(sound=False)
    assert len(history.sessions()) == written > 50
    assert history.check() == ()
    filler.unlink()
    save_settings(folder, Settings())
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["history.sqlite3", "settings.json"], names
print("kept", written)
END
"""

READ_ONLY_DISK = """
mount -t tmpfs -o size=2m tmpfs "$PLACE"
"$PYTHON" -c 'import os; from pathlib import Path; from tests.store.sample import filled; \\
filled(Path(os.environ["PLACE"]) / "knee")'
mount -o remount,ro "$PLACE"
exec "$PYTHON" - <<'END'
import os
from pathlib import Path
from kneecoach.domain.history import JournalError
from kneecoach.domain.settings import Settings
from kneecoach.store.settings import save_settings
from tests.store.sample import history_in, start

folder = Path(os.environ["PLACE"]) / "knee"
with history_in(folder) as history:
    assert history.read_only
    kept = len(history.sessions())
    for call in (lambda: history.begin(start()), lambda: save_settings(folder, Settings())):
        try:
            call()
            raise SystemExit("a read-only disk took it")
        except JournalError as error:
            assert error.code == "read_only", error.code
try:
    history_in(folder.parent / "new")
except JournalError as error:
    assert error.code == "read_only", error.code
print("kept", kept)
END
"""


@pytest.mark.parametrize("script", [SMALL_DISK, READ_ONLY_DISK], ids=["small", "read_only"])
def test_a_disk_of_that_kind(tmp_path: Path, script: str) -> None:
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    done = subprocess.run(
        ["unshare", "--mount", *rights, "sh", "-ec", script],
        cwd=ROOT,
        env=os.environ | {"PLACE": str(tmp_path), "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("kept")
