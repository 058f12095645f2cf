"""Sentences that the layout broke come back whole; what is over stays over."""

from __future__ import annotations

import pytest

from lantu.documents import Document, read_text
from lantu.model import PassageKind

from .conftest import told


def bodies(document: Document) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind is PassageKind.BODY]


def test_a_word_broken_over_columns(document: Document) -> None:
    """
    今年,我市为民办实事项目进展顺利。新建社区养老服务设



    施36处,改造村级卫生室210家。
    """
    assert bodies(document) == ["今年,我市为民办实事项目进展顺利。新建社区养老服务设施36处,改造村级卫生室210家。"]


def test_a_number_broken_from_its_unit(document: Document) -> None:
    """
    全市便民服务网络更加完善。平价药品销售网点达到450

    家,惠民门诊增加到28种。
    """
    [body] = document.passages

    assert body.text.endswith("平价药品销售网点达到450家,惠民门诊增加到28种。")
    start = body.text.index("450家")
    assert document.text[slice(*body.origin_range(start, start + 4))] == "450\n\n家"


def test_a_sentence_runs_on_after_a_comma(document: Document) -> None:
    """
    坚持项目为王。年内新开工亿元以上项目62个,

    竣工投产35个。
    """
    assert bodies(document) == ["坚持项目为王。年内新开工亿元以上项目62个,竣工投产35个。"]


def test_a_quote_left_open_runs_on(document: Document) -> None:
    """
    我们聚力打造便捷高效的服务体系。全面推行“一窗

    通办”改革,群众满意率达到98.5%。
    """
    assert bodies(document) == ["我们聚力打造便捷高效的服务体系。全面推行“一窗通办”改革,群众满意率达到98.5%。"]


def test_a_whole_sentence_is_not_run_on(document: Document) -> None:
    """
    新建社区食堂45处。

    改造农村公路310公里。
    """
    assert bodies(document) == ["新建社区食堂45处。", "改造农村公路310公里。"]


@pytest.mark.parametrize(
    "after",
    [
        "2.改造农村公路310公里。",
        "（二）改造农村公路310公里。",
        "——改造农村公路310公里。",
        "二是改造农村公路310公里。",
        "各位代表!改造农村公路310公里。",
        "### 改造农村公路",
    ],
)
def test_nothing_runs_on_into_a_new_item(after: str) -> None:
    document = read_text(f"民生事业全面进步。新建社区食堂45处，惠及老年人\n\n{after}\n")

    assert document.passages[0].text == "民生事业全面进步。新建社区食堂45处，惠及老年人"


def test_a_paragraph_that_lacks_its_full_stop_is_not_run_on(document: Document) -> None:
    """
    过去一年,全市经济运行稳中有进。城乡居民收入稳步提高，群众获得感明显增强

    各位同仁,在肯定成绩的同时,我们也清醒地看到存在的问题。
    """
    assert len(bodies(document)) == 2


def test_a_heading_without_mark_is_not_run_on(document: Document) -> None:
    """
    过去一年工作回顾

    全市上下齐心协力,各项事业取得新进展。

    今年重点任务

    围绕民生改善,新建社区食堂45处。
    """
    assert [kind for kind, _ in told(document)] == ["heading", "body", "heading", "body"]


def test_a_sentence_runs_on_across_a_box(document: Document) -> None:
    """
    # 便民服务再上新台阶

    全市持续完善便民服务体系。今年以来新建社区养老服务设

    读者热线 6120088

    施36处,改造村级卫生室210家。
    """
    assert told(document)[1:] == [
        ("body", "全市持续完善便民服务体系。今年以来新建社区养老服务设施36处,改造村级卫生室210家。"),
        ("hotline", "读者热线6120088"),
    ]


def test_a_sentence_runs_on_across_a_caption(document: Document) -> None:
    """
    全市持续完善便民服务体系。今年以来新建社区养老服务设

    图为居民在社区食堂用餐。 记者 何远山 摄

    施36处,改造村级卫生室210家。
    """
    assert told(document) == [
        ("body", "全市持续完善便民服务体系。今年以来新建社区养老服务设施36处,改造村级卫生室210家。"),
        ("caption", "图为居民在社区食堂用餐。记者何远山摄"),
    ]


