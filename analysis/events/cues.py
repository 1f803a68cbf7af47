"""The words near an act that settle its status, and how far each reaches."""

import re
from functools import cache

from analysis import lists
from analysis.arabic import calendar, frequency
from analysis.arabic.finite import is_perfect
from analysis.arabic.phrases import ARTICLE, Words, places, word_before
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import IMPOSED

MINDED_WITHIN = 4  # words from a verb of minding over its subject to what it minds at most
ABOUT = frozenset(("بشان", "حول", "ازاء", "حيال", "بخصوص", "لبحث", "لمناقشه"))
BEING = 7  # words from «أن تكون» to what is denied at most
BEHIND = words("behind")
FARTHEST = 14  # words that a cue reaches at most
BUT = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "بل"))
CALLED_OFF = words("called_off")
PAUSING = words("pausing")
NOT = frozenset(("لا", "ولا", "لم", "ولم", "لن", "ولن"))
UNENDED = frozenset(("لا", "ولا", "لم", "ولم", "لن", "حتي"))
STILL = PAUSING | frozenset(("يزال", "تزال", "يزالون", "تزالون", "زال", "زالت", "زالوا", "نزال"))
DECIDES = ("قرر", "قررت", "قضي", "قضت")
COURT_BEFORE = 3  # words from a court to what it decides at most, where the court comes first
REFUSING = frozenset(("رفض", "رفضت", "يرفض", "ترفض", "استبعد", "استبعدت"))  # what is told with «أن تكون»
LATER = "لاحقا"  # tells of what is planned only behind it
FUTURE = re.compile(r"^[وف]?س[يتنا]\w{3,}$")
TIMES = {"الشهر", "العام", "السنه", "الاسبوع"} | {month for name in calendar.MONTHS for month in name.split()[-1:]}


@cache
def cues() -> dict[str, tuple[str, int]]:
    """Return the words that settle a status, with how many words they reach."""
    return {row["word"]: (row["status"], int(row["reach"])) for row in lists.rows("status_words")}


@cache
def written_cues() -> dict[str, tuple[str, int]]:
    """Return the cues with and without a conjunction."""
    return {before + word: cue for before in ("و", "ف", "") for word, cue in cues().items()}


def cues_near(scene: Scene, trigger: Trigger, after: Trigger | None) -> set[str]:
    """Return the statuses whose words stand close enough, before the trigger or (a few of them) behind it."""
    found = cues_before(scene, trigger) | cues_behind(scene, trigger, after)
    found |= {"negated"} if is_denied(scene, trigger) else set()
    if trigger.verb is not None and trigger.verb < trigger.first:
        return found | cues_near(scene, trigger._replace(first=trigger.verb, verb=None), trigger)
    return found


