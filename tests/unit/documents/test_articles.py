"""The articles of a page are counted from 0."""

from __future__ import annotations

from lantu.documents import Document


def articles(document: Document) -> list[tuple[int, str]]:
    return [(passage.article, passage.text) for passage in document.passages]


def test_a_byline_after_a_text_closes_its_article(document: Document) -> None:
    """
    # 海棠市召开民生工作会

    会议要求抓好各项任务。

    记者 林知夏

    ## 社区食堂开到家门口

    今年新建社区食堂45处。

    ### 明年再建30处

    明年新建社区食堂30处。

    记者 何远山
    """
    assert [article for article, _ in articles(document)] == [0, 0, 0, 1, 1, 1, 1, 1]


def test_a_headline_with_a_byline_opens_an_article(document: Document) -> None:
    """
    # 社区食堂开到家门口

    记者 林知夏

    今年新建社区食堂45处。

    今日时评

    ## 小食堂里的大民生

    记者 何远山

    民以食为天。
    """
    assert [article for article, _ in articles(document)] == [0, 0, 0, 1, 1, 1, 1]


def test_a_dateline_opens_an_article(document: Document) -> None:
    """
    社区食堂开到家门口

    海棠11月8日讯 今年新建社区食堂45处。

    青年足球队挺进决赛

    本报讯 昨晚,海棠队以三比一取胜。
    """
    assert [article for article, _ in articles(document)] == [0, 0, 1, 1]


def test_a_report_is_one_article(document: Document) -> None:
    """
    政府工作报告

    ——2031年1月15日在海棠市第九届人民代表大会第二次会议上

    市长 林夏

    一、2030年工作回顾

    新建社区食堂45处。

    二、2031年工作安排

    新建社区食堂30处。
    """
    assert {article for article, _ in articles(document)} == {0}
