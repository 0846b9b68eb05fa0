/* watch.c - libxml2 prints what nobody takes from it. */
#include "watch.h"

#include <libxml/globals.h>
#include <libxml/threads.h>

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

bool xml_enter_thread(void)
{
#if LIBXML_VERSION < 21200
    return xmlIsMainThread() || xmlGetGlobalState();
#else
    return true;
#endif
}

void xml_watch(struct xml_watch *watch)
{
    *watch =
        (struct xml_watch){xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext, NULL, false};
    xmlSetGenericErrorFunc(NULL, forget);
    xmlSetStructuredErrorFunc(watch, note);
}

void xml_unwatch(struct xml_watch *watch)
{
    xmlSetStructuredErrorFunc(watch->context, watch->handler);
    xmlSetGenericErrorFunc(watch->printer_context, watch->printer);
}
