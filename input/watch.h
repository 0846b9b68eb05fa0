/* watch.h - libxml2's errors while it works for us: none is printed, and a lack of memory is known. */
#ifndef NB_WATCH_H
#define NB_WATCH_H

#include "libxml.h"

/* Before a thread uses libxml2, which is loaded and set up at its first use; false: it is not there. */
bool xml_enter(void);

/* From xml_watch() to xml_unwatch() libxml2 tells this thread's errors here. Its user's own handler is put
 * back, and what it keeps of the last error goes. */
struct xml_watch {
    xmlStructuredErrorFunc handler;
    void *context;
    xmlGenericErrorFunc printer; /* of messages that have no other way */
    void *printer_context;
    xmlParserCtxtPtr page; /* an HTML parser, or NULL: without memory it goes no further and yet waits for the
                              end, for ever */
    bool out_of_memory;
};

void xml_watch(struct xml_watch *watch);
void xml_unwatch(struct xml_watch *watch);

#endif
