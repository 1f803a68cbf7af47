"""A state or a city as one that acts, or as the place where something is."""

import re
from bisect import bisect_right
from itertools import zip_longest

from analysis.actors.kinds import of_kind
from analysis.actors.movement import direct_goals, is_left, is_motion
from analysis.actors.namings import Article, Naming
from analysis.arabic.phrases import ARTICLE, Words, follows

REACH = 9  # words back in which a word of motion governs «إلى», «من» or «ل»
FAR = 16  # the same before «كل من», which lists the stations of a tour
HELD = 5  # words back in which «سيطر» governs «على»
PRAISED = 8  # words back in which «أشاد» governs «ب»
BESIDES = frozenset(("في", "علي", "من", "الي", "عن", "مع", "خلال", "بعد", "قبل", "ان", "بان", "انه", "انها"))
AFTER = 3  # words behind «من قطر» in which a verb of motion may follow
JOINED = re.compile(r"^[\s،,\"'«»“”]*(?:[أا]و\s+)?$")
SAME_CLAUSE = re.compile(r"^[\s\"'«»“”()]*$")
# «(بغداد)», «رويترز - بغداد:»
DATELINE = re.compile(r"^\s*(?:\(|\[|(?:رويترز|وكالات|الوكالات|فرانس برس|[أا] ?ف ?ب|د ?ب ?[أا])\s?-\s?)?$")
# «بغداد – …», «بروكسل 23 مايو أيار (رويترز)»
BEHIND_DATELINE = re.compile(r"^\s*(?:\)|\]|[-\N{EN DASH}\N{EM DASH}:/،]\s|\(|\d{1,2}\s[^\n().:،]{2,30}\()")
# «دبي، الإمارات العربية المتحدة (CNN) -- »: the land behind its town
TOWN_BEFORE = re.compile(r"^\s*[^\n\d.:،()]{2,30}،\s$")
AGENCY_BEHIND = re.compile(r"^\s*\([^()\n]{2,24}\)\s*[-\N{EN DASH}\N{EM DASH}:]")
DATELINE_ENDS = 44  # characters behind a name in which a dateline shows itself
ASKED = 5  # words from a verb of asking, its subject between, to «من» and whom it asks at most
WAY = 5  # words back in which a flight or a road leads between two towns
FORCES = "قوات"  # before a list of towns the troops that enter them
LISTED = 12  # words back in which «محافظات» governs a list of provinces
PLACES_TOO = ("white-house", "kremlin")  # seats that are places after «في» and actors otherwise


def with_use(article: Article, named: list[Naming]) -> list[tuple[Naming, str]]:
    """Return each naming with its use; provinces called like their town, and sites, are left out.

    A capital that acts becomes its state (بين بغداد وواشنطن).
    """
    used: list[tuple[Naming, str]] = []
    for naming, following in zip_longest(named, named[1:]):
        kind = article.names.actors.get(naming.actor_id, {}).get("kind")
        if naming.actor_id in article.names.sites:
            continue  # a base, prison, square or mosque is no mention, but its words are no other name either
        if kind not in ("state", "place") and naming.actor_id not in PLACES_TOO:
            used.append((naming, "actor"))
        elif not is_part(article, naming, kind) and not (kind == "place" and is_listed_part(article, naming)):
            use = "place" if is_beside_town(article, naming, following) or is_place(article, naming, used) else "actor"
            used.append(placed(article, naming, kind, use))
    return used


def is_beside_town(article: Article, naming: Naming, following: Naming | None) -> bool:
    """Tell whether a capital is the first of some towns: «صنعاء والحديدة وتعز»."""
    if following is None or following.first != naming.last + 1 or naming.actor_id not in article.names.capitals:
        return False
    previous = word_before(article, naming)
    party = not previous or article.names.place_words.get(stem(previous, article)) == "actor"  # التوتر بين بغداد وأربيل
    joined = article.words.folded[following.first][: following.cut] == "و" and is_town(article, following)
    return joined and not party and following.actor_id not in article.names.capitals


def placed(article: Article, naming: Naming, kind: str, use: str) -> tuple[Naming, str]:
    """Return a state or city with its use."""
    state = article.names.capitals.get(naming.actor_id)
    if use == "actor" and state:
        title, rule = article.names.actors[state]["actor"], f"{naming.rule}, capital for its state"
        return naming._replace(actor_id=state, title=title, rule=rule), use
    return naming, "place" if kind == "place" and not state else use


def word_before(article: Article, naming: Naming, back: int = 1) -> str:
    """Return the word before a naming in the same clause; empty where there is none."""
    text, first = article.words, naming.first
    if first < back:
        return ""
    gap = text.text[text.ends[first - back] : text.starts[first - back + 1]]
    return text.folded[first - back] if SAME_CLAUSE.match(gap) else ""


