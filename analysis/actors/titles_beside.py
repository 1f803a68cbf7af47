"""Namings -> without the titles that stand beside a name: «المتحدث باسم البنتاغون جون كيربي» names one."""

import re
from bisect import bisect_left

from analysis.actors.kinds import of_kind
from analysis.actors.namings import Article, Naming, is_joined, is_title, terms_on, titles
from analysis.actors.personal import Stranger, near
from analysis.actors.speech_verbs import is_end_of_title
from analysis.arabic.phrases import ARTICLE, follows

NO_TITLE = ("علي", "ان", "بان", "انه", "انها", "الي", "مع", "عن")  # «المتحدث باسم الوزارة على رفض مصر»
RELATIVES = ("الذي", "التي", "الذين", "اللذين", "اللذان")  # «قائد القوات الذي اتهمته منظمة العفو الدولية»
LED_BY = ("بقياده", "بزعامه", "برئاسه", "بامره")  # behind a group, before who leads it
# No title goes on over these: «في جدة أمس مع نظيره المصري سامح شكري».
BEFORE_TITLE = frozenset((*LED_BY, "مع", "امس", "اليوم", "هو", "هي"))
ENDS = BEFORE_TITLE | frozenset(RELATIVES)  # «قائده الذي سقط في بنغازي، العقيد سالم الفاخري»
CLOSED = re.compile(r"^(?:[\"»”]?\) ?|[\"»”]? ?\([\"«“]?|[\"»”] )$")
WHOLE = "name of an office"
SPOKESMEN = ("متحدث", "ناطق")
OFFICES = ("الرئيس", "الوزير", "المستشار", "السفير", "المبعوث")  # «الدكتور السويد» is a person
STAFF = ("مكتب", "ديوان")  # «مكتب رئيس الوزراء الهندي ناريندرا مودي» is an office and its holder
SENT = frozenset(("الخاص", "الخاصه", "الشخصي", "الشخصيه", "الممثل", "المبعوث", "المبعوثه", "الممثله"))  # whose envoy
LANDS = frozenset(clitic + word for word in ("دوله", "مملكه", "جمهوريه", "سلطنه") for clitic in "بل")
SHORT = 5  # words before a name in which the bracket stands
LONGEST = 9  # words between the beginning of a title and the name it belongs to


def without_titles(article: Article, named: list[Naming], strangers: list[Stranger]) -> list[Naming]:
    """Return the namings that are not part of a title beside the name of a person, in the list or a stranger."""
    persons, rest = [], []
    for known in named:
        is_name = known.via == "name" and known.actor_id in article.names.persons
        persons += [known] if is_name else []
        rest += [] if is_name and not is_titular(article, known) else [known]
    if not rest:
        return named
    persons += [Naming(*place, "", "", "name", "") for place in strangers]
    taken = {i for person in persons for i in range(person.first, person.last + 1)}
    lasts = [known.last for known in rest]
    inside: set[Naming] = set()
    for person in persons:
        close = rest[bisect_left(lasts, person.first - LONGEST) : bisect_left(lasts, person.first)]
        inside.update(before(article, person, close, taken) if close else ())
        inside.update(behind(article, person, rest, taken))
    return without_chains(article, [known for known in named if known not in inside] if inside else named)


def without_chains(article: Article, named: list[Naming]) -> list[Naming]:
    """Return the namings without a role that goes on with titles: ولي ولي العهد النائب الثاني … وزير الدفاع."""
    return [
        known
        for i, known in enumerate(named)
        if not (i and known.via == "role" and is_chained(article, named[i - 1], known))
    ]


def is_chained(article: Article, before: Naming, role: Naming) -> bool:
    """Tell whether a role is one more title of the actor named before, with nothing but titles between."""
    if before.actor_id != role.actor_id or role.first - before.last > LONGEST:
        return False
    between = article.words.folded[end_of_name(article, before.last) + 1 : role.first]
    if not between:
        return True
    return between[0] in titles() and not any(is_joined(word) or is_end_of_title(word) for word in between)


def end_of_name(article: Article, i: int) -> int:
    """Return the last word of the ancestors that go on behind a name: … بن عبدالعزيز آل سعود."""
    text = article.words
    while i + 2 < len(text.folded) and text.folded[i + 1] in ("بن", "ال") and near(text, i) and near(text, i + 1):
        i += 2
    return i


