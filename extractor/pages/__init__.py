"""In: text, bytes or a path. Out: a Page with blocks, sentences and words."""

import hashlib
from pathlib import Path

from extractor.errors import PageError
from extractor.model import Page, Problem
from extractor.pages.decode import decode_bytes
from extractor.pages.layout import lay_out
from extractor.pages.sentences import split_sentences
from extractor.pages.stacked import join_stacked
from extractor.vocabulary import split_words

MAX_CHARACTERS = 2_000_000
MAX_BYTES = 10_000_000

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "make_page", "read"]


def read(source: str | bytes | Path, page_id: str | None = None) -> Page:
    """Read a page: ``str`` is its text, ``bytes`` are decoded, a ``Path`` is opened.

    The id is ``page_id``, else the file's stem, else the first twelve digits of the text's sha256.
    Raises ``PageError`` with one line for a file that is missing, no regular file, binary or too large.
    """
    if isinstance(source, Path):
        data = _read_file(source)
        return _decode(data, page_id or source.stem, str(source))
    if isinstance(source, bytes):
        return _decode(source, page_id, None)
    return make_page(source, page_id)


def make_page(
    text: str, page_id: str | None = None, source: str | None = None, problems: tuple[Problem, ...] = ()
) -> Page:
    """Lay out ``text``; lone surrogates, which no encoding can write, become U+FFFD (one for one)."""
    name = source or page_id or "page"
    if len(text) > MAX_CHARACTERS:
        raise PageError(f"{name}: {len(text):,} characters; at most {MAX_CHARACTERS:,} are read")
    text, data = _encode(text)
    digest = hashlib.sha256(data).hexdigest()
    blocks = join_stacked(text, lay_out(text))
    sentences = split_sentences(text, blocks)
    return Page(page_id or digest[:12], text, digest, source, blocks, sentences, split_words(text), problems)


def _encode(text: str) -> tuple[str, bytes]:
    """Give the text and its UTF-8, lone surrogates replaced in both."""
    try:
        return text, text.encode()
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
        return text, text.encode()


def _decode(data: bytes, page_id: str | None, source: str | None) -> Page:
    name = source or page_id or "page"
    if len(data) > MAX_BYTES:
        raise PageError(f"{name}: {len(data):,} bytes; at most {MAX_BYTES:,} are read")
    text, problem = decode_bytes(data, name)
    return make_page(text, page_id, source, (problem,) if problem else ())


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise PageError(f"{path}: is a folder; name its pages or let `extractor run` walk it")
        if not path.exists():
            raise PageError(f"{path}: no such file")
        if not path.is_file():
            raise PageError(f"{path}: is no regular file")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise PageError(f"{path}: {size:,} bytes; at most {MAX_BYTES:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise PageError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise PageError(f"{str(path)!r}: {error}") from error
