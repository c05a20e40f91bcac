#define _GNU_SOURCE
#include "PseudoTerminal.h"
#include "leader.h"
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
#include <vterm.h>

struct pt_session {
    int master, slave, commands, reports;
    pid_t leader, pid;
    int state, number;
    struct termios before;
    VTerm *emulator;
    VTermScreen *screen;
    int cursor_visible, alternate_screen, mouse, bells;
    char held[16];  /* a sequence that may be a repeat, and the character before it */
    int held_count;
    char last;
    uint8_t *output;
    size_t output_count, output_room;
};

/* --- The emulator --- */

static void answer(const char *bytes, size_t count, void *user)
{
    pt_session *session = user;
    if (session->master >= 0)
        pt_write(session, (const uint8_t *)bytes, (int)count);
}

static int set_property(VTermProp property, VTermValue *value, void *user)
{
    pt_session *session = user;
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE: session->cursor_visible = value->boolean; break;
    case VTERM_PROP_ALTSCREEN: session->alternate_screen = value->boolean; break;
    case VTERM_PROP_MOUSE: session->mouse = value->number; break;
    default: break;
    }
    return 1;
}

static int ring(void *user)
{
    ((pt_session *)user)->bells++;
    return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = set_property, .bell = ring };

static void make_emulator(pt_session *session, int rows, int columns)
{
    session->cursor_visible = 1;
    session->emulator = vterm_new(rows, columns);
    vterm_set_utf8(session->emulator, 1);
    vterm_output_set_callback(session->emulator, answer, session);
    session->screen = vterm_obtain_screen(session->emulator);
    vterm_screen_set_callbacks(session->screen, &callbacks, session);
    vterm_screen_enable_altscreen(session->screen, 1);
    vterm_screen_reset(session->screen, 1);
}

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
    char *name = ptsname(session->master);
    session->slave = name ? open(name, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
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
    make_emulator(session, options->rows, options->columns);
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
    vterm_free(session->emulator);
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

/* xterm's sequence to repeat a character, ESC [ count b, is not in libvterm 0.1: it is carried out here. */
static void feed(pt_session *session, const char *bytes, size_t count)
{
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        char byte = bytes[i], *held = session->held;
        int n = session->held_count;
        int goes_on = n == 0 ? byte == 27 : n == 1 ? byte == '[' : n < 8 && byte >= '0' && byte <= '9';
        if (goes_on) {
            if (n == 0)
                vterm_input_write(session->emulator, bytes + start, i - start);
            held[session->held_count++] = byte;
            start = i + 1;
        } else if (n > 2 && byte == 'b') {
            held[n] = 0;
            for (int times = atoi(held + 2); times > 0; times--)
                vterm_input_write(session->emulator, &session->last, 1);
            session->held_count = 0;
            start = i + 1;
        } else if (n > 0) {
            vterm_input_write(session->emulator, held, (size_t)n);
            session->held_count = 0;
            start = i;
            i -= byte == 27;
        } else {
            session->last = byte;
        }
    }
    vterm_input_write(session->emulator, bytes + start, count - start);
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
        feed(session, bytes, (size_t)n);
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
    vterm_set_size(session->emulator, rows, columns);
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

/* --- The screen --- */

static int palette_number(const VTermColor *colour)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
        return -1;
    if (VTERM_COLOR_IS_INDEXED(colour))
        return colour->indexed.idx;
    return 0x1000000 | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

static int encode(uint32_t scalar, char *out)
{
    if (scalar < 0x80) {
        out[0] = (char)scalar;
        return 1;
    }
    int length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (scalar & 0x3F));
        scalar >>= 6;
    }
    out[0] = (char)(uint8_t)((0xF0u << (4 - length)) | scalar);
    return length;
}

void pt_get_cell(pt_session *session, int row, int column, pt_cell *cell)
{
    VTermScreenCell found;
    memset(cell, 0, sizeof *cell);
    if (!vterm_screen_get_cell(session->screen, (VTermPos){ row, column }, &found))
        return;
    int length = 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && found.chars[i]; i++)
        if (found.chars[i] != (uint32_t)-1)
            length += encode(found.chars[i], cell->text + length);
    if (length == 0 && found.chars[0] == 0)
        cell->text[0] = ' ';
    cell->columns = found.width;
    cell->foreground = palette_number(&found.fg);
    cell->background = palette_number(&found.bg);
    cell->bold = found.attrs.bold;
    cell->underline = found.attrs.underline != 0;
    cell->italic = found.attrs.italic;
    cell->reverse = found.attrs.reverse;
}

void pt_get_screen(pt_session *session, pt_screen *screen)
{
    VTermPos cursor;
    struct termios present;
    memset(screen, 0, sizeof *screen);
    vterm_get_size(session->emulator, &screen->rows, &screen->columns);
    vterm_state_get_cursorpos(vterm_obtain_state(session->emulator), &cursor);
    screen->cursor_row = cursor.row;
    screen->cursor_column = cursor.col;
    screen->cursor_visible = session->cursor_visible;
    screen->alternate_screen = session->alternate_screen;
    screen->mouse = session->mouse;
    screen->bells = session->bells;
    screen->modes_restored = session->master >= 0 && tcgetattr(session->master, &present) == 0
        && present.c_iflag == session->before.c_iflag && present.c_oflag == session->before.c_oflag
        && present.c_cflag == session->before.c_cflag && present.c_lflag == session->before.c_lflag
        && memcmp(present.c_cc, session->before.c_cc, sizeof present.c_cc) == 0;
}

const uint8_t *pt_output(pt_session *session, size_t *count)
{
    *count = session->output_count;
    return session->output;
}
