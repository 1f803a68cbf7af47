"""Articles and mentions -> who did what to whom, when: PLOVER events, each with its words, its rule and its date.

Which module reads what: docs/events.md.
"""

import datetime

import pandas as pd

from analysis import tables
from analysis.arabic import phrases
from analysis.arabic.phrases import word_before
from analysis.collecting import uncollected
from analysis.events import acts, basis, forms, links, losses, options, sets, triggers, wars, where
from analysis.events.appositions import in_one
from analysis.events.basis import carried
from analysis.events.bystanders import without_bystanders
from analysis.events.candidates import CARRIES, SAYS, candidates
from analysis.events.central import central_group, central_state, sides
from analysis.events.coming import is_accepted
from analysis.events.contents import HELD, status_of_held
from analysis.events.course import course
from analysis.events.export import plover, told_dates
from analysis.events.groups import is_around
from analysis.events.homes import facts_of_actors, of_seats
from analysis.events.moments import Time, When, is_reported, time_of
from analysis.events.naming import parties
from analysis.events.newsday import traits
from analysis.events.nobody import is_nobodys
from analysis.events.objects import left
from analysis.events.other_side import is_of_people, is_of_step
from analysis.events.own_bodies import institutions
from analysis.events.own_days import as_one
from analysis.events.parties import RELATIVES, Facts, Party, Scene, Told
from analysis.events.protests import state_of
from analysis.events.raised import raised
from analysis.events.reading import read
from analysis.events.reviews import REVIEWS, fingerprint, precision, reviewed
from analysis.events.roles import Roles, is_behind_speech, roles
from analysis.events.series import quantity
from analysis.events.servants import of_servants
from analysis.events.speakers import is_of_others, speaker_at, speakers, with_speaker
from analysis.events.spokesmen import speaks_for
from analysis.events.status import once_dated, status, while_it_lasts
from analysis.events.tellers import is_told_to
from analysis.events.when import when

