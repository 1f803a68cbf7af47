"""Who speaks: the subject of the last verb of saying, whose words what follows are."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.clauses import is_met
from analysis.events.noun_phrases import preposition_at
from analysis.events.parties import Party, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

AFTER = 20  # words between the beginning of a quotation and the verb of saying behind it at most
PEOPLE = words("acting") | words("civilian") | words("person") | words("soldier") | words("part")
place_said = itemgetter(0)  # of a verb of saying with its subject
DEEDS = ("تهم", "هدد", "طالب", "حذر", "ناشد", "تعهد", "دعت", "تدعو")  # in verbs of saying that tell an act
LED = frozenset(("ان", "بان", "انه", "انها"))
OFFICE = 9  # words of an office between a verb of saying and the name of its holder at most
OFFICES = words("holder") | words("envoy") | words("acting") | words("part")
QUOTED = 12  # words from a verb of saying to the name that words are handed on from at most
WAS_WITHIN = 20  # words from «كان» to «قد» before a verb of saying at most
OURS = words("we_say")
REACH = 4  # words between a verb of saying and its subject at most


def speakers(scene: Scene, spoken: frozenset[int]) -> list[tuple[int, Party]]:
    """Return the place of each verb of saying whose subject is named, with that subject, in text order."""
    came = [i for i in sorted(scene.carriers) if scene.text.folded[i] in words("came")]
    found = [(i, subject(scene, i)) for i in sorted(spoken)] + [(i, author(scene, i)) for i in came]
    found = sorted(found, key=place_said)
    first = next(
        (
            p
            for p in scene.parties
            if p.use == "actor"
            and p.actor_id not in scene.known.media
            and p.under is None
            and not p.demonym
            and not is_met(scene, p)
        ),
        None,
    )
    found = [(i, party) for i, party in found if scene.text.folded[i].removeprefix("و") not in OURS]
    found = [(i, party) for i, party in found if not is_within_speech(scene, i, party, found)]
    named = [(i, party) for i, party in found if is_told(scene, i, party)]
    return [(-1, first), *named] if first else named


def is_told(scene: Scene, verb: int, party: Party | None) -> bool:
    """Tell whether a verb of saying has a subject of its own: no medium, or nobody whom a list names."""
    if party is not None:
        return party.actor_id not in scene.known.media
    behind = verb + 1
    if behind >= len(scene.text.folded) or not follows(scene.text, verb):
        return False
    word = scene.text.folded[behind]
    if word.startswith(ARTICLE) and word.endswith(("ات", "ون", "ين")):
        word = word.removeprefix(ARTICLE)  # «عبرت المنظمات»; but «وأضاف المسؤول» is he who spoke before
    return (word in PEOPLE or is_body(scene, behind)) and behind not in scene.named


def is_body(scene: Scene, i: int) -> bool:
    """Tell whether a noun in the feminine and its adjective name a body that no list has (المرجعية الروحية)."""
    pair = scene.text.folded[i : i + 2]
    told = all(word.startswith(ARTICLE) and word.endswith("ه") for word in pair)
    return len(pair) == 2 and told and follows(scene.text, i) and i + 1 not in scene.named


def subject(scene: Scene, verb: int) -> Party | None:
    """Return who says: the free name behind the verb, else the free name before it in its sentence."""
    a, b = bounds(scene.text, verb)
    behind = scene.parties[bisect_left(scene.parties, (verb,)) : bisect_left(scene.parties, (b + 1,))]
    behind = [p for p in behind if not is_met(scene, p)]
    handed_on = (p for p in behind if p.under is None and word_before(scene.text, p.start) == "عن")
    quoted = next((p for p in handed_on if p.first - verb <= QUOTED), None) or led_subject(scene, verb)
    if quoted is not None:
        return quoted  # «نقلت الوكالة عن صالحي قوله»، «إن روما اتهمت أثينا»
    for party in behind:
        close = verb < party.start <= verb + REACH and party.first <= b and party.under is None and party.use == "actor"
        if close and not breaks(scene.text, verb, party.start) and not is_led(scene, verb, party):
            return party
    held = holder(scene, verb, behind)
    if held is not None:
        return held
    inside = scene.parties[bisect_left(scene.parties, (a,)) : bisect_left(scene.parties, (verb,))]
    before = [p for p in inside if p.under is None and p.use == "actor" and not p.joined]
    was = led_by_was(scene, verb, a)
    if was is not None:
        return next((p for p in before if was < p.start <= was + REACH), None)
    near = [p for p in before if verb - p.last <= 3 and not breaks(scene.text, p.last, verb)]
    return near[-1] if near else None


def led_subject(scene: Scene, verb: int) -> Party | None:
    """Return the name that «أن» leads in right before a verb of saying (قال إن روما اتهمت أثينا)."""
    here = bisect_left(scene.parties, (verb,)) - 1
    beside = scene.parties[here] if here >= 0 else None
    if beside is None or beside.last != verb - 1 or beside.use != "actor" or beside.under is not None:
        return None
    return beside if word_before(scene.text, beside.start) in LED else None


def is_within_speech(scene: Scene, verb: int, party: Party | None, said: list[tuple[int, Party | None]]) -> bool:
    """Tell whether a verb of saying tells only what another told says of it (قال الوزير إن روما اتهمت أثينا)."""
    if party is None or party.last != verb - 1 or word_before(scene.text, party.start) not in LED:
        return False
    inside = [other for i, other in said if bounds(scene.text, verb)[0] <= i < verb]
    deed = any(stem in scene.text.folded[verb] for stem in DEEDS)  # «وأوضح أن روما اتهمت أثينا»: he goes on
    return any((deed if other is None else other.actor_id not in scene.known.media) for other in inside)


def holder(scene: Scene, verb: int, behind: list[Party]) -> Party | None:
    """Return who is named behind a long office (أعلن مستشار الأمن القومي في كينيا فلان)."""
    if scene.text.folded[verb + 1 : verb + 2] == [] or scene.text.folded[verb + 1] not in OFFICES:
        return None
    near = (p for p in behind if verb < p.start <= verb + OFFICE and p.under is None and p.use == "actor")
    named = next((p for p in near if p.actor_id in scene.known.people), None)
    if named is None or breaks(scene.text, verb, named.start):
        return None
    return named if LED.isdisjoint(scene.text.folded[verb : named.start]) else None


def led_by_was(scene: Scene, verb: int, a: int) -> int | None:
    """Return the place of «كان» behind which a verb with «قد» has its subject (وكان الوزير، وهو طبيب، قد أعلن)."""
    if word_before(scene.text, verb) != "قد":
        return None
    near = range(verb - 2, max(a, verb - WAS_WITHIN) - 1, -1)
    return next((i for i in near if scene.text.folded[i] in ("كان", "كانت", "وكان", "وكانت")), None)


def author(scene: Scene, verb: int) -> Party | None:
    """Return whose text it is in which something came (جاء في بيان الرئيس)."""
    near = scene.parties[bisect_left(scene.parties, (verb,)) :][:1]
    own = (p for p in near if p.under == "في" and p.start == verb + 2)
    return next((p for p in own if scene.text.folded[p.start] in words("text_of")), None)


def is_led(scene: Scene, verb: int, party: Party) -> bool:
    """Tell whether a preposition or «أن» stands between a verb of saying and a name."""
    between = scene.text.folded[verb + 1 : party.start]
    return any(preposition_at(word) or word in LED for word in between)


def speaker_at(said: list[tuple[int, Party]], place: int) -> Party | None:
    """Return who speaks at a word of the text: the last one before it, else the one soon after (…، قال فلان)."""
    here = bisect_left(said, place, key=place_said)
    if here and said[here - 1][0] >= 0:
        return said[here - 1][1]
    behind = said[bisect_right(said, place, here, key=place_said) :][:1]
    first = said[0][1] if said and said[0][0] < 0 else None
    return next((party for i, party in behind if i <= place + AFTER), first)


def with_speaker(said: list[tuple[int, Party]], place: int, party: Party) -> list[tuple[int, Party]]:
    """Return the speakers with one more, whose spoken act is told at a place."""
    return sorted([*said, (place, party)], key=place_said)


def is_of_others(scene: Scene, trigger: Trigger, source: Party | None, speaker: Party | None) -> bool:
    """Tell whether a speaker tells what another state said before (قال الوزير الكيني إن الصومال طالبت …)."""
    if trigger.form.tense != "perfect" or trigger.form.entry.type not in ("ACCUSE", "REQUEST"):
        return False
    if source is None or speaker is None or source.last > trigger.first or speaker.actor_id in scene.known.media:
        return False
    one, other = (scene.known.home.get(party.actor_id, party.actor_id) for party in (speaker, source))
    return one != other and scene.text.folded[max(0, source.start - 1)] in ("ان", "وان", "بان")
