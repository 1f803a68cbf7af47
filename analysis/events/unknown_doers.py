"""Doers without a name: between a verb and whom it meets (قصفت مجموعة مسلحة السفارة), the kin and texts of somebody."""

from analysis.arabic.phrases import ARTICLE, Words, follows
from analysis.events.noun_phrases import preposition_at
from analysis.events.parties import Party, Scene
from analysis.events.sets import words
from analysis.events.triggers import Trigger

DOERS = words("unknown_doer") | words("strikes") | words("fires_at")
PEOPLE = words("unknown_doer") | words("person") | words("civilian") | words("acting") | words("soldier")
DESCRIBED = words("describes_doer")  # «مسلحة»، «ناسفة»
PLANS_WITHIN = 4  # words from who prepares an attack to it at most
BEEN = ("كان", "كانت", "كانوا", "كانا", "كانتا")
FEMININE = (("م", "ه"), ("", "يه"))  # how the adjective of a group or a weapon begins and ends: متشددة، إرهابية


def behind_doer(text: Words, party: Party, stops: frozenset[int]) -> Party:
    """Return a party without the doer, whom no list names, between the verb and it."""
    verb = party.start - 1
    if verb not in stops or party.start == party.first or not follows(text, verb) or party.under:
        return party
    if text.folded[party.start] not in DOERS:
        return party
    start = behind_described(text, party) or behind_weapon(text, party)
    return party._replace(start=start) if start else party


def of_kin(text: Words, party: Party) -> Party:
    """Return a party whose kin or lawyer acts as one in their shade (أسرة الصحفي جمال خاشقجي)."""
    kin = party.start < party.first and text.folded[party.start].removeprefix("و") in words("kin")
    return party._replace(under="أسرة") if kin and party.under is None else party


def in_text(text: Words, party: Party, stops: frozenset[int]) -> Party:
    """Return who speaks by a text right behind a verb as its subject (اتهم بيان للجيش السوداني الدعم السريع)."""
    head = party.start - 1
    speaks = party.under == "ل" and head > 0 and head - 1 in stops and text.folded[head] in words("says_for")
    return party._replace(start=head, under=None) if speaks and follows(text, head - 1) else party


def behind_described(text: Words, party: Party) -> int | None:
    """Return where a noun phrase begins behind a doer with an adjective of his (مجموعة مسلحة السفارة الأميركية)."""
    start = party.start + 1
    while start < party.first and describes(text.folded[start]):
        start += 1
    own = party.demonym and start == party.first  # «مجموعة مسلحة سورية»
    return None if own or start == party.start + 1 else start


def behind_weapon(text: Words, party: Party) -> int | None:
    """Return where the only object of a verb begins behind a weapon or one who fires (صاروخ القاعدة الأميركية)."""
    beside, last = party.start + 1, party.last
    defined = text.folded[beside].startswith(ARTICLE) and text.folded[last].startswith(ARTICLE)
    alone = not follows(text, last) or preposition_at(text.folded[last + 1]) is not None
    return beside if text.folded[party.start] in words("fires_at") and defined and alone else None


def describes(word: str) -> bool:
    """Tell whether a word without the article is an adjective of a group, a man or a weapon, and no noun."""
    if word.startswith(ARTICLE) or word in words("acting"):
        return False
    return word in DESCRIBED or any(word.startswith(begins) and word.endswith(ends) for begins, ends in FEMININE)


def is_behind_unlisted(scene: Scene, verb: int) -> bool:
    """Tell whether people whom no list names stand right before a verb as its subject (أن ملثمين قاموا بحرق)."""
    text, who = scene.text.folded, verb - 1
    if who < 0 or not follows(scene.text, who) or who in scene.named or text[who].startswith(ARTICLE):
        return False
    many = text[verb].endswith("وا") and text[who].endswith(("ين", "ون"))
    return many or text[who] in PEOPLE or (text[who] in words("describes_doer") and text[who - 1] in PEOPLE)


def planning(scene: Scene, trigger: Trigger) -> tuple[bool, Party | None]:
    """Return whether men arrested or killed prepared an attack, and whose men (خلية لداعش كانت تخطط لشن هجوم)."""
    if trigger.form.entry.type != "ASSAULT":
        return False, None
    text = scene.text.folded
    near = range(trigger.first - 1, max(0, trigger.first - PLANS_WITHIN), -1)
    verb = next((i for i in near if text[i] in words("plans_attack")), None)
    if verb is None or not all(follows(scene.text, i) for i in near):
        return False, None
    who = verb - 1 - (text[verb - 1] in BEEN)
    beside = (party for party in scene.parties if party.last == who)
    named = next((p for p in beside if p.start < p.first or text[p.start - 1] in PEOPLE), None)
    return named is not None or text[who] in PEOPLE, named


def is_of_unlisted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is that of people unlisted before the verb over it (جماعات أعلنت ولاءها للتنظيم)."""
    verb = trigger.first - 1
    told = verb in scene.spoken or verb in scene.carriers or verb in scene.verbs
    beside = trigger.form.pronoun and verb >= 0 and (told or scene.text.folded[verb].endswith("وا"))
    return bool(beside) and is_behind_unlisted(scene, verb)
