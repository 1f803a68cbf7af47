"""The words of figures, tables, controls and reports in Arabic and English, and the names of codes and columns."""

from functools import cache

import pandas as pd

from analysis import citations, lists, load, mistakes, stories, tables
from analysis.codes import headed as headed
from analysis.codes import named as named

SMALL = tables.ENOUGH  # articles; below it the note says that the sample bears no generalisation
LANGUAGES = ("ar", "en")
NO_TREND = {
    "one period": {
        "ar": " لا اتجاه: كل ما له تاريخ يقع في فترة واحدة.",
        "en": " No trend: all that has a date lies in one period.",
    },
    "no dates": {"ar": " لا اتجاه: أغلب المقالات بلا تاريخ.", "en": " No trend: most articles have no date."},
}
# Where every period has too few articles no line need be dotted: there may be points alone.
TOO_FEW = {
    "all": {
        "ar": " في كل فترة أقل من {enough} {what}، فلا يُستدل منها على اتجاه.",
        "en": " Each period has fewer than {enough} {what}: they show no trend.",
    },
    "some": {
        "ar": " المنقّط: فترات فيها أقل من {enough} {what} ({few} من {of})، فلا يُستدل منها على اتجاه.",
        "en": " Dotted: periods with fewer than {enough} {what} ({few} of {of}); they show no trend.",
    },
}
ACTOR = {"ar": "actor_ar", "en": "actor"}
ARROW = {"ar": " \N{LEFTWARDS ARROW} ", "en": " \N{RIGHTWARDS ARROW} "}
COMMA = {"ar": "، ", "en": ", "}


def of(figure: str, articles: pd.DataFrame, language: str = "ar", *, about: str = "") -> dict[str, str]:
    """Return title, subtitle, note and language of a figure, ready for a chart's keywords.

    `about` is the term or actor that the title speaks of, where it speaks of one.
    Raises KeyError naming the figures in captions.csv when this one is not among them.
    """
    rows = {row["figure"]: row for row in lists.rows("captions")}
    if figure not in rows:
        raise KeyError(f"{figure} is not in captions.csv, which has {', '.join(rows)}")
    row = rows[figure]
    return {
        "title": row[f"title_{language}"].format(about), "subtitle": row[f"subtitle_{language}"],
        "note": note(articles, language), "language": language,
    }  # fmt: skip


def note(articles: pd.DataFrame, language: str = "ar") -> str:
    """Return the source line of a figure: articles, outlets, words, years, and what a small sample can't bear."""
    n, named = len(articles), articles["source"].nunique()
    unnamed = int(articles["source"].isna().sum()) if named else 0
    total = (articles["words"] if "words" in articles else load.length(articles)).sum()
    years = tables.days(articles["published"]).dropna().dt.year
    span = "" if years.empty else f"{years.min()}–{years.max()}" if years.min() != years.max() else f"{years.min()}"
    if language == "en":
        counts = ((n, "article"), (named, "named outlet"), (total, "word"))
        many = [f"{number:,} {thing}{'s' if number != 1 else ''}" for number, thing in counts]
        outlets = [many[1] if named else "no named outlet", f"{unnamed:,} without an outlet" if unnamed else ""]
        parts = [f"Source: {many[0]}", dateless(articles, "en"), copied(articles, "en"), *outlets, many[2], span]
        small = " Small sample: read the order, do not generalise." if n < SMALL else ""
        return ", ".join(part for part in parts if part) + "." + small
    parts = [
        f"المصدر: {counted(n)}",
        dateless(articles, "ar"),
        copied(articles, "ar"),
        counted_outlets(named),
        f"بلا وسيلة معروفة: {unnamed:,}" if unnamed else "",
        f"{total:,} {'كلمات' if 3 <= total % 100 <= 10 else 'كلمة'}",
        span,
    ]
    small = " عيّنة صغيرة لا تُعمَّم نتائجها." if n < SMALL else ""
    return "؛ ".join(part for part in parts if part) + "." + small  # behind a comma «بلا تاريخ: 4، 7» is one number


def counted_outlets(n: int) -> str:
    """Return a number of named outlets in Arabic words: وسيلة إعلام واحدة، وسيلتا إعلام، 5 وسائل إعلام."""
    few = {0: "بلا مصدر مسمى", 1: "وسيلة إعلام واحدة", 2: "وسيلتا إعلام"}
    return few.get(n) or (f"{n} وسائل إعلام" if n <= 10 else f"وسائل إعلام مسماة: {n}")


