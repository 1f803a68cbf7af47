"""The right value of a field of an event, from what a person picked or typed: a code, or which values there are."""

import difflib

import pandas as pd

from analysis import actors, captions, tables
from analysis.arabic.phrases import folded
from analysis.captions import said
from analysis.events.reviews import DELETED
from analysis.explore.wording import comma

COUNTS = ("killed", "wounded")
FIELDS = ("type", "source", "target", "status", "date", *COUNTS)
PARTIES = ("source", "target")
CODES = {"type": tables.TYPES, "status": tables.STATUSES}
ALIKE_HERE, ALIKE = 0.5, 0.75  # of two names, from 0 to 1: of an actor of the articles, of any
NEAR = 8  # names that are like one that no actor has


def heading(field: str, language: str) -> str:
    """Return the name of a field in the language; `source` is here who acts, not the outlet."""
    if field in PARTIES:
        return said(f"{field}_of", language)
    return captions.headed(pd.DataFrame(columns=[field]), language).columns[0]


def choices(field: str, mentions: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the values to pick from: how each is shown, and its code; of actors those of the articles."""
    if field == "date":
        return {said("no_date", language): DELETED}
    if field in COUNTS:
        return {said("none_told", language): DELETED}
    if field in PARTIES:
        names = actors.names_of(mentions, language)
        shown = mentions["actor_id"].value_counts().index.to_series().map(names)
        shown = shown.mask(shown.duplicated(keep=False), shown + " (" + shown.index + ")")  # two of one name
        named = dict(zip(shown, shown.index, strict=True))
        return {said("nobody", language): DELETED} | named
    codes = pd.Series(CODES[field], dtype="str")
    return dict(zip(captions.named(codes, language), codes, strict=True))


def values(field: str, typed: str, mentions: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the columns of reviews.csv that a correction sets, none where what was typed is no value of the field.

    A value may be typed as it is shown, in the other language, as a code, or as «-» for none.
    """
    if field == "date":
        none = typed in (DELETED, said("no_date", language))
        return dict.fromkeys(("date", "date_to", "date_precision"), DELETED) if none else dated(typed)
    if typed == DELETED and field in (*PARTIES, *COUNTS):
        return {field: DELETED}
    if field in COUNTS and typed.isdecimal():
        return {field: str(int(typed))}  # «١٢» too
    offered = choices(field, mentions, language)
    code = offered.get(typed) or spelled(typed, offered) or spelled(typed, known_names(field, mentions))
    return {field: code} if code else {}


def spelled(typed: str, names: dict[str, str]) -> str | None:
    """Return the code of the name that is spelled as what was typed, but for the shapes of hamza, alef and the like."""
    return {folded(name): code for name, code in names.items()}.get(folded(typed))


def known_names(field: str, mentions: pd.DataFrame) -> dict[str, str]:
    """Return all names of the values of a field, in both languages, and their codes."""
    if field in PARTIES:
        each = [actors.names_of(mentions, language) for language in captions.LANGUAGES]
        return {name: code for names in each for code, name in [*names.items(), *((code, code) for code in names)]}
    each = [choices(field, mentions, language) for language in captions.LANGUAGES]
    return {name: code for names in each for name, code in names.items()} | {
        code: code for code in CODES.get(field, ())
    }


def dated(typed: str) -> dict[str, str]:
    """Return date, end and precision of a day, a month, a year or a span of days, or nothing where it is none of them.

    >>> dated("2023-03"), dated("2023-03-07/2023-03-09")["date_to"], dated("7/3/2023")
    ({'date': '2023-03-01', 'date_to': '-', 'date_precision': 'month'}, '2023-03-09', {})
    """
    first, _, last = typed.partition("/")
    precision = {4: "year", 7: "month", 10: "interval" if last else "day"}.get(len(first))
    days = [pd.to_datetime(each, errors="coerce", format="ISO8601") for each in (first, last or first)]
    one_day_each = not last or len(first) == len(last) == len("2023-03-07")
    if precision is None or not one_day_each or any(pd.isna(day) for day in days) or days[1] < days[0]:
        return {}
    start, end = (str(day.date()) for day in days)
    return {"date": start, "date_to": end if last else DELETED, "date_precision": precision}


def valid(field: str, typed: str, mentions: pd.DataFrame, language: str) -> str:
    """Return in words which values a field can have; of actors those whose names are like what was typed."""
    if field == "date":
        return said("valid_dates", language)
    if field in COUNTS:
        return said("valid_counts", language)
    shown = list(choices(field, mentions, language))
    if field in PARTIES:
        shown = [*shown[:1], *like(typed, mentions, language)] if typed else shown[: NEAR + 1]
        return said("valid_actors", language, comma(language).join(shown))
    return said("valid_values", language, comma(language).join(shown))


def like(typed: str, mentions: pd.DataFrame, language: str) -> list[str]:
    """Return the names of actors that hold what was typed, or else the most similar ones, of these articles first."""
    near = list(choices("source", mentions, language))[1:]
    names = {folded(name): name for name in [*near, *actors.names_of(mentions, language).values()]}
    wanted = folded(typed)
    holding = [name for key, name in names.items() if wanted in key]
    if holding:
        return holding[:NEAR]
    here = difflib.get_close_matches(wanted, [folded(name) for name in near], NEAR, ALIKE_HERE)
    anywhere = difflib.get_close_matches(wanted, names, NEAR, ALIKE)
    return [names[key] for key in dict.fromkeys([*here, *anywhere])][:NEAR]
