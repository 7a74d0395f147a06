#define _GNU_SOURCE
#include "include/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Synchronised output, mouse, paste and focus reports off, plain text, cursor shown, main screen.
static const char restore_sequence[] =
    "\033[?2026l\033[?1003l\033[?1002l\033[?1000l\033[?1006l\033[?2004l\033[?1004l"
    "\033[0m\033[?25h\033[?1049l\r";

static const int deadly[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS, SIGQUIT};
static const int asked[] = {SIGTERM, SIGINT, SIGHUP};
static const int noted[] = {SIGTSTP, SIGCONT, SIGWINCH};
enum { grace_milliseconds = 700, message_bytes = 2001, tail_bytes = 1500,
       log_bytes = 32 * 1024 };

static struct {
  atomic_int active;
  atomic_int ending;  // the first of TERM, INT, HUP that came
  int terminal, log, saved_output, saved_error;
  int events[2];
  off_t log_start;
  struct termios settings;
  timer_t timer;
  char message[message_bytes];
  struct sigaction before[NSIG];
} state = {.terminal = -1, .log = -1, .saved_output = -1, .saved_error = -1, .events = {-1, -1}};

static char signal_stack[64 * 1024];

// A terminal that takes no output (a stopped one, a dead connection) must not keep us alive.
static void write_all(const char *bytes, size_t count) {
  while (count > 0) {
    struct pollfd ready = {.fd = state.terminal, .events = POLLOUT};
    if (poll(&ready, 1, 200) <= 0) return;
    ssize_t written = write(state.terminal, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void put_settings_back(void) {
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  tcflush(state.terminal, TCIFLUSH);
  tcsetattr(state.terminal, TCSANOW, &state.settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// What the runtime said before it died, without the stack trace that it adds, which is for the
// log, and without anything that a terminal could obey.
static void write_tail_of_log(void) {
  static char read_bytes[log_bytes];
  static const char trace[] = "Current stack trace:";
  struct stat file;
  if (state.log < 0 || fstat(state.log, &file) != 0) return;
  off_t start = file.st_size - log_bytes;
  if (start < state.log_start) start = state.log_start;
  ssize_t count = pread(state.log, read_bytes, sizeof read_bytes, start);
  if (count <= 0) return;
  char *end = memmem(read_bytes, (size_t)count, trace, sizeof trace - 1);
  if (end == NULL) end = read_bytes + count;
  char *tail = read_bytes;
  if (end - tail > tail_bytes) {
    tail = end - tail_bytes;
    while (tail < end && tail[-1] != '\n') tail++;
  }
  for (char *at = tail; at < end; at++) {
    unsigned char byte = (unsigned char)*at;
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f) *at = ' ';
  }
  if (end == tail) return;
  write_all(tail, (size_t)(end - tail));
  if (end[-1] != '\n') write_all("\n", 1);
}

static void restore(int with_message) {
  if (!atomic_exchange(&state.active, 0)) return;
  write_all(restore_sequence, sizeof restore_sequence - 1);
  put_settings_back();
  if (with_message) {
    write_all("\n", 1);
    write_all(state.message, strlen(state.message));
    write_all("\n", 1);
    write_tail_of_log();
  }
}

void guard_die(int signal_number) {
  signal(signal_number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}

static void on_deadly(int signal_number) {
  restore(1);
  guard_die(signal_number);
}

static void on_noted(int signal_number) {
  int error = errno;
  unsigned char byte = (unsigned char)signal_number;
  ssize_t ignored = write(state.events[1], &byte, 1);
  (void)ignored;
  errno = error;
}

static void on_asked(int signal_number) {
  int none = 0;
  if (!atomic_compare_exchange_strong(&state.ending, &none, signal_number)) {
    restore(1);
    guard_die(signal_number);
  }
  struct itimerspec grace = {.it_value = {.tv_nsec = grace_milliseconds * 1000000L}};
  timer_settime(state.timer, 0, &grace, NULL);
  on_noted(signal_number);
}

static void on_grace_over(int signal_number) {
  (void)signal_number;
  int ending = atomic_load(&state.ending);
  if (ending == 0) return;
  restore(1);
  guard_die(ending);
}

static void on_exit_without_close(void) { restore(0); }

static void catch_signal(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | flags};
  sigfillset(&action.sa_mask);
  sigaction(signal_number, &action, &state.before[signal_number]);
}

#define FOR_EACH(list, signal_number)                                                       \
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)                                   \
    for (int signal_number = list[i], once = 1; once; once = 0)

static void catch_signals(void) {
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  FOR_EACH(deadly, number) catch_signal(number, on_deadly, 0);
  FOR_EACH(asked, number) catch_signal(number, on_asked, SA_RESTART);
  FOR_EACH(noted, number) catch_signal(number, on_noted, SA_RESTART);
  catch_signal(SIGALRM, on_grace_over, SA_RESTART);
  catch_signal(SIGPIPE, SIG_IGN, 0);
}

static void let_signals_go(void) {
  FOR_EACH(deadly, number) sigaction(number, &state.before[number], NULL);
  FOR_EACH(asked, number) sigaction(number, &state.before[number], NULL);
  FOR_EACH(noted, number) sigaction(number, &state.before[number], NULL);
  sigaction(SIGALRM, &state.before[SIGALRM], NULL);
  sigaction(SIGPIPE, &state.before[SIGPIPE], NULL);
}

static void redirect(const char *log_path) {
  state.saved_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  state.saved_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (log_path != NULL) {
    state.log = open(log_path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  }
  struct stat file;
  state.log_start = state.log >= 0 && fstat(state.log, &file) == 0 ? file.st_size : 0;
  int sink = state.log >= 0 ? state.log : open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (sink < 0) return;
  dup2(sink, STDOUT_FILENO);
  dup2(sink, STDERR_FILENO);
  if (sink != state.log) close(sink);
}

static void close_all(void) {
  // The pipe of events stays: whoever watches it may not have stopped yet.
  int *descriptors[] = {&state.terminal, &state.log, &state.saved_output, &state.saved_error};
  for (size_t i = 0; i < sizeof descriptors / sizeof *descriptors; i++) {
    if (*descriptors[i] >= 0) close(*descriptors[i]);
    *descriptors[i] = -1;
  }
}

void guard_set_message(const char *text) {
  strncpy(state.message, text, message_bytes - 1);
  state.message[message_bytes - 1] = 0;
}

int guard_install(const char *log_path) {
  static int is_exit_known = 0;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return GUARD_NO_TERMINAL;
  state.terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  struct sigevent alarm = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
  if (state.terminal < 0 || tcgetattr(state.terminal, &state.settings) != 0 ||
      (state.events[0] < 0 && pipe2(state.events, O_CLOEXEC | O_NONBLOCK) != 0) ||
      timer_create(CLOCK_MONOTONIC, &alarm, &state.timer) != 0) {
    close_all();
    return GUARD_NO_RESOURCES;
  }
  fflush(NULL);
  redirect(log_path);
  atomic_store(&state.ending, 0);
  atomic_store(&state.active, 1);
  catch_signals();
  if (!is_exit_known) is_exit_known = atexit(on_exit_without_close) == 0;
  return GUARD_OK;
}

void guard_remove(void) {
  if (state.terminal < 0) return;
  fflush(NULL);
  restore(0);
  let_signals_go();
  timer_delete(state.timer);
  if (state.saved_output >= 0) dup2(state.saved_output, STDOUT_FILENO);
  if (state.saved_error >= 0) dup2(state.saved_error, STDERR_FILENO);
  close_all();
}

int guard_events(void) { return state.events[0]; }

int guard_next_event(void) {
  unsigned char byte;
  return read(state.events[0], &byte, 1) == 1 ? byte : 0;
}

int guard_terminal(void) { return state.terminal; }

void guard_stop(void) {
  write_all(restore_sequence, sizeof restore_sequence - 1);
  put_settings_back();
  raise(SIGSTOP);
}
