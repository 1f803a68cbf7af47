"""Matches -> institutions of states: القوات الأميركية، حكومة العراق; وزارة الدفاع where the article leaves one."""

from analysis import lists
from analysis.actors.kinds import of_kind
from analysis.actors.matching import Match
from analysis.actors.meanings import Pattern, Patterns
from analysis.actors.namings import Article, Naming
from analysis.actors.patterns import Names
from analysis.actors.speech_verbs import verbs

ALONE = ("factions",)  # institutions that need neither a demonym nor a second word: الميليشيات، جماعات مسلحة
FORCES = (
    "security-forces",
    "police",
    "gendarmerie",
    "army",
    "air-force",
    "navy",
    "defence-ministry",
    "interior-ministry",
)
CIVIL = ("health-ministry", "education-ministry", "justice-ministry", "information-ministry")  # of the land told of
MEN = "رجال"
BRANCHES = {"الخاصه": "special-forces", "الجويه": "air-force", "البحريه": "navy", "البريه": "army"}
SPEAKS, NAMES = "-spokesperson", ("باسم", "بلسان")  # an office, and the words before whom it speaks for
MISSIONS = ("embassy", "consulate")  # institutions that a state has in many cities
ARTICLED = ("United ", "Netherlands", "Philippines", "Maldives", "Central African", "Democratic Republic", "Czech Rep")
SEAT = 4  # words behind a mission in which its seat stands: «السفارة السعودية في العاصمة الأردنية عمان»
SEATED = ("parliament", "upper-house", "lower-house", "presidency", "supreme-court", "central-bank")  # in the capital
ENOUGH = 3  # words that speak of a state, before the article can be said to be about it
REGIME, SYRIA = " النظام", "syria"
OPPOSING = "معارضه"
REACH = 120  # words back in which the state spoken of last is looked for


def by_institution(article: Article, matches: list[Match]) -> list[Naming]:
    """Return the institutions with a state beside them, and those of two words whose state the text leaves clear."""
    found: list[Naming] = []
    for match in matches:
        match = spoken_for(article, match) or match
        if not match.patterns.heads:
            continue
        head = match.patterns.heads[0]
        if is_counted(article, match) or is_topic(article, match, head) or is_office(article, match):
            continue
        state = match.state or state_from_context(article, match, head, matches)
        branch = branch_behind(article, match, head)
        title = institution_title(article.names, branch or head.ids[0], state) if state else None
        match = match._replace(last=match.last + 1) if title and branch else match
        if title and head.ids[0] in MISSIONS:
            title = f"{title}{seat(article, match, matches)}"
            title = next((known.title for known in found if known.title.startswith(f"{title}, ")), title)
            title = title if ", " in title else f"{title}{seat_of_article(article, state)}"
        if title and not (match.state is None and is_known(article, match, head)):
            rule = "institution + state" if match.state else "institution, state from the context"
            found.append(Naming(match.first, match.last, match.cut, lists.slug(title), title, "group", rule, state))
    return found


def spoken_for(article: Article, match: Match) -> Match | None:
    """Return the institution for which somebody speaks who may have no name: «المتحدث باسم الخارجية الصينية»."""
    offices = match.patterns.offices if match.state else ()
    office = next((p.ids[0].removesuffix(SPEAKS) for p in offices if p.ids[0].endswith(SPEAKS)), None)
    words = article.words.folded[match.first : match.last]
    names = next((n for n, word in enumerate(words, match.first + 1) if word in NAMES), None)
    if names is None or office not in article.names.institutions:
        return None
    return match._replace(first=names, cut=0, patterns=Patterns([Pattern("head", (office,))]))


def branch_behind(article: Article, match: Match, head: Pattern) -> str | None:
    """Return the branch that an adjective behind its demonym makes of the forces: «القوات الأميركية الخاصة»."""
    words, after = article.words.folded, match.last + 1
    plain = head.ids[0] == "armed-forces" and match.state and words[match.first][match.cut :] == "القوات"
    return BRANCHES.get("".join(words[after : after + 1])) if plain and match.last == match.first + 1 else None


