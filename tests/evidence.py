"""Documents of other kinds are refused with what is missing, and --force takes them. Usage: evidence.py PROGRAM"""
import subprocess
import sys

OTHERS = {
    "(办法)": "云丘市政府信息公开办法\n第一章 总则\n第一条 为规范政府信息公开,制定本办法。\n第二章 主动公开\n第二条 下列信息应当公开。\n",
    "(指南)": "云丘市审计局政府信息公开指南\n一、主动公开政府信息\n范围见目录。\n二、依申请公开\n当面申请。\n三、收费标准\n不收费。\n",
    "no title": "云丘市2022年政府工作报告\n一、2022年工作回顾\n成绩显著。\n二、存在的问题\n还有不足。\n",
    "(通知)": "云丘市关于做好2022年政府信息公开工作年度报告编制工作的通知\n一、报告内容\n分六个部分。\n二、时间要求\n请按时发布。\n",
    "not filled in": "××市20××年政府信息公开工作年度报告\n一、总体情况\n(填写)\n二、主动公开政府信息情况\n规章 |  |  |  |\n",
    "neither": "云丘市2022年政府信息公开工作年度报告\n近日向社会公布,请登录网站查阅。\n",
    "(研究)": "政府信息公开年度报告制度研究\n一、问题的提出\n研究增多。\n二、依申请公开的困境\n困难。\n",
    "(解读)": "《云丘市2022年政府信息公开工作年度报告》解读\n一、编制背景\n按规定。\n二、主要内容\n主动公开。\n",
    "garbled": "ÔÆÇðÊÐÉó¼Æ¾ÖÄêÕþ¸®ÐÅÏ¢¹«¿ª¹¤×÷Äê¶È±¨¸æ\nÒ»¡¢×ÜÌåÇé¿ö\n",
}
REPORTS = [
    "云丘市审计局2012年政府信息公开年报\n主动公开信息12条。没有收到公开申请。没有收费。没有行政复议。\n",
    "统计期限自2022年1月1日起至2022年12月31日止。\n一、总体情况\n按期完成。\n二、主动公开政府信息情况\n公开12条。\n",
]


def convert(program, text, *options):
    run = subprocess.run([program, "convert", "-f", "text", *options, "-"], input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return run.returncode, run.stderr.decode()


def main():
    program, bad = sys.argv[1], 0
    for reason, text in OTHERS.items():
        status, said = convert(program, text)
        if status != 2 or reason not in said or convert(program, text, "--force")[0] > 1:
            bad += 1
            print(f"status {status}, not refused for {reason!r}: {said}\n{text}")
    for text in REPORTS:
        status, said = convert(program, text)
        if status > 1:
            bad += 1
            print(f"refused: {said}\n{text}")
    print(f"{len(OTHERS)} other documents, {len(REPORTS)} reports, {bad} wrong")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
