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


def widest(table: pd.DataFrame, *, value: str, row: str, column: str) -> pd.DataFrame:
    """Return the table as `ranked` does, but first the columns that stand in most rows: they share most with others.

    >>> table = pd.DataFrame({"who": ["a", "a", "b"], "where": ["x", "y", "y"], "n": [9, 1, 1]})
    >>> widest(table, value="n", row="who", column="where").to_numpy().tolist()
    [['a', 'y', 1], ['b', 'y', 1], ['a', 'x', 9], ['b', 'x', 0]]
    """
    told = table[table[value] > 0].groupby(column)[row].nunique()
    order = {"by": column, "key": lambda names: -names.map(told).astype(float), "kind": "stable", "ignore_index": True}
    return ranked(table, value=value, row=row, column=column).sort_values(**order)


def core(table: pd.DataFrame, *, value: str, row: str, column: str, most: int) -> pd.DataFrame:
    """Return the pairs between so many rows and so many columns at most: who has least with the others goes first.

    What is most on each side need not meet; here every round leaves out the rows, or the columns, with the smallest
    sum of what is left, as in the k-core of a network (Seidman, 1983), so that more of the pairs are shown.

    >>> table = pd.DataFrame({"who": ["a", "b", "c"], "whom": ["x", "y", "z"], "n": [1, 3, 2]})
    >>> core(table, value="n", row="who", column="whom", most=1).to_numpy().tolist()
    [['b', 'y', 3]]
    """
    while wide := [side for side in (row, column) if table[side].nunique() > most]:
        sums = {side: table.groupby(side)[value].sum().sort_values(kind="stable") for side in wide}
        side = min(wide, key=lambda each: sums[each].iloc[0])
        least = sums[side].index[sums[side] == sums[side].iloc[0]]
        table = table[~table[side].isin(least[: len(sums[side]) - most])]
    return table.reset_index(drop=True)


def distinct(table: pd.DataFrame, *, label: str, key: str) -> pd.Series:
    """Return the labels; one that several keys share is followed by its key.

    >>> table = pd.DataFrame({"name": ["القوات اللبنانية"] * 2, "key": ["Lebanese Forces", "Lebanese Armed Forces"]})
    >>> distinct(table, label="name", key="key").tolist()
    ['القوات اللبنانية (Lebanese Forces)', 'القوات اللبنانية (Lebanese Armed Forces)']
    """
    shared = table.groupby(label)[key].transform("nunique") > 1
    return table[label].mask(shared, table[label] + " (" + table[key] + ")")