def is_part(article: Article, naming: Naming, kind: str) -> bool:
    """Tell whether a town's name is that of a province, or a state's that of a river: محافظة حلب، نهر الأردن."""
    if naming.cut:
        return False
    word = stem(word_before(article, naming), article)
    before = article.names.place_words.get(word)
    if before == "area":
        province = article.names.actors[naming.actor_id]["country"].lower() not in of_kind("no_regions")
        before = "part" if province else "place"
    half = kind == "place" and word in of_kind("half") and article.words.folded[naming.first] in of_kind("halved")
    region = article.words.folded[naming.first] in of_kind("region")  # «منطقة كشمير» is all of it
    return half or before == "water" or (before == "part" and kind == "place" and not region)


def is_listed_part(article: Article, naming: Naming) -> bool:
    """Tell whether a town's name is that of a province in a list: محافظات عدن ولحج وأبين."""
    text, first = article.words, naming.first
    if not begins_item(text, first):
        return False
    for i in range(first - 2, max(-1, first - LISTED), -1):
        head = stem(text.folded[i], article)
        provinces = head.endswith(("تي", "تا", "ات")) and head != FORCES
        if provinces and article.names.place_words.get(head) == "part":
            return is_list(text, i + 1, first)
    return False


def is_list(text: Words, first: int, last: int) -> bool:
    """Tell whether nothing but names of one or two words, joined by «و» or commas, stands from one word to another."""
    items = {first, *(i for i in range(first + 1, last + 1) if begins_item(text, i))}
    gaps = (text.text[text.ends[i - 1] : text.starts[i]] for i in range(first, last + 1))
    return all(map(JOINED.match, gaps)) and all(i in items or i - 1 in items for i in range(first, last + 1))


def begins_item(text: Words, i: int) -> bool:
    """Tell whether a word stands behind a comma or has «و» before it."""
    return i > 0 and (text.folded[i].startswith("و") or "،" in text.text[text.ends[i - 1] : text.starts[i]])


def is_place(article: Article, naming: Naming, before: list[tuple[Naming, str]]) -> bool:
    """Tell whether a naming is only where something is, by the word before it and the clitic on it."""
    text, first = article.words.folded, naming.first
    clitic = text[first][: naming.cut]
    if sees(article, naming):
        return True
    if clitic.endswith("ب"):
        near = any(stem(word, article) in of_kind("tie") for word in text[max(0, first - 3) : first])
        return not near and not is_praised(article, naming)
    if clitic.endswith("ل"):
        behind_visitor = any(known.last == first - 1 for known, _ in before[-1:])
        return is_motion(text[max(0, first - (REACH if behind_visitor else 3)) : first])
    if clitic.endswith("ك"):
        return False
    previous = word_before(article, naming)
    if clitic in ("و", "ف") or previous in ("و", "او"):
        return shared_use(article.words, naming, before)
    behind_name = bool(before) and before[-1][0].last == first - 1
    if behind_name and is_motion(text[max(0, before[-1][0].first - 1) : before[-1][0].first], "direct"):
        return True  # «مغادرة باشاغا طرابلس»
    if previous == "البلاد" and stem(word_before(article, naming, back=2), article) == "عاصمه":
        return True
    if previous == "الي" and is_on_the_way(article.words, naming, before):
        return True
    return not is_voicing(text, naming, previous) and place_by_word(article, naming, previous, behind_name)


def sees(article: Article, naming: Naming) -> bool:
    """Tell whether a capital is where something happens: «طرابلس تشهد اشتباكات», «شهدت بغداد احتجاجات»."""
    behind = article.words.folded[naming.last + 1 : naming.last + 2]
    beside = {word_before(article, naming), *behind}
    return naming.actor_id in article.names.capitals and not of_kind("witnesses").isdisjoint(beside)


def is_voicing(text: list[str], naming: Naming, previous: str) -> bool:
    """Tell whether «عبر» is a verb printed without its shadda: عبر العراق عن قلقه."""
    behind = text[naming.last + 1 : naming.last + 3]
    return previous.removeprefix("و") == "عبر" and behind[:1] == ["عن"] and behind[1:] != ["طريق"]


def is_praised(article: Article, naming: Naming) -> bool:
    """Tell whether «ب» makes a state the object of what is said, not its place: «أشاد وزير الخارجية العماني بإيران»."""
    text = article.words
    if is_town(article, naming):
        trusted = naming.first > 0 and text.folded[naming.first - 1] in of_kind("trust")
        return trusted and naming.actor_id in article.names.capitals
    for i in range(naming.first - 1, max(-1, naming.first - 1 - PRAISED), -1):
        if not follows(text, i) or text.folded[i] in BESIDES:
            return False
        if text.folded[i].removeprefix("و") in of_kind("praise"):
            return True
    return False


def is_on_the_way(text: Words, naming: Naming, before: list[tuple[Naming, str]]) -> bool:
    """Tell whether a headline says without a verb who goes where: «وزير خارجية فرنسا إلى طهران»."""
    goer = before[0][0] if len(before) == 1 else None
    return goer is not None and goer.first == 0 and goer.last == naming.first - 2 and is_in_headline(text, naming)


