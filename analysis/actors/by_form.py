"""Words of an article -> persons whom no list has, known by the form of their names: a given name and what follows."""

import re
from bisect import bisect_left
from functools import lru_cache

from analysis import lists
from analysis.actors.by_given_name import by_given_name
from analysis.actors.by_institution import only_state
from analysis.actors.by_title import is_foreign
from analysis.actors.kinds import common_given_names, given_names, of_kind
from analysis.actors.likely import is_memorial
from analysis.actors.namings import JOINED, Article, Naming, bare, is_title, titles
from analysis.actors.patterns import CLITICS
from analysis.actors.personal import OF_FAITH, PARTICIPLE, Stranger, is_called, is_on, near
from analysis.actors.romanising import foreign, learned, romanised, whole
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, Words, folded, follows, start_behind
from analysis.lists import demonyms

RULE = "person not listed, by the form of the name"
SHORT_RULE = "short name of a person not listed"
COMMON = 20.0  # per million words: a last word so common is mostly a noun
RULES = (RULE, SHORT_RULE)
LONG = 6  # letters, above which «الموقوفين» is a plural and not a name like «المعين»
PREPOSITIONS = ("عن", "من", "الي", "مع")
BESIDE = re.compile(r"^[\s،,]+$")
TITLE = 6  # words before a name in which its title stands


def by_form(article: Article, strangers: list[Stranger], named: list[Naming]) -> list[Naming]:
    """Return the namings of persons not listed, and those of all persons by the last word of the name from then on."""
    listed = [known for known in named if known.last > known.first and is_person(article, known)]
    full: list[Naming] = []
    for stranger in strangers:
        if may_be_person(article, stranger) and (
            is_sure(article, stranger)
            or is_beside(article, stranger, [*listed, *full])
            or is_known(article, stranger, full)
        ):
            full.append(naming(article, stranger))
    bearers = sorted([*listed, *full])
    if not bearers:
        return full
    short = by_last_word(article, bearers, named)
    return [*full, *short, *by_given_name(article, bearers, [*named, *full, *short])]


def is_person(article: Article, known: Naming) -> bool:
    """Tell whether a naming calls a listed person by a name that ends as the label does: not «الملك المؤسس»."""
    listed = article.names.actors.get(known.actor_id, {}) if known.via == "name" else {}
    if listed.get("kind") != "person":
        return False
    words = article.words.folded
    return words[known.last] in words_of(listed["actor_ar"]) or words[known.first][known.cut :] in foreign()


@lru_cache(MOST)
def words_of(name: str) -> list[str]:
    """Return the folded words of a name; folded once."""
    return folded(name).split()


def naming(article: Article, stranger: Stranger) -> Naming:
    """Return the naming of a person by the full name, with an English title letter by letter."""
    words, (first, last, cut) = article.words, stranger
    state = only_state(article)
    country = article.names.actors[state]["actor"] if state else None
    title = titled(words.text[start_behind(words, first, cut) : words.ends[last]], country)
    return Naming(first, last, cut, lists.slug(title), title, "name", RULE)


@lru_cache(MOST)
def titled(name: str, country: str | None) -> str:
    """Return the English title of a name in news of a country; found once."""
    return romanised(name, country)


def may_be_person(article: Article, stranger: Stranger) -> bool:
    """Tell whether words can be a person's name: two parts or more, none of which is a title or an object."""
    words, (first, last, cut) = article.words.folded, stranger
    given, rest = words[first][cut:], words[first + 1 : last + 1]
    if len(whole([given, *rest])) < 2 or is_no_name(rest) or is_of_place(article, first):
        return False
    if given in titles() and not (is_titled(article, first, 1) and is_enough(rest[0])):  # «سمو ولي العهد»
        return False
    return not (first and words[first - 1] in of_kind("particle"))  # the end of a longer name


def is_of_place(article: Article, first: int) -> bool:
    """Tell whether a noun of place stands before a name: «منطقة رامي كبودان»."""
    word = article.words.folded[first - 1] if first else ""
    if is_memorial(article.words, first):
        return True  # «جامع الإمام أنس بن مالك»
    return article.names.place_words.get(word) in ("part", "area") or word in of_kind("settlement")


