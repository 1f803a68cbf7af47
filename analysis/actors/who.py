"""Matches of an article -> who is meant: names, institutions of a state, holders of an office on a day."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.actors.matching import Match
from analysis.actors.patterns import Names
from analysis.arabic.phrases import ARTICLE, Words, folded, follows

FORMER = (
    "السابق",
    "السابقه",
    "الاسبق",
    "الراحل",
    "المخلوع",
    "المعزول",
    "المنتخب",
    "المستقيل",
    "سابقا",
    "المقبل",
    "القادم",
)
NOT_THE_OFFICE = (
    "نائب",
    "نواب",
    "مساعد",
    "وكيل",
    "نجل",
    "زوجه",
    "شقيق",
    "مرشح",
    "منصب",
    "منصبه",
    "ابن",
    "سلف",
    "خلف",
)
COUNTERPART = ("نظيره", "نظيرته", "نظيرها", "نظيرهم")
ALONE = ("factions",)  # institutions that need neither a demonym nor a second word: الميليشيات، جماعات مسلحة
LONGEST_TITLE = 9  # words between the beginning of a title and the name it belongs to


class Naming(NamedTuple):
    """One naming of an actor: the words, who it is, and why."""

    first: int
    last: int
    cut: int
    actor_id: str
    title: str  # English Wikipedia title
    via: str
    rule: str


class Article(NamedTuple):
    """What the rules look at: the words, the lists, the day, and the namings so far."""

    words: Words
    names: Names
    day: pd.Timestamp


def namings(article: Article, matches: list[Match]) -> list[Naming]:
    """Return who is named where, in text order; titles beside their holder are left out."""
    sure = [naming for match in matches for naming in by_name(article, match)]
    named = [*sure, *(naming for match in matches for naming in by_short_name(article, match, sure))]
    named += by_institution(article, matches)
    named.sort()
    offices = [naming for match in matches for naming in by_office(article, match, named)]
    offices += by_counterpart(article, sorted([*named, *offices]))
    return without_titles(article, without_overlaps(sorted([*named, *offices])))


def naming(article: Article, match: Match, actor_id: str, via_rule: tuple[str, str]) -> Naming:
    """Return a naming of a listed actor."""
    return Naming(match.first, match.last, match.cut, actor_id, article.names.actors[actor_id]["actor"], *via_rule)


def by_name(article: Article, match: Match):
    """Yield the actor whose name this is; of several that share it, the first whose context fits."""
    for pattern in match.patterns:
        actor_id = pattern.ids[0]
        if pattern.what == "name" and fits(article, match, actor_id):
            rule = "name" if not match.cut else "name + proclitic"
            yield naming(article, match, actor_id, ("name", rule))
            return


def fits(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether an ambiguous spelling stands in the context that ambiguous.csv asks for."""
    text = article.words
    spelling = " ".join(text.folded[match.first : match.last + 1])[match.cut :]
    need = article.names.contexts.get((spelling, actor_id)) or article.names.contexts.get(("ا" + spelling, actor_id))
    if need is None:
        return True
    before = text.folded[max(0, match.first - 2) : match.first]
    after = text.folded[match.last + 1 : match.last + 3]
    quoted = need["quoted"] == "yes" and text.text[: text.starts[match.first]].endswith(('"', "“", "«", "”"))
    wanted = {folded(word) for word in lists.parts(need["before"])}
    wanted_after = {folded(word) for word in lists.parts(need["after"])}
    return quoted or any(bare(word) in wanted for word in before) or any(word in wanted_after for word in after[:1])


def bare(word: str) -> str:
    """Return a word without its conjunction or preposition, as far as one letter tells."""
    return word[1:] if len(word) > 4 and word[0] in "وفبل" else word


def by_short_name(article: Article, match: Match, sure: list[Naming]):
    """Yield the actor whose surname or short name this is: one whose full name or title the article gives."""
    options = [pattern.ids[0] for pattern in match.patterns if pattern.what == "short"]
    if not options or any(pattern.what == "name" for pattern in match.patterns):
        return
    named = [known for known in sure if known.actor_id in options]
    before = [known for known in named if known.first < match.first]
    if named:
        yield naming(
            article,
            match,
            (before or named)[-1 if before else 0].actor_id,
            ("name", "short name after the full one"),
        )
        return
    titled = [option for option in options if holds_title(article, match, option)]
    if titled:
        yield naming(article, match, titled[0], ("name", "short name beside a title"))


