"""Pages of outlets that nobody prepared for: their dates, headline, outlet and lines, as text and as HTML."""

import datetime

import pytest

from analysis import lists, load
from analysis.load import cleaning, heads, outlets, published, stamps

LEAD = "قال وزير الري في مؤتمر صحفي إن السد الجديد سيبدأ العمل قبل نهاية العام، وإن كلفته لم تتجاوز ما رصد له."
MORE = "وأضاف الوزير أن المرحلة الثانية من المشروع تحتاج إلى عامين، وأن البنك الدولي وافق على قرض جديد لتمويلها."
NAMED = {row["code"] for row in lists.rows("names")}
TITLE = "الوزير يعلن موعد افتتاح السد الجديد"


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024-03-17 | 16:56", "2024-03-17"),
        ("date 2024-03-17 الشاطئ نيوز", "2024-03-17"),
        ("08:18 2024-03-17|الشاطئ - وكالات", "2024-03-17"),
        ("مارس 17, 2024", "2024-03-17"),
        ("الأحد مارس 17، 2024", "2024-03-17"),
        ("2024 الأحد ,17 آذار", "2024-03-17"),
        ("2024 مارس 17", "2024-03-17"),
        ("17 , مارس , 2024", "2024-03-17"),
        ("تاريخ النشر: 17th, March 2024 GMT", "2024-03-17"),
        ("2024 03 17", "2024-03-17"),
        ("17 03 2024", "2024-03-17"),
        ("17 تشرين2 2024", "2024-11-17"),
        ("العدد 1647 /17-3-2024", "2024-03-17"),
        (":تحديث 17 20:26 2024 فيفري", "2024-02-17"),
        ("الأحد، ٧ رمضان ١٤٤٥ هـ ، ١٧ مارس ٢٠٢٤", "2024-03-17"),
        ("7 رمضان 1445", "2024-03-17"),
        ("2024\N{NON-BREAKING HYPHEN}03\N{NON-BREAKING HYPHEN}17", "2024-03-17"),
    ],
)
def test_a_date_is_read_in_the_orders_of_page_templates(line, expected):
    assert stamps.find(line)[0].date == day(expected)
    assert stamps.is_alone(line, len(line.split()))


@pytest.mark.parametrize(
    "line",
    ["ولدت الكاتبة في 12 مايو 1950 في حي قديم من أحياء المدينة وماتت فيه", "عاد في 3 آذار 2011.", "ألف و2024 طنا"],
)
def test_a_sentence_with_a_date_is_no_date_of_the_page(line):
    assert not stamps.is_alone(line, len(line.split()))


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (f"أملج 7 رمضان 1445 هـ الموافق 17 مارس 2024 م واس {LEAD}", "2024-03-17"),
        (f"الخرطوم 17 مارس 2024 (سونا) - {LEAD}", "2024-03-17"),
        (f"تم النشر في: 17 مارس 2024, 12:34 مساءً {LEAD}", "2024-03-17"),
        (f"في 17 مارس 2024 - {LEAD}", None),
        (f"17 مارس 2024 كان يوما طويلا. {LEAD}", None),
        (LEAD, None),
    ],
)
def test_the_day_that_heads_a_paragraph(paragraph, expected):
    found = stamps.dateline(paragraph)
    assert (found.date if found else None) == (day(expected) if expected else None)


SUNDAY = LEAD.replace("صحفي", "صحفي اليوم الأحد")  # 17 March 2024 was one


