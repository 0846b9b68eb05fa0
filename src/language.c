/* language.c - chooses the language of messages and finds their translations. */
#include "language.h"

#include "i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The locale that the environment asks for; "" for none. */
static const char *wanted_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "";
}

static bool holds_catalogue(const char *folder)
{
    char path[PATH_MAX + 64];
    snprintf(path, sizeof path, "%s/zh_CN/LC_MESSAGES/" TEXT_DOMAIN ".mo", folder);
    return !access(path, R_OK);
}

/* Beside the program if it runs in its build tree, in ../share if the installation was moved, else where it
 * was configured to be.
 */
static void bind_catalogue(void)
{
    static const char *const nearby[] = {"po/locale", "../po/locale", "../share/locale"};
    char program[PATH_MAX], folder[PATH_MAX + 32];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(program, '/');
    for (size_t i = 0; slash && i < sizeof nearby / sizeof *nearby; i++) {
        snprintf(folder, sizeof folder, "%.*s/%s", (int)(slash - program), program, nearby[i]);
        if (!holds_catalogue(folder))
            continue;
        bindtextdomain(TEXT_DOMAIN, folder);
        return;
    }
    bindtextdomain(TEXT_DOMAIN, LOCALEDIR);
}

/* gettext looks at LANGUAGE in every locale but "C"; C.UTF-8 needs no installation. */
bool set_language(const char *language)
{
    const char *locale = wanted_locale();
    if (language && strcmp(language, "en") && strcmp(language, "zh"))
        return false;
    bool plain = !*locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX"),
         chosen = !plain && getenv("LANGUAGE") && *getenv("LANGUAGE");
    bool chinese = !strncmp(language ? language : locale, "zh", 2);
    if (language || !chosen)
        setenv("LANGUAGE", chinese ? "zh_CN" : "en", 1);
    if (!chinese && (language || !chosen)) { /* to look for a catalogue is a tenth of the start */
        setlocale(LC_MESSAGES, "C");
        return true;
    }
    setlocale(LC_MESSAGES, "C.UTF-8");
    setlocale(LC_CTYPE, "C.UTF-8");
    bind_catalogue();
    bind_textdomain_codeset(TEXT_DOMAIN, "UTF-8");
    return true;
}
