"""What turns with the language: the direction of a page, and the comma."""


def direction(language: str) -> str:
    """Return the direction of a language as HTML names it."""
    return "rtl" if language == "ar" else "ltr"


def comma(language: str) -> str:
    """Return what stands between the parts of a list."""
    return "، " if language == "ar" else ", "
