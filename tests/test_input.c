/* test_input.c - formats told apart, encodings, and HTML lowered to text that leads back to its source. */
#include "config.h"

#include "bounds.h"
#include "input.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* ---- helpers ---- */

/* One input read: its text or its error. */
struct reading {
    struct nb_arena *arena;
    struct nb_text *text;
    struct nb_error error;
};

static struct reading read_bytes(const char *bytes, size_t length, const char *format, const char *encoding)
{
    struct reading reading = {.arena = arena_new()};
    struct input input = {.bytes = bytes, .length = length, .format = format, .encoding = encoding};
    reading.text = input_read(reading.arena, &input, &reading.error);
    return reading;
}

static struct reading read_string(const char *string)
{
    return read_bytes(string, strlen(string), NULL, NULL);
}

/* The string in another encoding, on the heap. */
static char *recode(const char *string, const char *encoding, size_t *length)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    CU_ASSERT_NOT_EQUAL_FATAL(converter, (iconv_t)-1);
    size_t left = strlen(string), room = 4 * left + 16;
    char *bytes = malloc(room), *out = bytes, *in = (char *)(uintptr_t)string;
    CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
    size_t result = iconv(converter, &in, &left, &out, &room);
    CU_ASSERT_NOT_EQUAL(result, (size_t)-1);
    iconv_close(converter);
    *length = (size_t)(out - bytes);
    return bytes;
}

/* Whether the string, or the page, becomes this text; cells are written as '|', rows as '/', tables as '#',
 * what spans cover as '<' and '^'. */
static void lowers_to(const char *source, const char *format, const char *wanted)
{
    struct reading reading = read_bytes(source, strlen(source), format, NULL);
    CU_ASSERT_PTR_NOT_NULL(reading.text);
    if (reading.text) {
        for (size_t i = 0; i < reading.text->length; i++)
            if (reading.text->bytes[i] >= GROUP_SEPARATOR && reading.text->bytes[i] <= UNIT_SEPARATOR)
                reading.text->bytes[i] = "#/|"[reading.text->bytes[i] - GROUP_SEPARATOR];
            else if (reading.text->bytes[i] == SPAN_LEFT || reading.text->bytes[i] == SPAN_ABOVE)
                reading.text->bytes[i] = reading.text->bytes[i] == SPAN_LEFT ? '<' : '^';
        CU_ASSERT_STRING_EQUAL(reading.text->bytes, wanted);
        if (strcmp(reading.text->bytes, wanted))
            printf("\n  is   %s\n  want %s\n", reading.text->bytes, wanted);
    }
    arena_free(reading.arena);
}

static void fails_with(const char *bytes, size_t length, const char *format, const char *part)
{
    struct reading reading = read_bytes(bytes, length, format, NULL);
    CU_ASSERT_PTR_NULL(reading.text);
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.error.message, part));
    CU_ASSERT_PTR_NULL(strchr(reading.error.message, '\n'));
    if (!strstr(reading.error.message, part))
        printf("\n  error '%s', wanted '%s'\n", reading.error.message, part);
    arena_free(reading.arena);
}

/* ---- formats ---- */

static void test_foreign_files_are_refused(void)
{
    fails_with("", 0, NULL, "empty");
    fails_with(" \r\n\t\n", 5, NULL, "empty");
    static const char encrypted[] =
        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0";
    fails_with(encrypted, 12, NULL, "save it as .docx");
    fails_with(encrypted, sizeof encrypted, NULL, "encrypted");
    fails_with("%PDF-1.4\n", 9, NULL, "nianbao-pdf");
    fails_with("{\\rtf1\\ansi", 11, NULL, "rich text");
    fails_with("\xEF\xBB\xBF{\\rtf1\\ansi", 14, NULL, "rich text");
    fails_with("\x7F"
               "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3E\0",
               20, NULL, "binary");
    fails_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, NULL, "binary");
    char noise[512];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * i * 31 + i / 7);
    fails_with(noise, sizeof noise, NULL, "");
}

static void test_size_is_bounded(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_error error;
    struct input input = {.bytes = "一、总体情况\n", .length = 19, .max_size = 18};
    CU_ASSERT_PTR_NULL(input_read(arena, &input, &error));
    CU_ASSERT_PTR_NOT_NULL(strstr(error.message, "--max-size"));
    input.max_size = 19;
    CU_ASSERT_PTR_NOT_NULL(input_read(arena, &input, &error));
    arena_free(arena);
}

/* More than 1 GiB is refused whatever is allowed, before a byte of it is read: the pages of it are never
 * made. */
