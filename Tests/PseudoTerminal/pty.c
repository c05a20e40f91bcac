#define _GNU_SOURCE
#include "PseudoTerminal.h"
#include "leader.h"
#include "session.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* --- Starting and ending --- */

static void close_descriptor(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static int make_terminal(pt_session *session, const pt_options *options)
{
    struct winsize size = { (unsigned short)options->rows, (unsigned short)options->columns, 0, 0 };
    session->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->master < 0 || grantpt(session->master) || unlockpt(session->master))
        return 0;
    char name[64];  /* Tests run in parallel: ptsname would share one. */
    if (ptsname_r(session->master, name, sizeof name))
        return 0;
    session->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->slave < 0)
        return 0;
    fcntl(session->master, F_SETFL, O_NONBLOCK);
    ioctl(session->master, TIOCSWINSZ, &size);
    return tcgetattr(session->master, &session->before) == 0;
}

static int fork_leader(pt_session *session, const pt_options *options)
{
    int down[2], up[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, down) || pipe2(up, O_CLOEXEC))
        return 0;
    session->leader = fork();
    if (session->leader == 0) {
        leader_run(options, session->slave, down[0], up[1]);
    }
    close(down[0]);
    close(up[1]);
    session->commands = down[1];
    session->reports = up[0];
    return session->leader > 0;
}

static int take_report(pt_session *session, int milliseconds)
{
    struct pollfd reports = { session->reports, POLLIN, 0 };
    leader_report report;
    if (poll(&reports, 1, milliseconds) <= 0 || read(session->reports, &report, sizeof report) != sizeof report)
        return 0;
    session->pid = report.pid;
    session->state = report.state;
    session->number = report.number;
    return 1;
}

pt_session *pt_start(const pt_options *options)
{
    pt_session *session = calloc(1, sizeof *session);
    if (!session)
        return NULL;
    session->master = session->slave = session->commands = session->reports = -1;
    emulator_make(session, options->rows, options->columns);
    if (make_terminal(session, options) && fork_leader(session, options) && take_report(session, 5000)) {
        close_descriptor(&session->slave);
        return session;
    }
    pt_free(session);
    return NULL;
}

void pt_free(pt_session *session)
{
    if (!session)
        return;
    close_descriptor(&session->commands);
    for (int tries = 0; session->leader > 0; tries++) {
        if (waitpid(session->leader, NULL, WNOHANG) == session->leader)
            break;
        if (tries == 200)
            kill(session->leader, SIGKILL);
        usleep(5000);
    }
    close_descriptor(&session->reports);
    close_descriptor(&session->master);
    close_descriptor(&session->slave);
    emulator_free(session);
    free(session->output);
    free(session);
}

/* --- Output and input --- */

static void keep(pt_session *session, const char *bytes, size_t count)
{
    if (session->output_count + count > session->output_room) {
        size_t room = (session->output_count + count) * 2;
        uint8_t *grown = realloc(session->output, room);
        if (!grown)
            return;
        session->output = grown;
        session->output_room = room;
    }
    memcpy(session->output + session->output_count, bytes, count);
    session->output_count += count;
}

static long now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int pt_pump(pt_session *session, int quiet, int limit)
{
    long end = now_ms() + limit;
    int total = 0;
    while (session->master >= 0) {
        long left = end - now_ms();
        struct pollfd in = { session->master, POLLIN, 0 };
        char bytes[65536];
        if (left < 0 || poll(&in, 1, left < quiet ? (int)left : quiet) <= 0)
            break;
        ssize_t n = read(session->master, bytes, sizeof bytes);
        if (n <= 0) {  /* Nobody has the terminal open. */
            usleep(1000);
            break;
        }
        keep(session, bytes, (size_t)n);
        emulator_feed(session, bytes, (size_t)n);
        total += (int)n;
    }
    return total;
}

int pt_write(pt_session *session, const uint8_t *bytes, int count)
{
    int done = 0;
    while (done < count && session->master >= 0) {
        ssize_t n = write(session->master, bytes + done, (size_t)(count - done));
        if (n <= 0)
            break;
        done += (int)n;
    }
    return done;
}

void pt_resize(pt_session *session, int rows, int columns)
{
    struct winsize size = { (unsigned short)rows, (unsigned short)columns, 0, 0 };
    emulator_resize(session, rows, columns);
    if (session->master >= 0)
        ioctl(session->master, TIOCSWINSZ, &size);
}

void pt_hang_up(pt_session *session)
{
    close_descriptor(&session->master);
}

/* --- The process --- */

int pt_state(pt_session *session, int *number)
{
    while (take_report(session, 0)) {}
    *number = session->number;
    return session->state;
}

int pt_pid(pt_session *session) { return session->pid; }

void pt_signal(pt_session *session, int signal)
{
    int number;
    int state = pt_state(session, &number);
    if (state == PT_RUNNING || state == PT_STOPPED)
        kill(session->pid, signal);
}

static void command(pt_session *session, char command)
{
    if (session->commands >= 0)
        send(session->commands, &command, 1, MSG_NOSIGNAL);
}

void pt_to_foreground(pt_session *session) { command(session, LEADER_FOREGROUND); }
void pt_to_background(pt_session *session) { command(session, LEADER_BACKGROUND); }

long pt_switches(pt_session *session)
{
    char path[64], line[512];
    long total = 0, value;
    snprintf(path, sizeof path, "/proc/%d/status", (int)session->pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "voluntary_ctxt_switches: %ld", &value) == 1
            || sscanf(line, "nonvoluntary_ctxt_switches: %ld", &value) == 1)
            total += value;
    if (file)
        fclose(file);
    return total;
}

const uint8_t *pt_output(pt_session *session, size_t *count)
{
    *count = session->output_count;
    return session->output;
}
