/* folder.h - the files of a folder, and the call's inputs where folders are among them. */
#ifndef NB_FOLDER_H
#define NB_FOLDER_H

#include "cli.h"

/* Call `file` with each file of a folder and of the folders in it, in the order of their names. Hidden ones
 * are passed over, and links to folders, which may lead back. A folder that cannot be read is remembered
 * among the failures, if these are not NULL; false if it is this one. */
typedef void folder_visit(void *user, const char *path);
bool folder_walk(const char *folder, struct failures *failures, folder_visit *file, void *user);
/* Whether the file `path` is one of those that folder_walk() meets. */
bool folder_has(const char *folder, const char *path);

/* The files of a call. */
struct file_list {
    char **paths;
    size_t count;
};
/* The files that a call names (`named`, and it keeps them), in place of each folder those in it (--recursive)
 * whose endings reports have and that are not in the folder `outputs` (NULL: none); how many others were
 * passed over is told for each folder. What cannot be read is remembered among the call's failures.
 * file_list_free() what is returned. */
struct file_list folders_open(char **named, size_t count, const char *outputs, struct call *call);
void file_list_free(struct file_list *list);

/* Where a file stands below that of the folders named in which it is, "2022/a.txt" for "reports/2022/a.txt"
 * of "reports"; the name of the file where it is in none. It points into `path`. */
const char *path_below(const struct file_list *named, const char *path);

#endif
