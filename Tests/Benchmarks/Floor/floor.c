// The floor: what a terminal program costs that does nothing but this. Our figures are given as
// ratios to it, measured in the same run on the same machine.
//
// Opens the screen, selects 40 rows of an indexed table, shows them; j and k move the cursor,
// q quits. The table: item(id INTEGER PRIMARY KEY, name TEXT, position INTEGER) with an index on
// position; "floor make FILE COUNT" fills a new file.
//
// Compile: cc -O2 -o floor floor.c -lncursesw -ltinfo -lsqlite3
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { rows = 40 };

static int fail(sqlite3 *database, const char *what) {
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
  return 1;
}

static int make(const char *path, long count) {
  sqlite3 *database;
  if (sqlite3_open(path, &database) != SQLITE_OK) return fail(database, path);
  const char *schema =
      "PRAGMA journal_mode = WAL;"
      "CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL);"
      "CREATE INDEX item_position ON item(position);";
  if (sqlite3_exec(database, schema, NULL, NULL, NULL) != SQLITE_OK) {
    return fail(database, "schema");
  }
  sqlite3_exec(database, "BEGIN", NULL, NULL, NULL);
  sqlite3_stmt *insert;
  const char *sql = "INSERT INTO item(name, position) VALUES (?, ?)";
  if (sqlite3_prepare_v2(database, sql, -1, &insert, NULL) != SQLITE_OK) {
    return fail(database, sql);
  }
  for (long i = 0; i < count; i++) {
    char name[80];
    snprintf(name, sizeof name, "Hồ sơ khởi nghiệp số %ld", i + 1);
    sqlite3_bind_text(insert, 1, name, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(insert, 2, (i * 7919L) % count);
    if (sqlite3_step(insert) != SQLITE_DONE) return fail(database, "insert");
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_exec(database, "COMMIT", NULL, NULL, NULL);
  return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}

static int load(const char *path, char names[rows][120]) {
  sqlite3 *database;
  sqlite3_stmt *query;
  int count = 0;
  const char *sql = "SELECT id, name FROM item ORDER BY position LIMIT 40";
  if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(database, sql, -1, &query, NULL) != SQLITE_OK) {
    fail(database, path);
    return -1;
  }
  while (count < rows && sqlite3_step(query) == SQLITE_ROW) {
    snprintf(names[count++], 120, "%6lld  %s", (long long)sqlite3_column_int64(query, 0),
             (const char *)sqlite3_column_text(query, 1));
  }
  sqlite3_finalize(query);
  sqlite3_close(database);
  return count;
}

static void draw(char names[rows][120], int row, int is_selected) {
  if (is_selected) attron(A_REVERSE);
  mvaddstr(row, 0, names[row]);
  if (is_selected) attroff(A_REVERSE);
}

int main(int argc, char **argv) {
  static char names[rows][120];
  if (argc == 4 && strcmp(argv[1], "make") == 0) return make(argv[2], atol(argv[3]));
  if (argc != 2) {
    fprintf(stderr, "floor FILE | floor make FILE COUNT\n");
    return 2;
  }
  int count = load(argv[1], names);
  if (count < 1) return 1;
  setlocale(LC_CTYPE, "");
  initscr();
  raw();
  noecho();
  start_color();
  use_default_colors();
  typeahead(-1);
  int selected = 0;
  for (int row = 0; row < count; row++) draw(names, row, row == selected);
  for (int key = 0; key != 'q'; key = getch()) {
    int next = selected + (key == 'j') - (key == 'k');
    if (next < 0 || next >= count) next = selected;
    draw(names, selected, 0);
    draw(names, next, 1);
    selected = next;
    move(selected, 0);
    refresh();
  }
  endwin();
  return 0;
}
