"""Page through events and say of each whether it is right; what is said is written at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import actors, mistakes
from analysis.captions import said
from analysis.events import fingerprint, precision
from analysis.explore import correcting, panels
from analysis.explore.deciding import FILE, corrections, decide, decided, last_one, undecided
from analysis.explore.event_page import event_list, event_page
from analysis.explore.shown import Shown, escaped
from analysis.explore.wording import direction

#: Around the path of a file, which Arabic words beside it would turn round.
ISOLATED, END_OF_ISOLATED = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
VERDICTS = {"accept": ("accepted", "success"), "reject": ("rejected", "danger"), "undo": ("undone", "")}


class Desk(NamedTuple):
    """What a review is about: events with their fingerprints, their articles and mentions, where it is written."""

    events: pd.DataFrame
    articles: pd.DataFrame
    mentions: pd.DataFrame
    folder: Path
    language: str


def review(
    events: pd.DataFrame,
    articles: pd.DataFrame,
    folder: str | Path,
    *,
    mentions: pd.DataFrame | None = None,
    language: str = "ar",
) -> panels.Panel:
    """Return a page per event with buttons to accept, reject or correct it; decisions go to reviews.csv in the folder.

    `mentions` mark who is named in the sentence; without them they are found anew. Above the event stands how many
    were right so far. `.rows` are all decisions; `events.reviewed` applies them. Articles that were read from a file,
    or from several folders, have no place for decisions: the page says so.
    """
    mentions = actors.mentions(articles) if mentions is None else mentions
    listed = event_list(events, articles, mentions, language)
    if not is_folder(folder):
        return panels.Panel(under(said("review_folder", language), listed, language))
    desk = Desk(events.assign(fingerprint=fingerprint(events, articles)), articles, mentions, Path(folder), language)
    page = under(score(desk), listed, language)
    able = panels.widgets() is not None and len(events)
    return panels.Panel(page, panels.stacked(controls(desk), language) if able else None, lambda: decided(folder))


def is_folder(where) -> bool:
    """Tell whether articles were read from one folder, in which decisions on their events can be kept."""
    return isinstance(where, str | Path) and not Path(where).is_file()


def under(sentence: str, page: Shown, language: str) -> Shown:
    """Return a page under a sentence."""
    return Shown(paragraph(sentence, language) + page.markup, f"{sentence}\n{page.plain}")


def controls(desk: Desk) -> list:
    """Return the score so far, the place among the events, the event's page, the buttons, and what one answered."""
    first = undecided(desk.events, desk.folder) + 1
    place = panels.widgets().BoundedIntText(value=first, min=1, max=len(desk.events), layout={"width": "6em"})
    page, so_far, told = (panels.page_of("") for _ in range(3))

    def show(_=None):
        page.value = page_at(desk, place.value - 1)
        so_far.value = paragraph(score(desk), desk.language, "font-weight:bold")

    def answer(message: str, written: bool):
        told.value = paragraph(message, desk.language, "color:#005a2b" if written else "color:#a40000")
        if written:
            show()

    place.observe(show, names="value")
    show()
    file = f"{ISOLATED}{(desk.folder / FILE).resolve()}{END_OF_ISOLATED}"
    how = panels.page_of(paragraph(said("review_how", desk.language, file), desk.language))
    buttons = panels.beside(verdicts(desk, place, answer))
    return [how, so_far, pager(desk, place), page, buttons, *correction(desk, place, answer), told]


def paragraph(text: str, language: str, style: str = "") -> str:
    """Return a text as a paragraph in the direction of the language."""
    return f'<p dir="{direction(language)}" style="{style}">{escaped(text)}</p>'


def score(desk: Desk) -> str:
    """Return in words how many of the events were reviewed, how many were right, and the interval of the share."""
    decisions = decided(desk.folder)
    drawn = decisions["when"].notna()  # who writes a row by hand has chosen the event, most often because it is wrong
    row = precision(decisions[drawn & decisions["fingerprint"].isin(desk.events["fingerprint"])]).to_dict("records")[0]
    if not row["reviewed"]:
        return said("score_none", desk.language, len(desk.events))
    shares = [f"{100 * row[name]:.0f}" for name in ("precision", "low", "high")]
    return said("score_so_far", desk.language, row["reviewed"], len(desk.events), row["right"], *shares)


