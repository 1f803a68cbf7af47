"""The parties of an act: who stands where in the sentence, under which preposition, and so who did it to whom."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from analysis import lists
from analysis.arabic import frequency
from analysis.arabic.phrases import ARTICLE, Words, folded, follows
from analysis.events.forms import PARTICIPLE, imperfect, nominal, perfect
from analysis.events.groups import followers
from analysis.events.noun_phrases import is_imperfect, phrase_start, whole_start
from analysis.events.offices import envoy, in_brackets, is_held_by, set_off
from analysis.events.peoples import armed, coordinated, demonyms_in, governmental
from analysis.events.pointing import pointing
from analysis.events.sets import words
from analysis.events.triggers import Trigger

FAR = 14  # words between a verb and its subject at most
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "ما", "مما", "ممن"))
AGENTS = (("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي"), ("علي", "يدي"))
AGENT_WORDS = frozenset(("برصاص", "بنيران", "بقصف", "بقذائف", "بصواريخ", "بيد", "بايدي"))
HARD_END = re.compile(r"[؛;.!?؟…\n]")
ANY_END = re.compile(r"[،,:()\[\]؛;.!?؟…\n\-–—]")  # what both may begin with, for a quick no
SOFT_END = re.compile(r"[،,:()\[\]]| [-–—] ")
AGENT_MARKS = AGENT_WORDS.union(word for _, word in AGENTS)
NUMBERS_OR_PEOPLE = re.compile(
    r"^(?:\d.*|(?:ال)?(?:عشرات|مئات|الاف)|عدد|عشرات|مئات|الاف|عشره|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|شخص|شخصان|شخصين|اشخاص|مدني\w*|طفل\w*|"
    r"اطفال|نساء|امراه|جندي\w*|جنود|عناصر|عنصر\w*|مسلح\w*|متظاهر\w*|فلسطيني\w*|فتي|فتاه|رجل|رجال|شاب\w*|مواطن\w*|نحو|اكثر|حوالي|ما)$"
)


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
    """What the lists know of actors: the states of places and of actors, and which are media, people, states, armed."""

    country: dict[str, str]
    nation: dict[str, str]  # of armed groups none: they stand alone
    home: dict[str, str]  # the same with armed groups
    media: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]
    armed: frozenset[str]


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


def parties(text: Words, rows: list[dict], stops: frozenset[int], nation: dict[str, str]) -> list[Party]:
    """Return the mentions of an article, its pointing nouns and free demonyms as parties in text order.

    `stops` are the words that end a noun phrase to the left: triggers and verbs; `nation` is the state of each actor.
    """
    found = [placed(text, row) for row in rows]
    named = [(first, row["actor_id"], row.get("kind")) for (first, *_), row in zip(found, rows, strict=True)]
    covered = {i for first, last, *_ in found for i in range(first, last + 1)}
    points = [point for point in pointing(text, sorted(named), nation) if point[0] not in covered]
    found += [(first, last, actor_id, "actor", False, cut) for first, last, actor_id, cut in points]
    covered |= {i for first, last, *_ in points for i in range(first, last + 1)}
    found += [(i, i, armed(text, i, state), "actor", True, 0) for i, state in demonyms_in(text) if i not in covered]
    found += coordinated(text, found)
    ruling = governmental(text, {actor_id for _, actor_id, _ in named if "government" in actor_id})
    found += [row for row in ruling if row[0] not in covered]
    ends, parties = stops | covered, []
    people = frozenset(row["actor_id"] for row in rows if row.get("kind") == "person")
    for row in sorted(found):
        parties = with_party(text, parties, row, ends, people)
    parties = [with_followers(text, apart(text, party, nation, people), nation, ends) for party in parties]
    bodies = frozenset(party.last for party in parties)
    return [in_relative(text, party, stops, bodies) for party in parties]


def placed(text: Words, row: dict) -> tuple:
    """Return first word, last word, actor_id, use, whether a demonym, and letters of proclitics of a mention."""
    first = bisect_right(text.starts, row["start"]) - 1
    last = bisect_right(text.starts, row["end"] - 1) - 1
    return first, last, row["actor_id"], row["use"], False, row["start"] - text.starts[first]


def with_party(
    text: Words, before: list[Party], row: tuple, ends: frozenset[int], people: frozenset[str]
) -> list[Party]:
    """Return the parties with one more; a demonym within its title goes («وزير الدفاع الأميركي لويد أوستن» is one)."""
    first, last, actor_id, use, demonym, cut = row
    beside = not demonym and bool(before) and before[-1].last == first - 1 and follows(text, first - 1)
    titled = beside and not cut and (before[-1].under == "ل" or is_held_by(text, before[-1].first))
    if titled:  # «الأمين العام للأمم المتحدة أنطونيو غوتيريش» is one party
        start, under = phrase_start(text, before[-1].first, 0, ends)
        before = before[:-1]
    else:
        start, under = phrase_start(text, first, cut, ends)
    post = None
    if actor_id in people:
        post = envoy(text, start, under) if start < first else set_off(text, first, last, ends)
    if post is not None:
        start, under = phrase_start(text, post, 0, ends)
    if not demonym and before and before[-1].demonym and start <= before[-1].first:
        before = before[:-1]
    if under == "ل" and start and text.folded[start - 1] in words("subject_by_l"):
        under = None
    if text.text[text.starts[first] - 1 : text.starts[first]] == "(" and start == first:
        start, under = in_brackets(text, first, ends)
    joined = under == "" and bool(before) and first - before[-1].last <= 8
    if joined and before[-1].under not in (None, "بين") and before_verb(text, last, ends):
        joined, under = False, None  # «… بجنين وفصائل المقاومة تتوعد»: a clause of its own
    if joined and start - before[-1].last <= 2:
        under = before[-1].under
    if demonym and text.folded[start] in heads("land_heads"):
        use = "place"
    return [*before, Party(first, last, actor_id, use, under or None, demonym, start, joined)]


def apart(text: Words, party: Party, nation: dict[str, str], people: frozenset[str]) -> Party:
    """Return a state or body without the definite noun before it, no part of its name (دعا البيان روسيا)."""
    beside = party.first - 1
    if party.demonym or party.joined or party.start > beside or party.actor_id in people:
        return party
    word, defined = text.folded[beside], text.folded[party.first].startswith(ARTICLE)
    state = nation.get(party.actor_id) == party.actor_id
    if not is_definite(word) or word in words("apposed") or defined == state:
        return party
    return party._replace(start=party.first, under=None)


@cache
def is_definite(word: str) -> bool:
    """Tell whether a word bears the article, and does not only begin like it (البيان; not التزام)."""
    return word.startswith(ARTICLE) and frequency.of(word.removeprefix(ARTICLE)) > 0


def in_relative(text: Words, party: Party, stops: frozenset[int], bodies: frozenset[int]) -> Party:
    """Return the subject of a relative clause as such: it acts in no other clause (التحالف الذي تقوده السعودية شن).

    `stops` are triggers and verbs, `bodies` the last words of the parties.
    """
    verb = party.start - 1
    if verb < 1 or party.under is not None or text.folded[verb - 1] not in RELATIVES:
        return party
    if verb in stops and not (text.folded[verb] in words("led_by") and verb - 2 in bodies):
        return party  # an act of its own
    taken_up = text.folded[verb].endswith(("ه", "ها", "هم")) and follows(text, verb)
    return party._replace(under="الذي") if taken_up else party


def with_followers(text: Words, party: Party, nation: dict[str, str], ends: frozenset[int]) -> Party:
    """Return a leader or group with those who follow him (القوات الموالية للحوثيين), or with what is his (مواقع للجيش).

    Those who follow a state are another.
    """
    if party.under != "ل" or party.demonym:
        return party
    state = nation.get(party.actor_id) == party.actor_id
    head = party.start - 1 if is_owned(text, party.start - 1, ends) else None
    head = head if head is not None or state else followers(text, party.start, ends)
    if head is None:
        return party
    start, under = whole_start(text, head, ends)
    return party._replace(start=start, under=under or None)


def is_owned(text: Words, i: int, ends: frozenset[int]) -> bool:
    """Tell whether word i is a noun without the article for what belongs to the one named behind it."""
    owned = i >= 0 and i not in ends and follows(text, i) and not text.folded[i].startswith(ARTICLE)
    return owned and text.folded[i] in heads("object_heads")


def before_verb(text: Words, last: int, ends: frozenset[int]) -> bool:
    """Tell whether a verb in the imperfect follows a name, which so is its subject."""
    if not follows(text, last) or text.sentences[last] != text.sentences[last + 1]:
        return False
    word = text.folded[last + 1]
    return is_imperfect(word) or (last + 1 in ends and word.startswith(("ي", "ت", "سي", "ست")))


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
        verb, imperfect_verb = folded(row["perfect"]), folded(row["imperfect"])
        forms |= {form for form, _ in perfect(verb)} | {form for form, _ in imperfect(imperfect_verb)}
        if row.get("participle"):
            participles = nominal(folded(row["participle"]), PARTICIPLE)
            forms |= {form for form, _ in participles if form.endswith(("ا", "ه"))}
    return frozenset(forms)


@cache
def written_forms(name: str) -> frozenset[str]:
    """Return the forms of the verbs of a list, with and without a conjunction and the future س."""
    written = (before + future for before in ("", "و", "ف") for future in ("", "س"))
    return frozenset(before + form for before in written for form in verb_forms(name))


def is_form(word: str, name: str) -> bool:
    """Tell whether a word is a verb of a list, with or without its conjunction or the future س."""
    return word in written_forms(name)


def is_reporting(word: str) -> bool:
    """Tell whether a word is a verb of saying."""
    return is_form(word, "reporting_verbs")


def bounds(text: Words, i: int) -> tuple[int, int]:
    """Return the first and the last word of the sentence of word i."""
    first, behind = text.spans[text.sentences[i]]
    return first, behind - 1


def breaks(text: Words, i: int, j: int) -> int:
    """Return how many commas and the like stand between word i and word j (i < j); a full stop counts ten."""
    between = text.text[text.ends[i] : text.starts[j]]
    if not ANY_END.search(between):
        return 0
    return len(SOFT_END.findall(between)) + 10 * len(HARD_END.findall(between))


def around(scene: Scene, trigger: Trigger) -> tuple[list[Party], list[Party]]:
    """Return the parties of the sentence before the trigger (nearest first) and after it."""
    a, b = bounds(scene.text, trigger.first)
    first = bisect_left(scene.parties, (a,))
    inside = [party for party in scene.parties[first : bisect_left(scene.parties, (b + 1,), first)] if party.last <= b]
    if not inside:
        return [], []
    before = [party for party in reversed(inside) if party.last < trigger.first]
    return before, [party for party in inside if party.first > trigger.last]


def near(scene: Scene, trigger: Trigger, after: list[Party]) -> list[Party]:
    """Return the parties behind a trigger that its prepositions can reach."""
    return [p for p in after if p.first - trigger.last <= 2 * FAR and breaks(scene.text, trigger.last, p.first) <= 2]


def agent(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the agent of a passive act (من قبل، على يد، برصاص)."""
    text = scene.text.folded
    if not after or AGENT_MARKS.isdisjoint(text[trigger.last + 1 : after[-1].first + 1]):
        return None
    for party in after:
        words = text[max(trigger.last + 1, party.start - 3) : party.first + 1]
        pairs = list(pairwise(words))
        if any(pair in AGENTS for pair in pairs) or any(word in AGENT_WORDS for word in words):
            return party
    return None


def is_other_side(scene: Scene, party: Party, source: Party | None) -> bool:
    """Tell whether a party belongs to another state than the one who acts, and is not only quoted."""
    if same(party, source) or party.under in ("حسب", "قيادة", "باسم") or party.actor_id in scene.known.media:
        return False
    return source is None or nation(scene, party) != nation(scene, source)


def nation(scene: Scene, party: Party) -> str:
    """Return the state that a party belongs to, or the party itself."""
    return scene.known.nation.get(party.actor_id, party.actor_id)


def same(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are one actor."""
    return one is not None and other is not None and one.actor_id == other.actor_id