static void test_most_size(void)
{
    struct nb_arena *arena = arena_new();
    struct nb_error error = {0};
    struct input input = {.length = (size_t)LIMIT_TEXT + 1, .max_size = SIZE_MAX};
    input.bytes = mmap(NULL, input.length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CU_ASSERT_EQUAL(input_most(&input), LIMIT_TEXT);
    if (input.bytes != MAP_FAILED) {
        CU_ASSERT_PTR_NULL(input_read(arena, &input, &error));
        CU_ASSERT_PTR_NOT_NULL(strstr(error.message, "larger than 1073741824 bytes"));
        munmap((void *)(uintptr_t)input.bytes, input.length);
    }
    arena_free(arena);
}

/* ---- text and encodings ---- */

static void test_control_characters_are_harmless(void)
{
    struct reading reading = read_bytes("规章\0"
                                        "\x1F"
                                        "1\r\n2\r3\x1D\n\f4",
                                        18, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, "规章  1\n2\n3\n\f4");
    CU_ASSERT_EQUAL(reading.text->line_count, 4);
    arena_free(reading.arena);
    reading = read_bytes("1\r\r\n2\r\r3", 8, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, "1\n2\n\n3");
    arena_free(reading.arena);
    /* colours for a terminal, and what is none */
    reading = read_bytes("\x1B[1;31m12\x1B[0m 3\x1B(4 \x1B[5", 22, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, "12 3 (4  [5");
    arena_free(reading.arena);
}

static const char sample[] =
    "云溪县2021年政府信息公开工作年度报告\n一、总体情况\n本年新收政府信息公开申请12件,予以公开。\n";
static const char traditional_sample[] =
    "雲溪縣2019年政府信息公開工作年度報告\n一、總體情況\n本年新收政府信息公開申請12件,予以公開。\n";

static void detects(const char *text, const char *encoding, const char *mark, size_t mark_length,
                    const char *name)
{
    size_t length;
    char *recoded = recode(text, encoding, &length), *bytes = malloc(length + mark_length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
    memcpy(bytes, mark, mark_length);
    memcpy(bytes + mark_length, recoded, length);
    struct reading reading = read_bytes(bytes, length + mark_length, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, text);
    CU_ASSERT_STRING_EQUAL(reading.text->encoding, name);
    CU_ASSERT_PTR_NULL(reading.text->encoding_note);
    arena_free(reading.arena);
    free(recoded);
    free(bytes);
}

static void test_encodings_are_detected(void)
{
    detects(sample, "UTF-8", "", 0, "UTF-8");
    detects(sample, "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8");
    detects(sample, "GB18030", "", 0, "GB18030");
    detects(sample, "GB2312", "", 0, "GB18030");
    detects(sample, "UTF-16LE", "", 0, "UTF-16LE");
    detects(sample, "UTF-16BE", "", 0, "UTF-16BE");
    detects(sample, "UTF-16LE", "\xFF\xFE", 2, "UTF-16LE");
    detects(sample, "UTF-16BE", "\xFE\xFF", 2, "UTF-16BE");
    detects(traditional_sample, "GBK", "", 0, "GB18030");
    detects(traditional_sample, "BIG5-HKSCS", "", 0, "BIG5-HKSCS");
    detects(traditional_sample, "UTF-16LE", "", 0, "UTF-16LE");
}

static void test_frames_tell_no_encoding(void)
{
    char framed[4096] = "";
    for (int row = 0; row < 12; row++) {
        for (int i = 0; i < 40; i++)
            strcat(framed, "─");
        strcat(framed, row % 3 ? "年度报告\n" : "公开情况。\n");
    }
    size_t length;
    char *bytes = recode(framed, "GBK", &length);
    struct reading reading = read_bytes(bytes, length, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->encoding, "GB18030");
    arena_free(reading.arena);
    free(bytes);
}

/* Quoted text is read without its marks, and its places stay those of the file. */
static void test_marks_of_quotation(void)
{
    lowers_to("转发：\n\n> 一、总体情况\n>\n> | 规章 | 5 |\n> |---|---|\n> | 其他 | 0 |\n>\n> 甲\n> 乙\n> "
              "丙\n> 丁\n> 戊\n",
              NULL, "转发：\n\n一、总体情况\n\n#规章|5|/其他|0|/#\n\n甲\n乙\n丙\n丁\n戊\n");
    /* A page does not draw columns with dashes: Markdown may begin with an element. */
    lowers_to("<div>\n\n甲\n乙\n\n</div>\n", NULL, "甲乙");
    lowers_to("<div>\n\n甲\n\n</div>\n\n  ---- ----\n  规章 5\n  许可 0\n  ---- ----\n", NULL,
              "\n\n甲\n\n\n\n#规章|5|/许可|0|/#\n");
    lowers_to("> 甲\n乙\n> 丙", NULL, "> 甲\n乙\n> 丙");
    /* only a table is quoted */
    lowers_to("甲\n\n乙\n\n> | 规章 | 5 |\n> |---|---|\n> | 其他 | 0 |\n\n丙\n", NULL,
              "甲\n\n乙\n\n#规章|5|/其他|0|/#\n\n丙\n");
    struct reading reading = read_string(">> 一、总体情况\n>> 规章\t5\n>> 其他\t0\n");
    const char *five = strchr(reading.text->bytes, '5');
    struct nb_position place = text_position(reading.text, (size_t)(five - reading.text->bytes));
    CU_ASSERT_EQUAL(place.line, 2);
    CU_ASSERT_EQUAL(place.column, 7);
    arena_free(reading.arena);
}

/* What programs print before or behind each line is none of the text; columns keep their blanks, cells their
 * bars. */
static void test_margins(void)
{
    lowers_to(" 8\t一、总体情况\n 9\t甲。\n10\t规章 | 5\n11\t其他 | 0\n12\t\n13\t乙。\n14\t3.丙。", NULL,
              "一、总体情况\n甲。\n#规章|5|/其他|0|/#\n\n乙。\n3.丙。"); /* numbers to the right */
    lowers_to("[10:31] 王晓： 一、总体情况\n[10:31] 王晓： 甲。\n[10:32] 王晓：    结果维持  总计\n[9:32] "
              "王晓： 行政复议   3     4\n"
              "[9:35] 王晓：\n[9:36] 王晓： 乙。\n[9:36] 王晓： 丙。",
              NULL, "一、总体情况\n甲。\n   结果维持  总计\n行政复议   3     4\n\n乙。\n丙。");
    lowers_to("王晓：一、总体情况\n王晓：甲。\n王晓：规章\t5\n王晓：其他\t0\n王晓：乙。\n王晓：丙。", NULL,
              "一、总体情况\n甲。\n#规章|5|/其他|0|/#\n乙。\n丙。");
    lowers_to("我局年报\n我局一。\n我局二。\n我局三。\n", NULL, "我局年报\n我局一。\n我局二。\n我局三。\n");
    lowers_to("echo '一、总体情况'\necho '甲。'\necho '规章\t5'\necho '其他\t0'\necho '乙。'\necho '丙。'",
              NULL, "一、总体情况\n甲。\n#规章|5|/其他|0|/#\n乙。\n丙。"); /* behind, too */
    lowers_to("\"一、总体情况\"\n\"甲。\"\n\"乙。\"\n\"丙。\"\n\"规章\",\"5\"\n\"其他\",\"0\"\n", NULL,
              "一、总体情况\n甲。\n乙。\n丙。\n\"规章\",\"5\"\n\"其他\",\"0\"\n"); /* those of cells stay */
    lowers_to("12 甲局年报\n13 甲。\n14 乙。\n2026年丙。\n", NULL,
              "12 甲局年报\n13 甲。\n14 乙。\n2026年丙。\n"); /* not all */
    lowers_to(
        "| 甲局年报 | |\n| 一、总体情况 | |\n| 甲。 | |\n| 乙。 | |\n| 丙。 | |\n| 规章 | 5 |\n", NULL,
        "#甲局年报||/一、总体情况||/甲。||/乙。||/丙。||/规章|5|/#\n"); /* a sheet: its bars part cells */
}

/* Of a patch the text that it makes is read. */
static void test_patches(void)
{
    lowers_to("--- 甲\n+++ 乙\n@@ -1,3 +1,3 @@\n 一、总体情况\n-| 规章 | 4 |\n+| 规章 | 5 |\n | 其他 | 0 |\n "
              "\n+甲\n\\ No newline\n",
              NULL, "--- 甲\n+++ 乙\n一、总体情况\n#规章|5|/其他|0|/#\n\n甲\n");
    lowers_to("+++ 乙\n 一、总体情况\n-甲\n", NULL, "+++ 乙\n 一、总体情况\n-甲\n");
}

/* Pandoc's spans are read without their marks, in columns that stay where they were; what has no attributes
 * is no span. */
static void test_spans(void)
{
    lowers_to("::: head\n# 甲县年报 {#甲县年报 "
              ".title}\n:::\n\n[[一、[总体]{.x}情况]{style=\"仿宋\"}]{style=\"a\"}\n\n[甲](#b) "
              "[乙] {c}\n",
              NULL, "\n甲县年报\n\n\n一、总体情况\n\n[甲](#b) [乙] {c}\n");
    lowers_to("  ----------------- --------------- ----------------\n"
              "  [规章]{.a}        [5]{.b}         [12]{.b}\n"
              "  其他              [0]{.b}\n"
              "  ----------------- --------------- ----------------\n",
              NULL, "#规章|5|12|/其他|0||/#\n");
    struct reading reading = read_string("[2022年]{.a}公开[5]{.b}件\n");
    struct nb_position place =
        text_position(reading.text, (size_t)(strchr(reading.text->bytes, '5') - reading.text->bytes));
    CU_ASSERT_EQUAL(place.column, 15);
    arena_free(reading.arena);
}

/* Letters set wide are words again, in columns that stay where they were; a number stays apart from them, but
 * with the mark behind it. Letters of a few columns are no words. */
static void test_set_wide(void)
{
    static const char sentence[] = "主 动 公 开 平 稳 有 序 ， “ 网 上 ” 公 开 2 3 条 。\n",
                      together[] = "主动公开平稳有序，“网上”公开 2 3 条。\n",
                      table[] = "自 商\n然 业\n3 . 规 章    （ 一 ） 公 开      7 8\n",
                      placed[] = "自商\n然业\n3.规章       （一）公开          7 8\n";
    enum { SENTENCES = 40 };
    char wide[SENTENCES * sizeof sentence + sizeof table] = "",
                                                   read[SENTENCES * sizeof together + sizeof placed] = "";
    for (int i = 0; i < SENTENCES; i++) {
        strcat(wide, sentence);
        strcat(read, together);
    }
    lowers_to(strcat(wide, table), NULL, strcat(read, placed));
    lowers_to(table, NULL, table);
}

/* Decode a page that is written in one encoding and names another (NULL: none); whether that is noted, and
 * how it is read. */
static void labelled(const char *written, const char *meta, const char *read_as, bool noted)
{
    char page[1024];
    snprintf(page, sizeof page, "<html><head>%s</head><body><p>%s</p></body></html>", meta, sample);
    size_t length;
    char *bytes = recode(page, written, &length);
    struct reading reading = read_bytes(bytes, length, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    CU_ASSERT_STRING_EQUAL(reading.text->encoding, read_as);
    CU_ASSERT_EQUAL(reading.text->encoding_note != NULL, noted);
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.text->bytes, "总体情况"));
    arena_free(reading.arena);
    free(bytes);
}

static void test_labels_are_checked(void)
{
    labelled("GBK", "<meta charset=gb2312>", "GB18030", false);
    labelled("GBK", "<META HTTP-EQUIV='Content-Type' content=\"text/html; charset=GBK\">", "GB18030", false);
    labelled("GBK", "", "GB18030", false);
    labelled("GBK", "<meta charset='utf-8'>", "GB18030", true);
    labelled("GBK", "<meta charset='big5'>", "GB18030", true);
    labelled("GBK", "<meta charset='iso-8859-1'>", "GB18030", true);
    labelled("GBK", "<meta charset='no-such-thing'>", "GB18030", true);
    labelled("UTF-8", "<meta charset='gb2312'>", "UTF-8", true);
    labelled("UTF-8", "<meta charset='乙'>", "UTF-8", false);
    labelled("UTF-8", "<!-- <meta charset='gb2312'> --><meta charset=\"UTF-8\"/>", "UTF-8", false);
    labelled("UTF-8", "<script charset='gbk'></script>", "UTF-8", false);
    labelled("UTF-16LE", "<meta charset='utf-8'>", "UTF-16LE", false);
}

static void test_order_from_the_user(void)
{
    size_t length;
    char *bytes = recode(sample, "GBK", &length);
    struct reading reading = read_bytes(bytes, length, NULL, "gb2312");
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, sample);
    CU_ASSERT_PTR_NULL(reading.text->encoding_note);
    arena_free(reading.arena);
    reading = read_bytes(bytes, length, NULL, "iso-8859-1");
    CU_ASSERT_STRING_EQUAL(reading.text->encoding, "iso-8859-1");
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text->encoding_note);
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.text->encoding_note, "GB18030"));
    arena_free(reading.arena);
    reading = read_bytes(bytes, length, NULL, "utf-8");
    CU_ASSERT_PTR_NULL(reading.text);
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.error.message, "line 1, column 1"));
    arena_free(reading.arena);
    reading = read_bytes(bytes, length, NULL, "no-such-thing");
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.error.message, "unknown encoding"));
    arena_free(reading.arena);
    free(bytes);
}