def holds_title(article: Article, match: Match, actor_id: str) -> bool:
    """Tell whether the words before a short name are an office that this actor holds on the day."""
    before = " ".join(article.words.folded[max(0, match.first - 4) : match.first])
    phrases = [
        phrase
        for term in terms_on(article.names.offices_of.get(actor_id, []), article.day)
        for phrase in phrases_of(term["office"])
    ]
    return any(f" {phrase} " in f" {before} " for phrase in phrases)


@cache
def phrases_of(office: str) -> list[str]:
    """Return the folded phrases of an office."""
    return [
        folded(phrase)
        for row in lists.rows("offices")
        if row["office"] == office
        for phrase in lists.parts(row["phrases"])
    ]


def by_institution(article: Article, matches: list[Match]) -> list[Naming]:
    """Return the institutions of states: with a demonym or state beside them, or two words whose state the text leaves clear."""
    found = []
    for match in matches:
        heads = [pattern for pattern in match.patterns if pattern.what == "head"]
        if not heads:
            continue
        state = match.state or state_from_context(article, match, heads[0])
        title = institution_title(article.names, heads[0].ids[0], state) if state else None
        if title:
            rule = "institution + state" if match.state else "institution, state from the context"
            found.append(Naming(match.first, match.last, match.cut, lists.slug(title), title, "group", rule))
    return found


def state_from_context(article: Article, match: Match, head) -> str | None:
    """Return the state of an institution without demonym: of two words, or one of the kinds that stand for themselves."""
    if head.ids[0] in ALONE or (match.last > match.first and head.definite):
        return state_before(article, match.first)
    return None


def institution_title(names: Names, institution: str, state: str) -> str | None:
    """Return the English title of an institution of a state: its own, or made by the template."""
    row = names.actors[state]
    own = names.titles.get((institution, row["actor"]))
    if institution in ALONE:
        return own
    template = names.institutions[institution]["title"]
    facts = next((fact for fact in lists.rows("countries") if fact["actor"] == row["actor"]), None)
    return own or (template.format(**facts) if template and facts else None)


def state_before(article: Article, i: int) -> str | None:
    """Return the state of the nearest demonym or name of a state before a word."""
    names, text = article.names, article.words.folded
    for j in range(i - 1, max(-1, i - 120), -1):
        word = bare(text[j]) if text[j] not in names.demonyms else text[j]
        if word in names.demonyms:
            return names.demonyms[word]
        node = names.tree.get(word, {})
        state = next((pattern.ids[0] for pattern in node.get("", ()) if pattern.ids[0] in names.states.values()), None)
        if state:
            return state
    return None


def by_office(article: Article, match: Match, named: list[Naming]):
    """Yield the holder of an office, by its country and the day, or by whom the article has named."""
    if another_office(article, match):
        return
    for office, state in [pattern.ids for pattern in match.patterns if pattern.what == "holder"]:
        holder = holder_on(article, office, state, named)
        if holder in article.names.actors:
            yield naming(article, match, holder, ("role", "name of an office"))
            return
    offices = [pattern.ids[0] for pattern in match.patterns if pattern.what == "office"]
    for office in offices:
        if (office, "") in article.names.terms:
            holder, rule = holder_on(article, office, "", named), "special office"
        elif match.state:
            holder, rule = holder_on(article, office, match.state, named), "office + state"
        elif match.last > match.first:
            holder, rule = (
                holder_from_context(article, office, match, named),
                "office, holder from the context",
            )
        else:
            continue
        if holder in article.names.actors:
            yield naming(article, match, holder, ("role", rule))
            return


def another_office(article: Article, match: Match) -> bool:
    """Tell whether the words around an office make it a former or a lesser one (الرئيس السابق، نائب رئيس الوزراء)."""
    text = article.words.folded
    after = text[match.last + 1 : match.last + 2]
    before = text[max(0, match.first - 1) : match.first]
    return any(word in FORMER for word in after) or any(bare(word) in NOT_THE_OFFICE for word in before)


def terms_on(terms: list[dict], day: pd.Timestamp) -> list[dict]:
    """Return the terms of office that a day lies in; all of them when the day is missing."""
    if pd.isna(day):
        return terms
    iso = str(day.date())
    return [term for term in terms if (term["from"] or "0") <= iso and (not term["to"] or iso <= term["to"] + "~")]


def holder_on(article: Article, office: str, state: str, named: list[Naming]) -> str | None:
    """Return who holds an office on the article's day; of several, one whom the article names."""
    terms = terms_on(article.names.terms.get((office, state), []), article.day)
    holders = [term["holder_id"] for term in terms]
    present = {known.actor_id for known in named}
    return next((holder for holder in holders if holder in present), holders[-1] if holders else None)


