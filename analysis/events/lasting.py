"""Acts that go on: standing ones, those that a verb in the imperfect carries; and those that were going on once."""

from bisect import bisect_left
from functools import cache

from analysis import lists
from analysis.arabic.finite import is_perfect
from analysis.arabic.phrases import ARTICLE, places, word_before
from analysis.events.carried import carriers, is_suffered, takes_place
from analysis.events.newsday import is_after, is_lead
from analysis.events.parties import RELATIVES, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

GOING_ON = words("going_on")
WRITTEN_GOING_ON = frozenset(before + word for before in ("", "و") for word in GOING_ON)
CARRIED = 7  # words from a noun back over its subject to the verb that carries it at most
HURT = words("hurt")
BATTLES = ("معركة", "قتال", "عملية")  # over by the day's end, unlike a war
BEGUN = "بدا"  # of what has begun nothing is told of its end
BEFOREHAND = frozenset(("بعد", "عقب", "اعقاب", "اثر", "منذ", "قبل"))
CARRIED_FAR = 8  # words from a verb in the imperfect over its subject to the noun that it carries at most
HURT_REACH = 8  # words from «قتل» to the fighting at most
WAS = frozenset(("كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا", "كنا", "كنت"))
AND_HE = frozenset(("وهو", "وهي", "وهم", "وهما"))
WAS_REACH = 5  # words from «كان» to its imperfect at most
STANDING = ("AID", "SUPPORT", "COOPERATE", "MOBILIZE")  # what goes on where one is accused of it
CHARGED = 8  # words from «تتهم» over who is accused to what at most
LISTED = 5  # words from one charge to the next that «و» joins to it at most
CONTENT = words("saying") | {"بانهم"}
LIFTED = 5  # words from a verb or noun of lifting to the measure that is still in force at most
AMID = "وسط"
COMING = frozenset(("ياتي", "تاتي", "وياتي", "وتاتي", "استمرار", "تواصل", "تستمر", "تتواصل", "يتواصل", "يستمر"))
THERE = frozenset(("يوجد", "توجد", "هناك", "هنالك", "ثمه"))


@cache
def resumed_carriers() -> frozenset[str]:
    """Return the verbs in the perfect that tell an act of the noun before them (عمليات نفذتها، العملية التي شنها)."""
    return frozenset(verb + pronoun for verb in carriers() for pronoun in ("ه", "ها"))


@cache
def resumed_going_on() -> frozenset[str]:
    """Return the verbs in the imperfect that carry an act, with the pronoun of the noun before them (يشنها)."""
    return frozenset(verb + pronoun for verb in GOING_ON for pronoun in ("ه", "ها", "هما"))


@cache
def lasting() -> frozenset[str]:
    """Return the words whose act goes on where nothing else is said."""
    return frozenset(row["word"] for row in lists.rows("lasting_words"))


def is_carried_out(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect carries a noun, whose act so is over (شنت القوات عملية)."""
    if is_suffered(scene, trigger):
        return True
    if trigger.verb is not None and trigger.verb < trigger.first:
        return not scene.text.folded[trigger.verb].removeprefix("و").startswith(("ي", "ت", "سي", "ست"))
    if (
        takes_place(scene, trigger)
        or is_deadly(scene, trigger)
        or (is_after(scene, trigger) and trigger.form.entry.word in BATTLES)
    ):
        return True
    if any(word in resumed_carriers() for word in scene.text.folded[trigger.last + 1 : trigger.last + 3]):
        return True
    if is_told_done(scene, trigger) or has_broken_out(scene, trigger):
        return True
    for i in range(trigger.first - 1, max(-1, trigger.first - CARRIED), -1):
        word = scene.text.folded[i].removeprefix("و")
        if word in ("ان", "بان", "عن", "حول", "بشان"):
            return False  # «نشرت اللجنة تقريرا عن النزاع»
        if word.startswith(BEGUN):
            return False  # «بدأت الحرب في نهاية 2013»
        if i in scene.carriers and not word.startswith(("ي", "ت", "سي", "ست")):
            return breaks(scene.text, i, trigger.first) == 0
    return False


def has_broken_out(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect right before fighting says that it broke out or took place (اندلعت معارك)."""
    broke_out = word_before(scene.text, trigger.first).removeprefix("و") in words("breaks_out")
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 3]
    return broke_out and trigger.form.entry.word in BATTLES and words("in_course").isdisjoint(behind)


def is_told_done(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect right behind a noun without the article tells it as done (عملية استهدفت)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 4]
    at = next((i for i, word in enumerate(behind) if word in words("told_done")), None)
    if at is None or scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE):
        return False
    return not breaks(scene.text, trigger.last, trigger.last + at + 1)


def is_deadly(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether fighting is told as what people died or were hurt in, and so is over (أصيب جنديان في معارك)."""
    led = word_before(scene.text, trigger.first) in ("في", "خلال", "من", "اثناء")
    if not led or trigger.form.entry.word not in BATTLES:
        return False
    hurt = places(scene.text, HURT, max(0, trigger.first - HURT_REACH), trigger.first)
    return any(not breaks(scene.text, i, trigger.first) for i in hurt)


def is_carried_on(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a relative clause in the imperfect carries a noun (الغارات الجوية التي يشنها الجيش)."""
    if is_in_force(scene, trigger) or continues(scene, trigger):
        return True
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 5]
    at = next((i for i, word in enumerate(behind[:-1]) if word in RELATIVES), None)
    if at is None:
        return is_described(scene, trigger, behind)
    if breaks(scene.text, trigger.last, trigger.last + at + 2):
        return False
    verb = behind[at + 1]
    return verb in GOING_ON | resumed_going_on() and all(word.startswith(ARTICLE) for word in behind[:at])