static void test_invalid_bytes_are_located(void)
{
    fails_with("一、总体情况\n规章\xFF 0\n", 27, NULL,
               "invalid UTF-8 at line 2, column 3 (byte 26 of the file)");
    fails_with("\xEF\xBB\xBF一、总体情况\n规章 \xE4\xB8", 31, NULL, "line 2, column 4 (byte 30 of the file)");
    fails_with("年度\xED\xA0\x80报告\n", 16, NULL, "line 1, column 3");
    fails_with("年度\xC0\xAF报告\n", 15, NULL, "line 1, column 3");
}

/* ---- HTML ---- */

/* Texts and pages, and the text that they become. */
static const char *const cases[][2] = {
    {"\xEF\xBB\xBF <!-- x --><p>规章</p>", "规章"},
    {"<规章> 0 <p", "<规章> 0 <p"},
    {"规章<b0", "规章<b0"},
    {"<p 规章 0", "<p 规章 0"},
    /* Markdown and wiki texts may begin with an element, too; a page may have their signs in it */
    {"<p>甲</p>\n\n## 规章\n", "甲\n\n规章\n"},
    {"<p>甲</p>\n= 规章 =\n", "甲\n= 规章 =\n"},
    {"<p>甲\n#规章 =\n</p>", "甲 #规章 ="},
    {"<!DOCTYPE html>\n<p>甲\n# 规章\n</p>", "甲 # 规章"},
    {"<p>政府<b>信息</b>\n  <i>公开</i> 2021  年</p>文<div>字</div>", "政府信息公开 2021 年\n文\n字"},
    {"<p>a&nbsp;&nbsp;b &nbsp; </p><p>&nbsp;</p><p>c<br/>\n<br>d", "a  b\nc\nd"},
    {"<ul><li>一<li>二</ul><h2>三</h2><pre>四 \n  五</pre>", "一\n二\n三\n四 \n  五"},
    {"<p>&lt;60&gt; &amp; &ldquo;公开&rdquo; &unknown; &#20013;&#x6587;</p>", "<60> & “公开” &unknown; 中文"},
    {"<html><head><title>t</title><style>p{}</style><script>x('</p>7')</script></head><body>"
     "<p>一<!-- 二 --><span style='color:red;DISPLAY : none'>三</span><template>四</template></p>"
     "<noscript>五</noscript><p hidden>六</p><select><option>七</option></select><p style='visibility: "
     "hidden'>八</p>"
     "<![if !supportLists]>九<![endif]></body></html>",
     "一\n九"},
    {"<table><tr><td>规章<td hidden>7<td>0<td>1</table>", "#规章|0|1|/#"},
    /* A cell that shows what is no text is not empty. */
    {"<img src=a.png><table><tr><td>规章<td><img src=7.png><td><svg><title>x</title><text>7</text></svg>"
     "<td><script>write(7)</script><td><bdo dir=rtl>21</bdo><td><i data-n=7></i><td><img alt=''></table>",
     "#规章|\xEF\xBF\xBC|\xEF\xBF\xBC|\xEF\xBF\xBC|\xEF\xBF\xBC|\xEF\xBF\xBC|\xEF\xBF\xBC|/#"},
    {"<table><tr><td>规章<td><img src=dot.gif width=1><td><td>8<img src=up.png>"
     "<td><script>write(7)</script><noscript>7</noscript><td>2<progress value=2>40%</progress>"
     "<td><math><semantics><mn>5</mn><annotation>5</annotation></semantics></math>"
     "<td>1<span style='font-size:0'>4</span><span style='position:absolute; left:-9999px'>3</span>"
     "<td><span style='text-decoration: line-through'>8</span>6"
     "<td><b style='text-decoration: underline line-through'>8</b><b style='text-decoration-line: "
     "line-through'>8</b>6"
     "<td><ruby>6<rt>8</rt></ruby><sup>1</sup><sub>2</sub><td><sup>8</sup>"
     "<td>4<span style='vertical-align: super; font-size: smaller'>1</span></table>",
     "#规章|||8|7|2|5|1|6|6|6|\xEF\xBF\xBC|4|/#"},
    {"<div style='font-size:0'>一<table style='font-size:14px'><tr><td>规章<td "
     "style='font-size:0pt'>7<td>1</table></div>",
     "#规章||1|/#"},
    /* What is seen through, or has no place, or is hidden by its class; a sheet hides nothing outside of
     * tables, and says nothing here of other media, other elements, or elements inside others. */
    {"<style>/* x */ .a, b.b { color: red; display : none } p.c{display:none}.d .e{display:none}@media "
     "print{.d{display:none}}.e{color:red}.g{display:none}.g.h{display:inline}.g.c.d{display:inline}</"
     "style><p class=a>甲</p><table><tr><td>规章<td><i "
     "style='opacity:0'>8</i>1"
     "<td><i style='width:1px; overflow:hidden'>8</i>2<td><i class='d a'>8</i>3<td><b class=b>8</b><i "
     "class=b>4</i>"
     "<td class='c e d'>5<td><i style='opacity:.5'>6</i><td><i class='g h'>7</i><i class='g c'>8</i></table>",
     "甲\n#规章|1|2|3|4|5|6|7|/#"},
    {"<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style><div class=t><div "
     "class=r><b "
     "class=c>甲</b><b class=c>1</b></div></div>",
     "#甲|1|/#"},
    /* A column that numbers the rows is no part of the table. */
    {"<table><tr><td rowspan=2>序号<td rowspan=2>项目<td>甲<tr><td>乙<tr><td>1<td>规章<td>7<tr><td "
     "colspan=3>题<tr><td "
     "rowspan=2>2<td>许可<td>8<tr><td>处罚<td>9</table>",
     "#项目|甲|/^|乙|/规章|7|/题|<|/许可|8|/处罚|9|/#"},
    {"<table><tr><td>\n\t序号\n</td><td>甲<tr><td>\n 1\n</td><td>7<tr><td>\n 2 </td><td>8</table>",
     "#甲|/7|/8|/#"},
    {"<table><tr><td>序号<td>甲<tr><td>2<td>7<tr><td>1<td>8</table>", "#序号|甲|/2|7|/1|8|/#"},
    /* The tables of other vocabularies. */
    {"<?xml "
     "version='1.0'?><w:d><w:tbl><w:tr><w:tc><w:p><w:r><w:t>规</w:t></w:r><w:r><w:t>章</w:t></w:r></w:p></"
     "w:tc>"
     "<w:tc><w:p/></w:tc></w:tr></w:tbl></w:d>",
     "#规章||/#"},
    {"<?xml version='1.0'?><Workbook xmlns:ss='x'><Table><Row><Cell "
     "ss:MergeAcross='1'><Data>甲</Data></Cell><Cell "
     "ss:MergeDown='1'><Data>乙</Data></Cell></Row><Row><Cell><Data>1</Data></Cell><Cell/></Row></Table></"
     "Workbook>",
     "#甲|<|乙|/1||^|/#"},
    {"<?xml version='1.0'?><t:table><t:table-row><t:table-cell t:number-columns-spanned='2' "
     "t:number-rows-spanned='1'>甲</t:table-cell><t:covered-table-cell/></"
     "t:table-row><t:table-row><t:table-cell>乙"
     "</t:table-cell><t:table-cell>1</t:table-cell></t:table-row></t:table>",
     "#甲|<|/乙|1|/#"},
    {"<?xml version='1.0'?><informaltable><tgroup><row><entry "
     "morerows='1'>甲</entry><entry>1</entry></row><row>"
     "<entry>2</entry></row></tgroup></informaltable>",
     "#甲|1|/^|2|/#"},
    /* Where a script counts up to a number is none yet. */
    {"<table><tr><td>规章<td><b data-to=12> <i>0</i></b><td><b data-to=0>0</b><td><b data-id=7>0</b><td><b "
     "data-id=8>2"
     "</b></table>",
     "#规章|0\xEF\xBF\xBC|0|0|2|/#"},
    /* A number that a style may show is none that elements with a text have, too. */
    {"<table><tr><td><p data-n=1>规章</p><td><p data-n=1></p><td><p data-m=1.5></p><td><meter "
     "value=3>3</meter></table>",
     "#规章||\xEF\xBF\xBC|\xEF\xBF\xBC|/#"},
    /* A drawing says nothing beside what is said, and is all there is where nothing is. */
    {"<p>甲<i><math><mn>3</mn></math><b aria-hidden=true>3 <i>乙</i></b></i></p><table><tr><td>规章"
     "<td><math><mn>3</mn></math> <i aria-hidden=true>3</i><td><i aria-hidden=true>4</i><td><i "
     "aria-hidden=true>4</i><b>5</b>"
     "<td>6<i aria-hidden=false>7</i><td aria-hidden=true>8</table>",
     "甲3\n#规章|3|4|5|67|8|/#"},
    /* A page saved in one file: its pages in the order of their parts, other parts left out. */
    {"MIME-Version: 1.0\r\nContent-Type: "
     "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"=_a\"\r\n\r\n--=_a\r\n"
     "Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=3D\"utf-8\"\r\n\r\n"
     "<table><tr><td>=E8=A7=84=\r\n=E7=AB=A0<td style=3D'display:none'>7<td>1 = "
     "\r\n2\r\n</table>\r\n\r\n--=_a\r\n"
     "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--=_a\r\nContent-Type: "
     "text/html\r\n"
     "Content-Transfer-Encoding: BASE64\r\n\r\nPHA+5LiA\r\n44CB5oC75L2TPC9wPg==\r\n--=_a--\r\n",
     "#规章|1 2|/#\n一、总体"},
    {"Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>一、总体", "一、总体"},
    {"说明: MIME-Version: 1.0 Content-Type: text/html\n一、总体",
     "说明: MIME-Version: 1.0 Content-Type: text/html\n一、总体"},
    {"<table><tr><th>信息内容</th><th><p>本年制</p><p>发件数</p></th></tr>"
     "<tr><td> 规 <span>章</span> </td><td><p><span>&nbsp;12&nbsp;</span></p></td></tr>"
     "<tr><td>&nbsp;</td><td><br></td></tr></table>",
     "#信息内容|本年制\n发件数|/规 章|12|/||/#"},
    {"前<table><caption>表</caption><tr><td>规章<td>0</table>后", "前\n表\n#规章|0|/#\n后"},
    {"<table><tr><td colspan=3>甲</td><tr><td rowspan=2>乙<td>1<td>2<tr><td>3<td>4</table>",
     "#甲|<|<|/乙|1|2|/^|3|4|/#"},
    {"<table><tr><td>甲<td>乙<td rowspan=2>丙<tr><td>1<td>2</table>", "#甲|乙|丙|/1|2|^|/#"},
    /* columns that exist only in spans do not count */
    {"<table><tr><td colspan=2>甲<td colspan=4>乙<tr><td colspan=2>1<td colspan=4>2</table>",
     "#甲|乙|/1|2|/#"},
    /* a section ends spans from above; rowspan 0 reaches to its end */
    {"<table><thead><tr><td rowspan=9>甲<td>乙<tbody><tr><td rowspan=0>1<td>2<tr><td>3</table>",
     "#甲|乙|/1|2|/^|3|/#"},
    {"<table><tr><td colspan=65535>题<tr><td>甲<td>1</table>", "#题|<|/甲|1|/#"},
    {"<table><tr><td colspan=65535>甲<td>1<td>2<tr><td>乙<td>3<td>4</table>", "#甲|1|2|/乙|3|4|/#"},
    {"<table><tr><td rowspan=65535>甲<td>1<tr><td>2</table>", "#甲|1|/^|2|/#"},
    {"<table><tr><td colspan=65535 rowspan=65535>题<tr><td>甲<td>1</table>", "#题|/^|甲|1|/#"},
    {"<table><tr><td colspan=0 rowspan=-2>甲<td colspan=x>1<tr><td>乙<td>2</table>", "#甲|1|/乙|2|/#"},
    {"<table><tr><td>甲<td rowspan=2>1<td>2<tr><td colspan=3>乙<td>3</table>", "#甲|1|2|/乙|<|<|3|/#"},
    {"<table><tr><td>甲<td>1<tr><tr><tr><td>乙<td>2</table>", "#甲|1|/乙|2|/#"},
    {"<table>杂<td>甲<td>1<tr><td>乙<td>2</table>", "杂\n#甲|1|/乙|2|/#"},
    {"<table><tr><td>导航</td><td><p>一、总体</p><table><tr><td>规章<td>0</table></td></tr></table>",
     "导航\n一、总体\n#规章|0|/#"},
    {"<table><tr><td>一行</td></tr><tr><td>两行</td></tr></table>", "一行\n两行"},
    {"<table><tr><td><table><tr><td>规章</td></tr></table></td><td>0</td></tr></table>", "#规章|0|/#"},
    {"<p><span><table><tr><td>规章<td>0</table></span></p><p>&nbsp;</p><div><table><tr><td>许可<td>1</"
     "table></div>",
     "#规章|0|/许可|1|/#"},
    {"<table><tr><td rowspan=9>甲<td>0<td>2<tr><td>3</table><table><tr><td colspan=2>许可<td>1</table>",
     "#甲|0|2|/^|3|/许可|<|1|/#"},
    {"<table><tr><td colspan=2>规章<td>0</table><table><tr><td>维持<td>1<td>2</table>",
     "#规章|0|/#\n#维持|1|2|/#"},
    {"<table><tr><td>规章<td>0</table><table><tr><td>许可<td>1<td>2</table>", "#规章|0|/#\n#许可|1|2|/#"},
    {"<table><tr><td>规章<td>0</table>注<table><tr><td>许可<td>1</table>", "#规章|0|/#\n注\n#许可|1|/#"},
    {"<table><tr><td>规章<td>0</table><table><caption>表</caption><tr><td>许可<td>1</table>",
     "#规章|0|/#\n表\n#许可|1|/#"},
};

