/* folder.c - walks folders, in the order of names. */
#include "config.h"

#include "folder.h"

#include "files.h"
#include "i18n.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* ---- the files of a folder ---- */

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* How long the name of a folder is without slashes at its end. */
static size_t folder_name(const char *folder)
{
    size_t length = strlen(folder);
    while (length && folder[length - 1] == '/')
        length--;
    return length;
}

/* What is there and cannot be looked at; false. */
static bool unread(struct failures *failures, const char *path)
{
    if (failures)
        failures_add(failures, path, strerror(errno));
    return false;
}

static void visit_entry(const char *path, struct failures *failures, folder_visit *file, void *user)
{
    struct stat status, target;
    if (lstat(path, &status))
        unread(failures, path);
    else if (S_ISDIR(status.st_mode))
        folder_walk(path, failures, file, user);
    else if (!stat(path, &target) && S_ISREG(target.st_mode))
        file(user, path);
}

bool folder_walk(const char *folder, struct failures *failures, folder_visit *file, void *user)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count < 0)
        return unread(failures, folder);
    for (int i = 0; i < count; i++) {
        char *path = NULL;
        int length = asprintf(&path, "%.*s/%s", (int)folder_name(folder), folder, entries[i]->d_name);
        visit_entry(checked(length < 0 ? NULL : path), failures, file, user);
        free(path);
        free(entries[i]);
    }
    free(entries);
    return true;
}

/* A file, and whether it was met. */
struct folder_search {
    struct inputs file;
    bool found;
};

static void look_for(void *user, const char *path)
{
    struct folder_search *search = user;
    search->found = search->found || is_input(&search->file, path);
}

bool folder_has(const char *folder, const char *path)
{
    struct folder_search search = {inputs_of(&(char *){(char *)path}, 1), false};
    folder_walk(folder, NULL, look_for, &search);
    inputs_free(&search.file);
    return search.found;
}

/* ---- the files of a call ---- */

/* What the pictures, style sheets and scripts beside saved pages do not end in. */
static bool ends_as_reports_do(const char *path)
{
    static const char *const endings[] = {
        ".txt",  ".md",  ".htm", ".html",  ".shtml", ".xhtml",    ".mht",    ".asp",  ".jsp",
        ".aspx", ".php", ".csv", ".tsv",   ".xml",   ".docx",     ".doc",    ".wps",  ".rtf",
        ".odt",  ".pdf", ".ofd", ".mhtml", ".text",  ".markdown", ".ndjson", ".jsonl"};
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    bool among = !dot || dot < slash; /* pages are often saved without an ending */
    for (size_t i = 0; !among && i < sizeof endings / sizeof *endings; i++)
        among = !strcasecmp(dot, endings[i]);
    return among;
}

/* The files that are taken, and the first of those that are not; what an earlier call has written is neither.
 */
struct opened {
    struct file_list *list;
    const char *outputs; /* a folder, or NULL */
    size_t others;
    char *other;
};

static void take_file(struct file_list *list, const char *path)
{
    list->paths = checked(realloc(list->paths, (list->count + 1) * sizeof *list->paths));
    list->paths[list->count++] = checked(strdup(path));
}

static void take_report(void *user, const char *path)
{
    struct opened *opened = user;
    if (opened->outputs && is_below(opened->outputs, path))
        return;
    if (ends_as_reports_do(path))
        take_file(opened->list, path);
    else if (!opened->others++)
        opened->other = checked(strdup(path));
}

static void tell_others(const char *folder, const struct opened *opened)
{
    char *words = NULL;
    int length = asprintf(&words, _("%zu files passed over, as reports do not end so; the first is %s"),
                          opened->others, opened->other);
    complain(folder, checked(length < 0 ? NULL : words));
    free(words);
}

static void open_folder(struct file_list *list, const char *folder, const char *outputs, struct call *call)
{
    struct opened opened = {.list = list, .outputs = outputs};
    size_t before = list->count;
    if (folder_walk(folder, &call->failures, take_report, &opened) && list->count == before)
        failures_add(&call->failures, folder, _("the folder has no report"));
    if (opened.others && !call->progress.quiet)
        tell_others(folder, &opened);
    free(opened.other);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return strcmp(path, "-") && !stat(path, &status) && S_ISDIR(status.st_mode);
}

struct file_list folders_open(char **named, size_t count, const char *outputs, struct call *call)
{
    struct file_list list = {0};
    for (size_t i = 0; i < count; i++)
        if (call->recursive && is_folder(named[i]))
            open_folder(&list, named[i], outputs, call);
        else
            take_file(&list, named[i]);
    return list;
}

void file_list_free(struct file_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
    *list = (struct file_list){0};
}

const char *path_below(const struct file_list *named, const char *path)
{
    const char *below = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    for (size_t i = 0; i < named->count; i++) {
        size_t length = folder_name(named->paths[i]);
        if (!strncmp(path, named->paths[i], length) && path[length] == '/' && is_folder(named->paths[i]) &&
            path + length + 1 < below)
            below = path + length + 1;
    }
    return below;
}
