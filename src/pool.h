/* pool.h - jobs that several threads work on and one takes, in the order in which they were made. */
#ifndef NB_POOL_H
#define NB_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* A sequence of jobs. next() makes one, or returns NULL after the last; it is called by one thread at a time,
 * so it may read a stream. work() does one, beside others. take() receives each in order, in the thread that
 * called pool_run(), and frees it; where it returns false no more are made, and drop() frees those that are.
 */
struct pool_work {
    void *user;
    void *(*next)(void *user);
    void (*work)(void *user, void *job);
    bool (*take)(void *user, void *job);
    void (*drop)(void *user, void *job);
};

/* Do all jobs with `threads` threads. What is done and not yet taken is bounded: JOBS_AHEAD jobs for each
 * thread. With one thread, or where the system gives none, the caller does the work itself. */
enum { JOBS_AHEAD = 4 };
void pool_run(const struct pool_work *work, size_t threads);

/* The processors that this process may run on. */
size_t pool_processors(void);

#endif
