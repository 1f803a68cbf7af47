"""Whether an undated act is what the article came out to tell, or lies before its news."""

from analysis.arabic.phrases import ARTICLE, places, word_before
from analysis.events.carried import is_carried, is_known, is_of_accused
from analysis.events.cues import is_future
from analysis.events.noun_phrases import preposition_at
from analysis.events.parties import RELATIVES, Scene, bounds, breaks
from analysis.events.reported import goes_on_still, is_exchanged, is_reported_deed
from analysis.events.series import SPEECH, is_series
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

LEAD = 3  # sentences of an article in which an undated past act is the day's news
SAID = 8  # words between a verb of saying and what is said
SAID_FAR = 14  # the same over an apposition or two (أكد الوزير، في اتصال مع نظيره، دعم بلاده)
HEADING = 7  # words of a line that heads a part of an article at most
HEADLINE_WORDS = 12  # words of a headline within a page of briefs at most
HEADLINE_START = 5  # words before its verb at most
SEQUEL = 7  # words from «قبل أن» to a second verb that «و» joins to the first
RESUMING_ENDS = ("ها", "هم", "هما", "ته", "وه")
RESUMING = ("استئناف", "عودة", "إعادة", "تطبيع")
CHARGED = 9  # words between «اتهم» and what it is about
INVASIONS = ("غزا", "غزو")  # known to all, so no news of a day
CHARGING = words("charging")
NEW = words("new")
AIMS = words("aims")
TOPIC = words("topic")
PLANS = words("plans")
FORMER = words("former")
AFTER = frozenset(("بعد", "وبعد", "ابان", "وابان", "اعقاب"))
TALKED = frozenset(("في", "عقب", "بعد", "اثر", "خلال", "ختام"))
GATHERED = ("MOBILIZE", "PROTEST")
BESIDE = frozenset(("وسط", "مع", "رغم"))
LED_IN = frozenset(("في", "خلال", "اثناء", "اثر", "جراء", "نتيجه"))
HURT = words("hurt")
HURT_REACH = 14  # words from «قتل» to the fighting at most
SPANS = words("spans")
POINTING = words("pointing")
WAS = frozenset(("كان", "كانت", "وكان", "وكانت"))
TOURS = words("tours")
WITHIN = words("within")
BACKGROUND = words("background")
RESUMED = words("resumed")
REACTING = words("reacted_to")
REMEMBERED = BACKGROUND | {"الذكري", "ذكري"}


def is_news_of_the_day(scene: Scene, trigger: Trigger, status: str, ways: dict[str, bool]) -> bool:
    """Tell whether an undated act is what the article came out to tell: in its lead, spoken, or told as news.

    `ways` are its traits.
    """
    if is_of_accused(scene, trigger):
        return False
    if status == "past" and not ways["series"] and is_said_at(scene, trigger):
        return True
    visiting = status == "ongoing" and trigger.form.entry.mode == "visit"  # «نظيره الذي يزور قطر»
    if ways["series"] or is_aim(scene, trigger) or (not visiting and (ways["aside"] or is_before(scene, trigger))):
        return False
    if visiting or goes_on_still(scene, trigger):
        return True
    if status != "past":
        return False
    if trigger.form.tense in FINITE or trigger.form.tense == "participle":
        told = is_spoken(scene, trigger) or is_lead(scene, trigger) or is_sequel(scene, trigger)
        told = told or in_heading(scene, trigger)
        return trigger.form.tense != "imperfect" or told
    if is_heading(scene, trigger):
        return True
    if trigger.form.entry.word in INVASIONS and not is_carried(scene, trigger):
        return False
    told = trigger.form.entry.mode == "visit" or is_new(scene, trigger) or is_carried(scene, trigger)
    told = told or is_beside_news(scene, trigger)
    told = told or is_fatal(scene, trigger) or is_exchanged(scene, trigger) or is_reported_deed(scene, trigger)
    headline = scene.text.below(trigger.first) == 0 and not is_known(scene, trigger)
    return told or headline or is_spoken(scene, trigger)


