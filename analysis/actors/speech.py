"""Articles and mentions -> who is quoted: the words between the marks, the verb of saying before them, its subject."""

import re
from bisect import bisect_left
from typing import NamedTuple

import pandas as pd

from analysis import lists, tables
from analysis.actors import marks, sayers
from analysis.actors.kinds import of_kind
from analysis.actors.namings import bare, titles
from analysis.actors.speech_verbs import verbs
from analysis.arabic import phrases
from analysis.arabic.phrases import Words
from analysis.lists import demonyms

QUOTATIONS = {
    "article_id": "str", "sentence": "int64", "start": "int64", "end": "int64", "quotation": "str", "actor_id": "str",
    "actor": "str", "actor_ar": "str", "speaker": "str", "verb": "str", "rule": "str",
}  # fmt: skip
BREAK = re.compile(r"[.:;؛!؟?\n«»\"“”]|،")  # between a verb and its subject none of these stands
SPOKEN = re.compile(r"[:،][\s\"“”«]*$")  # what stands before the first word of a speech
LONGEST_SUBJECT = 12  # words
LONGEST_NAME = 5  # words in marks
SHORTEST_SPEECH = 4  # words in marks that are taken for speech where nobody is told to say them


class Speaker(NamedTuple):
    """Who says something: an actor of the list, or the words that the text has for somebody who is not in it."""

    actor: dict | None
    words: str | None
    verb: str | None
    rule: str


class Scene(NamedTuple):
    """One article: its words, the places of its quotations, and its mentions by the word they begin with."""

    text: Words
    marked: list[tuple[int, int]]
    named: dict[int, dict]
    country: dict[str, str]


LAST = "the one before"
NOBODY = Speaker(None, None, None, "no speaker found")


