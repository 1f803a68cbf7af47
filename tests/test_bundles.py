"""Exports of LexisNexis and Factiva with many articles in one file are read as these articles."""

import pytest

from analysis import lists, load
from analysis.load import formats

FIRST = "قال وزير الري في مؤتمر صحفي إن السد الجديد سيبدأ العمل قبل نهاية العام."
SECOND = "أعلنت شركة الكهرباء أن الخط الثالث إلى المدينة سيعود إلى العمل غدا."

NEXIS = f"""User Name: a reader
Date and Time: Monday, March 18, 2024 9:12:00 AM GMT
Documents (2)

1. السد الجديد يعمل قبل نهاية العام
2. عودة الخط الثالث

السد الجديد يعمل قبل نهاية العام
Al-Ahram
March 17, 2024 Sunday
Copyright 2024 Al-Ahram All Rights Reserved
Length: 214 words
Body

{FIRST}
{FIRST}

Load-Date: March 18, 2024

End of Document

عودة الخط الثالث
Al-Quds
March 16, 2024 Saturday
Section: ECONOMY
Body
{SECOND}
Classification
Language: ARABIC
End of Document
"""

FACTIVA = f"""السد الجديد يعمل قبل نهاية العام

214 words
17 March 2024
09:15
Al-Ahram
AHRAM
Arabic
© 2024 Al-Ahram. All rights reserved.

{FIRST}
{FIRST}

Document AHRAM0000020240317ek3h0001b

عودة الخط الثالث
90 words
16 March 2024
Al-Quds
QUDS
Arabic
Copyright 2024.
{SECOND}
Document QUDS000020240316ek3g0002c

Search Summary
Text
"""

TAGGED = f"""HD
السد الجديد يعمل قبل نهاية العام
WC 214 words
PD 17 March 2024
SN Al-Ahram
SC AHRAM
LA Arabic
LP
{FIRST}
TD {FIRST}
AN
Document AHRAM0000020240317ek3h0001b

HD عودة الخط الثالث
PD 16 March 2024
SN Al-Quds
LP {SECOND}
Document QUDS000020240316ek3g0002c
"""


@pytest.mark.parametrize("export", [NEXIS, FACTIVA, TAGGED], ids=["nexis", "factiva", "tags"])
def test_every_article_has_its_headline_outlet_day_and_text(export, tmp_path):
    (tmp_path / "export.txt").write_text(export, "utf-8")
    first, second = formats.read(tmp_path)
    assert first.text == f"السد الجديد يعمل قبل نهاية العام\n\n{FIRST}\n{FIRST}"
    assert second.text == f"عودة الخط الثالث\n\n{SECOND}"
    assert (first.article_id, second.article_id) == ("export", "export-2")
    assert [first.facts["source"], second.facts["source"]] == ["Al-Ahram", "Al-Quds"]
    articles = load.articles(tmp_path)
    assert [f"{day:%F}" for day in articles["published"]] == ["2024-03-17", "2024-03-16"]


def test_an_article_that_breaks_off_is_read_and_told(tmp_path):
    (tmp_path / "a.txt").write_text(NEXIS.rstrip().removesuffix("End of Document"), "utf-8")
    _, second, problem = formats.read(tmp_path)
    assert second.facts["source"] == "Al-Quds" and second.text.endswith(SECOND)
    assert problem.reason == "text behind the last article of an export"
    assert {problem.reason, problem.detail} <= {row["code"] for row in lists.rows("names")}


@pytest.mark.parametrize("text", [FIRST, f"{FIRST}\nDocument 12 is lost.", f"{FIRST} End of Document"])
def test_any_other_text_is_one_article(text, tmp_path):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (document,) = formats.read(tmp_path)
    assert document.text == text


@pytest.mark.parametrize("end", ["End of Document", "Document AHRAM0000020240317ek3h0001b"])
def test_an_article_without_the_usual_parts_keeps_its_text(end, tmp_path):
    (tmp_path / "a.txt").write_text(f"{FIRST}\n{end}\n", "utf-8")
    (document,) = formats.read(tmp_path)
    assert document.text == FIRST