def is_denied(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody, however long his title, denies that it is so (نفى قائد القوات فلان أن تكون قد قصفت)."""
    text, near = scene.text, range(trigger.first - 1, max(0, trigger.first - BEING), -1)
    at = next((i for i in near if text.folded[i] in ("تكون", "يكون") and word_before(text, i) == "ان"), None)
    if at is None:
        return False
    a, _ = bounds(text, at)
    denying = words("denial") | REFUSING  # «رفض الرئيس أن تكون بلاده دعمت التنظيم»
    return any(word.removeprefix("و") in denying for word in text.folded[a:at])


def cues_before(scene: Scene, trigger: Trigger) -> set[str]:
    """Return the statuses of the words before a trigger that reach it."""
    a = max(0, trigger.first - FARTHEST)
    found = enumerate(map(written_cues().get, scene.text.folded[a : trigger.first]), a)
    found = ((i, cue) for i, cue in found if scene.text.folded[i] != LATER)  # «أصيب لاحقا أربعة في انفجار»
    return {status_told(scene, i, cue[0]) for i, cue in found if cue and reaches(scene, i, cue, trigger)}


def status_told(scene: Scene, i: int, status: str) -> str:
    """Return the status that the cue at word i tells: what is not meant to be done is negated (لا تعتزم باريس …)."""
    meant = scene.text.folded[i] in words("meaning_to") and word_before(scene.text, i) in NOT
    return "negated" if meant else status


def reaches(scene: Scene, i: int, cue: tuple[str, int], trigger: Trigger) -> bool:
    """Tell whether the cue at word i settles the status of an act behind it."""
    text, (status, reach) = scene.text, cue
    if trigger.first - i > reach or is_of_month(text, i) or is_ended(text, i) or is_ruling(text, i, trigger):
        return False
    if is_of_other_acts(trigger, text.folded[i].removeprefix("و")) or is_in_relative(scene, i, trigger):
        return False
    if is_of_new_clause(scene, i, trigger) or is_topic_of(text, trigger) or is_denied_charge(text, i, trigger):
        return False
    if status == "negated" and is_beyond(scene, i, trigger):
        return False
    resumed = status == "ongoing" and trigger.form.entry.type == "CONSULT"  # «تستأنف اليوم الجمعة، المحادثات»
    return breaks(text, i, trigger.first) <= resumed


def cues_behind(scene: Scene, trigger: Trigger, after: Trigger | None) -> set[str]:
    """Return the statuses of the words behind a trigger, and before the next one, that reach back to it."""
    text = scene.text
    end = min(len(text.folded), trigger.last + FARTHEST + 1, after.first if after else len(text.folded))
    near = (i for i in places(text, BEHIND, trigger.last + 1, end) if not is_of_month(text, i))
    near = (i for i in near if not (text.folded[i] == LATER and is_told_as_done(text, trigger)))
    found = ((i, *cues()[text.folded[i]]) for i in near)
    return {status for i, status, reach in found if i - trigger.last <= reach and not breaks(text, trigger.last, i)}


def is_told_as_done(text: Words, trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect has a noun right behind it (استهدف انفجار لاحقا حافلة)."""
    return is_perfect(word_before(text, trigger.first).removeprefix("و"))


def is_beyond(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether a negation does not reach an act: over «لكن», of «لا يزال», over a noun (عدم القبول بالانقلاب).

    Nor one that «و» goes on with in the perfect («نفى الوزير التهمة واتهم المعارضة»).
    """
    joined, denied = scene.text.folded[trigger.first][: trigger.cut].endswith("و"), scene.text.folded[i]
    denied = denied.removeprefix("و") in words("denial") and trigger.form.tense == "imperfect"  # «تنفي ذلك وتتهم إيران»
    if joined and (denied or trigger.form.tense == "perfect"):
        return True
    if not BUT.isdisjoint(scene.text.folded[i + 1 : trigger.first]) or is_said_behind(scene, i, trigger):
        return True
    if scene.text.folded[i + 1] in STILL:
        return True
    if is_minded(scene, trigger):
        return True
    led = trigger.form.tense == "noun" and scene.text.folded[trigger.first][: trigger.cut].endswith("ب")
    return led and scene.text.folded[i] == "عدم" and trigger.first - i > 1


def is_minded(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody obeys or minds, and so is there (لن تلتزم روسيا بالعقوبات)."""
    bound = trigger.form.tense == "noun" and scene.text.folded[trigger.first][: trigger.cut].endswith("ب")
    near = scene.text.folded[max(0, trigger.first - MINDED_WITHIN) : trigger.first]
    return bound and not words("minds").isdisjoint(near)


def is_said_behind(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether who denies goes on to say something else (نفت الحركة ذلك وقالت إن الجيش قصف المدينة)."""
    near = range(i + 1, trigger.first)
    return any(j in scene.spoken and scene.text.folded[j].startswith("و") for j in near)


def is_of_month(text: Words, i: int) -> bool:
    """Tell whether «الجاري» names this month or year (3 أيار الجاري), not an act that goes on."""
    return text.folded[i] in ("الجاري", "الجاريه") and word_before(text, i) in TIMES


def is_in_relative(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether a relative clause begins between a cue and an act (نفى المشاركة في الحوار الذي دعا إليه)."""
    return not words("relatives").isdisjoint(scene.text.folded[i + 2 : trigger.first])


def is_of_new_clause(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether «و» before the subject of a verb opens a clause of its own (ترفض المقترح وحماس تتهم الحكومة)."""
    beside = (p for p in scene.parties if p.last == trigger.first - 1 and p.start > i)
    return trigger.form.tense == "imperfect" and any(scene.text.folded[p.start].startswith("و") for p in beside)


def is_topic_of(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun with the article is what talks or a session are about (جلسة بشأن الغارات على سوريا)."""
    definite = text.folded[trigger.first][trigger.cut :].startswith(ARTICLE)
    return definite and word_before(text, trigger.first) in ABOUT


def is_denied_charge(text: Words, i: int, trigger: Trigger) -> bool:
    """Tell whether a charge is denied, which so was made (نفت باكستان اتهامات أفغانستان لها)."""
    charge = trigger.form.entry.type == "ACCUSE" and trigger.form.tense == "noun"
    return charge and text.folded[i].removeprefix("و") in words("denial")


def is_of_other_acts(trigger: Trigger, word: str) -> bool:
    """Tell whether a cue says of visits and talks only that they were called off, and the act is none."""
    return word in CALLED_OFF and trigger.form.entry.type != "CONSULT"


def is_ruling(text: Words, i: int, trigger: Trigger) -> bool:
    """Tell whether a court decides on somebody, which is done with the decision (قررت النيابة حبس الناشط)."""
    if not text.folded[i].endswith(DECIDES) or trigger.form.entry.type not in (*IMPOSED, "REJECT"):
        return False
    return not words("court").isdisjoint(text.folded[max(0, i - COURT_BEFORE) : trigger.first])


def is_ended(text: Words, i: int) -> bool:
    """Tell whether a verb of stopping is not negated, and so tells of no act that goes on (قبل أن تتوقف)."""
    return text.folded[i] in PAUSING and word_before(text, i) not in UNENDED


def forbids(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «لا» before a word of duty asks for something not to be done (لا ينبغي أن تتدخل تركيا)."""
    duty = trigger.form.entry.type == "REQUEST" and trigger.form.tense == "phrase"
    return duty and word_before(scene.text, trigger.first).removeprefix("و") == "لا"


@cache
def is_future(word: str) -> bool:
    """Tell whether a word is an imperfect with س (سيقتصر, not سياسة)."""
    bare = word[1:] if word[:1] in "وف" else word
    return bool(FUTURE.match(word)) and frequency.of(bare[1:]) > frequency.of(bare)