/* The same of what is said to be a page. */
static const char *const pages[][2] = {
    {"规章<br>0", "规章\n0"},
    /* A page that hides twice what it shows, and shows no table, waits for a script to show it. */
    {"<h1>年报</h1><div style='visibility: hidden'><p>一、总体<table><tr><td>规章<td>0<td "
     "hidden>7</table></div>",
     "年报\n一、总体\n#规章|0|/#"},
    {"<table><tr><td>规章<td>0</table><div style='display:none'>去年<table><tr><td>规章<td>7</table></div>",
     "#规章|0|/#"},
    /* A hidden table that says what nothing else does is on a tab that is not open; another year's is not. */
    {"<table><tr><td>规章<td>0</table><div style='display:none'>申请<table><tr><td>自然人<td>7</table></div>"
     "<table hidden><tr><td>规章<td>8</table><div hidden>次<table><tr><td>自然人<td>8</table></div>",
     "#规章|0|/#\n申请\n#自然人|7|/#"},
    /* Labels that stay in view beside their values; as many as there are values, or not; or not labels. */
    {"<table><tr><td rowspan=2>规章<td>甲<tr><td>乙</table><table><tr><td>件<td>条<td>个</table>"
     "<table><tr><td>1<td>2<td>3<tr><td><td>4</table>",
     "#||件|条|个|/规章|甲|1|2|3|/^|乙||4|/#"},
    {"<table><tr><td>规章<td>甲<tr><td>丙<td>乙</table><table><tr><td>件<td>条<td>个<tr><td>1<td>2<td>3</"
     "table>",
     "#规章|甲|/丙|乙|/#\n#件|条|个|/1|2|3|/#"},
    {"<table><tr><td>规章<td>甲<tr><td>2<td>乙</"
     "table><table><tr><td>件<td>条<td>个<tr><td>1<td>2<td>3<tr><td>1<td>2"
     "<td>3</table>",
     "#规章|甲|/2|乙|/#\n#件|条|个|/1|2|3|/1|2|3|/#"},
    /* A row in a cell as wide is part of the row around it, a table is not. */
    {"<table><tr><td>规章<td>甲<td>乙<tr><td>许可<td "
     "colspan=2><div><table><tr><td>1<td>2</table></div></table>",
     "#规章|甲|乙|/许可|1|2|/#"},
    {"<table><tr><td>许可<td colspan=2><table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
     "许可\n#1|2|/3|4|/#"},
    /* What keeps a distance is no column. */
    {"<table><tr><td style='width:1px'>规章<td style='width:1px'><td style='width:1px'>3</table>",
     "#规章||3|/#"},
    {"<table><tr><td>规章<td style='width:1px'><img style='width:2px'><td>3<td style='width:1px'>"
     "<tr><td>许可<td style='width:1px'><td>4<td style='width:1px'>5<td style='width:2cm'></table>",
     "#规章|3||/许可|4|5||/#"},
    /* Of a drawing that is not read by its places, what it takes over from a page. */
    {"<p>甲<svg><title>乙</title><text>丙</text><g><foreignObject><p>丁</p><table><td>规章<td>3</table></"
     "foreignObject>"
     "</g></svg>",
     "甲\n丁\n#规章|3|/#"},
    /* Sheets below one another, each with the letters of its columns. */
    {"<table><tr><td><td>A<td>B<tr><td>1<td>规章<td>3<tr><td>2<td>许可<td>4</table>"
     "<table><tr><td><td>A<td>B<tr><td>1<td>处罚<td>5<tr><td>2<td>强制<td>6</table>",
     "#规章|3|/许可|4|/#\n#处罚|5|/强制|6|/#"},
    /* A page that shows no table may hold one: in a string, a comment, a field, an address, what older
       browsers show. */
    {"<p>甲</p><script>if (a < 2) b();</script><script>c(\"<table><tr><td "
     "class=\\\"d\\\"><span>规章</span><\\/td><td>3\")</script>",
     "甲\n#规章|3|/#"},
    {"<!-- 乙 --><!-- <table><tr><td>规章<td>3</table>--><script>c('\\u003C/p')</script>", "#规章|3|/#"},
    {"<script>c('\\u003ctable>\\n<tr>\\t<td>\\u89C4章<td>3\\x3C/table>')</script>", "#规章|3|/#"},
    {"<script>var a='<table><td>规';\na+='章</td>';a+='<td class=\"d\">3</table>'</script>", "#规章|3|/#"},
    {"<script type=text/template># 甲's\n<table><td>规章<td>3</table></script>", "# 甲's\n#规章|3|/#"},
    {"<script>{&q;html&q;:&q;&l;table&g;&l;td class=\\&q;d\\&q;&g;规章&l;td&g;3&l;/table&g;&q;}</script>",
     "html\n#规章|3|/#"},
    {"<p data-id='7' data-page='{&quot;a&quot;:&quot;&lt;table>&lt;td "
     "colspan=\\&quot;1\\&quot;>规章&lt;td>3&lt;/table>&quot;}'>",
     "a\n#规章|3|/#"},
    {"<noscript><table><td>规章<td>3</table></noscript>", "#规章|3|/#"},
    {"<iframe srcdoc='&lt;iframe srcdoc=\"&amp;lt;table>&amp;lt;td>规章&amp;lt;td>3\">'></iframe>",
     "#规章|3|/#"},
    {"<input value='&lt;table>&lt;td>规章&lt;td>&amp;lt;3&lt;/table>'>", "#规章|<3|/#"},
    {"<iframe src=\"data:text/html,%3Ctable%3E%3Ctd%3E%E8%A7%84章%3Ctd%3E3%3C/table%3E\"></iframe>",
     "data:text/html,\n#规章|3|/#"},
    {"<iframe src='data:text/html;base64,PHRhYmxlPjx0ZD7op4Tnq6A8dGQ+Mw=='></iframe>", "#规章|3|/#"},
    {"<p>&lt;table&gt;&lt;td&gt;规章&lt;td&gt;3&lt;/table&gt;</p>", "#规章|3|/#"},
    {"<frameset><frame src=a><noframes><table><td>规章<td>3</table></noframes></frameset>", "#规章|3|/#"},
    {"<p>data:text/html</p>", "data:text/html"},
    {"<p>a table</p><template><p>甲</template><!--", "a table"},
    {"<table><td>规&amp;nbsp;章<td>&nbsp3&nbsp;</table>", "#规  章|3|/#"},
    {"<input value=8><table><tr><td>规章<td><input disabled size=12 value=12><td><input type=number "
     "value='3'/><td><input type=hidden "
     "value=7><input type=checkbox value=1>5<tr><td>其他<td><select><option>0<option "
     "selected>4</select><td><select><option>6<option>"
     "9</select><td><textarea> 2 </textarea></table>",
     "#规章|12|3|5|/其他|4|6| 2 |/#"},
    /* Rows and cells are those that say so: by their tags, their roles or their styles. */
    {"<div role=table><div role=rowgroup><p role=row><span role=columnheader aria-colspan=2>甲</span>"
     "<span role=columnheader aria-rowspan=2>乙</span></p></div><div><div role=row><span "
     "role=rowheader>丙</span>"
     "<span role=gridcell>1</span></div></div></div>",
     "#甲|<|乙|/丙|1|^|/#"},
    {"<ul style='width:9em; display: table'>题<li style='display:table-row'><b "
     "style='display:table-cell'>甲</b>"
     "<b style='display:table-cell'></b><li style='display:table-row'><b style='DISPLAY:Table-Cell'>乙</b>"
     "<b style='display:table-cell'>1</b></ul>",
     "题\n#甲||/乙|1|/#"},
    {"<div style='display:table'><div style='display:table-cell'>页头</div></div>页", "页头\n页"},
/* What a cell says before its value is its label, said again for screen readers and phones, where the table
 * says it too. */
/* clang-format off */
#define SAID(rest, wanted) {"<table><tr><td>项目<td>甲<td>乙<tr>" rest "</table>", "#项目|甲|乙|/" wanted "#"}
    /* clang-format on */
    SAID("<td>规章<td><i>甲：</i>12<td> 乙 : ", "规章|12||/"),
    SAID("<td><b>项目</b> 规章<td><b>甲</b> 3<td><b>乙</b>", "规章|3||/"),
    SAID("<td>规章<td>甲3<td>乙 — 5", "规章|3|乙 — 5|/"),
    SAID("<td>规章<td>规章，甲：3<td>甲：5", "规章|3|甲：5|/"),
    SAID("<td>规章<td>规章<td>乙：5", "规章|规章|5|/"),
    SAID("<td>1.规章<td>1.规章，甲：3<td>乙：5", "1.规章|3|5|/"),
    SAID("<td>规章<td>甲：3<td>乙：5<tr><td>a<td>b<td>c<tr><td>a<td>b<td>c<tr><td>a<td>b<td>c<tr><td>a<td>b<"
         "td>c<tr><td>项目<td>"
         "丙"
         "<td>丙<tr><td>其他<td>丙：1<td>2",
         "规章|3|5|/a|b|c|/a|b|c|/a|b|c|/a|b|c|/项目|丙|丙|/其他|1|2|/"),
    SAID("<td>规章<td>甲<td>3", "规章|甲|3|/"),
    SAID("<td>规章<td>甲:<td>乙:1<tr><td>项目<td>甲<td>乙<tr><td>其他<td>甲<td>乙",
         "规章||1|/项目|甲|乙|/其他|||/"),
#undef SAID
};

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        lowers_to(cases[i][0], NULL, cases[i][1]);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        lowers_to(pages[i][0], "html", pages[i][1]);
}

