"""What a notebook shows: right to left, escaped, nothing of an article runs; controls, and pages without them."""

import html
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import actors, captions, charts, context, events, explore, load, stories, terms
from analysis.explore import choosing, correcting, deciding, uploading

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def articles():
    """Return the articles of the seeds, and one that is hostile all over."""
    read = captions.outlets(load.articles("seeds"))
    text = f"زيارة {HOSTILE}\nوصل وزير الدفاع الأميركي لويد أوستن إلى بغداد {HOSTILE} في زيارة تستمر يومين."
    bad = read.iloc[[0]].assign(article_id=HOSTILE, source=HOSTILE, outlet=HOSTILE, title=HOSTILE, text=text)
    return pd.concat([read, bad.assign(published=pd.NaT)], ignore_index=True)


@pytest.fixture(scope="module")
def tokens(articles):
    """Return the words of the articles."""
    return terms.tokens(articles)


@pytest.fixture(scope="module")
def mentions(articles):
    """Return who is named in the articles."""
    return actors.mentions(articles)


@pytest.fixture(scope="module")
def found(articles, mentions):
    """Return the events of the articles."""
    return events.find(articles, mentions)


def is_harmless(markup):
    """Tell whether markup holds no element of the hostile article."""
    return "<script" not in markup and "<img" not in markup


# Tables and sentences


def test_a_table_is_right_to_left_and_escaped():
    shown = explore.table(pd.DataFrame({"term": [HOSTILE], "n": [3.0]}))._repr_html_()
    assert 'dir="rtl"' in shown and is_harmless(shown)
    assert "&lt;script&gt;" in shown and "اللفظ" in shown


def test_column_names_are_escaped_too():
    assert is_harmless(explore.table(pd.DataFrame({HOSTILE: [1]}))._repr_html_())


def test_cells_stand_under_their_heading_and_truth_is_a_word():
    shown = explore.table(pd.DataFrame({"n": [3], "enough": [False]}))._repr_html_()
    assert '<td><bdi dir="auto">3</bdi></td>' in shown and ">لا<" in shown and "False" not in shown


def test_what_is_missing_is_an_empty_cell_and_a_day_has_no_midnight():
    frame = pd.DataFrame({"a": [None], "b": [pd.Timestamp("2023-03-07")], "c": [float("nan")]})
    shown = explore.table(frame, "en")._repr_html_()
    assert "2023-03-07<" in shown and "nan" not in shown.lower() and "None" not in shown


def test_a_file_and_a_day_stand_in_order_in_an_arabic_note():
    markup = explore.note("املأ 01_articles.csv، مثل 2023-03-07 <b>")._repr_html_()
    assert all(f'<bdi dir="ltr">{each}</bdi>' in markup for each in ("01_articles.csv", "2023-03-07"))
    assert "<b>" not in markup


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("يكرر المقالة 003_8840078587a986c9.", "003_8840078587a986c9"),
        ("لا نص في ../my_articles/empty.txt", "../my_articles/empty.txt"),
        ("من https://example.org/a?b=1&c=2 أمس", "https://example.org/a?b=1&amp;c=2"),
        ("مقالات بلا مصدر: 1,104 من 5", "1,104"),
    ],
)
def test_an_id_a_path_or_a_number_is_not_turned_round_by_arabic_words(told, whole):
    for shown in (explore.note(told), explore.table(pd.DataFrame({"detail": [told]}))):
        assert f'<bdi dir="ltr">{whole}</bdi>' in shown.markup


@pytest.mark.parametrize(
    ("asked", "language", "told"),
    [
        ("الرءيس", "ar", "لا يرد «الرءيس» في هذه المقالات؛ المعروض هنا عن «هدنة». هل تقصد «الرئيس»؟"),
        ("حماسس", "en", "These articles have no «حماسس»: what stands here is about «هدنة». Did you mean «حماس»?"),
        ("زرافة", "en", "These articles have no «زرافة»: what stands here is about «هدنة»."),
        (None, "ar", ""),
    ],
)
def test_what_may_be_meant_is_told_where_what_was_asked_for_does_not_occur(asked, language, told):
    assert repr(explore.instead(asked, "هدنة", ["هدنة", "الرئيس", "حماس"], language)) == told


