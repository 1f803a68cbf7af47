"""Who acts and who is acted upon where a noun tells the act."""

from analysis.arabic.phrases import follows
from analysis.events.parties import Party, Scene, agent, around, bounds, breaks, is_form, is_imperfect, is_reporting, near, same
from analysis.events.triggers import Trigger

MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")
EXPOSED = ("تعرض", "يتعرض", "تتعرض", "استهدف", "تستهدف")
HITS = ("استهدف", "يستهدف", "تستهدف", "طال", "ضرب")
REACH = 7  # words between a noun and the preposition of its target at most
PASSIVE = frozenset(("تم", "يتم", "تمت", "سيتم", "جري", "جرت"))
BOTH = frozenset(("الجانبان", "الوفدان", "الطرفان", "البلدان", "الجانبين", "الوفدين", "الطرفين", "البلدين", "الدولتين"))
PLACED = ("CONSULT", "ASSAULT", "RETREAT", "MOBILIZE")


def of_noun(scene: Scene, trigger: Trigger, speaker: Party | None, acted: tuple | None):
    """Return source, target and rule of a noun that tells an act."""
    before, after = around(scene, trigger)
    pair = pair_of(scene, trigger, after)
    if pair:
        return *pair, "between two"
    source, target, rule = owned(scene, trigger, before, after, speaker)
    if source is not None and trigger.form.entry.type in MUTUAL:
        target = target or next(
            (p for p in after if p.joined and p.start - source.last <= 2 and not same(p, source)), None
        )
    author = (
        None
        if source
        else agent(scene, trigger, after) or given_by(scene, trigger, after) or doer(scene, trigger, after)
    )
    target = (
        target or undergoing(scene, trigger, before, after) or first_target(scene, trigger, after, source or author)
    )
    target = target or visited(scene, trigger, before)
    if author is not None and target is None and trigger.form.entry.type in ("AID", "REQUEST"):
        target, _ = governing_subject(scene, trigger, before, after, author)
    if source is None and author is None:
        source, why = unowned(scene, trigger, target, speaker, acted)
        rule = f"{rule}, {why}" if rule else why
    source = source or author
    if target is not None and source is not None and trigger.form.entry.type == "CONSULT" and home(scene, target) == home(scene, source):
        return (None, target, rule) if target.use == "place" else (source, None, rule)
    return source, None if same(target, source) else target, rule or "author"


def home(scene: Scene, party: Party) -> str:
    """Return the state of a party or of a place."""
    return scene.known.home.get(party.actor_id, party.actor_id)


