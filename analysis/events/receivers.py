"""Who receives an act or a guest: «تلقى دعوة», «قبلت الحركة الدعوة», «واجهت انتقادات», so that another did it."""

from functools import cache

from analysis.arabic.phrases import ARTICLE, word_before
from analysis.events.clauses import subject_at
from analysis.events.noun_phrases import clitic_of
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, agent, around, bounds, breaks, same
from analysis.events.possessors import is_apart
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

GIVEN = ("REQUEST", "THREATEN", "AID", "ACCUSE", "SUPPORT")
SENT = words("sent")
BACKED = ("حصل", "حصلت", "حظي", "حظيت")  # in whichever tense
ATTENDED = 10  # words between «شارك» and the meeting at most
HELD_WITHIN = 4  # words from who is held to the arrest at most
HANDED = 2  # words from who is given something to that
BEFORE_MET = words("between") | {"مع"}  # «في جدة أمس الرئيس فلان»، «مساء أمس مع فلان»
FARTHEST = 10  # commas within one sentence at most; a full stop counts as many
WITHIN = 6  # words between a verb of receiving and what is received at most


def received(scene: Scene, trigger: Trigger) -> tuple[Party | None, Party | None] | None:
    """Return who gives and who receives an act that a verb of receiving takes as its object; None elsewhere."""
    if (trigger.form.entry.type not in GIVEN and trigger.form.entry.word not in SENT) or trigger.form.pronoun:
        return None
    a, _ = bounds(scene.text, trigger.first)
    for verb in range(trigger.first - 1, max(a, trigger.first - WITHIN) - 1, -1):
        if not is_receiving(scene.text.folded[verb]) or breaks(scene.text, verb, trigger.first):
            continue
        if scene.text.folded[trigger.first][: trigger.cut].endswith("ب") and not is_backing(scene, verb):
            return None  # «تواجه إيران اتهامات بتزويد روسيا بمسيرات»: what she is said to do
        receiver = subject_at(scene, verb, trigger.first) or behind_accepts(scene, verb) or who_answers(scene, verb)
        by_many = scene.text.folded[verb].endswith("وا")  # «بعد أن تلقوا تهديدات»: people unlisted
        given = giver(scene, trigger, receiver) if receiver or by_many or is_backing(scene, verb) else None
        return (given, receiver) if receiver or given or by_many else None
    return None


def handed(scene: Scene, trigger: Trigger) -> tuple[Party, Party] | None:
    """Return who gives and who is given what stands behind both without a preposition (سلمت فرنسا لبنان مساعدات)."""
    before, _ = around(scene, trigger)
    if trigger.form.entry.type != "AID" or len(before) < 2 or trigger.cut:
        return None
    given, giver_ = before[:2]
    beside = (
        given.start == giver_.last + 1 and trigger.first - given.last <= HANDED and not (given.under or giver_.under)
    )
    verb = word_before(scene.text, giver_.start).removeprefix("و") if giver_.start else ""
    return (giver_, given) if beside and verb in words("giving") and not same(given, giver_) else None


def attended(scene: Scene, trigger: Trigger) -> tuple[Party, Party] | None:
    """Return who takes part in the meeting of a body, and that body (شارك الرئيس المصري في قمة الاتحاد الأفريقي)."""
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense != "noun" or trigger.cut:
        return None
    near = range(trigger.first - 1, max(-1, trigger.first - 1 - ATTENDED), -1)
    verb = next((i for i in near if not words("attending").isdisjoint(stripped(scene.text.folded[i]))), None)
    if verb is None or breaks(scene.text, verb, trigger.first):
        return None
    before, after = around(scene, trigger)
    guest = next((p for p in before if p.start == verb < p.first), None)  # the verb reads as a noun of his title too
    guest = guest or subject_at(scene, verb, trigger.first)
    body = next((p for p in after if p.start == trigger.last + 1 and p.under is None and p.use == "actor"), None)
    return (guest, body) if guest and body and not same(guest, body) else None


