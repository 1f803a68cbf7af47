"""What an export says of its origin: the same for the same articles, other for others, and no clock in it."""

import datetime

import pandas as pd

from analysis import provenance, tables

ROWS = [
    {"article_id": "a", "text": "خبر", "published": pd.Timestamp("2021-07-26"), "saved": pd.Timestamp("2021-07-28")},
    {"article_id": "b", "text": "خبر آخر", "published": pd.Timestamp("2021-07-27")},
]
ARTICLES = tables.table(ROWS, tables.ARTICLES)


def test_articles_code_packages_and_parameters_are_told():
    told = provenance.of(ARTICLES, LANGUAGE="ar", TOP=20)
    assert told["articles"] == 2 and told["parameters"] == {"LANGUAGE": "ar", "TOP": 20}
    assert len(told["articles_sha256"]) == len(told["code_sha256"]) == 16
    assert {"pandas", "matplotlib", "wordfreq"} <= set(told["packages"])


def test_the_order_of_the_articles_changes_nothing_and_a_letter_does():
    assert provenance.of(ARTICLES[::-1]) == provenance.of(ARTICLES)
    other = ARTICLES.assign(text=["خبر", "خبر اخر"])
    assert provenance.of(other)["articles_sha256"] != provenance.of(ARTICLES)["articles_sha256"]


def test_the_day_is_that_of_the_data_unless_another_is_asked_for(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert provenance.of(ARTICLES)["date"] == "2021-07-28"
    assert provenance.of(ARTICLES.assign(published=pd.NaT, saved=pd.NaT))["date"] == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1678147200")
    assert provenance.day(ARTICLES) == datetime.date(2023, 3, 7)
