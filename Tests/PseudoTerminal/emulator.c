/* What the program's output makes a terminal show. */
#include "session.h"
#include <stdlib.h>
#include <string.h>

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

void emulator_make(pt_session *session, int rows, int columns)
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

void emulator_free(pt_session *session) { vterm_free(session->emulator); }

void emulator_resize(pt_session *session, int rows, int columns)
{
    vterm_set_size(session->emulator, rows, columns);
}

/* xterm's sequence to repeat a character, ESC [ count b, is not in libvterm 0.1: it is carried out here. */
void emulator_feed(pt_session *session, const char *bytes, size_t count)
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