def is_attended_by(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether who only attended a meeting told before stands behind it (حضر اللقاء الوزير فلان)."""
    talks = trigger.form.entry.type == "CONSULT" and trigger.form.tense == "noun" and not trigger.form.pronoun
    verb = word_before(scene.text, trigger.first).removeprefix("و")
    return talks and verb in words("attended_by") and scene.text.folded[trigger.first].startswith(ARTICLE)


def met_far(scene: Scene, trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return the person met behind the long titles of who met him (التقى الأمير، ولي العهد، أمس، الرئيس فلان)."""
    meets = trigger.form.entry.type == "CONSULT" and "مع" in trigger.form.entry.object
    if not meets or trigger.form.tense not in FINITE or source is None or source.first < trigger.last:
        return None
    behind = [p for p in after if p.first > source.last and p.actor_id in scene.known.people and not same(p, source)]
    person = next(iter(behind), None)
    if person is None or person.under not in (None, "مع") or person.start == person.first or person.joined:
        return None
    apart, led = breaks(scene.text, trigger.last, person.start), word_before(scene.text, person.start) in BEFORE_MET
    between = range(source.last + 1, person.start)
    return person if (led or apart > 0) and apart < FARTHEST and not any(i in scene.verbs for i in between) else None


def held_under(scene: Scene, trigger: Trigger) -> tuple[Party | None, Party] | None:
    """Return who holds and who is held (وضعت السلطات الغنوشي رهن الاعتقال، أكدت سو تشي أنها قيد الإقامة الجبرية)."""
    if trigger.form.entry.type != "COERCE" or trigger.first == 0:
        return None
    if word_before(scene.text, trigger.first) not in words("held_under"):
        return None
    before, _ = around(scene, trigger)
    near = [p for p in before if trigger.first - p.last <= HELD_WITHIN and p.use == "actor" and not p.demonym]
    if not near or breaks(scene.text, near[0].last, trigger.first):
        people = (p for p in before if p.actor_id in scene.known.people and p.under is None)
        told = next((p for p in people if breaks(scene.text, p.last, trigger.first) <= 2), None)
        return (None, told) if told else None
    holder = next((p for p in before[1:2] if p.last == near[0].start - 1 and p.under is None), None)
    return (None if same(holder, near[0]) else holder), near[0]


def is_backing(scene: Scene, verb: int) -> bool:
    """Tell whether a verb takes what is received by a preposition, and not by an object (حصل على دعم، حظي بتأييد)."""
    return scene.text.folded[verb].endswith(BACKED)


def who_answers(scene: Scene, noun: int) -> Party | None:
    """Return who does something in answer to an invitation (يزور الرئيس موسكو تلبية لدعوة من نظيره)."""
    if scene.text.folded[noun] != "تلبيه":
        return None
    a, _ = bounds(scene.text, noun)
    free = (p for p in reversed(scene.parties) if a <= p.first < noun and p.under is None and not p.joined)
    return next((p for p in free if p.use == "actor" and not p.demonym), None)


def behind_accepts(scene: Scene, verb: int) -> Party | None:
    """Return who stands behind «قبل», accepted, which is also read as the preposition (قبل مودي دعوة من شريف)."""
    if scene.text.folded[verb].removeprefix("و") != "قبل":
        return None
    return next((p for p in scene.parties if p.start == verb + 1 and p.under == "قبل"), None)


@cache
def is_receiving(word: str) -> bool:
    """Tell whether a word is a verb of receiving, with or without its conjunction or future."""
    options = {word, word.removeprefix("و"), word.removeprefix("س"), word.removeprefix("ف")}
    return bool(options & words("receiving"))


def giver(scene: Scene, trigger: Trigger, receiver: Party) -> Party | None:
    """Return who gives what is received: under «من» behind it, or the state of its adjective."""
    _, after = around(scene, trigger)
    near = [p for p in after if p.first - trigger.last <= 8 and not breaks(scene.text, trigger.last, p.start)]
    given = next((p for p in near if p.under in ("من", "نظير")), None)
    beside = (p for p in near if p.demonym and p.first - trigger.last <= 2)
    genitive = (p for p in near if p.start == trigger.last + 1 and p.under is None and p.use == "actor")
    definite = scene.text.folded[trigger.first].removeprefix("و").startswith(ARTICLE)
    found = given or next(beside, None) or (None if definite else next(genitive, None))
    return None if same(found, receiver) else found


def of_host(
    scene: Scene, trigger: Trigger, after: list[Party], owner: Party, rule: str
) -> tuple[Party | None, Party | None, str]:
    """Return guest, host and rule of «استقبال»: the host first, but in «خلال استقباله الوزير، أشاد الرئيس»."""
    if rule == "pronoun" and owner.start == trigger.last + 1:
        others = (p for p in after if p.first > owner.last and p.under is None and p.use == "actor")
        return owner, next((p for p in others if not (p.demonym or same(p, owner))), None), f"{rule}: guest"
    guest = next((p for p in after if p.under is None and p.start - trigger.last <= 2 and not same(p, owner)), None)
    return guest, owner, f"{rule}: host"


def is_befallen(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether an indefinite demonym is a man to whom something was done (مقتل فلسطيني، اعتقال إيرانيين)."""
    indefinite = not scene.text.folded[owner.first].startswith(ARTICLE) and owner.first == trigger.last + 1
    return indefinite and not words("befalls").isdisjoint(stripped(scene.text.folded[trigger.first]))


def met(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the actor a little behind a noun whose genitive is acted upon (اعتقال عشرة من عناصر حماس)."""
    near = (p for p in after if p.use == "actor" and p.first - trigger.last <= 6 and not is_apart(scene, p, trigger))
    against = ("ضد", 2)  # «مذكرة اعتقال بحق الرئيس»
    reached = (p for p in near if p.under in (None, "ل", "في") or (p.under, p.start - trigger.last) == against)
    reached = (p for p in reached if clitic_of(scene.text.folded[p.start]) != "")  # «مقتل مدنيين وثمانية من الجيش»
    free = (p for p in reached if not breaks(scene.text, trigger.last, p.start))
    free = (p for p in free if not any(joins(scene, i) for i in range(trigger.last + 1, p.start)))
    return next((p for p in free if not agent(scene, trigger, [p])), None)


def joins(scene: Scene, i: int) -> bool:
    """Tell whether a finite verb that «و» joins stands at word i (تنفي إيواء مسلحين وتتهم إسلام آباد)."""
    return i in scene.verbs and scene.text.folded[i].startswith("و")
