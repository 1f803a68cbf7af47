"""Who is acted upon where the clause names nobody: the other side of the sentence or of the article."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.aims import is_of_fight
from analysis.events.joined import acts_along
from analysis.events.noun_phrases import NO_NOUN, clitic_of, preposition_at, prepositions
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, around, heads, is_before_town, is_other_side, nation
from analysis.events.protests import is_protested_against
from analysis.events.sets import words
from analysis.events.spokesmen import spoken_for
from analysis.events.taken_up import is_of_matter
from analysis.events.triggers import FINITE, VERBAL, Trigger
from analysis.events.types import PLACED
from analysis.events.verdicts import CHARGE

ONE_SIDED = ("PROTEST", "MOBILIZE", "COERCE")
ALONE = ("resign", "disarm")  # modes of what somebody gives up to nobody
AT_HOME = ("security-forces", "police", "gendarmerie", "ministry-of-the-interior")
BETWEEN = words("between")
COUNTERPARTS = words("counterpart")
PERSONS = words("person") | words("civilian")
PROMISES = ("وعد", "تعهد", "التزم")
PERSONS_WITHIN = 6  # words behind an attack
TAKEN = {
    "CONSULT": ("مع", "إلى"),
    "ASSAULT": ("على", "ضد"),
    "COERCE": ("على", "ضد"),
    "SANCTION": ("على", "ضد"),
    "REQUEST": ("من", "ل"),
    "THREATEN": ("من",),
    "CONCEDE": ("عن",),
    "ACCUSE": ("إلى", "ل"),
}  # prepositions that lead in whom an act is done to


class Roles(NamedTuple):
    """The parties of an act and the rules that found them."""

    source: Party | None
    target: Party | None
    rule: str
    weak: bool = False  # is the target only the other side of the sentence or of the article?


def with_other_side(scene: Scene, trigger: Trigger, found: Roles, missing: str = "target") -> Roles:
    """Return the roles, a missing target filled with the other side of the article, else one of the sentence."""
    known = found.source if missing == "target" else found.target
    if not lacks(scene, trigger, found, missing):
        return with_owner(scene, trigger, found) if trigger.form.entry.type == "COERCE" else found
    others = candidates(scene, trigger, known)
    abroad = [party for party in others if party.actor_id != scene.known.home.get(known.actor_id)]
    return found._replace(**{missing: next(iter(abroad or others), None)}, weak=True)


def lacks(scene: Scene, trigger: Trigger, found: Roles, missing: str) -> bool:
    """Tell whether a party is missing whom the clause leaves to be understood."""
    known = found.source if missing == "target" else found.target
    if getattr(found, missing) is not None or known is None or found.rule == CHARGE:
        return False
    if missing == "target" and (is_of_matter(scene, trigger) or is_complete(trigger) or is_of_unlisted(scene, trigger)):
        return False
    fired = trigger.form.entry.word in words("firing")  # «أطلق صواريخ على الأحياء»
    met = hits(scene, trigger, found.source, "military") or hits(scene, trigger, found.source, "vessel")
    if trigger.form.entry.type == "ASSAULT" and trigger.form.tense in FINITE and (fired or not met):
        return False  # whom no list names: civilians, as a rule
    seized = trigger.form.entry.type == "COERCE" and hits(scene, trigger, found.source, "property")
    seized = seized and not meets_persons(scene, trigger)  # «أوقف الأمن مسؤولا في شركة نفط»
    if trigger.form.entry.type in ONE_SIDED and not seized:
        return False
    unlisted = missing == "target" and (is_of_text(scene, trigger, found.source) or is_of_body(scene, trigger, found))
    if unlisted or (missing == "target" and is_of_thing(scene, trigger, found.source)):
        return False
    if missing == "target" and trigger.form.entry.type == "CONSULT" and trigger.form.tense in FINITE:
        return False  # «يلتقي كارتر وفدا عشائريا»
    if trigger.form.entry.type == "ASSAULT" and any(word in known.actor_id for word in AT_HOME):
        return False  # the police act against persons, not against another state
    visits = trigger.form.tense not in FINITE and trigger.form.entry.mode == "visit"
    met = is_before_town(scene, trigger) if visits else is_taken(scene, trigger)
    if missing == "target" and (met or asks_people(scene, trigger, found.source)):
        return False
    return trigger.form.entry.type != "ASSAULT" or not meets_persons(scene, trigger)


def is_complete(trigger: Trigger) -> bool:
    """Tell whether an act leaves nobody to be understood: its word always names whom, or there is none (تنحى)."""
    names = trigger.form.entry.word in words("names_whom") and trigger.form.tense != "noun"
    return names or trigger.form.entry.mode in ALONE


def is_of_thing(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb of support is about a thing that no list names (أشاد الرئيس بالتجارة الحرة)."""
    if trigger.form.entry.type != "SUPPORT" or trigger.form.tense not in FINITE:
        return False
    behind = subject.last if subject and subject.first > trigger.last else trigger.last
    word = next(iter(scene.text.folded[behind + 1 : behind + 2]), "")
    return clitic_of(word) == "ب" and behind + 1 not in scene.named


