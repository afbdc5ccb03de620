"""Build hook of hatchling: puts the compiled assets into every wheel and editable install."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import build_assets


class AssetsHook(BuildHookInterface[Any]):
    """Compiles `assets/`; the source distribution has no need of it and carries the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the products and name them to hatchling, which leaves out what git ignores."""
        if self.target_name == "wheel":
            build = build_assets.build_stale if version == "editable" else build_assets.build
            build(Path(self.root))
            build_data["artifacts"] += [build_assets.RESOURCES, build_assets.CONTENT]
