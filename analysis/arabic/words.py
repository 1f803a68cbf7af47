"""Words: where the words and sentences of a text are, and how often each word occurs in many texts.

One rule for both: a word is a run of Arabic letters, or a run of other letters and digits. Marks, tatweel and
invisible signs are looked through; an apostrophe stays between two letters («Ya'alon»), a point or comma between
two digits (3,500). `rows` says where each word is; `counts` gives the same words, folded and counted, several
times as fast, because it never builds a row.
"""

import functools
import re
import unicodedata

import numpy
import pandas

from analysis.arabic import letters

# What a character is to a word, as the state numbers of `_states`.
_ELSE, _ARABIC, _OTHER, _MARK = 0, 1, 2, 3
