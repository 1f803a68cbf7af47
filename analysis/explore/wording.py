"""The words of the controls, in Arabic and English."""

from analysis import lists


def said(code: str, language: str, *values) -> str:
    """Return a sentence of report_words.csv in the language, with values in its gaps.

    >>> said("event_of", "en", 3, 64)
    'Event 3 of 64'
    """
    sentence = next(row[language] for row in lists.rows("report_words") if row["code"] == code)
    return sentence.format(*values) if values else sentence


def direction(language: str) -> str:
    """Return the direction of a language as HTML names it."""
    return "rtl" if language == "ar" else "ltr"


def comma(language: str) -> str:
    """Return what stands between the parts of a list."""
    return "، " if language == "ar" else ", "
