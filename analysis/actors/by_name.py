"""Matches -> those that call an actor by a name that is enough on its own."""

import re

from analysis import lists
from analysis.actors.kinds import common_given_names, given_names, of_kind
from analysis.actors.likely import is_memorial
from analysis.actors.matching import Match
from analysis.actors.meanings import Pattern, Patterns
from analysis.actors.namings import JOINED, Article, Naming, has_swallowed, naming
from analysis.actors.patterns import Context
from analysis.actors.personal import is_on, near
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, phrases
from analysis.arabic.phrases import ARTICLE, Words, follows

QUOTES = ('"', "“", "«", "”", "(")
CLOSING = ('"', "”", "»", "“", ")")

LED = ("الذي", "بقياده", "تقوده")  # between a coalition and the state that leads it
ACCUSATIVE = ("\N{ARABIC FATHATAN}ا", "ا\N{ARABIC FATHATAN}")  # «أوكرانيًا» is a man
RARE = 1.0  # per million words: a town known so little may be a surname
MANY = ("الف", "مليون", "مئه", "مليونا")
VOWELS = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}]")
SYRIA = "سوريه"
PLURAL = "ايا"  # «نوايا روسيا» is no accusative


def by_name(article: Article, matches: list[Match]) -> list[Naming]:
    """Return the namings by a full name; of several actors that share it, the first whose context fits."""
    found, named = [], set()
    for match in matches:
        for way in (match, *towns(article, match)):
            actor_id = who(article, way, named) or next_in_list(article, way, found)
            if actor_id and not (found and is_of_town(article, found[-1], way)):
                known = naming(article, way, actor_id, "name", rule_of(article, way))
                found += with_backer(article, known) if way.last > way.first else [known]
                named.add(actor_id)
                break
    return found


def who(article: Article, match: Match, named: set[str]) -> str | None:
    """Return the actor that a match names where its context fits, else None."""
    options = match.patterns.names
    if not options:
        return None
    actor_id = options[0] if len(options) == 1 else called(article, match, options, named)
    if not actor_id or is_surname(article, match, actor_id) or is_of_memorial(article, match, actor_id):
        return None
    return actor_id if len(options) > 1 or fits(article, match, actor_id, named) else None


def next_in_list(article: Article, match: Match, found: list[Naming]) -> str | None:
    """Return the town that «و» joins to one of its land named right before: «بورتسودان والأبيض»."""
    text, before = article.words, found[-1] if found else None
    if before is None or before.last != match.first - 1 or text.folded[match.first][: match.cut] != "و":
        return None
    town = article.names.actors.get(before.actor_id, {})
    if town.get("kind") != "place" or not JOINED.match(text.text[text.ends[before.last] : text.starts[match.first]]):
        return None
    listed = ((option, article.names.actors.get(option, {})) for option in match.patterns.names)
    same = (option for option, row in listed if (row.get("kind"), row.get("country")) == ("place", town["country"]))
    return next(same, None)


def is_of_town(article: Article, town: Naming, match: Match) -> bool:
    """Tell whether a state's name is a demonym behind a town of its own: «مدينة جدة السعودية»."""
    word = article.words.folded[match.first]
    if town.last != match.first - 1 or not near(article.words, town.last) or not word.startswith(ARTICLE):
        return False
    listed = article.names.actors.get(town.actor_id)
    state = article.names.state_words.get(word) if word in article.names.demonyms else None
    if listed is None or state is None:
        return False
    return listed["kind"] == "place" and listed["country"] == article.names.actors[state]["actor"]


def towns(article: Article, match: Match) -> list[Match]:
    """Return the match of the first word alone, where an ambiguous name begins with a town: «بغداد اليوم الأحد»."""
    if match.last == match.first or article.names.ambiguous.isdisjoint(match.patterns.names):
        return []
    word = article.words.folded[match.first][match.cut :]
    town = article.names.places.get(word)
    return [match._replace(last=match.first, patterns=Patterns([Pattern("name", (town,))]))] if town else []


