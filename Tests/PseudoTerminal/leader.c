/* The system hangs a terminal up and resets its modes when the leader of its session ends: the program must not be that
 * leader if a test shall see what it leaves behind. So this does a shell's work, with only calls that are safe after a
 * fork of a threaded process. */
#define _GNU_SOURCE
#include "leader.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { LAST_SIGNAL = 64, CANNOT_RUN = 127 };

static void default_signals(void)
{
    sigset_t none;
    for (int signal = 1; signal <= LAST_SIGNAL; signal++)
        if (signal != SIGKILL && signal != SIGSTOP && signal != 32 && signal != 33)
            sigaction(signal, &(struct sigaction){ .sa_handler = SIG_DFL }, NULL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Other sessions' terminals must not be kept open here. */
static void close_all_but(int first, int second, int third)
{
    for (int fd = 3; fd < 1024; fd++)
        if (fd != first && fd != second && fd != third)
            close(fd);
}

static _Noreturn void run_program(const pt_options *options, int terminal)
{
    int null = open("/dev/null", O_RDWR);
    setpgid(0, 0);
    if (!options->in_background)
        tcsetpgrp(terminal, getpgrp());
    default_signals();
    if (options->hangup_ignored)
        signal(SIGHUP, SIG_IGN);
    dup2(options->input_is_null ? null : terminal, 0);
    dup2(options->output_is_null ? null : terminal, 1);
    dup2(terminal, 2);
    close_all_but(-1, -1, -1);
    execve(options->path, (char *const *)options->arguments, (char *const *)options->environment);
    _exit(CANNOT_RUN);
}

static void report(int reports, pid_t pid, int status)
{
    leader_report message = { pid, PT_RUNNING, 0 };
    if (WIFEXITED(status))
        message = (leader_report){ pid, PT_EXITED, WEXITSTATUS(status) };
    else if (WIFSIGNALED(status))
        message = (leader_report){ pid, PT_KILLED, WTERMSIG(status) };
    else if (WIFSTOPPED(status))
        message = (leader_report){ pid, PT_STOPPED, WSTOPSIG(status) };
    if (write(reports, &message, sizeof message) < 0)
        _exit(1);
}

/* At its prompt a shell has modes of its own, for its line editor. */
static void take_terminal(int terminal, const struct termios *found)
{
    struct termios editing = *found;
    editing.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    tcsetattr(terminal, TCSADRAIN, &editing);
}

/* Hands the terminal on, as a shell's `fg`, or keeps it, as `bg`. */
static void obey(char command, int terminal, pid_t pid, const struct termios *found)
{
    if (command == LEADER_FOREGROUND) {
        tcsetattr(terminal, TCSADRAIN, found);
        tcsetpgrp(terminal, pid);
    } else {
        take_terminal(terminal, found);
    }
    kill(-pid, SIGCONT);
}

void leader_run(const pt_options *options, int terminal, int commands, int reports)
{
    default_signals();
    close_all_but(terminal, commands, reports);
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
    int ignored[] = { SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE };
    for (unsigned i = 0; i < sizeof ignored / sizeof *ignored; i++)
        signal(ignored[i], SIG_IGN);
    struct termios found;
    tcgetattr(terminal, &found);
    if (options->in_background)
        take_terminal(terminal, &found);
    pid_t pid = fork();
    if (pid == 0)
        run_program(options, terminal);
    setpgid(pid, pid);
    if (!options->in_background)
        tcsetpgrp(terminal, pid);
    write(reports, &(leader_report){ pid, PT_RUNNING, 0 }, sizeof(leader_report));
    int hung_up = 0;
    for (;;) {
        struct pollfd wait_for[2] = { { commands, POLLIN, 0 }, { terminal, 0, 0 } };
        char command;
        int status;
        while (waitpid(pid, &status, WNOHANG | WUNTRACED | WCONTINUED) == pid) {
            if (!WIFCONTINUED(status))
                tcsetpgrp(terminal, getpgrp());
            report(reports, pid, status);
        }
        int ready = poll(wait_for, hung_up ? 1 : 2, 2);
        if (ready > 0 && !hung_up && wait_for[1].revents & POLLHUP) {
            hung_up = 1;
            usleep(20000);
            kill(-pid, SIGHUP);  /* The system tells the leader alone; shells pass it on, in their own time. */
        }
        if (ready <= 0 || !wait_for[0].revents)
            continue;
        ssize_t n = read(commands, &command, 1);
        if (n == 1) {
            obey(command, terminal, pid, &found);
        } else if (n == 0) {  /* The test is over. */
            kill(-pid, SIGKILL);
            kill(pid, SIGKILL);
            _exit(0);
        }
    }
}
