"""The words of figures: every figure of the notebooks has them, in both languages."""

import ast
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import captions, lists, mistakes, tables

ROOT = Path(__file__).parent.parent
ARTICLES = tables.table(
    [
        {
            "article_id": "a",
            "source": "العربي",
            "published": pd.Timestamp("2021-07-29"),
            "text": "كلمة وكلمتان",
        },
        {
            "article_id": "b_1",
            "source": None,
            "published": pd.Timestamp("2023-03-07"),
            "text": "ثلاث كلمات أخرى",
        },
    ],
    tables.ARTICLES,
)


def test_rows_are_not_doubled_by_articles_that_stand_twice():
    rows = pd.DataFrame({"article_id": ["a", "b_1"]})
    assert len(captions.joined(rows, ARTICLES, "source")) == 2
    with pytest.raises(ValueError, match="an article_id in several rows"):
        captions.joined(rows, pd.concat([ARTICLES] * 2), "source")


def test_the_note_says_how_many_articles_repeat_another():
    marked = ARTICLES.assign(copy_of=[None, "a"])
    assert "2 articles, 1 of them copies of others, " in captions.note(marked, "en")
    assert "مقالتان؛ منها مكررة: 1؛ " in captions.note(marked, "ar")
    assert captions.note(ARTICLES.assign(copy_of=None), "ar") == captions.note(ARTICLES, "ar")


def figures_of_notebooks():
    """Return the names of the figures that the notebooks draw."""
    text = "".join(
        "".join(cell["source"])
        for path in (ROOT / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    )
    return sorted(set(re.findall(r'captions\.of\("([^"]+)"', text)))


@pytest.mark.parametrize("figure", figures_of_notebooks())
@pytest.mark.parametrize("language", captions.LANGUAGES)
def test_every_figure_has_its_words(figure, language):
    assert all(captions.of(figure, ARTICLES, language).values())


def test_there_are_at_least_ten_figures():
    assert len(figures_of_notebooks()) >= 10


def test_the_note_counts_articles_outlets_words_and_years():
    assert captions.note(ARTICLES, "ar").startswith(
        "المصدر: مقالتان؛ وسيلة إعلام واحدة؛ بلا وسيلة معروفة: 1؛ 5 كلمات؛ 2021–2023."
    )
    assert captions.note(ARTICLES, "en").startswith(
        "Source: 2 articles, 1 named outlet, 1 without an outlet, 5 words, 2021–2023."
    )
    assert captions.note(ARTICLES.tail(1), "en").startswith("Source: 1 article, no named outlet, 3 words, 2023.")


def test_the_note_tells_of_articles_without_a_date():
    one = ARTICLES.assign(published=ARTICLES["published"].where([True, False]))
    assert "1 of them without a date" in captions.note(one, "en")
    assert "منها بلا تاريخ: 1؛" in captions.note(one, "ar")
    none = ARTICLES.assign(published=pd.NaT)
    assert captions.note(none, "en").startswith(
        "Source: 2 articles, without a date, 1 named outlet, 1 without an outlet, 5 words."
    )
    assert "date" not in captions.note(ARTICLES, "en")


def test_a_matrix_says_how_many_cells_rest_on_parties_that_are_carried_over():
    matrix = pd.DataFrame({"n": [3, 2, 0, 1], "both_stated": [2, 0, 0, 0]})
    assert captions.carried(matrix, "en").endswith(": 2 of 3.") and captions.carried(matrix).endswith(": 2 من 3.")


def test_an_unnamed_outlet_is_called_by_its_article():
    assert captions.outlets(ARTICLES)["outlet"].tolist() == ["العربي", "«ثلاث كلمات أخرى»"]


def test_one_period_is_said_to_be_no_trend():
    one = pd.DataFrame({"period": [pd.Timestamp("2024-05-01")] * 2, "enough": [True, True]})
    assert captions.too_few(one, "en") == " No trend: all that has a date lies in one period."
    assert "فترة واحدة" in captions.too_few(one)


def test_periods_with_too_few_articles_are_called_dotted_only_beside_others():
    days = pd.to_datetime(["2024-05-01", "2024-06-01"])
    few = pd.DataFrame({"period": days, "enough": [False, False]})
    assert captions.too_few(few, "en") == " Each period has fewer than 30 articles: they show no trend."
    assert captions.too_few(few) == " في كل فترة أقل من 30 مقالة، فلا يُستدل منها على اتجاه."
    some = few.assign(enough=[False, True])
    assert captions.too_few(some, "en", counted="tellings").startswith(
        " Dotted: periods with fewer than 30 tellings (1 of 2)"
    )
    assert captions.too_few(some).startswith(" المنقّط: فترات فيها أقل من 30 مقالة (1 من 2)")


def test_outlets_are_compared_only_where_there_are_two():
    read = captions.outlets(ARTICLES)
    assert captions.alone(read) == ""
    pooled = read.assign(outlet=["العربي", "(بلا مصدر)"])
    assert len(captions.compared(read)) == 2 and captions.compared(pooled).empty and captions.alone(pooled)
    assert "one outlet" in captions.alone(read.head(1), "en") and "وسيلة واحدة" in captions.alone(read.head(1))


def test_an_unknown_language_is_a_mistake_of_whoever_set_it():
    with pytest.raises(mistakes.Mistake, match="not 'fr': write one of the two"):
        captions.outlets(ARTICLES, "fr")


def test_an_unknown_figure_is_named():
    with pytest.raises(KeyError, match="09_none is not in captions"):
        captions.of("09_none", ARTICLES)


def test_every_type_and_status_has_a_name_in_both_languages():
    names = {row["code"]: row for row in lists.rows("names")}
    for code in [*tables.TYPES, *tables.STATUSES, *tables.KINDS]:
        assert names[code]["ar"] and names[code]["en"]


def arguments(number):
    """Return the reasons (0) or the details (1) in `load` why a file cannot be read, as they stand in the code."""
    for path in sorted((ROOT / "analysis" / "load").glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            first = {"Unreadable": 0, "Problem": 1}.get(getattr(getattr(call, "func", None), "id", None))
            if first is not None and len(call.args) > first + number:
                yield call.args[first + number]


def reasons():
    """Return the reasons why a file cannot be read, each of those that name a kind of file for every kind."""
    for reason in arguments(0):
        if isinstance(reason, ast.Constant):
            yield reason.value
        elif isinstance(reason, ast.JoinedStr):
            parts = ("{}" if isinstance(part, ast.FormattedValue) else part.value for part in reason.values)
            yield from map("".join(parts).format, ("Word", "Excel", "OpenDocument"))


def test_every_reason_of_a_problem_has_an_arabic_name():
    known = pd.Series(sorted(set(reasons())))
    assert len(known) > 40
    assert known[~captions.named(known).str.contains("[ء-ي]")].tolist() == []


def texts(arguments):
    """Return the texts among some arguments, with 7 for what is filled in."""
    for each in arguments:
        if isinstance(each, ast.Constant):
            yield each.value
        elif isinstance(each, ast.JoinedStr):
            yield "".join("7" if isinstance(part, ast.FormattedValue) else part.value for part in each.values)


def test_every_advice_has_an_arabic_name():
    known = pd.Series(sorted(set(texts(arguments(1)))))
    known = known[known.str.contains("[a-z]{3}")]  # «{unit} {some}: {advice}» is tested by what it is filled with
    assert len(known) > 35
    assert known[~captions.named(known).str.contains("[ء-ي]")].tolist() == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("«.bin»: save it in one of these: .txt .md", "«.bin»: احفظه بصيغة من هذه: .txt .md"),
        ("rows 2, 5 and 3 more: fill the column of texts; the other rows were read", "الصفوف 2, 5 و3 غيرها: "),
        ("a.csv: 12 of them and hardly any words: save the article again", "a.csv: عددها 12 ولا كلمات تُذكر"),
        ("no such advice: do nothing", "no such advice: do nothing"),
    ],
)
def test_an_advice_with_numbers_and_files_is_told_in_the_language(code, name):
    assert captions.named(pd.Series([code]))[0].startswith(name)
    assert captions.named(pd.Series([code]), "en")[0] == code


