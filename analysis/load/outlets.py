"""The outlet of a page: what its address, credit, byline, masthead or copyright line says, by its readable name."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis import lists
from analysis.arabic import letters
from analysis.load import stamps
from analysis.load.cleaning import Cleaned
from analysis.load.stamps import DASHES

HEAD = 70  # characters of a first paragraph in which its outlet stands: «بغداد اليوم - بغداد»
LONGEST_NAME = 4  # words
LONGEST_BYLINE = 8  # words
PARAGRAPHS = 3  # at the top of the text that may begin with the outlet
WITH_PAGES = ("outlet", "agency")  # kinds that a page can be of; others print what a wire writes
# Words in front of a name, and the medium that they tell: «قناة الجزيرة» is «الجزيرة», «صحيفة الجزيرة» another outlet.
MEDIA = {"صحيفة": "paper", "جريدة": "paper", "مجلة": "magazine", "قناة": "channel", "إذاعة": "radio"}
MEDIA |= {"وكالة": "agency"} | dict.fromkeys(("موقع", "شبكة", "بوابة", "منصة"), "")
_KIND = "|".join(MEDIA)
# «موقع إخباري مستقل» says what an outlet is, and not which.
GENERAL = re.compile(
    rf"(?:(?:{_KIND})\s+)?(?:(?:[إا]خباري|[إا]لكتروني|يومي|[أا]سبوعي|شهري|سياسي|مستقل|رسمي|محلي|شامل|حر|عربي[ةه])[ةه]?\s*)+"
)

CREDIT = re.compile(
    rf"^\s*(?:المصادر?\s*:?\s*)?(?P<name>[^\s\d:،.{DASHES}/][^\d:،.{DASHES}/]{{1,39}}?)"
    rf"\s*(?:[{DASHES}/+]\s*(?:وكالات|متابعات|مراسلون|خاص)|\sو\s?(?:ال)?وكالات$)"
)
# «بغداد: «الخليج»، وكالات»: a name that is a word too, sure between its marks behind a place
BYLINE = re.compile(
    rf"^\s*[^\s:،]{{2,20}}\s*[:{DASHES}]?\s*[\"«“](?P<name>[^\"»”]{{3,25}})[\"»”]\s*(?:[:،,{DASHES}]|$)"
)
CAPTION_FIELD = re.compile(r"^\s*(?P<name>\w[\w .]{1,29}?) caption\s*$")
OWN_REPORTER = re.compile(r"(?:مراسل|مراسلة|مراسلنا|خاص)\s*[\"«“(](?P<name>[^\"»”)]{3,30})[\"»”)]")
SOURCE = re.compile(rf"^\W*(?:المصدر|مصدر الخبر|نقلا عن)\s*:\s*(?P<name>[^\d:،./+{DASHES}]{{2,30}}?)\W*$")
# «… أكتوبر 2026 م واس»
BEHIND_DAY = re.compile(rf"\d\s*(?:م|ه\N{{ARABIC TATWEEL}})?\s*\(?([^\W\d_]{{3,}})\)?\s*(?:[{DASHES}]|$)")
MASTHEAD = re.compile(rf"^\W*(?:{_KIND})\s+(?P<name>[^\W\d_]+(?:\s[^\W_]+){{0,2}})\W*$")
RIGHTS = re.compile(
    rf"(?:محفوظة|©|copyright)[\W\d]*(?:لدى\s+)?(?:ل?(?:{_KIND})\s+)?(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}})",
    re.IGNORECASE,
)
# Names of outlets have these words, whichever outlet it is.
OUTLET_WORD = re.compile(
    r"(?:^|\s)(?:نيوز|برس|ال?[إا]خباري(?:ة|ه)?|[أا]ون ?لاين|بوست|تايمز|مونيتور|ميديا|نت|تي ?في|[أا]ف ?[أا]م)(?:\s|$)"
    r"|\b(?:news|tv|press)\b",
    re.IGNORECASE,
)
# «LebTalks»: no place, author, section or label of a date has a capital inside a word.
COINED = re.compile(r"[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*")
NAMED_TODAY = re.compile(r"^\S+\s+(?:\S+\s)?اليوم$|^[أا]خبار\s+ال\S+$|^ال[أا]نباء\s+ال\S+$")
NOT_NAMED = re.compile(
    r"^(?:ال)?(?:نشرة|قائمة|خدمة|مواقع|وسائل|مواد|تقارير|مصادر|شبكات)\s|(?:عدد|طقس|صباح|مساء|فجر|ظهر|جلسة|أسعار|حتى|و?من|و?في)\s"
    r"|^[أا]خبار\s+(?:العالم|الوطن|المحافظات|اليوم|الاقتصاد|الرياضة|الفن|النجوم|الساعة|المحليات)"
)
# «… نيوز الإثنين 08 أبريل 2019»
_DATED = re.compile(r"\s(?=(?:ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)[\s،,]+)\d)")
_DESCRIBED = re.compile(rf"\s+(?:{_KIND})\s")  # «هسبريس جريدة إلكترونية مغربية»
_DIVIDER = re.compile(r"\s*(?:[" + DASHES + r"|/:()\N{BULLET}\n]|(?<![^\W\d_])\N{ARABIC TATWEEL}+)\s*")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_FIGURES = re.compile(r"(?:\bdate\s+)?\d[\d:/.-]+\d")  # dates and hours
_STRIP = " \t\"'«»“”()[]*.،\N{BULLET}\N{NO-BREAK SPACE}"


class Outlet(NamedTuple):
    """An outlet of outlets.csv: its readable name, and its kind (outlet, agency, wire; several, which is none)."""

    name: str
    kind: str


def of(page: Cleaned, facts: dict[str, str]) -> str | None:
    """Return the outlet of a page, by what its markup or a person says, by its address, or as its lines name it."""
    if said := facts.get("source"):
        return listed(said) if said.isascii() else said
    own = by_address(facts.get("url")) or named(page)
    return own and listed(own)


def site(said: str, url: str | None = None) -> str:
    """Return the outlet that a site or a feed names as its own: by the name, the part of it that is listed, its host.

    >>> site("Hespress - هسبريس جريدة إلكترونية مغربية"), site("فرانس 24 - الشرق الأوسط"), site("aljazeera.net")
    ('هسبريس', 'فرانس 24', 'الجزيرة')
    """
    whole = listed(said, url)
    if whole != said or letters.fold(said).strip() in by_name():
        return whole
    parts = (_DESCRIBED.split(part)[0] for part in part_names(said))
    known = (by_spelling().get(part) or by_name().get(letters.fold(part)) for part in parts)
    own = (outlet.name for outlet in known if outlet and outlet.kind in WITH_PAGES)
    return next(own, None) or by_address(said) or said


def listed(said: str, url: str | None = None) -> str:
    """Return the name of the outlet that is spelled so, or what was said where there is none or the address denies it.

    >>> listed("بوابة الشروق"), listed("صحيفة عربي21"), listed("البوابة", "https://www.albawaba.com/ar/1")
    ('الشروق', 'عربي21', 'البوابة')
    """
    known = by_spelling().get(said.strip()) or by_name().get(letters.fold(said).strip()) or without_medium(said)
    denied = known and url and by_address(url) != known.name
    return known.name if known and known.kind != "several" and not denied else said


def without_medium(said: str) -> Outlet | None:
    """Return the outlet of outlets.csv whose name stands behind a word for its medium, and not for another one."""
    medium, name = parted(said)
    known = by_name().get(letters.fold(name)) if medium else None
    told = media().get(known.name, set()) if known else set()
    return known if not MEDIA.get(medium) or not told or MEDIA[medium] in told else None


def parted(said: str) -> tuple[str, str]:
    """Return the word for its medium that stands in front of a name, and the name; no word where there is none.

    >>> parted("صحيفة الوطن"), parted("وكالة الأنباء العراقية"), parted("الوطن")
    (('صحيفة', 'الوطن'), ('وكالة', 'الأنباء العراقية'), ('', 'الوطن'))
    """
    first, _, rest = said.strip().partition(" ")
    return (first, rest.strip()) if first in MEDIA and rest.strip() else ("", said)


def alone(names: Iterable[str]) -> dict[str, str]:
    """Return the names that stand there without the word for their medium too («صحيفة الوطن», «الوطن»), with that name.

    Where they stand with words for several media, or that for another one than the name has in outlets.csv, they are
    several outlets.

    >>> alone(["صحيفة الوطن", "الوطن", "صحيفة الجزيرة", "الجزيرة", "قناة الأمل", "مجلة الأمل", "الأمل"])
    {'صحيفة الوطن': 'الوطن'}
    """
    names = list(names)
    bare = {letters.fold(name): name for name in names}
    found = [(said, medium, letters.fold(name)) for said in names for medium, name in [parted(said)] if medium]
    told = {(name, MEDIA[medium]) for _, medium, name in found if MEDIA[medium]}
    several = {name for name, n in Counter(name for name, _ in told).items() if n > 1}
    return {
        said: bare[name] for said, _, name in found
        if name in bare and name not in several and (name not in by_name() or without_medium(said))
    }  # fmt: skip


def by_address(url: str | None) -> str | None:
    """Return the outlet that has this address, with any sub-domain.

    >>> by_address("https://www.alsumaria.tv/news/1"), by_address("https://example.com")
    ('السومرية', None)
    """
    host = re.sub(r"^[a-z]+://", "", str(url or "").lower()).split("/")[0].split(":")[0]
    parts = host.split(".")
    names = (".".join(parts[n:]) for n in range(len(parts) - 1))
    return next((by_domain()[name] for name in names if name in by_domain()), None)


def named(page: Cleaned) -> str | None:
    """Return the outlet that a page names as its own: the firmest of its lines first."""
    for text in page.frame:
        match = CREDIT.match(text) or CAPTION_FIELD.match(text)
        if match and letters.fold(match["name"]).strip() not in places():
            return match["name"].strip()
    lines = [*bylines(page), *filter(stamps.is_address, page.frame)]
    addressed = [name for line in lines for url in _URL.findall(line) if (name := by_address(url))]
    parts = [part for line in lines for part in part_names(line)]
    known = [outlet for part in parts if (outlet := by_name().get(letters.fold(part)))]
    above = [by_name()[letters.fold(text).strip()] for text in page.frame[:1] if is_known(text)]  # its name at the top
    known = [*above, *known]
    own = [outlet.name for outlet in known if outlet.kind == "outlet"] + list(filter(reads_as_outlet, parts))
    own += [match["name"] for line in lines if (match := BYLINE.match(line)) and match["name"] in names()]
    heads = [match["name"] for text in page.frame if (match := MASTHEAD.match(text)) and not is_general(match["name"])]
    reporter = OWN_REPORTER.search(page.text)
    credits = [match["name"] for text in page.frame if (match := SOURCE.match(text) or RIGHTS.search(text))]
    others = (name for name in credits if not (held := by_name().get(letters.fold(name))) or held.kind in WITH_PAGES)
    heads_of_lines = [line[:HEAD] for line in (*page.near, *page.frame, *page.text.split("\n")[:PARAGRAPHS])]
    dated = [name for line in heads_of_lines for name in BEHIND_DAY.findall(line)]
    known += [outlet for name in dated if (outlet := by_name().get(letters.fold(name)))]
    agencies = (outlet.name for outlet in known if outlet.kind == "agency")
    own += [part for line in page.near for part in coined(line)]
    return next(iter([*addressed, *own, *heads, *([reporter["name"]] if reporter else []), *others, *agencies]), None)


def bylines(page: Cleaned) -> list[str]:
    """Return the lines that may name the outlet: those below the title, and the heads of the first paragraphs."""
    undated = [_DATED.split(text)[0] for text in page.near]
    short = [text for text in undated if len(text.split()) <= LONGEST_BYLINE]
    return [*short, *(line[:HEAD] for line in page.text.split("\n")[:PARAGRAPHS] if line.strip() != page.title)]


def part_names(line: str) -> list[str]:
    """Return what stands between the dividers of a byline, up to the first sentence.

    >>> part_names("08:18 | رؤيا - وكالات - قال رئيس الحكومة يوم الأحد إن")
    ['رؤيا', 'وكالات']
    """
    parts = [part.strip(_STRIP) for part in _DIVIDER.split(_FIGURES.sub(" ", _URL.sub(" ", line)))]
    long = next((n for n, part in enumerate(parts) if len(part.split()) > LONGEST_NAME), len(parts))
    return [part for part in parts[:long] if part]


def coined(line: str) -> list[str]:
    """Return the parts of a line that holds little but a date that are such words as only an outlet is called by."""
    dated = stamps.is_alone(line, len(line.split()))
    return [part for part in part_names(line) if COINED.fullmatch(part)] if dated else []


def reads_as_outlet(name: str) -> bool:
    """Tell whether a name has a word that only outlets have: «الوحدوي نت», «بغداد اليوم»."""
    if letters.fold(name) in by_name() or len(name.split()) < 2 or is_general(name):
        return False
    return bool(OUTLET_WORD.search(name) or NAMED_TODAY.match(name)) and not NOT_NAMED.search(name)


def is_general(name: str) -> bool:
    """Tell whether words say what an outlet is and not which: «إخباري», «صحيفة إلكترونية مستقلة»."""
    return bool(GENERAL.fullmatch(name))


def is_known(name: str) -> bool:
    """Tell whether outlets.csv has an outlet of this name."""
    return letters.fold(name).strip() in by_name()


@cache
def names() -> frozenset[str]:
    """Return the names of the outlets of outlets.csv, those among them that are words too: «الخليج»."""
    return frozenset(row["outlet"] for row in lists.rows("outlets") if row["kind"] == "outlet")


@cache
def media() -> dict[str, set[str]]:
    """Return the media that the spellings of an outlet tell, by its name; none where they tell none."""
    found: dict[str, set[str]] = {}
    for spelling, outlet in by_spelling().items():
        if medium := MEDIA.get(parted(spelling)[0]):
            found.setdefault(outlet.name, set()).add(medium)
    return found


@cache
def by_name() -> dict[str, Outlet]:
    """Return the outlets of outlets.csv by their folded spellings; the first row of a spelling holds."""
    found: dict[str, Outlet] = {}
    for spelling, outlet in by_spelling().items():
        found.setdefault(letters.fold(spelling), outlet)
    return found


@cache
def by_spelling() -> dict[str, Outlet]:
    """Return the outlets of outlets.csv by their spellings as written, which part «الرأي» from «الراي»."""
    found: dict[str, Outlet] = {}
    for row in lists.rows("outlets"):
        for spelling in lists.parts(row["spellings"]):
            found.setdefault(spelling, Outlet(row["outlet"], row["kind"]))
    return found


@cache
def places() -> frozenset[str]:
    """Return the folded names of places and states, but for those that an outlet bears: «نيويورك - وكالات»."""
    known = lists.actors().query("kind in ('place', 'state')")
    names = {letters.fold(name) for spellings in known["spellings"] for name in lists.parts(spellings)}
    return frozenset(names - by_name().keys())


@cache
def by_domain() -> dict[str, str]:
    """Return the names of the outlets of outlets.csv by their domains."""
    return {domain: row["outlet"] for row in lists.rows("outlets") for domain in lists.parts(row["domains"])}
