"""Nouns that point back to an actor named before: «الوزير الأميركي», «الحركة», «قواتها», «بلاده»."""

from bisect import bisect_left
from collections import Counter
from functools import cache

from analysis import lists
from analysis.arabic.finite import is_imperfect, is_perfect
from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.candidates import POINTS, candidates
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.own_bodies import Named, body, institutions, own_body, own_group, owned, whose
from analysis.events.sets import words
from analysis.lists import demonyms

RANKS = words("rank")
FORCES = frozenset(("قوات", "جيش", "طائرات", "مقاتلات", "جنود", "بحريه"))
TEH_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
COMMA = "\N{ARABIC COMMA}"
KINDS = {
    "government": ("government",),
    "army": ("armed-forces", "army"),
    "police": ("police",),
    "opposition": ("opposition",),
}  # words in the actor_id of an institution
FOLLOWING = ("المواليه", "الموالي", "الحاليه", "الحالي", "الباقيه", "المعاديه")  # they only end like one of a noun
NISBA = ("ي", "يه", "يون", "يين")  # endings of an adjective made of a noun: الشيوعي
JIHAD = (
    "islamic-state",
    "qaeda",
    "nusra",
    "boko-haram",
    "shabaab",
    "taliban",
    "ansar",
    "jihad",
    "haqqani",
    "lashkar",
    "islamist",
)
ADJECTIVES = 3  # behind a title at most
OFFICE = 4  # words of an office before a name at most
TITLE = 7  # words from a rank to the name of who holds it at most
FAR_MORE = 2  # how many times as often as the next the state told of most is named
LATTER = ("الاخير", "الاخيره")  # the one named last
HONOURS = {"سموه": "سمو", "سموها": "سمو", "فخامته": "فخامه", "معاليه": "معالي", "جلالته": "جلاله"}
SHORT = 3  # letters of a short verb


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Return the nouns that point back, with the kinds of actor that each can mean.

    «introduced» is an actor that the same noun led in: «الحركة» after «حركة حماس».
    """
    return {row["word"]: frozenset(lists.parts(row["kind"])) for row in lists.rows("pointing_nouns")}


def pointing(text: Words, named: Named, nation: dict[str, str]) -> list[tuple[int, int, str, int]]:
    """Return (first word, last word, actor_id, letters of proclitics) of each noun that points back to an actor."""
    found, places = [], candidates(text, POINTS)
    if not places:
        return []
    leads, central = {first: leading(text, first) for first, *_ in named}, most_told(named, nation)
    for i in places:
        for cut, bare in read(text.folded[i]):
            actor_id, last = None, i
            at = body_at(text, named, i, kinds()[bare]) if bare in kinds() else None
            if bare in LATTER:
                actor_id = latter(text, named, i, bare) if cut or stands_alone(text, i) else None
            elif at is not None:
                actor_id = at
            elif bare in kinds() and not is_title(text, i, named) and not is_part(text, i, kinds()[bare]):
                state, last = state_behind(text, i, bare)
                able = of_army(of_state(named, state, nation), text.folded[i + 1 : i + 2])
                actor_id = titled(text, able, i, bare) or meant(leads, able, i, bare)
                if actor_id is None and state is None:
                    actor_id = body_meant(named, i, kinds()[bare], nation, central)
            elif bare in owned() and text.text[text.ends[i] - 1] != TEH_MARBUTA:  # «بلدة»: a town
                own = "military" if word_before(text, i) in FORCES else owned()[bare]  # «قوات بلاده»
                led = whose(text, named, i, bare)
                actor_id = own_group(text, named, i) if own == "group" else own_body(led, i, own, nation)
            if actor_id:
                found.append((i, last, actor_id, cut))
                break
    return found


def state_behind(text: Words, i: int, noun: str) -> tuple[str | None, int]:
    """Return the state of the demonym of one word or two behind a noun, if any, and the last word of both."""
    known, behind = demonyms.forms(), text.folded[i + 1 : i + 3]
    if not follows(text, i) or not behind or not go_together(noun, behind[0]):
        return None, i
    two = known.get(" ".join(behind)) if follows(text, i + 1) else None  # «الرئيس الكوري الجنوبي»
    one = known.get(behind[0])
    return (two, i + 2) if two else (one, i + 1 if one else i)


def stands_alone(text: Words, i: int) -> bool:
    """Tell whether a verb, a preposition or «أن» stands before «الأخير», which so is no adjective."""
    before = word_before(text, i) if follows(text, i - 1) else ""
    short = len(before.removeprefix("و")) == SHORT and not before.endswith("ه")  # «ودعا الأخير»
    led = bool(preposition_at(before)) or before in ("ان", "بان")
    short = short or (before.endswith("ت") and not before.endswith("ات") and len(before) > SHORT)  # «كثفت الأخيرة»
    return led or short or is_perfect(before) or is_imperfect(before)


def latter(text: Words, named: Named, i: int, noun: str) -> str | None:
    """Return the actor named last before «الأخير»: of states, bodies and groups «الأخيرة» means one."""
    first = text.spans[text.sentences[i]][0]
    wanted = ("state", "organisation", "armed group", *(() if noun.endswith("ه") else ("person",)))
    near = (row for row in reversed(named) if first <= row[0] < i and row[2] in wanted)
    return next((actor_id for _, actor_id, _ in near), None)


@cache
def read(word: str) -> tuple[tuple[int, str], ...]:
    """Return (letters cut, noun) for each way to read a word as a noun that points back."""
    options = [(0, word)]
    if word[:1] in ("و", "ف", "ب", "ل", "ك"):
        options.append((1, word[1:]))
    if word.startswith("لل"):
        options.append((1, ARTICLE + word[2:]))
    if word[:2] in ("وب", "ول"):
        options.append((2, word[2:]))
    return tuple((cut, noun) for cut, noun in options if noun in kinds() or noun in owned())


def is_title(text: Words, i: int, named: Named) -> bool:
    """Tell whether a noun stands before a name as its title (الرئيس الأميركي جو بايدن، المتحدث باسم …)."""
    known = demonyms.forms()
    for first, _, kind in named[bisect_left(named, (i + 1,)) : bisect_left(named, (i + 4,))]:
        beside = kind != "person" and first == i + 1 and clitic_of(text.folded[first]) is None
        if kind == "state" or beside:  # «اتهم الحزب إسرائيل»، «طالبت المنظمة السلطات», but «المسؤول بوزارة الدفاع»
            continue
        joined = "و" if kind != "person" else "و" + ARTICLE  # «الحكومة ومجلس الأمة»
        near = not text.folded[first].startswith(joined) and all(follows(text, j) for j in range(i, first))
        between = text.folded[i + 1 : first]
        if near and (" ".join(between) in known or all(word in known or word in RANKS for word in between)):
            return True  # «الرئيس الكوري الجنوبي مون»
    if text.folded[i].removeprefix("و") in words("ranked") and is_before_person(text, i, named):
        return True
    if "باسم" in text.folded[i + 1 : i + 3] or is_set_off(text, i, named):
        return True  # «المتحدث العسكري باسم الحوثيين»
    return follows(text, i) and text.folded[i + 1] in ("الحاكم", *RANKS)


def is_before_person(text: Words, i: int, named: Named) -> bool:
    """Tell whether a rank stands in one phrase with a person's name (القائد العسكري في حزب الله هيثم الطبطبائي)."""
    near = named[bisect_left(named, (i + 1,)) : bisect_left(named, (i + TITLE,))]
    first = next((first for first, _, kind in near if kind == "person"), None)
    return first is not None and all(follows(text, j) for j in range(i, first))


