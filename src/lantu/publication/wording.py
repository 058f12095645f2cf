"""What the closed words of the model are called, and what they mean to somebody who has never seen them.

Every text here is a message of the catalogue (English as it stands, Chinese in ``locale/zh``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .language import mark as _


class Word(NamedTuple):
    """A label and its plain explanation, both messages of the catalogue."""

    label: str
    means: str = ""


VERDICTS = {
    "exceeded": Word(
        _("Exceeded"),
        _("The reported result is clearly above what was promised, and it can no longer fall back."),
    ),
    "met": Word(
        _("Delivered"),
        _("The reported result satisfies the promise, and the period is over or the result can no longer fall back."),
    ),
    "met_to_date": Word(
        _("Met so far"),
        _(
            "The promised level is reached today, before its deadline. "
            "It counts as delivered only if it still holds then."
        ),
    ),
    "ahead": Word(
        _("Ahead of schedule"),
        _("Not there yet, but clearly further along than the time that has passed would suggest."),
    ),
    "on_track": Word(
        _("On schedule"),
        _("Not there yet; the progress is about what the time that has passed would suggest."),
    ),
    "behind": Word(
        _("Behind schedule"),
        _(
            "Not there yet, and clearly less far than the time that has passed would suggest. "
            "The deadline, or the time allowed for reporting on it, has not passed: this is a warning, not a failure."
        ),
    ),
    "not_started": Word(
        _("Not started"),
        _("A report says that nothing has been done yet, although more than a quarter of the period has passed."),
    ),
    "partly_met": Word(
        _("Partly delivered"),
        _("The deadline has passed, and a part of what was promised was reached. The share is stated."),
    ),
    "missed": Word(
        _("Missed"),
        _("The deadline has passed, and what was reported does not satisfy the promise."),
    ),
    "reversed": Word(
        _("Reversed"),
        _("What was reported moved away from the promise, or the opposite was done."),
    ),
    "silent": Word(
        _("Due, nothing reported"),
        _(
            "The deadline has passed, and none of the documents searched reports a result. "
            "This does not say that the promise was broken: it says that nobody has shown that it was kept."
        ),
    ),
    "not_reported": Word(
        _("Not reported yet"),
        _(
            "None of the documents searched speaks of it, and the deadline (with the time allowed for reporting) "
            "has not passed. Nothing follows from that yet."
        ),
    ),
    "not_comparable": Word(
        _("Not comparable"),
        _(
            "Something was reported, but it measures something else than what was promised. "
            "It neither shows nor disproves that the promise was kept; the reason is stated."
        ),
    ),
    "undetermined": Word(
        _("Cannot be decided"),
        _("A comparable figure was reported, but it is too rough to tell on which side of the target it lies."),
    ),
    "contested": Word(
        _("Figures disagree"),
        _("Sources that can be compared report different figures, and the figures lead to different verdicts."),
    ),
    "not_due": Word(
        _("Not due yet"),
        _(
            "The deadline, or the time allowed for reporting on it, has not passed, "
            "and this kind of promise has no steady pace to be held against."
        ),
    ),
    "untestable": Word(
        _("Cannot be checked"),
        _("The wording holds nothing that could be checked. It is listed and counted, but never judged."),
    ),
}

GRADES = {
    "E0": Word(_("none found")),
    "E1": Word(_("a claim without a figure")),
    "E2": Word(_("a figure reported by those who promised")),
    "E3": Word(_("a figure reported independently")),
    "E4": Word(_("measured from raw data, or audited")),
}

REVIEWABILITY = {
    "R0": Word(_("nothing that can be verified")),
    "R1": Word(_("an act that happens or not")),
    "R2": Word(_("a figure, due at the end of the plan")),
    "R3": Word(_("a figure with its own deadline")),
}

COMPARABILITY = {
    "exact": Word(_("same scope"), _("The figure covers exactly what was promised.")),
    "subset": Word(
        _("covers a part"),
        _("The figure covers only a part of what was promised: the true value is at least this."),
    ),
    "superset": Word(
        _("covers more"),
        _("The figure covers more than what was promised: the true value is at most this."),
    ),
    "proxy": Word(_("a stand-in"), _("Another measure that is accepted in its place once a person has confirmed it.")),
    "not_comparable": Word(
        _("not comparable"), _("The figure measures something else and is not held against the target.")
    ),
}

REASONS = {
    "UNIT": _("it is counted in another unit"),
    "BASIS": _(
        "it is another kind of value (a stock against an addition, a rate against a count), or no base year is known"
    ),
    "POPULATION": _("it counts another group of people or things"),
    "TIER": _("it belongs to another level of government or of recognition"),
    "AREA": _("it covers another area"),
    "PERIOD": _("it covers other days"),
    "DEFINITION": _("the term is defined in another way"),
    "DENOMINATOR": _("it is a share of another whole"),
    "DIRECTION": _("it does not say which way the value went"),
    "STATUS": _("it reports what was started, not what was completed"),
}

FLAGS = {
    "due_soon": _("The deadline is at most 60 days away, and nothing has been reported."),
    "covered_elsewhere": _("Reports cover its theme, but do not mention this promise."),
    "undated": _("No deadline could be read from the document."),
    "target_possibly_low": _(
        "The result is half as much again as the target or more: the target may have been set low."
    ),
    "estimate": _("A figure it rests on was an estimate: expected when it was reported, not yet counted."),
    "two_figures": _("A document gives more than one figure for it; the working says which one counts."),
    "claim_not_shown": _("The source calls it done, but its own figure does not show that."),
    "raised": _("The target was raised after it was first published; the verdict holds it against the original."),
    "lowered": _("The target was lowered after it was first published; the verdict holds it against the original."),
    "deferred": _("The deadline was put off after it was first published; the original clock keeps running."),
    "narrowed": _("The scope was narrowed after it was first published; the verdict holds it against the original."),
    "widened": _("The scope was widened after it was first published; the verdict holds it against the original."),
    "brought_forward": _("The deadline was brought forward later; the verdict holds it against the original."),
    "restated": _("A later document states the promise again."),
    "split": _("The promise was later split into several."),
    "merged": _("The promise was later merged with another."),
    "withdrawn": _("An official act withdrew the promise; the original clock keeps running."),
    "superseded": _("An official act put another promise in its place; the original clock keeps running."),
}

KEPT = re.compile(r"kept_(\d+)_of_(\d+)_years\Z")
"""A flag that counts; its message is `KEPT_YEARS`."""
KEPT_YEARS = _("Promised for every year: kept in %(kept)s of %(years)s years.")

CLAIMS = {"exceeded": _("exceeded"), "met": _("delivered"), "ahead": _("ahead of schedule")}

BASES = {
    "level": _("a level or a total"),
    "increment": _("what is added or done in the period"),
    "change": _("growth or fall against an earlier value"),
    "share": _("a share of a whole"),
    "rank": _("a rank"),
    "standard": _("a service standard to be held everywhere"),
}

PERIOD_RULES = {
    "own_year": _("the sentence names the year"),
    "own_years": _("the sentence names the years"),
    "own_month": _("the sentence names the month"),
    "own_words": _("the sentence names the time"),
    "each_year": _("the sentence says: every year"),
    "section_year": _("the section sets targets for that year"),
    "report_year": _("the report sets targets for that year"),
    "horizon": _("no deadline of its own: the end of the plan"),
}

STRENGTHS = {"hard": _("firmly promised"), "plain": _("promised"), "soft": _("to be striven for")}

STATUSES = {"done": _("done"), "started": _("started, not completed"), "expected": _("expected, not yet done")}

ROLES = {
    "plan": _("plan"),
    "report": _("report"),
    "release": _("press release"),
    "statistics": _("statistics"),
}

FINDINGS = {
    "above": _("Every usual definition reaches it."),
    "below": _("No usual definition reaches it."),
    "depends": _("Some definitions reach it and others do not: the promise does not say which is meant."),
}

DECISIONS = {
    "confirm": _("Confirmed: the result belongs to the promise"),
    "reject": _("Rejected: the result does not belong to the promise"),
    "link": _("Linked: a result that the program had not joined to the promise"),
    "override": _("Verdict set by a reviewer"),
}

CORRECTIONS = {
    "unit": _("Spellings read as one unit"),
    "indicator": _("Wordings read as one indicator"),
    "pace": _("Milestones on the way to a target"),
    "ignore": _("A statement left out"),
}

LEVELS = {"info": _("for information"), "warning": _("to be looked at"), "error": _("could not be read")}

ISSUES = {
    "undated": _("A promise or result without a year: it is not settled, because no year is invented"),
    "unread_number": _("A number without a unit that could be read"),
    "unread_table": _("Tables with figures whose columns are not known: read no further than their sentences"),
    "hidden_sheet": _("Hidden sheets of a spreadsheet: not read"),
    "macros": _("A file with macros: they are never run"),
    "doubtful_reading": _("Promises or results that were read with little confidence"),
    "pages_not_read": _("Pages that are pictures: not read here"),
    "set_aside": _("Figures in boxes, tables, captions or advertisements: not read as promises or results"),
    "broken_sentence": _("Sentences that stop without an end"),
    "not_yet_decided": _("A person's decision of a later day: not used"),
    "unreadable": _("A document that could not be read"),
    "not_yet_published": _("A document that was published after the day this site describes: not used"),
    "not_counted": _("Statements that do not count here, because of the part their document plays"),
    "not_settled": _("A promise that could not be settled"),
    "not_fetched": _("A document that could not be fetched"),
    "absent_file": _("A document that is listed and was not there"),
    "no_url": _("A document without an address"),
    "no_hash": _("A document whose file is not pinned by a fingerprint"),
    "same_text": _("Two documents with the same text"),
    "covers_future": _("A document that is said to cover days long after its publication"),
    "uneven_counts": _("The counts that the plan states do not add up"),
    "empty_theme": _("A theme in which no promise was read"),
    "lost_judgement": _("A person's decision whose statement is no longer there"),
    "unused_lookup": _("A correction that no longer applies to anything"),
    "no_district": _("Places in no district of the map of districts"),
    "not_measured": _("An indicator that could not be measured"),
    "serves_nothing": _("An indicator that answers no promise"),
    "shift_unknown": _("Coordinates that a Chinese map service may have shifted"),
    "shifted": _("Coordinates of a Chinese map service, converted"),
    "no_place": _("Features without a place: left out"),
    "no_weight": _("Places whose number of people is not known: left out"),
    "unweighted": _("Places that count once each, because no column tells how many people live there"),
    "unread_hours": _("Opening hours that could not be read: counted as open"),
    "off_network": _("Places far from any way"),
    "islands": _("Parts of a network that no path joins to the rest"),
    "edge_too_short": _("Ways shorter than their straight line: rejected"),
    "tile_failed": _("A part of the map that could not be measured"),
}
