"""The two parties of a mutual act: named by «بين … و …», two demonyms, «الجانبان», or joined by «تبادل»."""

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.bygone import is_matter_of_blame
from analysis.events.noun_phrases import preposition_at
from analysis.events.owners import antecedent
from analysis.events.parties import RELATIVES, Party, Scene, Told, around, breaks, same
from analysis.events.sets import words
from analysis.events.together import VOICED, home, is_joint
from analysis.events.triggers import Trigger
from analysis.events.types import MEDIATION, MUTUAL, SHARED, SPOKEN
from analysis.events.usual import BOTH_FIGHT

VOICED_WITHIN = 3  # words from such an act to «بين» at most
BOTH, TWO_PERSONS = words("both"), words("two_persons")
LANDS = frozenset(("البلدان", "البلدين", "الدولتان", "الدولتين", "الجارتان", "الجارتين"))
BOTH_WITHIN = 7  # words from an act to «بين البلدين» at most
BOTH_BEFORE = 3  # words from «الطرفان» to an act at most
GATHERED = frozenset(("جمعتهما", "جمعهما"))  # «القمة التي جمعتهما»
GATHERED_WITHIN = 4  # words from a meeting to the verb that says whom it brings together at most
TOLD_WITHIN = 2  # sentences from an act of two to «الطرفان» at most
FAR_BETWEEN = 6  # words from a fight to «بين» at most
OF_TWO = "of two told of"
BOTH_SAY = "said by two told of"
CAMP = 20  # words from «بين» to «من جهة» at most
CAMPS = ("جهه", "ناحيه", "جانب")
TAKEN_UP = 3  # words from «الذي» to the two who did it at most
# «رسوم على كندا بعد اتصال بين ترمب وترودو»: another act
APART = frozenset(("بعد", "عقب", "اثر", "قبل", "قبيل", "لكن", "ولكن", "فيما", "بينما")) | words("follows_on")