def dateless(articles: pd.DataFrame, language: str = "ar") -> str:
    """Return how many articles have no date, in words for a note; nothing where all have one.

    Their offices are those of today and their words are in no trend, so a figure says so.
    """
    n, undated = len(articles), int(articles["published"].isna().sum())
    if not undated:
        return ""
    if undated == n:
        return "بلا تاريخ" if language == "ar" else "without a date"
    return f"منها بلا تاريخ: {undated:,}" if language == "ar" else f"{undated:,} of them without a date"


def copied(articles: pd.DataFrame, language: str = "ar") -> str:
    """Return how many articles repeat another (column copy_of), in words for a note; nothing where none is known to."""
    n = int(articles["copy_of"].notna().sum()) if "copy_of" in articles else 0
    return "" if not n else f"منها مكررة: {n:,}" if language == "ar" else f"{n:,} of them copies of others"


def too_few(trend: pd.DataFrame, language: str = "ar", *, counted: str = "articles") -> str:
    """Return a sentence for the note of a trend (columns period, enough): what its few articles cannot bear.

    `counted` is what there are too few of: articles or tellings.
    """
    if trend.empty:
        return NO_TREND["no dates"][language]
    periods = trend.drop_duplicates("period")["enough"]
    if len(periods) == 1:
        return NO_TREND["one period"][language]
    if periods.all():
        return ""
    few, of = (~periods).sum(), len(periods)
    what = {"articles": "مقالة", "tellings": "رواية"}[counted] if language == "ar" else counted
    return TOO_FEW["all" if few == of else "some"][language].format(enough=tables.ENOUGH, what=what, few=few, of=of)


def compared(articles: pd.DataFrame, language: str = "ar") -> pd.DataFrame:
    """Return the articles of outlets that can be set against each other, none where there is but one.

    Articles without an outlet that are taken together are of many outlets, and so of none.
    """
    known = articles[articles["outlet"] != citations.NO_SOURCE[language]]
    return known if len(set(known["outlet"])) > 1 else known.head(0)


def alone(articles: pd.DataFrame, language: str = "ar") -> str:
    """Return a sentence for the note of a comparison of outlets where there is but one, or none is named."""
    if len(compared(articles, language)):
        return ""
    return (
        " لا مقارنة: لا تُعرف إلا وسيلة واحدة." if language == "ar" else " Nothing to compare: but one outlet is known."
    )


def untold(leading: pd.DataFrame, language: str = "ar") -> str:
    """Return a sentence for the note of a figure of acts (stories.leading) that several outlets tell: there are none.

    >>> untold(pd.DataFrame(), "en")
    ' No act could be joined over two outlets.'
    """
    if len(leading):
        return ""
    return " لم تُضَمّ روايتا وسيلتين في حدث واحد." if language == "ar" else " No act could be joined over two outlets."


def bracketed(leading: pd.DataFrame, language: str = "ar") -> str:
    """Return a sentence for the note of a figure of acts where `acts` names a party in brackets.

    >>> bracketed(pd.DataFrame({"source_basis": ["carried"], "target_basis": ["stated"]}), "en")
    ' In brackets: a party that is inferred, and not named by the words of the act.'
    """
    if not leading.filter(["source_basis", "target_basis"]).eq("carried").any(axis=None):
        return ""
    if language == "ar":
        return " بين قوسين: طرف مستنتَج لا تسمّيه عبارة الحدث."
    return " In brackets: a party that is inferred, and not named by the words of the act."


def instead(asked: str, shown: str, language: str = "ar") -> str:
    """Return a sentence that says that what was asked for does not occur, and what the figures show in its place.

    >>> instead("زرافة", "هدنة", "en")
    'These articles have no «زرافة»: what stands here is about «هدنة».'
    """
    if language == "ar":
        return f"لا يرد «{asked}» في هذه المقالات؛ المعروض هنا عن «{shown}»."
    return f"These articles have no «{asked}»: what stands here is about «{shown}»."


def left_out(n: int, language: str = "ar") -> str:
    """Return a sentence for the note of a course in time: how many tellings it leaves out, and why."""
    if language == "ar":
        return f" روايات لا تدخل في الخط، لأن تاريخها أوسع من فتراته أو بعيد عن معظم الروايات: {n:,}." if n else ""
    return f" Tellings dated more widely than the periods, or far in time from most, and left out: {n:,}." if n else ""


def carried(matrix: pd.DataFrame, language: str = "ar") -> str:
    """Return a sentence for the note of a matrix of parties: how many cells rest on parties that are carried over.

    Columns: n, the tellings of a cell, and both_stated, those of them whose words name both parties.
    """
    cells = matrix[matrix["n"] > 0]
    weak = int((cells["both_stated"] * 2 < cells["n"]).sum())
    if not weak:
        return ""
    if language == "ar":
        return f" خلايا في أكثر رواياتها طرف مستنتَج لا تسمّيه عبارة الحدث: {weak} من {len(cells)}."
    return f" Cells of which less than half the tellings name both parties in their own words: {weak} of {len(cells)}."