def test_every_reason_of_furniture_has_an_arabic_name():
    known = pd.Series(sorted({row["reason"] for row in lists.rows("furniture")}))
    assert known[~captions.named(known).str.contains("[ء-ي]")].tolist() == []


def test_acts_are_named_by_word_parties_and_day():
    told = pd.DataFrame(
        {
            "story_id": ["a:0", "b:1", "c:0"],
            "type": ["ASSAULT", "ASSAULT", "CONSULT"],
            "rule": ["قصف (perfect); subject after the verb"] * 2 + ["زيارة رسمية (phrase); owner"],
            "source": ["turkey", "turkey", "lloyd-austin"],
            "target": ["iraq", "iraq", None],
            "date": pd.to_datetime(["2022-05-01", "2022-05-01", "2023-03-01"]),
            "date_precision": ["day", "day", "month"],
        }
    )
    names = {"turkey": "تركيا", "iraq": "العراق", "lloyd-austin": "لويد أوستن"}
    act = "قصف: تركيا \N{LEFTWARDS ARROW} العراق، 1 أيار 2022"
    assert captions.acts(told, names).to_dict() == {"a:0": act, "b:1": f"{act} (2)", "c:0": "زيارة رسمية: لويد أوستن"}
    english = captions.acts(told, {"turkey": "Turkey", "iraq": "Iraq"}, "en")
    assert english["a:0"] == "Assault: Turkey \N{RIGHTWARDS ARROW} Iraq, 1 May 2022"
    inferred = told.head(1).assign(source_basis="carried", target_basis="stated")
    assert captions.acts(inferred, names).iloc[0] == act.replace(
        names[told["source"].iloc[0]], f"({names[told['source'].iloc[0]]})"
    )
    assert captions.bracketed(inferred, "en") and not captions.bracketed(told, "en")
    assert captions.acts(told.head(0), names).empty


def test_a_matrix_says_how_many_tellings_it_shows():
    assert captions.shown_of(3, 3, 0) == ""
    assert (
        captions.shown_of(27, 1_340, 95)
        == " روايات ظاهرة من التي لها طرفان: 27 من 1,340، ولا تُعدّ 95 استُنتج أحد طرفيها."
    )
    assert captions.shown_of(27, 34, 0, "en") == " Tellings shown of those with two parties: 27 of 34."
