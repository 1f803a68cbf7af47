"""The columns of every table, and checks that name what is missing."""

import datetime
import math

import pandas as pd

#: Articles, or tellings, from which on a figure is more than the choice of a day's few stories: with 30, a term that
#: every tenth article has is expected in three, and the usual rule for a mean of independent values begins.
ENOUGH = 30

FULL_WIDTH = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
#: Spreadsheet programs read a cell that begins so as a formula, the full-width signs included.
FORMULA = tuple(f"=+-@\t\r\n{FULL_WIDTH}")
DELETED = "-"  # written by a person into a field of reviews.csv, says that there is none
NAMED = 5  # ids or rows in one message
INFINITE, MOST_DECIMALS = "\N{INFINITY}", 9

#: The periods that tables count by, as pandas names them; a week begins on Monday (ISO 8601).
PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
#: One row is one article; key `article_id`.
ARTICLES = {
    "article_id": "str",  # the file's stem
    "source": "str",  # the outlet
    "title": "str",
    "published": "datetime64[us]",  # when the article came out, or NaT
    "published_from": "str",  # which kind of evidence
    "published_evidence": "str",  # the words it rests on
    "saved": "datetime64[us]",  # when its page was saved
    "text": "str",  # the kept lines, characters unchanged; all offsets point into it
    "path": "str",
    "encoding": "str",
}
#: One row is one line that cleaning took out.
CUT = {"article_id": "str", "line": "int64", "text": "str", "reason": "str"}
#: One row is one file that could not be read, or only in part, or rows of one's own lists that do nothing or too much.
PROBLEMS = {"path": "str", "reason": "str", "detail": "str"}
#: One row is one article that repeats an earlier one; `share` of its shingles stand there too.
COPIES = {"article_id": "str", "copy_of": "str", "share": "float64"}
#: One row is one word as printed; key `article_id, position`.
TOKENS = {
    "article_id": "str",
    "sentence": "int64",  # counted from 0 within the article
    "position": "int64",
    "start": "int64",
    "end": "int64",
    "token": "str",  # text[start:end]
    "term": "str",  # the word family, shown by its commonest spelling
}
#: One row is one naming of an actor; key `article_id, start`.
MENTIONS = {
    "article_id": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "matched": "str",  # the words as printed
    "actor_id": "str",
    "actor": "str",  # English Wikipedia title
    "actor_ar": "str",
    "kind": "str",  # person, state, organisation, armed group, media, place
    "use": "str",  # actor or place
    "via": "str",  # name, role or group
    "rule": "str",  # how it was found
}
#: One row is one telling of an act; key `event_id`.
EVENTS = {
    "event_id": "str",
    "article_id": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "trigger": "str",
    "type": "str",  # PLOVER
    "mode": "str",
    "source": "str",  # actor_id of who acts, or missing
    "target": "str",  # actor_id of whom it is done to, or missing
    "source_basis": "str",  # stated: the words of the act name the source; carried: taken over from elsewhere, inferred
    "target_basis": "str",  # the same of the target; checked: by a person
    "date": "datetime64[us]",
    "date_to": "datetime64[us]",
    "date_precision": "str",  # day, month, year or interval
    "date_evidence": "str",  # the words the date rests on
    "status": "str",  # past, ongoing, planned, called_for or negated
    "quantity": "float64",  # how many acts the words count: «خمسين هجوما»
    "killed": "float64",  # how many dead the sentence of an attack counts
    "wounded": "float64",
    "place": "str",  # actor_id of the place that the clause names, or missing
    "intensity": "float64",  # -10 (conflict) to +10 (cooperation)
    "rule": "str",
    "story_id": "str",
}

KINDS = ("person", "state", "organisation", "armed group", "media", "place")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("past", "ongoing", "planned", "called_for", "negated")