def is_titular(article: Article, known: Naming) -> bool:
    """Tell whether a spelling of a person is a title: زعيم التيار الصدري, المخلوع."""
    word = article.words.folded[known.first][known.cut :]
    if known.last == known.first:
        return word in of_kind("former")
    return word in titles() or word[1:] in titles()


def before(article: Article, person: Naming, near: list[Naming], taken: set[int]):
    """Yield which of the namings near before a name stand between the first word of its title and the name."""
    start = title_start(article, person, taken)
    walls = (known.first for known in near if is_land_apart(article, known))
    start = None if start is not None and start <= max(walls, default=-1) else start
    for known in near:
        inside = (
            start is not None
            and start <= known.first + (known.last > known.first)
            and start <= known.last < person.first
        )
        inside = inside and article.words.folded[known.first][known.cut :] not in STAFF
        again = known.actor_id == person.actor_id and known.last == person.first - 1
        own = known.via != "role" or known.rule == "counterpart" or is_sender(article, known)
        if again or (inside and (own or is_title_of(article, known, person))):
            yield known


def is_sender(article: Article, role: Naming) -> bool:
    """Tell whether an office only says whose envoy somebody is (الممثل الخاص للأمين العام للأمم المتحدة …)."""
    text = article.words.folded
    led = text[role.first][: role.cut].endswith("ل") and role.first > 0
    return led and text[role.first - 1] in SENT and near(article.words, role.first - 1)


def is_land_apart(article: Article, known: Naming) -> bool:
    """Tell whether a land stands behind a title that ended (دعا الوزير الألماني روسيا إلى الإفراج عن نافالني)."""
    text, listed = article.words, article.names.actors.get(known.actor_id)
    if known.cut or known.first == 0 or listed is None or listed["kind"] not in ("state", "place"):
        return False
    before = text.folded[known.first - 1]
    return follows(text, known.first - 1) and (before in article.names.demonyms or before in OFFICES)


def title_start(article: Article, person: Naming, taken: set[int]) -> int | None:
    """Return the word with which the title before a name begins."""
    text, start = article.words, None
    if text.folded[person.first][: person.cut].endswith(("ب", "ل", "ك", "و")):
        return None  # «مساعدة إيران للأسد»، «رئيس الوزراء يزور بغداد وترامب يهدد»
    for i in range(person.first - 1, max(-1, person.first - LONGEST - 1), -1):
        joined = follows(text, i) or is_apposition(article, person, i) or is_bracketed(article, person, i)
        if not joined or i in taken or text.folded[i] in ENDS or is_end_of_title(text.folded[i]):
            break
        if is_title(text.folded[i]):
            if start is not None and text.folded[i + 1] == "في" and not is_definite(text.folded[i]):
                break  # «اتهم قيادي في حركة حماس الرئيس محمود عباس»
            start = i
            if text.folded[i] not in titles() and is_joined(text.folded[i]):
                break
        elif is_joined(text.folded[i]) and not is_joined_title(text.folded[i]):
            break
    return start


def is_definite(word: str) -> bool:
    """Tell whether a word has the article, also behind «و»."""
    return word.removeprefix("و").startswith(ARTICLE)


def is_joined_title(word: str) -> bool:
    """Tell whether «و» joins a noun with the article to a title, and no verb that only begins like it (والتقى)."""
    return word.startswith("وال") and word[1:] not in of_kind("al_verb")


def is_apposition(article: Article, person: Naming, i: int) -> bool:
    """Tell whether a comma between title and name is one of two: «قال عمدة خاركيف، أوليه سينغوبوف، إن»."""
    text = article.words
    gap = text.text[text.ends[i] : text.starts[i + 1]]
    behind = text.text[text.ends[person.last] : text.ends[person.last] + 2].strip()
    beside = all(is_title(word) for word in text.folded[i + 1 : person.first])  # «…، السفير أحمد أبو زيد، إن»
    return beside and gap.strip() == "،" and behind[:1] in ("،", ".", "")


def is_bracketed(article: Article, person: Naming, i: int) -> bool:
    """Tell whether a bracket with an abbreviation opens or ends here: «قائد «حركة الشباب» (الشباب) أحمد ديري»."""
    text = article.words
    close = CLOSED.match(text.text[text.ends[i] : text.starts[i + 1]])
    return bool(close) and person.first - i <= SHORT


