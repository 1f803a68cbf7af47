"""The parties of an act: who stands where in the sentence, under which preposition, and so who did it to whom."""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from analysis import lists
from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, Words, cited, folded, word_before
from analysis.events.forms import PARTICIPLE, imperfect, nominal, perfect
from analysis.events.sets import words
from analysis.events.triggers import Trigger

FAR = 14  # words between a verb and its subject at most
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "ما", "مما", "ممن"))
ORDERS = ("بقرار", "بعفو", "بامر", "بحكم", "بتوجيه", "بايعاز")  # before «من»: who had it done
AGENTS = (("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي"), ("علي", "يدي"))
AGENT_WORDS = frozenset(("برصاص", "بنيران", "بقصف", "بقذائف", "بصواريخ", "بيد", "بايدي"))
HELD_BY = frozenset(("بيد", "بايدي"))
HARD_END = re.compile(r"[؛;.!?؟…\n]")
ANY_END = re.compile(r"[،,:()\[\]؛;.!?؟…\n\-–—]")  # what both may begin with, for a quick no
ASIDE = re.compile(r"\([^()\n]{1,20}\)")  # «اليوم (الاثنين)»
SOFT_END = re.compile(r"[،,:()\[\]]| [-–—] ")
UNITED_NATIONS = "united-nations"
BESIDES = frozenset(("فيما", "بينما", "كما"))  # lead in what happens beside
AGENT_MARKS = AGENT_WORDS.union(ORDERS, (word for _, word in AGENTS))
COMES = "no source, it comes beside another act"
HUNDRED = frozenset(("مئه", "مايه", "مائه", "ميه"))
PEOPLE_BEGIN = tuple(words("people_begin"))


class Party(NamedTuple):
    """An actor in the text, or the demonym of one: its words, who it is, and the preposition over it."""

    first: int
    last: int
    actor_id: str
    use: str
    under: str | None  # ب, ل, إلى …; None when free
    demonym: bool
    start: int  # first word of the noun phrase: the title before a name, the noun before a demonym
    joined: bool  # does «و» join it to the party before?


class Facts(NamedTuple):
    """What the lists know of actors: states of places and actors, and which are media, people, states, armed, women."""

    country: dict[str, str]
    nation: dict[str, str]  # of armed groups none: they stand alone
    home: dict[str, str]  # the same with armed groups
    media: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]
    armed: frozenset[str]
    women: frozenset[str]


class Scene(NamedTuple):
    """What an act is read in: the words, the parties, the finite verbs, who spoke last."""

    text: Words
    parties: list[Party]
    verbs: frozenset[int]  # finite triggers and verbs of saying
    spoken: frozenset[int]  # verbs of saying
    carriers: frozenset[int]  # verbs that carry a noun (شن، أجرى)
    known: Facts
    sides: list[Party]  # the two sides that the article speaks of most
    named: frozenset[int]  # words of the noun phrases of the parties
    governing: list[int]  # finite verbs and carriers, in text order


class Told(NamedTuple):
    """What an article told before an act: its last finite verb with the subject, the act that may hold this one."""

    verb: Trigger | None = None
    subject: Party | None = None
    holder: Trigger | None = None  # «طالبت اليونان إيران» holds «بالإفراج عن السفينتين»
    source: Party | None = None
    target: Party | None = None