def of_two(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return the roles of two who are named together, or of the one of them whom a list names; else None."""
    pair = pair_of(scene, trigger, after)
    if pair:
        return of_pair(scene, trigger, pair, voiced_by(scene, trigger, before, speaker))
    one = one_of_two(scene, trigger, after)
    if one:
        return one, None, "between two, one of them listed"
    return (None, None, "between two whom no list names") if is_between_unlisted(scene, trigger) else None


def of_pair(scene: Scene, trigger: Trigger, pair: tuple[Party, Party], voice: Party | None):
    """Return the roles of two named together, or of the one who voices what they have between them."""
    if voice:
        return voice, next((p for p in pair if home(scene, p) != home(scene, voice)), None), "who says so"
    both = is_both(scene, trigger.last + 1) or is_dual(scene, trigger)
    return *pair, "both sides" if both else "between two"


def voiced_by(scene: Scene, trigger: Trigger, before: list[Party], speaker: Party | None) -> Party | None:
    """Return who wishes or affirms what two have between them (رغبته في تعزيز الشراكة بين واشنطن وبغداد)."""
    if trigger.form.entry.type not in ("AGREE", "SUPPORT"):
        return None
    if trigger.form.pronoun or "دعمه" in trigger.form.entry.word:
        return antecedent(scene, trigger, before) or speaker
    return speaker if "تأكيد" in trigger.form.entry.word else None


def pair_of(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of an act told by a noun: named by «بين», or «الوفدين» of the article's two states."""
    if is_dual(scene, trigger):
        before, _ = around(scene, trigger)
        named = [
            p for p in before if p.use == "actor" and not p.demonym and breaks(scene.text, p.last, trigger.first) < 3
        ]
        if len(named) > 1 and not same(named[0], named[1]):
            return named[1], named[0]  # «طلب كارتر من بارزاني أثناء اجتماعهما»
    if trigger.form.entry.mode == MEDIATION:
        return None  # «توصل إليها الطرفان بوساطة قطرية مصرية»
    if len(scene.sides) == 2 and is_of_both(scene, trigger):
        return scene.sides[0], scene.sides[1]
    gathered = brought_together(scene, trigger, after)
    if gathered:
        return gathered
    exchanged = joined_before(scene, trigger) or exchanging(scene, trigger)
    if exchanged is None and len(scene.sides) == 2 and (is_both(scene, trigger.last + 1) or is_dual(scene, trigger)):
        return scene.sides[0], scene.sides[1]
    return between(scene, trigger, after) or exchanged


def brought_together(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two whom a meeting brings together, or who take part in it (اللقاء الذي جمع الأسد بلافروف)."""
    if trigger.form.entry.type != "CONSULT":
        return None
    text = scene.text.folded
    near = range(trigger.last + 1, min(trigger.last + 1 + GATHERED_WITHIN, len(text)))
    at = next((i for i in near if text[i].removeprefix("س") in words("gathers")), None)
    if at is None or breaks(scene.text, trigger.last, at):
        return None
    two = [p for p in after if at < p.start and p.use == "actor" and not p.demonym][:2]
    met = len(two) == 2 and two[0].start - at <= 3 and two[1].start - two[0].last <= GATHERED_WITHIN
    together = met and two[0].under is None and (two[1].joined or two[1].under in ("ب", "مع", "نظير"))
    return (two[0], two[1]) if together and not same(*two) else None


def joined_before(scene: Scene, trigger: Trigger) -> tuple[Party, Party] | None:
    """Return the two of its sentence whom «بينهما» behind a noun takes up (الجبير وجينتيلوني … المباحثات بينهما)."""
    if "بينهما" not in scene.text.folded[trigger.last + 1 : trigger.last + 4]:
        return None
    before, _ = around(scene, trigger)
    able = [party for party in before if party.use == "actor" and not party.demonym]
    joined = next((i for i, party in enumerate(able[:-1]) if party.joined and not same(party, able[i + 1])), None)
    return None if joined is None else (able[joined + 1], able[joined])


def exchanging(scene: Scene, trigger: Trigger) -> tuple[Party, Party] | None:
    """Return the two whom «تبادل» joins (تبادلت القوات الباكستانية والهندية إطلاق النار)."""
    before, _ = around(scene, trigger)
    if len(before) < 2 or not before[0].joined or same(before[0], before[1]) or is_matter_of_blame(scene, trigger):
        return None
    verb = scene.text.folded[before[1].start - 1 : before[1].start]
    near = trigger.first - before[0].last <= 4 and not breaks(scene.text, before[1].first, trigger.first)
    return (before[1], before[0]) if near and any(word in words("exchange") for word in verb) else None


def is_both(scene: Scene, i: int) -> bool:
    """Tell whether words mean the two sides (الجانبان، على الحدود بين البلدين، الذي توصل إليه الجانبان)."""
    behind = scene.text.folded[i : i + BOTH_WITHIN]
    if "بينهما" in behind[:3] or not BOTH.isdisjoint(behind[:1]):
        return True
    if BOTH.isdisjoint(behind):
        return False
    at = next(place for place, word in enumerate(behind) if word in BOTH)
    if breaks(scene.text, i, i + at) or any(i <= party.first < i + at for party in scene.parties):
        return False
    if any(word.startswith("ل") for word in behind[:at]):
        return False  # «محادثات لإحياء التعاون بين الدولتين»
    return behind[at - 1] in ("بين", "كلا", "كلتا") or (behind[0] in RELATIVES and at <= TAKEN_UP)


def two_named(scene: Scene, trigger: Trigger) -> str | None:
    """Return the word for two told of before that is the subject of a verb (وناقش الوزيران، وكان البلدان قد اتفقا)."""
    text, before = scene.text.folded, trigger.first - 1
    before -= before > 0 and text[before] == "قد"
    behind = text[trigger.last + 1] if follows(scene.text, trigger.last) else ""
    if behind.endswith("ان") and (behind in BOTH or behind in TWO_PERSONS):
        return behind
    if behind in words("of_both"):  # «اجتمع وزيرا خارجية البلدين»
        owned = text[trigger.last + 2 : trigger.last + 5]
        return next((word for word in owned if word in BOTH), None)
    dual = text[trigger.first].endswith(("ا", "ان")) and before > 0 and not preposition_at(text[before - 1])
    led = dual and follows(scene.text, before) and (text[before] in BOTH or text[before] in TWO_PERSONS)
    return text[before] if led else None


def is_of_both(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether people of both sides stand directly before talks (يعقد وزيرا خارجية البلدين لقاء)."""
    beside = word_before(scene.text, trigger.first) in BOTH and follows(scene.text, trigger.first - 1)
    return trigger.form.entry.type == "CONSULT" and beside


def is_dual(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the pronoun on a noun means two who act together (لقائهما)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 1 + GATHERED_WITHIN]
    both = scene.text.folded[trigger.first].endswith("هما") or not GATHERED.isdisjoint(behind)
    mutual = trigger.form.entry.type in ("CONSULT", "COOPERATE") or trigger.form.entry.word in ("وافق", "اتفق")
    return mutual and both  # not «التزامهما»: each has his own


def between(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of «بين … و …» behind a noun, or of two demonyms (محادثات أمريكية عراقية)."""
    if trigger.form.tense == "phrase" and trigger.form.entry.word.startswith("عن "):
        return None  # «عن استعدادها لاستضافة محادثات بين أنقرة ودمشق»: who is ready speaks
    apart_named = in_camps(scene, trigger, after)
    if apart_named:
        return apart_named
    able = [p for p in after if p.under == "بين" and breaks(scene.text, trigger.last, p.start) <= 1]
    if able and not words("joins_places").isdisjoint(scene.text.folded[max(0, able[0].start - 3) : able[0].start]):
        return None  # «على الطريق الرابط بين نواكشوط وورقلة»
    inside = [p for p in able if p.start - trigger.last <= (CAMP if trigger.form.entry.word in BOTH_FIGHT else 14)]
    far = inside and trigger.form.entry.type in VOICED and inside[0].start - trigger.last > VOICED_WITHIN
    if far:
        return None  # «رفض الاتفاق السياسي الموقع بين»: another noun's
    apart = inside and not APART.isdisjoint(scene.text.folded[trigger.last + 1 : inside[0].start])
    if len(inside) >= 2 and not apart and not same(inside[0], inside[1]):
        return inside[0], inside[1]
    beside = [party for party in after if party.demonym and party.first - trigger.last <= 3]
    if len(beside) >= 2 and is_joint(scene, trigger, beside[1]):
        return None  # «غارات أميركية بريطانية»: the two act together
    if len(beside) >= 2 and beside[1].first - beside[0].last == 1 and not same(beside[0], beside[1]):
        return beside[0], beside[1]
    return None


def in_camps(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the first of each of two camps (بين الجيش وحلفائه من جهة، والمتمردين من جهة أخرى)."""
    text = scene.text.folded
    first = next((p for p in after if p.under == "بين" and p.first - trigger.last <= CAMP), None)
    if first is None:
        return None
    ends = (i for i in range(first.last + 1, first.last + CAMP) if text[i : i + 1] and text[i] in CAMPS)
    end = next((i for i in ends if text[i - 1] == "من"), None)
    second = next((p for p in after if end is not None and 0 < p.start - end <= 2), None)
    return (first, second) if second and not same(first, second) else None


def is_between_unlisted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «بين» behind a noun leads in people whom no list names (مواجهات عنيفة اندلعت بين مسلحين وبدو)."""
    text, fight = scene.text.folded, trigger.form.entry.word in BOTH_FIGHT
    behind = range(trigger.last + 1, min(trigger.last + 1 + (FAR_BETWEEN if fight else 1), len(text) - 1))
    led = next((i for i in behind if text[i] == "بين"), None)
    if led is None or not follows(scene.text, trigger.last) or breaks(scene.text, trigger.last, led):
        return False
    near = (p for p in scene.parties if led < p.first <= led + 8 and not (fight and p.use == "place"))
    people = text[led + 1].removeprefix(ARTICLE)
    many = people in words("civilian") or people in words("acting") or (fight and people.endswith("ين"))
    return many and all(breaks(scene.text, led, p.first) for p in near)


def one_of_two(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the one whom a list names of two whom «بين» names close behind a noun (بين الحكومة وأحزاب المعارضة)."""
    text = scene.text.folded
    led = next((i for i in range(trigger.last + 1, min(trigger.last + 4, len(text))) if text[i] == "بين"), None)
    mutual = trigger.form.entry.type in SHARED or trigger.form.entry.word in BOTH_FIGHT
    mutual = mutual and trigger.form.entry.mode != MEDIATION and not is_own(trigger)
    if led is None or not mutual or breaks(scene.text, trigger.last, led):
        return None
    inside = [p for p in after if p.under == "بين" and p.first - led <= 8]
    return inside[0] if len(inside) == 1 and not inside[0].demonym else None


def is_own(trigger: Trigger) -> bool:
    """Tell whether a noun of agreement is one side's own (عن استعدادها للتوسط بين إسرائيل والفلسطينيين)."""
    voiced = trigger.form.tense == "phrase" and trigger.form.entry.word.startswith("عن ")
    return trigger.form.entry.type == "AGREE" and (voiced or trigger.form.pronoun)


def partner(trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return whom «و» joins to the source of a mutual act (اتفاق واشنطن وبغداد)."""
    if source is None or trigger.form.entry.type not in SHARED or trigger.form.entry.mode in (MEDIATION, "visit"):
        return None  # «هدنة بوساطة قطرية وتركية»، «وصل ماكرون وشولتس إلى كييف»
    beside = (p for p in after if 0 < p.start - source.last <= 2 and not same(p, source))
    return next((p for p in beside if p.joined or p.under == "نظير"), None)  # «عقد لافروف ونظيره فيدان اجتماعا»


def with_two_told(scene: Scene, trigger: Trigger, told: Told) -> Scene:
    """Return a scene without two sides with those of the last act told, where «الطرفان» stands near a trigger."""
    near = scene.text.folded[max(0, trigger.first - BOTH_BEFORE) : trigger.last + BOTH_WITHIN]
    if len(scene.sides) == 2 or BOTH.isdisjoint(near) or told.source is None or told.target is None:
        return scene
    if scene.text.sentences[trigger.first] - scene.text.sentences[told.holder.first] > TOLD_WITHIN:
        return scene
    return scene._replace(sides=[told.source._replace(under=None), told.target._replace(under=None)])


def of_two_acting(scene: Scene, trigger: Trigger, after: list[Party], told: Told, subject: Party | None):
    """Return source, target and rule of a verb whose subject is two together, else None."""
    paired = (subject is None or is_both(scene, trigger.last + 1)) and object_of_both(scene, trigger, after) is None
    pair = pair_of_verb(scene, trigger, after) if paired else None
    if pair:
        return *pair, "both sides"
    if subject is not None:
        return None
    both = two_named(scene, trigger) if trigger.form.entry.type in SPOKEN else None
    thanked = object_of_both(scene, trigger, after)
    if both and (trigger.form.entry.type not in MUTUAL or thanked):
        return (scene.sides[0], thanked, "both sides") if len(scene.sides) == 2 else (None, thanked, BOTH_SAY)
    if trigger.form.entry.type not in MUTUAL:
        return None
    who, sides = two_named(scene, trigger), scene.sides
    if len(sides) == 2 and who in LANDS:
        return (*sides, "both sides")  # «وكان البلدان قد وقعا اتفاقا»
    pair = last_pair(trigger, scene, told)
    if pair:
        return *pair, "the two told before"
    return (*sides, "both sides") if len(sides) == 2 and who in BOTH else (None, None, OF_TWO) if who else None


def object_of_both(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom both speak of together: the name behind them (شكر الجانبان العراق)."""
    if trigger.form.entry.type != "SUPPORT" or not is_both(scene, trigger.last + 1):
        return None
    beside = (p for p in after if p.first == trigger.last + 2 and p.under is None and not p.demonym)
    return next(beside, None)


def pair_of_verb(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of a mutual act: «الجانبان», or «بين … و …» behind the verb (تدهورت العلاقات بين …)."""
    if trigger.form.entry.type not in MUTUAL:
        return None
    if is_both(scene, trigger.last + 1) and len(scene.sides) == 2:
        return scene.sides[0], scene.sides[1]
    return between(scene, trigger, [party for party in after if not party.demonym])


def last_pair(trigger: Trigger, scene: Scene, told: Told) -> tuple[Party, Party] | None:
    """Return the two of the last act told, where a verb in the dual says that they act together (سيتباحثان)."""
    word = scene.text.folded[trigger.first]
    dual = word.endswith(("ان", "تا")) or (word.endswith("ا") and not word.endswith(("وا", "نا")))
    holder = told.holder
    if not dual or trigger.form.pronoun or holder is None or holder.form.entry.type not in MUTUAL:
        return None
    near = 0 <= scene.text.sentences[trigger.first] - scene.text.sentences[holder.first] <= 1
    if any(p.joined and trigger.first - 3 <= p.last < trigger.first for p in scene.parties):
        return None  # «القوات الأوكرانية والروسية اتفقتا»
    return (told.source, told.target) if near and told.source and told.target else None
