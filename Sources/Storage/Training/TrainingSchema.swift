/// Tables of courses. What people edit lies in `body` as canonical JSON; the columns beside it are
/// what is looked for, ordered by and compared.
enum TrainingSchema {
  static let migrations = [
    Migration(name: "training-1", statements: courses + people + results)
  ]

  private static let courses = [
    "INSERT INTO change_topic (topic, seq) VALUES ('training', 0)",
    """
    CREATE TABLE venue (
      id {bytes} PRIMARY KEY, name TEXT NOT NULL, name_key {key} NOT NULL, address TEXT NOT NULL,
      capacity {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX venue_by_name ON venue (name_key)",
    """
    CREATE TABLE course (
      id {bytes} PRIMARY KEY, code TEXT NOT NULL, code_key {key} NOT NULL, title TEXT NOT NULL,
      title_key {key} NOT NULL, title_sort {key} NOT NULL, kind {key} NOT NULL,
      content_item TEXT NOT NULL, status {key} NOT NULL, body TEXT NOT NULL,
      deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX course_by_code ON course (code_key)",
    """
    CREATE TABLE course_session (
      id {bytes} PRIMARY KEY, course {bytes} NOT NULL REFERENCES course (id),
      series {bytes}, original_minute {integer}, uid {key} NOT NULL,
      start_minute {integer} NOT NULL, end_minute {integer} NOT NULL,
      venue {bytes} REFERENCES venue (id), body TEXT NOT NULL, sequence {integer} NOT NULL,
      cancelled {integer} NOT NULL, deleted {integer} NOT NULL, changed_at {integer} NOT NULL,
      version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX course_session_by_uid ON course_session (uid)",
    "CREATE INDEX course_session_by_start ON course_session (start_minute, id)",
    "CREATE INDEX course_session_of_course ON course_session (course, start_minute)",
    """
    CREATE TABLE session_trainer (
      session {bytes} NOT NULL REFERENCES course_session (id), position {integer} NOT NULL,
      person {bytes} NOT NULL REFERENCES person (id), PRIMARY KEY (session, position))
    """,
    "CREATE INDEX session_trainer_of_person ON session_trainer (person, session)",
  ]

  private static let people = [
    """
    CREATE TABLE enrolment (
      id {bytes} PRIMARY KEY, course {bytes} NOT NULL REFERENCES course (id),
      session {bytes} REFERENCES course_session (id), scope {bytes} NOT NULL,
      person {bytes} NOT NULL REFERENCES person (id), name TEXT NOT NULL, name_key {key} NOT NULL,
      given_key {key} NOT NULL, name_sort {key} NOT NULL, unit TEXT NOT NULL,
      unit_key {key} NOT NULL, grouping TEXT NOT NULL, phone {key},
      guardian_consent TEXT NOT NULL, state {key} NOT NULL, rank {integer},
      offered_until {integer}, score {integer}, gave_feedback {integer} NOT NULL,
      deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX enrolment_once ON enrolment (scope, person)",
    "CREATE INDEX enrolment_of_course ON enrolment (course, name_sort, id)",
    "CREATE INDEX enrolment_of_person ON enrolment (person, course)",
    """
    CREATE TABLE enrolment_move (
      id {bytes} PRIMARY KEY, enrolment {bytes} NOT NULL REFERENCES enrolment (id),
      position {integer} NOT NULL, from_state {key}, to_state {key} NOT NULL,
      moved_at {integer} NOT NULL, actor {key} NOT NULL, reason TEXT NOT NULL)
    """,
    "CREATE UNIQUE INDEX enrolment_move_of ON enrolment_move (enrolment, position)",
    """
    CREATE TABLE enrolment_count (
      scope {bytes} NOT NULL, state {key} NOT NULL, n {integer} NOT NULL,
      PRIMARY KEY (scope, state))
    """,
    """
    CREATE TABLE waiting_lot (
      id {bytes} PRIMARY KEY, scope {bytes} NOT NULL, seed TEXT NOT NULL,
      drawn_at {integer} NOT NULL, actor {key} NOT NULL, drawn {integer} NOT NULL)
    """,
  ]

  private static let results = [
    """
    CREATE TABLE attendance_record (
      id {bytes} PRIMARY KEY, session {bytes} NOT NULL REFERENCES course_session (id),
      enrolment {bytes} NOT NULL REFERENCES enrolment (id), position {integer} NOT NULL,
      mark {key}, missed {integer} NOT NULL, recorded_at {integer} NOT NULL, actor {key} NOT NULL)
    """,
    "CREATE UNIQUE INDEX attendance_record_of ON attendance_record (session, enrolment, position)",
    """
    CREATE TABLE attendance (
      session {bytes} NOT NULL REFERENCES course_session (id),
      enrolment {bytes} NOT NULL REFERENCES enrolment (id), mark {key} NOT NULL,
      missed {integer} NOT NULL, PRIMARY KEY (session, enrolment))
    """,
    "CREATE INDEX attendance_of_enrolment ON attendance (enrolment)",
    """
    CREATE TABLE certificate (
      number_key {key} PRIMARY KEY, number TEXT NOT NULL,
      enrolment {bytes} NOT NULL REFERENCES enrolment (id),
      course {bytes} NOT NULL REFERENCES course (id), course_title TEXT NOT NULL,
      name TEXT NOT NULL, minutes {integer} NOT NULL, from_day {integer} NOT NULL,
      to_day {integer} NOT NULL, issued_day {integer} NOT NULL, issued_by {key} NOT NULL,
      revoked_day {integer}, revoked_because TEXT NOT NULL)
    """,
    "CREATE INDEX certificate_of_course ON certificate (course, number_key)",
    """
    CREATE TABLE course_feedback (
      id {bytes} PRIMARY KEY, course {bytes} NOT NULL REFERENCES course (id),
      answer1 {integer}, answer2 {integer}, answer3 {integer}, answer4 {integer},
      answer5 {integer}, comment TEXT NOT NULL)
    """,
    "CREATE INDEX course_feedback_of ON course_feedback (course)",
    """
    CREATE TABLE training_batch (
      number {integer} PRIMARY KEY, file_name TEXT NOT NULL, imported_at {integer} NOT NULL,
      actor {key} NOT NULL, created {integer} NOT NULL, updated {integer} NOT NULL,
      refused {integer} NOT NULL, undone {integer} NOT NULL)
    """,
    """
    CREATE TABLE training_batch_item (
      batch {integer} NOT NULL REFERENCES training_batch (number), position {integer} NOT NULL,
      kind {key} NOT NULL, record {bytes} NOT NULL, version {integer} NOT NULL,
      before_json TEXT NOT NULL, PRIMARY KEY (batch, position))
    """,
  ]
}