@cache
def heads(name: str) -> frozenset[str]:
    """Return the nouns of a list, with and without the article."""
    words = {row["word"] for row in lists.rows(name)}
    return frozenset(words | {ARTICLE + word for word in words})


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Return every form of the verbs of a list: of saying (reporting_verbs) or carrying a noun (carrier_verbs)."""
    forms = set()
    for row in lists.rows(name):
        verb, imperfect_verb = cited(row["perfect"]), cited(row["imperfect"])
        forms |= {form for form, _ in perfect(verb)} | {form for form, _ in imperfect(imperfect_verb)}
        if row.get("participle"):
            participles = nominal(folded(row["participle"]), PARTICIPLE)
            forms |= {form for form, _ in participles if form.endswith(("ا", "ه"))}
    return frozenset(forms)


@cache
def written_forms(name: str) -> frozenset[str]:
    """Return the forms of the verbs of a list, with and without a conjunction and the future س.

    Forms that are nearly always another word are left out (إضافة، مجددا، قادة، واسع).
    """
    written = (before + future for before in ("", "و", "ف") for future in ("", "س"))
    return frozenset(before + form for before in written for form in verb_forms(name)) - words("no_verb")


def is_form(word: str, name: str) -> bool:
    """Tell whether a word is a verb of a list, with or without its conjunction or the future س."""
    return word in written_forms(name)


@cache
def counts_people(word: str) -> bool:
    """Tell whether a word is a number or a noun of people, to whom an act so was done (قتل 9 مدنيين، أصيب العشرات)."""
    return word[:1].isdecimal() or word in words("counted_people") or word.startswith(PEOPLE_BEGIN)


def is_object_counted(text: Words, verb: int) -> bool:
    """Tell whether men are counted behind a feminine verb, as its object: «قتلت ستة» (the passive is «قُتل ستة»)."""
    counted, whom = (*text.folded[verb + 1 : verb + 3], "", "")[:2]
    many = counted.isdigit() and whom.endswith("ا")  # «واعتقلت 15 مطلوبا»
    many = many or (counted.endswith("ه") and counted not in HUNDRED and is_number(counted))
    return text.folded[verb].endswith("ت") and many


def bounds(text: Words, i: int) -> tuple[int, int]:
    """Return the first and the last word of the sentence of word i."""
    first, behind = text.spans[text.sentences[i]]
    return first, behind - 1


def breaks(text: Words, i: int, j: int) -> int:
    """Return how many commas and the like stand between word i and word j (i < j); a full stop counts ten."""
    between = text.text[text.ends[i] : text.starts[j]]
    if not ANY_END.search(between):
        return 0
    if "(" in between:
        between = ASIDE.sub("", between)
    return len(SOFT_END.findall(between)) + 10 * len(HARD_END.findall(between))


def around(scene: Scene, trigger: Trigger) -> tuple[list[Party], list[Party]]:
    """Return the parties of the sentence before the trigger (nearest first) and after it."""
    parties, (a, behind) = scene.parties, scene.text.spans[scene.text.sentences[trigger.first]]
    first, end = bisect_left(parties, (a,)), bisect_left(parties, (behind,))
    if first == end:
        return [], []
    here = bisect_left(parties, (trigger.first,), first, end)
    before = [party for party in reversed(parties[first:here]) if party.last < trigger.first]
    behind = min(end_of_coming(scene.text, trigger, behind), next_clause(scene, trigger.last, behind))
    return before, [party for party in parties[here:end] if trigger.last < party.first and party.last < behind]


def next_clause(scene: Scene, last: int, behind: int) -> int:
    """Return where a comma, «فيما» or the like and a verb begin what another does (نددت باريس به، فيما أعلنت برلين)."""
    text = scene.text
    if BESIDES.isdisjoint(text.folded[last + 1 : behind]):
        return behind
    for i in range(last + 2, behind - 1):
        verb = i + 1 in scene.verbs or i + 1 in scene.carriers or is_form(text.folded[i + 1], "reporting_verbs")
        if text.folded[i] in BESIDES and verb and breaks(text, i - 1, i):
            return i
    return behind


def end_of_coming(text: Words, trigger: Trigger, behind: int) -> int:
    """Return where another act begins beside or before which this one comes (وجاء الهجوم بعد تحذير إيران لإسرائيل)."""
    if not comes(text, trigger):
        return behind
    between = range(trigger.last + 1, behind)
    alone = (i for i in between if text.folded[i] in words("beside_in_time"))
    pairs = (i for i in between[:-1] if text.folded[i] == "في" and text.folded[i + 1] in words("time_beside"))
    return min(next(alone, behind), next(pairs, behind))


def comes(text: Words, trigger: Trigger) -> bool:
    """Tell whether a verb that says when an act comes stands right before it (وتأتي هذه الزيارة)."""
    verb = trigger.first - 1 - (word_before(text, trigger.first) in words("pointing"))
    return verb >= 0 and text.folded[verb].lstrip("وف") in words("comes")


def near(scene: Scene, trigger: Trigger, after: list[Party]) -> list[Party]:
    """Return the parties behind a trigger that its prepositions can reach."""
    return [p for p in after if p.first - trigger.last <= 2 * FAR and breaks(scene.text, trigger.last, p.start) <= 2]


def agent(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the agent of a passive act (من قبل، على يد، برصاص، بقرار من)."""
    text = scene.text.folded
    if not after or AGENT_MARKS.isdisjoint(text[trigger.last + 1 : after[-1].first + 1]):
        return None
    for party in after:
        a = max(trigger.last + 1, party.start - 3)
        a = max([a, *(i + 1 for i in range(a, party.start) if i in scene.verbs)])  # «بصواريخ واتهمت واشنطن»
        words = text[a : party.first + 1]
        pairs = list(pairwise(words))
        held = not HELD_BY.isdisjoint(words)  # «هجوما على المدينة، التي لا تزال بيد المعارضة»
        led = any(pair in AGENTS for pair in pairs) or any(word in AGENT_WORDS for word in words)
        led = led or any(first in ORDERS and second == "من" for first, second in pairs)
        if led and breaks(scene.text, trigger.last, party.start) <= (0 if held else 1):
            return party
    return None


def is_before_town(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a place stands right behind a word (خلال زيارته مدينة عطبرة)."""
    return any(party.start == trigger.last + 1 and party.use == "place" for party in scene.parties)


def is_other_side(scene: Scene, party: Party, source: Party | None) -> bool:
    """Tell whether a party belongs to another state than the one who acts, and is not only quoted."""
    if same(party, source) or party.under in ("حسب", "قيادة", "باسم", "لصالح") or party.actor_id in scene.known.media:
        return False
    return source is None or family(scene, party) != family(scene, source)


def family(scene: Scene, party: Party) -> str:
    """Return what a party belongs to: its state, the United Nations of its council and its envoys, or itself."""
    return UNITED_NATIONS if party.actor_id.startswith(UNITED_NATIONS) else nation(scene, party)


def nation(scene: Scene, party: Party) -> str:
    """Return the state that a party belongs to, or the party itself."""
    return scene.known.nation.get(party.actor_id, party.actor_id)


def same(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are one actor."""
    return one is not None and other is not None and one.actor_id == other.actor_id


def is_bracketed(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a bracket with a name in it closes before a verb (الإطار (مقرب من إيران)، والذي يطالب)."""
    return ")" in scene.text.text[scene.text.ends[party.last] : scene.text.starts[trigger.first]]
