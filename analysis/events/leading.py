"""Names that stand just before their verb: «أوستن سيلتقي», «السفارة في بيروت توقف», «القوات المشتركة تتقدم»."""

from bisect import bisect_left

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.agreement import verb_form
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.parties import Party, Scene, Told, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

BETWEEN = words("between")
NEAR = 6  # words from a name to its verb at most
TITLED = 16  # words from «كان» or «أن» to the holder of a long title at most
LEADS_IN = frozenset(("كان", "وكان", "كانت", "وكانت", "ان", "بان"))
IN_WHICH = frozenset(("خلالها", "خلاله", "اثناءها", "فيها"))
QUOTES = frozenset('"«“')


def is_leading(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands free just before a verb (أوستن سيلتقي; أن واشنطن قد تفرض)."""
    if (
        party.under is not None
        or (party.use == "place" and not begins_beside(scene, party, trigger))
        or trigger.first - party.last > NEAR
        or scene.text.folded[trigger.first].startswith("و")
    ):
        return False
    between = range(placed(scene, party) + 1, trigger.first)
    if breaks(scene.text, party.last, trigger.first) or is_quoting(scene, party, trigger):
        return False
    return all(
        scene.text.folded[i] in BETWEEN or is_adjective(scene, i) or is_second_adjective(scene, party, i)
        for i in between
    )


def is_behind_subject(scene: Scene, party: Party) -> bool:
    """Tell whether a name stands right behind the subject of a verb, and is its object (انتقد عباس نتنياهو متهما)."""
    beside = (p for p in scene.parties if p.last == party.start - 1 and not (party.joined or p.demonym))
    return any(p.under is None and p.start - 1 in scene.verbs for p in beside)


def first_of_chain(last: Party, inside: list[Party]) -> Party:
    """Return the first of the names that «و» joins word to word up to one (إيران وروسيا والصين تحث المجلس)."""
    for party in inside:
        if last.joined and party.last == last.start - 1 and party.use == "actor" and party.under is None:
            last = party
    return last


def is_second_adjective(scene: Scene, party: Party, i: int) -> bool:
    """Tell whether a word goes on with an indefinite demonym and agrees with it (كتيبة إيطالية جديدة تصل)."""
    word, demonym = scene.text.folded[i], scene.text.folded[party.last]
    if not party.demonym or i != party.last + 1 or word.startswith(ARTICLE) or demonym.startswith(ARTICLE):
        return False
    return word.endswith("ه") and demonym.endswith("ه") and not preposition_at(word) and i not in scene.verbs


def is_quoting(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb of saying only quotes what a verb tells (وقال المرصد «خطف مسلحون الضابط»)."""
    opened = scene.text.text[scene.text.ends[party.last] : scene.text.starts[trigger.first]]
    return party.start - 1 in scene.spoken and not QUOTES.isdisjoint(opened)


def is_adjective(scene: Scene, i: int) -> bool:
    """Tell whether a word can only be an adjective of the name before it (القوات اليمنية المشتركة تتقدم)."""
    word = scene.text.folded[i]
    told = word.startswith(ARTICLE) and word.endswith(("ي", "ه"))
    return told and i not in scene.named and follows(scene.text, i - 1)


def placed(scene: Scene, party: Party) -> int:
    """Return the last word of a name with the place that it is told of behind it (السفارة في بيروت توقف)."""
    a = bisect_left(scene.parties, (party.last + 1,))
    beside = scene.parties[a : a + 1]
    held = (p for p in beside if p.use == "place" and p.under == "في" and p.start - party.last == 2)
    return next((p.last for p in held), party.last)


def begins_beside(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a place begins its sentence directly before a verb, and so acts (كردستان العراق يطالب)."""
    return party.last == trigger.first - 1 and bounds(scene.text, trigger.first)[0] == party.start


def spokesman_of(scene: Scene, leading: Party, inside: list[Party]) -> Party:
    """Return the person before who speaks for somebody (دوجاريك، المتحدث باسم الأمين العام غوتيريش، دعا), else that."""
    if "باسم" not in scene.text.folded[leading.start : leading.first]:
        return leading
    beside = (p for p in inside if p.last == leading.start - 1 and p.actor_id in scene.known.people)
    return next(beside, leading)


def titled(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a person stands just before a verb behind «كان» and a title (وكان الوزير في الحكومة بارو دعا)."""
    text, verb = scene.text.folded, trigger.first
    if party.last != verb - 1 or party.use != "actor" or party.demonym or party.actor_id not in scene.known.people:
        return False
    if trigger.form.tense not in FINITE or text[verb].startswith("و"):
        return False
    if preposition_at(word_before(scene.text, party.first)):
        return False
    a = max(bounds(scene.text, verb)[0], verb - TITLED)
    led = next((i for i in range(party.first - 1, a - 1, -1) if text[i] in LEADS_IN or i in scene.verbs), None)
    if led is None or led in scene.verbs or breaks(scene.text, party.last, verb):
        return False
    return not any(led < p.first < party.start and p.under is None and not p.demonym for p in scene.parties)


def described(scene: Scene, trigger: Trigger, inside: list[Party]) -> Party | None:
    """Return the state whose people, not named, a verb in the plural describes (مسؤولين إيرانيين زودوا الحوثيين)."""
    party = next(iter(inside), None)
    if party is None or not party.demonym or party.last != trigger.first - 1 or trigger.form.tense not in FINITE:
        return None
    many = verb_form(trigger, scene.text.folded[trigger.first]) == "p" and not trigger.cut
    people = scene.text.folded[party.last]
    return party if many and people.endswith(("ين", "ون")) and not people.startswith(ARTICLE) else None


def visitor(scene: Scene, trigger: Trigger, told: Told) -> Party | None:
    """Return who was on the visit during which somebody was met (زيارة الرئيس إلى واشنطن التقى خلالها نظيره)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    within = IN_WHICH.issuperset(behind) and bool(behind) and told.holder is not None and trigger.form.tense in FINITE
    if not within or told.holder.form.entry.mode != "visit" or trigger.form.entry.type != "CONSULT":
        return None
    return told.source if scene.text.sentences[told.holder.first] == scene.text.sentences[trigger.first] else None


def is_expected(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a sentence begins with «ومن المقرر أن» and the verb: who is to do it was told before."""
    text, first = scene.text.folded, scene.text.spans[scene.text.sentences[trigger.first]][0]
    opening = text[first : trigger.first]
    return len(opening) == 3 and opening[-1] == "ان" and opening[1] in words("expected")


def goal_of(scene: Scene, trigger: Trigger) -> int:
    """Return the last word of the place that somebody comes to, else of the verb (وصل إلى كييف وفد)."""
    if trigger.form.entry.mode != "visit" or trigger.form.tense not in FINITE:
        return trigger.last
    at = bisect_left(scene.parties, (trigger.last + 1,))
    place = scene.parties[at] if at < len(scene.parties) else None
    led = place is not None and place.under == "إلى" and place.use == "place" and place.start == trigger.last + 2
    return place.last if led and not breaks(scene.text, trigger.last, place.last) else trigger.last


def behind_between(scene: Scene, last: int, among: frozenset[str] = BETWEEN) -> int:
    """Return the last of the adverbs behind a word, or that word (استهدفت تركيا بالأساس الحزب)."""
    while follows(scene.text, last) and scene.text.folded[last + 1] in among:
        last += 1
    return last


def end_of_chain(scene: Scene, party: Party) -> int:
    """Return the last word of the names that «و» joins to one directly (الحزب والتنظيم)."""
    joined = next((p for p in scene.parties if p.joined and p.start == party.last + 1), None)
    return party.last if joined is None else end_of_chain(scene, joined)


def last_joined(scene: Scene, last: int) -> int:
    """Return the last word of what «و» joins to a name (الحوثيين وحلفاءهم، بازوم وقائد الانقلاب)."""
    text, second = scene.text.folded, last + 1
    if not follows(scene.text, last) or second in scene.verbs or clitic_of(text[second]) != "":
        return last
    third = second + 1
    ends = not follows(scene.text, second) or preposition_at(text[third]) or clitic_of(text[third]) is not None
    return second if ends or third in scene.verbs else third
