"""In: the bytes of a page. Out: its text, and what had to be guessed."""

import codecs

from extractor.errors import PageError
from extractor.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MAX_CONTROL_SHARE = 0.05
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")


def decode_bytes(data: bytes, name: str) -> tuple[str, Problem | None]:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252 with a ``Problem`` that says so.

    Windows-1252 is what the WHATWG Encoding Standard reads for Latin-1 labels; its five holes become U+FFFD.
    Raises ``PageError`` for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), None
            except UnicodeDecodeError:
                problem = Problem("encoding", f"{name}: damaged {encoding}; what could not be read became U+FFFD", name)
                return data.decode(encoding, errors="replace"), problem
    if _looks_binary(data):
        raise PageError(f"{name}: looks binary, not text")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        message = f"{name}: no UTF-8 at byte {error.start}; read as Windows-1252"
        return text, Problem("encoding", message, name)


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(1 for byte in sample if byte < 32 and byte not in _TEXT_CONTROLS)
    return controls > max(8, len(sample) * _MAX_CONTROL_SHARE)
