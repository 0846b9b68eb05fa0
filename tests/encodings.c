/* encodings.c - measures how surely the encoding of a report is found out: `encodings [TEXTS]` makes so many
 * random texts for each encoding and label (default 200) and prints a table; the exit status is 1 if any text
 * was read wrongly without a note, or fewer than 99.9 % rightly. */
#include "config.h"

#include "decode.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 12000 };

static const char *const simplified[] = {"一、总体情况",
                                         "二、主动公开政府信息情况",
                                         "三、收到和处理政府信息公开申请情况",
                                         "四、政府信息公开行政复议、行政诉讼情况",
                                         "五、存在的主要问题及改进情况",
                                         "六、其他需要报告的事项",
                                         "（一）予以公开",
                                         "（二）部分公开",
                                         "1.属于国家秘密",
                                         "2.其他法律行政法规禁止公开",
                                         "3.危及“三安全一稳定”",
                                         "7.属于行政执法案卷",
                                         "2.没有现成信息需要另行制作",
                                         "3.补正后申请内容仍不明确",
                                         "2.重复申请",
                                         "5.要求行政机关确认或重新出具已获取信息",
                                         "申请人逾期未按收费通知要求缴纳费用",
                                         "本年新收政府信息公开申请数量",
                                         "上年结转政府信息公开申请数量",
                                         "结转下年度继续办理",
                                         "自然人",
                                         "商业企业",
                                         "科研机构",
                                         "社会公益组织",
                                         "法律服务机构",
                                         "总计",
                                         "规章",
                                         "行政规范性文件",
                                         "行政许可",
                                         "行政处罚",
                                         "行政强制",
                                         "行政事业性收费",
                                         "本年收费金额（单位：万元）",
                                         "现行有效件数",
                                         "尚未审结",
                                         "结果维持",
                                         "结果纠正",
                                         "复议后起诉",
                                         "未经复议直接起诉",
                                         "我局坚持把群众看得见、听得懂作为公开的标准，",
                                         "全年通过门户网站发布各类信息",
                                         "比上一年多出三成，",
                                         "其中涉及就业、医疗、供水和校车的占了一半以上。",
                                         "针对窗口排队时间长的反映，",
                                         "镇里把办事指南贴到了村口和集市，",
                                         "并请老人先读一遍再定稿。",
                                         "档案室新添了两台查询终端，",
                                         "任何人凭身份证件即可免费使用。",
                                         "年内组织了四场面对面的问答活动，",
                                         "记录下来的问题逐条给出了书面答复。",
                                         "还有一些栏目更新偏慢，",
                                         "部分解读材料写得像通知，不像说明。",
                                         "下一步打算请经办人自己来讲，",
                                         "用图表和短片代替长篇文字。",
                                         "本报告所用数字截至十二月三十一日，",
                                         "如有疑问请与县政务公开科联系，电话",
                                         "对超过保存期限的材料及时清理，",
                                         "对涉及个人隐私的内容先遮盖后公布。",
                                         "三名工作人员参加了省里的培训并通过考试，",
                                         "暴雨期间每小时更新一次道路通行消息，",
                                         "收到感谢信和批评信各若干封，均已存档。",
                                         "河道整治、农田水利、危房改造三个专题访问量最大，",
                                         NULL};

