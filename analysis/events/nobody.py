"""Acts told of nobody political: words of the kitchen, the pitch and the road that look like acts of states."""

from bisect import bisect_left
from functools import cache

from analysis.arabic.phrases import ARTICLE, Words
from analysis.events.options import clothed
from analysis.events.parties import Scene
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import FORCED

FEW = 4  # actors below which an article tells of little politics
PLAYED = 2  # words of sport that make a sentence one of sport, where it names actors all the same
ATTACK = frozenset(("الهجوم", "هجوم", "هجوما", "هجمات", "الهجمات", "بالهجوم", "للهجوم"))  # on the pitch
BY_FORCE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"))  # told also of unnamed crowds and gunmen


def is_nobodys(scene: Scene, trigger: Trigger, row: dict) -> bool:
    """Tell whether nobody political has to do with an act (الطبيب نصح مرضاه، طلب المدرب لاعبيه، قتلى الفيضانات)."""
    sentence = scene.text.sentences[trigger.first]
    first, behind = scene.text.spans[sentence]
    named = bisect_left(scene.parties, (first,)) < bisect_left(scene.parties, (behind,))
    if row["type"] in FORCED and (is_mishap(scene.text, sentence) or is_done_to_oneself(scene.text, trigger)):
        return True  # accidents and floods hurt as well
    if is_of_sport(scene.text, sentence, named):
        return True
    return not (named or row["type"] in BY_FORCE) and is_private(scene, row)


def is_done_to_oneself(text: Words, trigger: Trigger) -> bool:
    """Tell whether somebody harms himself alone (حاولت قتل نفسها، أحرق شاب نفسه; not: فجر انتحاري نفسه وسط حشد)."""
    if trigger.form.entry.type != "ASSAULT" or trigger.form.entry.word in words("blows_up"):
        return False
    behind = text.folded[trigger.last + 1 : trigger.last + 3]
    if behind[:1] and behind[0] in words("oneself"):
        return True
    doer = trigger.form.tense in FINITE and len(behind) == 2 and not behind[0].startswith(ARTICLE)
    return doer and behind[1] in words("oneself")


def is_private(scene: Scene, row: dict) -> bool:
    """Tell whether an article names no actor, or few while neither side of the act is known."""
    known = len({party.actor_id for party in scene.parties} - scene.known.media)
    return not known or (known < FEW and row["source"] is None and row["target"] is None)


def is_of_sport(text: Words, sentence: int, named: bool) -> bool:
    """Tell whether a sentence tells of sport, and of nobody armed."""
    played, armed = count(text, sentence, "sport"), found(text, sentence, "armed")
    if played > PLAYED:
        armed = armed - ATTACK  # «يحتاج الفريق إلى لاعبين في الهجوم»
    return played >= (PLAYED if named else 1) and not armed


def is_mishap(text: Words, sentence: int) -> bool:
    """Tell whether a sentence tells of an accident, of nature or of an illness, and of nobody armed."""
    crashed = count(text, sentence, "crash") and not count(text, sentence, "shot_down")  # an army's aircraft too
    return bool(crashed) or (bool(count(text, sentence, "mishap")) and not count(text, sentence, "armed"))


def count(text: Words, sentence: int, name: str) -> int:
    """Return how many different words of a sentence belong to a set, with or without proclitics and article."""
    return len(found(text, sentence, name))


def found(text: Words, sentence: int, name: str) -> frozenset[str]:
    """Return the words of a sentence that belong to a set, with or without proclitics and article."""
    return written(name).intersection(text.folded[slice(*text.spans[sentence])])


@cache
def written(name: str) -> frozenset[str]:
    """Return the words of a set with every proclitic and article that they may bear."""
    return frozenset(form for word in words(name) for form in clothed(word))
