"""Dates: the phrases of cases/dates.csv, the fields they do not show, and what holds for any text."""

import csv
import datetime
import re
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.arabic import date_days, date_periods, date_words, dates

CASES = Path(__file__).parent / "cases" / "dates.csv"
THURSDAY = datetime.date(2021, 7, 29)


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marks = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
            yield pytest.param(row, marks=marks, id=f"{row['intent']}: {row['phrase']}")


def _said(found):
    """The date of a phrase as the cases write it."""
    if found.date is None:
        return "?"
    length = {"day": 10, "month": 7, "year": 4, "interval": 10}[found.precision]
    return str(found.date)[:length] + (f"/{found.date_to}" if found.date_to else "")


@pytest.mark.parametrize("case", list(_cases()))
def test_cases(case):
    published = datetime.date.fromisoformat(case["published"]) if case["published"] else None
    found = dates.find(case["phrase"], published)
    if not case["expected"]:
        assert found == []
        return
    assert found, "no date found"
    meant = found[-1] if "second date" in case["comment"] else found[0]
    assert (_said(meant), meant.precision, meant.kind) == (case["expected"], case["precision"], case["kind"])


def test_enough_cases():
    assert len(list(_cases())) >= 140


@pytest.mark.parametrize(
    ("phrase", "limit"),
    [
        ("منذ 2014", "since"),
        ("منذ ثلاثة أيام", "since"),
        ("حتى اليوم", "until"),
        ("بحلول نهاية العام", "by"),
        ("قبل 15 أغسطس 2021", "before"),
        ("قبيل يوم الأحد", "before"),
        ("بعد يوليو 2013", "after"),
        ("قبل يومين", None),
        ("في 2014", None),
    ],
)
def test_limits(phrase, limit):
    assert dates.parse(phrase, THURSDAY).limit == limit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وفي ديسمبر/ كانون الأول 2021، أعلن", "ديسمبر/ كانون الأول 2021"),
        ("(29 تموز 2021)", "29 تموز 2021"),
        ("وأمس الخميس استقبلت", "أمس الخميس"),
        ("بنهاية العام", "نهاية العام"),
        ("منذ 2014", "2014"),
        ("منذ ثلاثة أيام", "منذ ثلاثة أيام"),
        ("فجر اليوم الخميس", "فجر اليوم الخميس"),
        ("بين عامي 2003 و 2011 ، عندما", "2003 و 2011"),
    ],
)
def test_words(text, words):
    assert dates.parse(text, THURSDAY).words == words


def test_published_can_be_a_time_or_missing():
    assert dates.parse("أمس", pandas.Timestamp("2021-07-29 10:00")).date == datetime.date(2021, 7, 28)
    assert dates.parse("أمس", datetime.datetime(2021, 7, 29, 10)).date == datetime.date(2021, 7, 28)
    assert dates.parse("أمس", pandas.NaT).date is None
    assert dates.parse("أمس").date is None
    assert dates.parse("بغداد", THURSDAY) is None


def test_long_digits_are_no_date():
    assert dates.find("9" * 5000 + " عام " + "1" * 5000, THURSDAY) == []


def test_two_readings_help_each_other():
    weekday, day = dates.find("يوم الخميس (5 آب)", THURSDAY)
    assert weekday.date == day.date == datetime.date(2021, 8, 5)
    may, june = dates.find("في أيار/ مايو وحزيران/ يونيو 1999", THURSDAY)
    assert (may.date, june.date) == (datetime.date(1999, 5, 1), datetime.date(1999, 6, 1))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("اليوم الثلاثاء", "today"),
        ("اليوم (الثلاثاء)", "today"),
        ("أمس الثلاثاء", "yesterday"),
        ("أول من أمس الثلاثاء", "before yesterday"),
        ("أمس الأول الثلاثاء", "before yesterday"),
        ("غدا الثلاثاء", "tomorrow"),
        ("الثلاثاء الماضي", "last"),
        ("الثلاثاء المقبل", "next"),
        ("الثلاثاء", None),
        ("يوم الثلاثاء", None),
    ],
)
def test_weekdays(text, relation):
    ((start, end, weekday, told),) = dates.weekdays(text)
    assert (weekday, told) == (1, relation)
    assert "الثلاثاء" in text[start:end]