@pytest.mark.parametrize(
    ("text", "lines", "near", "expected", "kind"),
    [
        (LEAD, ["17/03/2024 - 18:22"], True, "2024-03-17", "date under the title"),
        (LEAD, ["17/03/2024 - 18:22"], False, None, "no evidence: the page's date may be the day of saving"),
        (SUNDAY, ["3/17/2024"], True, "2024-03-17", "date under the title"),
        (SUNDAY, ["4/2/2024"], True, "2024-02-04", "date under the title"),
        (SUNDAY, ["2/4/2024"], True, "2024-02-04", "date under the title"),
        (SUNDAY, ["الاثنين 18 مارس 2024"], True, "2024-03-18", "date under the title, a day after the text's weekday"),
        (SUNDAY, ["الخميس 21 مارس 2024"], True, "2024-03-21", "rule of thumb: date under the title, though"),
        (SUNDAY, ["الخميس 21 مارس 2024"], False, None, "no evidence: the page's date is of another weekday"),
        (LEAD, ["17-03-2024 08:01 اخر تحديث: 18-10-2024 08:33"], True, "2024-03-17", "date under the title"),
        (LEAD, ["آخر تحديث: 18-10-2024", "تاريخ النشر: 17-03-2024"], False, "2024-03-17", "dated line"),
        (LEAD, ["نشر :", "17-03-2024"], False, "2024-03-17", "dated line"),
        (f"{LEAD} - تاريخ النشر : 2024/03/17", [], False, "2024-03-17", "dated line"),
    ],
)
def test_a_printed_date_counts_by_its_words_and_its_place(text, lines, near, expected, kind):
    found = published.evidence(text, lines, {}, near=lines if near else [])
    assert found.day == (day(expected) if expected else None)
    assert found.kind.startswith(kind) and found.kind in NAMED


HEADS = {
    "masthead": "رئيس التحرير\nسمير الحلاق\n\n{title}\n\n17-03-2024 | 14:17\n\n{text}",
    "clock above": "الجمعة، 3 مايو 2030\nبحث متقدم\n\n{title}\n\nهند العلي\n17 مارس 2024 - 13:14\n\n{text}",
    "menu above": "الرئيسية\nمحليات\nعالم\nعلوم\nناس\nبيئة\nسفر\nطعام\nسيارات\nطقس\n\n{title}\n17 مارس 2024\n{text}",
    "ticker above": "عاجل\n12:19مقتل سائق في حادث على الطريق الدائري\n12:13افتتاح معرض الكتاب في سوسة\n{title}\n{text}",
    "path above": "الرئيسية » أخبار محلية\n{title}\n\nشارك الخبر\nA- A+\n{text}",
    "repeated": "أخبار محلية\n{title}\n{title}\nالشاطئ نيوز - {title}\n{text}",
    "alone": "{title}\n{text}",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_headline_is_found_below_what_stands_above_it(head):
    page = cleaning.article(head.format(title=TITLE, text=f"{LEAD}\n\n{MORE}"))
    assert page.title == TITLE
    assert page.text.split("\n") == [TITLE, LEAD, MORE]
    assert {reason for _, _, reason in page.cut} <= NAMED


def test_a_short_headline_above_a_text_without_furniture_stays():
    page = cleaning.article(f"سد النيل\nحكاية من أيام الفيضان الكبير\n{LEAD}\n{MORE}")
    assert page.title == "سد النيل"


def test_the_lines_of_a_poem_are_no_menu():
    assert not heads.menu_lines(cleaning.lines("وبيت من قصيدة طويلة\n" * 12))
    assert len(heads.menu_lines(cleaning.lines("سفر وسياحة\n" * 12))) == 11


@pytest.mark.parametrize(
    "line",
    [
        "تابعونا على قناة واتساب ليصلك كل جديد", "A- A+ طباعة شارك الخبر", "الكلمات المفتاحية: سد، ري، قرض",
        "قد يعجبك أيضاً", "مواضيع ذات صلة", "التعليقات (0)", "لا توجد تعليقات", "كن أول من يعلق", "منذ 3 ساعات",
        "عدد القراءات: 512", "زر الذهاب إلى الأعلى", "جميع الحقوق محفوظة لموقع الشاطئ © 2024", "/انتهى/",
        "فيسبوك تويتر واتساب", "نسخ الرابط", "صورة أرشيفية", "أرشيفية لبوابة السد القديم (أ.ب)",
        "بوابة السد القديم - (Photo by Samir Hallak/AFP via Getty Images)", "كتب: سمير الحلاق", "(رويترز)",
        "https://example.org/اخبار/السد-الجديد-1234.html", "شاهد جميع القصص حول هذا الموضوع",
    ],
)  # fmt: skip
def test_the_family_of_furniture_is_cut(line):
    page = cleaning.article(f"{TITLE}\n{LEAD}\n{line}\n{MORE}")
    assert page.text.split("\n") == [TITLE, LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "تابع الوزير زيارته إلى الموقع ثم عاد إلى العاصمة.", "تطوير وتأهيل المساجد التاريخية بينبع",
        "منذ 3 ساعات لم يصل أي خبر من القرية.", "وقتل في الانفجار ستة عمال. (رويترز)", "مصادر المياه في خطر",
        "اقتصاد المعرفة",
    ],
)  # fmt: skip
def test_prose_that_begins_as_furniture_does_stays(line):
    assert line in cleaning.article(f"{TITLE}\n{LEAD}\n{line}\n{MORE}").text


