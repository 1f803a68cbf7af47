"""The mentions of an article, its pointing nouns and demonyms -> parties: where each phrase begins, what is over it."""

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter

from analysis.arabic import frequency
from analysis.arabic.finite import is_finite, is_imperfect
from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.groups import followers, members
from analysis.events.joined import among_others, with_joined
from analysis.events.noun_phrases import phrase_start, preposition_at, under_l, whole_start
from analysis.events.offices import OFFICES, bare_office, envoy, in_brackets, is_aide, is_held_by
from analysis.events.options import stripped
from analysis.events.own_bodies import institutions
from analysis.events.parties import RELATIVES, Party, counts_people, heads
from analysis.events.peoples import armed, coordinated, demonyms_in, governmental, of_envoys
from analysis.events.pointing import pointing
from analysis.events.sets import words
from analysis.events.spokesmen import of_speakers
from analysis.events.unknown_doers import behind_doer, in_text, of_kin

MASDAR = re.compile("ت\\w{2}ي\\w{1,2}$|ت\\w{1,2}ا\\w{1,2}$")  # تمويل، تعاون: nouns in «ت»
LIVES, OF_LIFE = ("بحياه", "بارواح"), "حياة"
LED = words("saying") | {"لان"}
VOICED_WITHIN = 5  # words from a name to «عن» at most
QUOTED, QUOTED_WITHIN = frozenset(("قوله", "قولها", "قولهم", "تاكيده", "تاكيدها")), 8  # words behind a name


def parties(text: Words, rows: list[dict], stops: frozenset[int], nation: dict[str, str]) -> list[Party]:
    """Return the mentions of an article, its pointing nouns and free demonyms as parties in text order.

    `stops` are the words that end a noun phrase to the left: triggers and verbs; `nation` is the state of each actor.
    """
    found = [placed(text, row) for row in rows]
    named = [(first, row["actor_id"], row.get("kind")) for (first, *_), row in zip(found, rows, strict=True)]
    covered = {i for first, last, *_ in found for i in range(first, last + 1)}
    persons = [(first, last) for (first, last, *_), (*_, kind) in zip(found, named, strict=True) if kind == "person"]
    known = sorted(named + of_speakers(text, persons), key=itemgetter(0))
    points = [point for point in pointing(text, known, nation) if point[0] not in covered]
    found += [(first, last, actor_id, "actor", False, cut) for first, last, actor_id, cut in points]
    covered |= {i for first, last, *_ in points for i in range(first, last + 1)}
    free = (one for one in demonyms_in(text) if one[0] not in covered)
    found += [(first, last, armed(text, first, state), "actor", True, 0) for first, last, state in free]
    found += coordinated(text, found)
    ruling = governmental(text, {actor_id for _, actor_id, _ in named if "government" in actor_id})
    found += [row for row in [*ruling, *of_envoys(text)] if row[0] not in covered]
    ends, parties = stops | covered, []
    people = frozenset(row["actor_id"] for row in rows if row.get("kind") == "person")
    for row in sorted(found):
        parties = with_party(text, parties, row, ends, people)
    parties = [behind_doer(text, apart(text, party, nation, people), stops) for party in parties]
    parties = [in_text(text, of_kin(text, party), stops) for party in parties]
    parties = [with_followers(text, party, nation, ends) for party in parties]
    parties = [with_joined(text, *pair) for pair in zip([None, *parties], parties, strict=False)]
    parties = [among_others(text, *pair) for pair in zip([None, *parties], parties, strict=False)]
    bodies = frozenset(party.last for party in parties)
    return [quoted(text, in_relative(text, of_others(text, party, people), stops, bodies)) for party in parties]


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
    titled = beside and not cut and actor_id in people and bare_office(text.folded[first]) not in OFFICES
    titled = titled and (before[-1].under == "ل" or is_held_by(text, before[-1].first))
    if titled:  # «الأمين العام للأمم المتحدة أنطونيو غوتيريش» is one party
        start, under = phrase_start(text, before[-1].first, 0, ends)
        before = before[:-1]
    elif before and not cut and actor_id in people and is_aide(text, before[-1], first, people):
        (start, under), before = (before[-1].start, before[-1].under), before[:-1]
    else:
        start, under = where(text, first, use, start_of(text, (first, cut), ends, demonym))
    post = envoy(text, start, under) if actor_id in people and start < first else None
    if post is not None and any(p.first > post and p.actor_id in people for p in before[-2:]):
        post = None  # «أجرى الرئيس المصري عبد الفتاح السيسي اتصالا بنظيره التركي رجب طيب أردوغان»
    start, under = (start, under) if post is None else whole_start(text, post, ends)
    if not demonym and before and before[-1].demonym:
        start, under = behind_demonym(text, before[-1], (start, under), row, people)
        before = [p for p in before if not (p.demonym and p.first >= start)]  # «الكاتب الفرنسي الجزائري فلان»
    if post is not None:
        before = [p for p in before if not (p.demonym and p.first >= start)]
    under = meant(text, start, under)
    if text.text[text.starts[first] - 1 : text.starts[first]] == "(" and start == first:
        start, under = in_brackets(text, first, ends)
    joined = under == "" and bool(before) and first - before[-1].last <= 8
    if joined and begins_clause(text, before[-1], (start, last), ends):
        joined, under = False, None
    if joined and start - before[-1].last <= 2:
        under = level(text, before).under
    use = use_of(text, (first, start), use, demonym)
    return [*before, Party(first, last, actor_id, use, under or None, demonym, start, joined)]


