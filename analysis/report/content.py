"""Articles, figures and tables -> the blocks of a report."""

import difflib
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from PIL import Image

from analysis import captions, lists, mistakes, provenance
from analysis.captions import said
from analysis.report.blocks import Heading, Paragraph, Picture, Quotation, Sheet, cell, plain, seen, whole

JOINER = "\N{ZERO WIDTH JOINER}"
NOT_JOINING = "ءآأؤإاةدذرزوىٱ"  # letters that never join the one behind them
#: A comma that parts two Latin names or days in an Arabic line, and leaves the first one on the right.
COMMA = "،\N{RIGHT-TO-LEFT MARK} "
ROWS = 30  # of a table in print; the CSV beside the figures holds the rest
CODED = ("type", "status", "carried", "kind", "use", "via", "change", "table")
DATA = ("article_id", "outlet", "title", "published", "published_evidence")
QUOTED = {"before", "match", "after"}
METHOD = ("method_dates", "method_words", "method_actors", "method_events")


class Parts(NamedTuple):
    """What a report shows.

    `figures` are names of figures in its folder (02_top_terms), or paths without ending. `tables` are tables by their
    names (terms, actors, events, or any heading); those of `context.quotes` are set as quotations.
    """

    figures: list[str]
    tables: dict[str, pd.DataFrame]


def name_of(code: str, otherwise: str, language: str) -> str:
    """Return the name of a table, a column or a change in the language, or something else for what has none."""
    return next((row[language] for row in lists.rows("report_words") if row["code"] == code), otherwise)


def opening(articles: pd.DataFrame, title: str, language: str) -> list:
    """Return the title, which articles the report rests on, and where its numbers come from."""
    return [
        Heading(plain(title), 0),
        *(Paragraph(text) for text in (captions.note(articles, language), said("opening", language))),
    ]


def pictures(folder: Path, names: list[str], language: str) -> list:
    """Return the figures, numbered, each with its caption and description."""
    missing = [name for name in names if not (folder / f"{name}.png").is_file()]
    if missing:
        raise mistakes.NoSuchPlace(told_missing(folder, missing, language))
    found = [picture(folder / f"{name}.png", number, language) for number, name in enumerate(names, start=1)]
    return [Heading(said("figures", language)), *found] if found else []


def told_missing(folder: Path, missing: list[str], language: str) -> str:
    """Return which figures the folder lacks, which it has, those of similar names, and which names are of tables."""
    present = sorted(path.stem for path in folder.glob("*.png"))
    sheets = [name for name in missing if (folder / f"{name}.csv").is_file()]
    near = [like for name in missing if name not in sheets for like in difflib.get_close_matches(name, present, n=1)]
    told = [said("picture_missing", language, ", ".join(missing), ", ".join(present) or "-")]
    told += [
        said(code, language, ", ".join(names)) for code, names in (("picture_table", sheets), ("meant", near)) if names
    ]
    return " ".join(told)


def numbers_of(figure: Path, language: str) -> str:
    """Return in which files beside the report the numbers of a figure stand, and the sentences behind them."""
    files = {"figure_numbers": f"{figure.stem}.csv", "figure_sentences": f"{figure.stem}.evidence.csv"}
    present = {code: name for code, name in files.items() if figure.with_name(name).is_file()}
    return " ".join(said(code, language, whole(name)) for code, name in present.items())


def picture(path: Path, number: int, language: str) -> Picture:
    """Return a figure; title and description stand in the file, where `charts.save` has put them."""
    with Image.open(path) as image:
        facts = dict(getattr(image, "text", {}))
    title = plain(facts.get("Title") or path.stem)
    caption, description = f"{said('figure_number', language, number)}. {title}", facts.get("Description") or title
    return Picture(path, caption, plain(description), numbers_of(path, language))


