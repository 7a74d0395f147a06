/// Tables of agreements, tasks, money and connections. A record is what people keep: what they edit
/// lies in `body` as canonical JSON, the columns beside it are what is looked for and compared. A
/// fact is what happened to a record on a day: it is never changed, only cancelled, and the
/// record's state is a projection of its facts.
enum ProgrammeSchema {
  static let migrations = [
    Migration(name: "programme-1", statements: tables)
  ]

  private static let tables = [
    "INSERT INTO change_topic (topic, seq) VALUES ('programme', 0)",
    """
    CREATE TABLE programme_regime (code {key} PRIMARY KEY, body TEXT NOT NULL)
    """,
    """
    CREATE TABLE programme_record (
      id {bytes} PRIMARY KEY, kind {key} NOT NULL, code TEXT NOT NULL, code_key {key} NOT NULL,
      title TEXT NOT NULL, title_key {key} NOT NULL, title_sort {key} NOT NULL, parent {bytes},
      task {bytes}, venture {bytes} REFERENCES venture (id),
      department {bytes} REFERENCES organisation (id), item {integer}, state {key} NOT NULL,
      phase {key} NOT NULL, state_day {integer}, first_day {integer}, last_day {integer},
      amount {integer}, quantity {integer}, done TEXT NOT NULL, body TEXT NOT NULL,
      recorded_at {integer} NOT NULL, deleted_at {integer}, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX programme_record_code ON programme_record (kind, code_key)",
    "CREATE INDEX programme_record_by_phase ON programme_record (kind, phase, state_day, id)",
    "CREATE INDEX programme_record_of_venture ON programme_record (venture, kind)",
    "CREATE INDEX programme_record_of_parent ON programme_record (parent, kind)",
    "CREATE INDEX programme_record_of_task ON programme_record (task, kind)",
    """
    CREATE TABLE programme_fact (
      id {bytes} PRIMARY KEY, record {bytes} NOT NULL REFERENCES programme_record (id),
      position {integer} NOT NULL, kind {key} NOT NULL, from_state {key} NOT NULL,
      state {key} NOT NULL, phase {key} NOT NULL, day {integer} NOT NULL, until_day {integer},
      amount {integer}, number {integer}, document TEXT NOT NULL, note TEXT NOT NULL,
      recorded_at {integer} NOT NULL, actor {key} NOT NULL, cancelled_at {integer},
      cancelled_by {key})
    """,
    "CREATE UNIQUE INDEX programme_fact_of ON programme_fact (record, position)",
    "CREATE INDEX programme_fact_by_kind ON programme_fact (kind, state, day)",
  ]
}