def is_title_of(article: Article, role: Naming, person: Naming) -> bool:
    """Tell whether a role is the title of the name behind it: «استقبل رئيس الوزراء العراقي لويد أوستن» has two."""
    if role.actor_id == person.actor_id or not person.actor_id:
        return True
    terms = terms_on(article.names.offices_of.get(person.actor_id, []), article.iso)
    home, land = (article.names.states.get(article.names.actors[known.actor_id]["country"]) for known in (person, role))
    land = land if role.rule == WHOLE else role.state  # «وزير الأمن الإسرائيلي» names its state in itself
    if is_honoured(article, role, person):
        return True
    if land and home and land != home:
        return False  # «التقى وزير الخارجية السعودي عباس عراقجي»
    speaks = article.words.folded[role.first][role.cut :].removeprefix(ARTICLE) in SPOKESMEN
    if speaks and role.last == person.first - 1:
        return True  # «المتحدث باسم الحوثيين يحيى سريع»
    return not terms or (role.last == person.first - 1 and ("context" in role.rule or land == home))


def is_honoured(article: Article, role: Naming, person: Naming) -> bool:
    """Tell whether nothing but an honorific parts a person from the office of his that names no state.

    «وزير الصحة الأستاذ باسل العود» is the minister of his own state, whatever state the news are of.
    """
    between = article.words.folded[role.last + 1 : person.first]
    if "context" not in role.rule or not between or not is_title(between[-1]):
        return False
    if between[0] in LANDS:
        return True  # «وزير المالية بدولة الكويت الدكتور أنس الصالح»
    held, own = (
        {term["office"] for term in terms_on(article.names.offices_of.get(known.actor_id, []), article.iso)}
        for known in (role, person)
    )
    return all(map(is_title, between)) and not held.isdisjoint(own)


def behind(article: Article, person: Naming, named: list[Naming], taken: set[int]):
    """Yield the namings in a title behind a name: مارا كارلين مسؤولة الشؤون الدولية في وزارة الدفاع الأمريكية.

    The name of another ends the title (التقى فؤاد حسين نظيره الأردني أيمن الصفدي في بغداد); `taken` are words of names.
    """
    text, i = article.words, end_of_name(article, person.last)
    if i + 1 >= len(text.folded) or text.folded[i + 1] not in titles() or not opens_title(article, i):
        return
    limit = i + 1
    while (
        follows(text, limit)
        and limit < i + LONGEST
        and limit + 1 not in taken
        and not is_joined(text.folded[limit + 1])
        and not is_end_of_title(text.folded[limit + 1])
        and text.folded[limit + 1] not in (*NO_TITLE, *RELATIVES)
    ):
        limit += 1
    ended = None  # the demonym with which the title ends: «البرهان قائد الجيش السوداني قوات الدعم السريع» are two
    for known in named:
        if i < known.first and known.last <= limit:
            met = names_another(article, known, person)  # «التقى لافروف نظيره الإيراني في موسكو»
            if met or is_told_to(article, known) or (known.first - 1 == ended and not known.cut):
                return
            yield known
            ended = known.last if text.folded[known.last] in article.names.demonyms else ended


def is_told_to(article: Article, known: Naming) -> bool:
    """Tell whether a medium is who is spoken to: «عبد الرزاق القيادي في الجيش الوطني لوكالة رويترز إن»."""
    led = article.words.folded[known.first][: known.cut].endswith("ل")
    return led and article.names.actors.get(known.actor_id, {}).get("kind") == "media"


def names_another(article: Article, role: Naming, person: Naming) -> bool:
    """Tell whether a role behind a name is somebody else's: «التقى بايدن رئيس الوزراء العراقي»."""
    if role.via != "role" or role.actor_id == person.actor_id or is_sender(article, role):
        return False
    terms = terms_on(article.names.offices_of.get(person.actor_id, []), article.iso)
    return bool(terms) or role.rule == "counterpart"


def opens_title(article: Article, i: int) -> bool:
    """Tell whether the word behind a name can open its title: right behind it, or behind a comma."""
    text = article.words
    return follows(text, i) or text.text[text.ends[i] : text.starts[i + 1]].strip() == "،"
