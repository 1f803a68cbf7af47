"""Matches -> holders of offices on the article's day: رئيس الوزراء العراقي، نظيره الأميركي، الرئيس السابق."""

from analysis.actors.by_institution import main_state, same_before
from analysis.actors.candidates import COUNTERPART
from analysis.actors.kinds import of_kind
from analysis.actors.matching import Match
from analysis.actors.meanings import Pattern
from analysis.actors.namings import Article, Naming, bare, is_joined, naming, terms_on
from analysis.actors.personal import is_part_of_names, near
from analysis.actors.titles_beside import end_of_name
from analysis.arabic.phrases import candidates

RANK = 5  # words of rank between an office and the name of its holder at most
CHAIN = 12  # words from a name over its titles to the last of them at most
THEN = ["في", "ذلك"]  # «رئيس الوزراء في ذلك الحين» is not who holds the office now


def by_office(article: Article, matches: list[Match], named: list[Naming]) -> list[Naming]:
    """Return the holders of the offices that the article speaks of; `named` are those it calls by name."""
    found: list[Naming] = []
    for match in matches:
        if not match.patterns.offices:
            continue
        text, after = article.words.folded, match.last + 1
        follows = text[after] if after < len(text) else ""
        then = follows in of_kind("not_yet") or text[after : after + 2] == THEN
        if then or (match.first and bare(text[match.first - 1]) in of_kind("not_the_office")):
            continue
        if follows in of_kind("former"):
            known = former(article, match._replace(last=after), named)
        else:
            known = special(article, match, named) or general(article, match, matches, [*named, *found])
        if known:
            found.append(known)
    return found


def special(article: Article, match: Match, named: list[Naming]) -> Naming | None:
    """Return the holder of an office that is complete in itself: رئيس البنتاغون, قائد الحرس الثوري.

    Of several offices called alike (المبعوث الأممي) it is the one whose holder or whose state the article speaks of.
    """
    offices = [pattern.ids for pattern in match.patterns if pattern.what == "holder"]
    offices += [(pattern.ids[0], "") for pattern in match.patterns if (pattern.ids[0], "") in article.names.terms]
    able = [known for known in named if any(holds(article, known.actor_id, office) for office, _ in offices)]
    told = told_so(article, match, able) if able else None
    holders = {
        holder: office
        for office in offices
        if (holder := told or holder_on(article, *office, named)) in article.names.actors
    }
    present = [known.actor_id for known in named if known.actor_id in holders]
    scene = main_state(article, match.first) if len(holders) > 1 and not present else None
    there = [holder for holder, (office, _) in holders.items() if scene and is_of(office, scene)]
    holder = next(iter([*present, *there, *(holders if len(holders) == 1 else ())]), None)
    if holder is None:
        return None
    return naming(article, match._replace(state=holders[holder][1] or None), holder, "role", "name of an office")


def is_of(office: str, state: str) -> bool:
    """Tell whether an office is called by a state: us-ambassador-iraq, niger-junta-head."""
    return office.endswith(f"-{state}") or office.startswith(f"{state}-")


def general(article: Article, match: Match, matches: list[Match], named: list[Naming]) -> Naming | None:
    """Return the holder of an office with its state beside it, or of one whose state the article leaves clear."""
    for pattern in match.patterns:
        if pattern.what != "office" or not (match.state or match.last > match.first):
            continue
        if not match.state and (not pattern.definite or is_of_another(article, match)):  # «رئيس جمهورية قره باغ»
            continue
        if match.state:
            holder, rule = holder_on(article, pattern.ids[0], match.state, named), "office + state"
        else:
            holder, rule = from_context(article, pattern, match, (matches, named)), "office, holder from the context"
        if holder in article.names.actors:
            return naming(article, match, holder, "role", rule)
    return None


def is_of_another(article: Article, match: Match) -> bool:
    """Tell whether an office is one in a land or a government behind it: «وزير الاقتصاد في حكومة الحوثيين»."""
    behind = article.words.folded[match.last + 1 : match.last + 3]
    return len(behind) == 2 and behind[0] == "في" and behind[1] in of_kind("has_offices")


def holder_on(article: Article, office: str, state: str, named: list[Naming]) -> str | None:
    """Return who holds an office on the article's day; of several, one whom the article names.

    Of an article without a day it is whom the article names, else who holds the office to this day.
    """
    terms = terms_on(article.names.terms.get((office, state), []), article.iso)
    holders = [term["holder_id"] for term in terms]
    present = {known.actor_id for known in named}
    latest = [term["holder_id"] for term in terms if not term["to"]] or holders
    return next((holder for holder in holders if holder in present), latest[-1] if latest else None)


