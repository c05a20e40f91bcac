/* Drawing and modes through curses. */
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "CursesShim.h"
#include "guard.h"
#include "terminfo.h"
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Beyond this a size is a mistake or a trap: cells are memory. */
enum { WIDEST = 1024, HIGHEST = 512, PAIRS = 256 };

static SCREEN *screen;
static int mouse_on, own_colours, colours;
static short pairs[PAIRS][2];
static int pair_count = 1, pair_limit = 1;

static void raw_write(const char *bytes, size_t length)
{
    struct pollfd out = { STDOUT_FILENO, POLLOUT, 0 };
    while (length > 0) {
        ssize_t n = write(STDOUT_FILENO, bytes, length);
        /* Half a sequence would swallow what comes next: worth a wait. */
        if (n < 0 && (errno == EINTR || (errno == EAGAIN && poll(&out, 1, 1000) > 0)))
            continue;
        if (n <= 0)
            return;
        bytes += n;
        length -= (size_t)n;
    }
}

/* --- Opening and closing --- */

static void set_modes(void)
{
    struct termios present;
    cbreak();  /* Not raw: Ctrl-C and Ctrl-Z shall be signals. */
    noecho();
    nonl();
    if (tcgetattr(STDIN_FILENO, &present) == 0) {
        present.c_iflag &= ~(tcflag_t)(IXON | IXOFF);  /* Ctrl-S is a key and freezes nothing. */
        present.c_lflag &= ~(tcflag_t)IEXTEN;
        tcsetattr(STDIN_FILENO, TCSADRAIN, &present);
        def_prog_mode();
    }
    typeahead(-1);
    keypad(stdscr, TRUE);
}

static void start_colours(int wanted)
{
    colours = 0;
    own_colours = 0;
    if (!wanted || !has_colors() || start_color() != OK)
        return;
    colours = COLORS;
    own_colours = use_default_colors() == OK;
    pair_limit = COLOR_PAIRS < PAIRS ? COLOR_PAIRS : PAIRS;
}

/* A number of the environment, where it is one from 1 to most. */
static int said(const char *name, int most, int otherwise)
{
    const char *value = getenv(name);
    char *end = NULL;
    long number = value ? strtol(value, &end, 10) : 0;
    return end && end != value && !*end && number >= 1 && number <= most ? (int)number : otherwise;
}

/* The window's own size, within bounds. Where a terminal says nothing of it (a serial line), what the reader says. */
static void window_size(int *rows, int *columns)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        *rows = size.ws_row < HIGHEST ? size.ws_row : HIGHEST;
        *columns = size.ws_col < WIDEST ? size.ws_col : WIDEST;
    } else {
        *rows = said("LINES", HIGHEST, 24);
        *columns = said("COLUMNS", WIDEST, 80);
    }
}

/* A screen of the window's size. Left alone, curses would take the environment's, however absurd, or the window's
 * without bounds, and make cells of it at once. */
static SCREEN *new_screen(void)
{
    const char *names[] = { "LINES", "COLUMNS" };
    char *former[2], number[16];
    int size[2];
    window_size(&size[0], &size[1]);
    for (int i = 0; i < 2; i++) {
        const char *value = getenv(names[i]);
        former[i] = value ? strdup(value) : NULL;
        snprintf(number, sizeof number, "%d", size[i]);
        setenv(names[i], number, 1);
    }
    SCREEN *result = newterm(NULL, stdout, stdin);
    for (int i = 0; i < 2; i++) {
        if (former[i])
            setenv(names[i], former[i], 1);
        else
            unsetenv(names[i]);
        free(former[i]);
    }
    return result;
}

int cs_open(int wanted_colours)
{
    int error = terminfo_examine();
    if (screen || error)
        return screen ? CS_FAILED : error;
    terminfo_set_locale();
    guard_install();
    guard_await_foreground();
    guard_save_modes();
    guard_arm(1);
    screen = new_screen();
    guard_reclaim();
    if (!screen) {
        guard_arm(0);
        guard_remove();
        return CS_FAILED;
    }
    set_modes();
    start_colours(wanted_colours);
    cs_forget_pairs();
    cs_resize();
    return CS_OPEN;
}

static void leave(void)
{
    if (guard_armed() && guard_in_foreground()) {
        if (mouse_on)
            raw_write(mouse_end, strlen(mouse_end));
        endwin();
    }
    guard_arm(0);
}

void cs_close(void)
{
    if (!screen)
        return;
    leave();
    mouse_on = 0;
    delscreen(screen);
    screen = NULL;
    guard_remove();
}

/* --- Size --- */

int cs_width(void) { return screen ? COLS : 0; }
int cs_height(void) { return screen ? LINES : 0; }
int cs_colours(void) { return colours; }

