/* watch.c - libxml2 prints what nobody takes from it. */
#include "watch.h"

#include "libxml.h"
#include "memory.h"

#include <pthread.h>

static void note(void *context, xmlErrorPtr error)
{
    struct xml_watch *watch = context;
    if (error->code != XML_ERR_NO_MEMORY)
        return;
    watch->out_of_memory = true;
    if (watch->page && watch->page->input)
        watch->page->input->cur = watch->page->input->end;
}

static void forget(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

void xml_watch(struct xml_watch *watch)
{
    *watch = (struct xml_watch){.handler = *libxml.__xmlStructuredError(),
                                .context = *libxml.__xmlStructuredErrorContext(),
                                .printer = *libxml.__xmlGenericError(),
                                .printer_context = *libxml.__xmlGenericErrorContext()};
    libxml.xmlSetGenericErrorFunc(NULL, forget);
    libxml.xmlSetStructuredErrorFunc(watch, note);
}

void xml_unwatch(struct xml_watch *watch)
{
    libxml.xmlSetStructuredErrorFunc(watch->context, watch->handler);
    libxml.xmlSetGenericErrorFunc(watch->printer_context, watch->printer);
}

/* Load libxml2. It sets itself up at its first use, and not safely where two threads are the first; called again it does nothing.
 * A lock, not pthread_once: helgrind knows what follows from a lock. No other static object of the library changes; the writers
 * need no such call, as there is no report that was not read. */
bool xml_set_up(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    struct xml_watch watch = {0};
    pthread_mutex_lock(&lock);
    bool loaded = libxml_load();
    if (loaded) {
        xml_watch(&watch);
        libxml.xmlInitParser();
        xml_unwatch(&watch);
    }
    pthread_mutex_unlock(&lock);
    if (watch.out_of_memory)
        memory_out();
    return loaded;
}
