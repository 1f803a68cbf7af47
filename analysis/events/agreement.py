"""Gender and number: whether a verb or a pronoun can mean a party (طالبت: no man; زيارته: no state but a man)."""

import re
from functools import cache

from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, folded, follows, word_before
from analysis.events.first_person import begins_as_mine
from analysis.events.parties import RELATIVES, Party, Scene, Told, bounds, breaks, counts_people, heads, same
from analysis.events.sets import words
from analysis.events.triggers import FINITE, VERBAL, Trigger
from analysis.events.types import SHARED, SPOKEN

MEN = words("masculine")
WOMEN_TITLES = words("woman_title")
THEY = 4  # words from «إنهم» to the act that they do
OFFICES = frozenset(
    article + word for word in words("holder") | words("envoy") if not word.endswith("ه") for article in ("", ARTICLE)
)
BODIES = words("feminine_body")  # somebody's, all feminine
NEAR = 5  # words between an act and a preposition with a pronoun
LEADS = {"ب": "ب", "مع": "مع", "عن": "عن", "علي": "على", "ضد": "ضد", "الي": "إلى", "ل": "ل", "تجاه": "تجاه"}
BOUND = {stem + ending: preposition for stem, preposition in LEADS.items() for ending in ("ه", "ها", "هم", "هما")}
ENDINGS = ("هما", "ها", "هم", "هن", "ه", "نا")
LEADERS = words("leaders") | {"و" + word for word in words("leaders")}
#: The form of a noun before a name: «زوارق تابعة للحرس», «قادة مصر», «حكومة الرئيس هادي».
HEADED = {word: None for word in words("acting_feminine") if not word.endswith("ات")}
HEADED |= dict.fromkeys(words("thousands") | {"عشرات"}) | dict.fromkeys(LEADERS, "p") | dict.fromkeys(BODIES, "f")
WHO_ACTS = words("acting") | words("civilian") | words("part")
TITLED = words("person") | words("civilian") | words("holder")
DEED = re.compile(r"است\w{2}ا\w|ان\w{2}ا\w|ت\w{2}ي\w")  # استفعال، انفعال، تفعيل
TAKEN_UP = 5  # words from a name, with a title behind it, to the verb of its relative clause at most
OF_ONE_TOLD = ("ها", "هم", "ه")  # pronouns of somebody told of
HIM = frozenset(("اياه", "اياها", "اياهم", "اياهما"))  # a pronoun that stands by itself


def form(scene: Scene, party: Party) -> str | None:
    """Return m, f or p (many) for a party by its head noun, its kind or its name; None where nothing tells."""
    head = scene.text.folded[party.start]
    if scene.text.folded[max(0, party.first - 2) : party.first] == ["كل", "من"]:
        return None  # «امتنع كل من روسيا والصين»
    if party.start < party.first and head in HEADED:
        return HEADED[head]  # «استسلم عشرات المقاتلين»، «فرت عشرات النساء»
    if party.start < party.first and head.endswith("ات"):
        return "f"  # «قوات حزب الله»، «قوات هادي»
    if party.actor_id in scene.known.people:
        if head in OFFICES:
            return "m"  # «أدان المندوب البريطاني»: whoever holds the office
        return "f" if head in WOMEN_TITLES or party.actor_id in scene.known.women else "m"
    if head in MEN:
        return "m"  # «وفد» bears no «و»
    head = head.removeprefix("و").removeprefix("لل").removeprefix(ARTICLE)
    if head in MEN or scene.text.folded[party.first].removeprefix("و").removeprefix("لل").removeprefix(ARTICLE) in MEN:
        return "m"
    if head.endswith(("ون", "ين")) and not party.demonym:
        return "p"
    if head.endswith(("ه", "ات")) or party.actor_id in scene.known.country or party.actor_id in scene.known.states:
        return "f"
    return None


def verb_form(trigger: Trigger, word: str) -> str | None:
    """Return m, f or p for a finite verb; None where it speaks of «us» or of two."""
    bare = word[trigger.cut :].removeprefix("س")
    if trigger.form.tense == "imperfect":
        alone = bare[1:] == citation(trigger.form.entry.word) and bare[:1] in "يت"  # «تتعاون» is no plural
        return ("f" if bare[0] == "ت" else "m") if alone else imperfect_form(bare)
    if trigger.form.pronoun:
        bare = next((bare.removesuffix(ending) for ending in ENDINGS if bare.endswith(ending)), bare)
    return "m" if bare == citation(trigger.form.entry.word) else perfect_form(bare)  # «دعا» is no dual


