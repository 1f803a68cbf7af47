"""Candidates: what each word of an article may be to an event by its letters alone, as bits of one number."""

from analysis.arabic.phrases import Words

TELLS, SAYS, CARRIES, POINTS, DEMONYM, DUTY = (1 << place for place in range(6))


def candidates(text: Words, kind: int) -> list[int]:
    """Return the places of the words that may be of a kind."""
    return [i for i, kinds in zip(text.candidates, text.answers, strict=True) if kinds & kind]
