"""Tellings of one act within an article: the parties that one of them leaves out, another tells."""

from itertools import chain

from analysis.arabic.phrases import ARTICLE
from analysis.events.alike import first_word, is_of_who_is_asked, is_other_attack, is_plural, may_be_of, of
from analysis.events.deals import with_dealers
from analysis.events.judges import without_asker, without_judge
from analysis.events.left_out import with_left_out
from analysis.events.pairs import BOTH_SAY, OF_TWO
from analysis.events.same_word import with_fallen, with_named_elsewhere
from analysis.events.sets import words
from analysis.events.tellings import FORCED, Facts, with_date
from analysis.events.triggers import FINITE
from analysis.events.types import MEDIATION, MUTUAL
from analysis.events.usual import CLAIMS, SEIZES, with_usual

OFFICIAL = ("government", "ministry", "forces", "police")  # in an actor_id: those whom people protest against
UNNAMED = ("carried over", "no source", "no subject", "demonym in the clause", "holder names")  # rules without a doer
ASKED_WITHIN = 40  # characters between a request and the act that is asked for at most
SIGNS = ("وقع ", "أبرم ", "صادق ")  # verbs of agreeing, which judge nothing
JUDGED_WITHIN = 40  # characters between a condemnation and the act that it judges at most
JUDGED_AS = ("; adjective", "; genitive: source", "as told before", SEIZES)  # rules by which a judged act has its doer
ON_PERSONS = ("arrest", "release", "convict", "allege")  # modes of what is done to a person
NAMED = ("the verb", "holder names")  # rules that name a doer
COUPS = ("أطاح", "استولى", "عزل", "انقلب", "انقلاب")
KIN = {
    "هجوم": ("هاجم",),
    "اشتباك": ("اشتبك",),
    "انقلب": COUPS,
    "انقلاب": COUPS,
    "قصف": ("أطلق",),
    "غارة": ("قصف", "أغار"),
    "ضربة": ("قصف", "غارة"),
    "انفجار": ("فجر", "انفجر"),
}  # nouns, and the words that tell what they name
TWO_SIDED = (*MUTUAL, "ACCUSE", "ASSAULT")  # types that tell of two sides
AGAIN_WITHIN = 1  # sentences from an attack to «العملية» at most
LEAD = 3  # sentences of the body that tell the headline again
CERTAIN = (
    "CONSULT",
    "AGREE",
    "COOPERATE",
    "ASSAULT",
    "RETREAT",
    "SUPPORT",
)  # types whose parties the article makes sure


def linked(rows: list[dict], facts: Facts) -> list[dict]:
    """Return the events of an article, parties and dates filled from the other tellings of the same act."""
    nation = facts.nation
    filled: list[dict] = []
    for row in rows:
        before = filled[::-1]
        row = without_judge(with_anybody(with_parties(row, before, nation), before, facts), before)
        row = without_asker(row, before, facts.sides)
        filled.append(with_seized(row, before, facts.persons))
    filled = [with_same_two(row, filled[:i][::-1]) for i, row in enumerate(filled)]
    filled = [with_body(row, filled, facts.persons) for row in filled]
    filled = [with_declared(row, filled) for row in filled]
    behind = zip(filled, [*filled[1:], None], strict=True)
    filled = [with_promised(with_asked(row, following), following) for row, following in behind]
    filled = [with_step(o, filled[:i][::-1], nation) if o["of_step"] else o for i, o in enumerate(filled)]
    filled = with_usual(filled, facts)
    filled = [without_protester(row, nation) for row in filled]
    filled = [with_judged(row, following, nation) for row, following in zip(filled, [*filled[1:], None], strict=True)]
    filled = [between_states(row, facts) for row in filled]
    pairs = visits(filled, nation)
    filled = with_named_elsewhere([visitor_first(row, pairs, nation) for row in filled], nation)
    filled = with_left_out(with_dealers(filled), nation)
    return dated(dated(filled, facts), facts, sentences=1)  # the headline again, once its body is dated


def dated(rows: list[dict], facts: Facts, *, sentences: int | None = None) -> list[dict]:
    """Return the events with the dates of other tellings; of the first so many sentences, or all."""
    found: list[dict] = []
    for i, row in enumerate(rows):
        at_hand = sentences is None or row["sentence"] < sentences
        found.append(with_date(row, [*found[::-1], *rows[i + 1 :]], facts) if at_hand else row)
    return found