def is_of_text(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb of support or agreement is about a text, which is nobody's (تبنى المجلس القرار 2166)."""
    if trigger.form.entry.type not in ("SUPPORT", "AGREE") or trigger.form.tense not in FINITE:
        return False
    behind = subject.last if subject and subject.first > trigger.last else trigger.last
    return any(
        bare in words("legal_text") for word in scene.text.folded[behind + 1 : behind + 7] for bare in stripped(word)
    )


def is_of_body(scene: Scene, trigger: Trigger, found: Roles) -> bool:
    """Tell whether a meeting is that of a body of many states, which so meets nobody else (قمة الناتو)."""
    if trigger.form.entry.type != "CONSULT" or found.rule != "genitive: source" or trigger.form.entry.mode == "visit":
        return False
    body, known = found.source.actor_id, scene.known
    listed = body in known.people or body in known.states or body in known.armed
    return not listed and known.nation.get(body, body) == body


def candidates(scene: Scene, trigger: Trigger, known: Party) -> list[Party]:
    """Return the parties that may stand on the other side, the likeliest first."""
    before, after = around(scene, trigger)
    others = [p for p in [*before, *after] if not (acts_along(p, known) or is_seat_of_talks(scene, p))]
    others = [p for p in others if spoken_for(scene.text, p.start, p.last) != known.actor_id]
    others = sorted(others, key=lambda party: (party.demonym, party.joined, abs(party.first - trigger.first)))
    of_sentence = [party for party in others if is_other_side(scene, party, known) and may_be_target(trigger, party)]
    sides = (party for party in scene.sides if is_other_side(scene, party, known))
    of_article = [like_for_like(scene, party, known, trigger.form.entry.mode) for party in sides]
    if is_protested_against(scene, trigger):
        of_sentence = []  # «مظاهرة في عمان ضد الحرب على غزة»
    if trigger.form.entry.type in ("ACCUSE", "THREATEN"):
        of_sentence = [party for party in of_sentence if not is_hurt(scene, party)]
    if trigger.form.entry.type == "ASSAULT":
        of_sentence = [party for party in of_sentence if party.actor_id not in scene.known.people]
    of_sentence = [party for party in of_sentence if not is_of_fight(scene, trigger, party)]
    if trigger.form.entry.type == "REQUEST" and trigger.form.tense == "phrase":  # «يجب أن تبقى الحدود مفتوحة»
        of_article = [party for party in of_article if party.actor_id in {p.actor_id for p in before + after}]
    if trigger.form.entry.word in PROMISES:  # «وعدت أنقرة بتعزيز أمنها»: to its people
        of_article = [party for party in of_article if party.actor_id not in scene.known.armed]
    if trigger.form.entry.type == "RETREAT":
        of_article = sorted(of_article, key=lambda party: party.actor_id != land(scene))
    main = trigger.form.entry.type == "RETREAT" or nation(scene, known) in {nation(scene, p) for p in scene.sides}
    return [*of_article, *of_sentence] if main else [*of_sentence, *of_article]


def is_hurt(scene: Scene, party: Party) -> bool:
    """Tell whether to somebody was done what others blame (ندد باغتيال فلان، صدمته إزاء قصف مدرسة للأونروا)."""
    thing = party.under == "ل" or (party.start < party.first and not party.demonym)
    if party.actor_id not in scene.known.people and not thing:
        return False
    near = scene.text.folded[max(0, party.start - 2) : party.start]
    return any(not words("undergone").isdisjoint(stripped(word)) for word in near)


def is_seat_of_talks(scene: Scene, party: Party) -> bool:
    """Tell whether a place only says where talks were held (مفاوضات جنيف، قمة شرم الشيخ)."""
    before = word_before(scene.text, party.first) if party.use == "place" and party.first else ""
    return any(bare in words("held_at") for bare in stripped(before))


def with_owner(scene: Scene, trigger: Trigger, found: Roles) -> Roles:
    """Return a seizure by one side with the other side whose demonym stands behind it (احتجزت ناقلة إيرانية)."""
    if found.source is None or found.target is not None:
        return found
    _, after = around(scene, trigger)
    foreign = (p for p in after if p.demonym and is_other_side(scene, p, found.source) and p.first - trigger.last <= 10)
    return found._replace(target=next((p for p in foreign if p.actor_id in {s.actor_id for s in scene.sides}), None))


def asks_people(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb asks, warns or refuses something that no list names (دعت الفلسطينيين، يرفض فتح تحقيق)."""
    kind = trigger.form.entry.type
    if kind not in ("REQUEST", "REJECT", "THREATEN") or trigger.form.tense not in VERBAL:
        return False
    after = (subject.last if subject and subject.first > trigger.last else trigger.last) + 1
    after += scene.text.folded[after : after + 1] in (["جميع"], ["كل"], ["كافه"])  # «دعت جميع الأطراف إلى»
    aside = behind_aside(scene, after) if kind == "REQUEST" else after
    if kind == "THREATEN" or aside > after or trigger.form.tense not in FINITE:
        return is_unlisted(scene, aside) and scene.text.folded[aside].startswith(ARTICLE)
    return is_unlisted(scene, after)


def is_of_people(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether an attack or a request meets people whom no list names (قتل للأبرياء، طلب من السكان)."""
    if trigger.form.entry.type == "ASSAULT":
        fights = trigger.form.entry.word in words("taking") or trigger.form.tense in FINITE
        return not fights and meets_persons(scene, trigger)
    if trigger.form.entry.type != "REQUEST":
        return False
    direct = trigger.form.entry.word != "طلب"  # «طلب» takes what is asked as its object
    return is_taken(scene, trigger) or (direct and asks_people(scene, trigger, subject))


def is_of_step(scene: Scene, trigger: Trigger, found: Roles) -> bool:
    """Tell whether somebody judges a step that was told before (ورحبت واشنطن بالخطوة)."""
    if trigger.form.entry.type not in ("ACCUSE", "SUPPORT") or trigger.form.tense not in FINITE:
        return False
    behind = found.source.last if found.source and found.source.first > trigger.last else trigger.last
    near = scene.text.folded[behind + 1 : behind + 4]
    return any(bare in words("step") for word in near for bare in stripped(word))


def is_of_unlisted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the genitive of a noun names unlisted people as whom it is done to (تمكين الأهالي)."""
    answers = word_before(scene.text, trigger.first - 1) in ("ردا", "الرد")  # «ردا على اغتيال نصر الله»
    able = trigger.form.entry.type in ("AID", "AGREE") or (answers and trigger.form.entry.type == "ASSAULT")
    if trigger.form.entry.genitive != "target" or trigger.form.tense != "noun" or not able:
        return False
    return is_unlisted(scene, trigger.last + 1)


def behind_aside(scene: Scene, i: int) -> int:
    """Return the place behind words that only tell where or when somebody asks (ناشد في هذا الصدد المنظمات)."""
    beside = scene.text.folded[i : i + 2]
    if len(beside) < 2 or beside[0] not in ("في", "خلال", "عبر") or beside[1] not in words("said_in"):
        return i
    return i + 3 if is_time(scene, i + 2) else i + 2


def is_time(scene: Scene, i: int) -> bool:
    """Tell whether a word only goes on with an aside: «الصدد», «ذاته», a weekday, or an indefinite noun."""
    word = next(iter(scene.text.folded[i : i + 1]), "")
    return word in BETWEEN or word in words("said_in") or not word.startswith(ARTICLE)


def is_unlisted(scene: Scene, i: int) -> bool:
    """Tell whether a word is a noun that belongs to no party of the text."""
    word = next(iter(scene.text.folded[i : i + 1]), "")
    if not word or word in BETWEEN or word in NO_NOUN or preposition_at(word) or clitic_of(word) is not None:
        return False
    beside = follows(scene.text, i - 1) or scene.text.text[scene.text.ends[i - 1] : scene.text.starts[i]].strip() == ")"
    return beside and i not in scene.named


def is_taken(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a preposition behind an act names somebody unlisted as its target (اجتمع مع رئيس القسم)."""
    wanted = TAKEN.get(trigger.form.entry.type, ())
    for i in range(trigger.last + 1, min(trigger.last + 6, len(scene.text.folded) - 1)):
        if not follows(scene.text, i - 1):
            return False
        if prepositions().get(scene.text.folded[i]) in wanted:
            word = scene.text.folded[i + 1]
            if word in COUNTERPARTS and scene.text.folded[i + 2 : i + 3] == ["من"]:
                i, word = i + 2, next(iter(scene.text.folded[i + 3 : i + 4]), "")  # «مع عدد من أهالي السجناء»
            return is_unlisted(scene, i + 1) and word not in heads("object_heads") and word not in COUNTERPARTS
    return False


def land(scene: Scene) -> str | None:
    """Return the state in whose places an article is set most often, which troops leave."""
    states = Counter(nation(scene, party) for party in scene.parties if party.use == "place" and party.under == "في")
    return next((state for state, _ in states.most_common(1)), None)


def meets_persons(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack meets civilians, suspects or a town, and so no other state (عملية ضد مشتبه بهم)."""
    near = scene.text.folded[trigger.last + 1 : trigger.last + 1 + PERSONS_WITHIN]
    if any(is_person(word) for word in near):
        return True
    on = next((i for i, word in enumerate(near[:3]) if word in ("علي", "ضد")), len(near))
    return any(bare in words("civil_aim") for word in near[on + 1 : on + 2] for bare in stripped(word))


@cache
def is_person(word: str) -> bool:
    """Tell whether a word means civilians or where they live, also in the accusative (سوقا)."""
    bare = word.removeprefix("ل").removeprefix("ل").removeprefix(ARTICLE)
    return bare in PERSONS or bare.removesuffix("ا") in PERSONS


def hits(scene: Scene, trigger: Trigger, source: Party | None, what: str) -> bool:
    """Tell whether an act meets soldiers and their arms, or ships and funds, which belong to a state."""
    behind = source.last if source and 0 < source.start - trigger.last <= 2 else trigger.last
    near = scene.text.folded[behind + 1 : behind + 5]
    return any(bare in words(what) for word in near for bare in stripped(word))


def like_for_like(scene: Scene, side: Party, known: Party, mode: str) -> Party:
    """Return the body of a side that answers the one that acts: forces for forces, a government for a government."""
    kind = next((word for word in ("armed-forces", "government") if word in known.actor_id), None)
    if kind is None or mode == "withdraw":
        return side
    return next((p for p in scene.parties if kind in p.actor_id and nation(scene, p) == side.actor_id), side)


def may_be_target(trigger: Trigger, party: Party, scene: Scene | None = None) -> bool:
    """Tell whether a party can be acted upon: a place only by acts that happen to places, or a state that is asked."""
    if scene and party.actor_id not in scene.known.country and party.under not in (None, "في", "ب"):
        return True
    given = trigger.form.entry.type in ("AID", "COOPERATE") and party.under in ("إلى", "ل")
    given = given or trigger.form.entry.word.endswith(("اعترف", "يعترف", "تعترف"))  # «اعترفت بدولة فلسطين»
    kind = trigger.form.entry.type
    given = given or (kind == "SANCTION" and party.under in ("من", "لدى", "إلى"))
    given = given or (kind == "CONCEDE" and party.under == "على")
    given = given or (kind in ("REJECT", "SUPPORT") and party.under == "إلى")  # «ألغى زيارته إلى موسكو»
    seized = kind == "COERCE" and party.under != "إلى"  # «اقتادوها إلى ميناء الحديدة»
    return party.use == "actor" or kind in PLACED or seized or given
