"""Acts that have only the day of their report: deeds announced, accusations exchanged, fighting that goes on."""

from analysis.arabic.phrases import places, word_before
from analysis.events.carried import is_known
from analysis.events.parties import RELATIVES, Scene, breaks
from analysis.events.series import SPEECH
from analysis.events.sets import words
from analysis.events.triggers import Trigger

BACKGROUND = words("background")
REPORTED = 8  # words from «أعلن» over who tells to the deed at most
TELLS_NEWS = words("tells_news")
TIMES = frozenset(("بعد", "قبل", "عقب", "اثر", "خلال", "اثناء", "منذ", "ضد", "غداه", "عشيه", "جراء", "بسبب"))
THAT = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"))
HIT_REACH = 5  # words from an attack over its adjectives to its verb at most
STRIKING = words("hits")
EXCHANGE = 6  # words from «تبادل» over who does it to what they exchange at most
EXCHANGED = frozenset(before + form for before in ("", "و") for form in ("تبادلت", "تبادلا", "تبادلتا", "تبادلوا"))
EXCHANGING = frozenset(("تتبادلان", "يتبادلان", "تتبادل", "يتبادل", "تبادل"))  # in the headline: just now
GOES_ON = frozenset(
    before + word for before in ("", "ب", "و") for word in ("استمرار", "تجدد", "تواصل", "تصاعد", "اندلاع")
)
UNREST = ("اشتباك", "مواجه", "معرك", "معارك", "قصف", "قتال", "احتج", "تظاهر", "مظاهر")


def is_reported_deed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb of telling leads in a deed that it alone dates (أعلن الجيش تدمير القاعدة)."""
    text, near = scene.text, range(max(0, trigger.first - REPORTED), trigger.first)
    if trigger.form.entry.type in (*SPEECH, "CONSULT") or is_known(scene, trigger) or trigger.form.pronoun:
        return False
    if is_told_to_hit(scene, trigger):
        return True
    said = next((i for i in reversed(near) if text.folded[i].removeprefix("و") in TELLS_NEWS), None)
    if said is None or breaks(text, said, trigger.first) or word_before(text, said) in BACKGROUND:
        return False
    between = text.folded[said + 1 : trigger.first]
    apart = TIMES.isdisjoint(between) and THAT.isdisjoint(between) and RELATIVES.isdisjoint(between)
    return apart and not any(i in scene.governing for i in range(said + 1, trigger.first))


def is_told_to_hit(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «أن» begins what an attack did (أفاد شهود بأن غارة استهدفت سيارة)."""
    text, behind = scene.text, range(trigger.last + 1, min(len(scene.text.folded), trigger.last + HIT_REACH + 1))
    if trigger.form.entry.type != "ASSAULT" or trigger.first == 0 or word_before(text, trigger.first) not in THAT:
        return False
    hit = next((i for i in behind if text.folded[i] in STRIKING), None)
    return hit is not None and not breaks(text, trigger.last, hit)


def is_exchanged(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether two sides exchange accusations or the like (تبادلت الدولتان الاتهامات)."""
    text = scene.text
    forms = EXCHANGED if text.sentences[trigger.first] else EXCHANGED | EXCHANGING
    near = places(text, forms, max(0, trigger.first - EXCHANGE), trigger.first)
    return any(not breaks(text, i, trigger.first) and word_before(text, i) not in BACKGROUND for i in near)


def goes_on_still(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether fighting or protest is reported as what goes on or breaks out anew (استمرار الاشتباكات)."""
    before = word_before(scene.text, trigger.first)
    return trigger.form.tense == "noun" and before in GOES_ON and trigger.form.entry.word.startswith(UNREST)
