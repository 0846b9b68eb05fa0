/* policy.c - which findings count: switches of the command line, and waiver files. */
#include "policy.h"

#include "cli.h"
#include "comments.h"
#include "files.h"
#include "i18n.h"
#include "text.h"

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
        char name[128];
        size_t length = strcspn(at, ",");
        snprintf(name, sizeof name, "%.*s", (int)length, at);
        at += length;
        const struct nb_rule *rule = nb_rule_find(name);
        bool all = !strcmp(name, "all");
        if (!rule && !all) {
            complain(name, _("no such rule; 'nianbao explain' lists them"));
            return false;
        }
        for (size_t i = 0; i < RULE_COUNT; i++)
            if (all || i == index_of(rule))
                policy->off[i] = !on;
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
        free(waiver->words);
        free(waiver->why);
        free(waiver);
    }
    free(policy->loaded);
    policy->loaded = NULL;
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

int policy_level(const char *word)
{
    static const char *const words[][2] = {{"off", "不报"}, {"note", "提示"}, {"warning", "警告"}};
    for (int i = 0; i < 3; i++)
        if (!strcmp(word, words[i][0]) || !strcmp(word, words[i][1]))
            return i - 1;
    return -2;
}

/* The words in quotation marks, straight or Chinese, that the line begins with, as a copy; the line moves on.
 * NULL: none. */
static char *next_quoted(char **line)
{
    char *from = *line + strspn(*line, " \t");
    size_t open = *from == '"' ? 1 : !strncmp(from, "“", 3) ? 3 : 0;
    char *end = open ? strstr(from + open, open == 1 ? "\"" : "”") : NULL;
    if (!end || end == from + open)
        return NULL;
    *line = end + open;
    *end = '\0';
    return checked(strdup(from + open));
}

/* "RULE LEVEL WHY" or "RULE "WORDS" LEVEL WHY", for the files of the glob. Returns what is wrong, or NULL. */
static const char *parse_waiver(struct policy *policy, char *line, const char *glob)
{
    const char *name = next_word(&line);
    char *words = next_quoted(&line);
    const char *level = next_word(&line), *why = line + strspn(line, " \t");
    const struct nb_rule *rule = nb_rule_find(name);
    const char *wrong = !rule                      ? _("no such rule; 'nianbao explain' lists them")
                        : policy_level(level) < -1 ? _("the level must be off, note or warning")
                        : !*why                    ? _("a waiver needs a reason behind its level")
                                                   : NULL;
    if (wrong) {
        free(words);
        return wrong;
    }
    struct waiver *waiver = checked(malloc(sizeof *waiver));
    *waiver = (struct waiver){policy->waivers,       rule,  policy_level(level),
                              checked(strdup(glob)), words, clean_copy(why)};
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
    policy->loaded = good ? checked(strdup(path)) : NULL;
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
    bool below = length && !strncmp(absolute, folder, length) &&
                 (absolute[length] == '/' || folder[length - 1] == '/');
    snprintf(relative, PATH_MAX, "%s", below ? absolute + length + (absolute[length] == '/') : absolute);
}

static bool covers(const struct waiver *waiver, const char *relative)
{
    const char *slash = strrchr(relative, '/');
    if (!fnmatch(waiver->glob, relative, 0))
        return true;
    return !strchr(waiver->glob, '/') && slash && !fnmatch(waiver->glob, slash + 1, 0);
}

/* Whether the words stand in the line, the row or the paragraph of the finding: the place is known by what it
 * says, so that it stays the same when other lines change. */
static bool says(const struct nb_report *report, const struct nb_finding *finding, const char *words)
{
    const struct nb_text *text = report->text;
    size_t from = finding->span.start < text->length ? finding->span.start : text->length, to = from;
    while (from > 0 && !strchr("\n\x1D\x1E", text->bytes[from - 1]))
        from--;
    while (to < text->length && (to < finding->span.end || !strchr("\n\x1D\x1E", text->bytes[to])))
        to++;
    const char *at = strstr(text->bytes + from, words);
    return at && at + strlen(words) <= text->bytes + to;
}

/* The waiver written last that covers the finding in this file. */
static const struct waiver *waiver_for(const struct policy *policy, const struct nb_report *report,
                                       const struct nb_finding *finding, const char *relative)
{
    const struct waiver *waiver = policy->waivers;
    while (waiver && !(waiver->rule == finding->rule && covers(waiver, relative) &&
                       (!waiver->words || says(report, finding, waiver->words))))
        waiver = waiver->next;
    return waiver;
}

/* The reason is not copied: that of a waiver file lives until another is read, that of a comment as long as
 * the report. */
static void apply_level(struct nb_finding *finding, int level, const char *why)
{
    finding->waiver = why;
    finding->waived = level < 0;
    if (level >= 0 && level < (int)finding->severity)
        finding->severity = (enum nb_severity)level;
}

/* What stands beside the place itself holds over what stands in a waiver file. */
static void apply_waiver(struct nb_finding *finding, const struct waiver *waiver,
                         const struct comment *comment)
{
    if (comment)
        apply_level(finding, comment->level, comment->why);
    else if (waiver)
        apply_level(finding, waiver->level, waiver->why);
}

/* A cause is as severe as the worst of what follows from it and is not waived; `first` is the list after
 * waivers. */
static void raise_causes(struct nb_finding *first)
{
    for (struct nb_finding *finding = first; finding; finding = finding->next) {
        struct nb_finding *cause = (struct nb_finding *)finding->cause; /* of the list, which is ours */
        if (cause && !finding->waived && finding->severity > cause->severity)
            cause->severity = finding->severity;
    }
}

bool policy_apply(struct policy *policy, const char *path, struct nb_report *report)
{
    char relative[PATH_MAX] = "";
    comments_free(policy->comments);
    policy->comments = NULL;
    if (!load_for(policy, path) || (!policy->no_config && !comments_read(report, path, &policy->comments)))
        return false;
    if (policy->loaded)
        path_for_globs(policy, path, relative);
    for (struct nb_finding **link = &report->findings; *link;) {
        struct nb_finding *finding = *link;
        if (policy->off[index_of(finding->rule)]) {
            *link = finding->next;
            continue;
        }
        if (finding->leads)
            finding->severity = finding->rule->severity;
        apply_waiver(finding, policy->loaded ? waiver_for(policy, report, finding, relative) : NULL,
                     comment_for(policy->comments, report, finding));
        link = &finding->next;
    }
    raise_causes(report->findings);
    return true;
}

void policy_free(struct policy *policy)
{
    comments_free(policy->comments);
    forget(policy);
}
