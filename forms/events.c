/* events.c - what binding notices, in the order in which it does. */
#include "bind.h"

#include "arena.h"

struct nb_event *bind_event(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
                            const struct nb_row *row, int column, struct nb_span span)
{
    struct nb_event *event = arena_alloc(binding->report->arena, sizeof *event);
    event->kind = kind;
    event->table = table;
    event->row = row;
    event->column = column;
    event->span = span;
    *binding->event_end = event;
    binding->event_end = &event->next;
    return event;
}

void note_label(struct binding *binding, struct nb_span span, const char *label)
{
    struct nb_event *event = bind_event(binding, EVENT_ROW_LABEL, NULL, NULL, -1, span);
    event->found = printed_words(binding->report, span);
    event->suggestion = label;
}

void note_rows(struct binding *binding, enum nb_event_kind kind, const struct nb_table *table,
               const struct slot *slots, size_t slot_count, struct nb_span span, size_t count,
               const char *reason)
{
    const struct nb_row *before = NULL;
    for (size_t s = 0; s < slot_count; s++) {
        if (!slots[s].row || slots[s].row == before)
            continue;
        before = slots[s].row;
        struct nb_event *event = bind_event(binding, kind, table, before, -1, span);
        event->count = count;
        event->expected = slot_count;
        event->reason = reason;
    }
}
