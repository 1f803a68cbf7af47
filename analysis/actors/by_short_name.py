"""Matches -> those that call an actor by a surname or short name, where the article gives its bearer."""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from analysis.actors.kinds import given_names, of_kind, prepositions
from analysis.actors.matching import Match
from analysis.actors.namings import Article, Naming, bare, is_title, naming, terms_on
from analysis.actors.personal import is_on, is_part_of_names, near
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency
from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import ARTICLE, follows, word_before_in_sentence
from analysis.lists import slug

COMMON = 12.0  # per million words: a short name so common is mostly another word (عيد، حرب، كامل)
RARE = 3.0  # so rare a word beside a given name is the rest of another person's name
ACTOR = attrgetter("actor_id")
BEFORE_NAMES = prepositions() | {"ان", "كان", "لكن"}
PLURAL = ("ات", "ين", "ون")  # of no adjective of one body: «ألغى المجلس العسكري الاتفاقيات»
OFTEN = 3  # times that an article calls somebody by his short name before another is an aside
CLOSE = 4  # words before a short name in which its office stands


def after_full(article: Article, short: list[Match], sure: list[Naming]) -> list[Naming]:
    """Return the namings by a short name whose bearer the article names in full or by office: the last one before."""
    if not short:
        return []
    named = {actor_id: list(rows) for actor_id, rows in groupby(sorted(sure, key=ACTOR), key=ACTOR)}
    found, taken = [], {known.first for known in sure if known.via == "name"}
    used: Counter[str] = Counter()
    for match in short:
        bearers = [
            known
            for option in match.patterns.short
            for known in named.get(option, ())
            if option not in article.names.ambiguous or known.last > known.first or not is_conditional(article, known)
        ]
        if bearers and match.first not in taken:
            before = [known for known in bearers if known.first < match.first]
            actor_id = (spoken_of(article, match, before, used) if before else min(bearers)).actor_id
            if not is_described(article, match, actor_id):
                used[actor_id] += 1
                found.append(naming(article, match, actor_id, "name", "short name after the full one"))
    return found


def spoken_of(article: Article, match: Match, before: list[Naming], used: Counter[str]) -> Naming:
    """Return the bearer named in full last, but behind an aside on another the one whom the article speaks of.

    A portrait of Ash Carter that says «في عهد الرئيس جيمي كارتر» once goes on about Ash Carter.
    """
    last, sentences = max(before), article.words.sentences
    usual = max(before, key=lambda known: (used[known.actor_id], known))
    is_aside = used[usual.actor_id] >= OFTEN and sum(known.actor_id == last.actor_id for known in before) == 1
    return usual if is_aside and sentences[match.first] - sentences[last.last] > 1 else last


def is_conditional(article: Article, known: Naming) -> bool:
    """Tell whether a naming is one word that names its actor in some contexts only: «عناصر القاعدة»."""
    word = article.words.folded[known.last]
    return (word[known.cut :], known.actor_id) in article.names.contexts


def beside_office(article: Article, short: list[Match], sure: list[Naming]) -> list[Naming]:
    """Return the namings by a short name beside its bearer's office, where the article names no bearer."""
    if not short:
        return []
    found, named = [], {known.actor_id for known in sure}
    taken = {known.first for known in sure if known.via == "name"}
    for match in short:
        if match.first not in taken and named.isdisjoint(match.patterns.short):
            holder = next((option for option in match.patterns.short if holds_title(article, match, option)), None)
            if holder and not is_described(article, match, holder):
                found.append(naming(article, match, holder, "name", "short name beside an office"))
    return found


def short_names(article: Article, matches: list[Match]) -> list[Match]:
    """Return the matches that may be short names."""
    short = [match for match in matches if match.patterns.short]
    ends = {match.last for match in short}
    return [match for match in short if is_joined_to(article, match, ends) or not is_another_word(article, match)]


