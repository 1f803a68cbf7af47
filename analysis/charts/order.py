"""Tables made ready to be drawn: what is largest comes first, what is named alike is told apart."""

import pandas as pd


def ranked(table: pd.DataFrame, *, value: str, row: str, column: str) -> pd.DataFrame:
    """Return the table with a row for each pair, nought where there was none; the largest rows and columns first.

    >>> table = pd.DataFrame({"who": ["a", "b", "b"], "where": ["x", "x", "y"], "n": [2, 1, 4]})
    >>> ranked(table, value="n", row="who", column="where").to_numpy().tolist()
    [['b', 'y', 4], ['b', 'x', 1], ['a', 'y', 0], ['a', 'x', 2]]
    """
    cells = table.pivot_table(value, row, column, aggfunc="sum", fill_value=0)
    rows, columns = (cells.sum(axis=axis).sort_values(ascending=False, kind="stable").index for axis in (1, 0))
    return (
        cells.loc[rows, columns]
        .reset_index()
        .melt(row, var_name=column, value_name=value, ignore_index=False)
        .sort_index(kind="stable", ignore_index=True)
    )


def distinct(table: pd.DataFrame, *, label: str, key: str) -> pd.Series:
    """Return the labels; one that several keys share is followed by its key.

    >>> table = pd.DataFrame({"name": ["القوات اللبنانية"] * 2, "key": ["Lebanese Forces", "Lebanese Armed Forces"]})
    >>> distinct(table, label="name", key="key").tolist()
    ['القوات اللبنانية (Lebanese Forces)', 'القوات اللبنانية (Lebanese Armed Forces)']
    """
    shared = table.groupby(label)[key].transform("nunique") > 1
    return table[label].mask(shared, table[label] + " (" + table[key] + ")")
