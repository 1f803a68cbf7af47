"""Who usually acts in an article: who seizes people, who claims attacks, who rules, who fights whom."""

from collections import Counter

from analysis.events.judges import OTHERS
from analysis.events.own_bodies import institutions, is_power
from analysis.events.sets import words
from analysis.events.tellings import Facts
from analysis.events.triggers import FINITE
from analysis.events.verdicts import JUDGED

OF_COURTS = (*JUDGED, "حاكم", "محاكمة", "براءة", "برأ")
SEIZES = "who seizes in the article"
CLAIMS = "who claims it"
SERVE = "whom its soldiers serve"
GUESSES = ("no source", "demonym in the clause", "as told before", "of the article")  # rules that name no doer
SURE = (
    "the verb",
    "genitive: source",
    "adjective",
    "passive verb",
    "author",
    "relative clause",
)  # rules that name a doer
SPOKEN_OF = ("of the clause", "its verb", "carried over", "as told before", "no source")  # who speaks, perhaps
NO_COURT = (SEIZES, "of the clause", OTHERS)  # rules that name no court
HELD_BACK = ("hunger", "strike")  # modes of prisoners' protests
PASSIVE = ("اشتبه",)  # of people unnamed: «رجلان يشتبه في تورطهما»
LAWMAKERS = ("parliament", "assembly", "congress", "senate", "knesset", "representatives")  # they seize nobody
FIGHTING, TAKES = words("fighting"), words("taking")
ABDUCTS = words("abducting")
LIFTED = words("sanctions_lifted")  # what is done with sanctions
BOTH_FIGHT = words("both_fight")  # acts of two who fight


def with_usual(rows: list[dict], facts: Facts) -> list[dict]:
    """Return the events of an article, a party that nothing names filled with who usually stands there in it."""
    named = facts.bodies
    doer, claimer = doer_of(rows, facts.persons), claimer_of(rows)
    fight = in_order(fighters([row for row in rows if are_two(row, facts)]), named)
    police = police_of([*named, *(row["source"] for row in rows if row["source"])])
    governments = [body for body in named if "government" in body]
    both, imposer = fight_of(rows, facts) or facts.war, imposer_of(rows, facts.persons)
    sanctioned = sanctioned_in(rows)
    ruler = governments[0] if len(governments) == 1 and facts.nation.get(governments[0]) == facts.state else None
    judging = {(row["sentence"], row["source"]) for row in rows if row["type"] == "ACCUSE"}
    filled = []
    for row in rows:
        row = row if is_after_another(row, filled, claimer) else with_claimer(row, claimer)
        row = with_doer(row, ruler or doer if row["mode"] == "release" else doer, facts.nation)
        told = OTHERS in row["rule"] and (row["sentence"], facts.state) in judging
        court = None if told else facts.state  # «أدانت واشنطن سجن نافالني»
        row = with_court(with_doer(row, police, facts.nation), court)
        row = with_sanctioned(with_imposer(row, imposer), sanctioned)
        row = with_rebels(with_opponent(with_fighters(row, both, facts.persons), fight), facts)
        row = with_state(with_invader(row, facts), filled, facts)
        filled.append(with_ruler(row, doer if row["mode"] in HELD_BACK else ruler))
    return filled


def doer_of(rows: list[dict], persons: frozenset[str]) -> str | None:
    """Return who seizes people most in an article, bodies before persons."""
    count: Counter[str] = Counter()
    for row in rows:
        if row["type"] == "COERCE" and row["source"] and row["status"] != "called_for":  # «على السلطات وقف الاعتقالات»
            count[row["source"]] += 2 if any(sure in row["rule"] for sure in SURE) else 1
    most = [source for source, _ in count.most_common() if not any(word in source for word in LAWMAKERS)]
    return next((source for source in most if source not in persons), next(iter(most), None))


def imposer_of(rows: list[dict], persons: frozenset[str]) -> str | None:
    """Return the state or body that imposes sanctions most in an article."""
    count = Counter(row["source"] for row in rows if is_penalty(row))
    return next((source for source, _ in count.most_common() if source not in (None, *persons)), None)


def is_penalty(row: dict) -> bool:
    """Tell whether an act is sanctions or an embargo, told by a noun."""
    return row["type"] == "SANCTION" and not row["mode"] and row["tense"] not in FINITE


def police_of(named: list[str]) -> str | None:
    """Return the police or security forces that an article names first."""
    return next((body for body in named if "security-forces" in body or "police" in body), None)


def claimer_of(rows: list[dict]) -> str | None:
    """Return who claims an attack that the article tells of (أعلنت الحركة مسؤوليتها عن الهجوم)."""
    one = (row for row in rows if CLAIMS in row["rule"] and not row["trigger"].endswith("ات"))
    return next((row["source"] for row in one if row["source"]), None)


