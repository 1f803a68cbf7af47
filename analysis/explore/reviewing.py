"""Page through events and say of each whether it is right; what is said is written at once."""

from functools import partial
from pathlib import Path

import pandas as pd

from analysis import actors, captions, tables
from analysis.events import fingerprint
from analysis.events.reviews import DELETED
from analysis.explore import panels
from analysis.explore.deciding import decide, decided, undecided
from analysis.explore.event_page import event_list, event_page
from analysis.explore.wording import said

FIELDS = ("type", "source", "target", "status", "date")
DECISIONS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


def review(
    events: pd.DataFrame,
    articles: pd.DataFrame,
    folder: str | Path,
    *,
    mentions: pd.DataFrame | None = None,
    language: str = "ar",
) -> panels.Panel:
    """Return a page per event with buttons to accept, reject or correct it; decisions go to reviews.csv in the folder.

    `mentions` mark who is named in the sentence; without them they are found anew. A correction to «-» says that
    there is none. `.rows` are all decisions; `events.reviewed` applies them.
    """
    mentions = actors.mentions(articles) if mentions is None else mentions
    events = events.assign(fingerprint=fingerprint(events, articles))
    page = event_list(events, articles, mentions, language)
    if panels.widgets() is None or events.empty:
        return panels.Panel(page, None, lambda: decided(folder))
    widget = panels.stacked(controls(events, articles, mentions, (folder, language)), language)
    return panels.Panel(page, widget, lambda: decided(folder))


def controls(events: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame, settings: tuple) -> list:
    """Return the place among the events, the event's page, the buttons, and what a button answered."""
    folder, language = settings
    first = undecided(events, folder) + 1
    place = panels.widgets().BoundedIntText(value=first, min=1, max=len(events), layout={"width": "6em"})
    page = panels.answered([place], lambda: event_page(events, place.value - 1, articles, mentions, language))
    field, value = correction(mentions, language)
    told = panels.widgets().Label()

    def press(decision: str, _):
        code = choices(field.value, mentions, language).get(value.value.strip(), value.value.strip())
        fix = (field.value, code) if decision == "correct" else ("", "")
        told.value, written = answer_to(events.iloc[place.value - 1], decision, fix, settings)
        place.value += 1 if written and decision != "correct" and place.value < len(events) else 0

    verdicts = [button(decision, language, partial(press, decision)) for decision in DECISIONS]
    back = button("previous", language, lambda _: setattr(place, "value", max(place.value - 1, 1)))
    on = button("next", language, lambda _: setattr(place, "value", min(place.value + 1, len(events))))
    return [panels.beside([back, place, on]), page, panels.beside([*verdicts, field, value]), told]


def button(code: str, language: str, pressed):
    """Return a button with its word, and what happens when it is pressed."""
    made = panels.widgets().Button(description=said(code, language), layout={"width": "auto"})
    made.on_click(pressed)
    return made


def correction(mentions: pd.DataFrame, language: str) -> tuple:
    """Return the controls of a correction: which field, and its right value with suggestions."""
    fields = [(heading(name, language), name) for name in FIELDS]
    field = panels.widgets().Dropdown(options=fields, description=said("field", language), style=panels.SOON)
    first = list(choices(FIELDS[0], mentions, language))
    value = panels.widgets().Combobox(options=first, description=said("value", language), style=panels.SOON)

    def suggest(_):
        value.options, value.value = list(choices(field.value, mentions, language)), ""

    field.observe(suggest, names="value")
    return field, value


def heading(field: str, language: str) -> str:
    """Return the name of a field in the language; `source` is here who acts, not the outlet."""
    if field in ("source", "target"):
        return said(f"{field}_of", language)
    return captions.headed(pd.DataFrame(columns=[field]), language).columns[0]


def choices(field: str, mentions: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the values that a field can have: how each is shown, and its code."""
    if field in ("source", "target"):
        present = set(mentions["actor_id"])
        return {name: code for code, name in actors.names_of(mentions, language).items() if code in present}
    codes = {"type": tables.TYPES, "status": tables.STATUSES}.get(field, ())
    return dict(zip(captions.named(pd.Series(codes, dtype="str"), language), codes, strict=True))


def answer_to(event: pd.Series, decision: str, fix: tuple[str, str], settings: tuple) -> tuple[str, bool]:
    """Return what to tell the reader of a decision, and whether it was written; `fix` is a field and its value."""
    folder, language = settings
    if decision == "correct" and not is_value(*fix):
        return said("value_missing", language), False
    try:
        decide(event, DECISIONS[decision], folder, field=fix[0], value=fix[1])
    except OSError as error:
        return said("not_written", language, error.strerror), False
    return said(DECISIONS[decision], language, *([fix[1]] if decision == "correct" else [])), True


def is_value(field: str, value: str) -> bool:
    """Tell whether a field can have a value: a known code, a day, or any actor; «-» says that there is none.

    >>> is_value("type", "ASSAULT"), is_value("type", "attack"), is_value("date", "2023-03-07"), is_value("date", "-")
    (True, False, True, True)
    """
    codes = {"type": tables.TYPES, "status": tables.STATUSES}.get(field)
    if codes:
        return value in codes
    if field == "date" and value != DELETED:
        return bool(pd.notna(pd.to_datetime(value, errors="coerce", format="ISO8601")))
    return bool(value)
