/* slip_note.c - tells a bracket that was left for who writes the report, (简述公开渠道，300字以内), from one
 * that belongs to it, by what its words say together. */
#include "slip_check.h"

#include "mask.h"
#include "text.h"

#include <string.h>

enum {
    LONGEST = 200,
    AFTER = 2 * 3
}; /* bytes: what is longer is text; what may stand behind the last word, 请核实一下 */

void slip_note_open(struct slip_reader *reader)
{
    reader->note = (struct slip_note){reader->start, reader->at, reader->at, 0, 0, true, false};
}

void slip_note_say(struct slip_reader *reader, unsigned words)
{
    struct slip_note *note = &reader->note;
    if (!note->open)
        return;
    bool first = reader->start == note->inside, next = reader->start == note->end;
    note->told |=
        words & NOTE_LIMIT || (first && words & NOTE_TASK) ||
        (next && note->last & NOTE_ASK && words & NOTE_EDIT) ||
        (note->last & NOTE_PART && reader->start <= note->end + AFTER && words & (NOTE_SHOULD | NOTE_ASK));
    note->words |= words;
    note->last = words;
    note->end = reader->at;
}

/* 张科长, 小李: a post behind a surname, or a surname behind what friends say. */
void slip_note_name(struct slip_reader *reader)
{
    const char *end = slip_behind(reader), *before = reader->shadow + reader->start;
    bool friend = reader->at - reader->start == strlen("小");
    if (friend ? reader->start == reader->note.inside && is_surname(end)
               : reader->start >= reader->note.inside + 3 && is_surname(before - 3))
        slip_note_say(reader, NOTE_PERSON);
}

/* Whether the words end in what somebody is asked to do. */
static bool asks(const struct slip_note *note, size_t close)
{
    unsigned asked =
        note->last & (NOTE_EDIT | NOTE_DO) ? NOTE_ASK | NOTE_PART | NOTE_SPOT | NOTE_PERSON : NOTE_PERSON;
    return note->last & (NOTE_EDIT | NOTE_DO | NOTE_REVIEW) && note->words & asked &&
           close - note->end <= AFTER;
}

void slip_note_close(struct slip_reader *reader)
{
    struct slip_note *note = &reader->note;
    size_t start = reader->start;
    if (note->open && start - note->start < LONGEST && (note->told || asks(note, start))) {
        reader->start = note->start;
        slip_keep(reader, SLIP_PLACEHOLDER, 0);
        reader->start = start;
    }
    note->open = false;
}
