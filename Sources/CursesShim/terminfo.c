/* The terminal's description and the locale. curses.h and term.h define common words as macros: they come last. */
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include "CursesShim.h"
#include "guard.h"
#include "terminfo.h"
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

const char mouse_start[] = "\033[?1000h\033[?1002h\033[?1006h";
const char mouse_end[] = "\033[?1006l\033[?1002l\033[?1000l";

static int mouse, clipboard;

int terminfo_has_mouse(void) { return mouse; }
int terminfo_has_clipboard(void) { return clipboard; }

/* --- Locale --- */

static int asks_for_utf8(void)
{
    const char *names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return 0;
}

int cs_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Only the character type: numbers keep their point, and texts are the program's own. Slim systems name a locale in the
 * environment and don't have it. */
void terminfo_set_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (cs_is_utf8() || !asks_for_utf8())
        return;
    const char *fallbacks[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8" };
    for (int i = 0; i < 4; i++)
        if (setlocale(LC_CTYPE, fallbacks[i]))
            return;
}

int cs_columns(uint32_t scalar)
{
    return wcwidth((wchar_t)scalar);
}

uint32_t cs_scalar_of_byte(uint8_t byte)
{
    mbstate_t state = { 0 };
    wchar_t wide = 0;
    char bytes[1] = { (char)byte };
    if (mbrtowc(&wide, bytes, 1, &state) != 1 || wcwidth(wide) < 1)
        return 0;
    return (uint32_t)wide;
}

/* --- What the terminal can do --- */

static const char *capability(const char *name)
{
    const char *value = tigetstr((char *)name);
    return value && value != (char *)-1 ? value : NULL;
}

const char *terminfo_scroll_region(int height)
{
    const char *region = capability("csr");
    const char *bytes = region ? tparm((char *)region, 0, height - 1, 0, 0, 0, 0, 0, 0, 0) : NULL;
    return bytes ? bytes : "";
}

static char collected[512];
static size_t collected_length;

static int collect(int byte)
{
    if (collected_length < sizeof collected)
        collected[collected_length++] = (char)byte;
    return byte;
}

static void collect_capability(const char *name)
{
    const char *value = capability(name);
    if (value)
        tputs(value, 1, collect);
}

/* What endwin would send, for a handler that may not call it. */
void terminfo_collect_leave(int bottom)
{
    collected_length = 0;
    if (mouse)
        tputs(mouse_end, 1, collect);
    collect_capability("sgr0");
    collect_capability("op");
    collect_capability("rmkx");
    collect_capability("smam");  /* curses takes wrapping and overwriting away for moments. */
    collect_capability("rmir");
    if (!capability("rmcup") && capability("cup"))
        tputs(tparm((char *)capability("cup"), bottom, 0, 0, 0, 0, 0, 0, 0, 0), 1, collect);
    collect_capability("rmcup");
    collect_capability("cnorm");
    guard_set_leave(collected, collected_length);
}

int terminfo_examine(void)
{
    int error = 0;
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return CS_NOT_A_TERMINAL;
    if (!name || !*name)
        return CS_UNKNOWN_TERMINAL;
    if (setupterm(name, STDOUT_FILENO, &error) != OK)
        return error == 1 ? CS_CANNOT_ADDRESS : CS_UNKNOWN_TERMINAL;
    int result = capability("cup") ? CS_OPEN : CS_CANNOT_ADDRESS;
    mouse = capability("kmous") != NULL;
    /* Descriptions rarely say whether there is a clipboard; those with a mouse and an xterm-like title have one. */
    clipboard = capability("Ms") || (mouse && strncmp(name, "linux", 5) != 0);
    terminfo_collect_leave(tigetnum("lines") > 0 ? tigetnum("lines") - 1 : 23);
    del_curterm(cur_term);
    return result;
}

int cs_escape_delay(void)
{
    const char *value = getenv("ESCDELAY");
    char *end;
    long delay = value && *value ? strtol(value, &end, 10) : 25;
    if (value && *value && (*end || delay < 0))
        delay = 25;
    return delay > 30000 ? 30000 : (int)delay;
}

int cs_key_sequence(int index, uint8_t *buffer, int size, int *key)
{
    static const struct { const char *name; int key; } keys[] = {
        { "kcuu1", CS_KEY_UP }, { "kcud1", CS_KEY_DOWN }, { "kcub1", CS_KEY_LEFT }, { "kcuf1", CS_KEY_RIGHT },
        { "khome", CS_KEY_HOME }, { "kend", CS_KEY_END }, { "kpp", CS_KEY_PAGE_UP }, { "knp", CS_KEY_PAGE_DOWN },
        { "kich1", CS_KEY_INSERT }, { "kdch1", CS_KEY_DELETE }, { "kbs", CS_KEY_BACKSPACE },
        { "kent", CS_KEY_ENTER }, { "kcbt", CS_KEY_BACK_TAB },
    };
    enum { NAMED = sizeof keys / sizeof *keys, FUNCTIONS = 12 };
    char name[8];
    if (index < 0 || index >= NAMED + FUNCTIONS)
        return -1;
    *key = index < NAMED ? keys[index].key : CS_KEY_FUNCTION + 1 + index - NAMED;
    snprintf(name, sizeof name, "kf%d", 1 + index - NAMED);
    const char *value = capability(index < NAMED ? keys[index].name : name);
    size_t length = value ? strlen(value) : 0;
    if (length > (size_t)size)
        return 0;
    memcpy(buffer, value ? value : "", length);
    return (int)length;
}
