"""Who acts where a verb tells the act: the subject before it, behind it, or carried over."""

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.agreement import (
    form,
    is_deed_of,
    is_object,
    is_object_by_gender,
    is_one_of_many,
    is_taken_up,
    may_be_subject,
    verb_form,
)
from analysis.events.behind_acts import is_behind_act
from analysis.events.clauses import opens, without_objects
from analysis.events.control import controller
from analysis.events.first_person import is_first_person
from analysis.events.issuing import is_in_text, issuer
from analysis.events.leading import (
    behind_between,
    described,
    end_of_chain,
    first_of_chain,
    goal_of,
    is_behind_subject,
    is_expected,
    is_leading,
    last_joined,
    spokesman_of,
    titled,
)
from analysis.events.led_subjects import has_subject_before, is_led_before, led_by_was, led_in
from analysis.events.noun_phrases import WITH_PRONOUN, clitic_of, preposition_at
from analysis.events.openings import begins_with_another
from analysis.events.parties import RELATIVES, Party, Scene, around, breaks, counts_people, is_bracketed
from analysis.events.peoples import is_people
from analysis.events.pointing import LATTER
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import HIT
from analysis.events.unlisted import (
    bars,
    behind_adverbs,
    behind_aside,
    is_acting,
    is_behind_surname,
    is_oblique_of_joined,
    is_of_indefinite,
    is_of_private,
    is_somebody,
    is_unlisted_before,
)

BETWEEN = words("between")
CONTENT = ("بان", "بانه", "بانها", "بانهم")  # what leads in what somebody is blamed for
FIRST_NAMED = 6  # words from a verb to the first named of those who act at most
LED = frozenset(("ان", "بان"))  # leads in another subject: «النظام السوري أن الصواريخ التي استهدفت»
MAKES = ("أجبر", "أرغم", "اضطر", "دفع", "حمل", "كبد")  # verbs whose subject after «ما» is the act before
MADE = "by what was done before"
MATTER = words("matter")
SUBORDINATE = ("بعدما", "ان", "حيث", "اذ", "كما")
NEW_CLAUSE = ("كان", "قبل", "بعد")  # before «أن»: what follows has a subject of its own
OBLIQUE = "يين"  # of many people who are no subject: الحوثيين، not الحوثيون
PRONOUNS = words("pronoun")
TRANSITIVE = words("transitive")
UNLISTED = "no subject of a list"


