/* slip_check.h - what the scanner of slips asks about a match and the characters around it. */
#ifndef NB_SLIP_CHECK_H
#define NB_SLIP_CHECK_H

#include "slips.h"

#include <stdbool.h>

/* What the words of a bracket say. */
enum note_word {
    NOTE_TASK = 1,    /* 简述, 例: */
    NOTE_LIMIT = 2,   /* 300字以内 */
    NOTE_PART = 4,    /* 本部分 */
    NOTE_SPOT = 8,    /* 此处, 结合实际 */
    NOTE_SHOULD = 16, /* 应, 不超过 */
    NOTE_ASK = 32,    /* 请, 待 */
    NOTE_PERSON = 64, /* 张科长 */
    NOTE_EDIT = 128,  /* 核实: what is done to a draft */
    NOTE_DO = 256,    /* 提供: what may be done to others */
    NOTE_REVIEW = 512 /* 审, 阅 */
};

/* The bracket that is open in the line: where it is, where its words begin, which it has said, whether they
 * make it a note to who writes the report; the last of them, and its end. */
struct slip_note {
    size_t start, inside, end;
    unsigned words, last;
    bool open, told;
};

/* The scanner's place: it reads what begins at `from`, its match is shadow[start, at); `end` is where the
 * scanner goes on, whatever part of the match is kept. */
struct slip_reader {
    struct slips *slips;
    const char *shadow;
    size_t from, start, at, end;
    size_t kept[SLIP_KINDS]; /* the end of the last slip of each kind */
    struct slip_note note;
};

/* The reader, told of the match. */
static inline struct slip_reader *slip_match(struct slip_reader *reader, size_t start, size_t length)
{
    reader->start = start;
    reader->at = reader->end = start + length;
    return reader;
}

/* Remember the match. */
void slip_keep(struct slip_reader *reader, enum slip_kind kind, int value);
/* Remember the match if it is what its characters look like: a year, an item of an article, the number of a
 * person, an address, a telephone, a mark. */
void slip_keep_year(struct slip_reader *reader, const char *text);
void slip_keep_number(struct slip_reader *reader);
void slip_keep_address(struct slip_reader *reader);
void slip_keep_phone(struct slip_reader *reader);
void slip_keep_article(struct slip_reader *reader, const char *text);
/* Remember the decree within the match, 国务院令第711号, if there is one; returns what stands behind it. */
const char *slip_keep_decree(struct slip_reader *reader, const char *text);
void slip_keep_item(struct slip_reader *reader, const char *text);
void slip_keep_mark(struct slip_reader *reader);

/* A Chinese character stands at an end of the match, before it. */
bool slip_beside_han(const struct slip_reader *reader);
/* At least two stand before it. */
bool slip_follows_word(const struct slip_reader *reader);
/* A point where a sentence ends: at the end of a line, or behind a clause of some length. */
bool slip_is_full_stop(const struct slip_reader *reader);
/* The character before the match; "" at the start of the text. */
const char *slip_before(const struct slip_reader *reader);
/* What stands behind it. */
const char *slip_behind(const struct slip_reader *reader);
/* Signs that no sentence has stand within one. */
bool slip_fills_gap(const struct slip_reader *reader);
/* A number stands before the match and no word behind it. */
bool slip_counts(const struct slip_reader *reader);
/* Nothing that the match could share its unit with stands behind it: another mark than 、 does. */
bool slip_ends_sentence(const struct slip_reader *reader);
/* Words stand before the match and none behind it: ……期, not ……件件. */
bool slip_stands_for_count(const struct slip_reader *reader);
/* The clause behind the match names a document: applicants are asked to fill it in; or the match opens a
 * quotation. */
bool slip_names_form(const struct slip_reader *reader);
/* No number stands before the blanks of the match: "2022  年" is one that is set wide. */
bool slip_lacks_number(const struct slip_reader *reader);
/* A mark stands behind the match. */
bool slip_ends_clause(const struct slip_reader *reader);
/* The door of somebody's home: a number stands before its last word, and the first is not 3家|住宅. */
bool slip_is_home(const struct slip_reader *reader);
/* Numbers of persons behind the word that announces them: fifteen or eighteen digits of an identity card,
 * however parted. */
void slip_keep_announced(struct slip_reader *reader);
/* A bracket opens; says the words of the match; closes, and is kept if it reads as a note to who writes the
 * report. */
void slip_note_open(struct slip_reader *reader);
void slip_note_say(struct slip_reader *reader, unsigned words);
void slip_note_name(struct slip_reader *reader);
void slip_note_close(struct slip_reader *reader);
/* What the match opens twice is closed twice in the same line: ((…)). */
bool slip_closes_twice(const struct slip_reader *reader, const char *close);
/* The match ends a line of a few words. */
bool slip_ends_short_line(const struct slip_reader *reader);
/* Thirteen months and more that are no age and no length of time. */
bool slip_is_month(const struct slip_reader *reader);
/* The first number of the match stands by itself, not behind 第, 表 or another word that counts. */
bool slip_opens_number(const struct slip_reader *reader);
/* Neither a letter nor a digit stands before the match. */
bool slip_begins_word(const struct slip_reader *reader);
/* Crosses that no word in Latin letters is made of, beside a Chinese character. */
bool slip_stands_for_words(const struct slip_reader *reader);
/* The quotation mark belongs to a field of comma-separated values; the commas part empty ones, up to the end
 * of the line. */
bool slip_quotes_field(const struct slip_reader *reader);
bool slip_parts_fields(const struct slip_reader *reader);
/* Neither a letter nor a digit stands at an end of the match. */
bool slip_stands_alone(const struct slip_reader *reader);
/* Words or a closing bracket stand before the match. */
bool slip_follows_words(const struct slip_reader *reader);
/* The doubled character is no part of a set phrase such as 和和美美. */
bool slip_is_no_phrase(const struct slip_reader *reader);
/* Digits parted by commas, not in threes, and no list of small numbers. */
bool slip_is_misgrouped(const struct slip_reader *reader);

/* Whether the calendar has the date; one without a year may be any year's, one without a day any day. */
bool slip_is_date(const char *text);
/* The first number in the text; the number of an article, in digits or Chinese numerals. */
int slip_number(const char *text);

#endif
