"""Reports without fault in every way of printing: signed, dated, all articles, their sentences in keeping with their tables. Whatever
is found in them is a false alarm.

Usage: clean.py [--count N] [--seed SEED] [--keep DIR] PROGRAM
Exit status 1 where an error or a warning is raised, or a note on what the tables do not print."""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

import generate
import prose
import report as reports

ENDS_IN = {"政府": "办公室"}
SECTIONS = ["主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况"]
PREAMBLE = [
    "根据《中华人民共和国政府信息公开条例》第五十条的规定,{office}编制了本报告。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    "如对本报告有疑问,请与{signer}联系(地址:{place}河西路18号;邮编:000000;电话:0000-1234567)。",
    "本报告由{signer}按照{notice}的要求编制,包括总体情况、主动公开政府信息情况等六个部分,数据统计期限为{year}年1月1日至{year}年12月31日。"
    "联系电话:0000-12345678,电子邮箱:xxgk@lanxi.gov.cn。",
    "现将{office}{year}年政府信息公开工作年度报告公布如下。数据自{year}年1月1日起,截至{year}年12月31日。报告的电子版可以从门户网站"
    "(网址:http://www.lanxi.gov.cn)下载;咨询请致电0000-1234567。",
]
OVERVIEW = {
    "主动公开情况": [
        "{year}年,{office}通过门户网站公开信息{n}条,比上年增加{m}条;其中“重点领域”栏目{m}条、“政策解读”栏目{k}条。",
        "围绕《{year}年政务公开工作要点》,细化了{m}项任务;{last}年建成的公开专区今年接待群众{n}人次。",
        "修订后的《{office}信息公开指南》于{year}年6月30日公布,{last}年版同时停用。“一件事”清单共{m}项,全部上网。",
    ],
    "依申请公开情况": [
        "本年新收申请{received}件,上年结转{carried_in}件,办结{outcome_total}件,结转下年度{carried_out}件,没有逾期。",
        "规范了登记、审核、办理、答复、归档五个环节;办理答复前一律征求法律顾问的意见,疑难的由办公会研究。",
        "收到的申请都在20个工作日之内答复,需要延期的提前告知申请人。今年没有因为信息公开被纠正的案件。",
    ],
    "政府信息管理情况": [
        "坚持“先审查、后公开”,落实三审三校;对{last}年以前的文件逐件清理,失效的移入“历史文件”。",
        "公文拟制时一并标明公开属性,拟不公开的说明理由。目录每季更新一次,共调整{k}处。",
        "政府信息的拟稿、审核、发布和归档都有专人;规范性文件统一编号、统一登记、统一公布。",
    ],
    "平台建设情况": [
        "门户网站完成适老化改造,栏目由{n}个减到{m}个;政务新媒体“{town}发布”推送{n}期,阅读{n}次。",
        "政务公开专区设在便民服务中心一楼,配电脑{k}台、打印机1台;网站的检索功能也作了改进。",
    ],
    "监督保障情况": [
        "把政务公开纳入年度绩效考核,占4分;举办培训{k}期,{m}人次参加;请群众评议,满意度98.5%。全年没有责任追究的情形。",
        "一是健全机制,主要负责同志每半年听取一次汇报;二是抓培训,全年{k}次;三是抓考核,结果与评优挂钩。",
        "第三方评估指出的{k}个问题均已整改,并在全{level}通报;未发生需要追究责任的情况。",
    ],
}
PROBLEMS = [
    "虽然取得了一些成绩,仍有不足:一是公开的主动性还不够;二是解读的形式不多。下一步,一是按月检查栏目;二是用图解和短视频来解读政策。",
    "(一)存在的问题。部分信息更新不及时,个别岗位人员变动频繁。\n(二)改进情况。{next}年,我们将完善制度,加强培训,按季度通报。",
    "{last}年报告中提到的“栏目过多”已经解决。目前的主要问题是:基层力量薄弱,依申请答复文书不够规范。对此,将编印答复文书范本,并组织轮训。",
]
OTHER = [
    "按照《政府信息公开信息处理费管理办法》,{year}年没有发出收费通知,收取信息处理费0元。",
    "本年度未收取信息处理费;无其他需要报告的事项。",
    "{year}年,{office}依申请提供政府信息未收取信息处理费。人大建议和政协提案的答复,除涉密的外都已公开。",
]
BEFORE = ["首页 > 政务公开 > 政府信息公开年报", "索 引 号:000014349/{next}-00012", "发布日期:{next}-01-2{d}", "来源:{office}", "浏览次数:1{k}{m}", "字号:[大 中 小]"]
AFTER = ["打印本页", "关闭窗口", "扫一扫在手机打开当前页", "主办:{office}", "上一篇:无"]
NOTICES = {"2019": "国办公开办函〔2019〕60号", "2021": "国办公开办函〔2021〕30号"}


