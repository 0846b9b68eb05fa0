"""Everything around the tables: invented offices, their six articles, the furniture of their pages."""
from dataclasses import dataclass

PLACES = ["岚溪", "青柞", "北泊", "云岫", "沙垭", "柳汀", "石篆", "南杉", "曲澜", "望峦"]
KINDS = ["县", "市", "区", "镇", "街道", "乡"]
BODIES = ["人民政府", "财政局", "教育局", "水利局", "市场监督管理局", "卫生健康局", "住房和城乡建设局", "人民政府办公室"]

HEADINGS = {
    "overview": ["总体情况", "总体情况", "总体情况", "工作总体情况", "概述"],
    "disclosure": ["主动公开政府信息情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开情况"],
    "applications": ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况"],
    "review": ["政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    "problems": ["存在的主要问题及改进情况", "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"],
    "other": ["其他需要报告的事项", "其他需要报告的事项", "需要报告的其他事项"],
}
ROLES = list(HEADINGS)

OVERVIEW = [
    "{year}年,本机关把公开贯穿于决策、执行和服务的全过程,各项任务按期完成。",
    "全年在门户网站登载各类文件{n}件,其中规划{m}件、人事任免{k}条、财政预决算{m}条。",
    "窗口共接待来访群众{n}人次,答复来电{m}个,回复留言{k}条,群众反映总体良好。",
    "收到的公开申请均在法定期限内答复,予以公开的按申请人要求的形式提供,没有超期。",
    "修订了信息发布审核流程,明确先审后发、一事一审,责任落实到科室和个人。",
    "对公文逐件标注公开属性,全年清理历史文件{n}件,废止{k}件,其他处理意见逐件记录在案。",
    "网站新设专题{k}个,改版栏目{m}个,政务新媒体账号粉丝达到{n}人。",
    "组织业务培训{k}期,参训{m}人次;年中和年末各开展一次检查,通报问题{k}个。",
    "本年新收的来信{m}封已全部办结,结转下年度的没有。",
]
SECTIONS = ["主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况"]
PROBLEMS = [
    "一是个别科室对公开的范围把握不准,二是解读材料形式单一,三是栏目更新有快有慢。",
    "总的看,工作中还有一些不足:公开的内容离群众的期待有距离,人员变动较多。",
    "下一步,将从三个方面改进:一是细化目录,二是加强培训,三是把群众评议结果用起来。",
    "{next}年,将继续完善制度,压实责任,让群众看得到、看得懂、用得上。",
]
OTHERS = ["无。", "无其他需要报告的事项。", "本年度没有收取信息处理费。", "按照规定,{year}年度发出收费通知0件,总金额0元。"]
PREAMBLE = [
    "本报告根据《中华人民共和国政府信息公开条例》编制,所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "现公布{office}{year}年政府信息公开工作年度报告。全文由六个部分组成,如有疑问,请与{office}联系(电话:0000-1234567)。",
]
BEFORE = ["首页 > 政务公开 > 政府信息公开年报", "当前位置:首页", "索 引 号:000014349/{next}-00012", "发布日期:{next}-01-2{d}", "字号:[大 中 小]",
          "来源:{office}", "浏览次数:1{k}{m}", "分享到:"]
AFTER = ["打印本页", "关闭窗口", "扫一扫在手机打开当前页", "主办:{office}", "网站标识码:00{k}0000{d}", "上一篇:无", "附件:"]
NOTES = ["注:以上数据截至{year}年12月31日。", "备注:不含所属事业单位。", "说明:本表由办公室填报", "注:数据来源于业务系统"]
STRAY = ["扫一扫在手机打开当前页", "[打印] [关闭]", "政府信息公开年报", "(此页无正文)", "首页 上一页 下一页", "责任编辑:办公室"]
OTHER_TABLES = [
    [["公开渠道", "条数", "占比"], ["门户网站", "{n}", "6{d}%"], ["政务微博", "{m}", "2{d}%"], ["公告栏", "{k}", "3%"]],
    [["序号", "栏目", "更新次数"], ["1", "政策法规", "{m}"], ["2", "财政信息", "{k}"], ["3", "重点领域", "{n}"]],
    [["季度", "来电", "来访", "来信"], ["一季度", "{m}", "{k}", "0"], ["二季度", "{k}", "{m}", "1"]],
]


@dataclass
class Office:
    name: str
    year: int
    rng: object

    def fill(self, sentence):
        rng = self.rng
        return sentence.format(year=self.year, next=self.year + 1, last=self.year - 1, office=self.name, n=rng.randint(100, 9999),
                               m=rng.randint(10, 99), k=rng.randint(1, 9), d=rng.randint(0, 9))

    def some(self, sentences, least, most):
        chosen = self.rng.sample(sentences, min(len(sentences), self.rng.randint(least, most)))
        return [self.fill(sentence) for sentence in chosen]

    def one(self, sentences):
        return self.fill(self.rng.choice(sentences))

    def title(self):
        return self.fill(self.rng.choice(["{office}{year}年政府信息公开工作年度报告", "{year}年{office}政府信息公开年度报告",
                                          "{office}{year}年度政府信息公开工作报告"]))

    def other_table(self):
        return [[self.fill(text) for text in line] for line in self.rng.choice(OTHER_TABLES)]


def invent(rng, form):
    """An office that is nowhere, and the year it reports on."""
    years = [2019, 2020] if form == "2019" else [2021, 2022, 2023]
    return Office(rng.choice(PLACES) + rng.choice(KINDS) + rng.choice(BODIES), rng.choice(years), rng)


def enumerator(rng):
    """How this office numbers its articles."""
    style = rng.choice(["%s、", "%s、", "%s、", "%s、", "%s.", "digit", "第%s部分 "])
    if style == "digit":
        return lambda i: "%d、" % (i + 1)
    return lambda i: style % "一二三四五六七八九十"[i]
