"""Demonyms: the state that an adjective names, its soldiers, its people who are no actor."""

from functools import cache

from analysis import lists
from analysis.arabic.finite import is_finite, is_imperfect
from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, Words, follows, places, word_before
from analysis.events.candidates import DEMONYM, candidates
from analysis.events.noun_phrases import preposition_at
from analysis.events.own_bodies import institutions, states_by_name
from analysis.events.pointing import kinds
from analysis.events.sets import words
from analysis.lists import demonyms

FORCE_NOUNS = ("قوات", "جيش", "وحدات", "طائرات", "دبابات", "مدفعيه", "دفاعات")
POSTED_AT = ("لدي", "في", "الي")  # before where an envoy serves
COUNTED = words("thousands")
CONTINENTAL = ("اوروبيه", "اوروبيا", "اوروبي")  # «9 دول أوروبية» are states, and not the Union
HEADS = words("soldier") | words("person") | words("holder") | words("acting") | words("envoy")
PLURALS = ("ين", "ون", "ات", "اء", "ا", "ه")  # endings of a noun that a plural demonym may describe


def coordinated(text: Words, found: list[tuple]) -> list[tuple]:
    """Return the second body of «القوات الأوكرانية والروسية», «الوفود الأوكرانية والروسية», which a demonym names."""
    known, bodies, taken = demonyms.forms(), institutions(), {first for first, *_ in found}
    second = []
    for first, last, actor_id, use, demonym, _ in found:
        word = text.folded[last + 1] if follows(text, last) else ""
        state = known.get(word[1:]) if word.startswith("و") and text.folded[last] in known else None
        if not state or last + 1 in taken or (demonym and not is_of_many(text, first)):
            continue
        kind = next((name for body in bodies.values() for name, id_ in body.items() if id_ == actor_id), None)
        second.append((last + 1, last + 1, bodies[state].get(kind, state), use, False, 1))
    return second


def is_of_many(text: Words, first: int) -> bool:
    """Tell whether a demonym stands beside people or bodies that are two or more (الوفدان، مسؤولون، الوفود)."""
    head = word_before(text, first) if follows(text, first - 1) else ""
    return head.endswith(("ان", "ون", "ين")) or head.removeprefix(ARTICLE) in words("many_bodies")


def armed(text: Words, i: int, state: str) -> str:
    """Return the armed forces of a state where its demonym stands beside soldiers (عسكريا أوكرانيا), else the state."""
    soldiers = follows(text, i - 1) and word_before(text, i).removeprefix("و") in words("soldier")
    return institutions().get(state, {}).get("military", state) if soldiers else state


def demonyms_in(text: Words) -> list[tuple[int, int, str]]:
    """Return first and last word of the demonyms of a text and whose they are, of «حوثيا» and the like the group."""
    known, of_groups = demonyms.forms(), group_adjectives()
    found = ((i, text.folded[i]) for i in candidates(text, DEMONYM))
    able = [(i, word) for i, word in found if word in of_groups or not (is_people(text, i) or is_surname(text, i))]
    able = [(i, word) for i, word in able if not (word in CONTINENTAL and word_before(text, i) in words("some_states"))]
    single = [(i, i, of_groups.get(word) or known[word]) for i, word in able if word in of_groups or word in known]
    pairs = ((i, f"{word} {text.folded[i + 1]}") for i, word in able if follows(text, i))
    double = [(i, i + 1, known[pair]) for i, pair in pairs if pair in known]
    return [*(one for one in single if all(one[0] != first for first, *_ in double)), *double]


def is_surname(text: Words, i: int) -> bool:
    """Tell whether a demonym is a man's own name: behind a personal title, or alone before a verb (الدكتور التركي)."""
    if text.folded[i] in words("surname") and is_alone(text, i):
        return True  # «السوداني يستقبل الوزير»
    if not (follows(text, i - 1) and word_before(text, i).removeprefix("و") in words("before_surname")):
        return False
    behind = text.folded[i + 1] if i + 1 < len(text.folded) and follows(text, i) else ""
    return behind not in lists.given_names()