def level(text: Words, before: list[Party]) -> Party:
    """Return the name that «و» goes on from: not whom the one before is loyal to (القوات الموالية للحكومة والمجلس)."""
    last = before[-1]
    near = {word.removeprefix(ARTICLE) for word in text.folded[max(0, last.start - 2) : last.start]}
    loyal = len(before) > 1 and last.start - before[-2].last <= 3 and not words("loyal").isdisjoint(near)
    return before[-2] if loyal and last.under in ("ل", "من") else last


def where(text: Words, first: int, use: str, begins: tuple[int, str | None]) -> tuple[int, str | None]:
    """Return where the phrase of a name begins; people counted in a place are not its own (عشرات في مدينة …)."""
    start, under = begins
    led = next((i for i in range(first - 1, start, -1) if text.folded[i] == "في"), None) if use == "place" else None
    if led is None or under not in (None, "من") or not counts_people(text.folded[start]):
        return begins
    return begins if not words("soldier").isdisjoint(text.folded[start:first]) else (led + 1, "في")


def meant(text: Words, start: int, under: str | None) -> str | None:
    """Return what is over a phrase in fact: «ل» may only say so, «في حق الوزير» is against him."""
    if under == "في" and text.folded[start] == "حق":
        return "ضد"
    if under == "ب" and text.folded[start] in LIVES:
        return OF_LIFE  # «ندد بالغارة التي أودت بحياة فلان»: he is not what is denounced
    return under_l(word_before(text, start)) if under == "ل" and start else under


def behind_demonym(
    text: Words, demonym: Party, begins: tuple[int, str | None], row: tuple, people: frozenset[str]
) -> tuple[int, str | None]:
    """Return where a name behind a demonym begins, and what is over it: a state behind another's body at itself."""
    first, _, actor_id, use, _, cut = row
    beside = demonym.last == first - 1 and demonym.start < demonym.first and not cut
    if beside and (use == "place" or actor_id in institutions()) and not is_apposed(text, demonym):
        return first, None  # «زار وفد اقتصادي ياباني فيتنام»، «قصفت المدفعية التركية منبج»
    return begun(text, demonym, *begins) if actor_id in people else begins


def is_apposed(text: Words, demonym: Party) -> bool:
    """Tell whether a demonym stands with a noun that a name behind it is (العاصمة الأوكرانية كييف)."""
    head = text.folded[demonym.start].removeprefix("و")
    return head in words("apposed") or bool(heads("land_heads").intersection(stripped(head)))


def use_of(text: Words, place: tuple[int, int], use: str, demonym: bool) -> str:
    """Return whether a name acts or is a place: «الأراضي السورية» is one, who meddles is none (تدخل السودان في)."""
    first, start = place
    if demonym and text.folded[start] in heads("land_heads"):
        return "place"
    return "actor" if use == "place" and first and is_doing(text, first) else use


def is_doing(text: Words, first: int) -> bool:
    """Tell whether a state stands behind what it does, and so is no place (تدخل السودان في شؤون جيرانه)."""
    return follows(text, first - 1) and not words("meddling").isdisjoint(stripped(word_before(text, first)))


def begun(text: Words, demonym: Party, start: int, under: str | None) -> tuple[int, str | None]:
    """Return where the first of two titles of a man begins, and what is over it (قائد الجيش السوداني رئيس المجلس …)."""
    beside = demonym.last == start - 1 and follows(text, start - 1)
    titles = (text.folded[demonym.start].removeprefix("و"), text.folded[start])
    both = beside and all(title in words("holder") for title in titles)
    return (demonym.start, demonym.under) if both else (start, under)