def subject_of(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> tuple[Party | None, str]:
    """Return the subject of a verb: the name it stands behind, or the first free name that follows it."""
    word = word_before(scene.text, trigger.first)
    inside = [party for party in before if breaks(scene.text, party.last, trigger.first) < 10]
    ours = is_first_person(scene, trigger)
    following = None if ours else next((p for p in after if is_following(scene, p, trigger)), None)
    following = following or first_of_many(scene, trigger, after)
    over = controller(scene, trigger, inside, following)
    if over is not None:
        return over, "subject of the verb over it"
    if trigger.form.pronoun and following:
        return following, "subject after the verb"
    if stands_for_subject(scene, trigger) or (trigger.form.pronoun and word.removeprefix("و") in RELATIVES):
        return None, "subject carried over"
    if word == "حيث" and "direct" in trigger.form.entry.object and topic(scene, trigger, before):
        return topic(scene, trigger, before), "subject carried over"
    if word.removeprefix("و") in RELATIVES:
        return of_relative(scene, trigger, inside, following)
    if is_in_text(scene, trigger):
        return issuer(scene, trigger, inside), "subject carried over"
    near = (p for p in inside if is_leading(scene, p, trigger) or titled(scene, p, trigger))
    near = (p for p in near if not ours and not is_one_of_many(scene, trigger, p))  # «كل موقع لإيران سندمره»
    leading = next(near, None)
    leading = leading or (None if ours else led_in(scene, trigger, inside) or led_by_was(scene, trigger, inside))
    leading = leading or described(scene, trigger, inside)
    if leading and leading.joined and not is_of_one(scene, trigger):
        leading = next((party for party in inside if party.first < leading.first and not party.joined), leading)
    if leading and trigger.form.tense == "participle" and is_behind_subject(scene, leading):
        return None, "subject carried over"
    if leading:
        leading = first_of_chain(spokesman_of(scene, leading, inside), inside)
        return leading, "subject before the verb"
    return following, "subject after the verb" if following else missing(scene, trigger)


def missing(scene: Scene, trigger: Trigger) -> str:
    """Return why a verb has no subject: no list has the noun behind it (رحبت منظمة شيربا بالحكم), or there is none."""
    behind = behind_adverbs(scene, trigger)
    return UNLISTED if behind < len(scene.text.folded) and is_acting(scene, trigger, behind) else "no subject"


def of_relative(scene: Scene, trigger: Trigger, inside: list[Party], following: Party | None):
    """Return the subject of the verb of a relative clause, and the rule: the name before it, else the one behind."""
    word = word_before(scene.text, trigger.first)
    inside = [party for party in inside if not is_bracketed(scene, party, trigger)]
    near = inside[0] if inside and trigger.first - inside[0].last <= 4 else None
    antecedent = near and (None if LED.intersection(scene.text.folded[near.last + 1 : trigger.first]) else near)
    if word in ("ما", "مما") and trigger.form.entry.word in MAKES:
        return None, MADE  # «ما أجبر القوات على الانسحاب»: the act before makes them do it
    if word in ("ما", "مما") and following and following.start == trigger.last + 1:
        return following, "relative clause"  # «وهو ما تعهدت لندن بتنفيذه»
    if word in RELATIVES and word not in ("ما", "مما") and is_taken_up(scene, trigger):
        return following, "subject after the verb" if following else "no subject"
    if word.startswith("و") and word != "و":
        many = (p for p in inside if form(scene, p) == "p") if word == "والذين" else ()
        antecedent = taken_up(scene, trigger, inside) or next(iter(many), antecedent)
    return (following if antecedent is None or antecedent.use == "place" else antecedent), "relative clause"


def is_of_one(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb behind its subject is said of one alone (الجيش يقصف القرية والأمم المتحدة تندد به)."""
    one = trigger.form.tense in FINITE and verb_form(trigger, scene.text.folded[trigger.first]) in ("m", "f")
    return one and not trigger.form.pronoun


def taken_up(scene: Scene, trigger: Trigger, inside: list[Party]) -> Party | None:
    """Return whom «والذي» takes up again: the name before a relative clause (الحركة التي تقود تمردا والتي بايعت)."""
    told = (p for p in inside if scene.text.folded[p.last + 1] in RELATIVES and not p.demonym)
    return next((p for p in told if may_be_subject(scene, trigger, p) and p.last < trigger.first - 2), None)


def stands_for_subject(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a pronoun before a verb is its subject, so that a name behind it is none (أنها سلمت مصر طائرات)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    return any(word in PRONOUNS for word in (before[-1:] if before[-1:] != ["قد"] else before))


def topic(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the free name nearest before a verb in its sentence, unless «نحن» speaks: then the speaker is meant."""
    if is_first_person(scene, trigger):
        return None
    free = [
        p
        for p in before
        if p.under is None and p.use == "actor" and not p.joined and breaks(scene.text, p.last, trigger.first) < 10
    ]
    free = [party for party in without_objects(scene, free) if may_be_subject(scene, trigger, party)]
    return next((party for party in free if not party.demonym), free[0] if free else None)


def is_following(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb can be its subject: free, near, no other verb or preposition between."""
    if trigger.form.tense == "participle":
        return False  # «داعيا إسرائيل إلى وقف القصف»: whom it names is asked
    last = goal_of(scene, trigger)
    private = party.demonym and is_of_private(scene, party.last)  # «شكك معهد أميركي في»
    if party.under is not None or party.use == "place" or party.start - last > 3 or party.joined or private:
        return False
    if any(i in scene.verbs for i in range(last + 1, party.first)):
        return False
    if is_no_subject(scene, party, trigger) or has_another_before(scene, party, trigger):
        return False
    if trigger.form.tense in FINITE and verb_form(trigger, scene.text.folded[trigger.first]) == "p":
        return False  # «التقوا عبد الواحد نور»: before its subject a verb is singular
    if trigger.form.entry.word in TRANSITIVE and is_only_one(scene, party, trigger):
        return False
    words = [word for word in scene.text.folded[last + 1 : party.start] if word not in WITH_PRONOUN]
    if words and words[0].endswith("ون") and is_people(scene.text, last + 1):
        return False  # «دان الفلسطينيون قرار الكنيست»
    if is_behind_act(scene, party, trigger):
        return True
    return not any(bars(word) for word in words) and not breaks(scene.text, last, party.start)


def has_another_before(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a verb has its subject before it, which «كان» or «أن» leads in (أن وحداتها أسقطت طائرة روسية)."""
    object_ = "direct" in trigger.form.entry.object and party.start == trigger.last + 1
    unlisted = is_unlisted_before(scene, trigger) or begins_with_another(scene, trigger)
    unlisted = unlisted or is_of_private(scene, trigger.first - 1)
    if object_ and not trigger.form.pronoun and unlisted:
        return True  # «الرئاسة تحمل حماس المسؤولية»، «وزير الثقافة يلتقي السيسي»
    return has_subject_before(scene, trigger) or (party.demonym and is_led_before(scene, trigger))


def is_no_subject(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb can only be acted upon, told, or talked of."""
    oblique = party.start == party.first and scene.text.folded[party.first].endswith(OBLIQUE)  # «شبكة تمول الحوثيين»
    acted_upon = oblique or is_object(scene, party, trigger) or is_object_by_gender(scene, party, trigger)
    acted_upon = acted_upon or is_described(scene, party, trigger) or is_deed_of(scene, party, trigger)
    acted_upon = acted_upon or is_behind_surname(scene, party, trigger)
    attack = trigger.form.entry.type in (*HIT, "MOBILIZE")  # «دخلت الآليات التركية»
    return acted_upon or is_told(scene, party, trigger) or (not attack and is_talked_of(scene, party))


def is_described(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether what somebody is called, or charged with, directly follows a name (ووصفت السويد بأنها معتدية)."""
    beside = party.start == trigger.last + 1 and not trigger.form.pronoun
    if trigger.form.entry.word not in words("describing") or not beside:
        return False
    last = end_of_chain(scene, party)
    word = scene.text.folded[last + 1] if follows(scene.text, last) else ""
    return word in CONTENT or clitic_of(word) == "ب"


def is_talked_of(scene: Scene, party: Party) -> bool:
    """Tell whether a name only says whose a matter is (وناقش سبل تنفيذ قرار المجلس، وبحث معه الملف السوري)."""
    head = min(party.start, party.first - 1) if party.demonym else party.start
    return head < party.first and scene.text.folded[head].removeprefix(ARTICLE) in MATTER


def is_told(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands behind a verb with «ل», whose subject goes on from before (سافر ليبلغ الوكالة)."""
    led = scene.text.folded[trigger.first][: trigger.cut].endswith("ل") and trigger.form.tense == "imperfect"
    return led and "direct" in trigger.form.entry.object[:1] and party.start == trigger.last + 1


def first_of_many(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the first named of several who act (تطالب دول عدة بينها ماليزيا بهذه المحكمة)."""
    close = next((p for p in after if p.start - trigger.last <= FIRST_NAMED), None)
    if close is None or trigger.form.tense not in FINITE or close.under is not None:
        return None
    led = word_before(scene.text, close.start) in words("among") and is_acting(scene, trigger, trigger.last + 1)
    acts = trigger.form.entry.type not in HIT or scene.text.folded[trigger.last + 1] in words("armed_groups")
    return close if led and acts else None  # «قتل أشخاص بينهم فلان»: he did not act


def is_only_one(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether nobody else stands behind a verb that needs an object and has its subject before it.

    «وحث الرئيس على الحوار»، «وطردت الحوثيين وحلفاءهم من معاقلهم»، «قرارا طالب الحوثيين بوقف هجماتهم».
    """
    text = scene.text.folded
    before_verb = word_before(scene.text, trigger.first)
    led = before_verb in SUBORDINATE and word_before(scene.text, trigger.first - 1) not in NEW_CLAUSE
    if is_expected(scene, trigger) and trigger.form.entry.type == "CONSULT" and not follows(scene.text, party.last):
        return True  # «ومن المقرر أن يلتقي الرئيس إلهام علييف.»
    blamed = text[party.last + 1 : party.last + 2]
    told = bool(blamed) and blamed[0] in CONTENT  # «ووصفت تركيا بأنها غير جديرة بالثقة»
    joined = text[trigger.first].startswith("و") and (told or not opens(scene, trigger))
    joined = joined or before_verb == "كما"
    if not (joined or led or is_of_indefinite(scene, trigger)) or trigger.form.pronoun:
        return False
    before, _ = around(scene, trigger)
    if text[party.first] in LATTER or not may_be_subject(scene, trigger, topic(scene, trigger, before)):
        return False  # «ودعا الأخير إلى ضبط النفس»
    last = behind_between(scene, last_joined(scene, end_of_chain(scene, party)))
    if not follows(scene.text, last):
        aside = "(" in scene.text.text[scene.text.ends[last] : scene.text.ends[last] + 3]
        return joined and not aside  # «نفت موسكو التورط، واتهمت العسكريين الأوكرانيين»
    last = behind_aside(text, last)
    word = text[last + 1]
    if led and not joined and word == "من":
        return False  # «زارت الجزيرة بعدما حذرت بكين من عواقب»
    by = trigger.form.entry.type == "ACCUSE" and word.startswith("بت")  # «اتهم المبعوث بترداد مواقف»
    by = by and all(p.first != last + 1 for p in scene.parties)
    preposition = preposition_at(word) or clitic_of(word) or word in CONTENT or by
    if trigger.form.entry.type == "CONSULT" and preposition in trigger.form.entry.object:
        return False  # «يلتقي الوفد بوزير الخارجية»
    return bool(preposition) or word in WITH_PRONOUN


def unnamed_subject(scene: Scene, trigger: Trigger, before: list[Party]) -> bool:
    """Tell whether a verb's subject is somebody whom no list names (قتل 9 مدنيين، طالب متظاهرون، دعا السياسيون)."""
    if trigger.form.tense == "participle":
        return False
    if is_led_before(scene, trigger):
        return True  # «أن طائرة تابعة للجيش قصفت»
    if is_unlisted_before(scene, trigger) or is_of_indefinite(scene, trigger) or has_subject_before(scene, trigger):
        return True
    if not follows(scene.text, trigger.last):
        return False
    after = behind_adverbs(scene, trigger)
    word = scene.text.folded[after]
    named = after in scene.named
    if is_oblique_of_joined(scene, trigger):
        return False  # «توغلت القوات في القرية واعتقلت شابين»
    if word in words("many_of") or counts_people(word) or (word.endswith("ون") and not named):
        return True  # «فجر انتحاريون»، «دان الفلسطينيون»
    if is_acting(scene, trigger, after) or is_somebody(scene, trigger, after):
        return True
    if named or word in BETWEEN or preposition_at(word) or not word.startswith(ARTICLE):
        return False  # «احتجزتهما الجمعة»
    if trigger.form.pronoun and trigger.form.tense in FINITE:
        return True  # «أدانها المجتمع الدولي»: the object is a pronoun
    return not before and "direct" not in trigger.form.entry.object[:1]
