/* watch.c - libxml2 prints what nobody takes from it. */
#include "watch.h"

#include "memory.h"

#include <ctype.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>

/* Whether the HTML parser misses a name that it has just read: where the dictionary of names has no memory
 * for one more, it says that there is no name, and the parser leaves out the tag or the attribute. */
static bool is_name_lost(const struct _xmlParserCtxt *page)
{
    enum { LONGEST = 100 }; /* bytes that it reads of a name */
    xmlChar lower[LONGEST];
    int length = 0;
    const xmlChar *end = page->input->cur;
    while (length < LONGEST && end - length > page->input->base &&
           (isalnum(end[-length - 1]) || strchr("-_:.", end[-length - 1])))
        length++;
    for (int i = 0; i < length; i++)
        lower[i] = (xmlChar)tolower(end[i - length]);
    return length && length < LONGEST && !xmlDictExists(page->dict, end - length, length) &&
           !xmlDictExists(page->dict, lower, length);
}

static void note(void *context, xmlErrorPtr error)
{
    struct xml_watch *watch = context;
    bool lost = error->code == XML_ERR_NAME_REQUIRED && watch->page && watch->page->input &&
                is_name_lost(watch->page);
    if (error->code != XML_ERR_NO_MEMORY && !lost)
        return;
    watch->out_of_memory = true;
    if (watch->page && watch->page->input)
        watch->page->input->cur = watch->page->input->end;
}

static void forget(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

/* libxml2 has a state for each thread, and does not look whether it got room for it; false: it did not. */
static bool enter_thread(void)
{
#if LIBXML_VERSION < 21200
    return xmlIsMainThread() || xmlGetGlobalState();
#else
    return true;
#endif
}

void xml_watch(struct xml_watch *watch)
{
    *watch = (struct xml_watch){
        xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext, NULL, false};
    xmlSetGenericErrorFunc(NULL, forget);
    xmlSetStructuredErrorFunc(watch, note);
}

void xml_unwatch(struct xml_watch *watch)
{
    xmlResetLastError();
    xmlSetStructuredErrorFunc(watch->context, watch->handler);
    xmlSetGenericErrorFunc(watch->printer_context, watch->printer);
}

/* libxml2 sets itself up at its first use, and not safely where two threads are the first; called again it
 * does nothing. A lock, not pthread_once: helgrind knows what follows from a lock. No other static object of
 * the library changes but the functions that are loaded; the writers need no such call. */
bool xml_enter(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    struct xml_watch watch = {.out_of_memory = true};
    /* Where nothing is left, libxml2 calls itself for ever to tell of it: so more than a thread's state takes
     * (1 KB) is asked for. */
    xfree(xmalloc(4096));
    pthread_mutex_lock(&lock);
    errno = 0;
    bool loaded = libxml_load();
    int missing = loaded ? ENOMEM : errno;
    if (loaded && enter_thread()) {
        xml_watch(&watch);
        xmlInitParser();
        xml_unwatch(&watch);
    }
    pthread_mutex_unlock(&lock);
    if (watch.out_of_memory && missing == ENOMEM)
        memory_out();
    return loaded;
}