def is_alone(text: Words, i: int) -> bool:
    """Tell whether a demonym begins its sentence, and a verb in the imperfect follows it."""
    first = i == 0 or text.sentences[i - 1] != text.sentences[i]
    return first and follows(text, i) and is_imperfect(text.folded[i + 1])


@cache
def group_adjectives() -> dict[str, str]:
    """Return the actor_id of the armed group that each adjective or word for a member means."""
    return {row["word"]: lists.slug(row["actor"]) for row in lists.rows("group_adjectives")}


def is_people(text: Words, i: int) -> bool:
    """Tell whether a demonym means people of a country, who are no actor (دعت الفلسطينيين، آلاف السودانيين)."""
    if follows(text, i - 1) and bare(word_before(text, i)) in words("civilian"):
        return True  # «مقتل طفل فلسطيني»، «المستوطنين الإسرائيليين»
    bare_word = text.folded[i].removeprefix(ARTICLE)
    indefinite = bare_word == text.folded[i] or bare_word not in demonyms.forms()  # «ألمانيين» only begins like it
    counted = follows(text, i - 1) and (is_number(word_before(text, i)) or word_before(text, i) in COUNTED)
    if counted and (indefinite or text.folded[i].endswith(("ين", "ون"))):
        return True  # «اعتقلت القوات 15 فلسطينيا»، «ألفي عراقي»
    if indefinite:
        return is_of_men(text, i)
    if not text.folded[i].endswith(("ون", "ين")):
        return False
    before = word_before(text, i) if follows(text, i - 1) else ""
    if before in kinds() and before.endswith("ه"):
        return True  # «طالبت الحركة الفلسطينيين»
    return before != "بين" and not before.lstrip("وبل").startswith((ARTICLE, ARTICLE[1:]))


def is_of_men(text: Words, i: int) -> bool:
    """Tell whether an indefinite plural of a demonym is a noun of its own (اعتقال سوريين; not: مسؤولين سوريين)."""
    before, word = word_before(text, i), text.folded[i]
    if not word.endswith("ين") or word.endswith("تين") or word.startswith("و"):
        return False  # «ناقلتي نفط يونانيتين»
    if not before or not follows(text, i - 1):
        return False
    described = before.endswith(PLURALS) or before.removeprefix(ARTICLE) in HEADS
    return not described and word in demonyms.forms()


def of_envoys(text: Words) -> list[tuple]:
    """Return the states behind the office of an envoy whom nobody names (استدعت أنقرة سفير السويد)."""
    known, found = states_by_name(), []
    for i in places(text, words("speaks_for_state"), 0, len(text.folded)):
        behind = [word for j, word in enumerate(text.folded[i + 1 : i + 3], i) if follows(text, j)]
        named = next((n for n in (len(behind), 1) if " ".join(behind[:n]) in known), 0) if behind else 0
        if named and not is_named_behind(text, i + named):
            found.append((i + 1, i + named, known[" ".join(behind[:named])], "actor", False, 0))
    return found


def is_named_behind(text: Words, last: int) -> bool:
    """Tell whether more of an office or its holder follows the name of its state (سفير أميركا لدى بغداد فلان)."""
    behind = text.folded[last + 1] if follows(text, last) else ""
    led = preposition_at(behind) is not None and behind not in POSTED_AT
    return bool(behind) and not (led or behind.endswith("ا") or behind.startswith("لل") or is_finite(behind))


@cache
def bare(word: str) -> str:
    """Return a noun without its conjunction, preposition and article, and without the ending of its case."""
    word = word[1:] if word[:1] in ("و", "ب", "ل") and len(word) > 4 else word
    return word.removeprefix(ARTICLE).removesuffix("ا")


def governmental(text: Words, governments: set[str]) -> list[tuple]:
    """Return the places of «الحكومية» beside a noun, where an article speaks of one government or its forces."""
    if len(governments) != 1:
        return []
    only = next(iter(governments))
    forces = next(
        (bodies.get("military", only) for bodies in institutions().values() if bodies.get("government") == only), only
    )
    beside = places(text, words("governmental"), 0, len(text.folded))
    found = ((i, forces if i and bare(word_before(text, i)) in FORCE_NOUNS else only) for i in beside)
    return [(i, i, body, "actor", True, 0) for i, body in found]