def doer(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who does it by a relative clause (هجمات تشنها جماعات، ضغوط مارستها الميليشيات)."""
    for i in range(trigger.last + 1, min(trigger.last + 4, len(scene.text.folded))):
        word = scene.text.folded[i]
        if word.endswith(("ها", "ه")) and is_form(word.removesuffix("ها").removesuffix("ه"), "carrier_verbs"):
            return next((p for p in after if i < p.start <= i + 2 and p.under is None), None)
    return None


def undergoing(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> Party | None:
    """Return whom an attack hit: the subject of «تعرض لهجوم», or the object of «هجوم استهدف …»."""
    if trigger.form.entry.type not in ("ASSAULT", "COERCE"):
        return None
    text = scene.text.folded
    a, b = bounds(scene.text, trigger.first)
    for i in range(trigger.first - 1, max(a - 1, trigger.first - 16), -1):
        if text[i].removeprefix("و").startswith(EXPOSED) and scene.text.folded[trigger.first][: trigger.cut].endswith(
            ("ل", "ب")
        ):
            return next((party for party in reversed(before) if party.first > i), None)
    for i in range(trigger.last + 1, min(b, trigger.last + 9)):
        if text[i].startswith(HITS):
            return next((party for party in after if i < party.first <= i + 6), None)
    return None


def visited(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the goal that stands before a visit (وصل إلى العراق في زيارة)."""
    led = trigger.first and scene.text.folded[trigger.first - 1] in ("في", "خلال")
    if trigger.form.entry.mode != "visit" or not led:
        return None
    goals = [p for p in before if p.under in ("إلى", "ل") and trigger.first - p.last <= 10]
    return next((p for p in goals if breaks(scene.text, p.last, trigger.first) <= 1), None)


def unowned(scene: Scene, trigger: Trigger, target: Party | None, speaker: Party | None, acted: tuple | None):
    """Return the source of a noun that names none, and why: who says so, whose verb carries it, the clause's subject."""
    before, after = around(scene, trigger)
    if says(trigger) and speaker is not None:
        return speaker, "who says so"
    if trigger.first and scene.text.folded[trigger.first - 1] in PASSIVE:
        return None, "passive"
    close = acted and 0 < trigger.first - acted[0].last <= 4 and not breaks(scene.text, acted[0].last, trigger.first)
    if close and acted[1] is not None and not same(acted[1], target):
        return acted[1], "subject of the verb before"
    source, why = governing_subject(scene, trigger, before, after, target)
    if source is None and (trigger.form.pronoun or trigger.form.entry.type in SPOKEN):
        return speaker, "subject carried over"
    return source, why


def says(trigger: Trigger) -> bool:
    """Tell whether a phrase is what somebody says about others (يمكن أن يظلوا، يجب أن)."""
    return trigger.form.tense == "phrase" and trigger.form.rest[:1] == ("ان",) or trigger.form.rest[:1] == ("الا",)


def pair_of(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of an act told by a noun: named by «بين», or «الوفدين» of the article's two states."""
    if len(scene.sides) == 2 and (is_both(scene, trigger.last + 1) or is_dual(scene, trigger)):
        return scene.sides[0], scene.sides[1]
    return between(scene, trigger, after)


def is_both(scene: Scene, i: int) -> bool:
    """Tell whether a word means the two sides, with or without «بين» (الجانبان، بين البلدين)."""
    words = scene.text.folded[i : i + 2]
    return bool(words) and (words[0] in BOTH or (words[0] == "بين" and words[-1] in BOTH))


def is_dual(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the pronoun on a noun means two who act together (لقائهما)."""
    return trigger.form.entry.type == "CONSULT" and scene.text.folded[trigger.first].endswith("هما")


def owned(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return source, target and rule by the noun in the genitive, the adjective, or the pronoun on the trigger."""
    owner, rule = (None, "") if says(trigger) else owner_of(scene, trigger, before, after, speaker)
    if owner is None or rule == "adjective":
        return owner, None, rule
    kind = trigger.form.entry.genitive
    if kind == "either" and rule == "genitive" and is_acted_upon(scene, trigger, owner, before):
        kind = "target"
    if trigger.form.entry.subject == "target":  # «استقباله رئيس الوزراء»: the host comes first
        guest = next((p for p in after if p.under is None and p.start - trigger.last <= 2 and not same(p, owner)), None)
        return guest, owner, f"{rule}: host"
    if kind == "target" or (owner.use == "place" and trigger.form.entry.type in PLACED):
        return None, owner, f"{rule}: target"
    return owner, None, f"{rule}: source"


def owner_of(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return the party bound to a noun and how: genitive, pronoun, adjective, or «ل»."""
    genitive = next((party for party in after if is_genitive(scene, party, trigger)), None)
    if genitive:
        return genitive, "genitive"
    if trigger.form.pronoun:
        return antecedent(scene, trigger, before) or speaker, "pronoun"
    beside = adjective(scene, trigger, after)
    if beside:
        return beside, "adjective"
    if trigger.form.entry.genitive == "target":
        reached = [
            p for p in after if p.use == "actor" and p.first - trigger.last <= 6 and p.under in (None, "ل", "في")
        ]
        object_ = next(
            (p for p in reached if not breaks(scene.text, trigger.last, p.first) and not agent(scene, trigger, [p])),
            None,
        )
        return object_, "genitive"
    return belonging(scene, trigger, after), "owner"


def is_acted_upon(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether the genitive names whom the act is done to, as another stands before as its subject (أكدت واشنطن دعم العراق)."""
    if owner.use == "place":
        return True
    subject = next((party for party in before if party.under is None and party.use == "actor"), None)
    return trigger.form.entry.type != "CONSULT" and subject is not None and not same(subject, owner)


def antecedent(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whom the pronoun on a noun means: the nearest free name before it, else the nearest name."""
    inside = [p for p in before if p.use == "actor" and breaks(scene.text, p.last, trigger.first) <= 2]
    free = [party for party in inside if party.under is None and not party.joined]
    named = [party for party in inside if not party.demonym]
    return next(iter(free), None) or next(iter(named), None)


def between(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of «بين … و …» behind a noun, or of two demonyms (محادثات أمريكية عراقية)."""
    inside = [
        p
        for p in after
        if p.under == "بين" and breaks(scene.text, trigger.last, p.first) <= 1 and p.first - trigger.last <= 14
    ]
    if len(inside) >= 2 and not same(inside[0], inside[1]):
        return inside[0], inside[1]
    beside = [party for party in after if party.demonym and party.first - trigger.last <= 3]
    if len(beside) >= 2 and beside[1].first - beside[0].last == 1 and not same(beside[0], beside[1]):
        return beside[0], beside[1]
    return None


def is_genitive(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name's noun phrase follows a noun in the genitive (استهداف مواقع الحشد، زيارة وزير الدفاع)."""
    if party.under is not None or trigger.form.pronoun or party.joined or party.start - trigger.last > 1:
        return False
    steps = range(trigger.last, party.first)
    if any(not follows(scene.text, i) for i in steps) or (party.demonym and party.first - trigger.last <= 2):
        return False
    return not any(i in scene.verbs or is_reporting(scene.text.folded[i]) for i in steps if i > trigger.last)


def adjective(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the state whose demonym stands beside a noun (الغزو الأميركي، الهجمات الصاروخية الإيرانية)."""
    return next(
        (party for party in after if party.demonym and 0 < party.first - trigger.last <= 3 and party.under is None
         and all(follows(scene.text, i) for i in range(trigger.last, party.first))),
        None,
    )  # fmt: skip


def belonging(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the name that «ل» joins to a noun as its owner (الزيارة الأخيرة للكاظمي)."""
    if "ل" in trigger.form.entry.object and trigger.form.entry.type != "CONSULT":
        return None
    close = [
        p
        for p in after
        if p.start - trigger.last <= 3 and p.use == "actor" and not breaks(scene.text, trigger.last, p.first)
    ]
    return next((party for party in close if party.under == "ل"), None)


def given_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom «من» names behind a noun as its author (بدعوة من الحكومة، بدعم من واشنطن)."""
    if trigger.form.entry.type in ("RETREAT", "CONSULT") or (
        "من" in trigger.form.entry.object and trigger.form.entry.type != "AID"
    ):
        return None
    last = scene.text.folded[trigger.last] == "من"
    under = None if last else "من"
    return next(
        (p for p in after if p.start - trigger.last <= 2 and p.under in (under, "من") and p.first - trigger.last <= 7),
        None,
    )


def first_target(scene: Scene, trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return the first name behind a noun under one of the prepositions of its entry, in their order."""
    placed = trigger.form.entry.type in PLACED
    given = trigger.form.entry.type in ("AID", "COOPERATE")
    reached = [p for p in near(scene, trigger, after) if not same(p, source)]
    reached = [p for p in reached if p.use == "actor" or placed or (given and p.under in ("إلى", "ل"))]
    reached = [p for p in reached if p.start - trigger.last <= REACH or p.under in ("مع", "ضد")]
    verb = next((i for i in range(trigger.last + 1, trigger.last + REACH) if is_imperfect_at(scene, i)), None)
    reached = [p for p in reached if verb is None or p.first < verb]
    for preposition in trigger.form.entry.object:
        if preposition == "direct":
            continue
        found = next((party for party in reached if party.under == preposition), None)
        if found:
            return found
    return None


def is_reporter(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a party only reports an act of others: a ministry, a medium or an organisation of no state, behind a verb of saying."""
    if trigger.form.entry.type in SPOKEN and trigger.form.entry.type != "AGREE":
        return False
    says_so = any(i in scene.spoken for i in range(max(0, party.start - 2), party.start))
    return says_so and ("ministry" in party.actor_id or party.actor_id not in scene.known.home)


def is_imperfect_at(scene: Scene, i: int) -> bool:
    """Tell whether a verb in the imperfect stands at a place."""
    return i < len(scene.text.folded) and is_imperfect(scene.text.folded[i])


def governing_subject(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], target: Party | None):
    """Return the subject of the clause that a noun stands in: a free name before it, else behind it."""
    free = [
        party
        for party in before
        if party.under is None and party.use == "actor" and not same(party, target) and not party.joined
    ]
    named = next(
        (party for party in free if not party.demonym and breaks(scene.text, party.last, trigger.first) <= 2), None
    )
    if named:
        return named, "subject of the clause"
    demonym = next((party for party in free if breaks(scene.text, party.last, trigger.first) <= 1), None)
    if demonym:
        return demonym, "demonym in the clause"
    behind = next((p for p in after if p.under is None and p.use == "actor" and not same(p, target) and not p.joined
                   and p.first - trigger.last <= 6 and not breaks(scene.text, trigger.last, p.first)), None)  # fmt: skip
    return behind, "subject behind the noun" if behind else "no source"
