/* Giving the terminal back from a signal handler: only calls that are safe there, on bytes and modes kept beforehand. */
#define _GNU_SOURCE
#include "CursesShim.h"
#include "guard.h"
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { INPUT = STDIN_FILENO, OUTPUT = STDOUT_FILENO };

static atomic_bool armed;
static struct termios modes;
static int have_modes;

/* Two, so that a handler never reads one that is being written. */
static char leave_bytes[2][512];
static size_t leave_lengths[2];
static atomic_int leave_current;

void guard_set_leave(const char *bytes, size_t length)
{
    int next = !atomic_load(&leave_current);
    if (length > sizeof leave_bytes[next])
        return;
    memcpy(leave_bytes[next], bytes, length);
    leave_lengths[next] = length;
    atomic_store(&leave_current, next);
}

void guard_save_modes(void)
{
    have_modes = tcgetattr(INPUT, &modes) == 0;
}

void guard_arm(int on)
{
    atomic_store(&armed, on != 0);
}

int guard_armed(void)
{
    return atomic_load(&armed);
}

int guard_in_foreground(void)
{
    /* A terminal that does not control the process (setsid, some containers) stops no one: all is foreground. */
    pid_t group = tcgetpgrp(INPUT);
    return group < 0 || group == getpgrp();
}

void guard_restore(void)
{
    if (!atomic_exchange(&armed, 0) || !guard_in_foreground())
        return;
    int which = atomic_load(&leave_current), flags = fcntl(OUTPUT, F_GETFL);
    /* A terminal that takes no more output must not keep the process alive. */
    struct pollfd out = { OUTPUT, POLLOUT, 0 };
    if (flags >= 0)
        fcntl(OUTPUT, F_SETFL, flags | O_NONBLOCK);
    for (size_t done = 0; done < leave_lengths[which];) {
        if (poll(&out, 1, 200) <= 0)
            break;
        ssize_t n = write(OUTPUT, leave_bytes[which] + done, leave_lengths[which] - done);
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    if (flags >= 0)
        fcntl(OUTPUT, F_SETFL, flags);
    if (have_modes)
        tcsetattr(INPUT, TCSANOW, &modes);
}

void guard_last_rites(void)
{
    enum { TRIES = 200, PAUSE_MS = 10 };
    static atomic_bool begun, done;
    if (!atomic_exchange(&begun, 1)) {
        guard_restore();
        guard_execute_will();
        atomic_store(&done, 1);
    }
    /* Two signals at once, on two threads: the second must not kill what the first is writing. */
    for (int i = 0; i < TRIES && !atomic_load(&done); i++)
        poll(NULL, 0, PAUSE_MS);
}

void cs_die(int signal)
{
    guard_last_rites();
    struct sigaction action = { 0 };
    sigset_t set;
    action.sa_handler = SIG_DFL;
    sigaction(signal, &action, NULL);
    sigemptyset(&set);
    sigaddset(&set, signal);
    raise(signal);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    _exit(128 + signal);
}
