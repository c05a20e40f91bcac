/* A program in a pseudo-terminal, its output shown by a real terminal emulator (libvterm). No call waits without a limit. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct pt_session pt_session;

typedef struct {
    const char *path;               /* the program */
    const char *const *arguments;   /* from its own name on, NULL at the end */
    const char *const *environment; /* NAME=VALUE, NULL at the end */
    int rows, columns;
    int in_background;              /* started without the terminal, as by `program &` */
    int input_is_null, output_is_null;  /* standard input or output is /dev/null */
    int hangup_ignored;             /* as nohup does */
} pt_options;

/* Starts a program as a shell does: a process group of its own, in the foreground of a new terminal. NULL on failure. */
pt_session *pt_start(const pt_options *options);
/* Ends what still runs. */
void pt_free(pt_session *session);

/* Feeds the program's output to the emulator until none came for `quiet` milliseconds, at most `limit` milliseconds.
 * The number of bytes it fed. */
int pt_pump(pt_session *session, int quiet, int limit);
/* Types; the number of bytes the terminal took. */
int pt_write(pt_session *session, const uint8_t *bytes, int count);
void pt_resize(pt_session *session, int rows, int columns);
/* Closes the terminal, as closing its window does. */
void pt_hang_up(pt_session *session);

enum { PT_RUNNING, PT_STOPPED, PT_EXITED, PT_KILLED };
/* What the program does; *number is its exit status, or the signal that stopped or killed it. */
int pt_state(pt_session *session, int *number);
int pt_pid(pt_session *session);
/* Signals the program. */
void pt_signal(pt_session *session, int signal);
/* What `fg` and `bg` do. */
void pt_to_foreground(pt_session *session);
void pt_to_background(pt_session *session);

typedef struct {
    char text[32];       /* UTF-8; empty behind a wide glyph */
    int columns;
    int foreground, background;  /* number in the palette; -1 the terminal's own */
    int bold, underline, italic, reverse;
} pt_cell;
void pt_get_cell(pt_session *session, int row, int column, pt_cell *cell);

typedef struct {
    int rows, columns;
    int cursor_row, cursor_column, cursor_visible;
    int alternate_screen;
    int mouse;           /* 0 none, 1 presses, 2 drags, 3 all moves */
    int bells;
    int modes_restored;  /* whether the line discipline is as before the start */
} pt_screen;
void pt_get_screen(pt_session *session, pt_screen *screen);

/* All bytes that the program wrote so far; valid until the next pt_pump. */
const uint8_t *pt_output(pt_session *session, size_t *count);

/* Context switches of the program so far. */
long pt_switches(pt_session *session);
