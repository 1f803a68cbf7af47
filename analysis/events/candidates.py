"""Candidates: what each word of an article may be to an event by its letters alone, as bits of one number."""

import numpy as np

from analysis.arabic.phrases import candidates as candidates

TELLS, BEGINS, SECOND, SAYS, CARRIES, POINTS, DEMONYM, DUTY = (1 << place for place in range(8))


def without_halves(answers: np.ndarray) -> np.ndarray:
    """Return what each word may be, the first word of a phrase only where a second stands behind it, no second alone.

    >>> without_halves(np.array([BEGINS, SECOND, BEGINS, SAYS])).tolist() == [BEGINS, 0, 0, SAYS]
    True
    """
    goes_on = np.append(answers[1:] & SECOND, 0) > 0
    return np.where(goes_on, answers, answers & ~BEGINS) & ~SECOND