def test_an_empty_table_says_so():
    assert "لا صفوف" in explore.table(pd.DataFrame({"path": []})).markup
    assert "No rows" in explore.table(pd.DataFrame({"path": []}), "en").markup


def test_a_long_table_says_how_many_rows_are_left_out():
    shown = explore.table(pd.DataFrame({"n": range(2_300)}), "en")._repr_html_()
    assert "and 1,300 more rows" in shown and shown.count("<tr>") == 1_001


def test_quotes_mark_their_match():
    row = {"before": "وصل ", "match": HOSTILE, "after": " أمس", "source": "العربي", "published": pd.NaT}
    shown = explore.quotes(pd.DataFrame([row]))._repr_html_()
    assert "<mark>&lt;script" in shown and is_harmless(shown) and "(<bdi>العربي</bdi>)" in shown


def test_quotes_of_an_unknown_source_name_their_article():
    row = {"before": "", "match": "وصل", "after": "", "source": float("nan"), "published": pd.NaT, "article_id": "a1"}
    assert "(<bdi>a1</bdi>)" in explore.quotes(pd.DataFrame([row]))._repr_html_()


def test_quotes_bear_the_numbers_that_their_rows_have():
    row = {"before": "", "match": "وصل", "after": "", "source": "العربي", "published": pd.NaT}
    plain, numbered = (explore.quotes(pd.DataFrame([{**row, **more}])).markup for more in ({}, {"number": 3}))
    assert "<ul " in plain and "value=" not in plain and '<li dir="auto" value="3">' in numbered and "<ol " in numbered


def test_the_search_box_fetches_nothing_and_is_left_out_without_itables(monkeypatch):
    script = explore.searchable()._repr_html_()
    assert script.count("<script") == 1 and "http://" not in script and "https://" not in script
    monkeypatch.setitem(sys.modules, "itables", None)
    assert explore.searchable()._repr_html_() == ""


# Controls


def test_every_panel_is_a_page_first_and_harmless(articles, tokens, mentions, found, tmp_path):
    panels = [
        explore.sources(articles), explore.term(tokens, articles, "بغداد"), explore.actor(mentions, articles),
        explore.review(found, articles, tmp_path, mentions=mentions), explore.upload(tmp_path),
    ]  # fmt: skip
    for panel in panels:
        shown = panel._repr_mimebundle_()
        assert "application/vnd.jupyter.widget-view+json" in shown
        assert is_harmless(shown["text/html"]) and 'dir="rtl"' in shown["text/html"]


