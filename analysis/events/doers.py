"""Who does an act that a noun tells, by the words around it: «من قبل», a relative clause, who is blamed for it."""

from bisect import bisect_left

from analysis.arabic.phrases import ARTICLE, Words, follows, places, word_before
from analysis.events.agreement import agrees, form, imperfect_form, perfect_form
from analysis.events.aims import is_killing
from analysis.events.easing import imposer
from analysis.events.noun_phrases import WITH_PRONOUN, clitic_of, preposition_at
from analysis.events.options import stripped
from analysis.events.other_side import is_unlisted
from analysis.events.parties import RELATIVES, Party, Scene, agent, bounds, breaks, is_form
from analysis.events.sets import words
from analysis.events.tellers import ascribed
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import MEDIATION, SPOKEN

BEHIND_VERB = 6  # words from such a verb to its subject at most
DONE_WITHIN = 6  # words between a noun and the verb of its relative clause at most
BOUND = ("هما", "ها", "ه")
TEH_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
BLAMED_WITHIN = 14  # words between an act and the word that blames somebody for it at most
LAID_WITHIN, LAID_ON_WITHIN = 6, 8  # words from «ألقى» to the act, and from it to whom it is laid on, at most
RESPONSIBILITY = frozenset(("مسؤوليه", "مسووليه", "مسءوليه", "مسئوليه"))
CLAIMED_WITHIN = 16  # words from an attack to who takes it upon himself behind it at most
CLAIMED = ("تبنا", "وتبنا")  # «تبناهما التنظيم»
HALLMARKS, HALLMARKS_WITHIN = ("بصمات", "بصمه", "ببصمات"), 8  # words from an act to whose hallmarks it bears at most
CARRYING_WITHIN = 3  # words from who does an act to the act at most
CAUSED_WITHIN = 4  # words between who is made to do an act and the act at most
VERB_WITHIN = 6  # words from a verb that makes somebody act, a subject between, to who is made to act at most
CAUSED = frozenset(("علي", "الي", "للقيام", "بالقيام", "القيام"))


