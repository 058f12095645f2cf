"""A ledger of a city that does not exist: every verdict, both licences, a broken column, an unplanned result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lantu.ledger import (
    Entry,
    Ledger,
    build_entry,
    issue_entry,
    judgement_entry,
    passage_entry,
    plan_entry,
    source_entry,
    statement_entry,
    verdict_entry,
)
from lantu.model import (
    Basis,
    Claim,
    Commitment,
    Comparability,
    Comparator,
    Evidence,
    Grade,
    Issue,
    Judgement,
    Level,
    Licence,
    Line,
    Observation,
    Passage,
    PassageKind,
    Period,
    Quantity,
    Reason,
    Reviewability,
    Role,
    Source,
    Span,
    Verdict,
    VerdictKind,
    document_id,
)
from lantu.model.records import claim_record, evidence_record, statement_record, verdict_record

ON = date(2025, 5, 20)
HORIZON = Period.years(2023, 2025)
PLAN = {
    "title": "澄湾市幸福民生三年行动计划（2023—2025年）",
    "title_en": "Chengwan three-year plan for a better everyday life (2023–2025)",
    "place": "澄湾市",
    "place_code": "990200",
    "horizon_start": "2023-01-01",
    "horizon_end": "2025-12-31",
    "issued": "2023-01-10",
    "pace": "default",
    "themes": [
        {"id": "work", "name": "稳岗增收", "name_en": "Work and income", "words": ["就业"]},
        {"id": "care", "name": "一老一小", "name_en": "Young and old"},
        {"id": "living", "name": "宜居家园", "name_en": "A good place to live"},
    ],
    "expected": {"themes": 3, "items": 8, "tasks": 19},
}


class Paper:
    """A document made of paragraphs; ``↵`` is a line break of the layout, in the text but not in its passage."""

    def __init__(self, title: str, paragraphs: Sequence[str], **source: Any) -> None:
        self.text = "\n\n".join(each.lstrip("#").replace("↵", "\n") for each in paragraphs)
        self.passages = tuple(self._passages(paragraphs))
        self.source = Source(document=document_id(self.text), name=f"{title}.txt", title=title, **source)

    def _passages(self, paragraphs: Sequence[str]) -> Sequence[Passage]:
        offset, passages = 0, []
        for each in paragraphs:
            kind = PassageKind.HEADING if each.startswith("#") else PassageKind.BODY
            pieces = []
            for part in each.lstrip("#").split("↵"):
                pieces.append((offset, offset + len(part)))
                offset += len(part) + 1
            offset += 1
            level = len(each) - len(each.lstrip("#"))
            passages.append(Passage(kind, each.lstrip("#").replace("↵", ""), tuple(pieces), level))
        return passages

    def span(self, words: str, within: str | None = None) -> Span:
        """Give where ``words`` stand (inside ``within``), whatever layout breaks the text has there."""
        for passage in self.passages:
            start = passage.text.find(within or words)
            if start >= 0:
                start += (within or words).index(words)
                return Span(self.source.document, *passage.origin_range(start, start + len(words)))
        raise ValueError(f"{words!r} does not stand in {self.source.title}")

    def record(self, statement: Commitment | Observation | Claim) -> dict[str, Any]:
        """Give a statement as its record."""
        quote = statement.span.quote(self.text)
        if isinstance(statement, Claim):
            return claim_record(statement, document=self.source.name, quote=quote)
        return statement_record(statement, document=self.source.name, quote=quote)


def promise(paper: Paper, clause: str, quote: str, theme: str | None = "稳岗增收", **fields: Any) -> Commitment:
    """A commitment at ``quote`` inside ``clause``."""
    fields = {
        "comparator": Comparator.EXACTLY,
        "basis": Basis.INCREMENT,
        "period": HORIZON,
        "indicator": clause,
    } | fields
    return Commitment(span=paper.span(quote, clause), sentence=paper.span(clause), theme=theme, **_measured(fields))


def result(paper: Paper, clause: str, quote: str, **fields: Any) -> Observation:
    """An observation at ``quote`` inside ``clause``."""
    fields = {"comparator": Comparator.EXACTLY, "period": Period.years(2023, 2024), "indicator": clause} | fields
    return Observation(span=paper.span(quote, clause), sentence=paper.span(clause), **_measured(fields))


def _measured(fields: dict[str, Any]) -> dict[str, Any]:
    printed = fields.pop("of", None)
    return fields if printed is None else fields | {"quantity": Quantity.parse(printed)}


def evidence(observation: Observation, reason: Reason | None = None, **fields: Any) -> Evidence:
    """An observation held against a commitment."""
    kind = Comparability.EXACT if reason is None else Comparability.NOT_COMPARABLE
    return Evidence(
        **({"observation": observation, "comparability": kind, "reason": reason, "confidence": 0.93} | fields)
    )


def verdict(commitment: Commitment, kind: str, *found: Evidence, **fields: Any) -> Verdict:
    """A verdict with two lines of working."""
    lines = (
        Line("attainment", "what was reported / what was promised", "通报值 / 承诺值"),
        Line("pace", "79% of 2023-01-01/2025-12-31 has gone", "2023-01-01/2025-12-31 已过 79%"),
    )
    defaults: dict[str, Any] = {
        "working": lines,
        "evidence": found,
        "rules": ("deadline", "attainment"),
        "grade": Grade.E2 if found else Grade.E0,
        "comparability": found[0].comparability if found else None,
        "reason": found[0].reason if found else None,
        "as_of": date(2024, 12, 31) if found else None,
        "actual": _actual(found[0]) if found else None,
    }
    return Verdict(commitment=commitment.id, kind=VerdictKind(kind), on=ON, **(defaults | fields))


def _actual(found: Evidence) -> tuple[Decimal, Decimal] | None:
    """The printed figure, where it can be compared: the sample does not care how finely it was printed."""
    quantity = found.observation.quantity
    comparable = quantity is not None and found.comparability is not Comparability.NOT_COMPARABLE
    return (quantity.value, quantity.value) if quantity is not None and comparable else None


def reached(low: str | None, high: str | None = None) -> dict[str, Any]:
    """The attainment of a verdict: one figure, or two ends (``"∞"`` for none)."""
    ends = (low, low if high is None else high)
    return {"attainment": tuple(None if end in (None, "∞") else Decimal(end) for end in ends)}


@dataclass
class Sample:
    """Everything one build states."""

    papers: list[Paper] = field(default_factory=list)
    verdicts: list[tuple[Commitment, Verdict]] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    plan: dict[str, Any] = field(default_factory=lambda: dict(PLAN))
    on: date = ON

    def settle(self, commitment: Commitment, kind: str, *found: Evidence, **fields: Any) -> None:
        """Add a commitment with its verdict."""
        self.verdicts.append((commitment, verdict(commitment, kind, *found, **fields)))

    def entries(self) -> list[Entry]:
        """Give the entries of a ledger."""
        papers = {paper.source.document: paper for paper in self.papers}
        observations = {each.id: each for each in self.observations}
        observations |= {each.observation.id: each.observation for _, one in self.verdicts for each in one.evidence}
        found = [plan_entry(self.plan), build_entry({"on": self.on.isoformat(), "version": "0"})]
        for paper in self.papers:
            found.append(source_entry(paper.source))
            found += [passage_entry(paper.source.document, n, each) for n, each in enumerate(paper.passages)]
        for one in (*observations.values(), *self.claims):
            found.append(statement_entry(papers[one.span.document].record(one)))
        for commitment, one in self.verdicts:
            record = papers[commitment.span.document].record(commitment)
            rows = [_evidence(each, papers[each.observation.span.document]) for each in one.evidence]
            found += [statement_entry(record), verdict_entry(verdict_record(one, commitment=record, evidence=rows))]
        found += [judgement_entry(each) for each in self.judgements]
        return found + [issue_entry(issue) for issue in self.issues]

    def write(self, path: Path) -> Path:
        """Append one build to the ledger at ``path``."""
        with Ledger.create_or_open(path) as ledger:
            ledger.append(self.entries(), on=self.on)
        return path


def _evidence(each: Evidence, paper: Paper) -> dict[str, Any]:
    return evidence_record(each, document=paper.source.name, quote=each.observation.span.quote(paper.text))


def plan_paper() -> Paper:
    """The plan: a newspaper page in narrow columns that may only be quoted."""
    return Paper(
        "澄湾市幸福民生三年行动计划",
        [
            "#让日子越过越有奔头",
            "##稳岗增收",
            "把饭碗端稳是头等大事。2023年，新开发社区岗↵位1.63万个以上；每年举办招聘会不少于60场，请企业↵"
            "把摊位摆到家门口。到2025年，培训技能人才5.2万人次，其中省级名师工作室达到25个；"
            "城镇调查失业率控制在5.5%以内。大力营造尊重劳动的浓厚氛围。",
            "##一老一小",
            "2023年，新增托位4000个以上，改造公办幼儿园38所。到2024年，街道综合养老中心实现全覆盖，"
            "社区长者餐厅达到210处，家庭养老床位突破3000张。2024年，建成二星级以上养老院24家。"
            "到2025年，普惠托育机构占比提高到八成以上，即80%以上，新增学位1.9万个。",
            "##宜居家园",
            "2024年，老旧小区改造249个、2529万平方米。新建口袋公园120处，绿地服务面积400公顷。"
            "到2025年，城区空气优良天数比例达到75%以上，污水直排口全部清零，新建充电桩约8000个，"
            "公交线路优化30条，垃圾分类覆盖率保持在95%以上。2026年，地铁一期通车。",
        ],
        roles=frozenset({Role.PLAN}),
        published=date(2023, 1, 10),
        publisher="澄湾晚报",
        licence=Licence.QUOTE,
        url="https://news.chengwan.example/2023-01-10/plan",
    )


def release_paper() -> Paper:
    """A press release half-way."""
    return Paper(
        "民生计划实施情况发布会",
        [
            "#民生计划实施情况发布会",
            "截至2024年底，累计新开发社区岗位1.91万个，超额完成目标任务。举办招聘会57场。培训技能人才3.1万人次。"
            "市级名师工作室已有50个。新增托位4120个；改造幼儿园41所。"
            "建成长者餐厅150余处，家庭养老床位2800张左右，二星级以上养老院建成17家。"
            "普惠托育机构占比81.5%。有三成学位已经开工。",
            "老旧小区改造开工249个；改造面积1980万平方米。口袋公园建成56处。空气优良天数比例69.1%，比上年下降。"
            "新建充电桩5200个；优化公交线路8条；垃圾分类覆盖率96.3%。古城灯会接待游客66万人次。",
        ],
        roles=frozenset({Role.RELEASE}),
        published=date(2025, 1, 8),
        covers=Period.years(2023, 2024),
        publisher="澄湾市人民政府新闻办公室",
        licence=Licence.OPEN,
        url="https://www.chengwan.example/release",
    )


def report_paper() -> Paper:
    """A work report."""
    return Paper(
        "2025年政府工作报告",
        [
            "#2025年政府工作报告",
            "##过去一年工作回顾",
            "城镇调查失业率为5.3%。空气优良天数比例71.4%。新改建农村公路212公里；人才公寓入住1260户。",
        ],
        roles=frozenset({Role.REPORT, Role.PLAN}),
        published=date(2025, 2, 16),
        covers=Period.year(2024),
        publisher="澄湾市人民政府",
        licence=Licence.OPEN,
    )


def sample() -> Sample:
    """Every verdict at least once."""
    plan, release, report = plan_paper(), release_paper(), report_paper()
    made = Sample(papers=[plan, release, report])
    _work(made, plan, release, report)
    _care(made, plan, release)
    _living(made, plan, release, report)
    made.observations += [
        result(release, "古城灯会接待游客66万人次", "66万人次", of="66万人次"),
        result(report, "新改建农村公路212公里", "212公里", of="212公里"),
        result(report, "人才公寓入住1260户", "1260户", of="1260户"),
    ]
    made.issues += [
        Issue.worded(
            "undated",
            "no year before 「%(words)s」",
            Level.WARNING,
            release.source.name,
            release.span("有三成学位已经开工"),
            words="学位三成",
        ),
        Issue.worded(
            "unread_number",
            "no unit known for 「%(words)s」",
            Level.INFO,
            plan.source.name,
            plan.span("稳岗增收"),
            words="19项具体",
        ),
        Issue("unreadable", "old.pdf: its pages are damaged; save it again", Level.ERROR, "old.pdf"),
    ]
    return made


def _work(made: Sample, plan: Paper, release: Paper, report: Paper) -> None:
    posts = result(release, "累计新开发社区岗位1.91万个", "1.91万个", of="1.91万个")
    made.claims.append(
        Claim(
            span=release.span("超额完成"),
            sentence=release.span("累计新开发社区岗位1.91万个，超额完成目标任务"),
            says="exceeded",
            indicator="社区岗位",
            about=(posts.id,),
        )
    )
    made.settle(
        promise(
            plan,
            "新开发社区岗位1.63万个以上",
            "1.63万个以上",
            of="1.63万个",
            comparator=Comparator.AT_LEAST,
            period=Period.year(2023),
            period_rule="own_year",
        ),
        "exceeded",
        evidence(posts),
        **reached("1.171779"),
        claim="exceeded",
        secured=True,
        reviewability=Reviewability.R3,
        flags=("target_possibly_low",),
    )
    fairs = result(release, "举办招聘会57场", "57场", of="57场", period=Period.year(2024))
    made.settle(
        promise(
            plan,
            "每年举办招聘会不少于60场",
            "不少于60场",
            of="60场",
            comparator=Comparator.AT_LEAST,
            recurrence="yearly",
            period=Period.year(2024),
        ),
        "partly_met",
        evidence(fairs),
        **reached("0.95"),
        needs_review=True,
    )
    trained = result(release, "培训技能人才3.1万人次", "3.1万人次", of="3.1万人次")
    made.settle(
        promise(plan, "培训技能人才5.2万人次", "5.2万人次", of="5.2万人次", period_rule="horizon"),
        "on_track",
        evidence(trained),
        **reached("0.596154"),
        expected=Decimal("0.667"),
    )
    studios = result(release, "市级名师工作室已有50个", "50个", of="50个")
    made.settle(
        promise(plan, "其中省级名师工作室达到25个", "25个", of="25个", basis=Basis.LEVEL),
        "not_comparable",
        evidence(studios, Reason.TIER, note="省级 / 市级"),
    )
    jobless = result(report, "城镇调查失业率为5.3%", "5.3%", of="5.3%", basis=Basis.SHARE, period=Period.year(2024))
    made.settle(
        promise(
            plan,
            "城镇调查失业率控制在5.5%以内",
            "5.5%以内",
            of="5.5%",
            comparator=Comparator.AT_MOST,
            basis=Basis.SHARE,
        ),
        "met_to_date",
        evidence(jobless, grade=Grade.E3),
        **reached("1.037736"),
    )
    made.settle(
        promise(plan, "大力营造尊重劳动的浓厚氛围", "营造尊重劳动的浓厚氛围", comparator=None, basis=None),
        "untestable",
        reviewability=Reviewability.R0,
    )


def _care(made: Sample, plan: Paper, release: Paper) -> None:
    theme = "一老一小"
    places = result(release, "新增托位4120个", "4120个", of="4120个")
    made.settle(
        promise(
            plan,
            "新增托位4000个以上",
            "4000个以上",
            theme,
            of="4000个",
            comparator=Comparator.AT_LEAST,
            period=Period.year(2023),
        ),
        "met",
        evidence(places),
        **reached("1.03"),
        secured=True,
        reviewability=Reviewability.R3,
    )
    nurseries = result(release, "改造幼儿园41所", "41所", of="41所")
    made.settle(
        promise(plan, "改造公办幼儿园38所", "38所", theme, of="38所", period=Period.year(2023)),
        "undetermined",
        evidence(nurseries, comparability=Comparability.SUPERSET, note="公办"),
        **reached("0", "1.078947"),
    )
    made.settle(
        promise(
            plan,
            "街道综合养老中心实现全覆盖",
            "全覆盖",
            theme,
            comparator=Comparator.ALL,
            basis=Basis.STANDARD,
            period=Period(None, date(2024, 12, 31)),
        ),
        "silent",
        searched=(release.source.document,),
        needs_review=True,
        reviewability=Reviewability.R1,
        flags=("covered_elsewhere",),
    )
    canteens = result(release, "建成长者餐厅150余处", "150余处", of="150处")
    made.settle(
        promise(plan, "社区长者餐厅达到210处", "210处", theme, of="210处", period=Period(None, date(2024, 12, 31))),
        "missed",
        evidence(canteens),
        **reached("0.714286", "0.761905"),
        needs_review=True,
        override=VerdictKind.PARTLY_MET,
        override_by="林若溪",
        override_reason="按季度台账核对，另有12处在2024年12月投用。",
    )
    beds = result(release, "家庭养老床位2800张左右", "2800张左右", of="2800张", comparator=Comparator.ABOUT)
    made.settle(
        promise(
            plan,
            "家庭养老床位突破3000张",
            "突破3000张",
            theme,
            of="3000张",
            comparator=Comparator.MORE_THAN,
            period=Period(None, date(2024, 12, 31)),
        ),
        "contested",
        evidence(beds),
        **reached("0.916667", "0.95"),
        needs_review=True,
    )
    homes = result(release, "二星级以上养老院建成17家", "17家", of="17家")
    made.settle(
        promise(plan, "建成二星级以上养老院24家", "24家", theme, of="24家", period=Period.year(2024)),
        "missed",
        evidence(homes),
        **reached("0.708333"),
        needs_review=True,
    )
    nursery_share = result(release, "普惠托育机构占比81.5%", "81.5%", of="81.5%", basis=Basis.SHARE)
    made.settle(
        promise(
            plan,
            "普惠托育机构占比提高到八成以上，即80%以上",
            "80%以上",
            theme,
            of="80%",
            comparator=Comparator.AT_LEAST,
            basis=Basis.SHARE,
        ),
        "ahead",
        evidence(nursery_share, comparability=Comparability.SUBSET),
        **reached("0.88", "∞"),
        expected=Decimal("0.667"),
    )
    made.settle(
        promise(plan, "新增学位1.9万个", "1.9万个", theme, of="1.9万个"),
        "not_started",
        **reached("0"),
        expected=Decimal("0.667"),
    )


def _living(made: Sample, plan: Paper, release: Paper, report: Paper) -> None:
    theme = "宜居家园"
    started = result(release, "老旧小区改造开工249个", "249个", of="249个")
    made.settle(
        promise(plan, "老旧小区改造249个、2529万平方米", "249个", theme, of="249个", period=Period.year(2024)),
        "not_comparable",
        evidence(started, Reason.STATUS),
    )
    surface = result(release, "改造面积1980万平方米", "1980万平方米", of="1980万平方米")
    made.settle(
        promise(
            plan, "老旧小区改造249个、2529万平方米", "2529万平方米", theme, of="2529万平方米", period=Period.year(2024)
        ),
        "partly_met",
        evidence(surface),
        **reached("0.782918"),
    )
    parks = result(release, "口袋公园建成56处", "56处", of="56处")
    made.settle(
        promise(plan, "新建口袋公园120处", "120处", theme, of="120处"),
        "behind",
        evidence(parks),
        **reached("0.466667"),
        expected=Decimal("0.667"),
    )
    made.settle(
        promise(plan, "绿地服务面积400公顷", "400公顷", theme, of="400公顷"),
        "not_comparable",
        evidence(parks, Reason.UNIT),
    )
    air = result(report, "空气优良天数比例71.4%", "71.4%", of="71.4%", basis=Basis.SHARE, period=Period.year(2024))
    worse = result(release, "空气优良天数比例69.1%，比上年下降", "69.1%", of="69.1%", basis=Basis.SHARE)
    made.settle(
        promise(
            plan,
            "城区空气优良天数比例达到75%以上",
            "75%以上",
            theme,
            of="75%",
            comparator=Comparator.AT_LEAST,
            basis=Basis.SHARE,
        ),
        "reversed",
        evidence(worse),
        evidence(air, grade=Grade.E3),
        **reached("-0.18"),
        expected=Decimal("0.667"),
        needs_review=True,
    )
    made.settle(
        promise(plan, "污水直排口全部清零", "全部清零", theme, comparator=Comparator.ALL, basis=Basis.STANDARD),
        "not_reported",
        searched=(release.source.document, report.source.document),
    )
    chargers = result(release, "新建充电桩5200个", "5200个", of="5200个")
    made.settle(
        promise(plan, "新建充电桩约8000个", "约8000个", theme, of="8000个", comparator=Comparator.ABOUT),
        "on_track",
        evidence(chargers),
        **reached("0.65"),
        expected=Decimal("0.667"),
    )
    lines = result(release, "优化公交线路8条", "8条", of="8条")
    made.settle(
        promise(plan, "公交线路优化30条", "30条", theme, of="30条"),
        "behind",
        evidence(lines),
        **reached("0.266667"),
        expected=Decimal("0.667"),
    )
    sorting = result(release, "垃圾分类覆盖率96.3%", "96.3%", of="96.3%", basis=Basis.SHARE)
    made.settle(
        promise(
            plan,
            "垃圾分类覆盖率保持在95%以上",
            "95%以上",
            theme,
            of="95%",
            comparator=Comparator.AT_LEAST,
            basis=Basis.SHARE,
        ),
        "met_to_date",
        evidence(sorting),
    )
    made.settle(
        promise(plan, "地铁一期通车", "一期通车", None, comparator=None, basis=None, period=Period.year(2026)),
        "not_due",
        reviewability=Reviewability.R1,
    )