def test_every_panel_works_without_widgets(articles, tokens, mentions, found, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    panels = [
        explore.sources(articles, "en"), explore.term(tokens, articles, language="en"),
        explore.actor(mentions, articles, language="en"), explore.upload("nowhere", "en"),
        explore.review(found, articles, "nowhere", mentions=mentions, language="en"),
    ]  # fmt: skip
    for panel in panels:
        assert list(panel._repr_mimebundle_()) == ["text/plain", "text/html"]
        assert isinstance(panel.rows, pd.DataFrame)
    assert len(panels[0].rows) == len(articles)


@pytest.fixture
def unchosen(monkeypatch):
    """Forget what other tests have chosen."""
    monkeypatch.setattr(choosing, "CHOICES", {})


@pytest.mark.usefixtures("unchosen")
def test_articles_are_chosen_by_outlet_and_day(articles):
    panel = explore.sources(articles)
    assert len(panel.rows) == len(articles)
    outlet, first, *_ = panel_controls(panel)
    outlet.value = ["العربي", HOSTILE]
    assert sorted(panel.rows["outlet"]) == sorted(["العربي", HOSTILE])
    first.value = pd.Timestamp("2024-01-01").date()
    assert list(panel.rows["outlet"]) == [HOSTILE]  # it has no day


def panel_controls(panel):
    """Return outlets and days of the panel of sources."""
    row = panel.widget.children[1]
    return [row.children[0], *row.children[1].children]


@pytest.mark.usefixtures("unchosen")
def test_a_choice_holds_when_its_cell_runs_again_but_not_for_other_articles(articles):
    outlet, first, _, undated = panel_controls(explore.sources(articles))
    outlet.value, first.value, undated.value = ["العربي"], pd.Timestamp("2023-01-01").date(), False
    again = explore.sources(articles.copy())
    assert [control.value for control in panel_controls(again)] == [("العربي",), first.value, None, False]
    assert list(again.rows["outlet"]) == ["العربي"] and f"اختيرت 1 من {len(articles)}" in again.markup
    assert len(explore.sources(articles.head(3)).rows) == 3


@pytest.mark.usefixtures("unchosen")
def test_days_the_wrong_way_round_are_said(articles):
    panel = explore.sources(articles, "en")
    _, first, last, _ = panel_controls(panel)
    first.value, last.value = pd.Timestamp("2023-08-01").date(), pd.Timestamp("2023-08-01").date()
    page = panel.widget.children[2]
    assert "no day lies between them" not in page.value
    last.value = pd.Timestamp("2023-07-01").date()
    assert "no day lies between them" in page.value and list(panel.rows["outlet"]) == [HOSTILE]


def test_a_choice_that_leaves_no_article_takes_all_and_says_so(articles):
    panel = explore.sources(articles, "en")
    _, first, last, undated = panel_controls(panel)
    first.value, last.value, undated.value = pd.Timestamp("2050-01-01").date(), None, False
    assert "No article is left" in panel.widget.children[2].value
    assert len(panel.rows) == len(articles)


def test_the_last_day_counts_whole():
    rows = pd.DataFrame({"published": pd.to_datetime(["2023-03-07 22:00", "2023-03-08", None], format="ISO8601")})
    day = pd.Timestamp("2023-03-07").date()
    assert list(choosing.between(rows, day, day).index) == [0, 2]
    assert list(choosing.between(rows, day, day, undated=False).index) == [0]


def test_days_with_a_time_zone_are_chosen_as_their_clocks_showed_them():
    rows = pd.DataFrame({"published": pd.to_datetime(["2023-03-07 23:30", None]).tz_localize("Asia/Baghdad")})
    day = pd.Timestamp("2023-03-07").date()
    assert list(choosing.between(rows, day, day, undated=False).index) == [0]


def test_a_word_brings_its_lines(articles, tokens):
    panel = explore.term(tokens, articles, "بغداد")
    box, page = panel.widget.children[1:]
    assert "<mark>بغداد</mark>" in page.value and box.value in box.options
    box.value = "القوات"
    assert "<mark>القوات</mark>" in page.value and is_harmless(page.value)
    assert len(panel.rows) == page.value.count("<mark>")
    box.value = f"{HOSTILE}{{}}"
    assert is_harmless(page.value) and panel.rows.empty


def test_an_actor_brings_its_sentences(articles, mentions):
    panel = explore.actor(mentions, articles, "lloyd-austin", "en")
    picked, page = panel.widget.children[1:]
    assert page.value.count("<mark>") == len(panel.rows) == (mentions["actor_id"] == "lloyd-austin").sum()
    picked.value = "iraq"
    assert "Iraq" in page.value and set(panel.rows["actor_id"]) == {"iraq"}


# Reviews


def test_trigger_and_parties_are_marked(articles, mentions, found):
    place = found["source"].notna() & found["target"].notna()
    shown = explore.review(found[place], articles, "nowhere", mentions=mentions).markup
    assert all(f'<mark class="{role}"' in shown for role in ("trigger", "source", "target"))


def test_events_are_told_in_words_and_as_precisely_as_they_are_dated(mentions, found):
    dated = found.head(4).assign(
        outlet="موقع",
        date=pd.to_datetime(["2021-07-26", "2021-08-01", "2017-01-01", "2003-03-20"]),
        date_to=pd.to_datetime([None, "2021-08-31", "2017-12-31", "2011-12-18"]),
        date_precision=["day", "month", "year", "interval"],
    )
    shown = explore.events(dated, mentions, "ar")._repr_html_()
    for words in ("الفاعل", "الحالة", ">2021-07-26<", ">2021-08<", ">2017<", ">2003-03-20/2011-12-18<"):
        assert words in shown
    assert ">iraq<" not in shown


def test_the_english_names_of_rules_stand_in_english_tables_alone(mentions, found):
    told = found.head(4).assign(outlet="موقع")
    assert "القاعدة</th>" not in explore.events(told, mentions, "ar")._repr_html_()
    assert ">rule</th>" in explore.events(told, mentions, "en")._repr_html_().lower()


def test_what_tellings_disagree_on_is_told_in_words(articles, mentions, found):
    told = captions.joined(stories.join(found, articles), articles)
    shown = explore.differences(told, articles, mentions, "ar")._repr_html_()
    apart = stories.differences(told)
    assert shown.count("<tr>") == len(apart) + 1
    for side in ("event_id", "other_event_id"):
        rows = told.set_index("event_id", drop=False).loc[apart[side]]
        assert all(sentence in html.unescape(shown) for sentence in context.quotes(rows, articles)["match"])
    assert "الوسيلة الأخرى" in shown and "العربي" in shown and "2021-07-26" in shown
    assert "mustafa-al-kadhimi" not in shown and "_id" not in shown and is_harmless(shown)
    assert "لا صفوف" not in shown and explore.differences(told.head(1), articles, mentions).markup.count("<tr>") == 1


@pytest.fixture
def desk(found, articles, mentions, tmp_path):
    """Return the controls of a review in English: place, page, score, buttons, field, value, correct, answer."""
    panel = explore.review(found, articles, tmp_path, mentions=mentions, language="en")
    _, _, so_far, pager, page, verdicts, fix, hint, told = panel.widget.children
    field, value, correct = fix.children
    accept, reject, undo = verdicts.children
    return SimpleNamespace(**{
        "panel": panel, "place": pager.children[1], "page": page, "so_far": so_far, "accept": accept, "reject": reject,
        "undo": undo, "field": field, "value": value, "correct": correct, "hint": hint, "told": told,
    })  # fmt: skip


def correct(desk, field, value):
    """Correct a field of the event that is shown."""
    desk.field.value, desk.value.value = field, value
    desk.correct.click()


def test_decisions_are_read_by_the_events(desk, articles, found, tmp_path):
    desk.reject.click()  # the first event is rejected, and the second one shown
    assert desk.place.value == 2
    correct(desk, "type", "Assault")
    correct(desk, "target", "nobody")
    assert list(desk.panel.rows["decision"]) == ["rejected", "corrected", "corrected"]
    known = found.assign(fingerprint=events.fingerprint(found, articles))
    kept = events.reviewed(known, desk.panel.rows)
    second = kept[kept["event_id"] == found["event_id"].iloc[1]].iloc[0]
    assert second["type"] == "ASSAULT" and pd.isna(second["target"]) and len(kept) < len(found)
    assert deciding.undecided(known, tmp_path) > 1


ROW = "{},a,قصف,rejected"
HEAD = "fingerprint,article_id,trigger,decision"


@pytest.mark.parametrize(
    "edited",
    [
        f"{HEAD}\n{ROW}",  # without an end of its last line
        f"\ufeff{HEAD}\n{ROW}\n".replace(",", ";"),  # as Excel saves it in half of the world
        f"{HEAD}\n{ROW}\n".replace(",", "\t"),
        "fingerprint,decision\n{},rejected\n",
        "decision,note,fingerprint\nrejected,my own,{}\n",
    ],
)
def test_a_click_keeps_the_decisions_of_a_file_that_a_person_edited(edited, desk, articles, found, tmp_path):
    prints = events.fingerprint(found, articles)
    path = tmp_path / "reviews.csv"
    path.write_text(edited.format(prints.iloc[1]), encoding="utf-8")
    desk.accept.click()
    # The second was decided before, by hand: an event that somebody chose is no part of the share.
    assert desk.place.value == 3 and "Reviewed 1 of" in desk.so_far.value
    for rows in (desk.panel.rows, load.reviews(tmp_path)):
        assert rows["fingerprint"].tolist() == prints.iloc[[1, 0]].tolist()
        assert rows["decision"].tolist() == ["rejected", "accepted"]
    assert ("my own" in edited) == ("my own" in path.read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_read_is_said_at_a_click_and_stays_as_it_is(desk, tmp_path):
    path = tmp_path / "reviews.csv"
    path.write_text("fingerprint,decision\na,rejected,b,c\n", encoding="utf-8")
    desk.reject.click()
    assert "Not written: reviews.csv row 2: more cells" in desk.told.value
    correct(desk, "type", "Assault")
    assert "Not written: reviews.csv row 2" in desk.told.value
    assert path.read_text(encoding="utf-8") == "fingerprint,decision\na,rejected,b,c\n"


def test_a_corrected_event_shows_what_was_read_and_what_holds_now(desk):
    assert "as corrected" not in desk.page.value
    correct(desk, "status", "negated")
    correct(desk, "source", "إيران")  # the names of both languages are taken
    now = desk.page.value.split("as corrected")[1]
    assert ">negated<" in now and ">Iran<" in now and "Decision: corrected" in now
    assert ">negated<" not in desk.page.value.split("as corrected")[0]
    desk.place.value = 2
    desk.reject.click()
    assert desk.place.value == 3
    desk.place.value = 1
    desk.accept.click()  # right as it is corrected; the next one that nobody decided on is shown
    assert list(desk.panel.rows["decision"]) == ["corrected", "corrected", "rejected"] and desk.place.value == 3
    desk.place.value = 1
    desk.undo.click()
    assert "as corrected" not in desk.page.value and "Reviewed 1 of" in desk.so_far.value


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("2023-03-07", ("2023-03-07", "-", "day")), ("2023-03", ("2023-03-01", "-", "month")),
        ("2023", ("2023-01-01", "-", "year")), ("2023-03-07/2023-03-09", ("2023-03-07", "2023-03-09", "interval")),
        ("بلا تاريخ", ("-", "-", "-")), ("7/3/2023", None), ("2023-13-01", None), ("2023/2023-05-01", None),
        ("2023-03-09/2023-03-07", None),
    ],
)  # fmt: skip
def test_a_date_is_corrected_as_precisely_as_it_is_written(typed, values, mentions):
    columns = ("date", "date_to", "date_precision")
    expected = dict(zip(columns, values, strict=True)) if values else {}
    assert correcting.values("date", typed, mentions, "ar") == expected


