"""Bytes to text: UTF-8 and GB18030 are told apart, and what is no text is refused rather than guessed at."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from shkc_kg.errors import ReportError

__all__ = ["decode"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MANY_CONTROLS: Final = 0.01  # text taken from a PDF may hold a stray one
_UNEXPECTED_END: Final = "unexpected end of data"  # the decoder's own words
_MOSTLY: Final = 0.9


def decode(data: bytes, path: Path | str) -> str:
    """The text that the bytes of ``path`` hold, without a byte order mark and otherwise as it is, line ends too.

    >>> decode("上海".encode("gb18030"), "a.txt"), decode("上海".encode("utf-8-sig"), "a.txt")
    ('上海', '上海')

    :raises ReportError: no text, or not to be told which.
    """
    if not data.strip():
        raise ReportError(path, "is empty", "give a file with text in it")
    for head, kind in _OTHER_FILES:
        if data.startswith(head):
            raise ReportError(path, f"is {kind}, not text", "save its text as UTF-8 and give that")
    text = _by_mark(data, path) if data.startswith(tuple(mark for mark, _ in _BOMS)) else _by_content(data, path)
    if len(_CONTROL.findall(text)) > _MANY_CONTROLS * len(text):
        raise ReportError(path, "is binary, not text", "save its text as UTF-8 and give that")
    if not text.strip():
        raise ReportError(path, "is empty", "give a file with text in it")
    return text


def _by_mark(data: bytes, path: Path | str) -> str:
    mark, encoding = next(row for row in _BOMS if data.startswith(row[0]))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, len(mark) + error.start, encoding, path) from error


def _by_content(data: bytes, path: Path | str) -> str:
    """UTF-8 if all of it is; else GB18030 if it reads as Chinese; a UTF-8 file with a few bad bytes is not."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data) or _ends_inside(error):
            raise _damaged(data, error.start, "utf-8", path) from error
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if _is_common_chinese(text):
        return text
    raise ReportError(path, "is neither UTF-8 nor GB18030 text", "save it as UTF-8")


def _is_nearly_utf8(data: bytes) -> bool:
    wide = [character for character in data.decode(errors="replace") if character > "\x7f"]
    return sum(character != "\ufffd" for character in wide) > _MOSTLY * len(wide)


def _ends_inside(error: UnicodeDecodeError) -> bool:
    """Whether all was UTF-8, wide characters too, until the end came inside one of them."""
    return (
        error.end == len(error.object)
        and error.reason == _UNEXPECTED_END
        and error.start > 2
        and max(error.object[: error.start]) > 0x7F
    )


def _is_common_chinese(text: str) -> bool:
    """Whether most wide characters are among the 3755 first of GB 2312 or its punctuation.

    GB18030 can decode nearly any bytes, so it proves nothing that they decode: wrong ones give rare characters.
    """
    wide = [character for character in text if character > "\x7f"]
    return sum(map(_is_common, wide)) > _MOSTLY * len(wide)


def _is_common(character: str) -> bool:
    try:
        row = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= row <= 0xA9 or 0xB0 <= row <= 0xD7


def _damaged(data: bytes, at: int, encoding: str, path: Path | str) -> ReportError:
    line = data.count(b"\n", 0, at) + 1
    if len(data) - at < 4:
        return ReportError(path, f"is cut off: {encoding.upper()} text ends inside a character", "get the whole file")
    return ReportError(f"{path}:{line}", f"is damaged: byte {at} is no {encoding.upper()}", "get an intact copy")