def words_of(rng, office, form, figures):
    """What the sentences of this report are filled with."""
    signer = office.name + ("办公室" if office.name.endswith("人民政府") else "")
    place = office.name[:3] if office.name[3:5] != "街道"[:2] else office.name[:4]
    rows = {row: figures["applications", row, "total"] for row in ("received", "carried_in", "outcome_total", "carried_out")}
    return dict(office=office.name, signer=signer, place=place, town=office.name[:2], level=place[2:], year=office.year, last=office.year - 1,
                next=office.year + 1, notice=NOTICES[form], n=rng.randint(100, 9999), m=rng.randint(10, 99), k=rng.randint(2, 9),
                d=rng.randint(0, 9), **rows)


def compose(rng, office, tables, form, figures):
    """The blocks of a report to which nobody could object."""
    def fill(text):
        return text.format(**words_of(rng, office, form, figures))
    report = reports.Report(office)
    number = prose.enumerator(rng)
    by_role = {table.id: table for table in tables}
    if rng.random() < 0.4:
        report.add("before", *[fill(line) for line in rng.sample(BEFORE, rng.randint(1, 4))])
    report.add("title", office.title())
    report.add("paragraph", fill(rng.choice(PREAMBLE)))
    for index, role in enumerate(prose.ROLES):
        report.add("heading", number(index) + prose.HEADINGS[role][0])
        if role == "overview":
            for place, name in enumerate(SECTIONS):
                report.add("section", "(%s)%s" % ("一二三四五"[place], name))
                for text in rng.sample(OVERVIEW[name], rng.randint(1, 2)):
                    report.add("paragraph", fill(text))
            if not any(word in report.blocks[-1].text for word in ("考核", "评估")):
                report.add("paragraph", "公开工作的情况列入年度考核。")
        elif role in by_role:
            report.add_tables([by_role[role]])
        else:
            text = fill(rng.choice(PROBLEMS if role == "problems" else OTHER))
            report.add("paragraph", *text.split("\n"))
    report.add("signature", words_of(rng, office, form, figures)["signer"], "%d年1月%d日" % (office.year + 1, rng.randint(4, 20)))
    if rng.random() < 0.4:
        report.add("after", *[fill(line) for line in rng.sample(AFTER, rng.randint(1, 3))])
    return report


def make(seed, layout, harm=None, subject=None):
    """(bytes, ending of the file, tables) of the clean report of this seed; `harm` may do something to its tables before they are printed.
    `subject`: (form, office, figures) where they are given."""
    rng = random.Random("clean/%s/%s" % (seed, layout.name))
    form = subject[0] if subject else rng.choice(["2019", "2021"])
    numbers = generate.habits_for(rng, layout, "", "")
    figures = subject[2] if subject else generate.values.figures(rng, form)
    for row in ("regulations", "normative_documents") if not subject else ():
        if ("disclosure", row, "in_force") in figures:
            figures["disclosure", row, "in_force"] += figures["disclosure", row, "issued"]
    for row in ("regulations", "normative_documents") if not subject else ():
        if ("disclosure", row, "total_public") in figures:
            figures["disclosure", row, "total_public"] += figures["disclosure", row, "published"]
    if ("applications", "other.overdue_fee", "total") in figures:
        move_unpaid(figures)
    scene = generate.damages.Scene(rng, [], layout, form, numbers)
    scene.tables = generate.model.tables(form, generate.printing.print_figures(rng, figures, numbers, form))
    if harm:
        harm(scene)
    generate.dress_tables(scene.tables, generate.printing.dress_habits(rng), numbers)
    report = compose(rng, subject[1] if subject else prose.invent(rng, form), scene.tables, form, figures)
    generate.restyle_prose(rng, report)
    data, _ = generate.print_report(rng, report, layout, scene, rng.random() < 0.1)
    return data, layout.suffix, scene.tables