def is_joined_to(article: Article, match: Match, ends: set[int]) -> bool:
    """Tell whether «و» joins a short name to another that ends right before it: «بين العبادي والمالكي»."""
    joined = article.words.folded[match.first][: match.cut] == "و" and match.first - 1 in ends
    return joined and near(article.words, match.first - 1)


def is_another_word(article: Article, match: Match) -> bool:
    """Tell whether a short name is rather a common word, a demonym, or part of another person's name here."""
    text, i = article.words, match.first
    if match.last > i:
        return False
    word, previous = text.folded[i][match.cut :], text.folded[i - 1] if i else ""
    if word in of_kind("favour") and text.folded[i][: match.cut].endswith("ل"):  # «لصالح» is mostly in favour of
        return of_kind("loyal").isdisjoint((previous, bare(previous)))
    titled, common = is_title(previous), frequency.of(word) > COMMON
    if previous.startswith(ARTICLE) and word in article.names.demonyms:
        return True
    if common and word.startswith(ARTICLE) and previous.startswith(ARTICLE):
        return not titled
    if common and not is_name(word) and not word.startswith(ARTICLE):
        return not (previous in verbs() or titled or is_no_adjective(article, match, word))
    return is_part_of_another(article, match, word)


def is_no_adjective(article: Article, match: Match, word: str) -> bool:
    """Tell whether what stands before a name that is an adjective too is no noun of its own: «يزور رئيسي دمشق»."""
    if word not in of_kind("name_or_adjective"):
        return False
    text, before = article.words, word_before_in_sentence(article.words, match.first)
    if match.cut or bare(before) in BEFORE_NAMES:
        goes_on = follows(text, match.first) and text.folded[match.first + 1].startswith(ARTICLE)
        return not goes_on  # «على كامل التراب»
    return not before or before.endswith("ه") or is_imperfect(before)


def is_name(word: str) -> bool:
    """Tell whether a word is a given name, or however common a short name."""
    return word in given_names() or word in of_kind("name_only")


def is_part_of_another(article: Article, match: Match, word: str) -> bool:
    """Tell whether a given name or the rest of a name stands beside: «خالد الفيصل»، «صالح المطلك»."""
    text, i = article.words, match.first
    if i and not match.cut and text.folded[i - 1] in given_names() and near(text, i - 1) and not is_on(text, i - 1):
        return True
    if word not in given_names() or i + 1 >= len(text.folded) or not near(text, i):
        return False
    after = text.folded[i + 1]
    return is_part_of_names(after) and frequency.of(after) < RARE and not article.names.readings[after]


def is_described(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether an adjective makes an organisation's short name a common noun: «القاعدة الجوية»."""
    text, after = article.words, match.last + 1
    if article.names.actors[actor_id]["kind"] == "person" or after >= len(text.folded) or not near(text, match.last):
        return False
    adjective = text.folded[after].startswith(ARTICLE) and not text.folded[after].endswith(PLURAL)
    return adjective and text.folded[match.first][match.cut :].startswith(ARTICLE)


def holds_title(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether the words before a short name are an office that this actor holds on the day."""
    terms = article.names.offices_of.get(actor_id)
    if not terms:
        return False
    before = f" {' '.join(article.words.folded[max(0, match.first - CLOSE) : match.first])} "
    if is_of_another_state(article, match, actor_id):
        return False  # «العاهل السعودي الملك عبد الله» is not the king of Jordan
    offices = {term["office"] for term in terms_on(terms, article.iso)}
    return any(f" {phrase} " in before for office in offices for phrase in article.names.phrases.get(office, ()))


def is_of_another_state(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether a demonym in the title before a short name is that of a state other than its bearer's."""
    near = article.words.folded[max(0, match.first - CLOSE) : match.first]
    states = {article.names.demonyms[word] for word in near if word in article.names.demonyms}
    return bool(states) and slug(article.names.actors[actor_id]["country"]) not in states