@pytest.mark.parametrize(
    ("typed", "value"), [("12", "12"), ("١٢", "12"), ("-", "-"), ("no number told", "-"), ("many", None)]
)
def test_the_dead_and_the_wounded_are_corrected_as_numbers(typed, value, mentions):
    for field in ("killed", "wounded"):
        assert correcting.values(field, typed, mentions, "en") == ({field: value} if value else {})


@pytest.mark.parametrize(
    ("field", "typed", "listed"),
    [
        ("type", "attack", ("Agree", "Assault", "Retreat")),
        ("status", "maybe", ("past", "called for", "negated")),
        ("source", "Lloyd", ("nobody", "Lloyd Austin", "actors.csv")),
        ("date", "next week", ("2023-03-07", "no date")),
        ("killed", "many", ("12", "no number told")),
    ],
)
def test_an_unknown_value_is_not_written_and_brings_the_valid_ones(desk, field, typed, listed, tmp_path):
    correct(desk, field, typed)
    assert typed in desk.told.value and all(each in desk.told.value for each in listed)
    assert desk.panel.rows.empty and not (tmp_path / "reviews.csv").exists()


def test_names_like_what_was_typed_are_those_of_the_articles_first(mentions):
    assert correcting.like("العرا", mentions, "ar")[0] == "العراق"
    assert "Lloyd Austin" in correcting.like("Loyd Austen", mentions, "en")


