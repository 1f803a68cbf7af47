"""How the intensity of events runs in time."""

import pandas as pd

from analysis import tables

#: The precisions of a date that tell its day, week, month or year.
PRECISE = {"day": ("day",), "week": ("day",), "month": ("day", "month"), "year": ("day", "month", "year")}


def course(events: pd.DataFrame, *, by: str = "month") -> pd.DataFrame:
    """Return the mean intensity of each day, week, month or year: period, intensity (-10 to +10), tellings, enough.

    Only events whose date tells their period count: one of «2014» is in no month of it. `enough` is whether there are
    at least 30 tellings. Periods without events have no row.
    """
    if by not in PRECISE:
        raise ValueError(f"by is day, week, month or year, not {by}")
    tables.check(events, "date", "date_precision", "intensity", name="events")
    dated = events[events["date"].notna() & events["date_precision"].isin(PRECISE[by])]
    period = dated["date"].dt.to_period(tables.PERIODS[by]).dt.to_timestamp().rename("period")
    found = dated.groupby(period)["intensity"].agg(intensity="mean", tellings="size").reset_index()
    return found.assign(enough=found["tellings"] >= tables.ENOUGH)