def move_unpaid(figures):
    """Nobody was asked to pay: those who did not pay are counted among the other ends."""
    for column in [key[2] for key in figures if key[:2] == ("applications", "other.overdue_fee")]:
        figures["applications", "other.other", column] += figures["applications", "other.overdue_fee", column]
        figures["applications", "other.overdue_fee", column] -= figures["applications", "other.overdue_fee", column]


def reports_of(count, seed):
    """(layout, bytes, ending, tables), each way of printing that loses nothing in turn."""
    fair = [layout for layout in generate.LAYOUTS if not layout.lossy]
    for number in range(count):
        layout = fair[number % len(fair)]
        yield (layout, *make("%s.%d" % (seed, number), layout))


def is_printed(tables, finding):
    """Whether the tables print what a finding names: clean reports may leave cells empty, write 无 for 0 and count fees in 元."""
    texts = {value.key: value.text for table in tables for row in table.real_rows() for value in row.values}
    cells = [tuple(cell) for cell in finding["cells"]]
    if finding["name"] == "zero-word":
        return bool(cells) and all("无" in texts[cell] or "無" in texts[cell] for cell in cells)
    if finding["name"] == "last-empty":
        rows = collections.defaultdict(list)
        for cell in cells:
            rows[cell[:2]].append(texts[cell])
        return bool(rows) and all(not row[-1] and any(row) for row in rows.values())
    if finding["name"] == "cell-blank":
        return bool(cells) and not any(texts[cell] for cell in cells)
    if finding["name"] == "fee-unit":
        labels = [label for table in tables for segment in table.segments for column, label in segment.header if column == "amount"]
        return any("元" in label and "万元" not in label for label in labels)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=104)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep", help="leave the reports here")
    parser.add_argument("program")
    arguments = parser.parse_args()
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        folder = arguments.keep or folder
        os.makedirs(folder, exist_ok=True)
        paths, printed = [], []
        for number, (layout, data, suffix, tables) in enumerate(reports_of(arguments.count, arguments.seed)):
            paths.append(os.path.join(folder, "%03d-%s%s" % (number, layout.name, suffix)))
            with open(paths[-1], "wb") as file:
                file.write(data)
            printed.append(tables)
        run = subprocess.run([arguments.program, "lint", "--no-config", "--lang=en", "--fail-on=never", "--format=json", *paths],
                             stdout=subprocess.PIPE, check=True)
        for report, tables in zip(json.loads(run.stdout.decode("utf-8", "replace"))["reports"], printed):
            for f in report["findings"]:
                true = is_printed(tables, f)
                counts[f["severity"], f["name"], "as printed" if true else "WRONG"] += 1
                if not true:
                    print("%s:%s: %s: %s [%s]" % (os.path.basename(report["source"]["name"]), f["line"], f["severity"], f["message"], f["name"]))
    for (severity, name, verdict), count in sorted(counts.items()):
        print("%4d  %s %s, %s" % (count, severity, name, verdict))
    bad = sum(count for (severity, _, verdict), count in counts.items() if severity != "note" or verdict == "WRONG")
    print("%d reports, %d notes on what is printed, %d other findings" % (arguments.count, sum(counts.values()) - bad, bad))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