citation = cache(folded)  # of the entry of a verb


@cache
def imperfect_form(bare: str) -> str | None:
    """Return m, f or p for a verb in the imperfect."""
    if bare[:1] in ("ن", "ا"):
        return None
    if bare.endswith("ان"):
        return None
    return "p" if bare.endswith(("ون", "وا")) else "f" if bare[:1] == "ت" else "m"


@cache
def perfect_form(bare: str) -> str | None:
    """Return m, f or p for a verb in the perfect."""
    if bare.endswith("ا") and not bare.endswith("وا"):
        return None
    return "p" if bare.endswith("وا") else "f" if bare.endswith("ت") else "m"


def may_be_subject(scene: Scene, trigger: Trigger, party: Party | None) -> bool:
    """Tell whether a party told of before can be the unnamed subject of a finite verb."""
    passive = word_before(scene.text, trigger.first) in RELATIVES and not trigger.form.pronoun  # «الاتفاقية التي وقعت»
    if party is None or passive or trigger.form.tense not in VERBAL:
        return True
    if begins_as_mine(scene, trigger):
        return party.actor_id in scene.known.people
    word = scene.text.folded[trigger.first]
    wanted = verb_form(trigger, word) if trigger.form.tense in FINITE else participle_form(word)
    if wanted == "p" and trigger.form.tense == "perfect" and is_one_man(scene, party):
        return False  # «اعتقل العسكريون الرئيس، كما اعتقلوا رئيس الأركان»
    if wanted == "p" and trigger.form.tense == "participle" and party.actor_id in scene.known.people:
        behind = scene.text.folded[party.last + 1 : party.last + 2]
        return any(each.startswith("و") for each in behind)  # not: «قال حزب خان إن المئات تجمعوا، متعهدين بـ»
    return agrees(wanted, form(scene, party))


