"""Triggers that tell no act of their own: lasting states, motives, whoever might do it."""

from itertools import pairwise

from analysis.arabic import numbers
from analysis.arabic.phrases import Words, folded, follows, word_before
from analysis.events.laws import is_by_law, is_prison, is_threatened
from analysis.events.options import stripped
from analysis.events.parties import RELATIVES, Party, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import CLAUSE_END, FINITE, NOMINAL, VERBAL, Trigger, is_indefinite_object

MOTIVES = ("ACCUSE", "REJECT", "SUPPORT")
DELEGATION = 12  # words from a delegation over who leads it to its verb of travel at most
TRAVELLER = 4  # words between a verb of travel and who travels at most
REACHING = 7  # words from «وصل» to what is reached at most
GOAL = 8  # words from «غادر» over who leaves what to where he goes at most
NAMES_IT = words("gives_name")
LEADS_LABEL = frozenset(("بانه", "بانها", "بانهم"))
NAMED = 6  # words from a verb of naming to the name at most
WITH_HAMZA = words("needs_hamza")
UNNAMED = 5  # words from an unnamed source's request to his name at most
BROKEN = 4  # words from a breach to the truce at most
COMMENT = 9  # words from a comment to what it is on at most
IN = frozenset(("في", "وفي"))
TO_DO = frozenset(("علي", "في"))
ON = "علي"
NO_COMMENT = frozenset(("للتعليق", "التعليق", "تعليق", "تعقيب", "للتعقيب", "التعقيب"))
PUBLISHED = 5  # words from what is put out to «نشرته» at most
JOINED = 3  # words before a verb of two in which «و» joins the second (ميركل وأردوغان اتفقا) at most
WHOEVER = 8  # words that «كل من» reaches
SENTENCE = 14  # words between an act and its motive at most
TAKES_UP = frozenset(("انه", "انها", "انهم", "بانه", "بانها", "بانهم"))  # «أن» with a pronoun for who was named
STATE_PROTESTS = ("SANCTION", "RETREAT", "REJECT", "PROTEST")  # what is done «احتجاجا على» is the protest


