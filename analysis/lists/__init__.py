"""Hand-edited CSV lists: actors, states, offices with their holders, institutions, event words, stop words.

Each list is a plain UTF-8 CSV beside this file. A folder of articles may carry `actors.csv`, `roles.csv`,
`event_words.csv` of its own; they are added to the package's. `python -m analysis.lists` checks them all.
"""

import codecs
import csv
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from analysis import mistakes, tables
from analysis.arabic.phrases import folded

FOLDER = Path(__file__).parent
ACTORS = ("actor_id", "actor", "actor_ar", "kind", "country", "spellings", "short", "wikidata", "why")
SPELLED = ("spellings", "short")
NOBODY = "nobody"  # the kind of a row whose spellings are no names
NOTHING = "nothing"  # the type of a row whose word tells no act
ARABIC = re.compile(r"[ء-ي]")
MARKS = re.compile(r"[\N{ARABIC TATWEEL}\N{ARABIC FATHATAN}-\N{ARABIC HAMZA BELOW}\N{ARABIC LETTER SUPERSCRIPT ALEF}]")
DELIMITERS = ",;\t"  # Excel divides cells by what the system's language has for it
SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # how a file tells Excel what divides its cells
ROLES = ("office", "country", "holder", "from", "to", "precision", "source")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a list that comes with the package, as dicts of stripped strings."""
    return read(FOLDER / f"{name}.csv")


def read(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of one list file, as dicts of stripped strings."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return stripped(csv.DictReader(lines))


def stripped(rows: Iterable[dict]) -> tuple[dict[str, str], ...]:
    """Return rows as dicts of stripped strings; what stands in no column is left out."""
    return tuple({key.strip(): (value or "").strip() for key, value in row.items() if key} for row in rows)


def with_folder(name: str, folder: str | Path | None) -> list[dict[str, str]]:
    """Return the package's rows of a list and, below them, those of the same file in a folder of articles."""
    return [*rows(name), *({**dict.fromkeys(rows(name)[0], ""), **row} for row in of_folder(name, folder))]


def of_folder(name: str, folder: str | Path | None) -> tuple[dict[str, str], ...]:
    """Return the rows of a list that a folder of articles carries, none where it carries none."""
    own = Path(folder) / f"{name}.csv" if folder else None
    return checked(own) if own and own.is_file() else ()