static const char *const traditional[] = {"一、總體情況",
                                          "二、主動公開政府信息情況",
                                          "三、收到和處理政府信息公開申請情況",
                                          "四、政府信息公開行政複議、行政訴訟情況",
                                          "五、存在的主要問題及改進情況",
                                          "六、其他需要報告的事項",
                                          "（一）予以公開",
                                          "（二）部分公開",
                                          "1.屬於國家秘密",
                                          "2.其他法律行政法規禁止公開",
                                          "3.危及“三安全一穩定”",
                                          "7.屬於行政執法案卷",
                                          "2.沒有現成信息需要另行製作",
                                          "3.補正後申請內容仍不明確",
                                          "2.重複申請",
                                          "5.要求行政機關確認或重新出具已獲取信息",
                                          "申請人逾期未按收費通知要求繳納費用",
                                          "本年新收政府信息公開申請數量",
                                          "上年結轉政府信息公開申請數量",
                                          "結轉下年度繼續辦理",
                                          "自然人",
                                          "商業企業",
                                          "科研機構",
                                          "社會公益組織",
                                          "法律服務機構",
                                          "總計",
                                          "規章",
                                          "行政規範性文件",
                                          "行政許可",
                                          "行政處罰",
                                          "行政強制",
                                          "行政事業性收費",
                                          "本年收費金額（單位：萬元）",
                                          "現行有效件數",
                                          "尚未審結",
                                          "結果維持",
                                          "結果糾正",
                                          "複議後起訴",
                                          "未經複議直接起訴",
                                          "我局堅持把群眾看得見、聽得懂作為公開的標準，",
                                          "全年通過門戶網站發佈各類信息",
                                          "比上一年多出三成，",
                                          "其中涉及就業、醫療、供水和校車的佔了一半以上。",
                                          "針對窗口排隊時間長的反映，",
                                          "鎮裡把辦事指南貼到了村口和集市，",
                                          "並請老人先讀一遍再定稿。",
                                          "檔案室新添了兩臺查詢終端，",
                                          "任何人憑身份證件即可免費使用。",
                                          "年內組織了四場面對面的問答活動，",
                                          "記錄下來的問題逐條給出了書面答覆。",
                                          "還有一些欄目更新偏慢，",
                                          "部分解讀材料寫得像通知，不像說明。",
                                          "下一步打算請經辦人自己來講，",
                                          "用圖表和短片代替長篇文字。",
                                          "本報告所用數字截至十二月三十一日，",
                                          "如有疑問請與縣政務公開科聯繫，電話",
                                          "對超過保存期限的材料及時清理，",
                                          "對涉及個人隱私的內容先遮蓋後公佈。",
                                          "三名工作人員參加了省裡的培訓並通過考試，",
                                          "暴雨期間每小時更新一次道路通行消息，",
                                          "收到感謝信和批評信各若干封，均已存檔。",
                                          "河道整治、農田水利、危房改造三個專題訪問量最大，",
                                          NULL};

/* What is made: texts in `script`, written as `written`, read as `read_as`. `rare` are characters to be
 * strewn in. */
struct series {
    const char *written, *read_as, *mark;
    const char *const *script;
    const char *rare;
};

static const struct series all_series[] = {
    {"UTF-8", "UTF-8", "", simplified, "镕堃喆䶮𬭎"},
    {"UTF-8", "UTF-8", "", traditional, "堃喆邨着"},
    {"UTF-8", "UTF-8", "\xEF\xBB\xBF", simplified, "镕堃喆䶮𬭎"},
    {"GB2312", "GB18030", "", simplified, "溆浦郯鄄阆"},
    {"GBK", "GB18030", "", simplified, "镕堃喆媖"},
    {"GBK", "GB18030", "", traditional, "鎔堃喆邨"},
    {"GB18030", "GB18030", "", simplified, "镕堃喆䶮𬭎"},
    {"BIG5", "BIG5-HKSCS", "", traditional, "淇溱鄞罍"},
    {"BIG5-HKSCS", "BIG5-HKSCS", "", traditional, "邨着咗嘅"},
    {"UTF-16LE", "UTF-16LE", "", simplified, "镕堃喆䶮𬭎"},
    {"UTF-16BE", "UTF-16BE", "", traditional, "堃喆邨着"},
    {"UTF-16LE", "UTF-16LE", "\xFF\xFE", traditional, "堃喆邨着"},
    {"UTF-16BE", "UTF-16BE", "\xFE\xFF", simplified, "镕堃喆䶮𬭎"},
};

/* How a text is dressed: as it is, or as a page with this label. */
static const char *const labels[] = {NULL, "", "utf-8", "gb2312", "GBK", "gb18030", "big5", "iso-8859-1"};

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t count_words(const char *const *words)
{
    size_t count = 0;
    while (words[count])
        count++;
    return count;
}

