"""How long acts went on: talks that lasted three days, people killed over ten months."""

import datetime
import re

from analysis.arabic import dates, numbers
from analysis.events.moments import Time, When
from analysis.events.newsday import SPEECH
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import FORCED

LASTED = re.compile(
    r"(?:\b[وف]?(?:استمرت?|دامت?|تواصلت?|على مد[ىا]ر?)\s+(?:مدة\s+|لمدة\s+)?)"
    r"(?:(?P<two>يومين)|(?P<days>\S+)\s+(?:أيام|يوما))"
)
SPAN = re.compile(
    r"(?<!\w)(?:في|خلال) (?:نحو |حوالي |قرابة |أقل من |أكثر من |غضون |مدة |فترة )?"
    r"(?P<span>يومين|أسبوع(?:ين)?|شهرين|عامين|سنتين"
    r"|\w+ (?:(?P<days>أيام|يوما)|أسابيع|أشهر|شهور|شهرا|أعوام|سنوات|سنة|عاما))"
    r"(?!\w| (?:ال|المقبل|القادم))"
)
OVER_DAYS = (*FORCED, "PROTEST", "AID")  # what can be counted over many days
MANY = re.compile(r"\d|(?<!\w)(?:مر(?:ات|تين|ة)|عشرات|مئات|آلاف|الآلاف|العشرات|المئات)(?!\w)")
LONGEST = 60  # days that talks or fighting can be said to have lasted


def lasted(scene: Scene, trigger: Trigger) -> int:
    """Return the days that a noun's act is said to have lasted (محادثات استمرت 3 أيام), or 0."""
    if trigger.form.tense in FINITE or trigger.form.entry.type in SPEECH:
        return 0
    _, b = bounds(scene.text, trigger.first)
    match = LASTED.search(scene.text.text, scene.text.ends[trigger.last], scene.text.ends[b])
    days = 2 if match and match["two"] else numbers.value(match["days"]) if match else 0
    return int(days) if days and 1 < days <= LONGEST else 0


def over_span(scene: Scene, trigger: Trigger, status: str, time: Time) -> When | None:
    """Return the days over which many acts are counted (نفذوا 30 غارة في ثلاثة أيام), or None."""
    if status != "past" or trigger.form.entry.type not in OVER_DAYS or time.published is None:
        return None
    text, (a, b) = scene.text, bounds(scene.text, trigger.first)
    found = SPAN.search(text.text, text.ends[trigger.last], text.ends[b])
    if found is None or not MANY.search(text.text, text.starts[a], found.start()):
        return None
    here = next(i for i in range(trigger.last + 1, b + 1) if text.ends[i] > found.start())
    if breaks(text, trigger.last, here):
        return None
    back = dates.parse("قبل " + found["span"], time.news.date)
    if back is None or back.date_to is not None:
        return None
    begin = back.date + datetime.timedelta(days=1 if found["days"] or found["span"] == "يومين" else 0)
    return When(begin, time.news.date, "interval", found[0])
