"""Numbers: digits and number words, what is about right, and what is no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.arabic import numbers

VALUES = [
    ("3500 جندي", 3500),
    ("3,500 جندي", 3500),
    ("100.000 دولار", 100_000),
    ("3،500", 3500),
    ("30 000 دينار", 30_000),
    ("١٢٬٠٠٠", 12_000),
    ("٣٫٥", 3.5),
    ("۱۲۳", 123),
    ("0.125", 0.125),
    ("٣٫٥ مليون", 3_500_000),
    ("50 ألف نازح", 50_000),
    ("ثلاثة", 3),
    ("ثلاثة عشر", 13),
    ("إحدى عشرة", 11),
    ("اثني عشر", 12),
    ("خمسين هجوما", 50),
    ("خمسون", 50),
    ("واحد وعشرين", 21),
    ("خمسة وعشرين ألفا", 25_000),
    ("مئة", 100),
    ("مائة", 100),
    ("مئتين", 200),
    ("مائتي ألف", 200_000),
    ("ثلاثمئة", 300),
    ("ثلاثمائة وخمسة وستين يوما", 365),
    ("ثلاث مئة", 300),
    ("ألف", 1000),
    ("ألفين", 2000),
    ("ألفا جندي", 2000),
    ("ألفي جندي", 2000),
    ("ألفاً", 1000),
    ("ألفين وخمسمئة", 2500),
    ("ستة آلاف وخمسمئة وثلاثة وأربعين", 6543),
    ("مليون", 1_000_000),
    ("مليوني شخص", 2_000_000),
    ("مليون و200 ألف", 1_200_000),
    ("مليون ومئتي ألف", 1_200_000),
    ("مليون ونصف المليون", 1_500_000),
    ("نصف مليون", 500_000),
    ("ثلاثة ملايين", 3_000_000),
    ("مليار دولار", 1_000_000_000),
    ("القتلى الثلاثة", 3),
    ("خَمْسِينَ", 50),
    ("بخمسة صواريخ", 5),
]
NO_NUMBERS = [
    "جنود", "عشرات القتلى", "آلاف النازحين", "مئات", "ملايين", "أحد القادة", "الاثنين", "الذكرى العشرين",
    "لست أدري", "½", "9" * 5000, "في وقت واحد", "ربع ساعة", "المليون", "الخميس", "الأربعاء", "",
]  # fmt: skip
ABOUT = [
    "نحو 50", "بنحو 50", "حوالي 50", "حوالى 50", "قرابة 50", "زهاء 50", "ما يقرب من 50", "أكثر من 50",
    "لأكثر من 50", "ما لا يقل عن 50", "يناهز 50", "نحو الـ50", "50 تقريبا", "50 شخصا تقريبا",
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_values(words, value):
    assert numbers.value(words) == value


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_no_numbers(words):
    assert numbers.find(words) == []


@pytest.mark.parametrize("words", ABOUT)
def test_about(words):
    (found,) = numbers.find(words)
    assert (found.value, found.about) == (50, True)


@pytest.mark.parametrize("words", ["50", "في نحو آخر 50", "من 50", "نحو الشمال 50"])
def test_not_about(words):
    assert not numbers.find(words)[0].about


def test_two_numbers_are_not_one():
    assert [found.value for found in numbers.find("خمسة وسبعة")] == [5, 7]
    assert [found.value for found in numbers.find("2003 و2011")] == [2003, 2011]
    assert [found.value for found in numbers.find("سبعين وثمانين")] == [70, 80]
    assert [found.value for found in numbers.find("مئة\nألف")] == [100, 1000]


def test_words_are_without_clitics():
    assert [found.words for found in numbers.find("وخمسة وعشرون، بـ50، لثلاثة")] == [
        "خمسة وعشرون",
        "50",
        "ثلاثة",
    ]


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_digits(number):
    grouped = f"{number:,}"
    assert numbers.value(str(number)) == number
    assert numbers.value(grouped) == number
    assert numbers.value(grouped.translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬"))) == number


_WORDS = st.sampled_from(
    [
        "ألف",
        "مليون",
        "ثلاثة",
        "وعشرين",
        "مئة",
        "عشر",
        "نصف",
        "ونصف",
        "و",
        "2003",
        "3,5",
        "٣٫٥",
        "الـ",
        "شخص",
        "\n",
        "ألفاً",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)))
def test_any_text(text):
    before = 0
    for found in numbers.find(text):
        assert text[found.start : found.end] == found.words != ""
        assert found.start >= before
        before = found.end
        assert isinstance(found.value, int | float)