def sheets(tables: dict[str, pd.DataFrame], language: str) -> list:
    """Return the tables, numbered, each with how it is read and its own note (`attrs["note"]`).

    Of one that is only the beginning of a table, `attrs["rows"]` says how many rows there are. Quotations stand in the
    appendix.
    """
    shown = {name: frame for name, frame in tables.items() if not set(frame) >= QUOTED}
    found = [
        sheet(
            frame,
            f"{said('table_number', language, number)}. {name_of(f'table_{name}', name, language)}",
            language,
            " ".join(filter(None, (name_of(f"note_{name}", "", language), frame.attrs.get("note")))),
        )
        for number, (name, frame) in enumerate(shown.items(), start=1)
    ]
    return [Heading(said("tables", language)), *found] if found else []


def sheet(frame: pd.DataFrame, caption: str, language: str, note: str = "") -> Sheet:
    """Return a table as text, its codes and column names in words; a note says how to read it."""
    first = in_words(frame.head(ROWS), language)
    rows = [[cell(value) for value in row] for row in first.itertuples(index=False, name=None)]
    left = frame.attrs.get("rows", len(frame)) - len(rows)
    more = said("more_rows", language, f"{left:,}") if left else ""
    told = " ".join(filter(None, (more, note))) if rows else said("no_rows", language)
    return Sheet(plain(caption), [plain(name) for name in first.columns], rows, told)


def in_words(frame: pd.DataFrame, language: str = "ar") -> pd.DataFrame:
    """Return a table with its codes (types, kinds, changes) and the names of its columns in the language."""
    named = frame
    for column in set(CODED) & set(frame):
        codes = {
            code: name_of(f"table_{code}", name_of(code, code, language), language) for code in frame[column].dropna()
        }
        words = frame[column].map(lambda code, codes=codes: codes.get(code, code))
        named = named.assign(**{column: captions.named(words, language)})
    return captions.headed(named.rename(columns=lambda name: name_of(name, name, language)), language)


def appendix(articles: pd.DataFrame, tables: dict[str, pd.DataFrame], language: str) -> list:
    """Return the appendix: method, data, quotations, and what the report was made of."""
    small = ["method_small"] if len(articles) < captions.SMALL else []
    method = [Paragraph(said(code, language)) for code in (*METHOD, *small)]
    data = sheet(articles[[name for name in DATA if name in articles]], said("table_articles", language), language)
    quotes = [frame for frame in tables.values() if set(frame) >= QUOTED]
    quoted = [quotation(row, language) for frame in quotes for row in frame.itertuples()]
    return [
        Heading(said("appendix", language)),
        *[Heading(said("method", language), 2), *method],
        *[Heading(said("data", language), 2), data],
        *([Heading(said("quotations", language), 2), *quoted] if quoted else []),
        *[Heading(said("provenance", language), 2), *made_of(articles, language)],
    ]


def quotation(row, language: str = "ar") -> Quotation:
    """Return a row of context.quotes as a quotation; `number` is the row of the table of events that it stands for."""
    number = getattr(row, "number", None)
    told = said("quotation_number", language, number) if number is not None else ""
    origin = [each for each in (told, cell(row.source), whole(cell(row.published))) if each]
    before, match, after = (seen(part) for part in (row.before, row.match, row.after))
    before, match = joined(before, match)
    return Quotation(before, *joined(match, after), COMMA.join(origin))


def joined(left: str, right: str) -> tuple[str, str]:
    """Return two parts of a sentence such that a word that is cut in two keeps the shape of its letters.

    Programs shape each part for itself: of للغزو, cut behind its first letter, that letter would stand alone.
    """
    inside = left[-1:].isalpha() and right[:1].isalpha() and "\u0621" < left[-1:] < "\u06d5"
    if not inside or left[-1] in NOT_JOINING:
        return left, right
    return left + JOINER, JOINER + right


def made_of(articles: pd.DataFrame, language: str) -> list[Paragraph]:
    """Return the fingerprint of the articles and of the code, the versions of the packages, and the day of the data."""
    day = provenance.day(articles)
    facts = [
        said("articles_hash", language, provenance.fingerprint(articles)),
        said("code_hash", language, provenance.code()),
        said("packages", language, ", ".join(provenance.packages())),
        *([said("data_until", language, whole(day.isoformat()))] if day else []),
    ]
    return [Paragraph(fact, small=True) for fact in facts]