def is_sure(article: Article, stranger: Stranger) -> bool:
    """Tell whether a name is a person's beyond doubt: known parts, or a title or a verb of saying beside it."""
    words, (first, last, cut) = article.words.folded, stranger
    given, rest = words[first][cut:], words[first + 1 : last + 1]
    if given in common_given_names() and rest[0] != OF_FAITH:
        told = first > 0 and words[first - 1] in verbs() and all(map(is_rare, rest))
        bears_title = rest[-1] in given_names() and has_title_behind(article, last)
        return not cut and (is_titled(article, first, 1) or told or bears_title)
    known = all(word in learned() for word in rest) or is_said(article, first, last) or is_called(article.words, last)
    known = known or is_told_of(article, first, last) or all(map(is_foreign, rest))  # «ألكسندر بتروف»
    return known or is_titled(article, first, TITLE, last) or has_title_behind(article, last)


@lru_cache(MOST)
def is_rare(word: str) -> bool:
    """Tell whether a word is not among the commonest of general Arabic."""
    return frequency.of(word) == 0


def is_beside(article: Article, stranger: Stranger, persons: list[Naming]) -> bool:
    """Tell whether a name is the next in a list of persons: «محمد البلتاجي وأسعد الشيخة»."""
    words, first = article.words, stranger.first
    if not stranger.cut or words.folded[first][0] != "و":
        return False
    joined = JOINED.match(words.text[words.ends[first - 1] : words.starts[first]])
    return bool(joined) and any(known.last == first - 1 for known in persons)


def is_known(article: Article, stranger: Stranger, full: list[Naming]) -> bool:
    """Tell whether a person not listed has been named in the same words before."""
    return any(parts(article, known) == parts(article, stranger) for known in full)


def parts(article: Article, name: Stranger | Naming) -> list[str]:
    """Return the words of a name without proclitics."""
    first, *rest = article.words.folded[name.first : name.last + 1]
    return [first[name.cut :], *rest]


def is_no_name(rest: list[str]) -> bool:
    """Tell whether words behind a given name are none of a name: «سلمي للنزاع», «سعيّد الموقوفين»."""
    adjective = rest[-1].startswith(ARTICLE) and rest[-1].endswith("يه")
    participle = rest[-1].startswith(PARTICIPLE) and rest[-1].endswith(("ين", "ون")) and len(rest[-1]) > LONG
    owned = rest[-1].endswith("ته") and len(rest[-1]) > LONG - 1 and rest[-1] not in learned()  # «رسالته»
    virtue = rest[0] in of_kind("virtue")  # «مبادئ حسن الجوار»
    return adjective or participle or owned or virtue or any(word.startswith("لل") for word in rest)


def is_titled(article: Article, first: int, back: int, last: int | None = None) -> bool:
    """Tell whether a title stands at most so many words before a name, with no verb between."""
    words = article.words
    for i in range(first - 1, max(-1, first - 1 - back), -1):
        if not (near(words, i) or (i == first - 1 and is_apposed(words, first, last))) or words.folded[i] in verbs():
            return False
        if is_title(words.folded[i]):
            return True
    return False


def is_told_of(article: Article, first: int, last: int) -> bool:
    """Tell whether a word before or behind a name shows that it is one: «مقتل …»، «يدعى …»، «…، وهو قيادي»."""
    words = article.words.folded
    before = words[first - 1] if first else ""
    if not of_kind("befalls").isdisjoint((before, bare(before))):
        return True
    if before.startswith(ARTICLE) and before.endswith("ي") and before in demonyms.forms():
        return near(article.words, first - 1)  # «التونسي رامي كبودي»
    return words[last + 1 : last + 2] in (["وهو"], ["وهي"]) and words[last + 2 : last + 3] != ["ما"]


def is_apposed(words: Words, first: int, last: int | None) -> bool:
    """Tell whether a name stands between two commas: «قال قائد اللواء، سالم باسلوم، إن»."""
    if last is None or last + 1 >= len(words.folded):
        return False
    before, behind = words.text[words.ends[first - 1] : words.starts[first]], words.text[words.ends[last] :][:2]
    return before.strip() == "،" and behind.strip()[:1] == "،"


def has_title_behind(article: Article, last: int) -> bool:
    """Tell whether a title stands right behind a name: «ستيفان دوجاريك المتحدث باسم الأمم المتحدة»."""
    words, after = article.words, last + 1
    if after >= len(words.folded) or not BESIDE.match(words.text[words.ends[last] : words.starts[after]]):
        return False
    return words.folded[after] in titles()