def author_of(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who does it by a phrase behind the noun: «من قبل», «من», or a relative clause."""
    named = agent(scene, trigger, after) or given_by(scene, trigger, after) or ascribed(scene, trigger, after)
    named = named or imposer(scene, trigger, after) or claimer(scene, trigger, after)
    return named or blamed(scene, trigger, after) or doer(scene, trigger, after) or hallmarked(scene, trigger, after)


def doer(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who does it by a relative clause (هجمات تشنها جماعات، زيارة يقوم بها كيري، قصف نسب إلى الحوثيين)."""
    text = scene.text.folded
    for i in range(trigger.last + 1, min(trigger.last + DONE_WITHIN, len(text))):
        if scene.text.sentences[i] != scene.text.sentences[trigger.first] or is_killing(scene, trigger, i):
            return None
        carried = is_carried_at(scene.text, i) or text[i] in words("launched_it")
        relative = text[i - 1] in RELATIVES and i - 1 > trigger.last
        relative = relative and text[trigger.first][trigger.cut :].startswith(ARTICLE)
        if not (carried or relative) or (trigger.form.entry.type == "RETREAT" and text[i] in words("proposed_it")):
            continue  # «اقتراح لوقف إطلاق النار قدمته مصر»
        if carried and text[i].endswith("ه") and is_feminine(text[trigger.last]) and text[i] != "به":
            continue  # «غارات على مقر اتخذه الحوثيون سجنا»: the seat is meant
        reach = BEHIND_VERB if carried and (text[i].endswith("ها") or not is_feminine(text[trigger.last])) else 2
        near = (p for p in after if i < p.start <= i + reach and p.use == "actor")
        near = (p for p in near if p.under is None or (p.under == "ل" and text[p.start - 1] in words("strikes")))
        named = next((p for p in near if not any(map(is_hit, text[max(i + 1, p.start - 1) : p.start + 1]))), None)
        if named and breaks(scene.text, i, named.start):
            return None
        if carried and named is None:
            return unnamed_doer(scene, i)
        told = i not in scene.verbs or trigger.form.entry.type == "AGREE"  # «الاتفاق الذي أبرمته إيران مع روسيا»
        return named if carried or (named and told and is_taken_up(text, i, named)) else None
    return None


def is_hit(word: str) -> bool:
    """Tell whether a participle in the accusative stands before a name, which so is its object (مستهدفا الحركة)."""
    return word.startswith("م") and word.endswith("ا") and len(word) > 4 and word not in words("between")


def is_feminine(word: str) -> bool:
    """Tell whether a noun is feminine by its ending, so that «ه» behind it may end an adjective (هجمات واسعة)."""
    return word.endswith(("ه", "ات"))


def unnamed_doer(scene: Scene, i: int) -> Party | None:
    """Return whom a verb that carries its noun at word i takes over as its subject (الحرب التي خاضتها ضد إريتريا).

    Somebody behind the verb whom no list names is no such subject; a verb without one means a name before it.
    """
    text = scene.text.folded
    behind = text[i + 1] if follows(scene.text, i) else ""
    if behind and not (preposition_at(behind) or clitic_of(behind) or behind in WITH_PRONOUN):
        return None
    verb = text[i - 1] if text[i] in ("بها", "به") else bare_verb(text[i])
    past = verb.endswith(("ت", "وا")) or verb[:1] not in ("ي", "ت")
    wanted = perfect_form(verb) if past else imperfect_form(verb)
    a = scene.text.spans[scene.text.sentences[i]][0]
    first = bisect_left(scene.parties, (a,))
    inside = reversed(scene.parties[first : bisect_left(scene.parties, (i,), first)])
    free = (p for p in inside if p.under is None and p.use == "actor" and not (p.demonym or p.joined))
    return next((p for p in free if agrees(wanted, form(scene, p))), None)


def claimer(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who takes an attack upon himself behind it (هجوم على القصر، أعلنت الحركة مسؤوليتها عنه)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    text = scene.text.folded
    able = (p for p in after if p.under is None and p.last - trigger.last <= CLAIMED_WITHIN)
    return next((p for p in able if is_claiming(text[p.last + 1 : p.last + 3])), None)


def is_claiming(behind: list[str]) -> bool:
    """Tell whether the words behind a name say that it takes upon itself what was told (مسؤوليتها عنه)."""
    return len(behind) == 2 and behind[0] in words("claiming") and behind[1] in ("عنه", "عنها", "عنهما")


def blamed(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who is blamed for an act (اغتيالات ألقي باللوم فيها على الحزب، ألقت مسؤولية الهجوم على الحركة)."""
    if is_laid_on(scene, trigger):
        return next((p for p in after if p.under == "على" and p.start - trigger.last <= LAID_ON_WITHIN), None)
    _, b = bounds(scene.text, trigger.first)
    led = places(scene.text, words("blamed_for"), trigger.last + 1, min(b + 1, trigger.last + BLAMED_WITHIN))
    return next((p for p in after if led and led[0] < p.start <= led[0] + 4 and p.under == "على"), None)


def is_laid_on(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the responsibility for an act is laid on somebody (ألقيت مسؤولية الهجوم على الحزب)."""
    if trigger.form.entry.type != "ASSAULT" or word_before(scene.text, trigger.first) not in RESPONSIBILITY:
        return False
    near = scene.text.folded[max(0, trigger.first - LAID_WITHIN) : trigger.first - 1]
    return any(word.removeprefix("و") in words("lays_blame") for word in near)


def hallmarked(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whose hallmarks an attack bears (هجوم يحمل بصمات التنظيم)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    near = scene.text.folded[trigger.last + 1 : trigger.last + 1 + HALLMARKS_WITHIN]
    place = next((i for i, word in enumerate(near, trigger.last + 1) if word in HALLMARKS), None)
    if place is None or breaks(scene.text, trigger.last, place):
        return None
    return next((p for p in after if place <= p.start <= place + 1), None)


def caused(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return who is made or helped to do an act, named just before it (إلزام إسرائيل بوقف، قيام الجيش بقصف)."""
    party = next(iter(before), None)
    if party is None or party.demonym or not 1 <= trigger.first - party.last <= CAUSED_WITHIN:
        return None
    text, near = scene.text.folded, range(max(0, party.start - 2), party.start)
    between = text[party.last + 1 : trigger.first]
    lead = text[trigger.first][: trigger.cut]
    led = lead.endswith(("ب", "ل")) or any(word in CAUSED for word in between)
    led = led or any(word[:1] in ("ب", "ل") and word[1:] in words("doing_act") for word in between)
    causes = any(bare in words("causing") for i in near for bare in stripped(text[i]))
    does = "قيام" in stripped(text[party.start]) and all(word[1:] in words("doing_act") for word in between)
    causes = causes or any(word in words("carrying_out") for word in between)
    causes = causes or not words("causing").isdisjoint(text[max(0, party.start - VERB_WITHIN) : party.start])
    return party if led and (causes or does) and not breaks(scene.text, party.last, trigger.first) else None


def carrying(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whom a noun of doing, not a verb, makes the doer (تنفيذ القوات الأميركية غارة، إطلاق الجماعة صاروخا)."""
    party = next(iter(before), None)
    if party is None or party.demonym or not 1 <= trigger.first - party.last <= CARRYING_WITHIN or trigger.cut:
        return None
    if breaks(scene.text, party.last, trigger.first):
        return None
    between = scene.text.folded[party.last + 1 : trigger.first]
    if any(preposition_at(word) or word in RELATIVES for word in between):
        return None
    heads = (i for i in {party.start - 1, party.start, party.first - 1} if 0 <= i < party.first)
    does = (i for i in heads if not words("doing").isdisjoint(stripped(scene.text.folded[i])))
    return party if any(follows(scene.text, i) for i in does) else None


def is_carried_at(text: Words, i: int) -> bool:
    """Tell whether a verb that carries acts ends at word i with a pronoun for its noun (شنها، يقوم بها)."""
    word, before = text.folded[i], text.folded[i - 1]
    if not word.endswith(BOUND) or preposition_at(before) or text.text[text.ends[i] - 1] == TEH_MARBUTA:
        return False  # «محادثات مع قادة الحوثيين», «مقتل تسعة فلسطينيين»
    if word in ("بها", "به"):
        return is_form(before, "carrier_verbs")
    verb = bare_verb(word)
    return is_form(verb, "carrier_verbs") or verb in CLAIMED


def bare_verb(word: str) -> str:
    """Return a verb without the pronoun for its noun (شنها، نفذتهما)."""
    return next((word.removesuffix(end) for end in BOUND if word.endswith(end)), word)


def is_done_by_unlisted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a relative clause names somebody unlisted as who does it (حملة شنتها مديرية أمن سيناء)."""
    for i in range(trigger.last + 1, min(trigger.last + DONE_WITHIN, len(scene.text.folded) - 1)):
        if scene.text.sentences[i] != scene.text.sentences[trigger.first]:
            return False
        if is_carried_at(scene.text, i):
            return is_unlisted(scene, i + 1)
    return False


def is_taken_up(text: list[str], verb: int, named: Party) -> bool:
    """Tell whether a relative clause takes up its noun by a pronoun on its verb or on the noun behind its subject."""
    behind = text[named.last + 1 : named.last + 2]
    if text[verb + 1 : verb + 2] in (["اليه"], ["اليها"], ["عليه"], ["عليها"]):
        return True  # «الاتفاق الذي توصلت إليه إسرائيل وحماس»
    return text[verb].endswith(BOUND) or any(word.endswith("ها") for word in behind)


def given_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom «من» names behind a noun as its author (بدعوة من الحكومة، بدعم من واشنطن)."""
    alone = trigger.form.entry.type == "CONSULT" and trigger.form.entry.mode != MEDIATION
    voiced = voicing(scene, trigger, after)
    if voiced:
        return voiced
    if (
        trigger.form.entry.type == "RETREAT"
        or alone
        or ("من" in trigger.form.entry.object and trigger.form.entry.type != "AID")
    ):
        return None
    last = scene.text.folded[trigger.last] == "من"
    under = None if last else "من"
    near = [p for p in after if p.start - trigger.last <= 3 and p.first - trigger.last <= 7]
    close = (p for p in near if p.start - trigger.last <= 2 and p.under in (under, "من"))
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2] == ["من"]
    return next(close, None) or next((p for p in near if behind and p.under == "نظير"), None)  # «بدعوة من نظيره»


def voicing(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who voices an indefinite noun of speech to somebody (دعوة عاجلة من مصر إلى إيران)."""
    text, last = scene.text.folded, trigger.last
    if trigger.form.entry.type not in SPOKEN or trigger.form.tense in FINITE or trigger.form.pronoun:
        return None
    at = next((i for i in (last + 1, last + 2) if text[i : i + 1] == ["من"]), None)
    if at is None or text[trigger.first][trigger.cut :].startswith(ARTICLE) or breaks(scene.text, last, at):
        return None
    named = next((p for p in after if p.start == at + 1), None)
    if named is None or not follows(scene.text, named.last):
        return None
    met, taken = text[named.last + 1], "من" in trigger.form.entry.object
    asked = clitic_of(met) == "ل" and (not taken or named.last + 1 in scene.named)  # «طلب من مصر لتشكيل فريق»
    return named if met == "الي" or clitic_of(met) == "ب" or asked else None