/* What converters of PDF write: each part of a line at its place, above the lower corner of its page or below
 * the upper one, in a box of its own, or behind a gap; at parts of the page; in a drawing, moved as a whole
 * or not; or within edges, of which the last tell how large letters are. */
static void test_places(void)
{
    static const char *const lines[][3] = {
        {"<p class='t m' style='left:100px;bottom:%dpx'>规章</p><p class='t m' "
         "style='left:300px;bottom:%1$dpx'>1<i class=g> </i>%d</p>",
         "规章 1 %d"},
        {"<p style='left:9pt; bottom:%dpx'><b style='font-size:12pt'>许可&nbsp;</b>2</p><div "
         "style='left:80px;bottom:%1$dpx'><p style='left:8px;top:0'>%d</p></div>",
         "许可2 %d\n"},
        {"<i style='left:10%%;bottom:%d%%;font-size:calc(var(--z)*10px)'>规章</i><i "
         "style='left:50%%;bottom:%1$d%%'>%d</i>",
         "规章 %d\n"},
        {"<g transform='translate(9,0)'><text y='-%d'><tspan x='9'>规章</tspan><tspan "
         "x='59'>%d</tspan></text></g>",
         "规章 %d\n", "<svg><title>1</title>"},
        {"<text transform='matrix(1 0 0 1 9 -%d)'>规章</text><text x='59' "
         "y='-%1$d'>%d</text>",
         "规章 %d\n", "<svg>"},
        {"<word xMin='9' yMin='-%d' xMax='41'>规章</word><word xMin='41' yMin='-%1$d'>%d</word>", "规章%d"},
        {"<i title='bbox 9 -%d 41'>规章</i><i title='bbox 59 -%1$d'>%d</i>", "规章 %d",
         "<p title='page; bbox 0 0 99 999'>"},
        {"<p class=t style='left:9px;bottom:%dpx'>规章</p><p class=t "
         "style='left:400px;bottom:%1$dpx'>%d</p><p class=t "
         "style='left:99px;bottom:%1$dpx;transform:rotate(-30deg)'>内部 1</p><p class=t "
         "style='left:99px;bottom:%1$dpx;transform:matrix(.8,.6,-.6,.8,0,0)'><b>内部 2</b></p>",
         "规章 %d\n"},
        {"<p id='a' style='bottom:%dpx'>规章</p><p id='b' style='bottom:%1$dpx'>%d</p>", "规章 %d\n"}};
    for (size_t form = 0; form < sizeof lines / sizeof *lines; form++) {
        char page[16384] = "<style>.t{position:absolute;font-size:64px}.m{transform:matrix(0.25, "
                           "0)}.g{width:400px}#a{left:9px}p#b{left:59px}</style>",
             wanted[2048] = "";
        strcat(page, lines[form][2] ? lines[form][2] : "");
        for (int row = 0; row < 24; row++) {
            snprintf(page + strlen(page), sizeof page - strlen(page), lines[form][0], 900 - 30 * row, row);
            snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), lines[form][1], row);
        }
        bool ended = wanted[strlen(wanted) - 1] == '\n';
        lowers_to(page, "html", ended ? wanted : strcat(wanted, "\n"));
    }
}

