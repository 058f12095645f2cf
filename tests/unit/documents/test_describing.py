"""What a document says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.documents import Document, read_text


def test_the_occasion_dates_a_work_report(document: Document) -> None:
    """
    ---
    title: 海棠市政府工作报告
    ---

    ——2031年1月15日在海棠市第九届人民代表大会第二次会议上

    市长 林夏

    各位代表：
    """
    assert document.title == "海棠市政府工作报告"
    assert (document.published, document.published_rule) == (date(2031, 1, 15), "occasion")
    assert document.place == "海棠市"
    assert document.years is None


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        ("---\ndate: 2031-02-03\n---\n——2031年1月15日在海棠市人大会议上\n\n正文。", date(2031, 2, 3), "front_matter"),
        ("（2031年2月3日在海棠市第九届人民代表大会第三次会议上）\n\n正文。", date(2031, 2, 3), "occasion"),
        ("二〇三一年一月十五日在海棠市第九届人民代表大会第二次会议上\n\n正文。", date(2031, 1, 15), "occasion"),
        ("政府工作报告\n\n（2031年2月3日 林夏）\n\n正文。", date(2031, 2, 3), "occasion"),
        ("---\ntitle: 海棠市政府工作报告（2031年2月3日 林夏）\n---\n正文。", date(2031, 2, 3), "title"),
        ("2031年3月5日 星期三 农历二月十三 今日12版\n\n# 要闻\n\n正文。", date(2031, 3, 5), "masthead"),
        ("关于印发方案的通知\n\n正文如下。\n\n海棠市人民政府\n\n2031年1月20日", date(2031, 1, 20), "signature"),
        ("# 要闻\n\n海棠11月8日讯 2031年度民生实事进展顺利。", date(2031, 11, 8), "dateline"),
    ],
)
def test_where_the_day_of_publication_is_printed(text: str, published: date, rule: str) -> None:
    document = read_text(text)

    assert (document.published, document.published_rule) == (published, rule)


def test_the_name_of_the_file_is_the_last_resort() -> None:
    document = read_text("# 要闻\n\n新建社区食堂45处。", name="pages/release-2031-11-09.txt")

    assert (document.published, document.published_rule) == (date(2031, 11, 9), "file_name")


def test_the_file_name_gives_the_year_of_a_dateline() -> None:
    document = read_text("# 要闻\n\n海棠11月8日讯 新建社区食堂45处,到2033年再建100处。", name="20311109.txt")

    assert (document.published, document.published_rule) == (date(2031, 11, 8), "dateline")


def test_a_dateline_of_december_in_a_paper_of_january_is_of_the_year_before() -> None:
    document = read_text("# 要闻\n\n海棠12月31日电 新建社区食堂45处。", name="20320101.txt")

    assert document.published == date(2031, 12, 31)


def test_a_day_that_no_calendar_has_is_none() -> None:
    document = read_text("（2031年2月30日在海棠市第九届人民代表大会第三次会议上）\n\n正文。", name="2031-13-01.txt")

    assert (document.published, document.published_rule) == (None, None)


def test_a_day_within_the_text_is_no_day_of_publication() -> None:
    document = read_text("# 要闻\n\n2031年6月30日前,新建社区食堂45处,并在会议上通报。")

    assert document.published is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("# 海棠市公共服务提升行动方案（2031-2033年）\n\n正文。", (2031, 2033)),
        ("# 海棠市公共服务提升计划（2031—2035）\n\n正文。", (2031, 2035)),
        ("# 海棠市“十四五”公共服务规划\n\n正文。", (2021, 2025)),
        ("# 两份文件看民生\n\n近日,《海棠市提升行动方案(2031-2033年)》印发。", (2031, 2033)),
        ("# 海棠市政府工作报告\n\n“十四五”时期,各项事业取得新成绩。", None),
        ("# 海棠市政府工作报告\n\n请连同《海棠市“十四五”规划纲要》一并审议。", None),
        ("# 社区食堂开到家门口\n\n2031—2033年新建社区食堂45处。", None),
    ],
)
def test_the_horizon_is_read_from_title_and_lead(text: str, years: tuple[int, int] | None) -> None:
    assert read_text(text).years == years


def test_a_plan_of_three_years_runs_from_its_publication_to_the_year_it_names() -> None:
    text = "# 海棠市公共服务三年行动方案\n\n到2033年,建成社区食堂100处。\n\n2031年1月20日"

    assert read_text(text).years == (2031, 2033)
    assert read_text(text.replace("2033", "2034")).years is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# 海棠市政府工作报告\n\n正文。", "海棠市"),
        ("# 政府工作报告\n\n——2031年1月15日在白鹭省第九届人民代表大会第二次会议上\n\n正文。", "白鹭省"),
        ("# 2031年白鹭省海棠市人民政府工作报告\n\n正文。", "海棠市"),
        ("# 社区食堂开到家门口\n\n昨天,海棠市政府新闻办召开发布会。", "海棠市"),
        ("# 社区食堂开到家门口\n\n昨天,中共海棠市委召开会议。", "海棠市"),
        ("# 社区食堂开到家门口\n\n昨天,市政府通报《海棠市公共服务提升行动方案》的进展。", "海棠市"),
        ("# 社区食堂开到家门口\n\n全市新建社区食堂45处,市政府给予补助。", None),
    ],
)
def test_the_place(text: str, place: str | None) -> None:
    assert read_text(text).place == place


def test_the_title_of_a_page_is_the_headline_of_its_longest_article(document: Document) -> None:
    """
    # 海棠市召开工作会议

    会议强调抓好落实。

    记者 林知夏

    ## 社区食堂开到家门口

    今年以来,全市新建社区食堂45处,惠及老年人2.6万人次,群众满意率达到97%。
    """
    assert document.title == "社区食堂开到家门口"
