// The screen: output through ncurses, input as raw bytes. All functions belong to one thread.
#ifndef VUONUOM_SCREEN_H
#define VUONUOM_SCREEN_H

#include <stdint.h>

// Why screen_open failed.
enum {
  SCREEN_OK = 0,
  SCREEN_NO_DESCRIPTION = -1,  // no terminal description, not even of xterm or vt100
  SCREEN_INCAPABLE = -2,       // a terminal that cannot place its cursor, such as "dumb"
};

// Attributes of cells, to be added up.
enum {
  SCREEN_BOLD = 1,
  SCREEN_UNDERLINE = 2,
  SCREEN_REVERSE = 4,
  SCREEN_DIM = 8,
};

// Scalars that one cell has room for: a base and four marks. Unused ones are 0.
enum { SCREEN_SCALARS_PER_CELL = 5 };

// What screen_open had to settle for.
struct screen_report {
  int terminal;  // 0 as named by TERM, 1 xterm-256color, 2 xterm, 3 vt100
  int locale;    // 0 as the environment says, 1 C.UTF-8 instead, 2 none with UTF-8 exists
};

// Opens ncurses on the terminal that guard_install has taken charge of.
int screen_open(struct screen_report *report);
// Leaves ncurses; the guard puts back what ncurses does not know of.
void screen_close(void);
// Gives the terminal back for a while; screen_resume takes it again and repaints everything.
void screen_suspend(void);
void screen_resume(void);

// Asks the kernel for the size and tells ncurses.
void screen_measure(int *width, int *height);

// Writes cells with one look. scalars has SCREEN_SCALARS_PER_CELL entries for each character,
// widths says how many cells (1 or 2) each takes. A character of which the C library believes
// another width is shown as the replacement character, so that columns never shift.
void screen_put(int y, int x, const uint32_t *scalars, const uint8_t *widths, int count,
                int pair, int attributes);
// Places the terminal's own cursor, or hides it.
void screen_cursor(int y, int x, int visible);
// Sends everything that has changed.
void screen_refresh(void);
// Forgets what the terminal shows; the next screen_refresh sends everything.
void screen_invalidate(void);

// Colours of the terminal; 0 for none.
int screen_colour_count(void);
// Whether colour numbers above 7 are 0xRRGGBB.
int screen_has_direct_colour(void);
// Whether "the colour that the user has set" can be asked for.
int screen_has_default_colours(void);
// The pair of two colour numbers, -1 for the default; 0 when no pair is left.
int screen_pair(int foreground, int background);
// Forgets all pairs, for a new palette.
void screen_forget_pairs(void);

// A string of the terminal description, such as "kf1"; NULL when it has none.
const char *screen_capability(const char *name);

// Reads what has been typed, without waiting. Returns the number of bytes, 0 for none,
// -1 when the terminal is gone.
int screen_read(uint8_t *buffer, int capacity);
// Writes control sequences past ncurses; they take effect at once.
void screen_send(const char *bytes, int count);

#endif