def holder_from_context(article: Article, office: str, match: Match, named: list[Naming]) -> str | None:
    """Return the last holder of this office named before, else the holder in the state the text spoke of last."""
    holders = {
        term["holder_id"]
        for key, terms in article.names.terms.items()
        if key[0] == office
        for term in terms_on(terms, article.day)
    }
    before = [known for known in named if known.actor_id in holders and known.first < match.first]
    if before:
        return before[-1].actor_id
    state = state_before(article, match.first)
    return holder_on(article, office, state, named) if state else None


def by_counterpart(article: Article, named: list[Naming]) -> list[Naming]:
    """Return the holders behind «نظيره العراقي»: the same office as the person before, in that state."""
    text, found = article.words.folded, []
    for i in range(len(text) - 1):
        if bare(text[i]) in COUNTERPART or text[i] in COUNTERPART:
            state = article.names.demonyms.get(text[i + 1])
            holder = counterpart(article, state, [known for known in named if known.last < i]) if state else None
            if holder:
                cut = 0 if text[i] in COUNTERPART else 1
                found.append(
                    Naming(i, i + 1, cut, holder, article.names.actors[holder]["actor"], "role", "counterpart")
                )
    return found


def counterpart(article: Article, state: str, before: list[Naming]) -> str | None:
    """Return who holds in a state the office of the last person named before."""
    for known in reversed(before):
        for term in terms_on(article.names.offices_of.get(known.actor_id, []), article.day):
            holder = holder_on(article, term["office"], state, [])
            if holder in article.names.actors and holder != known.actor_id:
                return holder
    return None


def without_overlaps(named: list[Naming]) -> list[Naming]:
    """Return the namings, of two that overlap the longer one."""
    kept = []
    for known in sorted(named, key=lambda row: (row.first - row.last, row.first)):
        if all(known.last < other.first or other.last < known.first for other in kept):
            kept.append(known)
    return sorted(kept)


def without_titles(article: Article, named: list[Naming]) -> list[Naming]:
    """Return the namings without those inside the title of the person beside them."""
    persons = {known.first: known for known in named if is_person(article, known) and known.via == "name"}
    inside = {
        other
        for known in persons.values()
        for other in [*title_before(article, known, named), *title_after(article, known, named)]
    }
    return [known for known in named if known not in inside]


def is_person(article: Article, known: Naming) -> bool:
    """Tell whether a naming is of a person in the list."""
    return article.names.actors.get(known.actor_id, {}).get("kind") == "person"


def title_before(article: Article, person: Naming, named: list[Naming]):
    """Yield the namings between the first word of a title and the name that follows it."""
    text, start = article.words, None
    for i in range(person.first - 1, max(-1, person.first - LONGEST_TITLE - 1), -1):
        if not follows(text, i) or any(
            known.first <= i <= known.last and is_person(article, known) and known.via == "name" for known in named
        ):
            break
        if text.folded[i] in titles() or bare(text.folded[i]) in titles():
            start = i
    for known in named:
        if (
            start is not None
            and start <= known.first + (known.last > known.first)
            and known.last < person.first
            and known.last >= start
        ):
            beside = (known.last == person.first - 1 and "context" in known.rule) or known.rule == "counterpart"
            if known.via != "role" or beside or shares_office(article, known, person):
                yield known


def shares_office(article: Article, role: Naming, person: Naming) -> bool:
    """Tell whether a role can be the title of the name behind it: «استقبل رئيس الوزراء العراقي لويد أوستن» names two."""
    return role.actor_id == person.actor_id or not terms_on(
        article.names.offices_of.get(person.actor_id, []), article.day
    )


def title_after(article: Article, person: Naming, named: list[Naming]):
    """Yield the namings in a title behind a name: مارا كارلين مسؤولة الشؤون الدولية في وزارة الدفاع الأمريكية."""
    text, i = article.words, person.last
    if not follows(text, i) or text.folded[i + 1] not in titles():
        return
    limit = i + 1
    while follows(text, limit) and limit < i + LONGEST_TITLE and not text.folded[limit + 1].startswith("و"):
        limit += 1
    for known in named:
        if i < known.first and known.last <= limit and not (is_person(article, known) and known.via == "name"):
            yield known


@cache
def titles() -> frozenset[str]:
    """Return the folded first words of titles that stand beside names."""
    words = {folded(row["title"]).split()[0] for row in lists.rows("titles")}
    return frozenset(words | {word.removeprefix(ARTICLE) for word in words if len(word) > 5})