def fighters(rows: list[dict]) -> tuple[str, str] | None:
    """Return the two who attack each other most in an article."""
    count = Counter(
        (row["source"], row["target"])
        for row in rows
        if row["type"] == "ASSAULT" and row["source"] and row["target"] and not row["weak"]
    )
    return next((pair for pair, _ in count.most_common(1)), None)


def are_two(row: dict, facts: Facts) -> bool:
    """Tell whether an act is of one power on another: it meets no person, and nobody's own state."""
    return row["target"] not in facts.persons and facts.nation.get(row["source"]) != row["target"]


def fight_of(rows: list[dict], facts: Facts) -> tuple[str, str] | None:
    """Return the two who fight in an article: its armed group and whom that fights, else the two who attack most."""
    if facts.group is None or facts.state is None:
        apart = [row for row in rows if not are_of_one_state(row, facts.nation)]
        return in_order(fighters(apart), facts.bodies)
    fights = [row for row in rows if row["type"] == "ASSAULT" and not row["weak"]]
    others = Counter(row["source"] for row in fights if row["target"] == facts.group)
    others += Counter(row["target"] for row in fights if row["source"] == facts.group)
    able = (other for other, _ in others.most_common() if other not in (None, facts.group, *facts.persons))
    return next(able, facts.state), facts.group


def are_of_one_state(row: dict, nation: dict[str, str]) -> bool:
    """Tell whether government and army of one state are the sides of an act: they do not fight."""
    bodies = institutions().get(nation.get(row["source"]), {})
    return {row["source"], row["target"]} <= set(bodies.values())


def in_order(fight: tuple[str, str] | None, named: list[str]) -> tuple[str, str] | None:
    """Return two who fight, the one whom the article names first before the other."""
    if fight is None or not set(fight) <= set(named):
        return fight
    return tuple(sorted(fight, key=named.index))


def is_after_another(row: dict, before: list[dict], claimer: str | None) -> bool:
    """Tell whether the attack told just before is that of another than who claims the attacks of the article."""
    last = next((o for o in reversed(before) if o["type"] == "ASSAULT"), None)
    if last is None or row["sentence"] - last["sentence"] > 1 or last["source"] in (None, claimer):
        return False
    return last["target"] == claimer  # «قتل التحالف قياديا في التنظيم. وأوضح أن فلانا قُتل»


def with_claimer(row: dict, claimer: str | None) -> dict:
    """Return an attack that names no doer with who claims the attacks of the article."""
    named = row["source"] and not any(guess in row["rule"] for guess in GUESSES)
    if claimer is None or row["type"] != "ASSAULT" or CLAIMS in row["rule"] or named:
        return row
    target = None if row["weak"] or row["target"] == claimer else row["target"]
    return row | {"source": claimer, "target": target, "rule": row["rule"] + "; as claimed"}


def with_court(row: dict, state: str | None) -> dict:
    """Return a verdict that names no court of its own as that of the state which the article speaks of most."""
    source = row["source"] or ""
    own = "court" in source and not source.startswith(("international", "european"))
    guessed = row["source"] is None or any(guess in row["rule"] for guess in NO_COURT) or own
    if not (row["mode"] == "convict" or row["word"] in OF_COURTS) or state is None or not guessed:
        return row
    return row | {"source": state, "rule": row["rule"] + "; of the state"}


def with_doer(row: dict, doer: str | None, nation: dict[str, str]) -> dict:
    """Return an arrest or a release without a doer with who seizes people in the article."""
    seized = row["type"] == "COERCE" or (row["type"] == "RETREAT" and row["mode"] == "release")
    if not seized or row["source"] or doer in (None, row["target"]):
        return row
    if row["word"] in ABDUCTS and doer in nation:
        return row  # no state or body of one takes hostages
    if row["tense"] == "perfect" and row["trigger"].endswith("وا"):
        return row  # «ومنعوا القوات من إتمام مهمتها»
    return row | {"source": doer, "rule": f"{row['rule']}; {SEIZES}"}


def with_imposer(row: dict, imposer: str | None) -> dict:
    """Return sanctions, or their end, without a source with who imposes them in the article."""
    lifted = row["type"] == "CONCEDE" and row["word"] in LIFTED
    if not (lifted or is_penalty(row)) or row["source"] or imposer in (None, row["target"]):
        return row
    return row | {"source": imposer, "rule": row["rule"] + "; who imposes them in the article"}


def sanctioned_in(rows: list[dict]) -> str | None:
    """Return who suffers sanctions most in an article, or is rid of them."""
    told = (row for row in rows if is_penalty(row) or (row["type"] == "CONCEDE" and row["word"] in LIFTED))
    count = Counter(row["target"] for row in told if row["target"] and not row["weak"])
    return next((target for target, _ in count.most_common(1)), None)