__all__ = ["REVIEWS", "carried", "course", "find", "fingerprint", "plover", "precision", "reviewed", "told_dates"]
EMBASSY = "embassy-of-"
WATCHED = ("ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "SANCTION")  # what media and monitors only tell of
# How rules begin that go by the words beside the act.
BOUND = ("genitive", "adjective", "pronoun", "owner: s", "between", "both", "subject b")


@uncollected
def find(articles: pd.DataFrame, mentions: pd.DataFrame, *, words: list[dict] | None = None) -> pd.DataFrame:
    """Return one row per telling of an act (columns: tables.EVENTS; dates resolved against `published`).

    `words` are rows of event_words.csv; by default those of the package. `story_id` is added by stories.join.
    """
    tables.check(articles, "article_id", "text", "published", name="articles")
    tables.check(mentions, "article_id", "start", "end", "actor_id", "use", name="mentions")
    known_forms = options.default() if words is None else options.reader(forms.table(words))
    named, texts = by_article(mentions), read(articles["text"].fillna("").to_numpy(object).tolist(), known_forms)
    facts = facts_of_actors(mentions)
    rows = [
        tuple(map(row.get, tables.EVENTS))
        for article_id, published, text in zip(
            articles["article_id"].astype("str"), tables.days(articles["published"]), texts, strict=True
        )
        for row in of_article(article_id, *text, (named.get(article_id, []), facts, published))
    ]
    return tables.table(pd.DataFrame(rows, columns=list(tables.EVENTS)), tables.EVENTS)


def by_article(mentions: pd.DataFrame) -> dict[str, list[dict]]:
    """Return the mentions of each article, in text order, with what the events need of them."""
    columns = [name for name in ("article_id", "start", "end", "actor_id", "use", "kind") if name in mentions]
    found: dict[str, list[dict]] = {}
    for values in zip(*(mentions[name].to_numpy(object).tolist() for name in columns), strict=True):
        row = dict(zip(columns, values, strict=True))
        found.setdefault(str(row["article_id"]), []).append(row)
    return found


def of_article(article_id: str, text: phrases.Words, found: list[triggers.Trigger], facts: tuple) -> list[dict]:
    """Return the events of one article; facts are its mentions, what the lists know, and the day it came out."""
    if not found:
        return []
    mentions, known, published = facts
    mentions = [row for row in mentions if not is_told_to(text.text, row, known.media)]
    text = in_one(text, mentions)
    scene, found = scene_of(text, found, mentions, known)
    if not found:
        return []
    day = None if pd.isna(published) else published.date()
    persons = frozenset(row["actor_id"] for row in mentions if row.get("kind") == "person")
    state, group = central_state(scene.parties, known), central_group(scene.parties, known)
    forces, mains = institutions().get(state, {}).get("military"), [party.actor_id for party in scene.sides]
    named = bodies(scene)
    war = wars.fought(named, known.nation, day)
    knowing = links.Facts(known.nation, persons, mains, named, state, group, forces, war)
    linked = zip(links.linked(told(scene, found, day), knowing), found, strict=True)
    rows = ((row, trigger) for row, trigger in linked if not is_nobodys(scene, trigger, row))
    rows = [(wars.without_ally(row, known.nation, day), trigger) for row, trigger in rows]
    return [
        {
            **row, **basis.of(row), **lost, "article_id": article_id, "event_id": f"{article_id}:{number}",
            "sentence": text.sentences[trigger.first],
            "status": while_it_lasts(scene, trigger, row["status"], is_today(row["date"], day) or row["of_the_day"]),
        }
        for number, ((row, trigger), lost) in enumerate(zip(rows, losses.losses(scene, rows), strict=True))
    ]  # fmt: skip


def bodies(scene: Scene) -> list[str]:
    """Return the actors that an article names, each once, in the order of naming."""
    return list(dict.fromkeys(party.actor_id for party in scene.parties))


def is_today(date: datetime.date | None, day: datetime.date | None) -> bool:
    """Tell whether an act is undated, or of the day of publication or the day before (غادر مساء أمس في جولة)."""
    return date is None or (day is not None and 0 <= (day - date).days <= 1)


def told(scene: Scene, found: list[triggers.Trigger], day: datetime.date | None) -> list[dict]:
    """Return the events of the triggers, each read by itself, with the subjects and statuses before it in mind."""
    time, said = time_of(scene, day, found), speakers(scene, scene.spoken)
    rows, before, told_so_far = [], [], Told()
    for trigger, after in zip(found, [*found[1:], None], strict=False):
        parts = without_bystanders(scene, trigger, roles(scene, trigger, speaker_at(said, trigger.first), told_so_far))
        told_so_far = gone_on(scene, trigger, parts, told_so_far)
        if told_so_far.verb is trigger and parts.source and "the verb" in parts.rule:
            spoken = not is_behind_speech(scene, trigger)
            said = with_speaker(said, trigger.first, parts.source) if spoken else said
        state = status(scene, trigger, before, after)
        if parts.rule.endswith(HELD) and state != "negated" and not is_accepted(scene, trigger):
            state = status_of_held(told_so_far, state)
        ways = traits(scene, trigger)
        if is_of_others(scene, trigger, parts.source, speaker_at(said, trigger.first)):
            ways = ways | {"aside": True}
        moment = when(scene, trigger, state, time, ways)
        state = once_dated(trigger, state, moment, day)
        before.append((trigger, state))
        dates_told = dated(moment, time, scene.text.sentences[trigger.first])
        rows.append({
            **words_of(scene.text, trigger), **parties_of(scene, trigger, parts), **dates_told, **ways,
            "status": state, "reported": is_reported(scene, trigger, moment, time),
            "quantity": quantity(scene.text, trigger),
        })  # fmt: skip
    return rows


def gone_on(scene: Scene, trigger: triggers.Trigger, parts: Roles, told_before: Told) -> Told:
    """Return what an article has told behind an act; what is asked holds no other act, a relative clause no subject."""
    verb, subject, *held = told_before
    if not parts.rule.endswith(HELD):
        held = [trigger, parts.source, parts.target]
    if trigger.form.tense in triggers.FINITE and word_before(scene.text, trigger.first) not in RELATIVES:
        verb, subject = trigger, parts.source
    return Told(verb, subject, *held)


def scene_of(
    text: phrases.Words, found: list[triggers.Trigger], mentions: list[dict], known: Facts
) -> tuple[Scene, list[triggers.Trigger]]:
    """Return what the acts of an article are read in, and the triggers that tell them."""
    nouns = frozenset(t.first for t in found if t.form.tense == "noun")  # «دعوة» is no «دعوه»
    spoken, carriers = (frozenset(candidates(text, kind)) - nouns for kind in (SAYS, CARRIES))
    carriers -= frozenset(i for i in carriers if triggers.is_noun_announced(text, i))
    stops = frozenset(t.last for t in found) | spoken | carriers
    all_parties = parties(text, mentions, stops, known.nation)
    found = acts.acts(text, found, all_parties, known)
    verbs = frozenset(t.first for t in found if t.form.tense in triggers.FINITE) | spoken
    phrases_named = frozenset(i for party in all_parties for i in range(party.start, party.last + 1))
    mains, governing = sides(all_parties, known), sorted(verbs | carriers)
    return Scene(text, all_parties, verbs, spoken, carriers, known, mains, phrases_named, governing), found


def words_of(text: phrases.Words, trigger: triggers.Trigger) -> dict:
    """Return sentence, offsets, trigger, type, mode and intensity of an event."""
    start, end = triggers.place_of(text, trigger)
    entry = trigger.form.entry
    named = ("noun", "phrase") if entry.type == "ASSAULT" else ("noun",)  # «القصف المدفعي» is an attack told before
    return {
        "sentence": text.below(trigger.first), "start": start, "end": end, "trigger": text.text[start:end],
        "word": entry.word, "tense": trigger.form.tense,
        "definite": trigger.form.tense in named and is_definite(text, trigger),
        "type": entry.type, "mode": entry.mode or None, "intensity": entry.intensity,
        **as_one(text, trigger),
    }  # fmt: skip


def is_definite(text: phrases.Words, trigger: triggers.Trigger) -> bool:
    """Tell whether a noun carries the article, and so speaks of an act told before (الزيارة، للغزو)."""
    word, cut = text.folded[trigger.first], trigger.cut
    return word[cut:].startswith(phrases.ARTICLE) or (word[:cut].endswith("ل") and word[cut:].startswith("ل"))


def parties_of(scene: Scene, trigger: triggers.Trigger, parts: Roles) -> dict:
    """Return source, target, place and rule of an event; a city that is visited stands for its state."""
    parts = raised(scene, trigger, parts._replace(target=left(scene, trigger, parts.source, parts.target)))
    sides = {"source": acting(scene, parts.source, trigger), "target": suffering(scene, parts.target, trigger)}
    own = trigger.form.entry.type in ("THREATEN", "MOBILIZE", "REJECT", "SANCTION")
    if sides["source"] == sides["target"] or (own and scene.known.home.get(sides["source"]) == sides["target"]):
        sides["target"] = None  # «الجبهة … على الإقليم المتاخم للعاصمة»: both of one state
    return {
        **sides, "stated": frozenset(sides[side] for side in basis.named(scene, trigger, parts)),
        "place": where.where(scene, trigger, parts), "place_near": where.is_beside(scene, trigger, parts),
        "weak": parts.weak or parts.target is None,
        "servants": of_servants(scene, trigger) if parts.target is None else None,
        "of_people": parts.target is None and is_of_people(scene, trigger, parts.source),
        "of_step": is_of_step(scene, trigger, parts),
        "adjectives": bool(parts.source and parts.source.demonym),
        "bound": is_bound(scene, trigger, parts),
        "rule": f"{trigger.form.entry.word} ({trigger.form.tense}); {parts.rule}",
    }  # fmt: skip


def is_bound(scene: Scene, trigger: triggers.Trigger, parts: Roles) -> bool:
    """Tell whether the words beside an act themselves say whose it is: «قصف الجيش», «بدأ الجيش القصف», «هجوم على»."""
    if parts.rule.startswith(BOUND) or scene.text.folded[trigger.last + 1 : trigger.last + 2] in (["علي"], ["ضد"]):
        return True
    before, protest = trigger.first - 1, trigger.form.entry.type == "PROTEST"
    own = protest and before in scene.carriers and word_before(scene.text, before) in sets.words("pronoun")
    beside = parts.source is not None and (parts.source.last == before or own)  # own: «إنه سينظم إضرابا»
    direct = not trigger.cut and parts.rule.endswith("subject of the clause")  # not: «قمع الرئيس للاحتجاجات»
    return beside and (direct or parts.rule.endswith("subject of its verb"))


def acting(scene: Scene, party: Party | None, trigger: triggers.Trigger) -> str | None:
    """Return the actor_id of who acts; media and monitors attack nobody."""
    done = trigger.form.entry.type in WATCHED
    if party and party.actor_id in scene.known.people and is_around(scene.text, party.first):
        return None  # «اقتحم أنصار بولسونارو مبنى الكونغرس»
    if party and done and party.actor_id in scene.known.people and speaks_for(scene.text, party):
        return None  # «أعلن الناطق باسم الوزارة فلان توقيف تسعة»
    if party and trigger.form.entry.type == "ASSAULT" and party.actor_id.startswith(tuple(sets.words("unarmed"))):
        return None  # «وأضاف مبعوث الأمم المتحدة أن القصف مستمر»
    return None if party and done and only_watches(scene, party) else meant(scene, party, trigger)


def suffering(scene: Scene, party: Party | None, trigger: triggers.Trigger) -> str | None:
    """Return the actor_id of who is acted upon; whoever expels people of an embassy acts against its state."""
    if party is not None and trigger.form.entry.type in WATCHED and only_watches(scene, party) and party.under is None:
        return None  # «أفاد المرصد بمقتل …»: who tells of it is not hit
    if party is not None and party.actor_id.startswith(EMBASSY) and trigger.form.entry.type == "SANCTION":
        return state_of(scene, party)
    if party is not None and trigger.form.entry.type == "ASSAULT":
        return of_seats().get(scene.text.folded[party.first], meant(scene, party, trigger))
    return meant(scene, party, trigger)


def meant(scene: Scene, party: Party | None, trigger: triggers.Trigger) -> str | None:
    """Return the actor_id of a party; of a city that of its state; it is states that cooperate."""
    if party is None:
        return None
    speaks = party.under is None or party.actor_id in scene.known.people
    if trigger.form.entry.type == "COOPERATE" and speaks:
        return scene.known.nation.get(party.actor_id, party.actor_id)
    moved = trigger.form.tense == "phrase" and party.first <= trigger.last  # «نقل السفارة الأميركية إلى القدس»
    if party.actor_id.startswith(EMBASSY) and (moved or trigger.form.entry.type in ("ASSAULT", "PROTEST", "COERCE")):
        return state_of(scene, party)
    return scene.known.country.get(party.actor_id, party.actor_id)


def only_watches(scene: Scene, party: Party) -> bool:
    """Tell whether a party is a news medium or a monitor, which tells of attacks and does none."""
    return party.actor_id in scene.known.media or not sets.words("monitor").isdisjoint(party.actor_id.split("-"))


def dated(moment: When, time: Time, sentence: int) -> dict:
    """Return the date columns of an event, and whether it has no date of its own but that of the news."""
    own = any(phrase.words == moment.evidence for phrase in time.dated.get(sentence, []))
    by_news = moment.date is not None and moment.evidence == time.news.evidence and not own
    columns = {"date": moment.date, "date_to": moment.date_to, "date_precision": moment.precision}
    return columns | {
        "date_evidence": moment.evidence,
        "by_news": by_news,
        "of_the_day": by_news or (moment.date is not None and moment.date == time.news.date),
    }
