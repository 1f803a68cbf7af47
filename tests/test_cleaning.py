"""Cleaning: furniture goes with its reason, prose stays whole."""

import json
import re
from pathlib import Path

import pytest

from analysis import lists
from analysis.load import cleaning, outlets

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests/gold").glob("*.json"))
PAGE = "عنوان الخبر عن زيارة الوزير إلى بغداد\nبغداد\nقال الوزير إن الزيارة ناجحة وإنها تأتي في وقتها المناسب تماما."


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_the_seeds_keep_their_prose_line_by_line(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    raw = (ROOT / "seeds" / f"{gold['article']}.txt").read_text(encoding="utf-8")
    wanted = [raw.split("\n")[number - 1] for number in gold["body_lines"]]
    assert cleaning.article(raw).text.split("\n") == wanted


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("شارك القصة", "share buttons"),
        ("اقرأ أيضاً: قصف جديد على الحدود", "related link"),
        ("نُشر في: 12/3/2023", "page date"),
        ("جميع الحقوق محفوظة © 2023", "legal notice"),
        ("الثلاثاء ٠٥ / نوفمبر / ٢٠٢٤", "page date"),
        ("مصافحة بين الوزيرين في بغداد أمس (رويترز)", "caption"),
    ],
)
def test_furniture_is_cut_with_its_reason(line, reason):
    assert (4, line, reason) in cleaning.article(f"{PAGE}\n{line}").cut


@pytest.mark.parametrize(("line", "reason"), [("جريدة الرياض", "name of the outlet"), ("سمير الحلاق", "byline")])
def test_beside_the_date_the_outlet_and_the_author_are_told_apart(line, reason):
    page = PAGE.replace("\nبغداد\n", f"\n{line}\n12 مارس 2023\n")
    assert (2, line, reason) in cleaning.article(page).cut


@pytest.mark.parametrize(("line", "outlet"), [("الجزيرة نت", "الجزيرة"), ("سكاي نيوز عربية", "سكاي نيوز عربية")])
def test_the_name_of_an_outlet_alone_at_the_top_is_its_name_and_no_headline(line, outlet):
    page = cleaning.article(f"{line}\n\n{PAGE}")
    assert (page.title, page.cut[0]) == (PAGE.split("\n")[0], (1, line, "name of the outlet"))
    assert outlets.named(page) == outlet
    assert cleaning.article(f"{line} تنعى مراسلها\n\n{PAGE}").title == f"{line} تنعى مراسلها"


def test_a_short_line_between_title_and_text_is_cut():
    page = cleaning.article(PAGE)
    assert page.title == "عنوان الخبر عن زيارة الوزير إلى بغداد"
    assert page.cut == [(2, "بغداد", "between title and text")]


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير إن ملفات تعريف الارتباط جزء من تحقيق واسع تجريه النيابة العامة منذ العام الماضي"
        " في قضية التجسس على هواتف صحافيين ومعارضين"
        " وناشطين داخل البلاد وخارجها بحسب ما جاء في بيان رسمي وزعته الوزارة على وسائل الإعلام مساء الأحد.",
        "شارك الوزير في اجتماع عقد في بغداد مع نظيره التركي.",
        "ونفت أنقرة ذلك.",
        "المصدر الأول قال إن الهجوم وقع فجرا وإن القتلى ثلاثة من العسكريين.",
    ],
)
def test_prose_that_resembles_furniture_stays(line):
    assert line in cleaning.article(f"{PAGE}\n{line}").text


def test_a_line_can_be_kept_or_dropped_by_hand():
    folded = cleaning.letters.fold("شارك القصة")
    assert "شارك القصة" in cleaning.article(f"{PAGE}\nشارك القصة", keep=frozenset([folded])).text
    assert cleaning.article(PAGE, drop=frozenset([cleaning.letters.fold(PAGE.split("\n")[2])])).cut


def test_a_pattern_that_begins_a_line_has_no_other_way_to_begin():
    for row in lists.rows("furniture"):
        rest, bracket = row["pattern"].replace("\\(", "").replace("\\)", ""), r"\([^()]*\)"
        while re.search(bracket, rest):
            rest = re.sub(bracket, "", rest)
        assert not (rest.startswith("^") and "|" in rest), row["pattern"]


def test_the_words_of_a_paragraph_are_counted_as_far_as_a_rule_asks():
    for n in (1, 29, 30, 31, 200):
        counted = [cleaning.number_of_words(word * n) for word in ("في ", "والاستراتيجية، ")]
        assert counted == [n, n] if n <= cleaning.LONGEST_FURNITURE else min(counted) > cleaning.LONGEST_FURNITURE
