"""Terms: which words the articles use, how often, where, in whose company, and against what.

Every function takes tables and returns a table; a word is counted under its family, its *term*.
"""

from analysis.terms.company import collocates
from analysis.terms.contrast import distinctive, keyness
from analysis.terms.counting import count, count_articles, labelled, spellings, tokens, variants, vocabulary_of
from analysis.terms.inflected import inflected
from analysis.terms.naming import families_of
from analysis.terms.phrasing import phrases
from analysis.terms.richness import richness, tfidf
from analysis.terms.spread import dispersion, finest, positions, trend
from analysis.terms.stopping import content, content_without_reporting, without
from analysis.terms.styles import house_styles
from analysis.terms.turbulence import compare
from analysis.terms.unattached import unattached

__all__ = [
    "collocates",
    "compare",
    "content",
    "content_without_reporting",
    "count",
    "count_articles",
    "dispersion",
    "distinctive",
    "families_of",
    "finest",
    "house_styles",
    "inflected",
    "keyness",
    "labelled",
    "phrases",
    "positions",
    "richness",
    "spellings",
    "tfidf",
    "tokens",
    "trend",
    "unattached",
    "variants",
    "vocabulary_of",
    "without",
]