def is_one_of_many(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a state or a woman stands before a verb of many, which others do (مقاتلون تدعمهم واشنطن يغادرون)."""
    if trigger.form.tense not in FINITE or party.joined or party.demonym:
        return False
    many = verb_form(trigger, scene.text.folded[trigger.first]) == "p"
    return many and party.first == party.start and form(scene, party) == "f"


def is_one_man(scene: Scene, party: Party) -> bool:
    """Tell whether a party is one person, with nobody joined to him."""
    behind = scene.text.folded[party.last + 1 : party.last + 2]
    joined = party.joined or any(word.startswith("و") for word in behind)
    return party.actor_id in scene.known.people and not joined


@cache
def participle_form(word: str) -> str:
    """Return m, f or p for a participle in the accusative (داعيا، داعية، داعين)."""
    return "f" if word.endswith("ه") else "p" if word.endswith("ين") else "m"


def agrees(wanted: str | None, has: str | None) -> bool:
    """Tell whether two forms go together; of many one may speak (المتحدث … قواتهم)."""
    return wanted is None or has is None or has == wanted or (wanted == "p" and has == "m")


def may_be_meant(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether the pronoun on a trigger can mean a party: «ه» a man, «ها» a state or a group, «هم» many."""
    meant, has = pronoun_form(scene.text.folded[trigger.last]), form(scene, party)
    return agrees(meant, has) and not (meant == "p" and party.actor_id in scene.known.people)


@cache
def pronoun_form(word: str) -> str | None:
    """Return m, f or p for the pronoun that a word ends in (زيارته، ضدها، إليهم)."""
    return "f" if word.endswith("ها") else "p" if word.endswith("هم") else "m" if word.endswith("ه") else None


def is_taken_up(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a preposition with a pronoun behind a verb takes up the noun before (الرئيس الذي أطاح به الجيش)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    return bool(behind) and BOUND.get(behind[0], "") in trigger.form.entry.object


def bound_behind(scene: Scene, trigger: Trigger, before: list[Party], source: Party | None) -> Party | None:
    """Return whom a preposition with a pronoun behind an act means (التطبيع معها، هجوما عليه، فرض عقوبات ضدهم)."""
    if word_before(scene.text, trigger.first) in RELATIVES:
        return None  # «المناطق التي سيطرت عليها القوات»: the pronoun takes up the noun before
    for word in scene.text.folded[trigger.last + 1 : trigger.last + 1 + NEAR]:
        preposition = BOUND.get(word)
        if preposition in trigger.form.entry.object:
            able = (p for p in before if not p.demonym and not same(p, source) and p.use == "actor")
            return next((p for p in able if agrees(pronoun_form(word), form(scene, p))), None)
    return None


def at_home(scene: Scene, trigger: Trigger, before: list[Party], source: Party | None) -> Party | None:
    """Return whose own land or mission is attacked (أدانت سوريا الغارات الإسرائيلية على أراضيها، هجوم على سفارتها)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    text, first = scene.text, trigger.last + 1
    near = range(first, min(bounds(text, trigger.last)[1] + 1, first + NEAR))
    home = next((i for i in near if is_own_land(text.folded[i], text.folded[i - 1], i == first)), None)
    if home is None or breaks(text, trigger.last, home):
        return None
    able = (p for p in before if not p.demonym and not same(p, source) and p.use == "actor")
    return next((p for p in able if agrees(pronoun_form(text.folded[home]), form(scene, p))), None)


def is_own_land(word: str, before: str, close: bool) -> bool:
    """Tell whether a word is land with a pronoun, right behind an attack or led by a preposition."""
    led = word.removeprefix("ل") if word.startswith("ل") else word if close or before == "علي" else ""
    ending = next((each for each in OF_ONE_TOLD if led.endswith(each)), None)
    return ending is not None and led.removesuffix(ending) in words("own_land")


def not_they(scene: Scene, trigger: Trigger, free: list[Party]) -> list[Party]:
    """Return the names that «إنهم» before an act may mean: no feminine one (قالت الحكومة إنهم خططوا لهجوم)."""
    they = [i for i in range(max(0, trigger.first - THEY), trigger.first) if scene.text.folded[i] in ("انهم", "بانهم")]
    return [party for party in free if not (they and party.last < they[-1] and form(scene, party) == "f")]


def told_target(scene: Scene, trigger: Trigger, told: Told, subject: Party | None) -> Party | None:
    """Return whom a pronoun means that was acted upon just before (أوقفت الشرطة الصحفي. واتهمته؛ انتقده متهما إياه)."""
    meant, text = told.target, scene.text.sentences
    apart = not HIM.isdisjoint(scene.text.folded[trigger.last + 1 : trigger.last + 2])
    if not (trigger.form.pronoun or apart) or meant is None or told.holder is None or same(meant, subject):
        return None
    near = text[trigger.first] - text[told.holder.first] == (0 if apart else 1)
    return meant if near and not meant.demonym and may_be_meant(scene, trigger, meant) else None


def is_object_by_gender(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a masculine verb directly before a feminine name has another subject (دعا الولايات المتحدة إلى)."""
    beside = party.start == trigger.last + 1 and not party.demonym and trigger.form.tense in FINITE
    needs = "direct" in trigger.form.entry.object[:1] or trigger.form.entry.word in words("transitive")
    if not beside or (party.actor_id in scene.known.people and not needs):
        return False
    verb, has = verb_form(trigger, scene.text.folded[trigger.first]), form(scene, party)
    land = party.actor_id in scene.known.states and any(p.start == party.last + 1 for p in scene.parties)
    return (verb, has) == ("m", "f") or ((verb, has) == ("f", "m") and not land)  # «سلمت المغرب إسبانيا مطلوبين»


def is_deed_of(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a masculine verbal noun behind a feminine verb is its object (واستنكرت استغلال الحركة للأطفال)."""
    deed = party.start < party.first and DEED.fullmatch(scene.text.folded[party.start])
    return bool(deed) and verb_form(trigger, scene.text.folded[trigger.first]) == "f"


def is_object_form(scene: Scene, i: int) -> bool:
    """Tell whether word i is a noun that bears the ending of an object (ناشطا، صحفيين) and no adverb."""
    word = scene.text.folded[i] if follows(scene.text, i - 1) else ""
    return word.endswith(("ا", "ين")) and len(word) > 4 and word not in words("between")


def is_counting(scene: Scene, i: int) -> bool:
    """Tell whether word i counts people or things (أربعة أشخاص، عشر مسيرات)."""
    counts = follows(scene.text, i - 1)
    return counts and (counts_people(scene.text.folded[i]) or is_number(scene.text.folded[i]))


def has_object(scene: Scene, i: int) -> bool:
    """Tell whether an object stands at word i: by its ending, a number, a thing that is hit or a name (مواقع الحزب)."""
    if is_object_form(scene, i) or is_counting(scene, i):
        return True
    if not follows(scene.text, i - 1):
        return False
    named = any(party.start == i and party.under is None and not party.joined for party in scene.parties)
    return named or scene.text.folded[i] in heads("object_heads")


def is_of_object(scene: Scene, party: Party) -> bool:
    """Tell whether a demonym belongs to the object behind a subject that no list names (هاجم قراصنة سفينة صينية)."""
    if not party.demonym or party.first - party.start < 2:
        return False
    who, what = scene.text.folded[party.start], scene.text.folded[party.first - 1]
    accusative = what.endswith("ا") and scene.text.folded[party.last].endswith("يا")  # «اعتقل مسلحون صحفيا فرنسيا»
    return accusative or (what in heads("object_heads") and (who in WHO_ACTS or who.endswith("ون")))


def is_tried(scene: Scene, party: Party) -> bool:
    """Tell whether somebody stands with a title of his own behind a judge (أودع قاضي التحقيق الناشط فلان الحبس)."""
    if party.actor_id not in scene.known.people or scene.text.folded[party.start] not in words("judge"):
        return False
    titles = (word.removeprefix(ARTICLE) for word in scene.text.folded[party.start + 2 : party.first])
    return any(title in TITLED for title in titles)


def is_object(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name's noun phrase can only be acted upon (قصفت مواقع فصائل عراقية)."""
    head = scene.text.folded[party.start]
    if head.removeprefix(ARTICLE) in words("acting") and has_object(scene, party.last + 1):
        return False  # «اعتقل عناصر الحرس الثوري ناشطا»، «قصفت مدفعية تابعة للجيش مواقع …»
    if is_tried(scene, party) or is_of_object(scene, party):
        return True
    able = head in words("leaders") or head == "مكتب" or party.actor_id.startswith(("embassy", "consulate"))
    speak = able and trigger.form.entry.type in SPOKEN  # «أدان قادة مصر الهجوم»، «دعت السفارة الأميركية الأطراف إلى»
    return "direct" in trigger.form.entry.object and head in heads("object_heads") and not speak


def bound_target(scene: Scene, trigger: Trigger, before: list[Party], subject: Party | None) -> Party | None:
    """Return whom the pronoun on a verb means: the nearest name before that is not the subject."""
    if trigger.form.entry.word in words("firing") and trigger.form.pronoun:
        return None  # «صاروخا أطلقته الحركة»: the weapon is meant
    if not trigger.form.pronoun:
        led = word_before(scene.text, trigger.first) in RELATIVES and is_taken_up(scene, trigger)
        near = (p for p in before if trigger.first - p.last <= TAKEN_UP and not same(p, subject) and not p.demonym)
        return next(near, None) if led else None
    able = [party for party in before if not same(party, subject) and not party.demonym]
    relative = word_before(scene.text, trigger.first) in RELATIVES
    if relative and trigger.form.entry.type in SHARED:
        return None  # «الاتفاق الذي وقعته اليونان مع مصر»: the text is meant
    if relative and before and trigger.first - before[0].last <= 3 and not same(before[0], subject):
        return before[0]  # «الناقلتين اليونانيتين اللتين احتجزتهما»
    if relative and trigger.form.entry.type in ("SUPPORT", "AGREE"):
        return None  # «الاتفاق الذي وقعته اليونان مع مصر»: the pronoun means what was signed
    many = trigger.form.entry.type == "COERCE" and scene.text.folded[trigger.last].endswith("هم")
    able = [p for p in able if may_be_meant(scene, trigger, p) and not (many and form(scene, p) == "m")]
    return next(iter(able), None)  # «تحتجزهم»: no army, which is one, but people
