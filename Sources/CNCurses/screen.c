#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "include/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>
#include <term.h>

#include "include/guard.h"

enum { most_pairs = 1024, run_cells = 256 };

static SCREEN *screen;
static FILE *output;
static int pair_count;
static struct {
  int foreground, background;
} pairs[most_pairs];

static int has_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Only the character set: decimal commas and month names are our own business.
static int choose_locale(void) {
  if (setlocale(LC_CTYPE, "") != NULL && has_utf8()) return 0;
  static const char *others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "vi_VN.UTF-8"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (setlocale(LC_CTYPE, others[i]) != NULL && has_utf8()) return 1;
  }
  return 2;
}

static int open_terminal(void) {
  const char *names[] = {getenv("TERM"), "xterm-256color", "xterm", "vt100"};
  for (int i = 0; i < 4; i++) {
    if (names[i] == NULL || *names[i] == 0) continue;
    screen = newterm(names[i], output, stdin);
    if (screen != NULL) return i;
  }
  return -1;
}

int screen_open(struct screen_report *report) {
  report->locale = choose_locale();
  int terminal = fcntl(guard_terminal(), F_DUPFD_CLOEXEC, 3);
  output = terminal < 0 ? NULL : fdopen(terminal, "w");
  if (output == NULL) return SCREEN_NO_DESCRIPTION;
  report->terminal = open_terminal();
  if (report->terminal < 0) {
    fclose(output);
    return SCREEN_NO_DESCRIPTION;
  }
  if (screen_capability("cup") == NULL) {
    screen_close();
    return SCREEN_INCAPABLE;
  }
  raw();
  noecho();
  nonl();
  // Without this ncurses looks for input while it paints, and postpones the rest of a frame.
  typeahead(-1);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  screen_forget_pairs();
  return SCREEN_OK;
}

void screen_close(void) {
  if (screen == NULL) return;
  endwin();
  delscreen(screen);
  fclose(output);
  screen = NULL;
  output = NULL;
}

void screen_suspend(void) { endwin(); }

void screen_resume(void) {
  raw();
  screen_invalidate();
  wrefresh(stdscr);
}

void screen_measure(int *width, int *height) {
  struct winsize size = {0};
  if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
      (size.ws_col != getmaxx(stdscr) || size.ws_row != getmaxy(stdscr))) {
    resizeterm(size.ws_row, size.ws_col);
  }
  *width = getmaxx(stdscr);
  *height = getmaxy(stdscr);
}

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & SCREEN_BOLD) result |= A_BOLD;
  if (attributes & SCREEN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & SCREEN_REVERSE) result |= A_REVERSE;
  if (attributes & SCREEN_DIM) result |= A_DIM;
  return result;
}

// Fills one or two of cells; returns how many.
static int make_cell(cchar_t *cells, const uint32_t *scalars, int width, attr_t look, int pair) {
  wchar_t text[SCREEN_SCALARS_PER_CELL + 1] = {0};
  for (int i = 0; i < SCREEN_SCALARS_PER_CELL && scalars[i] != 0; i++) {
    text[i] = (wchar_t)scalars[i];
    // A mark that this C library does not know would be dropped together with its base.
    if (i > 0 && wcwidth(text[i]) != 0) {
      text[i] = 0;
      break;
    }
  }
  short unused = 0;
  if (wcwidth(text[0]) == width && setcchar(cells, text, look, unused, &pair) == OK) return 1;
  wchar_t replacement[2] = {has_utf8() ? 0xFFFD : L'?', 0};
  wchar_t blank[2] = {L' ', 0};
  setcchar(cells, replacement, look, unused, &pair);
  if (width == 2) setcchar(cells + 1, blank, look, unused, &pair);
  return width;
}

void screen_put(int y, int x, const uint32_t *scalars, const uint8_t *widths, int count,
                int pair, int attributes) {
  attr_t look = curses_attributes(attributes);
  cchar_t cells[run_cells + 2];
  while (count > 0) {
    int used = 0, advance = 0;
    while (count > 0 && used < run_cells) {
      used += make_cell(cells + used, scalars, *widths, look, pair);
      advance += *widths;
      scalars += SCREEN_SCALARS_PER_CELL;
      widths++;
      count--;
    }
    // The cell in the bottom right corner is written and yet reported as an error.
    mvadd_wchnstr(y, x, cells, used);
    x += advance;
  }
}

void screen_cursor(int y, int x, int visible) {
  curs_set(visible ? 1 : 0);
  if (visible) wmove(stdscr, y, x);
}

void screen_refresh(void) { wrefresh(stdscr); }

void screen_invalidate(void) { clearok(curscr, TRUE); }

int screen_colour_count(void) { return has_colors() ? COLORS : 0; }

int screen_has_direct_colour(void) { return tigetflag("RGB") > 0; }

int screen_has_default_colours(void) { return screen_capability("op") != NULL; }

void screen_forget_pairs(void) { pair_count = 0; }

int screen_pair(int foreground, int background) {
  for (int i = 0; i < pair_count; i++) {
    if (pairs[i].foreground == foreground && pairs[i].background == background) return i + 1;
  }
  int limit = COLOR_PAIRS - 1 < most_pairs ? COLOR_PAIRS - 1 : most_pairs;
  if (pair_count >= limit) return 0;
  if (init_extended_pair(pair_count + 1, foreground, background) != OK) return 0;
  pairs[pair_count].foreground = foreground;
  pairs[pair_count].background = background;
  return ++pair_count;
}

const char *screen_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == NULL || text == (char *)-1 ? NULL : text;
}

int screen_read(uint8_t *buffer, int capacity) {
  struct pollfd ready = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&ready, 1, 0) <= 0) return 0;
  ssize_t count = read(STDIN_FILENO, buffer, (size_t)capacity);
  if (count > 0) return (int)count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

void screen_send(const char *bytes, int count) {
  while (count > 0) {
    ssize_t written = write(guard_terminal(), bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (int)written;
  }
}