def test_below_a_list_of_other_stories_no_prose_is_expected_but_none_is_lost():
    listed = "انطلاق أعمال المؤتمر السنوي للمياه\nوفاة ثلاثة في انقلاب حافلة"
    page = f"{TITLE}\n{LEAD}\n{MORE}\nمواضيع ذات صلة\n{listed}"
    assert cleaning.article(page).text.split("\n") == [TITLE, LEAD, MORE]
    assert cleaning.article(f"{page}\n{LEAD} وهذا جديد.").text.split("\n")[-1] == f"{LEAD} وهذا جديد."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("الشاطئ نيوز - سوسة", "الشاطئ نيوز"), ("سوسة – الشاطئ اليوم", "الشاطئ اليوم"), ("رؤيا - وكالات", "رؤيا"),
        ("صنعاء-سانا", "سانا"), ("السومرية نيوز-سياسة", "السومرية"), ("وكالات", None),
        ("سوسة - الشاطئ نيوز الإثنين 08 أبريل 2019, 01:05 مساء", "الشاطئ نيوز"), ("سوسة - رويترز", None),
        ("المصدر: صوت الشاطئ", "صوت الشاطئ"), ("المصدر: رويترز", None), ("الثلاثاء - سوسة", None),
        ("طوكيو - وكالات - الثلاثاء 3 مارس 2020", None), ("الخرطوم: وكالات", None),
        ("https://www.alsumaria.tv/authors", "السومرية"), ("LebTalks - 2025-10-11", "LebTalks"),
        ("ShatiTalks - 2024-03-17", "ShatiTalks"), ("17/3/2024 - 10:30 | ShatiTalks", "ShatiTalks"),
        ("Updated - 2024-03-17", None), ("Susa - 2024-03-17", None), ("سمير الحلاق - 2024-03-17", None),
        ("سوسة:«الخليج»، وكالات", "الخليج"), ("سوسة - الخليج - رويترز", None), ("زار «الخليج» أمس", None),
        ("OpenAI - نموذج جديد", None), ("موقع إخباري", None), ("شبكة إخبارية مستقلة - سوسة", None),
        ("صحيفة يومية سياسية", None), ("موقع الشاطئ", "الشاطئ"),
        ("بوابة الشروق - وكالات", "الشروق"), ("المصدر: العربية نت", "العربية"),
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_its_byline(lines, expected):
    assert outlets.of(cleaning.article(f"{TITLE}\n{lines}\n{LEAD}\n{MORE}"), {}) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (f"سوسة (كوردستان 24)- {LEAD}", "كوردستان 24"), (f"الشاطئ نيوز ــ {LEAD}", "الشاطئ نيوز"),
        (f"سوسة 17 مارس 2024 (شينخوا) {LEAD}", "شينخوا"), (f"سوسة - {LEAD}", None), (f"سوسة (أ ف ب) - {LEAD}", None),
        (f"سوسة (الأنباء السوسية) - {LEAD}", "الأنباء السوسية"),
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_the_head_of_the_text(lead, expected):
    assert outlets.of(cleaning.article(f"{TITLE}\n{lead}\n{MORE}"), {}) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"source": "الشاطئ", "url": "https://aawsat.com/x"}, "الشاطئ"),
        ({"source": "Alsumaria Tv"}, "السومرية"),
        ({"url": "https://arabic.euronews.com/2024/1"}, "يورونيوز"),
        ({"url": "https://example.org/1"}, None),
    ],
)
def test_the_outlet_is_named_by_the_markup_or_the_address(facts, expected):
    assert outlets.of(cleaning.article(f"{TITLE}\n{LEAD}"), facts) == expected


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("بوابة الشروق", "", "الشروق"), ("بوابة الشروق", "https://www.shorouknews.com/1", "الشروق"),
        ("الشروق", "", "الشروق"),
        ("صحيفة الرأي", "", "الرأي"), ("الرأي", "", "الرأي"), ("الراي", "", "الراي"), ("فرانس برس", "", "أ ف ب"),
        ("خاص", "", "خاص"), ("البوابة", "https://www.albawaba.com/ar/1", "البوابة"), ("أخبار اليوم", "", "أخبار اليوم"),
        ("صحيفة عربي21", "", "عربي21"), ("جريدة الجزيرة", "", "جريدة الجزيرة"), ("قناة الشاطئ", "", "قناة الشاطئ"),
        ("صحيفة عربي21", "https://example.org/1", "صحيفة عربي21"), ("وكالة الأنباء العراقية", "", "واع"),
        ("الأهرام العربي", "", "الأهرام العربي"), ("صوت الشاطئ", "", "صوت الشاطئ"),
    ],
)  # fmt: skip
def test_an_outlet_has_one_name_whatever_its_file_calls_it(source, url, expected, tmp_path):
    (tmp_path / "a.csv").write_text(f"source,url,text\n{source},{url},{LEAD}\n", encoding="utf-8")
    assert load.articles(tmp_path)["source"].tolist() == [expected]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["النورس", "صحيفة النورس"], ["النورس", "النورس"]), (["قناة الشاطئ", "الشاطئ"], ["الشاطئ", "الشاطئ"]),
        (["الجزيرة", "صحيفة الجزيرة"], ["الجزيرة", "صحيفة الجزيرة"]), (["صحيفة النورس"], ["صحيفة النورس"]),
        (["النورس", "صحيفة النورس", "قناة النورس"], ["النورس", "صحيفة النورس", "قناة النورس"]),
    ],
)  # fmt: skip
def test_outlets_called_with_and_without_their_medium_are_one(sources, expected, tmp_path):
    rows = "".join(f"{source},{LEAD}\n" for source in sources)
    (tmp_path / "a.csv").write_text(f"source,text\n{rows}", encoding="utf-8")
    assert load.articles(tmp_path)["source"].tolist() == expected