def is_counted(article: Article, match: Match) -> bool:
    """Tell whether men of an institution are some of them: «ثمانية من رجال الشرطة»."""
    words, i = article.words.folded, match.first
    return i > 0 and words[i - 1] == "من" and words[i] == MEN


def is_topic(article: Article, match: Match, head: Pattern) -> bool:
    """Tell whether a ministry called by its field alone is rather the field: «صناعة الدفاع التركية».

    It is the ministry behind a verb of saying, with a feminine demonym: «أعلنت الدفاع الروسية».
    """
    words, i = article.words.folded, match.first
    if words[i][match.cut :] == OPPOSING and match.last == i + 1 and words[i + 1] not in article.names.demonyms:
        return True  # «رغم معارضة واشنطن»: it opposes
    if words[i][match.cut :] not in of_kind("ministry_field") or (match.last == i and not head.definite):
        return False
    return match.last != i + 1 or not words[i + 1].endswith("ه") or not i or words[i - 1] not in verbs()


def is_office(article: Article, match: Match) -> bool:
    """Tell whether a presidency is what somebody wins or holds: «يفوز برئاسة تشيلي», «انتخابات رئاسة …»."""
    words, i = article.words.folded, match.first
    if words[i][match.cut :] != "رئاسه":
        return False
    return match.cut > 0 or (i > 0 and words[i - 1] in of_kind("not_the_office"))


def seat(article: Article, match: Match, matches: list[Match]) -> str:
    """Return the city of a mission as the end of its title: «السفارة السعودية في الأردن» is the one in Amman."""
    words, i = article.words.folded, match.last + 1
    if words[i : i + 1] not in (["في"], ["لدي"]) and not "".join(words[i : i + 1]).startswith("ب"):
        return ""
    for other in matches:
        if i <= other.first <= match.last + SEAT and other.patterns.names:
            named = other.patterns.names
            host_id = next((name for name in named if name in article.names.capitals), named[0])
            host = article.names.actors[host_id]  # of «طرابلس» the one where embassies are
            city = article.names.countries.get(host["actor"], {}).get("capital") if host["kind"] == "state" else None
            where = city or host["actor"] if city or host["kind"] == "place" else None
            return f", {where.removesuffix(', ' + host['country'])}" if where else ""
    return ""


def seat_of_article(article: Article, owner: str) -> str:
    """Return the capital of the other state that an article speaks of most, as the end of a mission's title."""
    hosts = ((state, n) for state, n in article.spoken.most_common(2) if state != owner)
    host, n = next(hosts, (None, 0))
    country = article.names.actors[host]["actor"] if n >= ENOUGH else None
    capital = article.names.countries.get(country, {}).get("capital")
    return f", {capital.removesuffix(f', {country}')}" if capital else ""  # «Tripoli, Libya»


def is_known(article: Article, match: Match, head: Pattern) -> bool:
    """Tell whether one bare word is a common noun: indefinite «فصائل», or «الميليشيات» told of before."""
    word = article.words.folded[match.first][match.cut :]
    if head.ids[0] not in ALONE or match.last > match.first:
        return False
    return not word.startswith("ال") or word in article.words.folded[: match.first]


def state_from_context(article: Article, match: Match, head: Pattern, matches: list[Match]) -> str | None:
    """Return the state of an institution without demonym: one of two words, or of a kind that stands alone."""
    if head.ids[0] in ALONE:
        return main_state(article, match.first)
    phrase = " ".join(article.words.folded[match.first : match.last + 1])[match.cut :]
    if match.last == match.first or not head.definite or phrase in of_kind("not_alone"):
        return None
    if phrase.endswith(REGIME) and tells_of_syria(article, matches):
        return SYRIA
    state = state_in_brackets(article, match, matches) or state_behind(article, match, head)
    state = state or same_before(match, head, matches)
    state = state or (None if head.ids[0] in CIVIL and has_another(article) else only_state(article))
    return state or (leading_state(article, match.first) if head.ids[0] in FORCES else None)


