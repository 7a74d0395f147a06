// The guard: the terminal is given back as it was, however the program ends.
#ifndef VUONUOM_GUARD_H
#define VUONUOM_GUARD_H

// Why guard_install failed.
enum {
  GUARD_OK = 0,
  GUARD_NO_TERMINAL = -1,  // standard input or output is no terminal
  GUARD_NO_RESOURCES = -2,  // no file descriptor, no timer
};

// Text for the main screen after a crash, in all languages, prepared beforehand because a dying
// program cannot format any. Cut at 2,000 bytes.
void guard_set_message(const char *text);

// Keeps the terminal's settings, catches the signals that would end the program, and sends
// standard output and error to the log file (to nowhere when the path is NULL or cannot be
// opened) until guard_remove. Must come before ncurses is opened.
//
// TERM, INT and HUP are noted: their number comes out of guard_events, and the program has 700 ms
// to leave. After that, at a second one, and at once on every other deadly signal, the terminal is
// restored, the message and the end of the log are printed, and the program dies of the signal.
// TSTP, CONT and WINCH are noted as well.
int guard_install(const char *log_path);
// Puts everything back; for an orderly end.
void guard_remove(void);
// The file descriptor from which the numbers of noted signals are read, one byte each.
int guard_events(void);
// The next noted signal; 0 when there is none.
int guard_next_event(void);
// The terminal itself, whatever standard output is now.
int guard_terminal(void);
// Stops the program as the shell's job control would; returns when it goes on.
void guard_stop(void);
// Dies of the signal, with its default action.
void guard_die(int signal_number);

#endif