def is_beside_news(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether troops or a crowd stand by while the day's act is done (عاد الهدوء وسط انتشار أمني)."""
    return trigger.form.entry.type in GATHERED and word_before(scene.text, trigger.first) in BESIDE


def is_fatal(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack or fight is told as what people died or were hurt in (سقط ثلاثة جنود خلال هجوم)."""
    text = scene.text
    before = word_before(text, trigger.first)
    led = before in LED_IN or before in HURT or text.folded[trigger.first][: trigger.cut].endswith("ب")
    if trigger.form.entry.type != "ASSAULT" or not led or is_known(scene, trigger):
        return False
    hurt = places(text, HURT, max(0, trigger.first - HURT_REACH), trigger.first)
    comma = trigger.first > 1 and breaks(text, trigger.first - 2, trigger.first - 1) == 1  # «سقط ثلاثة جنود، في هجوم …»
    return any(breaks(text, i, trigger.first) <= 2 * comma and word_before(text, i) not in BACKGROUND for i in hurt)


def is_said_at(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether talks are those at or behind which somebody spoke (قال عقب اتصال مع نظيره، في تصريح بعد لقائه)."""
    text = scene.text
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense in FINITE or trigger.form.entry.mode == "visit":
        return False
    if word_before(text, trigger.first) not in TALKED:
        return False
    near = range(max(0, trigger.first - SAID), trigger.first - 1)
    said = (i for i in near if i in scene.spoken or text.folded[i] in words("statement"))
    return any(breaks(text, i, trigger.first) <= 2 and word_before(text, i) not in BACKGROUND for i in said)


def traits(scene: Scene, trigger: Trigger) -> dict[str, bool]:
    """Return whether an act is told aside, within a visit, as one of many, by «هذا»: so other tellings may date it."""
    sentence = bounds(scene.text, trigger.first)
    within = is_within(scene, trigger, sentence[0])
    aside = within or is_background(scene, trigger, sentence[0])
    pointed = word_before(scene.text, trigger.first) in POINTING
    return {"aside": aside, "within": within, "series": is_series(scene, trigger, sentence), "pointed": pointed}


def is_aim(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is only aimed at, or what is spoken of (لإعادة فتح الطرق، بشأن رفع العقوبات)."""
    text = scene.text
    before = word_before(text, trigger.first)
    near = range(max(0, trigger.first - 2), trigger.first)
    if before in AIMS or (before in PLANS and text.folded[trigger.first][: trigger.cut].endswith("ل")):
        return True
    if is_charged(scene, trigger):
        return True
    noun = trigger.form.tense not in FINITE
    return noun and any(text.folded[i] in TOPIC and not breaks(text, i, trigger.first) for i in near)


def is_charged(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody is accused of, or at whose request, and so came before (اتهمت بإسقاط)."""
    if trigger.form.tense in FINITE or not scene.text.folded[trigger.first][: trigger.cut].endswith("ب"):
        return False
    if trigger.form.entry.type == "REQUEST":  # بطلب من الحكومة
        return True
    near = places(scene.text, CHARGING, max(0, trigger.first - CHARGED), trigger.first)
    return any(breaks(scene.text, i, trigger.first) == 0 for i in near)


def is_sequel(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «قبل أن» leads in how a past act went on (تظاهر العشرات قبل أن تفرقهم الشرطة وتعتقل بعضهم)."""
    text, (a, _) = scene.text, bounds(scene.text, trigger.first)
    near = range(max(a, trigger.first - SEQUEL), trigger.first - 1)
    at = next((i for i in near if text.folded[i : i + 2] == ["قبل", "ان"] and not breaks(text, i, trigger.first)), None)
    if at is None or trigger.form.tense != "imperfect" or any(map(is_future, text.folded[a:at])):
        return False
    return at == trigger.first - 2 or text.folded[trigger.first][: trigger.cut].endswith("و")


def is_heading(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun without the article begins a short line of its own, which heads a part of the article."""
    text, (a, b) = scene.text, bounds(scene.text, trigger.first)
    if trigger.first != a or b - a > HEADING or trigger.form.entry.word.startswith(ARTICLE) or is_known(scene, trigger):
        return False
    before, behind = text.text[text.ends[a - 1] : text.starts[a]], text.text[text.ends[b] : text.ends[b] + 2]
    of_old = text.folded[b + 1 : b + 2] and text.folded[b + 1] in BACKGROUND  # «اتهامات بالتزوير ¶ وكان الجيش …»
    return "\n" in before and "\n" in behind and not of_old


def in_heading(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb stands in a short line of its own without a full stop, a headline within a page of briefs."""
    text, (a, b) = scene.text, bounds(scene.text, trigger.first)
    if b - a > HEADLINE_WORDS or trigger.first - a > HEADLINE_START:
        return False
    before = text.text[text.ends[a - 1] if a else 0 : text.starts[a]]
    behind = text.text[text.ends[b] : text.ends[b] + 2]
    begins = "\n" in before or ".." in before  # «إثيوبيا.. سلاح الجو يقصف مقلي»
    return begins and "\n" in behind and not behind.startswith((".", ":", "؛"))


def is_lead(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act stands in the lead."""
    return scene.text.below(trigger.first) < LEAD


def is_new(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is said to be new (العقوبات الجديدة)."""
    return bool(NEW & set(scene.text.folded[trigger.last + 1 : trigger.last + 3]))


def is_spoken(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act of speech is told as said: a verb, or a noun that a verb of saying leads in."""
    if trigger.form.entry.type not in SPEECH:
        return False
    if trigger.form.entry.type == "SUPPORT" and is_topic(scene, trigger):
        return False
    if trigger.form.tense != "noun":
        return True
    wanted = scene.text.folded[trigger.first][: trigger.cut].endswith("ل")
    if trigger.form.entry.type == "REQUEST" or wanted or is_known(scene, trigger):
        return False
    if trigger.form.entry.type == "AGREE":
        return True
    near = range(max(0, trigger.first - SAID_FAR), trigger.first)
    said = [(i, breaks(scene.text, i, trigger.first)) for i in near if i in scene.spoken]
    return any(apart in (2, 3) or (apart == 0 and trigger.first - i <= SAID) for i, apart in said)


def is_topic(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what is spoken of and no word of support itself (قال إن عودة العلاقات مهمة)."""
    before = word_before(scene.text, trigger.first)
    nominal = trigger.form.tense == "noun" or trigger.form.entry.word.split()[0] in RESUMING
    return nominal and before in ("ان", "بان", "في", "امام")


def is_background(scene: Scene, trigger: Trigger, a: int) -> bool:
    """Tell whether an act came before the news: an anniversary, a relative clause, «بعد أن» (`a` begins it)."""
    near = range(max(a, trigger.first - 4), trigger.first)
    if is_attributive(scene, trigger) or is_reacted_to(scene, trigger):
        return True
    words = [scene.text.folded[i] for i in near if not (is_closed(scene, i, trigger) or is_copula(scene, i))]
    if trigger.form.pronoun and words[-1:] and words[-1] in RELATIVES and words[-3:-2] and words[-3] in POINTING:
        return False  # «هذا الاتفاق الذي وقعه»: the one just told
    if words[-2:] == ["بعد", "ان"]:
        return True
    if REMEMBERED.isdisjoint(words) or words[-2:] == ["في", "حين"]:
        return False
    speaking = words[-1] in RELATIVES and trigger.form.entry.type in SPEECH and not trigger.form.pronoun
    if speaking and not RESUMED.isdisjoint(scene.text.folded[trigger.last + 1 : trigger.last + 2]):
        return True  # «خطة رحبت بها»: no speaker
    return not (speaking and REMEMBERED.isdisjoint(words[:-1]))


def is_copula(scene: Scene, i: int) -> bool:
    """Tell whether «كان» only says where or how somebody was, and leads no verb back in time (وكان في استقباله)."""
    text = scene.text.folded
    return text[i] in WAS and i + 1 < len(text) and bool(preposition_at(text[i + 1]))


def is_reacted_to(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what others react to, and so came before (ردا على هجوم، احتجاجا على اعتقاله)."""
    near = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    return trigger.form.tense not in FINITE and any(word.removeprefix("و") in REACTING for word in near)


def is_attributive(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb right behind a noun without the article tells of it alone (كتائب سلحتها فرنسا)."""
    word, before = scene.text.folded[trigger.first], word_before(scene.text, trigger.first)
    if trigger.form.tense != "perfect" or trigger.cut or trigger.form.entry.type in SPEECH or trigger.first == 0:
        return False
    if not word.endswith(RESUMING_ENDS) or before.startswith(ARTICLE) or before in words("before_clause"):
        return False
    before_it = trigger.first - 1
    return before_it not in scene.spoken | scene.named and not breaks(scene.text, before_it, trigger.first)


def is_closed(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether a word opens a relative clause that is over before an act (الهجوم الذي استهدفها، ودعت)."""
    return scene.text.folded[i] in RELATIVES and breaks(scene.text, i, trigger.first) == 1


def is_within(scene: Scene, trigger: Trigger, a: int) -> bool:
    """Tell whether an act is told as part of a longer one; `a` begins its sentence (زيارة التقى خلالها المسؤولين)."""
    if not WITHIN.isdisjoint(scene.text.folded[trigger.last + 1 : trigger.last + 3]):
        return True
    led = trigger.first > a and word_before(scene.text, trigger.first) == "حيث"
    return led and not TOURS.isdisjoint(scene.text.folded[a : trigger.first])


def is_before(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act came before the act of its clause, or next in a story of days long past."""
    return is_over(scene, trigger) or is_later(scene, trigger)


def is_over(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun names what came before the act of its clause (بعد تهديدات الرئيس، عاد من رحلة)."""
    before, behind = (scene.text.folded[i : i + 1] for i in (trigger.first - 1, trigger.last + 1))
    from_visit = before == ["من"] and trigger.form.entry.mode == "visit"
    lasted = not words("lasted").isdisjoint(behind) or not words("all_along").isdisjoint(before)  # «حرب استمرت عاما»
    over = from_visit or lasted or is_former(scene, trigger) or is_after(scene, trigger)
    return trigger.form.tense not in FINITE and over


def is_later(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb tells what came next in a story of days long past (وبعد أشهر من الخلافات التقى …)."""
    text, (a, _) = scene.text, bounds(scene.text, trigger.first)
    if trigger.form.tense != "perfect" or text.folded[a] not in AFTER:
        return False
    return text.folded[a + 1] in SPANS


def is_former(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun with the article is a former one (المناقشات الثنائية السابقة, not دعم الرئيس السابق)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 4]
    at = next((i for i, word in enumerate(behind) if word in FORMER), None)
    return at is not None and is_known(scene, trigger) and all(word.startswith(ARTICLE) for word in behind[:at])


def is_after(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «بعد» leads a noun in."""
    if trigger.form.tense in FINITE:
        return False
    near = places(scene.text, AFTER, max(0, trigger.first - 4), trigger.first)
    after = (i for i in near if scene.text.folded[i + 1] not in ("ذلك", "ان"))
    return any(not breaks(scene.text, i, trigger.first) for i in after)
