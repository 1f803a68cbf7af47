"""Articles and mentions -> who is quoted: the words between the marks, the verb of saying before them, its subject."""

import re
from collections import defaultdict

import pandas as pd

from analysis import lists, tables
from analysis.actors import marks
from analysis.actors.kinds import of_kind
from analysis.actors.namings import bare
from analysis.actors.speech_verbs import verbs
from analysis.actors.subjects import NOBODY, Scene, Speaker, actor_right_before, subject, word_at
from analysis.arabic import phrases
from analysis.arabic.phrases import Words

QUOTATIONS = {
    "article_id": "str", "sentence": "int64", "start": "int64", "end": "int64", "quotation": "str", "actor_id": "str",
    "actor": "str", "actor_ar": "str", "speaker": "str", "verb": "str", "rule": "str",
}  # fmt: skip
SPOKEN = re.compile(r"[:،][\s\"“”«]*$")  # what stands before the first word of a speech
LONGEST_NAME = 5  # words in marks
SHORTEST_SPEECH = 4  # words in marks that are taken for speech where nobody is told to say them


def quotations(articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return one row per quotation with its speaker: an actor, or the words for one who is not in the list."""
    tables.check(articles, "article_id", "text", name="articles")
    tables.check(
        mentions, "article_id", "start", "end", "actor_id", "actor", "actor_ar", "kind", "use", name="mentions"
    )
    named = defaultdict(list)
    for row in mentions.to_dict("records"):  # at once: a frame for each article takes longer than the reading
        named[row["article_id"]].append(row)
    texts = phrases.read(articles["text"].fillna("").tolist(), lambda word: word in verbs())
    country = dict(lists.actors()[["actor_id", "country"]].itertuples(index=False))
    rows = [
        {"article_id": article_id, **row}
        for article_id, text in zip(articles["article_id"], texts, strict=True)
        for row in of_article(scene(text, named[article_id], country))
    ]
    return tables.table(pd.DataFrame(rows), QUOTATIONS)


def scene(text: Words, named: list[dict], country: dict[str, str]) -> Scene:
    """Return what the quotations of an article are read in."""
    return Scene(text, marks.stretches(text.text), {word_at(text, row["start"]): row for row in named}, country)


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