def is_set_off(text: Words, i: int, named: Named) -> bool:
    """Tell whether a comma sets a person's name off from a noun and its demonym (الرئيس الكيني، ويليام روتو، إن)."""
    last = i
    while follows(text, last) and text.folded[last + 1].startswith(ARTICLE) and last < i + ADJECTIVES:
        last += 1  # «الرئيس الكوري الجنوبي، مون جيه-إن، …»
    at = bisect_left(named, (last + 1,))
    behind = named[at] if at < len(named) else (0, "", "")
    beside = behind[0] == last + 1 and behind[2] == "person"
    return beside and text.text[text.ends[last] : text.starts[last + 1]].strip() == COMMA


def go_together(noun: str, adjective: str) -> bool:
    """Tell whether an adjective agrees with a noun (الحركة الفلسطينية, but not: طالبت الحركة الفلسطينيين)."""
    many = ("ون", "ين")
    return adjective.endswith(many) == noun.endswith(many) and (adjective.endswith("ه") or not noun.endswith("ه"))


def is_part(text: Words, i: int, wanted: frozenset[str]) -> bool:
    """Tell whether a noun is part of a longer name (الحزب الشيوعي، رئيس الحكومة), and so points back to nobody."""
    if "introduced" not in wanted:
        return False
    if follows(text, i) and text.folded[i + 1] in words("foreign"):
        return True  # «انسحاب القوات المقاتلة»: not the forces told of last
    led = follows(text, i - 1) and word_before(text, i).removeprefix("و") in words("holder") | words("named_council")
    after = text.folded[i + 1] if follows(text, i) else ""
    named = after.startswith(ARTICLE) and after.endswith(NISBA) and after not in demonyms.forms()
    named = named and not (after in FOLLOWING and text.folded[i].endswith("ه"))  # «الحركة الموالية للقاعدة»
    return led or (named and go_together(text.folded[i], after) and after not in words("between"))


def of_state(named: Named, state: str | None, nation: dict[str, str]) -> Named:
    """Return the mentions of one state's actors, or all where an adjective names no state."""
    return [row for row in named if state is None or nation.get(row[1]) == state]


def of_army(named: Named, behind: list[str]) -> Named:
    """Return the actors without armed groups, where «القوات» goes on with a word of armies (القوات المسلحة)."""
    return [row for row in named if row[2] != "armed group"] if behind and behind[0] in words("of_army") else named