def start_of(text: Words, place: tuple[int, int], ends: frozenset[int], demonym: bool) -> tuple[int, str | None]:
    """Return first word and preposition of a noun phrase; a number begins that of people (قتلت غارات 56 طالبانيا)."""
    first, cut = place
    if demonym and first > 2 and word_before(text, first).isdigit() and text.folded[first - 2] in words("model"):
        named = first - 4 if text.folded[first - 4 : first - 2] == ["من", "طراز"] else first - 2
        return phrase_start(text, named, 0, ends)  # «طائرات إف 16 التركية»
    if demonym and first > 1 and word_before(text, first).isdigit():
        return first - 1, preposition_at(text.folded[first - 2])
    start, under = phrase_start(text, first, cut, ends)
    if demonym and under is None and start < first - 1 and are_foreign(*text.folded[first - 1 : first + 1]):
        return first - 1, None  # «اختطفت عصابة مسلحة سائحين إيطاليين»
    return start, under


def are_foreign(people: str, demonym: str) -> bool:
    """Tell whether a demonym of many, without the article, stands behind a noun of many (سائحين إيطاليين)."""
    return demonym.endswith("يين") and people.endswith("ين") and not demonym.startswith(ARTICLE)


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


def begins_clause(text: Words, before: Party, phrase: tuple[int, int], ends: frozenset[int]) -> bool:
    """Tell whether «و» before a name joins it to no party (أضاف أن مسلحين والجبهة هاجموا؛ … بجنين والجيش يتوعد)."""
    start, last = phrase
    if not LED.isdisjoint(text.folded[before.last + 1 : start]):
        return True
    if before.under == "بين" or not before_verb(text, last, ends):
        return False
    return before.under is not None or is_of_verb_before(text, before)


def is_of_verb_before(text: Words, party: Party) -> bool:
    """Tell whether a finite verb of its clause stands before a name (إسرائيل تقصف دمشق، وإيران تندد)."""
    first = text.spans[text.sentences[party.first]][0]
    for i in range(party.start - 1, first - 1, -1):
        if text.folded[i] in LED or not follows(text, i):
            return False
        if is_finite(text.folded[i]):
            return True
    return False


@cache
def is_definite(word: str) -> bool:
    """Tell whether a word bears the article, and does not only begin like it (البيان; not التزام)."""
    return word.startswith(ARTICLE) and frequency.of(word.removeprefix(ARTICLE)) > 0


def in_relative(text: Words, party: Party, stops: frozenset[int], bodies: frozenset[int]) -> Party:
    """Return the subject of a relative clause as such: it acts in no other clause (التحالف الذي تقوده السعودية شن).

    `stops` are triggers and verbs, `bodies` the last words of the parties.
    """
    verb = party.start - 1
    if verb < 1 or party.under is not None or word_before(text, verb) not in RELATIVES:
        return party
    if verb in stops and not (text.folded[verb] in words("led_by") and verb - 2 in bodies):
        return party  # an act of its own
    taken_up = text.folded[verb].endswith(("ه", "ها", "هم")) and follows(text, verb)
    return party._replace(under="الذي") if taken_up else party


def of_others(text: Words, party: Party, people: frozenset[str]) -> Party:
    """Return a name that only says whose allies or envoys are meant as such (حلفاء بلاده، وصل مبعوث الرئيس)."""
    if party.start == party.first:
        return party
    if any(bare in words("against_him") for bare in stripped(text.folded[party.start])):
        return party._replace(under="حلفاء")  # «حملة ضد منتقدي الرئيس»
    if party.under is not None:
        return party
    sent = party.actor_id in people and text.folded[party.first - 1].removeprefix("و") in words("sent_by")
    others = sent or any(bare in words("others_of") for bare in stripped(text.folded[party.start]))
    return party._replace(under="حلفاء") if others else party


def quoted(text: Words, party: Party) -> Party:
    """Return a name that words are handed on from as free: it speaks (نقلت الوكالة عن صالحي، كبير المفاوضين، قوله)."""
    if party.under == "عبر" and "عن" in text.folded[party.last + 1 : party.last + 1 + VOICED_WITHIN]:
        return party._replace(under=None)  # «عبر الوزير العراقي عن قلقه»: a verb printed without its shadda
    if party.under != "عن" or party.use != "actor":
        return party
    behind = text.folded[party.last + 1 : party.last + 1 + QUOTED_WITHIN]
    return party._replace(under=None) if any(word in QUOTED for word in behind) else party


def with_followers(text: Words, party: Party, nation: dict[str, str], ends: frozenset[int]) -> Party:
    """Return a leader or group with those who follow him (القوات الموالية للحوثيين), or with what is his (مواقع للجيش).

    Those who follow a state are another.
    """
    if party.under is None or party.demonym:
        return party
    state, led = nation.get(party.actor_id) == party.actor_id, party.under == "ل"
    head = party.start - 1 if led and is_owned(text, party.start - 1, ends) else None
    head = head if head is not None or state or not led else followers(text, party.start, ends)
    head = head if head is not None or state else members(text, party.start)
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
    return is_imperfect(word) or (
        last + 1 in ends and word.startswith(("ي", "ت", "سي", "ست")) and not MASDAR.match(word)
    )
