"""Tables as people have them: clock times with a zone, whole-number ids, categories, days written as text."""

import pandas as pd
import pytest

from analysis import actors, captions, citations, context, events, stories, tables, terms

ARTICLES = tables.table(
    [
        {
            "article_id": "11",
            "text": "قصفت روسيا كييف. والتقى بوتين أردوغان.",
            "published": "2024-03-05",
            "source": "أ",
        },
        {
            "article_id": "7",
            "text": "قصفت روسيا كييف أمس، ونددت فرنسا بالقصف.",
            "published": "2024-03-06",
            "source": "ب",
        },
    ],
    tables.ARTICLES,
)
ZONED = ARTICLES.assign(published=ARTICLES["published"].dt.tz_localize("Asia/Riyadh"))
NUMBERED = ARTICLES.assign(article_id=ARTICLES["article_id"].astype(int))
GROUPED = ARTICLES.assign(
    article_id=ARTICLES["article_id"].astype("category"), source=ARTICLES["source"].astype("category")
)
WRITTEN = ARTICLES.assign(published=["2024-03-05", "2024-03-06"])


def _joined(articles):
    mentions = actors.mentions(articles)
    return stories.join(events.find(articles, mentions), articles)


@pytest.mark.parametrize("articles", [ZONED, NUMBERED, GROUPED], ids=["zoned", "numbered", "grouped"])
def test_the_events_and_their_stories_are_the_same_whatever_the_columns_hold(articles):
    columns = ["type", "source", "target", "date", "status", "story_id"]
    pd.testing.assert_frame_equal(_joined(articles)[columns], _joined(ARTICLES)[columns])


@pytest.mark.parametrize("articles", [ZONED, NUMBERED], ids=["zoned", "numbered"])
def test_the_export_names_outlet_and_day_of_every_event(articles):
    found = _joined(ARTICLES)
    exported = events.plover(found, articles, actors.mentions(ARTICLES))
    assert len(exported) and exported[["Source", "Publication Date"]].notna().all(axis=None)


@pytest.mark.parametrize("articles", [ZONED, NUMBERED], ids=["zoned", "numbered"])
def test_fingerprints_and_citations_do_not_depend_on_ids_and_zones(articles):
    found = _joined(ARTICLES)
    assert events.fingerprint(found, articles).tolist() == events.fingerprint(found, ARTICLES).tolist()
    assert citations.citations(articles).tolist() == citations.citations(ARTICLES).tolist()


def test_quotes_are_found_in_articles_with_a_zone():
    tokens = terms.tokens(ZONED)
    assert len(context.quotes(tokens.head(3), ZONED)) == 3


def test_collocates_of_categories_are_those_that_occur():
    tokens = terms.tokens(ARTICLES)
    grouped = tokens.assign(term=tokens["term"].astype(pd.CategoricalDtype([*tokens["term"].unique(), "غائب"])))
    pd.testing.assert_frame_equal(terms.collocates(grouped, "قصفت"), terms.collocates(tokens, "قصفت"))


@pytest.mark.parametrize("stage", [actors.mentions, captions.note, terms.finest, citations.citations])
def test_days_written_as_text_are_refused_with_the_remedy(stage):
    with pytest.raises(ValueError, match=r"holds no dates but '2024-03-05': make dates of it"):
        stage(WRITTEN)
