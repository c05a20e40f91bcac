/* What the files of the shim need of each other; nothing the rest of the program should see. */
#pragma once
#include <stddef.h>

/* --- restore.c --- */

/* The bytes that leave the terminal as it was found; they are copied. */
void guard_set_leave(const char *bytes, size_t length);
/* Keeps the modes that the terminal has now as the ones to restore. */
void guard_save_modes(void);
/* From here on, or no more, whatever ends the process first restores the terminal. */
void guard_arm(int armed);
int guard_armed(void);
int guard_in_foreground(void);
/* Gives the terminal back where it is armed; safe in a signal handler. */
void guard_restore(void);

/* Both: gives the terminal back and writes the will; returns once that is done, by whichever thread. */
void guard_last_rites(void);

/* --- will.c --- */

/* Writes the file that cs_set_will asked for, once; safe in a signal handler. */
void guard_execute_will(void);

/* --- guard.c --- */

/* Catches signals. */
void guard_install(void);
/* ncurses takes SIGTSTP for itself: catches it again. */
void guard_reclaim(void);
/* Puts the dispositions of signals back. */
void guard_remove(void);
/* Stops the process until it is in the foreground again; 0 when it shall end instead. */
int guard_stop(int group);
int guard_await_foreground(void);