def with_anybody(row: dict, before: list[dict], facts: Facts) -> dict:
    """Return an event that names nobody with the parties of the last act like it, talks with the two main states."""
    if row["type"] == "ASSAULT" and not row["source"] and row["target"]:
        likes = (o for o in before if o["source"] and o["target"] == row["target"] and o["type"] == row["type"])
        like = next((o for o in likes if o["source"] not in facts.persons), None)
        return row | {"source": like["source"], "rule": row["rule"] + "; source as told before"} if like else row
    if row["source"] or row["target"] or row["tense"] not in ("noun", "phrase") or row["type"] not in CERTAIN:
        return row
    like = next(
        (other for other in before[:8] if other["word"] == row["word"] and other["source"] and other["target"]), None
    )
    if like is None and row["type"] == "ASSAULT":
        return with_fallen(row, before)
    parties = (like["source"], like["target"]) if like else tuple(facts.sides)
    others = row["word"] == "التقى" or "no list names" in row["rule"]  # «اللقاء بين الأهالي وأبنائهم»
    if len(parties) < 2 or (like is None and (others or row["type"] not in ("CONSULT", "AGREE", "COOPERATE"))):
        return row
    return row | {"source": parties[0], "target": parties[1], "rule": row["rule"] + "; parties of the article"}


def with_seized(row: dict, before: list[dict], persons: frozenset[str]) -> dict:
    """Return «الاعتقال», «الحكم» or «المحاكمة» that names nobody with the person last told of as seized or tried."""
    of_one = row["type"] in ("COERCE", "SANCTION") and row["mode"] in ON_PERSONS
    definite = row["definite"] or row["trigger"].startswith(ARTICLE)
    if not of_one or not definite or row["target"] or row["tense"] not in ("noun", "phrase"):
        return row
    like = next((o for o in before if o["mode"] in ON_PERSONS and o["target"] in persons), None)
    if like is None:
        return row
    source = None if like["target"] == row["source"] else row["source"]  # «رغم أن المحاكمة …»: he does not try himself
    return row | {"source": source, "target": like["target"], "rule": row["rule"] + "; of whom it is told"}


def with_same_two(row: dict, before: list[dict]) -> dict:
    """Return what two did together (محادثاتهما، ناقش الوزيران) with the two of the talks told just before."""
    meant = "both sides" in row["rule"] and row["trigger"].endswith("هما")
    if not meant and OF_TWO not in row["rule"] and BOTH_SAY not in row["rule"]:
        return row
    near = [o for o in before if o["type"] in MUTUAL and row["sentence"] - o["sentence"] <= 1]
    talks = (o for o in near if o["type"] == "CONSULT" and o["mode"] != "visit")
    again = () if meant else chain(near, (o for o in before if o["type"] in TWO_SIDED))
    like = next((o for o in chain(talks, again) if o["source"] and o["target"]), None)
    if like is None:
        return row
    return row | {"source": like["source"], "target": row["target"] if BOTH_SAY in row["rule"] else like["target"]}


def with_body(row: dict, rows: list[dict], persons: frozenset[str]) -> dict:
    """Return an act of the headline that names no doer with the parties of the first telling of it in the body."""
    meant = "by a pronoun" in row["rule"] or not any(guess in row["rule"] for guess in UNNAMED)
    meant = meant or ("holder names" in row["rule"] and bool(row["source"]))
    if row["sentence"] > 0 or meant:
        return row
    body = (o for o in rows if 0 < o["sentence"] <= LEAD and o["type"] == row["type"] and o["mode"] == row["mode"])
    told = (o for o in body if o["source"] and not any(guess in o["rule"] for guess in UNNAMED))
    told = (o for o in told if o["type"] != "PROTEST" or o["bound"] or o["tense"] in FINITE)
    like = next((o for o in told if o["type"] != "ASSAULT" or o["source"] not in persons), None)
    if like is None:
        return row
    target = row["target"] if not row["weak"] and row["target"] != like["source"] else like["target"]
    return row | {"source": like["source"], "target": target, "rule": row["rule"] + "; as the body tells"}


def with_declared(row: dict, rows: list[dict]) -> dict:
    """Return a truce that names no parties with those of the one that the article tells was declared."""
    bound = row["bound"] and "both sides" not in row["rule"]
    if row["type"] not in ("RETREAT", "CONCEDE") or bound or not row["definite"]:
        return row
    declared = (o for o in rows if o["word"] == row["word"] and o["type"] == "CONCEDE" and not o["definite"])
    like = next((o for o in declared if o["source"]), None)
    if like is None:
        return row
    return row | {"source": like["source"], "target": like["target"], "rule": row["rule"] + "; as declared"}