def table(rows, columns: dict) -> pd.DataFrame:
    """Return rows (dicts or a frame) as a table with exactly these columns and types; clock times lose their zone.

    >>> list(table([{"path": "a.txt", "reason": "empty"}], PROBLEMS))
    ['path', 'reason', 'detail']
    """
    frame = pd.DataFrame(rows if isinstance(rows, pd.DataFrame) else list(rows))
    zoned = [name for name in frame if isinstance(frame[name].dtype, pd.DatetimeTZDtype)]
    frame = frame.assign(**{name: frame[name].dt.tz_localize(None) for name in zoned})
    return frame.reindex(columns=list(columns)).astype(columns).reset_index(drop=True)


def cell(value) -> str:
    """Return a cell as text: nothing for what is missing, a day without its midnight, few decimals.

    >>> cell(None), cell(pd.Timestamp("2023-08-07")), cell(1200.0), cell(2.5), cell(-0.004), cell(math.inf)
    ('', '2023-08-07', '1,200', '2.50', '-0.0040', '∞')
    """
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if isinstance(value, float):
        return number(value, 0 if value.is_integer() else decimals(value))
    return str(value)


def number(value: float, places: int) -> str:
    """Return a number with separated thousands and so many decimals; what rounds to nought has no minus."""
    return f"{value:,f}".replace("inf", INFINITE) if math.isinf(value) else f"{value:z,.{places}f}"


def decimals(largest: float, least: int = 2) -> int:
    """Return how many decimals show two digits at least of a number, and of those that are not much smaller.

    >>> decimals(2.5), decimals(0.25), decimals(0.0049), decimals(0)
    (2, 2, 4, 2)
    """
    if not largest or math.isinf(largest):
        return least
    return max(least, min(1 - math.floor(math.log10(abs(largest))), MOST_DECIMALS))


#: What fills a column that the stage before leaves empty.
FILLS = {"story_id": "stories.join(events, articles)"}


def check(frame: pd.DataFrame, *wanted: str, name: str = "the table", filled: str | None = None) -> pd.DataFrame:
    """Return the frame, or raise ValueError naming the columns that are missing and those it has.

    `filled` is a column in which no row may be empty. What is no table at all raises TypeError.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"{name} has to be a table (a pandas DataFrame), not {type(frame).__name__}")
    missing = [column for column in (*wanted, *([filled] if filled else [])) if column not in frame.columns]
    if missing:
        raise ValueError(
            f"{name} lacks {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}. "
            f"Rename a column with .rename(columns={{...}}) or make the table with the stage that returns it."
        )
    if filled and frame[filled].isna().any():
        raise ValueError(f"{name} has rows without {filled}: call {FILLS[filled]} first")
    return frame


def check_articles(articles: pd.DataFrame, *wanted: str) -> pd.DataFrame:
    """Return the articles, or raise as `check` does, and ValueError where two rows have one article_id."""
    check(articles, "article_id", *wanted, name="the table of articles")
    ids = articles["article_id"]
    if not ids.is_unique:
        twice = ", ".join(map(str, ids[ids.duplicated()].unique()[:NAMED]))
        raise ValueError(
            f"the table of articles has an article_id in several rows ({twice}): read folders together, "
            'load.articles([one, other]), or keep the first row of each with .drop_duplicates("article_id")'
        )
    return articles


def days(published: pd.Series) -> pd.Series:
    """Return days of publication as their clocks showed them, without a zone; raise ValueError where one is no date."""
    dated = pd.api.types.is_datetime64_any_dtype(published)
    known = [] if dated else published.dropna().to_numpy(object)
    text = next((day for day in known if not isinstance(day, datetime.date)), None)
    if text is not None:
        raise ValueError(told_undated(text))
    return pd.to_datetime(published).dt.tz_localize(None)


def told_undated(value) -> str:
    """Return that a day of publication is no date, and what to do."""
    return (
        f"published of the table of articles holds no dates but {value!r}: "
        'make dates of it with .assign(published=pd.to_datetime(articles["published"]))'
    )


def of_articles(column: str, articles: pd.DataFrame, ids: pd.Series) -> pd.Series:
    """Return a column of the articles for each of some article_ids; a number and its digits are the same id."""
    check_articles(articles, column)
    values = articles.set_index(articles["article_id"].astype("str"))[column]
    return values.reindex(ids.astype("str")).set_axis(ids.index)
