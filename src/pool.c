/* pool.c - a ring of jobs: threads make and do them, the caller takes them from its head when they are done.
 */
#include "config.h"

#include "pool.h"

#include "files.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>

struct pool_slot {
    void *job;
    bool done;
};

/* `input` is held while a job is made, `state` while the members below are looked at. Job number n lies in
 * slots[n % size]. */
struct pool {
    const struct pool_work *work;
    pthread_mutex_t input, state;
    pthread_cond_t head_done, room;
    struct pool_slot *slots;
    size_t size, made, taken;
    bool closed; /* no more are made */
};

/* ---- the threads that work ---- */

static bool wait_for_room(struct pool *pool)
{
    pthread_mutex_lock(&pool->state);
    while (!pool->closed && pool->made - pool->taken == pool->size)
        pthread_cond_wait(&pool->room, &pool->state);
    bool open = !pool->closed;
    pthread_mutex_unlock(&pool->state);
    return open;
}

/* The next job and its number, NULL if there is none. Its place in the order is that in which it was made, so
 * both happen under one lock. */
static void *make_job(struct pool *pool, size_t *number)
{
    pthread_mutex_lock(&pool->input);
    void *job = wait_for_room(pool) ? pool->work->next(pool->work->user) : NULL;
    pthread_mutex_lock(&pool->state);
    *number = pool->made;
    if (job) {
        pool->slots[pool->made++ % pool->size] = (struct pool_slot){job, false};
    } else {
        pool->closed = true;
        pthread_cond_signal(&pool->head_done);
    }
    pthread_mutex_unlock(&pool->state);
    pthread_mutex_unlock(&pool->input);
    return job;
}

static void *run_worker(void *data)
{
    struct pool *pool = data;
    size_t number;
    for (void *job; (job = make_job(pool, &number));) {
        pool->work->work(pool->work->user, job);
        pthread_mutex_lock(&pool->state);
        pool->slots[number % pool->size].done = true;
        if (number == pool->taken)
            pthread_cond_signal(&pool->head_done);
        pthread_mutex_unlock(&pool->state);
    }
    return NULL;
}

/* ---- the thread that takes ---- */

/* Wait until the head of the ring is done. False after the last job. */
static bool wait_for_head(struct pool *pool, void **job)
{
    pthread_mutex_lock(&pool->state);
    while (!(pool->closed && pool->taken == pool->made) &&
           (pool->taken == pool->made || !pool->slots[pool->taken % pool->size].done))
        pthread_cond_wait(&pool->head_done, &pool->state);
    bool any = pool->taken < pool->made;
    *job = any ? pool->slots[pool->taken % pool->size].job : NULL;
    pthread_mutex_unlock(&pool->state);
    return any;
}

static void head_taken(struct pool *pool, bool go_on)
{
    pthread_mutex_lock(&pool->state);
    pool->taken++;
    pool->closed = pool->closed || !go_on;
    pthread_cond_signal(&pool->room);
    pthread_mutex_unlock(&pool->state);
}

static void take_all(struct pool *pool)
{
    bool go_on = true;
    for (void *job; wait_for_head(pool, &job);) {
        if (go_on)
            go_on = pool->work->take(pool->work->user, job);
        else
            pool->work->drop(pool->work->user, job);
        head_taken(pool, go_on);
    }
}

/* ---- both ---- */

static void run_alone(const struct pool_work *work)
{
    bool go_on = true;
    for (void *job; go_on && (job = work->next(work->user));) {
        work->work(work->user, job);
        go_on = work->take(work->user, job);
    }
}

/* Signals are for the thread that writes: it alone can hold them back while a file gets its name (files.c).
 */
static size_t start_threads(struct pool *pool, pthread_t *threads, size_t wanted)
{
    sigset_t all, before;
    size_t count = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    while (count < wanted && !pthread_create(&threads[count], NULL, run_worker, pool))
        count++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return count;
}

static void run_threads(const struct pool_work *work, size_t wanted)
{
    struct pool pool = {.work = work, .size = JOBS_AHEAD * wanted};
    pthread_t *threads = checked(malloc(wanted * sizeof *threads));
    pool.slots = checked(malloc(pool.size * sizeof *pool.slots));
    pthread_mutex_init(&pool.input, NULL);
    pthread_mutex_init(&pool.state, NULL);
    pthread_cond_init(&pool.head_done, NULL);
    pthread_cond_init(&pool.room, NULL);
    size_t started = start_threads(&pool, threads, wanted);
    if (started)
        take_all(&pool);
    else
        run_alone(work);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_cond_destroy(&pool.room);
    pthread_cond_destroy(&pool.head_done);
    pthread_mutex_destroy(&pool.state);
    pthread_mutex_destroy(&pool.input);
    free(pool.slots);
    free(threads);
}

void pool_run(const struct pool_work *work, size_t threads)
{
    if (threads > 1)
        run_threads(work, threads);
    else
        run_alone(work);
}

size_t pool_processors(void)
{
    cpu_set_t processors;
    return sched_getaffinity(0, sizeof processors, &processors) ? 1 : (size_t)CPU_COUNT(&processors);
}