def is_described(scene: Scene, trigger: Trigger, behind: list[str]) -> bool:
    """Tell whether a verb in the imperfect behind a noun without the article carries it (غارات كثيفة تشنها)."""
    at = next((i for i, word in enumerate(behind[:4]) if word in resumed_going_on()), None)
    if at is None or scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE):
        return False
    level = not breaks(scene.text, trigger.last, trigger.last + at + 1)
    return level and not any(word.startswith(ARTICLE) for word in behind[:at])


def is_standing_charge(scene: Scene, trigger: Trigger, before: list[tuple[Trigger, str]]) -> bool:
    """Tell whether a noun is help or the like of which somebody is accused all along (تتهم فرنسا روسيا بتزويدهم)."""
    if trigger.form.entry.type not in STANDING or not before:
        return False
    holder, held = before[-1]
    lead = scene.text.folded[trigger.first][: trigger.cut]
    if scene.text.sentences[holder.first] != scene.text.sentences[trigger.first]:
        return False
    if lead.endswith("و") and held == "ongoing" and holder.form.entry.type in STANDING:
        return trigger.first - holder.last <= LISTED
    charged = holder.form.entry.type == "ACCUSE" and holder.form.tense == "imperfect"
    near = lead.endswith("ب") and trigger.first - holder.last <= CHARGED
    return charged and near and not breaks(scene.text, holder.last, trigger.first)


def is_in_force(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a measure is told of as in force (سترفع العقوبات المفروضة على إيران)."""
    measure = trigger.form.entry.type in ("SANCTION", "COERCE")
    held = measure and not words("in_force").isdisjoint(scene.text.folded[trigger.last + 1 : trigger.last + 3])
    return held and not words("to_lift").isdisjoint(scene.text.folded[max(0, trigger.first - LIFTED) : trigger.first])


def exists(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether help or the like is said to be there, or violence amid what goes on (هناك تعاون، يأتي وسط قصف)."""
    before = word_before(scene.text, trigger.first)
    if before == AMID and trigger.form.entry.type in ("ASSAULT", "PROTEST") and not trigger.cut:
        a, _ = bounds(scene.text, trigger.first)
        return bool(places(scene.text, WRITTEN_GOING_ON | COMING, a, trigger.first))
    return before.removeprefix("و") in THERE and trigger.form.entry.type in STANDING


def continues(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the imperfect says that somebody goes on with an act, also in headlines (يواصل إضرابه)."""
    near = places(scene.text, words("continuing"), max(0, trigger.first - CARRIED_FAR), trigger.first)
    near = [i for i in near if word_before(scene.text, i) not in ("ان", "لن", "لم", "لا")]
    return any(not breaks(scene.text, i, trigger.first) and not is_governed(scene, i + 1, trigger.first) for i in near)


def carried_in_imperfect(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the imperfect carries a noun (تشن واشنطن ضربات، يتبنون هجمات)."""
    near = places(scene.text, WRITTEN_GOING_ON, max(0, trigger.first - CARRIED_FAR), trigger.first)
    return any(not breaks(scene.text, i, trigger.first) and not is_governed(scene, i + 1, trigger.first) for i in near)


def is_governed(scene: Scene, a: int, behind: int) -> bool:
    """Tell whether a verb of another act stands between two words, or an act that lies before (في أعقاب حملة القصف)."""
    return any(i in scene.governing or scene.text.folded[i] in BEFOREHAND for i in range(a, behind))


def was_going_on(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «كان» stands before an imperfect, its subject between at most (كانت الحركة تحتجزهم)."""
    near = places(scene.text, WAS, max(0, trigger.first - WAS_REACH), trigger.first)
    return any(not breaks(scene.text, i, trigger.first) and not begins_content(scene, i, trigger) for i in near)


def is_circumstance(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «وهو» begins what somebody did while another act was done (نشرت صورا للشرطة وهي تفرق المحتجين)."""
    text, verb = scene.text, trigger.first
    if text.folded[verb - 1] not in AND_HE or text.sentences[verb - 1] != text.sentences[verb]:
        return False
    a, _ = bounds(text, verb)
    return any(is_perfect(text.folded[i]) for i in scene.governing[bisect_left(scene.governing, a) :] if i < verb)


def begins_content(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether «أن» begins a clause between a word and a trigger, to which the word so does not belong."""
    return not CONTENT.isdisjoint(scene.text.folded[i + 1 : trigger.first])


def stands_firm(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a clause of the body tells in the imperfect what somebody demands all along (وتطالب دول عدة …)."""
    word, (a, _) = scene.text.folded[trigger.first], bounds(scene.text, trigger.first)
    opens = trigger.first == a or word[: trigger.cut].endswith("و")
    return opens and not is_lead(scene, trigger) and word[trigger.cut :].startswith(("ت", "ي"))