def meant(leads: dict[int, tuple[str, ...]], named: Named, i: int, noun: str) -> str | None:
    """Return the actor that a noun at word i means: introduced by it, else the last before it of a kind it can mean.

    `leads` are the nouns that can lead in the name at a word. Of rebels and militias the one named most is meant.
    """
    before = named[: bisect_left(named, (i,))]
    wanted = kinds()[noun]
    if "introduced" in wanted:
        bare = noun.removeprefix(ARTICLE)
        led = (actor_id for first, actor_id, _ in [*reversed(before), *named] if bare in leads[first])
        actor_id = next(led, None)
        if actor_id:
            return actor_id
    able = (
        [actor_id for _, actor_id, kind in before if kind in wanted]
        or of_kind(before, wanted)
        or of_kind(named, wanted)
    )
    if "jihad" in wanted:
        able = [actor_id for actor_id in able if any(name in actor_id for name in JIHAD)] or able
    if "most" in wanted and able:
        return Counter(able).most_common(1)[0][0]
    return able[-1] if able else None


def titled(text: Words, named: Named, i: int, noun: str) -> str | None:
    """Return the person named last before word i with the office that a noun repeats (الرئيس قيس سعيد … دعا الرئيس)."""
    if kinds()[noun] != {"person"}:
        return None
    office, before = HONOURS.get(noun, noun.removeprefix(ARTICLE)), named[: bisect_left(named, (i,))]
    people = (row for row in reversed(before) if row[2] == "person")
    told = [(actor_id, office_of(text, first)) for first, actor_id, _ in people]
    prince = "امير" if noun in HONOURS else office  # «الأمير فيصل بن فرحان … وأكد سموه»
    named = next((actor_id for actor_id, said in told if office in said or prince in said), None)
    usual = Counter(actor_id for actor_id, _ in reversed(told)).most_common(noun in HONOURS)
    return named or next((actor_id for actor_id, _ in usual), None)


def office_of(text: Words, first: int) -> list[str]:
    """Return the words of the office before a name and of the name itself, without article and conjunction."""
    a = next((j + 1 for j in range(first - 1, max(-1, first - 1 - OFFICE), -1) if not follows(text, j)), first - OFFICE)
    return [without_clitics(word).removeprefix(ARTICLE) for word in text.folded[max(0, a) : first + 1]]


def of_kind(named: Named, wanted: frozenset[str]) -> list[str]:
    """Return the only actor of an article that a noun of an institution can mean (الحكومة، الجيش، المعارضة)."""
    words = [word for kind in wanted for word in KINDS.get(kind, ())]
    only = {actor_id for _, actor_id, _ in named if any(word in actor_id for word in words)} if words else ()
    return list(only) if len(only) == 1 else []


def leading(text: Words, first: int) -> tuple[str, ...]:
    """Return the nouns, without article, that can lead in the name at a word: its first, and the one before it.

    Of «قوات التحالف الدولي» the second leads it in as well.
    """
    before = word_before(text, first) if follows(text, first - 1) else ""
    if before == "من" and first > 1:
        before = text.folded[first - 2]  # «وفد من حماس … الوفد»
    own = without_clitics(text.folded[first]).removeprefix(ARTICLE)  # حركة حماس، الحركة الشعبية
    second = text.folded[first + 1] if own in words("part") and follows(text, first) else ""
    return own, without_clitics(before), second.removeprefix(ARTICLE)  # not: «الحكومة وأحزاب المعارضة»


@cache
def without_clitics(word: str) -> str:
    """Return a word without its conjunction and preposition, which «وفد», «بعثة» and «لجنة» do not begin with."""
    if ARTICLE + word in kinds():
        return word
    return word.removeprefix("و").removeprefix("ب").removeprefix("ل")


def body_wanted(wanted: frozenset[str]) -> str | None:
    """Return which body of a state the kinds mean that a noun points back to: its government or its military."""
    return "government" if "government" in wanted else "military" if "army" in wanted else None


def body_at(text: Words, named: Named, i: int, wanted: frozenset[str]) -> str | None:
    """Return the forces or the government of the state named behind «في» (الجيش في ميانمار، السلطات في النيجر)."""
    which = body_wanted(wanted)
    if which is None or not follows(text, i):
        return None
    last = i + 1 if text.folded[i + 1].startswith(ARTICLE) and follows(text, i + 1) else i  # «السلطات العسكرية في مالي»
    if text.folded[last + 1 : last + 2] != ["في"]:
        return None
    state = next((actor_id for first, actor_id, _ in named[bisect_left(named, (last + 2,)) :] if first == last + 2), "")
    return institutions().get(state, {}).get(which)


def body_meant(named: Named, i: int, wanted: frozenset[str], nation: dict[str, str], central: str | None) -> str | None:
    """Return the government or the forces of the state told of most, else last, as «الحكومة» and «الجيش» mean."""
    which = body_wanted(wanted)
    if which and central:
        return institutions().get(central, {}).get(which)
    return body(named, i, which, nation) if which else None


def most_told(named: Named, nation: dict[str, str]) -> str | None:
    """Return the state whose actors an article names far more often than those of any other."""
    states = (nation.get(actor_id) for _, actor_id, kind in named if kind != "place")
    most = Counter(state for state in states if state).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] >= FAR_MORE * most[1][1]) else None