def is_none(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger tells no act: a lasting state, or what anybody might do."""
    return (  # written out: asked of every trigger, and a generator takes as long as what it asks
        is_adjective(text, trigger)
        or is_so_called(text, trigger)
        or is_label(text, trigger)
        or is_outcome(text, trigger)
        or lacks_hamza(text, trigger)
        or is_dawn(text, trigger)
        or is_no_dual(text, trigger)
        or is_state(text, trigger)
        or is_lasting(text, trigger)
        or is_of_whoever(text, trigger)
        or is_of_unnamed(text, trigger)
        or is_by_law(text, trigger)
        or is_reaching(text, trigger)
        or is_comment(text, trigger)
        or is_broken(text, trigger)
        or is_narrated(text, trigger)
        or is_conducive(text, trigger)
        or is_published(text, trigger)
        or is_intervention(text, trigger)
        or is_threatened(text, trigger)
        or is_prison(text, trigger)
    )


def is_broken(text: Words, trigger: Trigger) -> bool:
    """Tell whether a truce is told of as broken (خرقت روسيا وقف إطلاق النار، انهيار الهدنة)."""
    if trigger.form.entry.type != "RETREAT" or trigger.form.tense not in NOMINAL:
        return False
    near = range(max(0, trigger.first - BROKEN), trigger.first)
    at = next((i for i in near if text.folded[i].removeprefix("و") in words("breaking_truce")), None)
    return at is not None and not breaks(text, at, trigger.first)


def is_adjective(text: Words, trigger: Trigger) -> bool:
    """Tell whether a participle does not tell what was done: behind «غير», of persons, or another noun (مطالب)."""
    if trigger.form.tense != "participle":
        return False
    word, before = text.folded[trigger.first], word_before(text, trigger.first)
    critics = trigger.form.entry.type == "ACCUSE" and word.endswith("ون")
    return word.endswith("مطالب") or before == "غير" or critics or is_of_persons(text, trigger)


def is_of_persons(text: Words, trigger: Trigger) -> bool:
    """Tell whether a participle names persons: it is counted, or goes on with «آخرين» (68 متهما، متهمين آخرين)."""
    counted = numbers.is_number(word_before(text, trigger.first)) and follows(text, trigger.first - 1)
    others = text.folded[trigger.last + 1 : trigger.last + 2]
    return counted or not words("others").isdisjoint(others)


def is_so_called(text: Words, trigger: Trigger) -> bool:
    """Tell whether a verb only leads in the name that somebody gives to an act (ما تصفه بالانقلاب، فيما وصفه بأنه)."""
    names = trigger.form.pronoun and trigger.form.entry.word in NAMES_IT
    return names and word_before(text, trigger.first) in words("so_called")


def is_label(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun only says what another is called (وهو ما وصفته المعارضة بأنه انقلاب)."""
    if trigger.form.entry.type == "ACCUSE" and trigger.form.tense == "phrase":
        return not words("so_called_by").isdisjoint(text.folded[max(0, trigger.first - 2) : trigger.first])
    if trigger.form.entry.type != "ASSAULT" or trigger.cut or word_before(text, trigger.first) not in LEADS_LABEL:
        return False
    return any("وصف" in word or "تصف" in word for word in text.folded[max(0, trigger.first - NAMED) : trigger.first])


def is_outcome(text: Words, trigger: Trigger) -> bool:
    """Tell whether nobody acts, but what is told before has an effect (ما يهدد بأزمة، مما أجبر السكان على الفرار)."""
    effect = trigger.form.entry.type == "THREATEN" or trigger.form.entry.word in words("effect")
    return effect and word_before(text, trigger.first) in ("ما", "مما", "بما")


def lacks_hamza(text: Words, trigger: Trigger) -> bool:
    """Tell whether a word is printed without the hamza that makes it a trigger (هنا is here, هنأ congratulated)."""
    i = trigger.first
    bare = text.folded[i][trigger.cut :]
    return (
        bare in WITH_HAMZA and "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}" not in text.text[text.starts[i] : text.ends[i]]
    )


def is_dawn(text: Words, trigger: Trigger) -> bool:
    """Tell whether «فجر» is the dawn and not «blew up» (فجر الجمعة، في فجر ذلك اليوم)."""
    if trigger.form.entry.word != "فجر" or text.folded[trigger.first][trigger.cut :] not in ("فجر", "فجرا"):
        return False
    if text.folded[trigger.first] == "فجرا":  # «عاد الصيادون فجرا»; not: «انتحاريان فجرا نفسيهما»
        blown = text.folded[trigger.last + 1 : trigger.last + 2] in (["نفسيهما"], ["انفسهما"], ["نفسهما"])
        return not (blown or word_before(text, trigger.first).endswith(("ان", "هما")))
    after = text.folded[trigger.last + 1 : trigger.last + 2]
    at = {word_before(text, trigger.first), text.folded[trigger.first][: trigger.cut]}
    dated = bool(after) and (after[0] in words("dawn_of") or numbers.is_number(after[0]))
    return dated or not words("at_dawn").isdisjoint(at)


def is_no_dual(text: Words, trigger: Trigger) -> bool:
    """Tell whether what is written like a verb of two is an object (اتخذوا المقر سجنا; not الوزيران بحثا)."""
    word, bare = text.folded[trigger.first], folded(trigger.form.entry.word)
    if trigger.form.tense != "perfect" or word[trigger.cut :] != bare + "ا":
        return False
    joined = any(w.startswith("و") for w in text.folded[max(0, trigger.first - JOINED) : trigger.first])
    return not joined and is_indefinite_object(text, trigger, word_before(text, trigger.first))


def is_of_unnamed(text: Words, trigger: Trigger) -> bool:
    """Tell whether a source only asks not to be named (قال مسؤول طالبا عدم كشف هويته، طلب عدم نشر اسمه)."""
    if trigger.form.entry.type not in ("REQUEST", "REJECT"):
        return False
    behind = text.folded[trigger.last + 1 : trigger.last + 1 + UNNAMED]
    return not words("own_name").isdisjoint(behind) and not words("naming").isdisjoint(
        bare for word in behind for bare in stripped(word)
    )


def is_comment(text: Words, trigger: Trigger) -> bool:
    """Tell whether «علق» means that somebody speaks of something, and suspends nothing (لم تعلق كيغالي على الاتهام)."""
    behind = text.folded[trigger.last + 1 : trigger.last + 1 + COMMENT]
    if trigger.form.entry.word == "رد" and not NO_COMMENT.isdisjoint(behind):
        return True  # «لم يرد الوزير على طلب للتعليق»
    if trigger.form.entry.word != "علق" or trigger.form.tense not in FINITE:
        return False
    if ON not in behind:
        return False
    if word_before(text, trigger.first).removeprefix("و") == "لم":
        return True  # «لم تعلق قوات الدعم على النبأ»
    needs = tuple(trigger.form.entry.needs)
    return not any(bare.startswith(needs) for word in behind[: behind.index(ON)] for bare in stripped(word))


def is_narrated(text: Words, trigger: Trigger) -> bool:
    """Tell whether an article only says how the news is to be taken (في تصعيد جديد بين البلدين، قصف الجيش …)."""
    return trigger.form.entry.word == "تصعيد" and not trigger.cut and word_before(text, trigger.first) in IN


def is_conducive(text: Words, trigger: Trigger) -> bool:
    """Tell whether something only helps to bring something about (ساعدت المعلومات على …، يساعد في تهدئة الأوضاع)."""
    helps = trigger.form.entry.word == "ساعد" and trigger.form.tense in FINITE and not trigger.form.pronoun
    return helps and not TO_DO.isdisjoint(text.folded[trigger.last + 1 : trigger.last + 2])


def is_published(text: Words, trigger: Trigger) -> bool:
    """Tell whether «نشر» means that words or pictures come out, and no force (بيان نشره الجيش، نشرت الوزارة مقطعا)."""
    entry, first = trigger.form.entry, trigger.first
    if entry.word != "نشر" or entry.type != "MOBILIZE" or trigger.form.tense not in FINITE:
        return False
    if trigger.form.pronoun:
        return not any(begins(word, tuple(entry.needs)) for word in text.folded[max(0, first - PUBLISHED) : first])
    behind = text.folded[trigger.last + 1 : trigger.last + 1 + COMMENT]
    return any(begins(word, tuple(entry.unless)) and not begins(word, tuple(entry.needs)) for word in behind)


def is_intervention(text: Words, trigger: Trigger) -> bool:
    """Tell whether «تدخل» is the noun, nobody feminine before it (القوات تدخل الموصل), or «أدخل» means to let in."""
    if trigger.form.entry.word != "دخل" or trigger.form.tense != "imperfect":
        return False
    word = text.folded[trigger.first][trigger.cut :]
    return word.startswith("ا") or (word == "تدخل" and not word_before(text, trigger.first).endswith(("ه", "ات")))


def begins(word: str, beginnings: tuple[str, ...]) -> bool:
    """Tell whether a word, with or without what is written on to it, begins in one of these ways."""
    return any(bare.startswith(beginnings) for bare in stripped(word))


def is_state(text: Words, trigger: Trigger) -> bool:
    """Tell whether a relative clause tells a lasting state (القوات التي تدافع عن المدينة)."""
    relative = word_before(text, trigger.first) in RELATIVES
    return bool(relative) and trigger.form.tense == "imperfect" and trigger.form.entry.word in words("state_verb")


def is_lasting(text: Words, trigger: Trigger) -> bool:
    """Tell whether the imperfect tells that a place is held, or forces stationed; in a headline it tells of news."""
    word, below = trigger.form.entry.word, text.below(trigger.first) > 0
    if trigger.form.tense != "imperfect":
        return False
    held, stationed = word in words("holds"), word in words("stations") and not trigger.future
    told = word_before(text, trigger.first) in (*RELATIVES, "كان", "كانت")  # «التنظيم الذي كان يسيطر عليه»
    return (held and (trigger.future or below or told)) or (stationed and below)


def arrives(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a verb of travel has a traveller: a name or an office beside it (يصل كيري; not: يصل العدد إلى)."""
    entry = trigger.form.entry
    if entry.mode != "visit" or not entry.needs or trigger.form.tense not in FINITE:
        return True
    if entry.word == "غادر" and "الي" not in text.folded[trigger.last + 1 : trigger.last + 1 + GOAL]:
        return False
    beside = range(max(0, trigger.first - TRAVELLER), min(len(text.folded), trigger.last + TRAVELLER + 1))
    needs = tuple(entry.needs)
    if any(bare.startswith(needs) for i in beside if i != trigger.first for bare in stripped(text.folded[i])):
        return True
    free = [party for party in parties if party.under is None and party.use == "actor"]
    beside = any(0 < p.start - trigger.last <= 2 or 0 < trigger.first - p.last <= 3 for p in free)
    return beside or is_said_of_traveller(text, trigger, free) or is_of_delegation(text, trigger)


def is_of_delegation(text: Words, trigger: Trigger) -> bool:
    """Tell whether a delegation with who leads it stands before a verb of travel (إن وفدا برئاسة الوزير سيصل إلى)."""
    a, _ = bounds(text, trigger.first)
    a = max(a, trigger.first - DELEGATION)
    at = next((i for i in range(a, trigger.first) if text.folded[i] in ("وفدا", "الوفد")), None)
    return at is not None and not CLAUSE_END.search(text.text[text.ends[at] : text.starts[trigger.first]])


def is_said_of_traveller(text: Words, trigger: Trigger, free: list[Party]) -> bool:
    """Tell whether «أنه» takes up somebody named before, or a verb of many a body of them (ممثلين عن … سيتوجهون)."""
    a, _ = bounds(text, trigger.first)
    if word_before(text, trigger.first) in TAKES_UP:
        return any(a <= p.first < trigger.first for p in free)
    many = text.folded[trigger.first].endswith("ون") and trigger.form.tense == "imperfect"
    needs = tuple(trigger.form.entry.needs)
    return many and any(bare.startswith(needs) for word in text.folded[a : trigger.first] for bare in stripped(word))


def is_reaching(text: Words, trigger: Trigger) -> bool:
    """Tell whether what is reached is no place (الوصول إلى حل، وصلت المفاوضات إلى طريق مسدود)."""
    if trigger.form.entry.word != "وصل":
        return False
    behind = text.folded[trigger.last + 1 : trigger.last + REACHING]
    return any(lead == "الي" and word in words("reached_matter") for lead, word in pairwise(behind))


def is_of_whoever(text: Words, trigger: Trigger) -> bool:
    """Tell whether «كل من» and a verb make an act a case that may arise (كل من يخرج في مظاهرة)."""
    a = max(0, trigger.first - WHOEVER)
    if "من" not in text.folded[a : trigger.first]:
        return False
    for i in range(a, trigger.first - 1):
        pair = text.folded[i + 1] == "من" and text.folded[i].removeprefix("و").removeprefix("ل") in ("كل", "اي", "لكل")
        if pair and text.sentences[i] == text.sentences[trigger.first] and text.folded[i + 2].startswith("ي"):
            return True
    return False


def without_motives(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without those that only say why another is done (أضرب رفضا لاعتقاله، احتجاجا على)."""
    return [
        trigger
        for i, trigger in enumerate(found)
        if not (i and is_motive(text, trigger) and told(text, found[i - 1], trigger))
    ]


def is_motive(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun stands in the accusative of purpose before its preposition."""
    if (
        trigger.form.entry.type not in (*MOTIVES, "PROTEST")
        or trigger.form.tense in VERBAL
        or trigger.form.pronoun
        or not follows(text, trigger.last)
    ):
        return False
    bare, after = text.folded[trigger.first], text.folded[trigger.last + 1]
    return trigger.cut == 0 and bare.endswith("ا") and (after in ("علي", "مع") or after[:1] in ("ل", "ب"))


def told(text: Words, act: Trigger, motive: Trigger) -> bool:
    """Tell whether an act stands before its motive in one sentence."""
    marched = act.form.entry.word == "خرج"  # «خرجوا رافعين الأعلام احتجاجا»: this word says that they protest
    if motive.form.entry.type == "PROTEST" and (marched or act.form.entry.type not in STATE_PROTESTS):
        return False
    return text.sentences[act.first] == text.sentences[motive.first] and motive.first - act.last <= SENTENCE
