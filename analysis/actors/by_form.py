"""Words of an article -> persons whom no list has, known by the form of their names: a given name and what follows."""

from functools import lru_cache

from analysis import lists
from analysis.actors.kinds import common_given_names, of_kind
from analysis.actors.namings import Article, Naming, is_title, titles
from analysis.actors.patterns import CLITICS
from analysis.actors.personal import Stranger, near
from analysis.actors.romanising import learned, romanised, whole
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, start_behind
from analysis.lists import demonyms

RULE = "person not listed, by the form of the name"
SHORT_RULE = "short name of a person not listed"
COMMON = 20.0  # per million words: a last word so common is mostly a noun
RULES = (RULE, SHORT_RULE)
TITLE = 6  # words before a name in which its title stands


def by_form(article: Article, strangers: list[Stranger], named: list[Naming]) -> list[Naming]:
    """Return the namings of persons not listed: in full, and by the last word of the name from then on."""
    full = [naming(article, stranger) for stranger in strangers if is_sure(article, stranger)]
    return [*full, *by_last_word(article, full, named)] if full else full


def naming(article: Article, stranger: Stranger) -> Naming:
    """Return the naming of a person by the full name, with an English title letter by letter."""
    words, (first, last, cut) = article.words, stranger
    title = titled(words.text[start_behind(words, first, cut) : words.ends[last]])
    return Naming(first, last, cut, lists.slug(title), title, "name", RULE)


@lru_cache(MOST)
def titled(name: str) -> str:
    """Return the English title of a name; found once."""
    return romanised(name)


def is_sure(article: Article, stranger: Stranger) -> bool:
    """Tell whether words are a person's name beyond doubt: known parts, or a title or a verb of saying beside it."""
    words, (first, last, cut) = article.words.folded, stranger
    given, rest = words[first][cut:], words[first + 1 : last + 1]
    if given in titles() or len(whole([given, *rest])) < 2 or is_no_name(rest):
        return False
    if first and words[first - 1] in of_kind("particle"):  # the end of a longer name
        return False
    if given in common_given_names():
        return not cut and is_titled(article, first, 1)
    known = all(word in learned() for word in rest)
    return known or is_said(article, first, last) or is_titled(article, first, TITLE)


def is_no_name(rest: list[str]) -> bool:
    """Tell whether words behind a given name are none of a name: «سلمي للنزاع», «عبدالعزيز الطبية»."""
    return any(word.startswith("لل") for word in rest) or (rest[-1].startswith(ARTICLE) and rest[-1].endswith("يه"))


def is_titled(article: Article, first: int, back: int) -> bool:
    """Tell whether a title stands at most so many words before a name, with no verb between."""
    words = article.words
    for i in range(first - 1, max(-1, first - 1 - back), -1):
        if not near(words, i) or words.folded[i] in verbs():
            return False
        if is_title(words.folded[i]):
            return True
    return False


def is_said(article: Article, first: int, last: int) -> bool:
    """Tell whether a verb of saying stands beside a name."""
    words = article.words.folded
    return (first > 0 and words[first - 1] in verbs()) or (last + 1 < len(words) and words[last + 1] in verbs())


def by_last_word(article: Article, full: list[Naming], named: list[Naming]) -> list[Naming]:
    """Return the namings of persons by the last word of their names, behind the full ones."""
    words, bearers = article.words.folded, {}
    for known in full:
        if is_enough(words[known.last]):
            bearers.update(dict.fromkeys(forms(words[known.last]), known))
    behind = min(known.last for known in full) + 1
    places = [i for i, word in enumerate(words[behind:], behind) if word in bearers]
    taken = {i for known in [*full, *named] for i in range(known.first, known.last + 1)} if places else ()
    return [short(words, i, bearers[words[i]]) for i in places if i not in taken and i > bearers[words[i]].last]


def short(words: list[str], i: int, known: Naming) -> Naming:
    """Return the naming of a person by the last word of the name, at word i."""
    return known._replace(first=i, last=i, cut=len(words[i]) - len(words[known.last]), rule=SHORT_RULE)


def is_enough(word: str) -> bool:
    """Tell whether the last word of a name is enough to name its bearer: no common word and no demonym."""
    return frequency.of(word) < COMMON and word not in demonyms.forms()


def forms(word: str) -> list[str]:
    """Return a word alone and behind one proclitic."""
    return [word, *(clitic + word for clitic in CLITICS if not (clitic == "ل" and word.startswith("ال")))]
