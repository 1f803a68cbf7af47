"""Persons named in full -> their namings by given name alone, behind a title or a verb of saying."""

from analysis.actors.kinds import given_names, of_kind
from analysis.actors.likely import is_memorial
from analysis.actors.namings import Article, Naming, bare, is_title, titles
from analysis.actors.personal import is_on, is_part_of_names, near
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, function_words
from analysis.arabic.finite import is_perfect
from analysis.arabic.phrases import ARTICLE
from analysis.lists import women

FATHERED = ("بن", "بنت", "ال")
VERB = 5.0  # per million words: a verb in «ت» so common is no surname like «شوكت»
COMMON = 20.0  # per million words: a word so common behind a given name is no surname


def by_given_name(article: Article, bearers: list[Naming], named: list[Naming]) -> list[Naming]:
    """Return the namings of persons by given name alone, behind the full name: «الأمير فيصل»، «الزميلة شيرين»."""
    words, found = article.words.folded, []
    called = by_first_word(article, bearers)
    places = [i for i, word in enumerate(words) if i and word in called and near(article.words, i - 1)]
    taken = {i for known in named for i in range(known.first, known.last + 1)} if places else ()
    for i in places:
        known = last_before(called[words[i]], i)
        if known and i not in taken and (is_of_royal(article, known, i) or is_of_other(article, called[words[i]], i)):
            found.append(known._replace(first=i, last=i, cut=0, rule="given name behind a title or a verb of saying"))
    return found


def by_first_word(article: Article, bearers: list[Naming]) -> dict[str, list[Naming]]:
    """Return the namings of two words and more by the given name with which they begin."""
    found: dict[str, list[Naming]] = {}
    for known in bearers:
        word = article.words.folded[known.first][known.cut :]
        if known.last > known.first and word in given_names() and word not in titles():  # «نائب مساعد الوزير»
            found.setdefault(word, []).append(known)
    return found


def last_before(bearers: list[Naming], i: int) -> Naming | None:
    """Return the last naming that stands before word i."""
    return next((known for known in reversed(bearers) if known.last < i), None)


def is_of_royal(article: Article, known: Naming, i: int) -> bool:
    """Tell whether the title of a royal stands before a given name, as before the full one."""
    words = article.words.folded
    royal = known.first > 0 and words[known.first - 1] in of_kind("royal") and bare(words[i - 1]) in of_kind("royal")
    fathered = goes_on(article, i) and words[i + 1] in FATHERED
    return royal and not fathered and not is_memorial(article.words, i)


def is_of_other(article: Article, bearers: list[Naming], i: int) -> bool:
    """Tell whether one person alone bears a given name that another title or a verb of saying introduces."""
    words, before = article.words.folded, article.words.folded[i - 1]
    if len({known.actor_id for known in bearers}) > 1 or bare(before) in of_kind("royal") or is_on(article.words, i):
        return False
    led = before in verbs() or is_title(before) or is_of_woman(before, words[i])
    if not led or is_memorial(article.words, i):
        return False
    return not goes_on(article, i) or is_no_surname(words[i + 1])


def is_of_woman(before: str, word: str) -> bool:
    """Tell whether a woman is called by her given name alone, whatever stands before it («أن شيرين استهدفت»)."""
    return (
        word in women.given_names() and frequency.of(word) < COMMON and before not in (*given_names(), *FATHERED, "ام")
    )


def is_no_surname(word: str) -> bool:
    """Tell whether a word behind a given name is too common, or too plainly of the sentence, to be a surname."""
    told = word.endswith("ت") and frequency.of(word) > VERB and is_perfect(word)  # «شيرين استهدفت»
    if word in function_words.forms() or word in verbs() or told:
        return True
    return frequency.of(word) > COMMON and not word.startswith(ARTICLE) and not is_part_of_names(word)


def goes_on(article: Article, i: int) -> bool:
    """Tell whether nothing but a blank parts word i from the next."""
    return i + 1 < len(article.words.folded) and near(article.words, i)
