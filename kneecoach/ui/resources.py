"""The compiled fonts, icons, sounds and translations, under `:/fonts`, `:/icons` and so on."""

from importlib.resources import as_file, files

from PySide6.QtCore import QResource

FILE = "resources.rcc"


class MissingResourcesError(Exception):
    """The program was not built or installed as a whole; the text is one sentence for the user."""


def register(package: str = "kneecoach") -> None:
    """Make the resources readable by Qt, mapped into memory and not read yet.

    Calling it again changes nothing. Raises `MissingResourcesError` if they were never built.
    """
    with as_file(files(package) / FILE) as path:
        if not QResource.registerResource(str(path)):
            raise MissingResourcesError(
                f"The file {path} is missing or damaged: install KneeCoach again, or start it "
                "with run.py."
            )
