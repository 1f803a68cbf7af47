"""The settings at the top of a notebook: one that cannot be used is said at once, with what to write instead."""

import difflib
from pathlib import Path

from analysis import captions, lists, load, mistakes, tables


def check(**settings) -> None:
    """Raise Mistake for the first setting that cannot be used, by its name in the notebook.

    Raises WrongList with all that is wrong in the lists beside the articles.
    """
    for name, value in settings.items():
        can_be_used, wanted = RULES[name]
        if not can_be_used(value):
            raise mistakes.Mistake(f"{name} is {wanted}, not {value!r}: mend it in the cell of settings at the top")
    if "ARTICLES" in settings:
        check_beside(settings["ARTICLES"])
        load.check_lists(settings["ARTICLES"])
    if "CHOSEN" in settings:
        check_chosen(settings["CHOSEN"], Path(settings.get("FIGURES", "")))


def check_beside(where) -> None:
    """Raise NoSuchPlace where articles are not where a notebook looks for them but beside its own folder.

    Other places that are not there are told by what reads them.
    """
    place = Path(where) if isinstance(where, str | Path) else Path("..")
    if place.exists() or place.is_absolute() or place.parts[0] == "..":
        return
    beside = [str(where)] if Path("..", place).exists() else [path.name for path in Path("..").iterdir()]
    if near := difflib.get_close_matches(str(where), beside, n=1):
        told = f'There is no {place.absolute()}. Notebooks look from their own folder: write "../{near[0]}".'
        raise mistakes.NoSuchPlace(told)


def check_chosen(names, folder: Path) -> None:
    """Raise Mistake for the first figure chosen that no notebook draws and that the folder of figures has not."""
    drawn = [row["figure"] for row in lists.rows("captions")]
    known = sorted({*drawn, *(path.stem for path in folder.glob("*.png"))})
    if unknown := next((name for name in names if name not in known), None):
        near = difflib.get_close_matches(unknown, known, n=1) or known
        meant = " or ".join(f'"{name}"' for name in near)
        raise mistakes.Mistake(f'CHOSEN names "{unknown}", which is no figure: write {meant}')


def is_count(value) -> bool:
    """Tell whether a setting is a whole number from 1 on."""
    return isinstance(value, int) and value > 0


def is_folder(value) -> bool:
    """Tell whether a setting is a folder, or can become one."""
    return isinstance(value, str | Path) and not any(place.is_file() for place in (Path(value), *Path(value).parents))


def are_names(value) -> bool:
    """Tell whether a setting is a list of names."""
    return isinstance(value, list | tuple) and all(isinstance(name, str) for name in value)


def is_text(value) -> bool:
    """Tell whether a setting is a text, or not given."""
    return value is None or isinstance(value, str)


def is_word(value) -> bool:
    """Tell whether a setting is one word, or None."""
    return is_text(value) and len((value or "").split()) < 2


COUNT = (is_count, "a whole number from 1 on, without quotation marks")
TEXT = (is_text, "a text in quotation marks, or None")
YES_OR_NO = (lambda value: isinstance(value, bool), "True or False, without quotation marks")
PERIODS = ", ".join(f'"{name}"' for name in tables.PERIODS)
#: Of each setting: what tells whether it can be used, and what it is to be.
RULES = {
    "ARTICLES": (lambda value: value is not None and value != "", "the folder or the file of your articles"),
    "FIGURES": (is_folder, "a folder, there already or to be made"),
    "LANGUAGE": (lambda value: value in captions.LANGUAGES, " or ".join(f'"{name}"' for name in captions.LANGUAGES)),
    "CARRIED": YES_OR_NO,
    "COPIES": YES_OR_NO,
    "TOP": COUNT,
    "MOST": COUNT,
    "TERM": (is_word, "one word in quotation marks, or None; for a phrase use the box above the sentences"),
    "ACTOR": TEXT,
    "TITLE": TEXT,
    "PERIOD": (lambda value: value in (None, *tables.PERIODS), f"one of {PERIODS}"),
    "CHOSEN": (are_names, 'a list of names of figures, such as ["02_top_terms", "04_types"]'),
}
