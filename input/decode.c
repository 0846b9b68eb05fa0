/* decode.c - find out a file's encoding by mark, label and content, and make it UTF-8 (the rule:
 * doc/encodings.md). */
#include "config.h"

#include "decode.h"

#include "i18n.h"
#include "memory.h"
#include "utf8.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

enum {
    SAMPLE = 4096, /* bytes, from the first that is not ASCII, on which the encodings compete */
    ENOUGH = 64,   /* bytes of a sample that breaks off in an invalid sequence that count all the same */
    SURE = 20,     /* characters beyond ASCII after which valid UTF-8 cannot be chance */
    LABEL_WITHIN = 8192, /* bytes in which a page's label is looked for */
    PLAUSIBLE = 200, /* of 1000 characters beyond ASCII so many are common ones if the encoding is right */
    CLEAR = 500,     /* a score that ends the search: no label can lose to a score below twice its own */
    CONTROLS = 3,
    CONTROLS_OF_1000 = 10 /* more control characters than both together make a file binary */
};

/* Punctuation and the characters that make up most of any report on information disclosure, in both scripts.
 * Not a table of an encoding: a right decoding has most of its characters in here, a wrong one next to none.
 */
static const char common_characters[] =
    "，。、：；（）《》“”〔〕　．／—"
    "一二三四五六七八九十年月日的是了在和有不为以及其对于与等中个上下大小本各全新第至无已未由所出可将会来人我"
    "到时要"
    "政府信息公开工作报告度总体情况主动依申请收处理行政复议诉讼存问题改进他需要事项机关办结果数量条件计自然法"
    "组织商业企"
    "科研构社益律服务予部分提供国家秘密规定禁止安全稳定保护第三方合权内执案卷属查掌握没现补正明确重反馈超过当"
    "事逾期"
    "许可处罚强制收费单位万元章性文制发废止效维持纠正尚审结政民区县市省局镇街道网站平台建设管监督保障解读回应"
    "点领域"
    "發開關總體請處複議訴訟題進報項辦結數條計織業構會務與為這個時說對沒當許單萬廢維糾審區縣鎮網臺設監導"
    "據華製規實續護領讀應級際權責強後從來見於長間門訊";

static const char *const rivals[] = {"UTF-8", "GB18030", "BIG5-HKSCS", "UTF-16LE", "UTF-16BE"};

/* ---- one conversion ---- */

/* What iconv made of some bytes. `used` < length: what follows is invalid, or cut off if `cut`. */
struct converted {
    char *bytes; /* on the heap */
    size_t length, used;
    bool known, cut;
};

static void run_iconv(iconv_t converter, const char *bytes, size_t length, struct converted *to)
{
    size_t capacity = length + length / 2 + 16;
    to->bytes = xmalloc(capacity);
    char *in = (char *)(uintptr_t)bytes;
    size_t in_left = length;
    for (;;) {
        char *out = to->bytes + to->length;
        size_t out_left = capacity - to->length,
               result = iconv(converter, in_left ? &in : NULL, &in_left, &out, &out_left);
        to->length = capacity - out_left;
        if (result != (size_t)-1 || errno != E2BIG) {
            to->cut = result == (size_t)-1 && errno == EINVAL;
            break;
        }
        to->bytes = xrealloc(to->bytes, capacity *= 2);
    }
    to->used = length - in_left;
}

static void close_converter(void *converter)
{
    iconv_close(converter);
}

static struct converted convert(const char *encoding, const char *bytes, size_t length)
{
    struct converted to = {0};
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1 && errno == ENOMEM)
        memory_out();
    if (converter == (iconv_t)-1)
        return to;
    struct foreign *held = foreign_hold(converter, close_converter);
    to.known = true;
    run_iconv(converter, bytes, length, &to);
    foreign_free(held);
    return to;
}

/* ---- how much a text looks like a report ---- */

static unsigned code_point(const unsigned char *at)
{
    return *at < 0xE0 ? (unsigned)(at[0] & 0x1F) << 6 | (at[1] & 0x3F)
                      : (unsigned)(at[0] & 0xF) << 12 | (unsigned)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
}

static void mark_common(unsigned char *marks)
{
    for (const unsigned char *at = (const unsigned char *)common_characters; *at; at += utf8_length(*at)) {
        unsigned code = code_point(at);
        marks[code / 8] |= (unsigned char)(1 << code % 8);
    }
}

/* What frames are drawn of tells nothing: they may be most of a sample. */
static bool draws(unsigned code)
{
    return (code >= 0x2500 && code <= 0x257F) || code == 0xFF5C || code == 0xFF0B || code == 0xFF0D;
}

/* Of 1000 characters beyond ASCII that draw no frame, how many are common ones; 0 if there are none. `bytes`
 * is valid UTF-8. */