def tells_of_syria(article: Article, matches: list[Match]) -> bool:
    """Tell whether an article names Syria or a place in it, whose forces «قوات النظام» so are."""
    named = (article.names.actors[name] for match in matches for name in match.patterns.names)
    return SYRIA in article.spoken or any(lists.slug(actor["country"] or "") == SYRIA for actor in named)


def state_behind(article: Article, match: Match, head: Pattern) -> str | None:
    """Return the state in which an institution is said to be: «أحزاب المعارضة في تركيا», «مجلس الشيوخ في واشنطن»."""
    words, after = article.words.folded, match.last + 2
    if words[match.last + 1 : after] != ["في"]:
        return None
    found = (article.names.places.get(" ".join(words[after : after + n])) for n in (2, 1))
    place = next(filter(None, found), None)
    seated = head.ids[0] in SEATED or head.ids[0].endswith("-ministry")
    # «المعارضة في القاهرة» may be that of another state.
    return article.names.capitals.get(place, place) if seated or place not in article.names.capitals else None


def state_in_brackets(article: Article, match: Match, matches: list[Match]) -> str | None:
    """Return the state of the body that brackets behind an institution name: «وزارة الدفاع (البنتاغون)»."""
    behind = next((m for m in matches if m.first == match.last + 1 and m.patterns.names), None)
    words = article.words
    if behind is None or "(" not in words.text[words.ends[match.last] : words.starts[behind.first]]:
        return None
    body = article.names.actors[behind.patterns.names[0]]
    state = lists.slug(body["country"] or "")
    return state if body["kind"] == "organisation" and state in article.names.actors else None


def same_before(match: Match, head: Pattern, matches: list[Match]) -> str | None:
    """Return the state with which the article named this institution, or its minister, before."""
    wanted = {head.ids[0], head.ids[0].replace("-ministry", "-minister")}
    states = [
        other.state
        for other in matches
        if other.first < match.first and other.state and any(pattern.ids[0] in wanted for pattern in other.patterns)
    ]
    return states[-1] if states else None


def only_state(article: Article) -> str | None:
    """Return the state that at least half of the names and demonyms of states in the article speak of."""
    (state, n), *_ = article.spoken.most_common(1) or [(None, 0)]
    return state if n >= ENOUGH and n * 2 >= article.spoken.total() else None


def has_another(article: Article) -> bool:
    """Tell whether an article speaks of a second state too: the ministry that counts the dead is not the attacker's."""
    return len(article.spoken) > 1 and article.spoken.most_common(2)[1][1] >= ENOUGH


def leading_state(article: Article, i: int) -> str | None:
    """Return the state that an article speaks of most, where it is also the one spoken of last before a word."""
    (state, n), *others = article.spoken.most_common(2) or [(None, 0)]
    leads = n >= ENOUGH and (not others or n > others[0][1])
    return state if leads and state_before(article, i) == state else None


def main_state(article: Article, i: int) -> str | None:
    """Return the state that the article speaks of above all, else the one spoken of last before a word."""
    return only_state(article) or state_before(article, i)


def state_before(article: Article, i: int) -> str | None:
    """Return the state of the nearest demonym or name of a state before a word."""
    return next((state for j, state in reversed(article.states) if i - REACH < j < i), None)


def institution_title(names: Names, institution: str, state: str) -> str | None:
    """Return the English title of an institution of a state: its own, or made by the template."""
    country = names.actors[state]["actor"]
    own = names.titles.get((institution, country))
    template = names.institutions[institution]["title"]
    if own or institution in ALONE or not template or country not in names.countries:
        return own
    with_article = f"the {country}" if country.startswith(ARTICLED) else country
    return template.format(**{**names.countries[country], "of_actor": f"of {with_article}"})