/* One character of `rare`. */
static size_t put_rare(char *to, const char *rare, unsigned *state)
{
    const char *at = rare;
    for (unsigned skip = next_random(state) % 4; skip && at[utf8_length((unsigned char)*at)]; skip--)
        at += utf8_length((unsigned char)*at);
    size_t length = utf8_length((unsigned char)*at);
    memcpy(to, at, length);
    return length;
}

/* From two fragments (a small table) to some hundreds, with numbers, line breaks and rare characters between
 * them. */
static size_t make_text(char *to, const struct series *series, unsigned *state)
{
    size_t words = count_words(series->script), length = 0;
    for (unsigned left = 2 + next_random(state) % (next_random(state) % 3 ? 200 : 12);
         left && length < MOST_BYTES - 500; left--) {
        const char *word = series->script[next_random(state) % words];
        length += (size_t)sprintf(to + length, "%s", word);
        if (next_random(state) % 8 == 0)
            length += put_rare(to + length, series->rare, state);
        if (next_random(state) % 3 == 0)
            length += (size_t)sprintf(to + length, "%u", next_random(state) % 5000);
        if (next_random(state) % 3 == 0)
            to[length++] = '\n';
    }
    to[length++] = '\n';
    to[length] = '\0';
    return length;
}

static size_t dress(char *page, const char *label, const char *text)
{
    if (!label)
        return (size_t)sprintf(page, "%s", text);
    const char *meta =
        *label ? "<meta http-equiv=Content-Type content='text/html; charset=" : "<meta name=x content='";
    return (size_t)sprintf(page, "<html>\n<head>%s%s'></head><body><div class=x>%s</div></body></html>\n",
                           meta, label, text);
}

static size_t recode(iconv_t converter, char *from, size_t length, char *to, size_t room)
{
    char *out = to;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &length, &out, &room) == (size_t)-1) {
        perror("encodings: a sample cannot be written");
        exit(2);
    }
    return (size_t)(out - to);
}

struct tally {
    unsigned right, noted, silent;
};

static void try_one(const struct series *series, const char *label, iconv_t converter, unsigned *state,
                    struct tally *tally)
{
    char text[MOST_BYTES], page[MOST_BYTES + 300], bytes[2 * (MOST_BYTES + 300)];
    make_text(text, series, state);
    size_t length = dress(page, label, text), mark = strlen(series->mark);
    memcpy(bytes, series->mark, mark);
    size_t size = mark + recode(converter, page, length, bytes + mark, sizeof bytes - mark);
    struct nb_arena *arena = arena_new();
    struct decoded decoded;
    struct nb_error error;
    struct input input = {.bytes = bytes, .length = size};
    bool read = decode(arena, &input, &decoded, &error);
    if (read && !strcmp(decoded.encoding, series->read_as) && decoded.length == length &&
        !memcmp(decoded.bytes, page, length))
        tally->right++;
    else if (!read || decoded.note)
        tally->noted++;
    else
        tally->silent++;
    arena_free(arena);
}

/* Plain texts and pages with every label take turns. */
static bool measure(const struct series *series, unsigned texts)
{
    iconv_t converter = iconv_open(series->written, "UTF-8");
    if (converter == (iconv_t)-1) {
        fprintf(stderr, "encodings: iconv has no %s\n", series->written);
        exit(2);
    }
    struct tally tally = {0};
    unsigned state = 1;
    for (unsigned i = 0; i < texts; i++)
        try_one(series, labels[i % (sizeof labels / sizeof *labels)], converter, &state, &tally);
    iconv_close(converter);
    printf("| %s%s | %s | %u | %u | %u | %u |\n", series->written, *series->mark ? ", with mark" : "",
           series->script == simplified ? "simplified" : "traditional", texts, tally.right, tally.noted,
           tally.silent);
    return tally.silent == 0 && tally.right >= texts - texts / 1000;
}

int main(int count, char **arguments)
{
    unsigned texts = count > 1 ? (unsigned)strtoul(arguments[1], NULL, 10) : 400;
    bool good = texts > 0;
    puts("| written in | script | texts | read exactly | wrong, said so | wrong, silent "
         "|\n|---|---|--:|--:|--:|--:|");
    for (size_t i = 0; i < sizeof all_series / sizeof *all_series; i++)
        good = measure(&all_series[i], texts) && good;
    return !good;
}
