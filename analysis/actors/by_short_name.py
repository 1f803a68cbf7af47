"""Matches -> those that call an actor by a surname or short name, where the article gives its bearer."""

from analysis.actors.kinds import given_names
from analysis.actors.matching import Match
from analysis.actors.namings import Article, Naming, bare, naming, terms_on, titles
from analysis.actors.personal import is_on, is_part_of_names, near
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency
from analysis.arabic.phrases import ARTICLE

COMMON = 12.0  # per million words: a short name so common is mostly another word (عيد، حرب، كامل)
RARE = 3.0  # so rare a word beside a given name is the rest of another person's name
CLOSE = 4  # words before a short name in which its office stands


def by_short_name(article: Article, matches: list[Match], sure: list[Naming]) -> list[Naming]:
    """Return the namings by a short name whose bearer the article names in full or by office, or gives a title."""
    found, taken = [], {known.first for known in sure if known.via == "name"}
    for match in matches:
        options = [pattern.ids[0] for pattern in match.patterns if pattern.what == "short"]
        if not options or match.first in taken or is_another_word(article, match):
            continue
        actor_id, rule = bearer(article, match, options, sure)
        if actor_id and not is_described(article, match, actor_id):
            found.append(naming(article, match, actor_id, "name", rule))
    return found


def bearer(article: Article, match: Match, options: list[str], sure: list[Naming]) -> tuple[str | None, str]:
    """Return whose short name this is, and the rule: the one named last before, or a titled one."""
    named = [known for known in sure if known.actor_id in options]
    before = [known for known in named if known.first < match.first]
    if named:
        return (max(before) if before else named[0]).actor_id, "short name after the full one"
    holder = next((option for option in options if holds_title(article, match, option)), None)
    return holder, "short name beside an office"


def is_another_word(article: Article, match: Match) -> bool:
    """Tell whether a short name is rather a common word, a demonym, or part of another person's name here."""
    text, i = article.words, match.first
    if match.last > i:
        return False
    word, previous = text.folded[i][match.cut :], text.folded[i - 1] if i else ""
    titled, common = previous in titles() or bare(previous) in titles(), frequency.of(word) > COMMON
    if previous.startswith(ARTICLE) and word in article.names.demonyms:
        return True
    if common and word.startswith(ARTICLE) and previous.startswith(ARTICLE):
        return not titled
    if common and word not in given_names() and not word.startswith(ARTICLE):
        return not (previous in verbs() or titled)
    return is_part_of_another(article, match, word)


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
    return text.folded[match.first][match.cut :].startswith(ARTICLE) and text.folded[after].startswith(ARTICLE)


def holds_title(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether the words before a short name are an office that this actor holds on the day."""
    before = " ".join(article.words.folded[max(0, match.first - CLOSE) : match.first])
    terms = terms_on(article.names.offices_of.get(actor_id, []), article.iso)
    phrases = [phrase for term in terms for phrase in article.names.phrases.get(term["office"], ())]
    return any(f" {phrase} " in f" {before} " for phrase in phrases)
