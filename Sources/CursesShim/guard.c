/* Signals and waiting. Whatever ends the process gives the terminal back first, and the status stays true.
 *
 * Three kinds of signals:
 *  - SIGWINCH, SIGTSTP and SIGCONT are for the loop. Their handler sets a flag and writes to a pipe that the wait looks
 *    at, so that none is lost that comes just before the wait; what they interrupt is restarted.
 *  - SIGTERM, SIGINT, SIGHUP and SIGQUIT ask the loop to end, in the same way. When the loop does not answer, or the
 *    user insists, the handler ends the process itself.
 *  - The rest would end the process at once: the handler restores the terminal, writes the will, then lets the signal do
 *    its work.
 */
#define _GNU_SOURCE
#include "CursesShim.h"
#include "guard.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { INPUT = STDIN_FILENO, SIGNALS = 65 };
enum { SECONDS_TO_ANSWER = 1, SECONDS_TO_SAVE = 5, INSISTENCE_MS = 300 };

static const int loop_signals[] = { SIGWINCH, SIGTSTP, SIGCONT };
static const int quit_signals[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };
static const int fatal_signals[] = { SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGXCPU, SIGXFSZ,
                                     SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE };
#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

static struct sigaction former[SIGNALS];
static atomic_bool installed[SIGNALS];
static int wake_pipe[2] = { -1, -1 };

static atomic_bool resized, stopped, continued, woken;
static atomic_int quit_signal;
static atomic_bool quit_told;
static struct timespec quit_time;

/* --- Handlers --- */

static void poke(void)
{
    int saved = errno;
    if (write(wake_pipe[1], "", 1) < 0) { /* A full pipe wakes as well. */ }
    errno = saved;
}

static void on_loop_signal(int signal)
{
    atomic_store(signal == SIGWINCH ? &resized : signal == SIGTSTP ? &stopped : &continued, 1);
    poke();
}

static void on_quit_signal(int signal)
{
    int none = 0;
    if (atomic_compare_exchange_strong(&quit_signal, &none, signal)) {
        clock_gettime(CLOCK_MONOTONIC, &quit_time);
        alarm(SECONDS_TO_ANSWER);
        poke();
        return;
    }
    /* A closing window sends its hang-up twice (the kernel's and the shell's): only later ones insist. */
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long elapsed = (now.tv_sec - quit_time.tv_sec) * 1000 + (now.tv_nsec - quit_time.tv_nsec) / 1000000;
    if (elapsed > INSISTENCE_MS)
        cs_die(signal);
}