def is_in_headline(text: Words, naming: Naming) -> bool:
    """Tell whether a naming stands in the first line."""
    return "\n" not in text.text[: text.starts[naming.first]]


def place_by_word(article: Article, naming: Naming, previous: str, behind_name: bool) -> bool:
    """Tell the use by the free word before: a preposition, a verb of motion, a common noun of place."""
    text, first = article.words.folded, naming.first
    if previous in of_kind("direction"):
        reach = FAR if first > 1 and text[first - 2] in of_kind("whole") else REACH
        reach = min(reach, first - first_of_line(article.words, first))
        if not of_kind("distance").isdisjoint(text[max(0, first - 3) : first - 1]):
            return True
        if previous == "من" and not of_kind("asking").isdisjoint(text[max(0, first - ASKED) : first - 1]):
            return False  # «طلبت واشنطن من قطر طرد قادة الحركة»
        follows = text[naming.last + 1 : naming.last + 1 + AFTER] if previous.endswith("من") else []
        return is_motion(text[max(0, first - reach) : first - 1]) or is_left(follows)
    if previous == "بين" and is_town(article, naming):
        return not of_kind("way").isdisjoint(text[max(0, first - WAY) : first - 1])  # «رحلات بين صنعاء والقاهرة»
    if previous in article.names.demonyms or previous == "مع":
        before = stem(word_before(article, naming, back=2), article)
        return before in of_kind("locality")
    if previous in ("بعد", "وبعد"):
        return is_left(text[naming.last + 1 : naming.last + 1 + AFTER])
    if previous == "علي" and is_town(article, naming):
        held = (article.names.place_words.get(stem(word, article)) for word in text[max(0, first - HELD) : first - 1])
        return not {"control", "strike"}.isdisjoint(held)
    kind = article.names.place_words.get(stem(previous, article))
    if kind in ("talks", "event"):
        return (kind == "talks" or is_town(article, naming)) and is_scene(article, naming)
    if kind:
        return kind in ("place", "area")
    dateline = is_dateline(article.words, naming) and not speaks_up(article, naming)
    return dateline or direct_goals(article.words, first, behind_name=behind_name)


def first_of_line(text: Words, i: int) -> int:
    """Return the first word of the line that word i stands in."""
    return bisect_right(text.starts, text.text.rfind("\n", 0, text.starts[i]))


def is_town(article: Article, naming: Naming) -> bool:
    """Tell whether a naming is of a town, not of a state."""
    return article.names.actors.get(naming.actor_id, {}).get("kind") == "place"


def is_scene(article: Article, naming: Naming) -> bool:
    """Tell whether an event is called by its place: «محادثات عمان»، not «محادثات إيران والولايات المتحدة».

    Nor is an attack that is made from there: «هجوم لندن»، not «هجوم موسكو على أوكرانيا».
    """
    text, after = article.words.folded, naming.last + 1
    following = text[after] if after < len(text) else ""
    partner = following in ("مع", "علي", "ضد") or (following[:1] == "و" and following in article.names.state_words)
    return not partner


def stem(word: str, article: Article) -> str:
    """Return a word without its conjunction, and without the preposition ب or ل where the rest is known."""
    if word in article.names.place_words or word in of_kind("tie"):
        return word
    if word.startswith("لل"):
        return ARTICLE + word[2:]
    return word[1:] if word[:1] in "وفبل" else word


def shared_use(text: Words, naming: Naming, before: list[tuple[Naming, str]]) -> bool:
    """Tell the use of the name that this one is joined to by «و» or «أو» (من مصر وإسرائيل)."""
    if not before:
        return False
    gap = text.text[text.ends[before[-1][0].last] : text.starts[naming.first]]
    return bool(JOINED.match(gap)) and before[-1][1] == "place"


def is_dateline(text: Words, naming: Naming) -> bool:
    """Tell whether a name opens its line as the place it was written in: (بغداد) …، بغداد – …."""
    line = text.text.rfind("\n", 0, text.starts[naming.first]) + 1
    before = text.text[line : text.starts[naming.first]]
    behind = text.text[text.ends[naming.last] :][:DATELINE_ENDS]
    town = DATELINE.match(before) and BEHIND_DATELINE.match(behind)
    return bool(town or (TOWN_BEFORE.match(before) and AGENCY_BEHIND.match(behind)))


def speaks_up(article: Article, naming: Naming) -> bool:
    """Tell whether a capital speaks in a headline: «واشنطن: إيران وراء الهجوم», «طهران: لن نفاوض»."""
    text, after = article.words, naming.last + 1
    about = text.folded[after : after + 2]
    if not (about and text.text.startswith(":", text.ends[naming.last]) and is_in_headline(text, naming)):
        return False
    told = about[0] in article.names.state_words or tuple(about) in article.names.state_pairs
    return told or about[0] in of_kind("declaring")