/* Words on lines in blocks, which no line are, in parts of one page. */
static void test_blocks(void)
{
    char page[8192] = "<page width='595' height='842'>", wanted[2048] = "";
    for (int row = 0; row < 12; row++) {
        int y = 60 * row, below = y + 24;
        snprintf(page + strlen(page), sizeof page - strlen(page),
                 "<flow><block xMin='9' yMin='%d' xMax='200' yMax='%d'>"
                 "<line xMin='9' yMin='%d' xMax='200' yMax='%d'><word xMin='9' yMin='%d' xMax='41' "
                 "yMax='%d'>规章</word><word xMin='99' yMin='%d' xMax='115' yMax='%d'>%d</word></line>"
                 "<line xMin='9' yMin='%d' xMax='41' yMax='%d'><word xMin='9' yMin='%d' xMax='41' "
                 "yMax='%d'>办法</word></line></block></flow>",
                 y, below + 16, y, y + 16, y, y + 16, y, y + 16, row + 10, below, below + 16, below,
                 below + 16);
        snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "规章 %d办法\n", row + 10);
    }
    lowers_to(page, "html", wanted);
}

/* Letters of which only the place of the first is said: no text reaches into the next one; one has lines of
 * its own; a paragraph is told by how many letters its lines have. */
static void test_guessed_widths(void)
{
    static const char *const lines[] = {"各科室按照职责分工推进公开工作，办公室逐",
                                        "月汇总信息公开目录，并在网站首页设立专栏",
                                        "方便群众查阅，同时把有关工作列入年终考核", "的内容。", NULL};
    char page[8192] = "<style>p{position:absolute;font-size:16px}</style>", wanted[2048] = "";
    for (int row = 0; row < 12; row++) {
        int y = 40 * row;
        snprintf(page + strlen(page), sizeof page - strlen(page),
                 "<p style='left:9px;top:%dpx'>规范性文件规章</p><p style='left:99px;top:%dpx'>%d</p><p "
                 "style='left:150px;top:%dpx;line-height:%s'>公开<br>数量</p>",
                 y, y, row + 10, y, row % 2 ? "20px" : "1.25");
        snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "规范性文件规章%d 公开\n数量\n",
                 row + 10);
    }
    for (int i = 0; lines[i]; i++) {
        snprintf(page + strlen(page), sizeof page - strlen(page), "<p style='left:9px;top:%dpx'>%s</p>",
                 600 + 30 * i, lines[i]);
        strcat(wanted, lines[i]);
    }
    lowers_to(page, "html", strcat(wanted, "\n"));
}