def test_a_correction_without_a_right_value_is_not_written(desk, tmp_path):
    desk.correct.click()
    assert "Write the right value first." in desk.told.value and "Assault" in desk.told.value
    assert "Assault" in desk.hint.value
    assert desk.panel.rows.empty and not (tmp_path / "reviews.csv").exists()


def test_what_is_typed_is_shown_as_text(desk):
    correct(desk, "type", HOSTILE)
    assert is_harmless(desk.told.value) and is_harmless(desk.page.value)


def test_the_precision_so_far_and_its_interval_follow_each_decision(desk, found, articles, mentions, tmp_path):
    assert f"None of {len(found)} events" in desk.so_far.value
    desk.accept.click()
    assert f"Reviewed 1 of {len(found)} events, 1 of them right: precision 100 %, between 21 %" in desk.so_far.value
    desk.reject.click()
    assert "precision 50 %, between 9 % and 91 %" in desk.so_far.value
    again = explore.review(found, articles, tmp_path, mentions=mentions, language="en")
    assert "precision 50 %" in again.markup and "Decision: rejected" in review_page(again, 2)


def review_page(panel, place):
    """Return the page of the event at a place."""
    panel.widget.children[3].children[1].value = place
    return panel.widget.children[4].value


def test_the_sentence_before_is_shown_with_outlet_and_day(articles, mentions, found, tmp_path):
    later = found[found["sentence"] > 2].head(1)
    panel = explore.review(later, articles, tmp_path, mentions=mentions)
    article = articles[articles["article_id"] == later["article_id"].iloc[0]].iloc[0]
    page = panel.widget.children[4].value
    assert article["source"] in page and str(article["published"].date()) in page
    before = context.quotes(later.assign(sentence=later["sentence"] - 1)[["article_id", "sentence"]], articles)
    assert before["sentence"].iloc[0] in page


