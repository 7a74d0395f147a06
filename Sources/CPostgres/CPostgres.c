#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* As libpq-fe.h declares it; the layout is part of libpq's stable interface. */
typedef struct {
  char *channel;
  int backend;
  char *payload;
} Notification;

typedef CPGConnection C;
typedef CPGResult R;
typedef const char *Text;
typedef const char *const *Texts;
typedef void (*NoticeProcessor)(void *, Text);

/* Every function of libpq that is used: result, name without PQ, arguments. */
#define CPG_FUNCTIONS(F)                                                            \
  F(C *, connectStartParams, (Texts, Texts, int))                                   \
  F(int, connectPoll, (C *))                                                        \
  F(void, finish, (C *))                                                            \
  F(int, status, (const C *))                                                       \
  F(int, socket, (const C *))                                                       \
  F(int, backendPID, (const C *))                                                   \
  F(Text, user, (const C *))                                                        \
  F(Text, errorMessage, (const C *))                                                \
  F(NoticeProcessor, setNoticeProcessor, (C *, NoticeProcessor, void *))            \
  F(int, setnonblocking, (C *, int))                                                \
  F(int, flush, (C *))                                                              \
  F(int, consumeInput, (C *))                                                       \
  F(int, isBusy, (C *))                                                             \
  F(R *, getResult, (C *))                                                          \
  F(int, sendQuery, (C *, Text))                                                    \
  F(int, sendQueryParams,                                                           \
    (C *, Text, int, const unsigned int *, Texts, const int *, const int *, int))   \
  F(int, sendPrepare, (C *, Text, Text, int, const unsigned int *))                 \
  F(int, sendQueryPrepared, (C *, Text, int, Texts, const int *, const int *, int)) \
  F(int, enterPipelineMode, (C *))                                                  \
  F(int, exitPipelineMode, (C *))                                                   \
  F(int, pipelineSync, (C *))                                                       \
  F(void, clear, (R *))                                                             \
  F(int, resultStatus, (const R *))                                                 \
  F(Text, resultErrorField, (const R *, int))                                       \
  F(Text, resultErrorMessage, (const R *))                                          \
  F(Text, cmdStatus, (R *))                                                         \
  F(Text, cmdTuples, (R *))                                                         \
  F(int, ntuples, (const R *))                                                      \
  F(int, nfields, (const R *))                                                      \
  F(unsigned int, ftype, (const R *, int))                                          \
  F(int, getisnull, (const R *, int, int))                                          \
  F(Text, getvalue, (const R *, int, int))                                          \
  F(int, getlength, (const R *, int, int))                                          \
  F(Notification *, notifies, (C *))                                                \
  F(void, freemem, (void *))

#define CPG_MEMBER(result, name, arguments) result(*name) arguments;
static struct {
  CPG_FUNCTIONS(CPG_MEMBER)
} pq;

static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;
static int is_open = 0;
static _Thread_local char reason[256];

static const char *refuse(const char *text) {
  snprintf(reason, sizeof reason, "%s", text ? text : "unknown reason");
  return reason;
}

/* POSIX promises that a pointer from dlsym may be read as a pointer to a function. */
#define CPG_FIND(result, name, arguments)                   \
  {                                                         \
    void *found = dlsym(library, "PQ" #name);               \
    if (found == NULL) return refuse(dlerror());            \
    memcpy(&pq.name, &found, sizeof found);                 \
  }

static const char *fill(void *library) {
  CPG_FUNCTIONS(CPG_FIND)
  return NULL;
}

const char *cpg_open(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return refuse(dlerror());
  pthread_mutex_lock(&opening);
  const char *failure = is_open ? NULL : fill(library);
  if (failure == NULL) is_open = 1;
  pthread_mutex_unlock(&opening);
  return failure;
}

/* Without this libpq writes the server's notices to the terminal. */
static void drop_notice(void *context, const char *message) {
  (void)context;
  (void)message;
}

C *cpg_connect_start(Texts keywords, Texts values) {
  C *connection = pq.connectStartParams(keywords, values, 0);
  if (connection != NULL) pq.setNoticeProcessor(connection, drop_notice, NULL);
  return connection;
}

int cpg_connect_poll(C *c) { return pq.connectPoll(c); }
void cpg_finish(C *c) { pq.finish(c); }
int cpg_status(const C *c) { return pq.status(c); }
int cpg_socket(const C *c) { return pq.socket(c); }
int cpg_backend(const C *c) { return pq.backendPID(c); }
const char *cpg_user(const C *c) { return pq.user(c); }
const char *cpg_error(const C *c) { return pq.errorMessage(c); }
int cpg_set_nonblocking(C *c) { return pq.setnonblocking(c, 1); }
int cpg_flush(C *c) { return pq.flush(c); }
int cpg_consume(C *c) { return pq.consumeInput(c); }
int cpg_is_busy(C *c) { return pq.isBusy(c); }
R *cpg_next_result(C *c) { return pq.getResult(c); }
int cpg_send_query(C *c, const char *sql) { return pq.sendQuery(c, sql); }

int cpg_send_query_params(
    C *c, const char *sql, int count, const unsigned int *types, Texts values, const int *lengths,
    const int *formats) {
  return pq.sendQueryParams(c, sql, count, types, values, lengths, formats, 0);
}

int cpg_send_prepare(
    C *c, const char *name, const char *sql, int count, const unsigned int *types) {
  return pq.sendPrepare(c, name, sql, count, types);
}

int cpg_send_prepared(
    C *c, const char *name, int count, Texts values, const int *lengths, const int *formats) {
  return pq.sendQueryPrepared(c, name, count, values, lengths, formats, 0);
}

int cpg_enter_pipeline(C *c) { return pq.enterPipelineMode(c); }
int cpg_exit_pipeline(C *c) { return pq.exitPipelineMode(c); }
int cpg_pipeline_sync(C *c) { return pq.pipelineSync(c); }
void cpg_clear(R *r) { pq.clear(r); }
int cpg_result_status(const R *r) { return pq.resultStatus(r); }
const char *cpg_result_field(const R *r, int field) { return pq.resultErrorField(r, field); }
const char *cpg_result_error(const R *r) { return pq.resultErrorMessage(r); }
const char *cpg_command(R *r) { return pq.cmdStatus(r); }
const char *cpg_changed_rows(R *r) { return pq.cmdTuples(r); }
int cpg_row_count(const R *r) { return pq.ntuples(r); }
int cpg_column_count(const R *r) { return pq.nfields(r); }
unsigned int cpg_column_type(const R *r, int column) { return pq.ftype(r, column); }
int cpg_is_null(const R *r, int row, int column) { return pq.getisnull(r, row, column); }
const char *cpg_value(const R *r, int row, int column) { return pq.getvalue(r, row, column); }
int cpg_length(const R *r, int row, int column) { return pq.getlength(r, row, column); }

int cpg_next_notification(C *c, char *buffer, unsigned long size) {
  Notification *notification = pq.notifies(c);
  if (notification == NULL) return 0;
  if (size > 0) snprintf(buffer, size, "%s", notification->payload);
  pq.freemem(notification);
  return 1;
}
