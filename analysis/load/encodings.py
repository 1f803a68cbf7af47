"""Bytes -> text: which encoding a file is in, by its byte order mark, its zero bytes, its form or its letters."""

import codecs
import re
from typing import NamedTuple

import charset_normalizer

from analysis.load.documents import Unreadable

SAMPLE = 1_000_000  # bytes that tell the encoding of a file
MOST_BAD = 5  # damaged characters in a short UTF-8 file that is still read as UTF-8
BAD_SHARE = 0.001  # and in a long one
ZERO_SHARE = 0.02  # UTF-16 has a zero byte for each blank and Latin character, at even or at odd places
ARABIC_SHARE = 0.8  # of the letters beyond ASCII in a text that is Arabic
COMMON_SHARE = 0.4  # these letters are two thirds of Arabic text, and far less of one read in a wrong encoding
COMMON_LETTERS = frozenset("اليمنورتبدعه")
CONTROL_SHARE = 0.01  # of a text may be control characters
CONTROL_SHARE_UTF8 = 0.1  # no picture or program has the form of UTF-8, but damaged text has

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What charset-normalizer may answer, and the name that it goes by everywhere else.
CANDIDATES = {
    "cp1256": "windows-1256",
    "iso8859_6": "iso-8859-6",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
    "cp1252": "windows-1252",
}
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format", "a database"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class Decoded(NamedTuple):
    """A text, the name of its encoding, and how many damaged characters stand as U+FFFD in it."""

    text: str
    encoding: str
    damaged: int


def decoded(raw: bytes) -> Decoded:
    """Return the text of a whole file; raise Unreadable where it is empty or no text.

    >>> decoded("بغداد".encode("windows-1256")).encoding
    'windows-1256'
    """
    encoding = encoding_of(raw)
    text = raw.decode(encoding, errors="replace")
    return Decoded(text, encoding.removesuffix("-sig"), text.count("\N{REPLACEMENT CHARACTER}"))


def encoding_of(raw: bytes) -> str:
    """Return the encoding of a file by its first bytes; raise Unreadable where they are no text."""
    if not raw.strip(b" \t\r\n\0"):
        raise Unreadable("empty", "the file has no text: save the article again")
    sample = raw[:SAMPLE]
    found = by_mark(sample) or by_zeros(sample) or by_form(sample) or by_letters(sample)
    if not found:
        raise Unreadable("not text", f"the file {likeness(raw)}: give it its right ending, or save the text as UTF-8")
    return found


def likeness(raw: bytes) -> str:
    """Return what the first bytes look like, in words that follow «the file»."""
    kind = next((kind for start, kind in SIGNATURES if raw.startswith(start)), None)
    return f"begins like {kind}" if kind else "holds bytes of no known encoding"


def by_mark(sample: bytes) -> str | None:
    """Return the encoding that the byte order mark names."""
    return next((encoding for mark, encoding in MARKS if sample.startswith(mark)), None)


def by_zeros(sample: bytes) -> str | None:
    """Return the UTF-16 whose blanks and Latin characters put zero bytes at all even or all odd places."""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if max(odd, even) < ZERO_SHARE * len(sample) / 2 or min(odd, even) > max(odd, even) / 20:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if reads_as_text(sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")) else None


def by_form(sample: bytes) -> str | None:
    """Return utf-8 where the bytes have its form, but for a few damaged characters and the one that the end cuts."""
    text = codecs.getincrementaldecoder("utf-8")(errors="replace").decode(sample)
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(sample) - len(text) + damaged
    few = (damaged <= MOST_BAD and damaged * 5 < beyond_ascii) or damaged <= BAD_SHARE * len(text)
    return "utf-8" if (not damaged or few) and reads_as_text(text, most=CONTROL_SHARE_UTF8) else None


def by_letters(sample: bytes) -> str | None:
    """Return the encoding under which the bytes are text, and the letters beyond ASCII the commonest Arabic ones."""
    matches = charset_normalizer.from_bytes(sample, cp_isolation=list(CANDIDATES))
    texts = {match.encoding: str(match) for match in matches}
    best = max(texts, key=lambda encoding: share_of_common(texts[encoding]), default=None)
    if best and reads_as_text(texts[best]) and (is_arabic(texts[best]) or is_western(texts[best], best)):
        return CANDIDATES[best]
    return None


def reads_as_text(text: str, *, most: float = CONTROL_SHARE) -> bool:
    """Tell whether a text has hardly any control characters; `most` is the share it may have."""
    return len(_CONTROLS.findall(text)) <= most * len(text)


def is_arabic(text: str) -> bool:
    """Tell whether the letters beyond ASCII are Arabic, and mostly those that Arabic uses most.

    >>> is_arabic("وصل الوزير إلى بغداد"), is_arabic("ÇáÚÑÇÞ")
    (True, False)
    """
    letters = letters_beyond_ascii(text)
    arabic = sum("\N{ARABIC LETTER HAMZA}" <= letter <= "\N{ARABIC LETTER YEH}" for letter in letters)
    return bool(letters) and arabic >= ARABIC_SHARE * len(letters) and share_of_common(text) >= COMMON_SHARE


def is_western(text: str, encoding: str) -> bool:
    """Tell whether a text is Windows-1252 with an accent or a curly quote here and there."""
    return encoding == "cp1252" and len(letters_beyond_ascii(text)) < len(text) / 10


def share_of_common(text: str) -> float:
    """Return the share of the commonest Arabic letters among the letters beyond ASCII."""
    letters = letters_beyond_ascii(text)
    return sum(letter in COMMON_LETTERS for letter in letters) / max(1, len(letters))


def letters_beyond_ascii(text: str) -> list[str]:
    """Return every letter that is not A to Z."""
    return [letter for letter in text if letter > "\x7f" and letter.isalpha()]
