"""The pseudo-language as a translator: every sentence longer, accented and in brackets."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from kneecoach.domain.pseudo import pseudo


class PseudoTranslator(QTranslator):
    """Gives each source text in the pseudo-language; install it to find words left behind."""

    def isEmpty(self) -> bool:
        """There is a translation for everything."""
        return False

    def translate(
        self,
        context: str | bytes | bytearray | memoryview,
        source_text: str | bytes | bytearray | memoryview,
        disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        """The text longer and accented; its gaps stay as they are."""
        del context, disambiguation, n
        text = source_text if isinstance(source_text, str) else bytes(source_text).decode()
        return pseudo(text)