def test_the_name_that_a_person_gives_an_outlet_stands(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{LEAD}\n{MORE}", encoding="utf-8")
    (tmp_path / "articles.csv").write_text("article_id,source\na,بوابة الشروق\n", encoding="utf-8")
    assert load.articles(tmp_path)["source"].tolist() == ["بوابة الشروق"]


TABLES = """<html><head><meta charset="utf-8"><title>الشاطئ - {title}</title></head><body><table><tr><td>الثلاثاء
12/05/2030</td></tr><tr><td><table><tr><td><b>{title}</b></td></tr><tr><td>نشر بتاريخ: 2024/03/17</td></tr><tr><td>
<font size="3">{text}</font></td></tr></table></td></tr><tr><td>عدد القراءات: 512</td></tr></table></body></html>"""
BLOCKS = """<html dir="rtl"><head><meta charset="utf-8"><title>{title} | الشاطئ</title></head><body><div>الثلاثاء 7
مايو 2030 - 12:30 <a href="/">الرئيسية</a></div><div><h1>{title}</h1><span>17/03/2024 - 14:25</span><div>A- A+</div>
<div>{text}</div><h3>قد يعجبك أيضا</h3><ul><li>انطلاق أعمال المؤتمر السنوي</li></ul></div></body></html>"""


@pytest.mark.parametrize(
    ("template", "between"), [(TABLES, "<br><br>"), (BLOCKS, "</div><div>")], ids=["tables", "blocks"]
)
def test_an_old_web_page_gives_its_paragraphs_headline_outlet_and_printed_day(template, between, tmp_path):
    (tmp_path / "a.html").write_text(template.format(title=TITLE, text=between.join([LEAD, MORE])), "utf-8")
    read = load.folder(tmp_path)
    (article,) = read.articles.to_dict("records")
    assert (article["title"], article["source"]) == (TITLE, "الشاطئ")
    left = set(read.cut["text"])
    assert any("عدد القراءات: 512" in line or "انطلاق أعمال المؤتمر السنوي" in line for line in left)
    assert not left.intersection([TITLE, LEAD, MORE])
    assert article["text"].split("\n") == [TITLE, LEAD, MORE]
    assert article["published"].date() == day("2024-03-17")
