"""Events -> stories: tellings of one act, in one article or by several outlets, counted once; where they differ."""

from analysis.stories.comparing import FIELDS, differences
from analysis.stories.counting import count, leading
from analysis.stories.joining import join
from analysis.stories.telling import word

__all__ = ["FIELDS", "count", "differences", "join", "leading", "word"]
