/* mask.c - covers names and numbers of persons, so that a finding about them does not print them again. */
#include "mask.h"

#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_NAME = 4, SHORTEST_NUMBER = 7, SHOWN_FRONT = 3, SHOWN_END = 2 };

/* The surnames that 19 of 20 people have, one character each. */
static const char surnames[] = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾"
                               "彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
                               "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武"
                               "乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温"
                               "芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关"
                               "苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈"
                               "鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丘华车冉房边辜吉饶刁瞿戚丘古米池滕"
                               "晋苑邬臧畅宫来嵺苟尚闫肖付代";

bool is_surname(const char *at)
{
    for (const char *surname = surnames; *surname; surname += 3)
        if (utf8_is(at, surname))
            return true;
    return false;
}

const char *const number_words[] = {
    "身份证", "身份", "证件", "居民", "公民", "护照", "港澳", "台湾", "台胞", "往来", "回乡", "手机", "电话",
    "联系",   "号码", "卡号", "账号", "账户", "帐号", "帐户", "银行", "开户", "社保", "社会", "咨询", "微信",
    "拨打",   "致电", "同志", "先生", "女士", "家住", "现住", "住",   "申请", "的",   NULL};

/* Bytes of the word that stands first in `length` bytes, 0 if none of the words does; NULL is the last of
 * them. */
static size_t first_word(const char *bytes, size_t length, const char *const *words)
{
    while (*words && !bytes_begin(bytes, bytes + length, *words))
        words++;
    return *words ? strlen(*words) : 0;
}

/* Bytes of the name at the front, up to a word that announces a number: 张某, 买买提·吐尔逊; 0 where it is
 * too long for one. */
static size_t name_length(const char *bytes, size_t length)
{
    size_t at = 0, characters = 0, step;
    for (; at < length; at += step, characters++) {
        bool dot = at && length - at > 2 && !memcmp(bytes + at, "·", 2);
        step = dot ? 2 : 3;
        if (!dot && (length - at < 3 || !utf8_is_han(bytes + at) ||
                     first_word(bytes + at, length - at, number_words)))
            break;
        characters = dot ? 0 : characters;
    }
    return characters <= LONGEST_NAME ? at : 0;
}

/* Bytes of a letter or digit, 0 if none stands here; full-width ones have three. */
static size_t sign_length(const char *at, size_t length)
{
    const unsigned char *byte = (const unsigned char *)at;
    if (length && isalnum(*byte))
        return 1;
    if (length < 3 || byte[0] != 0xEF || (byte[1] != 0xBC && byte[1] != 0xBD))
        return 0;
    unsigned code = (byte[1] & 0x3FU) << 6 | (byte[2] & 0x3FU); /* of U+F000 + code */
    return code - 0xF10U <= 9 || code - 0xF21U <= 25 || code - 0xF41U <= 25 ? 3 : 0;
}

/* What parts the groups of a number. */
static const char *const gaps[] = {" ", "-", ".", "－", "　", "\x01", NULL};

/* Where the number that begins here ends, and how many signs it has. */
static size_t number_length(const char *bytes, size_t length, size_t *signs)
{
    size_t at = 0, step;
    *signs = 0;
    while ((step = sign_length(bytes + at, length - at)) ||
           (at && (step = first_word(bytes + at, length - at, gaps)))) {
        *signs += sign_length(bytes + at, length - at) > 0;
        at += step;
    }
    return at;
}

/* What stands behind the numbers of an address. */
static const char *const houses[] = {"号", "室", "幢", "栋", "楼", "单元", "户", "层", "#", NULL};

/* Of a long number its ends stay; of the short ones of an address, 2幢401室, nothing. */
static void mask_number(char *bytes, size_t length, size_t signs)
{
    size_t sign = signs < SHORTEST_NUMBER ? SHOWN_FRONT : 0;
    signs += sign ? SHOWN_FRONT + SHOWN_END : 0;
    for (size_t at = 0, step; at < length; at += step) {
        step = sign_length(bytes + at, length - at);
        if (step && sign >= SHOWN_FRONT && sign + SHOWN_END < signs)
            memcpy(bytes + at, step == 1 ? "*" : "＊", step);
        sign += step > 0;
        step = step ? step : 1;
    }
}

/* Of the name that begins here only the first character stays. */
static void mask_name(char *bytes, size_t length)
{
    size_t name = name_length(bytes, length);
    for (size_t at = 3, step; at < name; at += step) {
        step = utf8_is_han(bytes + at) ? 3 : 2;
        if (step == 3)
            memcpy(bytes + at, "＊", 3);
    }
}

void mask_personal(char *bytes, size_t length)
{
    size_t last = length;
    mask_name(bytes, length);
    for (size_t at = 0, signs; at < length;) {
        size_t number = number_length(bytes + at, length - at, &signs);
        if (signs >= SHORTEST_NUMBER || first_word(bytes + at + number, length - at - number, houses))
            mask_number(bytes + at, number, signs);
        at += number ? number : 1;
    }
    last -= length && bytes[length - 1] == ')'                    ? 1
            : length >= 3 && !memcmp(bytes + length - 3, "）", 3) ? 3
                                                                  : 0;
    length = last;
    while (last >= 3 && utf8_is_han(bytes + last - 3)) /* the name at the end */
        last -= 3;
    mask_name(bytes + last, length - last);
}
