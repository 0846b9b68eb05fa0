/* i18n.h - messages in the language of the reader, through gettext. */
#ifndef NB_I18N_H
#define NB_I18N_H

#include <libintl.h>
#include <stdbool.h>
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

#endif