def checked(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of a list of the user's own, or raise WrongList with all that is wrong, row by row."""
    from analysis.lists import checks  # it reads the lists itself

    return checks.checked(path.stem, sheet_rows(path))


def decoded(raw: bytes) -> str:
    """Return the text of a list: in UTF-8, in UTF-16, or, as Excel in Arabic saves it by itself, in Windows-1256."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def own_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of a list of the user's own that hold something; raises as sheet_rows does."""
    return tuple(row for row in sheet_rows(path) if any(row.values()))


def sheet_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of a list as a spreadsheet counts them, empty ones too; commas, semicolons or tabs divide cells.

    Raises WrongList where the file cannot be opened, or a row has more cells than the first one has names.
    """
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        message = f"{path} cannot be opened ({error.strerror}): close the program that holds it"
        raise mistakes.WrongList(message) from error
    told = SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    header = text.split("\n", 1)[0]
    delimiter = told[1] if told else max(DELIMITERS, key=header.count)
    names, *lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [[]]
    for number, cells in enumerate(lines, 2):
        if any(cells[len(names) :]):
            message = "more cells than the first row has names; put a text that has a comma in it into quotation marks"
            raise mistakes.WrongList(f"{path.name} row {number}: {message}")
    rows = (dict(itertools.zip_longest(names, cells[: len(names)])) for cells in lines)
    return tuple({name: unescaped(cell) for name, cell in row.items()} for row in stripped(rows))


def unescaped(cell: str) -> str:
    """Return a cell without the apostrophe that a table of ours has before what a spreadsheet reads as a formula.

    >>> unescaped("'- وكالات"), unescaped("'كلمة")
    ('- وكالات', "'كلمة")
    """
    bare = cell.removeprefix("'")
    return bare if bare.lstrip(" ").startswith(tables.FORMULA) else cell


def parts(cell: str | None) -> list[str]:
    """Return the entries of a cell that lists several, divided by |.

    >>> parts("البنتاغون|البنتاجون")
    ['البنتاغون', 'البنتاجون']
    """
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


@lru_cache(1 << 16)
def slug(title: str) -> str:
    """Return the actor_id of a title: its words joined by hyphens, of Latin ones small letters without marks.

    >>> slug("António Guterres"), slug("Mohammed Shia' Al Sudani"), slug("كتيبة الشاطئ 20")
    ('antonio-guterres', 'mohammed-shia-al-sudani', 'كتيبة-الشاطئ-20')
    """
    if ARABIC.search(title):
        return "-".join(re.findall(r"\w+", MARKS.sub("", title.lower())))
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "-".join(f"{ord(letter):x}" for letter in title)


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names."""
    return frozenset(folded(row["name"]) for row in rows("given_names"))


def actors(folder: str | Path | None = None) -> pd.DataFrame:
    """Return the actor list: states with their forces and government, capitals, and actors.csv (columns: ACTORS)."""
    return packaged_actors().copy() if folder is None else joined_actors(folder)


@cache
def packaged_actors() -> pd.DataFrame:
    """Return the actor list that comes with the package, made once: half a dozen stages ask for it."""
    listed = [{**row, "actor_id": row.get("actor_id") or slug(row["actor"])} for row in rows("actors")]
    frame = pd.DataFrame([*bodies(), *states(), *capitals(), *listed], columns=list(ACTORS)).fillna("")
    return frame.drop_duplicates("actor_id", keep="last").reset_index(drop=True)


def joined_actors(folder: str | Path) -> pd.DataFrame:
    """Return the package's actors with those of a folder (columns: ACTORS); to a known actor its row adds spellings.

    A row of the kind `nobody` says that its spellings name nobody.
    """
    known = {row["actor_id"]: row for row in packaged_actors().to_dict("records")}
    named = {row[name]: actor_id for name in ("actor_ar", "actor") for actor_id, row in known.items()}
    for row in of_folder("actors", folder):
        given = row.get("actor_id") or slug(row["actor"])
        actor_id = given if given in known else named.get(row["actor"], given)
        old = known.get(actor_id, {})
        own = row | ({"actor": old["actor"]} if row["actor"] == old.get("actor_ar") else {})
        known[actor_id] = with_label(added(old, own | {"actor_id": actor_id}))
    return pd.DataFrame(without_nobodies(known).values(), columns=list(ACTORS)).fillna("")


def without_nobodies(known: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return the actors without the spellings that a row of the kind `nobody` takes from all."""
    taken = {folded(name) for row in known.values() if row["kind"] == NOBODY for name in parts(row["spellings"])}
    if not taken:
        return known
    return {actor_id: row if row["kind"] == NOBODY else without(row, taken) for actor_id, row in known.items()}


def without(row: dict[str, str], taken: set[str]) -> dict[str, str]:
    """Return an actor without some folded spellings."""
    kept = {column: [name for name in parts(row.get(column)) if folded(name) not in taken] for column in SPELLED}
    return row | {column: "|".join(names) for column, names in kept.items()}


def with_label(actor: dict[str, str]) -> dict[str, str]:
    """Return an actor with an Arabic name for the figures: the given one, its name where that is Arabic, a spelling."""
    titled = [actor["actor"]] if ARABIC.search(actor["actor"]) else []
    names = [*parts(actor.get("actor_ar")), *titled, *parts(actor["spellings"]), actor["actor"]]
    return actor | {"actor_ar": names[0]}


def added(known: dict[str, str], own: dict[str, str]) -> dict[str, str]:
    """Return what is known of an actor with what one's own row says over it, and the spellings of both."""
    spelled = {
        column: "|".join(dict.fromkeys([*parts(known.get(column)), *parts(own.get(column))])) for column in SPELLED
    }
    return known | {column: value for column, value in own.items() if value} | spelled


def bodies() -> list[dict[str, str]]:
    """Return the armed forces and the government of each state as rows of the actor list; no spelling finds them."""
    return [
        {"actor_id": slug(title), "actor": title, "actor_ar": name, "kind": "organisation", "country": row["actor"],
         "why": "body of a state"}
        for row in rows("countries")
        for title, name in ((row["military"], forces_of(row)), (row["government"], f"حكومة {row['actor_ar']}"))
        if title
    ]  # fmt: skip


def forces_of(row: dict[str, str]) -> str:
    """Return the Arabic name of a state's armed forces (القوات المسلحة السودانية), which no militia shares."""
    demonym = next(iter(parts(row["demonyms"])), "")
    return f"القوات المسلحة ال{demonym}ة" if demonym else f"القوات المسلحة في {row['actor_ar']}"


def states() -> list[dict[str, str]]:
    """Return the states of countries.csv as rows of the actor list."""
    return [
        {
            "actor_id": slug(row["actor"]), "actor": row["actor"], "actor_ar": row["actor_ar"], "kind": "state",
            "country": row["actor"], "spellings": "|".join([*parts(row["names"]), *parts(row["metonyms"])]),
            "why": "state",
        }
        for row in rows("countries")
    ]  # fmt: skip


def capitals() -> list[dict[str, str]]:
    """Return the capitals of countries.csv as rows of the actor list."""
    return [
        {
            "actor_id": slug(row["capital"]), "actor": row["capital"], "actor_ar": row["capital_ar"], "kind": "place",
            "country": row["actor"], "spellings": row["capital_names"], "why": "capital",
        }
        for row in rows("countries") if row["capital"]
    ]  # fmt: skip


def roles(folder: str | Path | None = None) -> pd.DataFrame:
    """Return who held which office from when to when (columns: ROLES; `holder` is an English Wikipedia title).

    Raises WrongList where a folder's roles.csv names a holder or an office that no list has.
    """
    own = Path(folder) / "roles.csv" if folder else None
    terms = pd.DataFrame(with_folder("roles", folder), columns=list(ROLES)).fillna("")
    if own is None or not own.is_file():
        return terms
    from analysis.lists import checks  # it reads the lists itself

    known = actors(folder)
    checks.refused(checks.unknown(checked(own), known))
    titles = by_arabic(known)
    return terms.assign(holder=[titles.get(holder, holder) for holder in terms["holder"]])


def by_arabic(known: pd.DataFrame) -> dict[str, str]:
    """Return the title of each actor by its Arabic name, where that is no other's title."""
    taken = set(known["actor"])
    names = zip(known["actor_ar"], known["actor"], strict=True)
    return {name: title for name, title in names if name not in taken}


def event_words(folder: str | Path | None = None) -> list[dict[str, str]] | None:
    """Return the event words of the package and of a folder together; None where the folder adds none.

    A word whose row has the type `nothing` is left out, and with it the package's rows of that word.
    """
    own = of_folder("event_words", folder)
    left_out = {folded(row["word"]) for row in own if row["type"] == NOTHING}
    return [row for row in with_folder("event_words", folder) if folded(row["word"]) not in left_out] if own else None
