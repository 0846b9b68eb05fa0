/* policy.c - which findings count: switches of the command line, and waiver files. */
#include "policy.h"

#include "cli.h"
#include "files.h"
#include "i18n.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CONFIG_NAME ".nianbao-lint"

static size_t index_of(const struct nb_rule *rule)
{
    size_t count;
    return (size_t)(rule - nb_rules(&count));
}

bool policy_switch(struct policy *policy, const char *list, bool on)
{
    for (const char *at = list; *at; at += *at == ',') {
        char name[64];
        size_t length = strcspn(at, ",");
        snprintf(name, sizeof name, "%.*s", (int)length, at);
        at += length;
        const struct nb_rule *rule = nb_rule_find(name);
        bool all = !strcmp(name, "all");
        if (!rule && !all) {
            complain(name, _("no such rule; 'nianbao explain' lists them"));
            return false;
        }
        uint64_t bits = all ? UINT64_MAX : UINT64_C(1) << index_of(rule);
        policy->off = on ? policy->off & ~bits : policy->off | bits;
    }
    return true;
}

/* ---- waiver files ---- */

static void forget(struct policy *policy)
{
    while (policy->waivers) {
        struct waiver *waiver = policy->waivers;
        policy->waivers = waiver->next;
        free(waiver->glob);
        free(waiver->why);
        free(waiver);
    }
    free(policy->loaded);
    policy->loaded = NULL;
}

static char *copy_of(const char *string)
{
    return checked(strdup(string));
}

/* The next word of a line, NUL after it; the line moves on. */
static char *next_word(char **line)
{
    char *word = *line + strspn(*line, " \t");
    char *end = word + strcspn(word, " \t");
    *line = *end ? end + 1 : end;
    *end = '\0';
    return word;
}

/* off is -1, otherwise a severity; -2 for a word that is neither. */
static int level_of(const char *word)
{
    if (!strcmp(word, "off"))
        return -1;
    for (int level = NB_NOTE; level <= NB_WARNING; level++)
        if (!strcmp(word, nb_severity_name((enum nb_severity)level)))
            return level;
    return -2;
}

/* "RULE LEVEL WHY", for the files of the glob. Returns what is wrong, or NULL. */
static const char *parse_waiver(struct policy *policy, char *line, const char *glob)
{
    const char *name = next_word(&line), *level = next_word(&line);
    const char *why = line + strspn(line, " \t");
    const struct nb_rule *rule = nb_rule_find(name);
    if (!rule)
        return _("no such rule; 'nianbao explain' lists them");
    if (level_of(level) < -1)
        return _("the level must be off, note or warning");
    if (!*why)
        return _("a waiver needs a reason behind its level");
    struct waiver *waiver = checked(malloc(sizeof *waiver));
    *waiver = (struct waiver){policy->waivers, rule, level_of(level), copy_of(glob), copy_of(why)};
    policy->waivers = waiver;
    return NULL;
}

static const char *parse_line(struct policy *policy, char *line, char glob[PATH_MAX])
{
    line += strspn(line, " \t");
    line[strcspn(line, "\r")] = '\0';
    size_t length = strlen(line);
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        line[--length] = '\0';
    if (!*line || *line == '#')
        return NULL;
    if (*line != '[')
        return parse_waiver(policy, line, glob);
    if (line[length - 1] != ']' || length < 3 || length > PATH_MAX)
        return _("a pattern of files stands in [brackets]");
    snprintf(glob, PATH_MAX, "%.*s%s", (int)length - 2, line + 1, line[length - 2] == '/' ? "*" : "");
    return NULL;
}

static bool parse_file(struct policy *policy, const char *path, char *text)
{
    char glob[PATH_MAX] = "*";
    size_t number = 1;
    for (char *line = text; line; number++) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        const char *wrong = parse_line(policy, line, glob);
        if (wrong) {
            char message[512];
            snprintf(message, sizeof message, _("line %zu: %s"), number, wrong);
            complain(path, message);
            return false;
        }
        line = end ? end + 1 : NULL;
    }
    return true;
}

