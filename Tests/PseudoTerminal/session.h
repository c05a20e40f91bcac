/* What the files of this target share. */
#pragma once
#include "PseudoTerminal.h"
#include <sys/types.h>
#include <termios.h>
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

/* --- emulator.c --- */

void emulator_make(pt_session *session, int rows, int columns);
void emulator_free(pt_session *session);
void emulator_feed(pt_session *session, const char *bytes, size_t count);
void emulator_resize(pt_session *session, int rows, int columns);
