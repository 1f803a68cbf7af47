"""Articles that repeat an earlier one."""

import pandas as pd

from analysis import tables


def find(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row per article that repeats an earlier one (columns: tables.COPIES)."""
    return tables.table([], tables.COPIES)