static unsigned commonness(const char *bytes, size_t length)
{
    unsigned char marks[0x10000 / 8] = {0};
    mark_common(marks);
    size_t all = 0, common = 0;
    const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
    for (; at < end; at += utf8_length(*at)) {
        unsigned code = *at >= 0x80 && *at < 0xF0 ? code_point(at) : 0;
        if (*at < 0x80 || draws(code))
            continue;
        all++;
        common += marks[code / 8] >> code % 8 & 1;
    }
    return all ? (unsigned)(common * 1000 / all) : 0;
}

/* The first byte that is not a character of ASCII text. */
static size_t beyond_ascii(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && (unsigned char)bytes[at] < 0x80 && bytes[at])
        at++;
    return at;
}

/* The commonness of a sample read in this encoding. A sample that breaks off in an invalid sequence counts a
 * third, so that a page with one bad byte is called by its right name and yet any encoding that fits wins. */
static unsigned plausibility(const char *encoding, const char *bytes, size_t length)
{
    size_t start = beyond_ascii(bytes, length) & ~(size_t)1; /* even, for the sake of UTF-16 */
    size_t size = length - start < SAMPLE ? length - start : SAMPLE;
    struct converted sample = convert(encoding, bytes + start, size);
    bool valid = sample.known && (sample.used == size || (sample.cut && start + size < length));
    unsigned result = valid || sample.used > ENOUGH ? commonness(sample.bytes, sample.length) : 0;
    xfree(sample.bytes);
    return valid ? result : result / 3;
}

/* ---- names ---- */

/* The encoding that is used for a name: every subset of GB18030 is read as GB18030, every Big5 as Big5-HKSCS.
 */