def shown_of(shown: int, total: int, guessed: int, language: str = "ar") -> str:
    """Return a sentence for the note of a matrix of parties: how many tellings it shows, of all with two parties.

    `guessed` is how many of the others are left out because a party is carried over.
    """
    if shown == total:
        return ""
    if language == "ar":
        left = f"، ولا تُعدّ {guessed:,} استُنتج أحد طرفيها" if guessed else ""
        return f" روايات ظاهرة من التي لها طرفان: {shown:,} من {total:,}{left}."
    left = f"; {guessed:,} of which a party is carried over are not counted" if guessed else ""
    return f" Tellings shown of those with two parties: {shown:,} of {total:,}{left}."


def counted(n: int) -> str:
    """Return a number of articles in the grammar that Arabic numbers ask for.

    >>> counted(1), counted(2), counted(5), counted(11), counted(1_104)
    ('مقالة واحدة', 'مقالتان', '5 مقالات', '11 مقالة', '1,104 مقالات')
    """
    if n in (1, 2):
        return "مقالة واحدة" if n == 1 else "مقالتان"
    return f"{n:,} {'مقالات' if 3 <= n % 100 <= 10 else 'مقالة'}"


def outlets(articles: pd.DataFrame, language: str = "ar") -> pd.DataFrame:
    """Return the articles with `outlet`, `citation` (see `citations`: a name of its own for each) and `words`.

    Raises Mistake for a language that has no words here.
    """
    if language not in LANGUAGES:
        raise mistakes.Mistake(f'LANGUAGE is "ar" or "en", not {language!r}: write one of the two')
    return articles.assign(
        outlet=citations.outlets(articles, language), citation=citations.citations(articles, language),
        words=load.length(articles).astype("int64"),
    )  # fmt: skip


def joined(rows: pd.DataFrame, articles: pd.DataFrame, name: str = "outlet") -> pd.DataFrame:
    """Return rows of any table with the outlet of their article beside them, or its citation."""
    tables.check_articles(articles, name)
    return rows.merge(articles[["article_id", name]], on="article_id", how="left")


def acts(told: pd.DataFrame, names: dict[str, str], language: str = "ar") -> pd.Series:
    """Return a name of each act by story_id: its word (in English its type), who did it to whom, and the day.

    `told` has one telling of each story, as `stories.leading` returns it; `names` are those of actors, by actor_id. A
    party that was carried over stands in brackets. Of acts that would have one name all but the first are numbered.
    """
    word = named(told["type"], "en") if language == "en" else told["rule"].map(deed)
    sides = zip(*(sided(told, side, names) for side in ("source", "target")), strict=True)
    parties = [ARROW[language].join(name for name in pair if name) for pair in sides]
    days = [
        f"{COMMA[language]}{citations.written_day(day, language)}" if precision == "day" else ""
        for day, precision in zip(told["date"], told["date_precision"], strict=True)
    ]
    found = pd.Series(
        [f"{a}: {b}{c}" for a, b, c in zip(word, parties, days, strict=True)], told["story_id"], dtype="str"
    )
    again = found.groupby(found.to_numpy()).cumcount()
    return found.where(again.eq(0), found + " (" + (again + 1).astype("str") + ")")


def sided(told: pd.DataFrame, side: str, names: dict[str, str]) -> list[str]:
    """Return the names of one side of each act, "" where nobody is known, in brackets where the party is inferred."""
    called = [names.get(actor_id, actor_id) if pd.notna(actor_id) else "" for actor_id in told[side]]
    carried = told[f"{side}_basis"].eq("carried") if f"{side}_basis" in told else [False] * len(told)
    return [f"({name})" if name and guessed else name for name, guessed in zip(called, carried, strict=True)]


def deed(rule: str) -> str | None:
    """Return the noun for the act that a rule names: a verb alone, without its vowels, may be read as another word.

    >>> deed("فجر (perfect); subject after the verb"), deed("هجوم (noun); owner")
    ('تفجير', 'هجوم')
    """
    word = stories.word(rule)
    return nouns().get(word, word)


@cache
def nouns() -> dict[str, str]:
    """Return the verbal noun of each verb of event_words.csv that has one."""
    rows = [row for row in lists.rows("event_words") if row["pos"] == "verb" and row["noun"]]
    return {row["word"]: lists.parts(row["noun"])[0] for row in reversed(rows)}


def said(code: str, language: str, *values) -> str:
    """Return a sentence of report_words.csv in the language, with values in its gaps.

    >>> said("figure_number", "en", 2)
    'Figure 2'
    """
    sentence = next(row[language] for row in lists.rows("report_words") if row["code"] == code)
    return sentence.format(*values) if values else sentence
