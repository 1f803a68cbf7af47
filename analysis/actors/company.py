"""Mentions -> who is named together with whom, and the network that makes."""

from typing import NamedTuple

import pandas as pd

from analysis import scores, tables

WITHIN = {"sentence": ["article_id", "sentence"], "article": ["article_id"]}
SIDES = [f"{column}_{side}" for side in (1, 2) for column in ("actor_id", "actor", "actor_ar", "kind")]
COLUMNS = [*SIDES, "n", "n_1", "n_2", "units", "expected", "log_likelihood"]


class Graph(NamedTuple):
    """A network: one row per actor, one row per pair of them."""

    nodes: pd.DataFrame  # actor_id, actor, actor_ar, kind, n
    links: pd.DataFrame  # source, target, n, expected, log_likelihood


def pairs(mentions: pd.DataFrame, within: str = "sentence") -> pd.DataFrame:
    """Return the pairs of actors named in one sentence or article, the most strongly tied first.

    `n` counts the sentences (or articles) that name both, `n_1` and `n_2` those that name each, `units` those that
    name anybody; `expected` is n if both came independently. `log_likelihood` is G² (Dunning 1993, Computational
    Linguistics 19:61-74), negative where they avoid each other; above 3.84 it is unlikely to be chance.
    """
    if within not in WITHIN:
        raise ValueError(f"within is sentence or article, not {within}")
    tables.check(mentions, "actor_id", "actor", "actor_ar", "kind", *WITHIN[within], name="mentions")
    named = mentions[[*WITHIN[within], "actor_id"]].drop_duplicates()
    together = named.merge(named, on=WITHIN[within], suffixes=("_1", "_2"))
    together = together[together["actor_id_1"] < together["actor_id_2"]]
    counts = together.groupby(["actor_id_1", "actor_id_2"]).size().rename("n").reset_index()
    units, alone = len(named[WITHIN[within]].drop_duplicates()), named["actor_id"].value_counts()
    counts = counts.assign(
        n_1=counts["actor_id_1"].map(alone), n_2=counts["actor_id_2"].map(alone), units=units
    ).astype({"n_1": "int64", "n_2": "int64"})  # fmt: skip
    counts["expected"] = counts["n_1"] * counts["n_2"] / max(units, 1)
    counts["log_likelihood"] = log_likelihood(counts)
    order = {"log_likelihood": False, "n": False, "actor_id_1": True, "actor_id_2": True}
    counts = counts.sort_values(list(order), ascending=list(order.values()), ignore_index=True)
    return with_names(counts, mentions)[COLUMNS]


def log_likelihood(counts: pd.DataFrame) -> pd.Series:
    """Return G² of each pair's four-field table with the sign of observed minus expected.

    >>> row = {"n": [10], "n_1": [10], "n_2": [10], "units": [20], "expected": [5.0]}
    >>> log_likelihood(pd.DataFrame(row)).round(2).tolist()
    [27.73]
    """
    both, first, second, units = (counts[column].astype(float) for column in ("n", "n_1", "n_2", "units"))
    observed = (both, first - both, second - both, units - first - second + both)
    products = (first * second, first * (units - second), (units - first) * second, (units - first) * (units - second))
    cells = [(here, product / units.clip(lower=1)) for here, product in zip(observed, products, strict=True)]
    return scores.signed_log_likelihood(cells)


def with_names(counts: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with the names of both actors beside their ids."""
    facts = mentions.drop_duplicates("actor_id").set_index("actor_id")[["actor", "actor_ar", "kind"]]
    sides = [
        counts[f"actor_id_{side}"].map(facts[column]).rename(f"{column}_{side}") for side in (1, 2) for column in facts
    ]
    return pd.concat([counts, *sides], axis=1)


def graph(pairs: pd.DataFrame, name: str = "actor_id") -> Graph:
    """Return the pairs as a network: `nodes` with the units that name each actor (n), `links` with n of each pair.

    `name` is the column whose values the links hold as source and target: actor_id, actor or actor_ar.
    """
    tables.check(pairs, *COLUMNS, name="pairs")
    facts = ["actor_id", "actor", "actor_ar", "kind", "n"]
    nodes = pd.concat([pairs[[f"{fact}_{side}" for fact in facts]].set_axis(facts, axis=1) for side in (1, 2)])
    nodes = nodes.drop_duplicates("actor_id").sort_values(["n", "actor_id"], ascending=[False, True], ignore_index=True)
    columns = {f"{name}_1": "source", f"{name}_2": "target"}
    links = pairs.rename(columns=columns)[["source", "target", "n", "expected", "log_likelihood"]]
    return Graph(nodes, links.reset_index(drop=True))


def graphml(pairs: pd.DataFrame) -> str:
    """Return the network as GraphML text, which Gephi, yEd and Cytoscape open."""
    nodes, links = graph(pairs)
    import networkx  # here, as nothing else needs it, and it takes a while

    net = networkx.Graph()
    for row in nodes.to_dict("records"):
        net.add_node(row["actor_id"], label=row["actor_ar"], actor=row["actor"], kind=row["kind"], n=row["n"])
    for row in links.to_dict("records"):
        strength = {"n": row["n"], "log_likelihood": round(row["log_likelihood"], 3)}
        net.add_edge(row["source"], row["target"], weight=row["n"], **strength)
    return "\n".join(networkx.generate_graphml(net)) + "\n"