static const char *canonical(const char *name)
{
    static const char *const names[][2] = {
        {"gb", "GB18030"},       {"x-gbk", "GB18030"},       {"euc-cn", "GB18030"},
        {"euccn", "GB18030"},    {"cp936", "GB18030"},       {"ms936", "GB18030"},
        {"chinese", "GB18030"},  {"windows-936", "GB18030"}, {"csgb", "GB18030"},
        {"big5", "BIG5-HKSCS"},  {"x-x-big5", "BIG5-HKSCS"}, {"cn-big5", "BIG5-HKSCS"},
        {"cp950", "BIG5-HKSCS"}, {"ms950", "BIG5-HKSCS"},    {"utf-8", "UTF-8"},
        {"utf8", "UTF-8"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncasecmp(name, names[i][0], strlen(names[i][0])))
            return names[i][1];
    return name;
}

/* The name after "charset=" or "encoding=" inside the tag that `from` starts, copied into `name`. */
static bool label_in_tag(const char *from, const char *key, char *name, size_t size)
{
    char tag[256];
    size_t length = strcspn(from, ">");
    length = length < sizeof tag ? length : sizeof tag - 1;
    memcpy(tag, from, length);
    tag[length] = '\0';
    const char *at = strcasestr(tag, key);
    if (!at)
        return false;
    at += strlen(key);
    at += strspn(at, " \t\r\n");
    if (*at++ != '=')
        return false;
    at += strspn(at, " \t\r\n\"'");
    /* The page is not decoded yet: what else stands there may be no UTF-8, and the note would not be. */
    length = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+()");
    if (!length || length >= size)
        return false;
    memcpy(name, at, length);
    name[length] = '\0';
    return true;
}

/* The encoding that a page names in <meta charset>, <meta http-equiv> or <?xml encoding?>. */
static bool find_label(const char *bytes, size_t length, char *name, size_t size)
{
    char head[LABEL_WITHIN + 1];
    size_t from = 0;
    while (from < length && isspace((unsigned char)bytes[from]))
        from++;
    if (from == length || bytes[from] != '<')
        return false;
    size_t within = length - from < LABEL_WITHIN ? length - from : LABEL_WITHIN;
    if (memchr(bytes + from, '\0', within))
        return false; /* UTF-16, in which a label means nothing */
    memcpy(head, bytes + from, within);
    head[within] = '\0';
    if (!strncmp(head, "<?xml", 5) && label_in_tag(head, "encoding", name, size))
        return true;
    for (const char *at = head; (at = strchr(at, '<')); at++) {
        if (!strncmp(at, "<!--", 4) && !(at = strstr(at, "-->")))
            return false;
        if (!strncasecmp(at, "<meta", 5) && label_in_tag(at, "charset", name, size))
            return true;
    }
    return false;
}

/* ---- the whole file ---- */

struct mark {
    const char *bytes;
    size_t length;
    const char *encoding;
};

static const struct mark *find_mark(const char *bytes, size_t length)
{
    static const struct mark marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"},
                                        {"\x84\x31\x95\x33", 4, "GB18030"},
                                        {"\xFF\xFE", 2, "UTF-16LE"},
                                        {"\xFE\xFF", 2, "UTF-16BE"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= marks[i].length && !memcmp(bytes, marks[i].bytes, marks[i].length))
            return &marks[i];
    return NULL;
}

static bool fail_at(struct nb_error *error, const char *encoding, const char *decoded, size_t length,
                    size_t offset)
{
    size_t line = 1, column = 1;
    for (const char *at = decoded, *end = at + length; at < end; at++) {
        column = *at == '\n' ? 1 : column + (((unsigned char)*at & 0xC0) != 0x80);
        line += *at == '\n';
    }
    return refuse(error, _("invalid %s at line %zu, column %zu (byte %zu of the file)"), encoding, line,
                  column, offset + 1);
}

/* Copy `length` bytes but the CR of each CR LF, which would be a blank at the end of its line, and of each CR
 * CR LF, as programs for Windows write what had CR LF before. Returns how many were copied. */
static size_t copy_lines(char *to, const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length, *copied = bytes;
    char *start = to;
    while ((at = memchr(at, '\r', (size_t)(end - at)))) {
        const char *run = at;
        while (at < end && *at == '\r')
            at++;
        if (at == end || *at != '\n')
            continue;
        to = (char *)memcpy(to, copied, (size_t)(run - copied)) + (run - copied);
        copied = at;
    }
    memcpy(to, copied, (size_t)(end - copied));
    return (size_t)(to + (end - copied) - start);
}

/* Drop the control sequences (ECMA-48, 5.4) with which programs colour what they print on a terminal. Returns
 * the length left. */
static size_t drop_colours(char *bytes, size_t length)
{
    char *to = memchr(bytes, '\x1B', length), *end = bytes + length;
    for (const char *at = to; at && at < end;) {
        const char *final = end - at > 2 && *at == '\x1B' && at[1] == '[' ? at + 2 : end;
        while (final < end && *final >= ' ' && *final < '@')
            final++;
        if (final < end && *final >= '@' && *final <= '~')
            at = final + 1;
        else
            *to++ = *at++;
    }
    return to ? (size_t)(to - bytes) : length;
}

/* Hand on a copy of `length` decoded bytes. */
static bool finish(struct nb_arena *arena, const char *bytes, size_t length, const char *encoding,
                   struct decoded *decoded, struct nb_error *error)
{
    decoded->bytes = arena_room(arena, length + 2);
    decoded->length = drop_colours(decoded->bytes, copy_lines(decoded->bytes, bytes, length));
    memset(decoded->bytes + decoded->length, 0, 2);
    decoded->encoding = encoding;
    size_t controls = utf8_clean(decoded->bytes, decoded->length);
    return controls <= CONTROLS + length * CONTROLS_OF_1000 / 1000 ||
           refuse(error, _("binary data, not a report"));
}

/* Read all of it in this encoding; `skip` bytes are a byte order mark. */
static bool decode_as(struct nb_arena *arena, const char *encoding, const struct input *input, size_t skip,
                      struct decoded *decoded, struct nb_error *error)
{
    const char *bytes = input->bytes + skip;
    size_t length = input->length - skip;
    if (!strcmp(encoding, "UTF-8")) {
        size_t valid = utf8_valid(bytes, length);
        if (valid < length)
            return fail_at(error, encoding, bytes, valid, skip + valid);
        return finish(arena, bytes, length, encoding, decoded, error);
    }
    struct converted to = convert(encoding, bytes, length);
    bool done = false;
    if (!to.known)
        refuse(error, _("unknown encoding '%.60s'"), encoding);
    else if (to.used < length)
        fail_at(error, encoding, to.bytes, to.length, skip + to.used);
    else
        done = finish(arena, to.bytes, to.length, encoding, decoded, error);
    xfree(to.bytes);
    return done;
}

/* The most plausible encoding of the bytes, the label's if it is about as plausible as any; *score receives
 * how plausible. */
static const char *elect(const struct input *input, const char *label, unsigned *score)
{
    const char *best = label;
    unsigned labelled = label ? plausibility(label, input->bytes, input->length) : 0;
    *score = labelled;
    for (size_t i = 0; i < sizeof rivals / sizeof *rivals && *score < CLEAR; i++) {
        unsigned rival = plausibility(rivals[i], input->bytes, input->length);
        if (rival > *score && rival / 2 > labelled) {
            *score = rival;
            best = rivals[i];
        }
    }
    return best;
}

/* Whether the bytes are UTF-8 beyond doubt: hardly two characters in ten of GB18030 happen to be valid, of
 * UTF-16 with Chinese fewer. */
static bool surely_utf8(const char *bytes, size_t length)
{
    size_t beyond = 0;
    for (size_t at = beyond_ascii(bytes, length); at < length && beyond < SURE; at++) {
        if (!bytes[at])
            return false;
        beyond += (unsigned char)bytes[at] >= 0xC0;
    }
    return beyond == SURE;
}

/* A label that is clearly right needs no vote: true if the text has been decoded so. */
static bool decode_as_labelled(struct nb_arena *arena, const char *label, const struct input *input,
                               struct decoded *decoded)
{
    struct nb_error error;
    struct converted to = convert(label, input->bytes, input->length);
    size_t from = beyond_ascii(to.bytes, to.length),
           size = to.length - from < SAMPLE ? to.length - from : SAMPLE;
    bool clear = to.known && to.used == input->length && commonness(to.bytes + from, size) >= CLEAR &&
                 finish(arena, to.bytes, to.length, label, decoded, &error);
    xfree(to.bytes);
    return clear;
}

/* No mark and no order from the user: the label and the content decide. */
static bool detect(struct nb_arena *arena, const struct input *input, struct decoded *decoded,
                   struct nb_error *error)
{
    const char *bytes = input->bytes, *encoding = "UTF-8";
    size_t length = input->length;
    if (beyond_ascii(bytes, length) == length)
        return decode_as(arena, encoding, input, 0, decoded, error);
    char name[64];
    const char *label = find_label(bytes, length, name, sizeof name) ? canonical(name) : NULL;
    bool utf8 = utf8_valid(bytes, length) == length;
    if (!utf8 && label && decode_as_labelled(arena, label, input, decoded))
        return true;
    unsigned score = !utf8 ? 0 : surely_utf8(bytes, length) ? 1000 : plausibility(encoding, bytes, length);
    if (score < PLAUSIBLE)
        encoding = elect(input, label, &score);
    if (score < PLAUSIBLE) {
        /* Not Chinese, or too little of it to tell: what is valid, a claim before a guess. */
        if (!utf8 && memchr(bytes, '\0', length))
            return refuse(error, _("binary data, not a report"));
        encoding = utf8 || !label ? "UTF-8" : label;
        if (!utf8)
            decoded->note = arena_printf(
                arena, _("the encoding cannot be told from so few Chinese characters; read as %s"), encoding);
    }
    if (label && strcmp(label, encoding))
        decoded->note =
            arena_printf(arena, _("the page names the encoding %s, but its bytes are %s; read as %s"), name,
                         encoding, encoding);
    if (utf8 && !strcmp(encoding, "UTF-8"))
        return finish(arena, bytes, length, encoding, decoded, error);
    return decode_as(arena, encoding, input, 0, decoded, error);
}

/* The user's word holds, but is not taken in silence where the bytes say otherwise. */
static bool decode_as_asked(struct nb_arena *arena, const struct input *input, const struct mark *mark,
                            struct decoded *decoded, struct nb_error *error)
{
    const char *asked = canonical(input->encoding), *encoding = asked;
    bool agrees = mark && !strncasecmp(asked, mark->encoding, strlen(asked));
    if (!mark && !strcmp(asked, "UTF-8") && surely_utf8(input->bytes, input->length) &&
        utf8_valid(input->bytes, input->length) == input->length)
        return finish(arena, input->bytes, input->length, asked, decoded, error);
    if (mark && !agrees) {
        encoding = mark->encoding;
    } else if (!mark && beyond_ascii(input->bytes, input->length) < input->length) {
        unsigned score;
        encoding = elect(input, asked, &score);
        encoding = score < PLAUSIBLE ? asked : encoding;
    }
    if (strcmp(asked, encoding))
        decoded->note = arena_printf(arena, _("read as %s as asked, but the bytes look like %s"),
                                     input->encoding, encoding);
    return decode_as(arena, agrees ? mark->encoding : asked, input, agrees ? mark->length : 0, decoded,
                     error);
}

/* As a mark at the beginning says, or the user, or label and content. */
static bool decode_any(struct nb_arena *arena, const struct input *input, struct decoded *decoded,
                       struct nb_error *error)
{
    const struct mark *mark = find_mark(input->bytes, input->length);
    if (input->encoding)
        return decode_as_asked(arena, input, mark, decoded, error);
    if (!mark)
        return detect(arena, input, decoded, error);
    char name[64];
    size_t skip = mark->length;
    if (find_label(input->bytes + skip, input->length - skip, name, sizeof name) &&
        strcmp(canonical(name), mark->encoding))
        decoded->note = arena_printf(
            arena, _("the page names the encoding %s, but its byte order mark says %s; read as %s"), name,
            mark->encoding, mark->encoding);
    return decode_as(arena, mark->encoding, input, skip, decoded, error);
}

bool decode(struct nb_arena *arena, const struct input *input, struct decoded *decoded,
            struct nb_error *error)
{
    *decoded = (struct decoded){0};
    bool done = decode_any(arena, input, decoded, error);
    input_done(input);
    return done;
}