@pytest.mark.parametrize("where", [["seeds", "more"], Path(__file__)])
def test_articles_of_no_single_folder_are_listed_without_decisions(found, articles, mentions, where):
    panel = explore.review(found.head(3), articles, where, mentions=mentions, language="en")
    assert panel.widget is None and "into one folder" in panel.markup and panel.markup.count("<li") == 3


def test_a_folder_that_cannot_be_written_is_said(found, articles, mentions, tmp_path):
    panel = explore.review(found, articles, tmp_path / "nowhere", mentions=mentions, language="en")
    panel.widget.children[5].children[0].click()
    assert "Not written: No such file" in panel.widget.children[8].value


# Uploads


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "..\\out.txt", ".out.txt", "out.txt"])
def test_an_upload_stays_in_its_folder(name, tmp_path):
    folder = tmp_path / "mine"
    uploading.saved(folder, [(name, b"text")])
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["out.txt"] and (folder / "out.txt").is_file()


def test_the_files_of_folders_in_the_folder_are_listed_too(tmp_path):
    for name in ("a.txt", "صفحات/b.html", ".checkpoints/c.txt", ".d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"123")
    assert uploading.files_in(tmp_path, "en").to_numpy().tolist() == [["a.txt", 3], ["صفحات/b.html", 3]]
    assert uploading.files_in(tmp_path / "none").empty


def test_an_upload_writes_over_nothing_and_has_a_length(tmp_path):
    long = "خ" * 300 + ".txt"
    told = uploading.saved(tmp_path, [("a.txt", b"1"), ("a.txt", b"2"), (long, b"3"), ("big.pdf", None)], "en")
    assert (tmp_path / "a.txt").read_bytes() == b"1" and (tmp_path / "a-2.txt").read_bytes() == b"2"
    assert list(told["outcome"])[:2] == ["saved", "saved as a-2.txt: the name was taken"]
    assert told["outcome"].iloc[3].startswith("not saved: longer than 8 MB") and len(list(tmp_path.iterdir())) == 3


# A figure that is clicked


@pytest.fixture(scope="module")
def clicked(mentions, articles):
    """Return a figure of the five most named actors, with the sentences behind it."""
    top = actors.count(mentions).head(5)
    figure = charts.bars(top, value="n", label="actor_ar", title="من؟")
    return explore.behind(figure, mentions, articles, actor_ar=top["actor_ar"])


def test_a_figure_shows_the_sentences_of_its_first_bar_where_nothing_can_be_clicked(clicked, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    shown = explore.behind(
        clicked.figure, clicked.counted, clicked.articles, actor_ar=[part.name for part in clicked.parts["actor_ar"]]
    )
    bundle = shown._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/html"].count("<img") == 1 and "<mark>" in bundle["text/html"]
    assert len(shown.rows) == (shown.counted["actor_ar"] == shown.picked[0].name).sum()


def test_a_click_on_a_bar_chooses_its_name(clicked):
    field, beside, answer = clicked.widget.children[1:]
    bars = [patch.get_window_extent() for patch in clicked.figure.axes[0].patches]
    shares = [1 - (bar.y0 + bar.y1) / 2 / clicked.figure.bbox.height for bar in bars]
    for number, ((name, _), share) in enumerate(zip(clicked.parts["actor_ar"], shares, strict=True)):
        row, column = charts.place(clicked.figure, 0.9, share)
        assert (row, column) == (number, None)
        field.place = [0.9, share]
        assert beside.children[0].label == name and name in answer.value
        assert set(clicked.rows["actor_ar"]) == {name}


def test_a_click_beside_the_bars_changes_nothing(clicked):
    assert charts.place(clicked.figure, 0.5, 0.01) == (None, None)
    assert charts.place(charts.Chart(), 0.5, 0.5) == (None, None)


def test_a_cell_of_a_matrix_has_a_row_and_a_column(mentions, articles):
    named = captions.joined(mentions, articles)
    counts = named.groupby(["actor_ar", "outlet"]).size().rename("n").reset_index()
    counts = charts.ranked(counts, value="n", row="actor_ar", column="outlet")
    figure = charts.heat(counts, row="actor_ar", column="outlet", value="n", title="من؟")
    box = figure.axes[0].get_position()
    top = 1 - box.y1 + 0.001
    assert charts.place(figure, box.x1 - 0.01, top) == (0, 0)  # the first column stands on the right
    assert charts.place(figure, box.x0 + 0.01, top) == (0, counts["outlet"].nunique() - 1)
    cell = explore.behind(figure, named, articles, actor_ar=counts["actor_ar"], outlet=counts["outlet"])
    assert len(cell.rows) == counts["n"].iloc[0]


def told_of(articles, **columns):
    """Return rows that stand somewhere in the first article."""
    return pd.DataFrame({"article_id": articles["article_id"].iloc[0], "start": 0, "end": 1, **columns})


def test_the_first_cell_that_has_sentences_is_shown(articles):
    rows = told_of(articles, who=["a"], where=["y"])
    drawn = pd.DataFrame({"who": ["a", "a", "b"], "where": ["x", "y", "x"], "n": [0, 1, 0]})
    figure = charts.heat(drawn, row="who", column="where", value="n", title="من؟")
    shown = explore.behind(figure, rows, articles, who=drawn["who"], where=drawn["where"])
    assert [part.name for part in shown.picked] == ["a", "y"] and len(shown.rows) == 1
    assert [each.label for each in shown.widget.children[2].children] == ["a", "y"]


def clicks(shown):
    """Return the name of each bar that is clicked, and how many rows are behind it."""
    field = shown.widget.children[1]
    for tick in shown.figure.axes[0].get_yticks():
        _, y = shown.figure.axes[0].transData.transform((0, tick))
        field.place = [0.5, 1 - y / shown.figure.bbox.height]
        yield shown.picked[0].name, len(shown.rows)


def test_two_bars_of_one_name_are_two_and_those_below_keep_their_places(articles):
    who = ["adre"] * 3 + ["adre-chad"] * 2 + ["iraq"]
    rows = told_of(articles, actor_id=who, actor_ar=["أدري"] * 5 + ["العراق"])
    top = pd.DataFrame(
        {"actor_id": ["adre", "adre-chad", "iraq"], "actor_ar": ["أدري", "أدري", "العراق"], "n": [3, 2, 1]}
    )
    figure = charts.bars(top, value="n", label="actor_ar", title="من؟")
    apart = explore.behind(figure, rows, articles, actor_id=top["actor_id"])
    assert list(clicks(apart)) == [("أدري", 3), ("أدري", 2), ("العراق", 1)]
    alike = explore.behind(figure, rows, articles, actor_ar=top["actor_ar"])
    assert list(clicks(alike)) == [("أدري", 5), ("أدري", 5), ("العراق", 1)]


def test_bars_that_are_not_drawn_shift_no_click(articles):
    rows = told_of(articles, term=["b"] * 2 + ["c"])
    table = pd.DataFrame({"term": ["a", "b", "c"], "n": [None, 2.0, 1.0]}, index=[7, 7, 9])
    for draw in (
        charts.dots(table, label="term", value="n", low="n", high="n", title="من؟"),
        charts.positions(table, row="term", position="n", title="من؟"),
    ):
        assert list(clicks(explore.behind(draw, rows, articles, term=table["term"]))) == [("b", 2), ("c", 1)]


def test_the_column_of_all_others_opens_all_others(articles):
    outlets = [f"موقع {number}" for number in range(15)]
    rows = told_of(articles, who="a", outlet=[outlet for n, outlet in enumerate(outlets[::-1], 1) for _ in range(n)])
    counts = rows.groupby(["who", "outlet"]).size().rename("n").reset_index()
    counts = charts.ranked(counts, value="n", row="who", column="outlet")
    figure = charts.heat(counts, row="who", column="outlet", value="n", title="أين؟")
    shown = explore.behind(figure, rows, articles, who=counts["who"], outlet=counts["outlet"])
    field, beside, answer = shown.widget.children[1:]
    drawn = [int(text.get_text()) for text in figure.axes[0].texts]
    for number, n in enumerate(drawn):
        x, y = figure.axes[0].transData.transform((number + 0.5, figure.axes[0].get_yticks()[0]))
        field.place = [x / figure.bbox.width, 1 - y / figure.bbox.height]
        assert beside.children[1].label == [*outlets[:11], "غير ذلك"][number]
        assert len(shown.rows) == n and str(n) in answer.value
    assert len(drawn) == 12 and drawn[-1] == 4 + 3 + 2 + 1


@pytest.mark.parametrize(("language", "told"), [("ar", "مطالبة، موقع. "), ("en", "Request, موقع. ")])
def test_the_heading_of_a_cell_is_in_the_language(language, told, articles):
    rows = told_of(articles, type=["REQUEST"], outlet=["موقع"])
    figure = charts.heat(rows.assign(n=1), row="type", column="outlet", value="n", title="T", language=language)
    shown = explore.behind(figure, rows, articles, language, type=rows["type"], outlet=rows["outlet"])
    assert shown.page.plain.startswith(told)
    assert f'<h4 dir="{"rtl" if language == "ar" else "ltr"}">{told}' in shown.widget.children[3].value


def test_below_an_empty_figure_stands_nothing(articles):
    none = told_of(articles, kind=["هجوم"], outlet=["العربي"]).head(0).assign(n=0)
    figure = charts.heat(none, row="kind", column="outlet", value="n", title="أين؟", note="لا شيء")
    shown = explore.behind(figure, none, articles, kind=none["kind"], outlet=none["outlet"])
    assert (shown.page.markup, shown.page.plain) == ("", "") and shown.evidence.empty


def test_names_of_another_table_than_the_drawn_one_are_refused(articles):
    top = pd.DataFrame({"who": ["a", "b"], "n": [2, 1]})
    figure = charts.bars(top, value="n", label="who", title="من؟")
    with pytest.raises(ValueError, match="who has 1 values, the table that was drawn 2 rows"):
        explore.behind(figure, told_of(articles, who=["a"]), articles, who=["a"])


def test_no_sentence_is_evidence_of_one_bar_twice():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["العراق يرحب بالعراق. زار العراق."]})
    rows = pd.DataFrame({"article_id": "a", "start": [0, 12, 26], "end": [6, 19, 32], "who": "العراق"})
    figure = charts.bars(pd.DataFrame({"who": ["العراق"], "n": [3]}), value="n", label="who", title="من؟")
    evidence = explore.behind(figure, rows, articles, who=["العراق"]).evidence
    assert evidence["sentence"].tolist() == ["العراق يرحب بالعراق.", "زار العراق."]


def test_evidence_has_two_sentences_of_each_bar_at_most(clicked):
    evidence = clicked.evidence
    assert list(evidence.columns[:2]) == ["actor_ar", "article_id"]
    assert evidence.groupby("actor_ar", sort=False).size().le(2).all()
    assert list(evidence["actor_ar"].unique()) and set(evidence["actor_ar"]) == {
        part.name for part in clicked.parts["actor_ar"]
    }