def from_context(
    article: Article, pattern: Pattern, match: Match, context: tuple[list[Match], list[Naming]]
) -> str | None:
    """Return the holder in the state of the office it is joined to, else the last one named, else by the state."""
    matches, named = context
    office = pattern.ids[0]
    joined = state_behind(match, matches) or state_joined(article, match, named)
    if joined:
        return holder_on(article, office, joined, named)
    before = [known for known in named if known.first < match.first and holds(article, known.actor_id, office)]
    if before:
        apart = article.iso is None and match.first - max(before).last > CHAIN
        told = told_so(article, match, before) if apart else None  # without a day, all who ever held it are meant
        return told or max(before).actor_id
    state = same_before(match, pattern, matches) or main_state(article, match.first)
    return holder_on(article, office, state, named) if state else None


def told_so(article: Article, match: Match, named: list[Naming]) -> str | None:
    """Return who of those named has the office right before or behind the name, as the article tells who holds it."""
    words = article.words.folded
    office = [words[match.first][match.cut :], *words[match.first + 1 : match.last + 1]]
    told = [known for known in named if known.via == "name" and is_beside(article, known, office)]
    before = max((known for known in told if known.first < match.first), default=None)
    return (before or told[0]).actor_id if told else None


def is_beside(article: Article, known: Naming, office: list[str]) -> bool:
    """Tell whether the words of an office stand behind a name, or before it over words of rank (صاحب السمو الملكي)."""
    words, n = article.words.folded, len(office)
    behind = end_of_name(article, known.last) + 1
    ends = range(known.first, max(n - 1, known.first - RANK - 1), -1)
    return words[behind : behind + n] == office or any(
        words[i - n : i] == office and all(near(article.words, j) for j in range(i - 1, known.first - 1)) for i in ends
    )


def state_behind(match: Match, matches: list[Match]) -> str | None:
    """Return the state of the office right behind: «رئيس مجلس الوزراء وزير الخارجية القطري»."""
    return next((other.state for other in matches if other.first == match.last + 1 and other.patterns.offices), None)


def holds(article: Article, actor_id: str, office: str) -> bool:
    """Tell whether somebody holds an office, in whatever state, on the article's day."""
    own = article.names.offices_of.get(actor_id)
    return bool(own) and any(term["office"] == office for term in terms_on(own, article.iso))


def state_joined(article: Article, match: Match, named: list[Naming]) -> str | None:
    """Return the state of the role that an office is joined to by «و»: رئيس الوزراء ووزير الدفاع."""
    if not is_joined(article.words.folded[match.first]):
        return None
    before = next((known for known in named if known.last == match.first - 1 and known.via == "role"), None)
    country = article.names.actors[before.actor_id]["country"] if before else None
    return article.names.states.get(country) if country else None


def former(article: Article, match: Match, named: list[Naming]) -> Naming | None:
    """Return the last holder before the present one, or the former one whom the article names."""
    present = {known.actor_id for known in named}
    for pattern in match.patterns:
        if pattern.what == "office":
            terms = (
                article.names.terms.get((pattern.ids[0], match.state))
                if match.state
                else article.names.terms_of.get(pattern.ids[0])
            )
            past = past_holders(terms or [], article.iso)
            latest = past[0] if past and match.state and is_untold(article, match) else None
            holder = next((holder for holder in past if holder in present), latest)
            if holder in article.names.actors:
                return naming(article, match, holder, "role", "former office")
    return None


def is_untold(article: Article, match: Match) -> bool:
    """Tell whether nothing but the office says who is meant: no name behind it, and not «الأسبق»."""
    text, after = article.words, match.last + 1
    named = after < len(text.folded) and near(text, match.last) and is_part_of_names(text.folded[after])
    return not named and text.folded[match.last] != "الاسبق"


def past_holders(terms: list[dict], iso: str | None) -> list[str]:
    """Return who held an office before a day and holds it no more, the latest first."""
    if iso is None:
        return []
    now = {term["holder_id"] for term in terms_on(terms, iso)}
    ended = sorted((term for term in terms if term["to"] and term["to"] < iso), key=lambda term: term["to"])
    return [term["holder_id"] for term in reversed(ended) if term["holder_id"] not in now]


def by_counterpart(article: Article, named: list[Naming]) -> list[Naming]:
    """Return the holders behind «نظيره العراقي»: the same office as the person before, in that state."""
    text, found = article.words.folded, []
    for i in candidates(article.words, COUNTERPART):
        state = article.names.demonyms.get(text[i + 1]) if i + 1 < len(text) else None
        holder = counterpart(article, state, [known for known in named if known.last < i]) if state else None
        if holder:
            cut = 0 if text[i][0] == "ن" else 1
            title = article.names.actors[holder]["actor"]
            found.append(Naming(i, i + 1, cut, holder, title, "role", "counterpart", state))
    return found


def counterpart(article: Article, state: str, before: list[Naming]) -> str | None:
    """Return who holds in a state the office of the last person named before."""
    for known in reversed(before):
        for term in terms_on(article.names.offices_of.get(known.actor_id, []), article.iso):
            holder = holder_on(article, term["office"], state, [])
            if holder in article.names.actors and holder != known.actor_id:
                return holder
    return None
