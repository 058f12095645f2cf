"""Boxes, advertisements, captions and bylines are told from news, and news is never taken for one of them."""

from __future__ import annotations

import pytest

from lantu.documents import Document, read_text
from lantu.model import PassageKind

from .conftest import told

BEFORE = "全市民生事业持续进步,城乡面貌有了新的变化。"


def kind_of(line: str) -> PassageKind:
    passages = read_text(f"{BEFORE}\n\n{line}\n\n{BEFORE}\n").passages
    return next(passage.kind for passage in passages if passage.text in line.replace(" ", ""))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("新闻热线 6120088", "hotline"),
        ("扫码关注微信公众号", "hotline"),
        ("今日天气 多云转晴,南风2~3级,12~21℃", "weather"),
        ("明天 小雨转阴 东北风4级 气温 8~13℃", "weather"),
        ("订报热线 6123456 零售价1.5元", "hotline"),
        ("2031年3月5日 星期三 农历二月十三 今日12版 总第8123期", "box"),
        ("欢迎广大读者拨打新闻热线6120088提供新闻线索,一经采用,给予50元至500元奖励。", "hotline"),
    ],
)
def test_a_box(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "讲文明 树新风 公益广告",
        "全场5折起 满300元减50元",
        "云杉雅苑 现房热销 售楼热线6120099",
        "招租公告",
        "金桂家居开业酬宾,全场8折,地址:新河路66号,电话:0599-6128866。",
    ],
)
def test_an_advertisement(line: str) -> None:
    assert kind_of(line) is PassageKind.ADVERTISEMENT


@pytest.mark.parametrize(
    "line",
    [
        "图为新建成的社区食堂。 记者 何远山 摄",
        "▲居民在社区食堂用餐。 何远山 摄",
        "(资料图片)",
        "<!-- 代表们听取报告 -->",
    ],
)
def test_a_caption(line: str) -> None:
    passages = read_text(f"{BEFORE}\n\n{line}\n").passages

    assert passages[1].kind is PassageKind.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 林知夏",
        "记者 林知夏 通讯员 周牧野 方小满",
        "海棠晚报·海棠在线",
        "来源:海棠市统计局",
        "——2031年1月15日在海棠市第九届人民代表大会第二次会议上",
        "（二〇三一年一月十五日在海棠市第九届人民代表大会第二次会议上）",
        "海棠市人民政府市长 林 夏",
        "代市长 阿依古丽·买买提",
        "（2031年1月15日 林夏）",
        "2031年1月20日",
    ],
)
def test_a_byline(line: str) -> None:
    assert kind_of(line) is PassageKind.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "12345热线全年受理群众诉求26.8万件,办结率达到99.1%。",
        "整治户外广告和破损招牌1200处,更新公益广告460块。",
        "开通微信公众号、客户端和服务热线,实现86项业务扫码办理。",
        "推广扫码乘车、二维码支付,覆盖公交车1350辆。",
        "建成气象监测站42个,灾害性天气预报准确率提高到91%。",
        "成功应对3次强对流天气,经受住极端高温38.5℃和大风考验。",
        "推出惠民体检套餐,门诊费用减免优惠5200万元。",
        "发放家电补贴2.1亿元,以旧换新享受8折优惠。",
        "完成微电影拍摄12部",
        "市长热线办结群众诉求6万件",
        "推广二维码门牌12万个",
        "扫码点餐门店达到3200家",
        "设立记者站12个",
        "●新建公园12个",
        "（五）开展讲文明树新风活动",
        "8.发布公益广告1200条",
        "开展读者服务活动60场",
        "在人民广场新建图书馆1座,新购图书3万册,读者满意率达到97%。",
        "市民拨打政务服务热线的平均等待时间缩短到8秒,全年接听电话120万次。",
    ],
)
def test_news_is_no_box(line: str) -> None:
    assert kind_of(line) in (PassageKind.BODY, PassageKind.HEADING)


def test_lines_without_punctuation_beside_a_box_belong_to_it(document: Document) -> None:
    """
    有事您说话

    线索奖金50元至2000元

    新闻热线 6120088

    # 便民服务再上新台阶

    今年新建社区食堂45处。
    """
    assert [kind for kind, _ in told(document)] == ["box", "box", "hotline", "heading", "body"]


def test_the_text_of_a_notice_belongs_to_its_headline(document: Document) -> None:
    """
    今年新建社区食堂45处。

    遗失声明

    方某遗失海棠市房权证字第20451号房产证,声明作废。
    """
    assert [kind for kind, _ in told(document)] == ["body", "advertisement", "advertisement"]


def test_a_fragment_of_news_beside_a_box_is_no_part_of_it(document: Document) -> None:
    """
    # 便民服务再上新台阶

    新闻热线 6120088

    今年新建社区养老

    服务设施36处,改造村级卫生室210家。
    """
    assert told(document)[1:] == [
        ("hotline", "新闻热线6120088"),
        ("body", "今年新建社区养老服务设施36处,改造村级卫生室210家。"),
    ]


def test_figures_that_are_set_aside_are_an_issue(document: Document) -> None:
    """
    今年新建社区食堂45处。

    新闻热线 6120088
    """
    [issue] = document.issues

    assert issue.code == "set_aside"
    assert issue.span is not None
    assert issue.span.quote(document.text) == "新闻热线 6120088"


def test_a_sentence_that_stops_is_an_issue(document: Document) -> None:
    """
    今年新建社区食堂45处,
    """
    [issue] = document.issues

    assert issue.code == "broken_sentence"


def test_whole_documents_have_no_issues(document: Document) -> None:
    """
    今年新建社区食堂45处。
    """
    assert document.issues == ()
