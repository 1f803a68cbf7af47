"""Whether an act happened, goes on, is planned, called for, or denied: by the form of its word and the words near it."""

from functools import cache

from analysis import lists
from analysis.events.parties import HARD_END, Scene, breaks
from analysis.events.triggers import Trigger

STRENGTH = ("negated", "called_for", "planned", "ongoing")
BEHIND = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "غدا", "قريبا", "لاحقا", "لاحقه", "متكرره", "المتكرره", "متواصل", "متواصله", "المتواصل", "المتواصله", "المستمر", "المستمره", "الجاري", "الجاريه", "حاليا", "بحلول"))  # fmt: skip
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")


@cache
def cues() -> dict[str, tuple[str, int]]:
    """Return the words that settle a status, with how many words they reach."""
    return {row["word"]: (row["status"], int(row["reach"])) for row in lists.rows("status_words")}


def status(scene: Scene, trigger: Trigger) -> str:
    """Return past, ongoing, planned, called_for or negated."""
    near = cues_near(scene, trigger)
    if "negated" in near:
        return "negated"
    if trigger.future:
        return "planned"
    if trigger.form.tense in ("noun", "phrase") or subjunctive(scene, trigger):
        for kind in ("called_for", "planned", "ongoing"):
            if kind in near:
                return kind
    if trigger.form.tense == "imperfect":
        return of_imperfect(scene, trigger, near)
    return "past"


def of_imperfect(scene: Scene, trigger: Trigger, near: set[str]) -> str:
    """Return the status of a verb in the imperfect: what is said is past, what is done goes on."""
    if previous(scene, trigger) == "قد" or "planned" in near:
        return "planned"
    if previous(scene, trigger) == "لم":
        return "negated"
    return "past" if trigger.form.entry.type in SPEECH and "ongoing" not in near else "ongoing"


def previous(scene: Scene, trigger: Trigger) -> str:
    """Return the word before a trigger."""
    return scene.text.folded[trigger.first - 1] if trigger.first else ""


def subjunctive(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb depends on «أن» or «ل» (دعا إلى أن ينسحب)."""
    word = scene.text.folded[trigger.first]
    return trigger.form.tense == "imperfect" and (
        previous(scene, trigger) in ("ان", "بان", "كي", "لكي") or word[: trigger.cut].endswith("ل")
    )


def cues_near(scene: Scene, trigger: Trigger) -> set[str]:
    """Return the statuses whose words stand close enough, before the trigger or (a few of them) behind it."""
    text, found = scene.text, set()
    for i in range(max(0, trigger.first - 14), trigger.first):
        cue = cue_of(text.folded[i])
        if (
            cue
            and trigger.first - i <= cue[1]
            and not HARD_END.search(text.text[text.ends[i] : text.starts[trigger.first]])
        ):
            if breaks(text, i, trigger.first) == 0:
                found.add(cue[0])
    for i in range(trigger.last + 1, min(len(text.folded), trigger.last + 15)):
        word = text.folded[i]
        if word in BEHIND and i - trigger.last <= cues()[word][1] and breaks(text, trigger.last, i) == 0:
            found.add(cues()[word][0])
    return found


def cue_of(word: str) -> tuple[str, int] | None:
    """Return the cue of a word, with or without its conjunction."""
    return cues().get(word) or (cues().get(word[1:]) if word[:1] in "وفب" else None)