/* Edges of words that are those of their ink: they stand on the line that they are in, and letters are as
 * large. */
static void test_ink(void)
{
    char page[8192] = "<div title='bbox 0 0 892 1262'>", wanted[2048] = "";
    for (int row = 0; row < 24; row++) {
        int y = 30 * row, low = y + (row % 2 ? 9 : 2), end = y + (row % 2 ? 11 : 15);
        snprintf(page + strlen(page), sizeof page - strlen(page),
                 "<p title='bbox 9 %d 89 %d'><i title='bbox 11 %d 22 %d'>规</i><i title='bbox 27 %d 38 "
                 "%d'>一</i><i "
                 "title='bbox 60 %d 76 %d'>%d</i></p>",
                 y, y + 16, y + 1, y + 15, low, end, y + 2, y + 15, row + 10);
        snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "规一 %d", row + 10);
    }
    lowers_to(page, "html", strcat(wanted, "\n"));
}

/* Lines of one paragraph, each with this behind it, put together. */
static void expect_joined(const char *const *lines, const char *behind)
{
    char wrapped[2048] = "", whole[2048] = "";
    for (size_t i = 0; lines[i]; i++) {
        strcat(strcat(wrapped, lines[i]), behind);
        strcat(whole, lines[i]);
    }
    struct reading reading = read_string(wrapped);
    CU_ASSERT_STRING_EQUAL(reading.text->bytes, strcat(whole, "\n"));
    arena_free(reading.arena);
}

/* A full line goes on where a sentence has ended, where a number that is no enumerator stands, and where what
 * looks like a caption is the end of a clause. */
static void test_wrapped_lines(void)
{
    static const char *const even[] = {"各科室按照职责分工推进公开工作,办公室逐",
                                       "月汇总信息公开目录,并在网站首页设立专栏",
                                       "方便群众查阅,同时把有关工作列入年终考核。",
                                       "一年来,门户网站改版两次,政务新媒体接通",
                                       "12345、12315等热线,归并后由一",
                                       "个窗口统一登记转送承办单位办理现就办理工",
                                       "作汇报如下:全部办结,没有逾期。",
                                       NULL};
    /* by their width: a clause of a law and the second of two numbers are no enumerators */
    static const char *const wide[] = {"2021年各科室按照职责分工推进公开工作,全年逐",
                                       "月汇总信息公开目录365次,并在网站首页设立专栏",
                                       "方便群众查阅,同时把有关工作列入年终的考核里",
                                       "一年来,门户网站改版12次,新媒体接通12345热线",
                                       "与12315热线,归并后由一个窗口统一登记,按条例的",
                                       "第三十六条的规定逐件答复,并对照2019、2020年",
                                       "三、四季度的台账核对1200个数字,现就办理工作作",
                                       "汇报如下:全部办结,没有逾期。",
                                       NULL};
    /* the indent of the first is not printed */
    static const char *const bare[] = {"各科室按照职责推进公开工作,办公室逐",
                                       "月汇总信息公开目录,并在网站首页设立专栏",
                                       "方便群众查阅,同时把有关工作列入年终考核里",
                                       "一年来,门户网站改版两次,政务新媒体接通",
                                       "个窗口统一登记转送承办单位办理现就办理工",
                                       "作汇报如下:全部办结,没有逾期。",
                                       NULL};
    /* and each with a blank line behind it */
    static const char *const spaced[] = {
        "各科室按照职责分工推进公开工作，办公室逐", "月汇总信息公开目录，并在网站首页设立专栏",
        "方便群众查阅，同时把有关工作列入年终考核", "一年来，门户网站改版两次，政务新媒体接通",
        "热线，归并后由一个窗口登记转送办理。",     NULL};
    /* blanks set numbers off by a quarter of an ideograph, so that the line with most of them is the longest
     */
    static const char *const set[] = {"各科室 2021 年按照职责分工推进公开工作，",
                                      "全年公开 12 件、解读 8 件、回应 9 件、座谈 3 次",
                                      "并把有关工作列入年终考核，考核的结果向社会",
                                      "公布。全年举办 2 次培训，有 128 人参加，约谈",
                                      "落后的单位 3 家，走访服务点 16 个、村居 40 个",
                                      "一年来门户网站改版两次，政务新媒体接通热线",
                                      "归并后由 1 个窗口统一登记转送承办单位办理，",
                                      "办结 36 件、转送 4 件、补正 2 件、撤回 1 件，其",
                                      "余的都在法定期限内答复，没有逾期，没有投诉",
                                      "也没有因公开引起的复议和诉讼，群众是满意的。",
                                      NULL};
    expect_joined(set, "\n");
    expect_joined(even, "\n");
    expect_joined(wide, "\n");
    expect_joined(bare, "\n");
    expect_joined(spaced, "\n\n");
    /* but rows of a table, whose cells several blanks part, keep theirs */
    const char *row = "一、本年新收政府信息公开申请数量，含当面提交的  3件  4件\n\n";
    char table[2048] = "";
    for (int i = 0; i < 5; i++)
        strcat(table, row);
    struct reading reading = read_string(table);
    CU_ASSERT_PTR_NOT_NULL(strstr(reading.text->bytes, "\n\n"));
    arena_free(reading.arena);
}

/* What stands between a number alone in its line and its heading is no end of a paragraph. */
static void test_lone_enumerators(void)
{
    struct reading reading =
        read_string("第一部分\n概述\n平稳有序。\n二、\n主动公开情况\n(一)\n三、其他\n100.\n四、\n");
    CU_ASSERT_STRING_EQUAL(reading.text->bytes,
                           "第一部分概述\n平稳有序。\n二、主动公开情况\n(一)\n三、其他\n100.\n四、\n");
    arena_free(reading.arena);
}

static void test_body_is_found(void)
{
    struct reading reading =
        read_string("<div><a>首页</a></div><div><h1>云溪县2021年政府信息公开工作年度报告</"
                    "h1><div><p>一、总体情况</p><p>文</p>"
                    "<p>二、主动公开政府信息情况</p><p>尾</p></div></div><div>版权所有</div>");
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    const char *bytes = reading.text->bytes;
    CU_ASSERT_EQUAL(reading.text->body_start, (size_t)(strstr(bytes, "云溪县") - bytes));
    CU_ASSERT_EQUAL(reading.text->body_end, (size_t)(strstr(bytes, "版权") - bytes));
    arena_free(reading.arena);
}

/* Every digit of the text must be that digit, or the start of a reference to it, at its place in the source.
 */
static void digits_are_located(const char *page)
{
    struct reading reading = read_string(page);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reading.text);
    const struct nb_text *text = reading.text;
    for (size_t i = 0; i < text->length; i++) {
        const char *source = text->source + text_source_offset(text, i);
        if (text->bytes[i] >= '0' && text->bytes[i] <= '9')
            CU_ASSERT_TRUE(*source == text->bytes[i] ||
                           (*source == '&' && strtol(source + 2, NULL, 10) == text->bytes[i]));
    }
    arena_free(reading.arena);
}

