"""Matches -> those that call an actor by name: a full name anywhere, a short one where the article gives its bearer."""

from analysis.actors.matching import Match
from analysis.actors.namings import Article, Naming, naming, terms_on, titles
from analysis.actors.patterns import Context
from analysis.arabic import frequency

RARE = 8.0  # per million words: a surname so rare names its one bearer in the list behind any title
CLOSE = 4  # words before a short name in which its title stands


def by_name(article: Article, matches: list[Match]) -> list[Naming]:
    """Return the namings by a full name; of several actors that share it, the first whose context fits."""
    found, named = [], set()
    for match in matches:
        for pattern in match.patterns:
            actor_id = pattern.ids[0]
            if pattern.what == "name" and fits(article, match, actor_id, named):
                found.append(naming(article, match, actor_id, "name", rule_of(article, match)))
                named.add(actor_id)
                break
    return found


def rule_of(article: Article, match: Match) -> str:
    """Return how a name was found; it says when «لل» has swallowed the name's alef (للعراق)."""
    if not match.cut:
        return "name"
    word = article.words.folded[match.first]
    swallowed = word[match.cut - 1 : match.cut + 1] == "لل" and word[match.cut :] not in article.names.tree
    return "name behind للـ" if swallowed else "name + proclitic"


def fits(article: Article, match: Match, actor_id: str, named: set[str]) -> bool:
    """Tell whether a spelling stands in the context that ambiguous.csv asks for, and is no adjective."""
    text = article.words
    spelling = " ".join(text.folded[match.first : match.last + 1])[match.cut :]
    contexts = article.names.contexts
    need = contexts.get((spelling, actor_id)) or contexts.get(("ا" + spelling, actor_id))
    if need is not None and not is_met(article, match, need, actor_id in named):
        return False
    return match.last > match.first or match.cut > 0 or not is_adjective(article, match.first)


def is_met(article: Article, match: Match, need: Context, named_before: bool) -> bool:
    """Tell whether the words around a match meet what an ambiguous spelling needs."""
    text = article.words
    after = text.folded[match.last + 1] if match.last + 1 < len(text.folded) else ""
    if after in need.unless or (need.first and named_before):
        return False
    before = text.folded[max(0, match.first - 2) : match.first]
    quoted = need.quoted and text.text[: text.starts[match.first]].endswith(('"', "“", "«", "”"))
    near = any(word in need.before or word[1:] in need.before for word in before) or after in need.after
    return quoted or near or not need.asks or not need.article.isdisjoint(text.folded)


def is_adjective(article: Article, i: int) -> bool:
    """Tell whether a state's name is a demonym here: «عسكريا أوكرانيا»، «طائرة حربية سورية»."""
    text, word = article.words.folded, article.words.folded[i]
    if i == 0 or word not in article.names.demonyms:
        return False
    before = text[i - 1]
    joined = article.words.text[article.words.ends[i - 1] : article.words.starts[i]] == " "
    if not joined or before.startswith("ال") or before in article.names.function_words or before in article.names.place_words:
        return False
    noun = frequency.of(before) < 400 and len(before) > 3
    return noun and before.endswith("ا" if word.endswith("ا") else "ه") and not before.endswith(("ها", "نا", "هما"))


def by_short_name(article: Article, matches: list[Match], sure: list[Naming]) -> list[Naming]:
    """Return the namings by a surname or short name whose bearer the article names in full, by office or by title."""
    found = []
    for match in matches:
        options = [pattern.ids[0] for pattern in match.patterns if pattern.what == "short"]
        if not options or any(pattern.what == "name" for pattern in match.patterns) or is_demonym(article, match):
            continue
        actor_id, rule = bearer(article, match, options, sure)
        if actor_id:
            found.append(naming(article, match, actor_id, "name", rule))
    return found


def bearer(article: Article, match: Match, options: list[str], sure: list[Naming]) -> tuple[str | None, str]:
    """Return whose short name this is, and the rule: the one named last before, or a titled one."""
    named = [known for known in sure if known.actor_id in options]
    before = [known for known in named if known.first < match.first]
    if named:
        return (before[-1] if before else named[0]).actor_id, "short name after the full one"
    holder = next((option for option in options if holds_title(article, match, option)), None)
    if holder:
        return holder, "short name beside an office"
    only = options[0] if len(options) == 1 and is_titled(article, match) else None
    return only, "short name beside a title"


def is_demonym(article: Article, match: Match) -> bool:
    """Tell whether a short name is rather a demonym behind a noun: «الشعب السوداني» is not al-Sudani."""
    text, i = article.words.folded, match.first
    return text[i] in article.names.demonyms and i > 0 and text[i - 1].startswith("ال")


def holds_title(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether the words before a short name are an office that this actor holds on the day."""
    before = " ".join(article.words.folded[max(0, match.first - CLOSE) : match.first])
    terms = terms_on(article.names.offices_of.get(actor_id, []), article.day)
    phrases = [phrase for term in terms for phrase in article.names.phrases.get(term["office"], ())]
    return any(f" {phrase} " in f" {before} " for phrase in phrases)


def is_titled(article: Article, match: Match) -> bool:
    """Tell whether a rare surname stands right behind a title, a demonym between them or not."""
    text, i = article.words.folded, match.first
    if match.last > i or frequency.of(text[i][match.cut :]) > RARE or i == 0:
        return False
    return text[i - 1] in titles() or (i > 1 and text[i - 1] in article.names.demonyms and text[i - 2] in titles())