def is_of_memorial(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether a person's name is that of a street, a mosque or the like."""
    return article.names.actors.get(actor_id, {}).get("kind") == "person" and is_memorial(article.words, match.first)


def is_surname(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether a word is rather the rest of another person's name, by a given name before: «حسام الأسد».

    A small town's name is also one behind a verb of saying: «قال شيبوك».
    """
    text, i = article.words.folded, match.first
    if i == 0 or match.last > i or match.cut or not near(article.words, i - 1):
        return False
    before, kind = text[i - 1], article.names.actors[actor_id]["kind"]
    named = before in given_names() and before not in common_given_names() and not is_on(article.words, i - 1)
    if kind == "person":
        return named and text[i].startswith(ARTICLE)
    small = kind == "place" and actor_id not in article.names.capitals and frequency.of(text[i]) <= RARE
    return small and (named or before in verbs())


def called(article: Article, match: Match, options: list[str], named: set[str]) -> str | None:
    """Return which of the actors called alike a match names: the first whose context fits."""
    printed = as_printed(article, match, options)
    for actor_id in printed or likeliest(article, match, options):
        if is_told(article, match, actor_id, named):
            return None
        if printed or fits(article, match, actor_id, named):
            return actor_id
    return None


def as_printed(article: Article, match: Match, options: list[str]) -> list[str]:
    """Return which actors a name printed with its vowels calls: عُمان, not عمّان; none where it has none."""
    start = phrases.start_behind(article.words, match.first, match.cut)
    printed = article.words.text[start : article.words.ends[match.last]]
    if not VOWELS.search(printed):
        return []
    return [option for option in options if printed in lists.parts(article.names.actors[option]["spellings"])]


def likeliest(article: Article, match: Match, options: list[str]) -> list[str]:
    """Return the actors called alike, those first of whose words the article has more."""
    name = spelling(article, match)
    return sorted(options, key=lambda option: -support(article, name, option))


def support(article: Article, name: str, actor_id: str) -> int:
    """Return how many distinct words of the article support one of the actors that are called alike."""
    need = article.names.contexts.get((name, actor_id))
    return len(need.article & article.vocabulary) if need and need.article else 0


def is_told(article: Article, match: Match, actor_id: str, named: set[str]) -> bool:
    """Tell whether a bare word goes on with an actor named before: «التحالف» behind «التحالف العربي» is no other."""
    need = article.names.contexts.get((spelling(article, match), actor_id))
    return need is not None and need.first and actor_id in named


def spelling(article: Article, match: Match) -> str:
    """Return the folded words of a match without proclitics."""
    return " ".join(article.words.folded[match.first : match.last + 1])[match.cut :]


def with_backer(article: Article, known: Naming) -> list[Naming]:
    """Return a naming; of a group with the state it is loyal to or led by, both: «الميليشيات الموالية لإيران»."""
    word = article.words.folded[known.last]
    led = [i for i in range(known.first + 1, known.last) if article.words.folded[i] in LED]
    if led and word in article.names.state_words:
        state = article.names.state_words[word]
        leader = known._replace(first=known.last, cut=0, actor_id=state, title=article.names.actors[state]["actor"])
        return [known._replace(last=led[0] - 1), leader]
    state = article.names.state_words.get(word[1:]) if word[0] == "ل" else None
    if not state or article.names.actors[known.actor_id]["kind"] != "armed group":
        return [known]
    backer = known._replace(first=known.last, cut=1, actor_id=state, title=article.names.actors[state]["actor"])
    return [known._replace(last=known.last - 1), backer]


def rule_of(article: Article, match: Match) -> str:
    """Return how a name was found; it says when «لل» has swallowed the name's alef (للعراق)."""
    if not match.cut:
        return "name"
    return "name behind لل" if has_swallowed(article, match.first, match.cut) else "name + proclitic"


def fits(article: Article, match: Match, actor_id: str, named: set[str]) -> bool:
    """Tell whether a spelling stands in the context that ambiguous.csv asks for, and is no adjective."""
    if actor_id in article.names.ambiguous:
        name, contexts = spelling(article, match), article.names.contexts
        need = contexts.get((name, actor_id)) or contexts.get(("ا" + name, actor_id))
        if need is not None and not is_met(article, match, need, actor_id in named):
            return False
    return match.last > match.first or match.cut > 0 or not is_adjective(article, match.first)


def is_met(article: Article, match: Match, need: Context, named_before: bool) -> bool:
    """Tell whether the words around a match meet what an ambiguous spelling needs."""
    text = article.words
    after = text.folded[match.last + 1] if match.last + 1 < len(text.folded) else ""
    if after in need.unless or (need.first and named_before):
        return False
    before = text.folded[max(0, match.first - 2) : match.first] if follows(text, match.first - 1) else []
    before += [word[1:] for word in before]
    if not need.asks or after in need.after or not need.before.isdisjoint(before):
        return True
    quoted = need.quoted and is_quoted(text, match.first) and (not need.whole or is_ended(text, match.last))
    return quoted or not need.article.isdisjoint(article.vocabulary)


def is_quoted(text: Words, i: int) -> bool:
    """Tell whether a quotation mark stands before word i."""
    start = text.starts[i]
    return start > 0 and text.text[start - 1] in QUOTES


def is_ended(text: Words, i: int) -> bool:
    """Tell whether a quotation mark stands behind word i."""
    return text.text[text.ends[i] : text.ends[i] + 2].lstrip().startswith(CLOSING)


def is_adjective(article: Article, i: int) -> bool:
    """Tell whether a state's name is a demonym here: «عسكريا أوكرانيا»، «طائرة حربية سورية»."""
    text, word = article.words.folded, article.words.folded[i]
    if i == 0 or word not in article.names.state_words:
        return False
    before = text[i - 1]
    if before.isdigit() and word in article.names.demonyms:  # «26 تركيا»
        return True
    if article.words.text.endswith(ACCUSATIVE, 0, article.words.ends[i]) or is_masculine(word, before, article):
        return True
    if word not in article.names.demonyms:
        return False
    gap = article.words.text[article.words.ends[i - 1] : article.words.starts[i]]
    return is_definite(before, gap) if word.startswith("ال") else gap == " " and is_indefinite(article, before, word)


def is_definite(before: str, gap: str) -> bool:
    """Tell whether a noun with the article, or a name in quotation marks, stands before a demonym with the article."""
    if len(gap) == 2 and gap.endswith(" ") and gap[0] in CLOSING:
        return True  # شركة «جسور» السعودية
    return gap == " " and before.startswith("ال") and before.endswith(("ه", "ات", "يين"))


def is_indefinite(article: Article, before: str, word: str) -> bool:
    """Tell whether a noun without the article, to which a demonym belongs, stands before it (دبابات تركية)."""
    if before in article.names.function_words or (before.endswith("ا") and article.names.readings[before]):
        return False  # «دعا أوباما روسيا إلى …»
    if before in of_kind("takes_state"):
        return False  # «داعيا تركيا إلى رد متكافئ»
    plural = before.endswith("ات") or before in of_kind("syrian")  # «وسائل إعلام سورية»
    if word.endswith("يه") and (word != SYRIA or plural):  # the states are rarely written so
        return before not in of_kind("half")
    if before.startswith("ال") or before in article.names.place_words:
        return False
    noun = frequency.of(before) < 400 and len(before) > 3
    ending = before.endswith("ا") and not before.endswith(PLURAL) if word.endswith("ا") else before.endswith("ه")
    return noun and ending and not before.endswith(("ها", "نا", "هما"))


def is_masculine(word: str, before: str, article: Article) -> bool:
    """Tell whether a state's name is the demonym of a man: «عسكري مالي», «ألف بوروندي»."""
    if word not in article.names.demonyms or not word.endswith("ي"):  # not كيغالي
        return False
    if before in article.names.function_words or before in article.names.place_words:
        return False
    return (before.endswith("ي") and len(before) > 3) or before in MANY or before.isdigit()