static void test_positions(void)
{
    digits_are_located("<p>1&nbsp;2 &amp; 3 &#52;5 < 6 &unknown;7<br>\r\n "
                       "8&#57;</p>\n<table><tr><td>\n<b>1</b>2<td>&nbsp;3</table>");
    struct reading reading =
        read_string("<table>\n<tr><td>规章</td>\n  <td>&ensp;<b>7</b></td><td></td></tr></table>");
    const char *seven = strchr(reading.text->bytes, '7');
    struct nb_position at = text_position(reading.text, (size_t)(seven - reading.text->bytes));
    CU_ASSERT_EQUAL(at.line, 3);
    CU_ASSERT_EQUAL(at.column, 16);
    at = text_position(reading.text, (size_t)(seven + 2 - reading.text->bytes));
    CU_ASSERT_EQUAL(at.line, 3);
    CU_ASSERT_EQUAL(at.column, 30);
    arena_free(reading.arena);
}

/* The parser hands on long texts in pieces of its own choice: no place may be lost at their seams. */
static void test_positions_in_long_texts(void)
{
    char *page = malloc(40000), *at = page + sprintf(page, "<p>");
    CU_ASSERT_PTR_NOT_NULL_FATAL(page);
    for (unsigned i = 0; at < page + 39000; i++)
        at += sprintf(at, "%s%u%s", i % 3 ? "年" : "件", i, i % 17 ? "" : i % 2 ? "&nbsp;" : "é");
    digits_are_located(page);
    free(page);
}

/* ---- limits ---- */

static char *repeat(const char *before, const char *unit, size_t times, size_t *length)
{
    size_t size = strlen(unit), start = strlen(before);
    char *page = malloc(start + size * times + 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(page);
    memcpy(page, before, start);
    for (size_t i = 0; i < times; i++)
        memcpy(page + start + i * size, unit, size);
    *length = start + size * times;
    page[*length] = '\0';
    return page;
}

static void limit_is_hit(const char *before, const char *unit, size_t times, const char *message)
{
    size_t length;
    char *page = repeat(before, unit, times, &length);
    fails_with(page, length, "html", message);
    free(page);
}

static void test_limits(void)
{
    limit_is_hit("", "<div>", LIMIT_DEPTH + 1, "inside one another");
    limit_is_hit("<p>规章", "<br>", LIMIT_NODES, "tags and texts");
    limit_is_hit("<p ", "a=1 ", 2, "empty");
    limit_is_hit("<table><tr>", "<td>1", LIMIT_COLUMNS + 1, "columns");
    size_t length;
    char *wide = repeat("<table><tr>", "<td rowspan=60000>1", LIMIT_COLUMNS - 1, &length);
    limit_is_hit(wide, "<tr><td>1", LIMIT_CELLS / LIMIT_COLUMNS + 1, "cells");
    free(wide);
}

static void test_attributes_are_bounded(void)
{
    char *tag = malloc(16 * LIMIT_ATTRIBUTES), *at = tag + sprintf(tag, "<p title='>' ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(tag);
    for (int i = 1; i < LIMIT_ATTRIBUTES; i++)
        at += sprintf(at, "a%d=1 ", i);
    lowers_to(strcpy(at, ">规章") - (at - tag), "html", "规章");
    strcpy(at, "b=1>规章");
    fails_with(tag, strlen(tag), "html", "attributes");
    free(tag);
}

/* ---- damage ---- */

static const char damaged_page[] =
    "<html><head><meta charset=utf-8><style>p{}</style></head><body><div "
    "id=a><h1>云溪县2021年政府信息公开工作年度报告</h1>"
    "<p>一、总体&nbsp;情况</p><table border=1><caption>表</caption><thead><tr><th "
    "colspan=3>甲</th></tr></thead><tbody><tr>"
    "<td rowspan=2>规章</td><td><p>1</p></td><td>&#50;</td></tr><tr><td "
    "style='display:none'>9</td><td>3</td><td>4</td></tr>"
    "</tbody></table><!-- x --><![if !a]><p>二、主动<br>公开<script>if(a<b)'</p>'</script></p></div><pre> "
    "a\n "
    "b</pre></body></html>";

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Put a byte, a piece of the page or a piece of markup anywhere, or take one away. Returns the new length. */
static size_t damage(char *page, size_t length, unsigned *state)
{
    static const char *const pieces[] = {
        "<td>", "</table>", "<table>", "</td>",          "<",          "&",    ">",  "\"", "<!--",
        "</",   "<![",      "\xFF",    "colspan=65535 ", "rowspan=0 ", "<tr>", "&#", "\0", "</script",
        "<p ",  "\xE4\xB8"};
    const char *piece = pieces[next_random(state) % (sizeof pieces / sizeof *pieces)];
    size_t at = next_random(state) % length, size = strlen(piece) + !*piece, gone = next_random(state) % 12;
    gone = gone > length - at ? length - at : gone;
    memmove(page + at + size, page + at + gone, length - at - gone);
    memcpy(page + at, piece, size);
    return length - gone + size;
}

static void check_sound(const struct nb_text *text)
{
    size_t groups = 0, outside = 0;
    for (size_t i = 0; i < text->length; i++) {
        groups += text->bytes[i] == GROUP_SEPARATOR;
        outside +=
            !text->bytes[i] ||
            ((text->bytes[i] == UNIT_SEPARATOR || text->bytes[i] == RECORD_SEPARATOR) && groups % 2 == 0);
        outside += text_source_offset(text, i) > text->source_length;
    }
    CU_ASSERT_EQUAL(groups % 2, 0);
    CU_ASSERT_EQUAL(outside, 0);
    CU_ASSERT_TRUE(text->body_start <= text->body_end && text->body_end <= text->length);
}

static void test_damaged_pages(void)
{
    unsigned state = 5;
    for (int round = 0; round < 3000; round++) {
        char page[2048];
        size_t length = sizeof damaged_page - 1;
        memcpy(page, damaged_page, length);
        for (unsigned times = 1 + next_random(&state) % 8; times && length; times--)
            length = damage(page, length, &state);
        struct reading reading = read_bytes(page, length, "html", NULL);
        if (reading.text)
            check_sound(reading.text);
        else
            CU_ASSERT_NOT_EQUAL(*reading.error.message, '\0');
        arena_free(reading.arena);
    }
}

int add_input_tests(void)
{
    static CU_TestInfo tests[] = {
        {"cases", test_cases},
        {"elements at places", test_places},
        {"words in blocks of a page", test_blocks},
        {"letters of unknown width", test_guessed_widths},
        {"edges of ink", test_ink},
        {"files of other programs are refused with the command that converts them",
         test_foreign_files_are_refused},
        {"size is bounded", test_size_is_bounded},
        {"1 GiB at most, whatever is allowed", test_most_size},
        {"marks of quotation are taken off", test_marks_of_quotation},
        {"what programs print around each line is taken off", test_margins},
        {"of a patch what it makes is read", test_patches},
        {"spans are read without their marks", test_spans},
        {"letters set wide are words", test_set_wide},
        {"frames tell no encoding", test_frames_tell_no_encoding},
        {"control characters are harmless", test_control_characters_are_harmless},
        {"encodings are detected", test_encodings_are_detected},
        {"labels are checked against the bytes", test_labels_are_checked},
        {"an encoding given by the user holds", test_order_from_the_user},
        {"invalid bytes are located", test_invalid_bytes_are_located},
        {"lines of one paragraph are joined", test_wrapped_lines},
        {"a number alone in its line goes on with its heading", test_lone_enumerators},
        {"the report's container is found", test_body_is_found},
        {"text leads back to its source", test_positions},
        {"and so do long texts", test_positions_in_long_texts},
        {"limits are kept", test_limits},
        {"attributes are bounded", test_attributes_are_bounded},
        {"damaged pages are survived", test_damaged_pages},
        CU_TEST_INFO_NULL,
    };
    static CU_SuiteInfo suites[] = {{.pName = "input", .pTests = tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
