/* What a fatal signal still writes: the session that the loop had no time to save. Only calls that are safe in a signal
 * handler, on bytes kept beforehand. */
#define _GNU_SOURCE
#include "CursesShim.h"
#include "guard.h"
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *temporary, *path;  /* Into `bytes` as well: one block. */
    int mode;
    size_t count;
    char bytes[];
} will;

/* Whoever takes it out owns it: a handler on another thread never reads what is being freed. */
static _Atomic(will *) present;

int cs_set_will(const char *temporary, const char *path, int mode, const uint8_t *bytes, size_t count)
{
    will *next = NULL;
    if (path) {
        size_t first = strlen(temporary) + 1, second = strlen(path) + 1;
        next = malloc(sizeof *next + count + first + second);
        if (!next)
            return 0;
        next->mode = mode;
        next->count = count;
        memcpy(next->bytes, bytes, count);
        next->temporary = memcpy(next->bytes + count, temporary, first);
        next->path = memcpy(next->bytes + count + first, path, second);
    }
    free(atomic_exchange(&present, next));
    return 1;
}

void guard_execute_will(void)
{
    will *last = atomic_exchange(&present, NULL);
    if (!last)
        return;
    int file = open(last->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return;
    if (last->mode >= 0)
        fchmod(file, (mode_t)last->mode);
    size_t done = 0;
    while (done < last->count) {
        ssize_t n = write(file, last->bytes + done, last->count - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    int whole = done == last->count && fsync(file) == 0;
    if (close(file) != 0 || !whole || rename(last->temporary, last->path) != 0)
        unlink(last->temporary);
}