def is_said(article: Article, first: int, last: int) -> bool:
    """Tell whether a verb of saying stands beside a name."""
    words = article.words.folded
    return (first > 0 and words[first - 1] in verbs()) or (last + 1 < len(words) and words[last + 1] in verbs())


def by_last_word(article: Article, full: list[Naming], named: list[Naming]) -> list[Naming]:
    """Return the namings of persons by the last word of their names, each of the bearer named last in full before."""
    words, bearers = article.words.folded, {}
    for known in full:
        if words[known.last] in article.names.function_words:
            continue  # «مون جيه إن»
        for form in forms_alone(words[known.last]):
            bearers.setdefault(form, []).append(known)
    if not bearers:
        return []
    behind = min(known.last for known in full) + 1
    title = range(min(headline(article) + 1, behind))
    places = [i for i in title if words[i] in bearers]
    places += [i for i, word in enumerate(words[behind:], behind) if word in bearers]
    taken = {i for known in [*full, *named] for i in range(known.first, known.last + 1)} if places else ()
    found = []
    for i in places:
        known = bearer(article, i, bearers[words[i]], title)
        if known and i not in taken and not ends_name(article.words, i, known):
            found.append(short(words, i, known))
    return found


def bearer(article: Article, i: int, bearers: list[Naming], title: range) -> Naming | None:
    """Return whom the last word of a name calls at word i: who was named before, or in a headline is named below."""
    before = [known for known in bearers if known.last < i]
    word = article.words.folded[bearers[0].last]
    if is_enough(word):
        return before[-1] if before else bearers[0] if i in title and bearers[0].rule != RULE else None
    alone = article.words.folded[i - 1] in verbs() or (word in given_names() and stands_alone(article.words, i))
    return before[-1] if before and alone else None


def stands_alone(words: Words, i: int) -> bool:
    """Tell whether a given name that is an adjective too is none behind a preposition: «عن حسن», not «من حسن الحظ»."""
    after = words.folded[i + 1] if follows(words, i) else ""
    genitive = after.startswith(ARTICLE) or after.endswith(("ها", "هم"))
    led = words.folded[i - 1] in PREPOSITIONS and follows(words, i - 1)
    return led and not genitive and words.folded[i] not in of_kind("name_or_adjective")


def headline(article: Article) -> int:
    """Return the last word of the first line."""
    line = article.words.text.find("\n")
    return bisect_left(article.words.starts, line) - 1 if line > 0 else -1


def ends_name(words: Words, i: int, known: Naming) -> bool:
    """Tell whether a word ends somebody else's name, by a given name or «آل» before it, or is no name but «على»."""
    if is_on(words, i):
        return True
    if words.folded[i - 1] == ARTICLE:
        return words.folded[known.last - 1] != ARTICLE
    return words.folded[i - 1] in given_names() and near(words, i - 1) and not is_on(words, i - 1)


def short(words: list[str], i: int, known: Naming) -> Naming:
    """Return the naming of a person by the last word of the name, at word i."""
    rule = SHORT_RULE if known.rule == RULE else "last word of the full name"
    return known._replace(first=i, last=i, cut=len(words[i]) - len(words[known.last]), rule=rule)


@lru_cache(MOST)
def forms_alone(word: str) -> tuple[str, ...]:
    """Return how the last word of a name may stand for its bearer: a common one behind a verb only, so bare."""
    if not may_stand_alone(word):
        return ()
    return tuple(forms(word)) if is_enough(word) else (word,)


def may_stand_alone(word: str) -> bool:
    """Tell whether the last word of a name can name its bearer, be it behind a verb of saying only: «وقال صالح»."""
    other = word in demonyms.forms() or word in titles()
    return not other and word not in of_kind("name_ending") and word not in of_kind("time")


def is_enough(word: str) -> bool:
    """Tell whether the last word of a name is enough to name its bearer: no common word and no demonym."""
    return frequency.of(word) < COMMON and word not in demonyms.forms() and word not in of_kind("name_ending")


def forms(word: str) -> list[str]:
    """Return a word alone and behind one proclitic."""
    return [word, *(clitic + word for clitic in CLITICS if not (clitic == "ل" and word.startswith("ال")))]