def page_at(desk: Desk, place: int) -> str:
    """Return the page of the event at a place, with the decision on it."""
    event, language = desk.events.iloc[[place]], desk.language
    decision = last_one(event["fingerprint"].iloc[0], desk.folder)
    told = paragraph(said("event_of", language, place + 1, len(desk.events)), language)
    return told + event_page(event, decision, desk.articles, desk.mentions, language)


def pager(desk: Desk, place):
    """Return the buttons to the event before and behind, and the number of the event between them."""
    back = button("previous", desk.language, lambda _: setattr(place, "value", max(place.value - 1, 1)))
    on = button("next", desk.language, lambda _: setattr(place, "value", min(place.value + 1, len(desk.events))))
    return panels.beside([back, place, on])


def verdicts(desk: Desk, place, answer) -> list:
    """Return the buttons that say that an event is right or wrong, or take a decision back."""

    def press(code: str, _):
        message, written = answer_to(desk.events.iloc[place.value - 1], code, desk)
        answer(message, written)
        if written and code != "undo" and place.value < len(desk.events):
            place.value = undecided(desk.events, desk.folder, place.value) + 1

    return [button(code, desk.language, partial(press, code), look) for code, (_, look) in VERDICTS.items()]


def answer_to(event: pd.Series, code: str, desk: Desk) -> tuple[str, bool]:
    """Return what to tell the reader of a verdict, and whether it holds."""
    return tried(desk, partial(verdict, event, code, desk))


def verdict(event: pd.Series, code: str, desk: Desk) -> str:
    """Return what to tell the reader of a verdict, now written; a corrected event stays corrected."""
    if code == "accept" and corrections(event["fingerprint"], desk.folder):
        return said("kept_corrected", desk.language)
    decision, _ = VERDICTS[code]
    decide(event, decision, desk.folder)
    return said(decision, desk.language)


def correction(desk: Desk, place, answer) -> list:
    """Return the controls of a correction: which field, its right value with suggestions, a button; which are valid."""
    kinds, language = panels.widgets(), desk.language
    fields = [(correcting.heading(name, language), name) for name in correcting.FIELDS]
    field = kinds.Dropdown(options=fields, description=said("field", language), style=panels.SOON)
    value = kinds.Combobox(
        description=said("value", language), placeholder=said("value_hint", language), style=panels.SOON
    )
    hint = panels.page_of("")

    def suggest(_=None):
        value.options, value.value = list(correcting.choices(field.value, desk.mentions, language)), ""
        hint.value = paragraph(correcting.valid(field.value, "", desk.mentions, language), language, "color:#595959")

    def press(_):
        told, written = corrected(desk, desk.events.iloc[place.value - 1], field.value, value.value.strip())
        value.value = "" if written else value.value
        answer(told, written)

    field.observe(suggest, names="value")
    suggest()
    return [panels.beside([field, value, button("correct", language, press, "warning")]), hint]


def corrected(desk: Desk, event: pd.Series, field: str, typed: str) -> tuple[str, bool]:
    """Return what to tell the reader of a correction, and whether it was written: only a valid value is."""
    mentions, language = desk.mentions, desk.language
    values = correcting.values(field, typed, mentions, language)
    name = correcting.heading(field, language)
    if not values:
        wrong = said("value_unknown", language, typed, name) if typed else said("value_missing", language)
        return f"{wrong} {correcting.valid(field, typed, mentions, language)}", False

    def write() -> str:
        decide(event, "corrected", desk.folder, values=values)
        return said("corrected", language, name, typed)

    return tried(desk, write)


def tried(desk: Desk, write: Callable[[], str]) -> tuple[str, bool]:
    """Return what to tell the reader once a decision is written, or why it could not be."""
    try:
        return write(), True
    except (OSError, mistakes.WrongList) as error:
        why = error.strerror if isinstance(error, OSError) else error
        return said("not_written", desk.language, why), False


def button(code: str, language: str, pressed, look: str = ""):
    """Return a button with its word, and what happens when it is pressed."""
    made = panels.widgets().Button(description=said(code, language), button_style=look, layout={"width": "auto"})
    made.on_click(pressed)
    return made