def with_asked(row: dict, act: dict | None) -> dict:
    """Return a request for an act of somebody named as one of him (طالبت بغداد بانسحاب القوات التركية)."""
    if row["type"] != "REQUEST" or not row["weak"] or act is None or row["sentence"] != act["sentence"]:
        return row
    beside = act["tense"] == "noun" and 0 < act["start"] - row["end"] <= ASKED_WITHIN
    if not beside or not any(named in act["rule"] for named in JUDGED_AS[:2]) or act["source"] in (None, row["source"]):
        return row
    return row | {"target": act["source"], "weak": False, "rule": row["rule"] + "; who is to do what is asked"}


def with_promised(row: dict, act: dict | None) -> dict:
    """Return a promise of an act as one to whom the act is for (تعهد الاتحاد بدعم تونس)."""
    if row["type"] != "AGREE" or row["tense"] not in (*FINITE, "participle") or not row["weak"] or act is None:
        return row
    beside = act["sentence"] == row["sentence"] and 0 < act["start"] - row["end"] <= ASKED_WITHIN
    kind = act["type"] in ("AID", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE")
    if not (beside and kind) or act["weak"] or act["source"] != row["source"]:
        return row
    return row | {"target": act["target"], "weak": False, "rule": row["rule"] + "; whom the promise is to"}


def with_judged(row: dict, act: dict | None, nation: dict[str, str]) -> dict:
    """Return a condemnation with who does the act that it names with its doer (نددت روسيا بالضربات الأميركية)."""
    judges = act is not None and row["type"] in ("ACCUSE", "SUPPORT") and row["tense"] in FINITE
    if not judges or act["sentence"] != row["sentence"] or act["start"] - row["end"] > JUDGED_WITHIN:
        return row
    told = act["tense"] == "noun" and any(named in act["rule"] for named in JUDGED_AS)
    told = told and not row["rule"].startswith(SIGNS)  # «وقعت مصر وتركيا مذكرة خلال زيارة السيسي»
    told = told or (row["type"] == "ACCUSE" and row["target"] in (None, act["target"]))
    if not told or act["source"] in (None, row["source"]) or of(row["target"], nation) == of(act["source"], nation):
        return row
    return row | {"target": act["source"], "rule": row["rule"] + "; who does what it judges"}


def with_step(row: dict, before: list[dict], nation: dict[str, str]) -> dict:
    """Return a judgement of a step told before (نددت طوكيو بالإطلاق) with who took that step."""
    if row["target"] and not row["weak"]:
        return row
    near = (o for o in before if row["sentence"] - o["sentence"] <= AGAIN_WITHIN and o["status"] != "negated")
    taken = (o for o in near if o["type"] not in ("ACCUSE", "SUPPORT", "REQUEST", "CONSULT", "THREATEN"))
    like = next((o for o in taken if of(o["source"], nation) not in (None, of(row["source"], nation))), None)
    return row if like is None else row | {"target": like["source"], "rule": row["rule"] + "; who took the step"}


def between_states(row: dict, facts: Facts) -> dict:
    """Return a change of relations, told of a person, as one of the person's state (التقارب، القطيعة)."""
    if row["word"] not in words("relation") or row["source"] not in facts.persons or row["tense"] in FINITE:
        return row
    other = next((side for side in facts.sides if side != row["target"] in facts.sides), None)
    state = other or facts.nation.get(row["source"])
    return row | {"source": state, "rule": row["rule"] + "; whose state"} if state else row


def without_protester(row: dict, nation: dict[str, str]) -> dict:
    """Return a protest without a state, or an office of one, as its source: those who protest are its people."""
    if row["type"] != "PROTEST":
        return row
    source = row["source"] or ""
    official = nation.get(source) == source or any(word in source for word in OFFICIAL)
    guessed = row["tense"] in ("noun", "phrase") and (not row["bound"] or "behind the noun" in row["rule"])
    return row | {"source": None} if official or guessed else row


def visits(rows: list[dict], nation: dict[str, str]) -> set[tuple]:
    """Return (state of the guest, state of the host) of the visits that an article tells."""
    return {
        (of(row["source"], nation), of(row["target"], nation))
        for row in rows
        if row["mode"] == "visit" and row["target"]
    }


def visitor_first(row: dict, pairs: set[tuple], nation: dict[str, str]) -> dict:
    """Return talks of two states with the visitor as source: who visits in this article, or whose host's city it is."""
    if row["type"] != "CONSULT" or row["mode"] == "visit" or not row["source"] or not row["target"]:
        return row
    source, target = of(row["source"], nation), of(row["target"], nation)
    his = row["word"] == "التقى" and "pronoun: source" in row["rule"]  # «لقائه السفير المصري بالخرطوم»
    near = row["place_near"] and row["place"] and not his
    at_home = near and of(row["place"], nation) == source != target and row["target"] in nation
    reversed_ = (
        ("both sides" in row["rule"] or ("between two" in row["rule"] and row["adjectives"]))
        and (target, source) in pairs
        and (source, target) not in pairs
    )
    return row | {"source": row["target"], "target": row["source"]} if at_home or reversed_ else row


def with_parties(row: dict, before: list[dict], nation: dict[str, str]) -> dict:
    """Return an event that names nobody itself («الزيارة») with the parties of the last like it."""
    pointed = row["pointed"] and row["type"] == "CONSULT" and "of its verb" in row["rule"]
    unnamed = row["definite"] and (row["weak"] or pointed) and not row["bound"] and CLAIMS not in row["rule"]
    unnamed = unnamed and not is_of_who_is_asked(row, before)
    unnamed = unnamed and not (row["source"] and row["mode"] == MEDIATION)  # «وعرضت السعودية التوسط»: another's offer
    vague = row["type"] == "RETREAT" and row["tense"] in ("noun", "phrase") and not row["bound"]
    vague = vague and not any(named in row["rule"] for named in NAMED)
    if not (unnamed or vague):
        return with_target(row, before)
    visits_told = (o for o in before if row["mode"] == "visit" == o["mode"] and not o["weak"])
    word = KIN.get(first_word(row), ())
    again = chain(visits_told, (o for o in before if first_word(o) == first_word(row) or first_word(o) in word))
    like = next((other for other in again if other["source"] and not is_other_attack(row, other)), None)
    if like is None and row["word"] in words("any_attack"):
        return of_last_attack(row, before)
    if like is None and row["type"] not in FORCED:
        of_type = (o for o in before if o["type"] == row["type"] and o["source"] and (o["bound"] or not o["weak"]))
        like = next((o for o in of_type if row["type"] != "RETREAT" or may_be_of(row, o, nation)), None)
    if like is None:
        return row
    return row | {"source": like["source"], "target": like["target"], "rule": row["rule"] + "; parties as told before"}


def of_main_attack(row: dict, before: list[dict]) -> dict:
    """Return «الهجوم», told with guessed parties, as the attack that the headline or the lead tells."""
    main = next((o for o in reversed(before) if o["type"] == "ASSAULT" and o["sentence"] <= 1), None)
    own = row["source"] is not None and "subject of its verb" in row["rule"]  # «تبنى التنظيم التفجير، وهو الهجوم …»
    if own or main is None or main["source"] is None or not row["weak"] or is_plural(row) or row["status"] != "past":
        return row
    return row | {"source": main["source"], "target": main["target"], "rule": row["rule"] + "; the attack of the lead"}


def of_last_attack(row: dict, before: list[dict]) -> dict:
    """Return «الهجوم» or «العملية» as the attack told just before by another word, if that names its doer."""
    last = next((o for o in before if o["type"] == "ASSAULT"), None)
    if last is None or last["source"] is None or row["sentence"] - last["sentence"] > AGAIN_WITHIN:
        return row
    if row["source"] or is_plural(row) or is_plural(last) or last["status"] != row["status"] or not last["stated"]:
        return of_main_attack(row, before)
    target = None if last["weak"] else last["target"]
    return row | {"source": last["source"], "target": target, "rule": row["rule"] + "; the attack just told"}


def with_target(row: dict, before: list[dict]) -> dict:
    """Return an event whose target was only guessed with the target of an earlier telling by the same source."""
    if not row["weak"] or row["tense"] not in ("noun", "phrase") or row["source"] is None:
        return row
    visit = row["mode"] == "visit"
    likes = (o for o in before if o["word"] == row["word"] or (visit and o["mode"] == "visit"))
    like = next((o for o in likes if o["source"] == row["source"] and not o["weak"]), None)
    return row | {"target": like["target"]} if like else row