@pytest.mark.parametrize("text", ["صلاة الجمعة", "بعد غد السبت", "أحد القادة", "الجمعة السوداء", "كل خميس", ""])
def test_no_weekdays(text):
    assert dates.weekdays(text) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الثلاثاء ٠٥ / نوفمبر / ٢٠٢٤", "2024-11-05"),
        ("الأربعاء 11 Sep / September 2024", "2024-09-11"),
        ("posted onAugust 10, 2023", "2023-08-10"),
        ("2023-08-10", "2023-08-10"),
        ("2023-08-10T12:30:05Z", "2023-08-10"),
        ("10/8/2023", "2023-08-10"),
        ("2023/8/10", "2023-08-10"),
        ("29 تموز 2021", "2021-07-29"),
        ("Publié le 3 août 2021 à 10h", "2021-08-03"),
        ("Mon, 26 Jul 2021 10:00 GMT", "2021-07-26"),
        ("آخر تحديث: 12 ديسمبر 2020 - 14:30", "2020-12-12"),
        ("Jul 29th, 2021", "2021-07-29"),
    ],
)
def test_page_dates(line, day):
    assert [str(found.date) for found in dates.page_dates(line)] == [day]


@pytest.mark.parametrize("line", ["Close", "اليوم الثلاثاء", "29 تموز", "تموز 2021", "عام 2017", "31/31/2020", ""])
def test_no_page_dates(line):
    assert dates.page_dates(line) == []


_CLITICS = st.sampled_from(["", "و", "ب", "ل", "ف", "وب"])
_SAID = """
عام العام سنة شهر الشهر الأسبوع يوم اليوم أمس غدا غد بعد قبل منذ حتى بحلول في من إلى بين و الماضي المقبل
الجاري نفسه نفس هذا ذلك كانون الأول الثاني ربيع رمضان صفر محرم ذو الحجة آب تموز مارس يناير ديسمبر الثلاثاء
الأحد صيف الصيف التسعينيات القرن نهاية مطلع عشرين ثلاثة أيام سنوات عامين الـ 15 31 29 2003 1436 99 0 3.5 3,500
هـ م / - ( ) ، . August 2nd الليلة أول الحادي والعشرين عشر الموافق كل صلاة سيلتقي
"""
_DATE_WORDS = st.sampled_from(_SAID.split())
_COUNTED = "جندي قتيل دولار شخص جنود قتلى دولارا أشخاص ريال كيلومتر"
_TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="ابتلمنوي0123456789/-٠٢هـ ،.\n\u064b\u0640\u200f"),
    st.lists(st.tuples(_CLITICS, _DATE_WORDS).map("".join)).map(" ".join),
)
_PUBLISHED = st.one_of(st.none(), st.dates())


@settings(max_examples=500, deadline=None)
@given(_TEXTS, _PUBLISHED)
def test_any_text(text, published):
    before = 0
    for found in dates.find(text, published):
        assert text[found.start : found.end] == found.words != ""
        assert found.start >= before
        before = found.end
        assert found.precision in ("day", "month", "year", "interval")
        assert (found.date_to is not None) == (found.precision == "interval" and found.date is not None)
        assert found.date_to is None or found.date <= found.date_to


@pytest.mark.parametrize("rule", date_days.RULES | date_periods.RULES)
@settings(deadline=None)
@given(st.data())
def test_a_date_stands_in_one_run_of_date_words(rule, data):
    names = {*re.findall("[a-z]+", rule), "other", "definite", "stop"} & set(date_words.TAGS)
    tags = "".join(date_words.TAGS[name] for name in data.draw(st.lists(st.sampled_from(sorted(names)), max_size=12)))
    found = [match.span() for match in date_words.pattern(rule).finditer(tags)]
    runs = [(max(0, run.start() - 1), run.end() + 1) for run in dates.RUN.finditer(tags)]
    alone = [(a, date_words.pattern(rule).finditer(tags[a:b])) for a, b in runs]
    assert found == [(a + match.start(), a + match.end()) for a, matches in alone for match in matches]


@settings(deadline=None)
@given(_TEXTS)
def test_tokens_are_the_same_whatever_the_blank(text):
    read = date_words.tokens(text)
    whole = date_words.tokens(text.replace(" ", "\N{NO-BREAK SPACE}"))
    assert read.tags == whole.tags
    assert [read.words.span(n) for n in range(len(read.tags))] == [whole.words.span(n) for n in range(len(read.tags))]
    assert list(read.words) == list(whole.words)


@settings(deadline=None)
@given(_TEXTS)
def test_any_line(text):
    assert all(found.date and found.precision == "day" for found in dates.page_dates(text))
    assert all(0 <= weekday < 7 and text[start:end] for start, end, weekday, _ in dates.weekdays(text))


@settings(deadline=None)
@given(
    st.integers(min_value=1, max_value=99_999),
    st.sampled_from(_COUNTED.split()),
    st.sampled_from(
        ["", "في ", "منذ ", "بعد ", "قبل ", "حتى ", "نحو ", "بين ", "من ", "مقتل ", "و", "خلال ", "في نهاية "]
    ),
)
def test_counted_things_are_no_year(count, noun, front):
    assert dates.find(f"{front}{count} {noun}", THURSDAY) == []
