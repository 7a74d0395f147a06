#ifndef CPOSTGRES_H
#define CPOSTGRES_H

/*
 * libpq, opened on first use.
 *
 * A session that works on a file never loads libpq (linking it costs milliseconds at every start),
 * so nothing here is linked: cpg_open finds the library and fills one table of functions, and every
 * other function goes through that table. No other function may be called before cpg_open returned
 * NULL. The header of libpq is not needed to build this.
 */

/* A connection (PGconn) and an answer (PGresult). Used by one thread at a time. */
typedef struct CPGConnection CPGConnection;
typedef struct CPGResult CPGResult;

/* The states of a connection that matter here (ConnStatusType of libpq). */
enum { CPG_CONNECTION_OK = 0, CPG_CONNECTION_BAD = 1 };

/* What connecting waits for (PostgresPollingStatusType of libpq). */
enum { CPG_POLL_FAILED = 0, CPG_POLL_READING = 1, CPG_POLL_WRITING = 2, CPG_POLL_OK = 3 };

/* What an answer is (ExecStatusType of libpq). */
enum {
  CPG_RESULT_COMMAND_OK = 1,
  CPG_RESULT_TUPLES_OK = 2,
  CPG_RESULT_PIPELINE_SYNC = 10,
  CPG_RESULT_PIPELINE_ABORTED = 11
};

/* Fields of an error (PG_DIAG of libpq). */
enum { CPG_FIELD_SQLSTATE = 'C', CPG_FIELD_MESSAGE = 'M', CPG_FIELD_CONSTRAINT = 'n' };

/*
 * Opens the library with this name and fills the table, once. NULL when it is there; otherwise what
 * the system says about it, valid until the same thread calls again.
 */
const char *cpg_open(const char *name);

/* Begins to connect; both lists end with NULL. NULL only when there is no memory. */
CPGConnection *cpg_connect_start(const char *const *keywords, const char *const *values);
int cpg_connect_poll(CPGConnection *connection);
void cpg_finish(CPGConnection *connection);

int cpg_status(const CPGConnection *connection);
int cpg_socket(const CPGConnection *connection);
int cpg_backend(const CPGConnection *connection);
const char *cpg_user(const CPGConnection *connection);
const char *cpg_error(const CPGConnection *connection);

int cpg_set_nonblocking(CPGConnection *connection);
int cpg_flush(CPGConnection *connection);
int cpg_consume(CPGConnection *connection);
int cpg_is_busy(CPGConnection *connection);
CPGResult *cpg_next_result(CPGConnection *connection);

int cpg_send_query(CPGConnection *connection, const char *sql);
int cpg_send_query_params(
    CPGConnection *connection, const char *sql, int count, const unsigned int *types,
    const char *const *values, const int *lengths, const int *formats);
int cpg_send_prepare(
    CPGConnection *connection, const char *name, const char *sql, int count,
    const unsigned int *types);
int cpg_send_prepared(
    CPGConnection *connection, const char *name, int count, const char *const *values,
    const int *lengths, const int *formats);

int cpg_enter_pipeline(CPGConnection *connection);
int cpg_exit_pipeline(CPGConnection *connection);
int cpg_pipeline_sync(CPGConnection *connection);

void cpg_clear(CPGResult *result);
int cpg_result_status(const CPGResult *result);
const char *cpg_result_field(const CPGResult *result, int field);
const char *cpg_result_error(const CPGResult *result);
const char *cpg_command(CPGResult *result);
const char *cpg_changed_rows(CPGResult *result);
int cpg_row_count(const CPGResult *result);
int cpg_column_count(const CPGResult *result);
unsigned int cpg_column_type(const CPGResult *result, int column);
int cpg_is_null(const CPGResult *result, int row, int column);
const char *cpg_value(const CPGResult *result, int row, int column);
int cpg_length(const CPGResult *result, int row, int column);

/*
 * Takes the next notification from the queue: 1 when there was one, 0 otherwise. Its payload is
 * copied into buffer, cut at size - 1 bytes and closed with NUL.
 */
int cpg_next_notification(CPGConnection *connection, char *buffer, unsigned long size);

#endif
