/* The terminal through ncurses, in plain functions on integers and bytes: a third of curses' names are variadic, macros
 * or globals and can't be used from Swift. One terminal at a time, from one thread, but for cs_wake. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* --- Opening and closing (screen.c) --- */

enum {
    CS_OPEN = 0,
    CS_NOT_A_TERMINAL,    /* standard input or output is something else */
    CS_UNKNOWN_TERMINAL,  /* TERM is unset, or no description has its name */
    CS_CANNOT_ADDRESS,    /* the terminal can't move its cursor: dumb, hardcopy */
    CS_FAILED             /* ncurses could not start */
};

/* Takes the terminal over; waits for the foreground first. Nonzero colours: use what colours it has. */
int cs_open(int colours);
/* Gives the terminal back; does nothing when it isn't taken. */
void cs_close(void);

/* --- What it is (screen.c) --- */

int cs_width(void);
int cs_height(void);
/* Number of colours in use; 0 without. */
int cs_colours(void);
/* Whether the character type of the locale is UTF-8. */
int cs_is_utf8(void);
/* Columns that the C library gives a scalar; -1 where it knows none. */
int cs_columns(uint32_t scalar);
/* The scalar that a byte of 128 and more stands for in a locale of one byte a character; 0 where there is none. */
uint32_t cs_scalar_of_byte(uint8_t byte);
/* The index-th key of the terminal's description: bytes into buffer, their number returned, *key set to one of CS_KEY.
 * 0: the terminal lacks it; -1: there are no more. */
int cs_key_sequence(int index, uint8_t *buffer, int size, int *key);
enum {
    CS_KEY_UP = 1, CS_KEY_DOWN, CS_KEY_LEFT, CS_KEY_RIGHT, CS_KEY_HOME, CS_KEY_END, CS_KEY_PAGE_UP, CS_KEY_PAGE_DOWN,
    CS_KEY_INSERT, CS_KEY_DELETE, CS_KEY_BACKSPACE, CS_KEY_ENTER, CS_KEY_BACK_TAB,
    CS_KEY_FUNCTION  /* F1 is CS_KEY_FUNCTION + 1 */
};
/* Milliseconds after which an Escape is one: ESCDELAY where it is set, else 25. */
int cs_escape_delay(void);

/* --- Drawing (screen.c) --- */

enum { CS_BOLD = 1, CS_UNDERLINE = 2, CS_REVERSE = 4, CS_DIM = 8, CS_ITALIC = 16 };

typedef struct {
    uint32_t scalars[4];  /* a scalar and its marks, which must take no column; 0 where there are none */
    int16_t pair;
    uint8_t attributes;
    uint8_t columns;      /* 1 or 2, as cs_columns gives it for the first scalar */
} cs_cell;

/* Puts cells side by side; what goes beyond the right edge is left out. */
void cs_put(int y, int x, const cs_cell *cells, int count);
/* The number of the pair of two colours, -1 being the terminal's own; 0 without colours, -1 when no pair is left. */
int cs_pair(int foreground, int background);
/* Makes all pairs free again. What is on screen must then be put anew. */
void cs_forget_pairs(void);
/* The pair of blank cells, from the next cs_repaint on. */
void cs_background(int pair);
/* Where the cursor stands after the next flush; a negative y hides it. */
void cs_cursor(int y, int x);
/* Sends what changed. */
void cs_flush(void);
/* Blanks the screen, and has the next flush send all of it. */
void cs_repaint(void);
void cs_beep(void);

/* --- What a fatal signal leaves (will.c) --- */

/* Has a signal that leaves no time for a save write bytes into a new file, temporary, and rename that to path. All is
 * copied. A negative mode is that of any new file; a null path: nothing any more. Returns 0 when there is no memory. */
int cs_set_will(const char *temporary, const char *path, int mode, const uint8_t *bytes, size_t count);

/* --- The rest (screen.c) --- */

/* Asks for presses, drags, releases and the wheel, or no more. */
void cs_mouse(int on);
/* Asks the terminal to keep text (in base 64) as its clipboard; 0 where it knows no such request. */
int cs_copy(const char *base64);
/* Learns the size from the terminal, which may have moved or cut what it showed: cs_repaint is due. */
void cs_resize(void);
/* Gives the terminal back and takes it again in the foreground. With a stop, the process (or its whole group) is
 * stopped in between. Returns 0 when a signal came that ends the program: the terminal is then left as it is. */
enum { CS_NO_STOP, CS_STOP_SELF, CS_STOP_GROUP };
int cs_suspend(int stop);

/* --- Waiting (guard.c) --- */

enum { CS_INPUT = 1, CS_HANGUP = 2, CS_RESIZED = 4, CS_STOPPED = 8, CS_CONTINUED = 16, CS_WOKEN = 32, CS_QUIT = 64,
       CS_TIMEOUT = 128 };

/* Waits for something to happen, at most so many milliseconds (-1: for ever); a sum of the above, 0 at a false alarm. */
int cs_wait(int milliseconds);
/* Reads what was typed: its number of bytes, 0 for none, -1 when the terminal is gone. */
int cs_read(uint8_t *buffer, int size);
/* Whether there is something to read. */
int cs_pending(void);
/* The signal that asked the program to end, 0 for none; each is told once, and declined by asking again. */
int cs_quit_signal(void);
/* The signal that asked the program to end and was never told; 0 for none. For after cs_close. */
int cs_last_signal(void);
/* Ends a cs_wait; from any thread. */
void cs_wake(void);
/* Gives the terminal back, writes the will and ends the process by a signal, so that its parent sees the true status. */
_Noreturn void cs_die(int signal);

#ifdef __cplusplus
}
#endif