void cs_resize(void)
{
    int rows, columns;
    if (!screen)
        return;
    window_size(&rows, &columns);
    if (rows != LINES || columns != COLS) {
        resize_term(rows, columns);
        /* Not every terminal lets go of the lines that scrolled together before. Coming back from a stop curses sees
         * to it, once it has left the shell's screen. */
        const char *region = terminfo_scroll_region(rows);
        if (!isendwin())
            raw_write(region, strlen(region));
    }
    terminfo_collect_leave(LINES - 1);
}

/* --- Drawing --- */

static attr_t curses_attributes(unsigned set)
{
    return (set & CS_BOLD ? A_BOLD : 0) | (set & CS_UNDERLINE ? A_UNDERLINE : 0) | (set & CS_REVERSE ? A_REVERSE : 0)
        | (set & CS_DIM ? A_DIM : 0) | (set & CS_ITALIC ? A_ITALIC : 0);
}

void cs_put(int y, int x, const cs_cell *cells, int count)
{
    enum { RUN = 128 };
    cchar_t run[RUN];
    if (!screen)
        return;
    while (count > 0) {
        int n = 0, columns = 0;
        for (; n < count && n < RUN; n++) {
            const cs_cell *cell = &cells[n];
            wchar_t text[5] = { 0 };
            for (int i = 0; i < 4; i++)
                text[i] = (wchar_t)cell->scalars[i];
            if (setcchar(&run[n], text, curses_attributes(cell->attributes), cell->pair, NULL) != OK)
                setcchar(&run[n], L"?", A_NORMAL, 0, NULL);
            columns += cell->columns;
        }
        mvadd_wchnstr(y, x, run, n);  /* Unlike addstr it neither wraps nor scrolls at the last cell. */
        cells += n;
        count -= n;
        x += columns;
    }
}

int cs_pair(int foreground, int background)
{
    if (!colours)
        return 0;
    if (!own_colours) {
        foreground = foreground < 0 ? COLOR_WHITE : foreground;
        background = background < 0 ? COLOR_BLACK : background;
    }
    for (int i = 1; i < pair_count; i++)
        if (pairs[i][0] == foreground && pairs[i][1] == background)
            return i;
    if (pair_count >= pair_limit || init_pair((short)pair_count, (short)foreground, (short)background) != OK)
        return -1;
    pairs[pair_count][0] = (short)foreground;
    pairs[pair_count][1] = (short)background;
    return pair_count++;
}

void cs_forget_pairs(void)
{
    pair_count = 1;
}

void cs_background(int pair)
{
    /* A pair for the terminal's own colours too: going back to pair 0, curses resets all attributes as well. */
    cchar_t blank;
    setcchar(&blank, L" ", A_NORMAL, (short)pair, NULL);
    if (screen)
        bkgrndset(&blank);
}

void cs_cursor(int y, int x)
{
    if (!screen)
        return;
    leaveok(stdscr, y < 0);
    curs_set(y >= 0);
    if (y >= 0)
        move(y, x);
}

void cs_flush(void)
{
    if (screen && guard_armed())
        refresh();
}

void cs_repaint(void)
{
    if (!screen)
        return;
    erase();
    clearok(stdscr, TRUE);
}

void cs_beep(void)
{
    if (screen && guard_armed())
        beep();
}

/* --- The rest --- */

void cs_mouse(int on)
{
    /* curses reports no drags, and delays presses to make clicks of them: the decoder reads the reports itself. */
    if (!screen || !terminfo_has_mouse() || on == mouse_on)
        return;
    mouse_on = on;
    if (guard_armed())
        raw_write(on ? mouse_start : mouse_end, strlen(on ? mouse_start : mouse_end));
}

int cs_copy(const char *base64)
{
    if (!screen || !guard_armed() || !terminfo_has_clipboard())
        return 0;
    raw_write("\033]52;c;", 7);
    raw_write(base64, strlen(base64));
    raw_write("\007", 1);
    const char *tmux = getenv("TMUX");
    if (tmux && *tmux) {  /* tmux takes the request itself or passes it on, by its options: this is for the latter. */
        raw_write("\033Ptmux;\033\033]52;c;", 15);
        raw_write(base64, strlen(base64));
        raw_write("\007\033\\", 3);
    }
    return 1;
}

int cs_suspend(int stop)
{
    if (!screen)
        return 0;
    /* Continued in the background: the terminal is someone else's until the foreground is back. */
    if (stop == CS_NO_STOP && !guard_await_foreground())
        return 0;
    leave();
    if (stop != CS_NO_STOP)
        guard_execute_will();  /* Whoever is stopped may never go on. */
    if (stop != CS_NO_STOP && !guard_stop(stop == CS_STOP_GROUP))
        return 0;
    guard_save_modes();
    def_shell_mode();
    guard_arm(1);
    reset_prog_mode();
    cs_resize();
    if (mouse_on)
        raw_write(mouse_start, strlen(mouse_start));
    return 1;
}
