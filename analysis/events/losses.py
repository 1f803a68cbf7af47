"""Events of an article -> how many dead and wounded each tells: the numbers beside words for them in its sentence."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.arabic import numbers
from analysis.events.parties import Scene, breaks, counts_people
from analysis.events.sets import words
from analysis.events.triggers import Trigger

KINDS = {"killed": ("killed_before", "killed_behind"), "wounded": ("wounded_before", "wounded_behind")}
ABOUT = words("about_number")  # «مقتل ما لا يقل عن 12»
BEFORE = words("killed_before") | words("wounded_before")
LISTED = ABOUT | BEFORE
ONE, TWO = words("one_person"), words("two_people")
PEOPLE = words("civilian") | words("soldier") | words("others")
FAR = 7  # words back in which the word for the dead stands before its number, a name or «نحو» between
VERB_WITHIN = 5  # words from the people counted to the verb in the plural behind them
PARTED = frozenset(("هم", "وهم", "هن", "بينهم", "بينهن", "منهم", "ضمنهم"))  # behind it the same people again
FELL = dict.fromkeys(("قتلوا", "قضوا", "لقوا", "استشهدوا"), "killed") | dict.fromkeys(("اصيبوا", "جرحوا"), "wounded")
YEARS = frozenset(("عاما", "عام", "سنه", "سنوات", "اعوام", "عامين"))  # behind an age
NOUNS_OF_DEATH = frozenset(("مقتل", "استشهاد", "مصرع", "استشهد"))
APART = 4  # words from one who fell over his age to the next
SINCE = 8  # words from a number of dead to «منذ»
MANY = 1000  # dead; of so many a text tells as the total of a war
PROCLITICS = ("و", "ف", "ب", "ل")


class Count(NamedTuple):
    """A number in a sentence: its first word, the word behind it, and its value."""

    first: int
    behind: int | None
    value: float


class Loss(NamedTuple):
    """Dead or wounded that a sentence counts: at which word, which of them, and how many."""

    at: int
    kind: str
    value: float


def losses(scene: Scene, told: list[tuple[dict, Trigger]]) -> list[dict[str, float | None]]:
    """Return the numbers of dead and wounded that belong to each event; None where its sentence counts none.

    A number belongs to the attack that is told nearest to it, and the first of several to it.
    """
    found: list[dict[str, float | None]] = [dict.fromkeys(KINDS) for _ in told]
    attacks = [(place, trigger) for place, (row, trigger) in enumerate(told) if row["type"] == "ASSAULT"]
    sentences = scene.text.sentences
    for sentence in sorted({sentences[trigger.first] for _, trigger in attacks}):
        here = [(trigger.first, place) for place, trigger in attacks if sentences[trigger.first] == sentence]
        for at, kind, value in counts(scene, scene.text.spans[sentence]):
            _, nearest = min(here, key=lambda one: (abs(one[0] - at), one[0] > at))
            if found[nearest][kind] is None:
                found[nearest][kind] = value
    return found


def counts(scene: Scene, span: tuple[int, int]) -> Iterator[Loss]:
    """Yield where a sentence counts dead or wounded, which of them, and how many; no totals of a war or of weeks."""
    told: Loss | None = None
    for count in counted(scene, span):
        kind = kind_of(scene, max(span[0], count.first - FAR), count.first, count.behind)
        if kind is None and told and is_joined(scene, told.at, count):
            told = told._replace(value=told.value + count.value)
        elif kind and not is_total(scene, count, span):
            yield from [told] if told else []
            told = Loss(count.first, kind, count.value)
    yield from [told] if told else []


def counted(scene: Scene, span: tuple[int, int]) -> list[Count]:
    """Return the numbers of a sentence, and the people of whom one or two are told (مقتل جندي، مقتل جنديين)."""
    text, (first, behind) = scene.text, span
    if first >= behind:
        return []
    begin = text.starts[first]
    found = []
    for number in numbers.find(text.text[begin : text.ends[behind - 1]]):
        i = bisect_right(text.starts, begin + number.start) - 1
        last = bisect_right(text.starts, begin + number.end - 1) - 1
        after = last + 1 if last + 1 < behind else None
        if after is None or text.folded[after] not in YEARS:  # «استشهاد الشاب فلان (22 عاما)»
            found.append(Count(i, after, float(number.value)))
    taken = {place for count in found for place in (count.first, count.behind)}
    people = ((i, few(scene, i)) for i in range(first + 1, behind) if i not in taken)
    found += [Count(i, None, value) for i, value in people if value]
    return sorted([*found, *(Count(i, None, 1.0) for i in fallen_by_name(scene, span))])


def fallen_by_name(scene: Scene, span: tuple[int, int]) -> Iterator[int]:
    """Yield where persons are named as dead: behind a word for it, and those joined to them (استشهاد فلان وفلان)."""
    last: int | None = None
    for party in scene.parties:
        if span[0] < party.first < span[1] and party.actor_id in scene.known.people and party.use == "actor":
            behind = bare(scene.text.folded[party.start - 1]) in NOUNS_OF_DEATH and party.under is None
            if behind or (last is not None and party.joined and party.start - last <= APART):
                last = party.last
                yield party.start


def few(scene: Scene, i: int) -> float | None:
    """Return 1 or 2 for a noun of one or two people, of one where it stands right behind a word for the dead."""
    word = scene.text.folded[i]
    plain = word.removeprefix("و")
    if plain in TWO:
        return 2.0
    return 1.0 if plain in ONE and (plain != word or bare(scene.text.folded[i - 1]) in BEFORE) else None


def is_joined(scene: Scene, at: int, count: Count) -> bool:
    """Tell whether «و» joins more people to those counted just before (إصابة ثلاثة من الشرطة وسبعة مدنيين)."""
    text = scene.text.folded
    led = text[count.first].startswith("و") or text[count.first - 1] == "و"  # «و3 جنود» is three words
    led = led and PARTED.isdisjoint(text[at : count.first])  # «ثمانية قتلى هم خمسة جنود وثلاثة مدنيين»
    if not led or count.first - at > FAR or breaks(scene.text, at, count.first):
        return False
    if any(at < i < count.first for i in scene.verbs):
        return False
    return count.behind is None or text[count.behind] in PEOPLE


def is_total(scene: Scene, count: Count, span: tuple[int, int]) -> bool:
    """Tell whether a number counts the dead of a war, or of all acts since a day (قتل 40 ألف شخص منذ 1984)."""
    text, behind = scene.text, min(count.first + SINCE, span[1])
    since = (i for i in range(max(span[0], count.first - SINCE), behind) if text.folded[i] in ("منذ", "ومنذ"))
    return count.value >= MANY or any(not breaks(text, *sorted((i, count.first))) for i in since)


def kind_of(scene: Scene, first: int, i: int, behind: int | None) -> str | None:
    """Return what the number at word i counts, by the word behind it, else by the first before it that tells."""
    text = scene.text.folded
    for kind, (_, nouns) in KINDS.items():
        if behind is not None and text[behind] in words(nouns):
            return kind
    j = i - 1
    while j >= first and (bare(text[j]) in ABOUT or j in scene.named or text[j].endswith("ون")):
        j -= 1
    word = bare(text[j]) if j >= first else ""
    if word != text[j] and j > first and bare(text[j - 1]) in BEFORE and not is_ended(text, j - 1):
        return None  # «قتل وجرح نحو 30 جنديا»: how many of them died is not told
    kind = next((kind for kind, (verbs, _) in KINDS.items() if word in words(verbs)), None)
    return kind or (None if behind is None else fallen(scene, behind))


def is_ended(text: list[str], i: int) -> bool:
    """Tell whether a word for the dead ends what is told of people before it (خمسة قتلوا وأصيب 12، شخصا قتل)."""
    return text[i] in FELL or (i > 0 and (text[i - 1] in ONE or text[i - 1] in TWO))


def fallen(scene: Scene, behind: int) -> str | None:
    """Return what befell the people counted before a verb in the plural (أن 9 عمال على الأقل قتلوا في الهجوم)."""
    text = scene.text
    end = min(behind + VERB_WITHIN, text.spans[text.sentences[behind]][1])
    verb = next((i for i in range(behind, end) if text.folded[i] in FELL), None)
    if verb is None or breaks(text, behind, verb) or any(i in scene.verbs for i in range(behind, verb)):
        return None
    after = text.folded[verb + 1 : verb + 2]
    whom = any(counts_people(word) or word in PEOPLE for word in after)  # «إن 9 مسلحين قتلوا خمسة جنود»
    return None if whom else FELL[text.folded[verb]]


def bare(word: str) -> str:
    """Return a word without the «و» or preposition before a word for dead, wounded or about."""
    return next((word[len(one) :] for one in PROCLITICS if word.startswith(one) and word[len(one) :] in LISTED), word)
