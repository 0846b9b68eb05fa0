/* slips.h - what the content rules look for in the whole text: leftovers, dates, numbers of persons,
 * addresses, doubled marks. */
#ifndef NB_SLIPS_H
#define NB_SLIPS_H

#include "nianbao.h"

enum slip_kind {
    SLIP_PLACEHOLDER, /* XX局, 此处填写, ____年 */
    SLIP_CODE,        /* what a program left: &nbsp;, #REF!, PAGEREF _Toc15 \h; value: 1 if it is HTML */
    SLIP_SEAL,        /* (盖章) at the end of a short line */
    SLIP_UNCOUNTED,   /* a unit or % that has lost its number: 满意率%, 发布信息条 */
    SLIP_UNITS,    /* two units behind a number, or one that what is counted has not: 36件条, 信息98人 */
    SLIP_MINUS,    /* a fall with a minus: 下降-3.7% */
    SLIP_LETTER,   /* a letter among the digits of a number: 2O22年 */
    SLIP_ZERO,     /* O or 0 in a year in Chinese numerals: 二O二二年 */
    SLIP_PARTED,   /* a blank among the digits of a number: 23 10条 */
    SLIP_LEAP_DAY, /* 29 February without a year */
    SLIP_DATE,     /* a date that no calendar has */
    SLIP_YEAR,     /* a year with 年; value: the year */
    SLIP_IDENTITY, /* the number of an identity card, its check digit right */
    SLIP_MOBILE,   /* of a mobile telephone */
    SLIP_ACCOUNT,  /* of a bank card, its check digit right */
    SLIP_HOME,     /* where somebody lives, down to the door */
    SLIP_LINK,     /* an address of a page or mailbox that cannot be right; value: 1 if it leads to one's own
                      computer or net */
    SLIP_MAIL,     /* one of a mailbox that can */
    SLIP_PHONE,    /* a telephone number behind its label; value: 1 if it cannot be right */
    SLIP_POSTCODE, /* a postcode that has not six digits */
    SLIP_DOUBLED,  /* marks behind each other */
    SLIP_HALF,     /* a half-width mark between Chinese characters */
    SLIP_FULL,     /* a full-width mark at such a place */
    SLIP_QUOTE,    /* a straight quotation mark beside a Chinese character */
    SLIP_GROUPING, /* 12,80条 */
    SLIP_RATE,     /* 办结率120%: a part of a whole in hundredths, more than all of it */
    SLIP_WORD,     /* a wrong word; value: its line in slip_words */
    SLIP_PARTICLE, /* 的的 */
    SLIP_NOTICE,   /* a notice of the form; value: NOTICES times its year, and its number */
    SLIP_REGULATION, /* the decree that the regulation is cited with; value: its number */
    SLIP_ARTICLE,    /* an article of the regulation; value: its number */
    SLIP_ITEM,       /* an item of one; value: 100 times the article's number and its own */
    SLIP_DAYS,       /* working days; value: how many */
    SLIP_KINDS
};
_Static_assert(SLIP_KINDS <= 64, "a bit for each kind");

struct slip {
    enum slip_kind kind;
    int value;
    struct nb_span span;
};

struct slips {
    struct slip *list;
    size_t count, room;
    uint64_t kinds; /* a bit for each kind in the list */
};

/* Scan a shadow of `length` bytes, in whose last two places stand NULs. The caller frees with
 * slips_discard(). */
void slips_scan(struct slips *slips, const char *shadow, size_t length);
void slips_discard(struct slips *slips);

/* What should stand in place of a wrong word; 帐, which traditional script writes so. Static text. */
enum { SLIP_ACCOUNT_BOOK = 2 };
const char *slip_word(int value);

/* "国办公开办函〔2021〕30号" as the value of a slip. */
enum { NOTICES = 100000 };
int slip_notice(const char *text);

/* Whether a year has this day; month and day from 1. */
bool is_day(int year, int month, int day);

#endif
