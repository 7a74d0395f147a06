// Everything that Swift sees of the terminal: plain functions over ncursesw and the tty.
// curses.h stays inside the .c files, because its globals and its names (move, filter, box,
// timeout) do not belong into a Swift module.
#ifndef VUONUOM_CNCURSES_H
#define VUONUOM_CNCURSES_H

#include "guard.h"
#include "screen.h"

#endif