def with_sanctioned(row: dict, sanctioned: str | None) -> dict:
    """Return an end of sanctions, or «العقوبات», that names nobody with who suffers them in the article."""
    meant = row["word"] in LIFTED if row["type"] == "CONCEDE" else is_penalty(row) and row["definite"]
    if not meant or row["target"] or sanctioned in (None, row["source"]):
        return row
    return row | {"target": sanctioned, "rule": row["rule"] + "; who suffers them in the article"}


def with_fighters(row: dict, fight: tuple[str, str] | None, persons: frozenset[str]) -> dict:
    """Return a fight that names nobody, or only who speaks of it, with the two who fight in the article."""
    spoken = row["source"] in persons and any(guess in row["rule"] for guess in SPOKEN_OF)
    unnamed = row["type"] == "ASSAULT" and row["weak"] and (spoken or not (row["source"] or row["target"]))
    if fight is None or not unnamed or row["word"] not in BOTH_FIGHT or not persons.isdisjoint(fight):
        return row
    return row | {"source": fight[0], "target": fight[1], "rule": row["rule"] + "; who fight in the article"}


def with_invader(row: dict, facts: Facts) -> dict:
    """Return strikes that name nobody as those of the state that began the war, on the other (الغارات في أوكرانيا)."""
    if facts.war is None or row["type"] != "ASSAULT" or row["tense"] in FINITE or row["target"]:
        return row
    side, other = facts.war
    if row["source"] not in (None, side):
        return row
    there = facts.nation.get(row["place"], row["place"]) == other or (row["definite"] and row["place"] is None)
    if not there or facts.nation.get(other) != other:
        return row
    return row | {"source": side, "target": other, "rule": row["rule"] + "; who fight in the article"}


def with_opponent(row: dict, fight: tuple[str, str] | None) -> dict:
    """Return fighting that names nobody it is against with the other of the two who fight in the article."""
    fights = row["type"] in ("ASSAULT", "MOBILIZE") and row["word"] in FIGHTING
    hits = row["tense"] in FINITE and row["word"] not in TAKES  # «قصفت المدينة»: whom no list names
    if fight is None or not fights or hits or not row["source"] or row["of_people"]:
        return row
    if row["target"] and not row["weak"]:
        return row
    other = dict([fight, fight[::-1]]).get(row["source"])
    return row | {"target": other, "rule": row["rule"] + "; whom they fight"} if other else row


def with_rebels(row: dict, facts: Facts) -> dict:
    """Return fighting by a state's side that names nobody it is against with the armed group of the article."""
    source, state = row["source"], facts.nation.get(row["source"])
    fights = row["type"] in ("ASSAULT", "MOBILIZE") and source not in (None, facts.group)
    if facts.group is None or not fights or row["of_people"]:
        return row
    takes = row["word"] in TAKES and state in (None, facts.state)
    if not (takes or is_power(source)):
        return row
    placed = row["target"] == (facts.state if takes else state)
    if not row["weak"] and not placed:
        return row  # «في وسط الصومال» tells only where
    return row | {"target": facts.group, "rule": row["rule"] + "; the group of the article"}


def with_state(row: dict, before: list[dict], facts: Facts) -> dict:
    """Return an attack on soldiers or police, or «الهجوم» told again, as one on the state that the article tells of."""
    if row["type"] != "ASSAULT" or row["target"] or facts.state in (None, facts.nation.get(row["source"])):
        return row
    if row["servants"]:
        own = row["servants"] == "army" and facts.forces in facts.bodies
        return row | {"target": facts.forces if own else facts.state, "rule": f"{row['rule']}; {SERVE}"}
    like = next((o for o in before[::-1] if o["word"] == row["word"] and SERVE in o["rule"]), None)
    again = like is not None and row["definite"] and row["source"] in (None, like["source"])
    return row | {"target": like["target"], "rule": f"{row['rule']}; {SERVE}"} if again else row


def with_ruler(row: dict, power: str | None) -> dict:
    """Return a protest that names nobody it is against with the power that the article tells of."""
    asks = row["type"] in ("REQUEST", "ACCUSE") and row["source"] is None  # «هتافات تندد بالحكم»
    asks = (
        asks
        and "undergoes" not in row["rule"]
        and row["tense"] in FINITE
        and row["mode"] not in HELD_BACK
        and row["word"] not in PASSIVE
    )
    if not (asks or row["type"] == "PROTEST") or row["target"] or row["of_people"] or power in (None, row["source"]):
        return row
    return row | {"target": power, "rule": row["rule"] + "; against who rules"}