static void on_fatal_signal(int signal)
{
    if (signal == SIGALRM && atomic_load(&quit_signal))
        cs_die(atomic_load(&quit_signal));
    guard_last_rites();
    /* The former handler (Swift's backtrace) or none: the signal comes again as this one returns, where it struck. */
    struct sigaction action = former[signal];
    if (!(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN)
        action.sa_handler = SIG_DFL;
    sigaction(signal, &action, NULL);
    raise(signal);
}

static void catch(const int *signals, int count, void (*handler)(int), int flags)
{
    struct sigaction action = { 0 };
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    for (int i = 0; i < count; i++) {
        int signal = signals[i], synchronous = signal == SIGILL || signal == SIGTRAP || signal == SIGSEGV
            || signal == SIGBUS || signal == SIGFPE || signal == SIGABRT;
        if (!atomic_exchange(&installed[signal], 1))
            sigaction(signal, NULL, &former[signal]);
        /* What the parent had ignored (nohup, a shell without job control) stays ignored. */
        int ignored = !(former[signal].sa_flags & SA_SIGINFO) && former[signal].sa_handler == SIG_IGN;
        if (ignored && !synchronous)
            continue;
        sigaction(signal, &action, NULL);
    }
}

/* A stack overflow leaves no room for a handler. */
static void give_alternate_stack(void)
{
    static char stack[64 * 1024];
    stack_t present, own = { .ss_sp = stack, .ss_size = sizeof stack };
    if (sigaltstack(NULL, &present) == 0 && present.ss_flags & SS_DISABLE)
        sigaltstack(&own, NULL);
}

/* A parent may have left signals blocked, across exec too: then nothing could end the program. */
static void unblock(const int *signals, int count)
{
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < count; i++)
        sigaddset(&set, signals[i]);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void open_wake_pipe(void)
{
    if (wake_pipe[0] >= 0 || pipe(wake_pipe) != 0)
        return;
    for (int i = 0; i < 2; i++) {
        fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
        fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    }
}

/* --- For screen.c --- */

void guard_reclaim(void)
{
    catch(loop_signals, COUNT(loop_signals), on_loop_signal, SA_RESTART);
}

void guard_install(void)
{
    static int at_exit;
    if (!at_exit++)
        atexit(guard_restore);
    open_wake_pipe();
    give_alternate_stack();
    atomic_store(&quit_signal, 0);
    guard_reclaim();
    catch(quit_signals, COUNT(quit_signals), on_quit_signal, SA_RESTART);
    catch(fatal_signals, COUNT(fatal_signals), on_fatal_signal, SA_ONSTACK);
    unblock(loop_signals, COUNT(loop_signals));
    unblock(quit_signals, COUNT(quit_signals));
    unblock(fatal_signals, COUNT(fatal_signals));
}

void guard_remove(void)
{
    for (int signal = 1; signal < SIGNALS; signal++)
        if (atomic_exchange(&installed[signal], 0))
            sigaction(signal, &former[signal], NULL);
    alarm(0);  /* Whoever closes has answered. */
}

int guard_await_foreground(void)
{
    /* The default action stops the process, as for any program. Where no shell could start it again the signal is
     * dropped; then reading fails and the program ends. */
    for (int tries = 0; tries < 100 && !guard_in_foreground() && !atomic_load(&quit_signal); tries++)
        raise(SIGTTOU);
    atomic_store(&continued, 0);  /* The end of a stop of our own is no news. */
    return !atomic_load(&quit_signal);
}

int guard_stop(int group)
{
    struct sigaction action = { 0 }, caught;
    sigset_t set;
    action.sa_handler = SIG_DFL;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    /* Held back until both are under way: going on clears them both, whichever thread the second one reaches. */
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    sigaction(SIGTSTP, &action, &caught);
    raise(SIGTSTP);
    if (group)
        kill(0, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);  /* Stops here. */
    sigaction(SIGTSTP, &caught, NULL);
    return guard_await_foreground();
}

/* --- Waiting --- */

int cs_wait(int milliseconds)
{
    enum { HANGUP_MS = 100 };
    struct pollfd fds[2] = { { wake_pipe[0], POLLIN, 0 }, { INPUT, POLLIN, 0 } };
    int result = 0, ready = poll(fds, 2, milliseconds);

    if (ready > 0 && fds[1].revents & POLLIN) result |= CS_INPUT;
    if (ready > 0 && fds[1].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CS_HANGUP;
    /* The end of a terminal is seen a little before the signal that tells of it. */
    if (result & CS_HANGUP && !atomic_load(&quit_signal))
        poll(fds, 1, HANGUP_MS);
    for (char drained[64]; read(wake_pipe[0], drained, sizeof drained) > 0;) {}
    if (atomic_exchange(&resized, 0)) result |= CS_RESIZED;
    if (atomic_exchange(&stopped, 0)) result |= CS_STOPPED;
    if (atomic_exchange(&continued, 0)) result |= CS_CONTINUED;
    if (atomic_exchange(&woken, 0)) result |= CS_WOKEN;
    if (atomic_load(&quit_signal)) result |= CS_QUIT;
    return ready == 0 && !result ? CS_TIMEOUT : result;
}

int cs_read(uint8_t *buffer, int size)
{
    ssize_t n = read(INPUT, buffer, (size_t)size);
    if (n > 0)
        return (int)n;
    return n < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

int cs_pending(void)
{
    struct pollfd in = { INPUT, POLLIN, 0 };
    return poll(&in, 1, 0) > 0 && in.revents & POLLIN;
}

int cs_quit_signal(void)
{
    int signal = atomic_load(&quit_signal);
    if (!signal)
        return 0;
    if (!atomic_exchange(&quit_told, 1)) {
        alarm(SECONDS_TO_SAVE);
        return signal;
    }
    /* A loop that asks again has dealt with it and goes on. */
    alarm(0);
    atomic_store(&quit_told, 0);
    atomic_store(&quit_signal, 0);
    return 0;
}

int cs_last_signal(void)
{
    return atomic_load(&quit_told) ? 0 : atomic_load(&quit_signal);
}

void cs_wake(void)
{
    if (!atomic_exchange(&woken, 1))
        poke();
}