/* Read a waiver file unless it is the one that was read last. */
static bool load(struct policy *policy, const char *path)
{
    char *bytes;
    size_t length;
    if (policy->loaded && !strcmp(policy->loaded, path))
        return true;
    forget(policy);
    struct nb_error error;
    if (!read_file(path, 1 << 20, &bytes, &length, &error)) {
        complain(path, error.message);
        return false;
    }
    char *text = checked(malloc(length + 1));
    memcpy(text, bytes, length);
    text[length] = '\0';
    bool good = parse_file(policy, path, text);
    policy->loaded = good ? copy_of(path) : NULL;
    free(text);
    free(bytes);
    return good;
}

/* The folder of the file ("-": the working folder), absolute; "" if there is none. */
static void folder_of(const char *path, char folder[PATH_MAX])
{
    if (!realpath(strcmp(path, "-") ? path : ".", folder))
        *folder = '\0';
    char *slash = strcmp(path, "-") ? strrchr(folder, '/') : NULL;
    if (slash)
        slash[slash == folder] = '\0';
}

/* The nearest waiver file in the folder or above. */
static bool nearest(char folder[PATH_MAX], char config[PATH_MAX + 32])
{
    while (*folder) {
        snprintf(config, PATH_MAX + 32, "%s/%s", strcmp(folder, "/") ? folder : "", CONFIG_NAME);
        if (!access(config, F_OK))
            return true;
        char *slash = strrchr(folder, '/');
        if (slash == folder && !folder[1])
            return false;
        slash[slash == folder] = '\0';
    }
    return false;
}

static bool load_for(struct policy *policy, const char *path)
{
    char folder[PATH_MAX], config[PATH_MAX + 32];
    if (policy->no_config)
        return true;
    if (policy->config)
        return load(policy, policy->config);
    folder_of(path, folder);
    if (nearest(folder, config))
        return load(policy, config);
    forget(policy);
    return true;
}

/* ---- applying ---- */

/* The path as globs see it: relative to the folder of the waiver file where it lies below that. */
static void path_for_globs(const struct policy *policy, const char *path, char relative[PATH_MAX])
{
    char folder[PATH_MAX], absolute[PATH_MAX];
    folder_of(policy->loaded, folder);
    size_t length = strlen(folder);
    if (!realpath(path, absolute))
        snprintf(absolute, sizeof absolute, "%s", path);
    bool below = length && !strncmp(absolute, folder, length) && (absolute[length] == '/' || folder[length - 1] == '/');
    snprintf(relative, PATH_MAX, "%s", below ? absolute + length + (absolute[length] == '/') : absolute);
}

static bool covers(const struct waiver *waiver, const char *relative)
{
    const char *slash = strrchr(relative, '/');
    if (!fnmatch(waiver->glob, relative, 0))
        return true;
    return !strchr(waiver->glob, '/') && slash && !fnmatch(waiver->glob, slash + 1, 0);
}

/* The waiver written last that covers the rule and the file. */
static const struct waiver *waiver_for(const struct policy *policy, const struct nb_rule *rule, const char *relative)
{
    const struct waiver *waiver = policy->waivers;
    while (waiver && !(waiver->rule == rule && covers(waiver, relative)))
        waiver = waiver->next;
    return waiver;
}

/* The reason stays the policy's; it lives until another waiver file is read. */
static void apply_waiver(struct nb_finding *finding, const struct waiver *waiver)
{
    if (!waiver)
        return;
    finding->waiver = waiver->why;
    finding->waived = waiver->level < 0;
    if (waiver->level >= 0 && waiver->level < (int)finding->severity)
        finding->severity = (enum nb_severity)waiver->level;
}

bool policy_apply(struct policy *policy, const char *path, struct nb_report *report)
{
    char relative[PATH_MAX] = "";
    if (!load_for(policy, path))
        return false;
    if (policy->loaded)
        path_for_globs(policy, path, relative);
    for (struct nb_finding **link = &report->findings; *link;) {
        struct nb_finding *finding = *link;
        if (policy->off >> index_of(finding->rule) & 1) {
            *link = finding->next;
            continue;
        }
        if (policy->loaded)
            apply_waiver(finding, waiver_for(policy, finding->rule, relative));
        link = &finding->next;
    }
    return true;
}

void policy_free(struct policy *policy)
{
    forget(policy);
}
