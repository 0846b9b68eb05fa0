/* i18n.h - messages in the language of the reader, through gettext. */
#ifndef NB_I18N_H
#define NB_I18N_H

#include "nianbao.h"

#include <libintl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define TEXT_DOMAIN "nianbao"
#define _(message) dgettext(TEXT_DOMAIN, message)
#define N_(message) message

/* Whether messages are Chinese: then the Chinese names of rules are shown. */
static inline bool in_chinese(void)
{
    /* Translators: any word but "english" means so. */
    return strcmp(_("english"), "english") != 0;
}

/* Say why something is refused. Always NULL: what a function returns that cannot go on, be it a pointer or
 * whether it could. */
__attribute__((format(printf, 2, 3))) static inline void *refuse(struct nb_error *error, const char *format,
                                                                 ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return NULL;
}

#endif
