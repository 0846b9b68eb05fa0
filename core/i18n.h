/* i18n.h - messages in the language of the reader, through gettext. */
#ifndef NB_I18N_H
#define NB_I18N_H

#include <libintl.h>

#define TEXT_DOMAIN "nianbao"
#define _(message) dgettext(TEXT_DOMAIN, message)
#define N_(message) message

#endif