def test_a_sentence_runs_on_across_the_heading_of_a_box(document: Document) -> None:
    """
    # 便民服务再上新台阶

    全市持续完善便民服务体系。今年以来新建社区养老服务设

    ### 延伸阅读

    施36处,改造村级卫生室210家。
    """
    assert bodies(document) == ["全市持续完善便民服务体系。今年以来新建社区养老服务设施36处,改造村级卫生室210家。"]


def test_a_sentence_runs_on_across_a_paragraph_of_a_box(document: Document) -> None:
    """
    全市持续完善便民服务体系。今年以来新建养老服务设施36处,其中社区食

    本周六上午,市图书馆将举办亲子阅读活动,欢迎市民携带孩子前来参加。

    堂12处,改造村级卫生室210家。
    """
    assert bodies(document) == [
        "全市持续完善便民服务体系。今年以来新建养老服务设施36处,其中社区食堂12处,改造村级卫生室210家。",
        "本周六上午,市图书馆将举办亲子阅读活动,欢迎市民携带孩子前来参加。",
    ]


def test_a_sentence_runs_on_over_to_the_next_page(document: Document) -> None:
    """
    民生支出持续增长。一般公共预算支出中用于民生的部分达到（下转第三版）

    （上接第一版）286亿元,增长8.2%。
    """
    assert bodies(document) == ["民生支出持续增长。一般公共预算支出中用于民生的部分达到286亿元,增长8.2%。"]


def test_lines_wrapped_at_one_column_are_paragraphs(document: Document) -> None:
    """
    今年以来,全市上下凝心聚力,各项民生事业取得
    新的进展。新建改扩建幼儿园18所,新增公办学位
    5200个,改造农村公路310公里,建成社区食堂45处,
    惠及老年人2.6万人次。
    明年,全市将继续加大投入力度,完成老旧小区改
    造86个,新增公共停车泊位5000个以上。
    """
    assert bodies(document) == [
        "今年以来,全市上下凝心聚力,各项民生事业取得新的进展。新建改扩建幼儿园18所,新增公办学位5200个,"
        "改造农村公路310公里,建成社区食堂45处,惠及老年人2.6万人次。",
        "明年,全市将继续加大投入力度,完成老旧小区改造86个,新增公共停车泊位5000个以上。",
    ]


def test_a_title_over_two_lines_is_one_heading(document: Document) -> None:
    """
    海棠市提升公共服务质

    量三年行动方案

    为提升公共服务质量,制定本方案。
    """
    first = document.passages[0]

    assert (first.kind, first.text) == (PassageKind.HEADING, "海棠市提升公共服务质量三年行动方案")


def test_a_sentence_runs_on_across_page_numbers_and_running_heads(document: Document) -> None:
    """
    海棠市公共服务规划

    全市持续完善便民服务体系。到2033年,新建社区养老服务设

    — 1 —

    海棠市公共服务规划

    施36处,改造村级卫生室210家。开展公益演出

    — 2 —

    海棠市公共服务规划

    120场。新增公共停车泊位5000个,

    — 3 —

    海棠市公共服务规划

    改造农村公路310公里。
    """
    assert bodies(document) == [
        "全市持续完善便民服务体系。到2033年,新建社区养老服务设施36处,改造村级卫生室210家。开展公益演出120场。"
        "新增公共停车泊位5000个,改造农村公路310公里。"
    ]


def test_bare_numbers_that_count_the_pages_are_no_text(document: Document) -> None:
    """
    全市新建社区养老服务设

    11

    施36处,改造村级卫生室210家。

    12

    改造农村公路310公里。

    13
    """
    assert [text for kind, text in told(document) if kind == "box"] == ["11", "12", "13"]
    assert bodies(document)[0] == "全市新建社区养老服务设施36处,改造村级卫生室210家。"


def test_a_bare_number_may_be_part_of_a_sentence(document: Document) -> None:
    """
    全市持续完善便民服务体系。今年新建社区养老服务设施

    36

    处,改造村级卫生室

    210

    家。
    """
    assert bodies(document) == ["全市持续完善便民服务体系。今年新建社区养老服务设施36处,改造村级卫生室210家。"]
