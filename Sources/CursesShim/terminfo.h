/* What screen.c needs of terminfo.c. */
#pragma once

/* Presses, drags, releases and the wheel, in decimal numbers (SGR) where the terminal knows them. */
extern const char mouse_start[], mouse_end[];

/* Sees whether the terminal will do: one of the results of cs_open. */
int terminfo_examine(void);
/* Has guard.c keep what endwin would send, `bottom` being the last line. */
void terminfo_collect_leave(int bottom);
/* What makes all of so many lines scroll together, as they do by default; empty where there is no such thing. */
const char *terminfo_scroll_region(int height);
int terminfo_has_mouse(void);
int terminfo_has_clipboard(void);
void terminfo_set_locale(void);