def quotations(articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return one row per quotation with its speaker: an actor, or the words for one who is not in the list."""
    tables.check(articles, "article_id", "text", name="articles")
    tables.check(
        mentions, "article_id", "start", "end", "actor_id", "actor", "actor_ar", "kind", "use", name="mentions"
    )
    named = {article_id: rows.to_dict("records") for article_id, rows in mentions.groupby("article_id")}
    texts = phrases.read(articles["text"].fillna("").tolist(), lambda word: word in verbs())
    country = dict(lists.actors()[["actor_id", "country"]].itertuples(index=False))
    rows = [
        {"article_id": article_id, **row}
        for article_id, text in zip(articles["article_id"], texts, strict=True)
        for row in of_article(scene(text, named.get(article_id, []), country))
    ]
    return tables.table(pd.DataFrame(rows), QUOTATIONS)


def scene(text: Words, named: list[dict], country: dict[str, str]) -> Scene:
    """Return what the quotations of an article are read in."""
    return Scene(text, marks.stretches(text.text), {word_at(text, row["start"]): row for row in named}, country)


def word_at(text: Words, offset: int) -> int:
    """Return the index of the word that an offset lies in, or of the next one."""
    return bisect_left(text.ends, offset + 1)


def of_article(article: Scene) -> list[dict]:
    """Return the quotations of one article; each verb of saying is heard once, in text order."""
    if not article.marked:
        return []
    heard, rows = speakers(article), []
    for start, end in article.marked:
        inside = range(word_at(article.text, start), word_at(article.text, end))
        if len(inside) and not is_name(article, inside):
            speaker = speaker_of(article, inside, heard, rows)
            spoken = len(inside) >= SHORTEST_SPEECH or marks.SPEECH.search(article.text.text[:start])
            if speaker.words or speaker.verb or spoken:
                rows.append(row(article, (start, end), inside, speaker))
    return rows


def row(article: Scene, span: tuple[int, int], inside: range, speaker: Speaker) -> dict:
    """Return a quotation as a row; the offsets leave out the quotation marks."""
    start, end = article.text.starts[inside[0]], article.text.ends[inside[-1]]
    actor = speaker.actor or {"actor_id": None, "actor": None, "actor_ar": None}
    return {
        "sentence": article.text.sentences[inside[0]], "start": start, "end": end,
        "quotation": article.text.text[start:end], **{key: actor[key] for key in ("actor_id", "actor", "actor_ar")},
        "speaker": speaker.words, "verb": speaker.verb, "rule": speaker.rule, "marks": span,
    }  # fmt: skip


def is_name(article: Scene, inside: range) -> bool:
    """Tell whether the marks hold no speech but a name, or a term in one word: «تويتر»، تنظيم «الدولة»، ل«الحياة»."""
    text = article.text
    start, end = text.starts[inside[0]], text.ends[inside[-1]]
    named = any(row["start"] <= start and end <= row["end"] for row in article.named.values())
    return named or takes_name(text, inside) or (len(inside) == 1 and not SPOKEN.search(text.text[:start]))


def takes_name(text: Words, inside: range) -> bool:
    """Tell whether a few words in marks stand behind a word that takes a name: صحيفة «…»، حديث لـ«…»."""
    before = inside[0] - 1
    if before < 0 or len(inside) > LONGEST_NAME or text.sentences[before] != text.sentences[inside[0]]:
        return False
    gap, word = text.text[text.ends[before] : text.starts[inside[0]]], text.folded[before]
    known = of_kind("takes_name") | {"ل"}
    return bool(marks.ALONE.match(gap)) and any(part in known for part in (word, bare(word), bare(word)[2:]))


def speakers(article: Scene) -> dict[int, Speaker]:
    """Return the speaker of each verb of saying outside quotations; who is not named anew is the one before."""
    heard: dict[int, Speaker] = {}
    last = NOBODY
    within = {
        i for first, row in article.named.items() for i in range(first, word_at(article.text, row["end"] - 1) + 1)
    }
    for i in article.text.candidates:
        if i not in within and not any(start <= article.text.starts[i] < end for start, end in article.marked):
            verb = article.text.text[article.text.starts[i] : article.text.ends[i]]
            heard[i] = subject(article, i, last)._replace(verb=verb)
            last = last if is_content(article, i) else heard[i]
    return heard


def is_content(article: Scene, verb: int) -> bool:
    """Tell whether a verb tells what another says that somebody says: «أوضح الوزير أن الحزب يعتبر …»."""
    known = actor_right_before(article, verb)
    first = word_at(article.text, known["start"]) if known else 0
    return any(word in of_kind("that") for word in article.text.folded[max(0, first - 2) : first])


def subject(article: Scene, verb: int, last: Speaker) -> Speaker:
    """Return who is the subject of a verb of saying."""
    relayed = relay(article, verb)
    if relayed is LAST:
        return last._replace(rule="the speaker before") if last.words else NOBODY
    behind = relayed or actor_right_before(article, verb) or subject_behind(article, verb)
    before = subject_before(article, verb) if not isinstance(behind, dict) else None
    if isinstance(behind, dict) or before:
        actor, rule = (before, "subject before the verb") if before else (behind, "subject behind the verb")
        return Speaker(actor, actor["matched"], None, rule)
    if behind and not is_title(article, verb + 1):
        return Speaker(None, behind, None, "speaker not in the list")
    if behind and not fits_state(article, verb + 1, last):
        return Speaker(None, behind, None, "speaker not in the list")
    return last._replace(rule="the speaker before") if last.words else NOBODY


def actor_right_before(article: Scene, verb: int) -> dict | None:
    """Return the actor whose name ends right before a verb that no «و» joins: «الولايات المتحدة تعتبر …»."""
    text = article.text
    if (
        not verb
        or text.folded[verb][0] in "وف"
        or BREAK.search(text.text[text.ends[verb - 1] : text.starts[verb]].strip('"»”'))
    ):
        return None
    end = text.ends[verb - 1]
    return next((row for row in article.named.values() if row["end"] == end and row["use"] == "actor"), None)


def relay(article: Scene, verb: int) -> dict | str | None:
    """Return whom a medium quotes: «ونقلت رويترز عن أوستن قوله»; LAST for «ونقلت عنه»."""
    text = article.text
    if text.folded[verb] not in of_kind("relay"):
        return None
    for j in range(verb + 1, min(len(text.folded) - 1, verb + LONGEST_SUBJECT)):
        if text.folded[j] in of_kind("said_by"):
            return LAST
        if text.folded[j] == "عن":
            return subject_behind(article, j)
    return None


def subject_behind(article: Scene, verb: int) -> dict | str | None:
    """Return the actor behind a verb, or the words of a subject that is not in the list."""
    text, j = article.text, verb + 1
    while j < len(text.folded) and j <= verb + LONGEST_SUBJECT and not ends_subject(article, j):
        if is_acting(article, j):
            return article.named[j]
        j += 1
    if j == verb + 1:
        return None
    titled = holder(article, verb + 1, j) if text.folded[verb + 1] in titles() else None
    return titled or (sayers.named(text, verb + 1, j) if sayers.is_sayer(text, verb) else None)


def is_acting(article: Scene, j: int) -> bool:
    """Tell whether an actor's name begins with word j, nothing hanging on before it."""
    known = article.named.get(j)
    return known is not None and known["use"] == "actor" and article.text.starts[j] == known["start"]


def holder(article: Scene, first: int, j: int) -> dict | None:
    """Return the person at the end of a title with a preposition in it: مستشار الأمن القومي في العراق قاسم الأعرجي."""
    text = article.text
    while j < min(len(text.folded), first + LONGEST_SUBJECT) and text.folded[j] not in of_kind("that"):
        person = is_acting(article, j) and article.named[j]["kind"] == "person"
        gap = text.text[text.ends[j - 1] : text.starts[j]]
        if BREAK.search(gap) and not (person and gap.strip() == "،"):
            return None
        if person:
            return article.named[j]
        j += 1
    return None


def ends_subject(article: Scene, j: int) -> bool:
    """Tell whether the subject of a verb is over before word j; «نقل عن» and quoted names go on."""
    text = article.text
    gap = text.text[text.ends[j - 1] : text.starts[j]]
    quoted_name = j in article.named and not BREAK.search(gap.strip('"“”«» '))
    return (
        text.folded[j] in of_kind("end")
        or text.folded[j] in of_kind("that")
        or (bool(BREAK.search(gap)) and not quoted_name)
    )


def subject_before(article: Scene, verb: int) -> dict | None:
    """Return the actor that opens the clause of a verb: «أوستن قال»، «وكان الرئيس جو بايدن أعلن»."""
    text, j = article.text, verb - 1
    while j >= 0 and not re.search(r"[.:؛!؟\n]", text.text[text.ends[j] : text.starts[j + 1]]):
        j -= 1
    opening = range(j + 1, verb)
    named = [i for i in opening if i in article.named and article.named[i]["use"] == "actor"]
    led = opening and (named[:1] == [opening[0]] or text.folded[opening[0]].removeprefix("و") in of_kind("auxiliary"))
    return article.named[named[0]] if named and led else None


def is_title(article: Scene, i: int) -> bool:
    """Tell whether a word is a definite title that stands for somebody named before: «الوزير»، «المتحدث»."""
    return article.text.folded[i].startswith("ال") and article.text.folded[i] in titles()


def fits_state(article: Scene, i: int, last: Speaker) -> bool:
    """Tell whether a title and its demonym can be the speaker before: «الوزير الأميركي» is no Iraqi."""
    state = demonyms.forms().get(article.text.folded[i + 1]) if i + 1 < len(article.text.folded) else None
    return not state or last.actor is None or lists.slug(article.country.get(last.actor["actor_id"]) or "-") == state


def speaker_of(article: Scene, inside: range, heard: dict[int, Speaker], rows: list[dict]) -> Speaker:
    """Return who says a quotation: by the verb before it, the quotation before it, a source behind it, or its line."""
    text, sentence = article.text, article.text.sentences[inside[0]]
    before = [i for i in heard if i < inside[0] and text.sentences[i] == sentence]
    if before:
        return heard[before[-1]]
    carried = [known for known in rows if known["sentence"] == sentence and known["actor_id"]]
    behind = source_behind(article, inside[-1], heard)
    if behind or not carried:
        return behind or beside(article, inside)
    actor = {key: carried[-1][key] for key in ("actor_id", "actor", "actor_ar")}
    return Speaker(actor, carried[-1]["speaker"], carried[-1]["verb"], "goes on in the same sentence")


def source_behind(article: Scene, last: int, heard: dict[int, Speaker]) -> Speaker | None:
    """Return the speaker named behind a quotation in its sentence: «…»، قال أوستن; بحسب رويترز."""
    text = article.text
    for i in range(last + 1, min(last + 30, len(text.folded))):
        if text.sentences[i] != text.sentences[last]:
            return None
        if i in heard and text.folded[i][0] in "وف" and text.folded[i][1:] in verbs():
            return None  # «…"، وطالب الحكومة بـ»: another clause, whose verb may have an object behind it
        if i in heard and heard[i].rule == "subject behind the verb":
            return heard[i]._replace(rule="named behind the quotation")
        if text.folded[i] in of_kind("source") and i + 1 in article.named:
            return Speaker(article.named[i + 1], article.named[i + 1]["matched"], None, "named behind the quotation")
    return None


def beside(article: Scene, inside: range) -> Speaker:
    """Return the actor before a colon, or the one that a headline names behind its quotation."""
    text, first, last = article.text, inside[0], inside[-1]
    line = text.text.rfind("\n", 0, text.starts[first]) + 1
    for known in article.named.values():
        if re.fullmatch(r"\s*:\s*[\"“”«]\s*", text.text[known["end"] : text.starts[first]]):
            return Speaker(known, known["matched"], None, "named before a colon")
        opens = not re.search(r"\w", text.text[line : text.starts[first]])
        if opens and re.fullmatch(r"[\"“”»]\s*[.،:…–-]+\s*", text.text[text.ends[last] : known["start"]]):
            return Speaker(known, known["matched"], None, "named behind the quotation")
    return NOBODY
