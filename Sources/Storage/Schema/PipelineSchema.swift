/// Tables of the startup pipeline.
enum PipelineSchema {
  static let migrations = [
    Migration(name: "pipeline-1", statements: catalogue + ventures + history),
    Migration(name: "pipeline-2", statements: views),
  ]

  private static let views = [
    """
    CREATE TABLE saved_view (
      login {key} NOT NULL, name_key {key} NOT NULL, name TEXT NOT NULL,
      definition TEXT NOT NULL, PRIMARY KEY (login, name_key))
    """
  ]

  private static let catalogue = [
    """
    CREATE TABLE pipeline (
      code {key} PRIMARY KEY, position {integer} NOT NULL, title_vi TEXT NOT NULL,
      title_en TEXT NOT NULL, kinds TEXT NOT NULL)
    """,
    """
    CREATE TABLE stage (
      pipeline {key} NOT NULL REFERENCES pipeline (code), code {key} NOT NULL,
      position {integer} NOT NULL, title_vi TEXT NOT NULL, title_en TEXT NOT NULL,
      usual_days {integer}, PRIMARY KEY (pipeline, code))
    """,
    """
    CREATE TABLE stage_requirement (
      pipeline {key} NOT NULL, stage {key} NOT NULL, position {integer} NOT NULL,
      field {key}, evidence {key}, title_vi TEXT, title_en TEXT,
      PRIMARY KEY (pipeline, stage, position),
      FOREIGN KEY (pipeline, stage) REFERENCES stage (pipeline, code))
    """,
    """
    CREATE TABLE work_field (
      field_key {key} PRIMARY KEY, position {integer} NOT NULL, title_vi TEXT NOT NULL,
      title_en TEXT NOT NULL)
    """,
    "CREATE TABLE code_counter (prefix {key} PRIMARY KEY, last {integer} NOT NULL)",
  ]

  private static let ventures = [
    """
    CREATE TABLE venture (
      id {bytes} PRIMARY KEY, code TEXT NOT NULL, code_key {key} NOT NULL,
      pipeline {key} NOT NULL REFERENCES pipeline (code), stage {key} NOT NULL,
      stage_position {integer} NOT NULL, status {key} NOT NULL, entered_day {integer} NOT NULL,
      title TEXT NOT NULL, title_key {key} NOT NULL, title_sort {key} NOT NULL,
      kind {key} NOT NULL, field TEXT NOT NULL, field_key {key} NOT NULL,
      organisation {bytes} REFERENCES organisation (id), organisation_name TEXT NOT NULL,
      organisation_sort {key} NOT NULL, tax_code {key},
      representative {bytes} REFERENCES person (id), representative_name TEXT NOT NULL,
      representative_sort {key} NOT NULL, birth_year {integer}, phone {key}, email TEXT NOT NULL,
      place TEXT NOT NULL, place_key {key} NOT NULL, place_unit {bytes}, source_kind {key},
      source_name TEXT NOT NULL, found_day {integer}, summary TEXT NOT NULL,
      problem TEXT NOT NULL, solution TEXT NOT NULL, technology TEXT NOT NULL,
      intellectual_property TEXT NOT NULL, need_management {integer}, need_vision {integer},
      need_approach {integer}, needs_day {integer}, lead_owner TEXT NOT NULL,
      lead_owner_key {key} NOT NULL, support_owner TEXT NOT NULL,
      support_owner_key {key} NOT NULL, next_step TEXT NOT NULL, due_day {integer},
      tags TEXT NOT NULL, tags_key {key} NOT NULL, attachments TEXT NOT NULL,
      search_key {key} NOT NULL, deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX venture_code ON venture (code_key)",
    """
    CREATE INDEX venture_by_stage ON venture (pipeline, stage, status, entered_day, id)
      WHERE deleted = 0
    """,
    "CREATE INDEX venture_by_title ON venture (pipeline, title_sort, id) WHERE deleted = 0",
    "CREATE INDEX venture_by_entered ON venture (pipeline, entered_day, id) WHERE deleted = 0",
    "CREATE INDEX venture_by_due ON venture (pipeline, due_day, id) WHERE deleted = 0",
    """
    CREATE TABLE stage_day (
      pipeline {key} NOT NULL, stage {key} NOT NULL, kind {key} NOT NULL, day {integer} NOT NULL,
      n {integer} NOT NULL, PRIMARY KEY (pipeline, kind, stage, day))
    """,
  ]

  private static let history = [
    """
    CREATE TABLE stage_move (
      id {bytes} PRIMARY KEY, venture {bytes} NOT NULL REFERENCES venture (id),
      kind {key} NOT NULL, from_stage {key}, to_stage {key} NOT NULL,
      moved_at {integer} NOT NULL, actor {key} NOT NULL, reason TEXT NOT NULL,
      cancels {bytes}, position {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX stage_move_of_venture ON stage_move (venture, position)",
    """
    CREATE TABLE venture_note (
      id {bytes} PRIMARY KEY, venture {bytes} NOT NULL REFERENCES venture (id),
      written_at {integer} NOT NULL, author {key} NOT NULL, text TEXT NOT NULL,
      cancelled {integer} NOT NULL)
    """,
    "CREATE INDEX venture_note_of_venture ON venture_note (venture, written_at)",
    """
    CREATE TABLE venture_evidence (
      venture {bytes} NOT NULL REFERENCES venture (id), code {key} NOT NULL,
      recorded_day {integer} NOT NULL, reference TEXT NOT NULL, PRIMARY KEY (venture, code))
    """,
    """
    CREATE TABLE venture_member (
      venture {bytes} NOT NULL REFERENCES venture (id), position {integer} NOT NULL,
      person {bytes} NOT NULL REFERENCES person (id), duty TEXT NOT NULL,
      PRIMARY KEY (venture, position))
    """,
    """
    CREATE TABLE import_batch (
      number {integer} PRIMARY KEY, file_name TEXT NOT NULL, imported_at {integer} NOT NULL,
      actor {key} NOT NULL, created {integer} NOT NULL, updated {integer} NOT NULL,
      refused {integer} NOT NULL, undone {integer} NOT NULL)
    """,
    """
    CREATE TABLE import_item (
      batch {integer} NOT NULL REFERENCES import_batch (number), venture {bytes} NOT NULL,
      event {integer} NOT NULL, note {bytes},
      PRIMARY KEY (batch, venture))
    """,
  ]
}
