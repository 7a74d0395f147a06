/// Tables of contests and their judging.
enum CompetitionSchema {
  static let migrations = [
    Migration(
      name: "competition-1",
      statements: topics + contests + rounds + panels + sheets + results),
    Migration(name: "competition-2", statements: reveals),
  ]

  /// How far the result of a round has been revealed.
  private static let reveals = [
    """
    CREATE TABLE round_reveal (
      round {bytes} PRIMARY KEY REFERENCES contest_round (id), step {integer} NOT NULL,
      login {key} NOT NULL, at {integer} NOT NULL)
    """
  ]

  private static let topics = [
    "INSERT INTO change_topic (topic, seq) VALUES ('competitions', 0), ('scores', 0)"
  ]

  private static let contests = [
    """
    CREATE TABLE competition (
      id {bytes} PRIMARY KEY, code TEXT NOT NULL, code_key {key} NOT NULL, title_vi TEXT NOT NULL,
      title_en TEXT NOT NULL, decision TEXT NOT NULL, most_of_person {integer},
      most_of_organisation {integer}, last_entry {integer} NOT NULL, deleted {integer} NOT NULL,
      version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX competition_code ON competition (code_key)",
    """
    CREATE TABLE competition_board (
      competition {bytes} NOT NULL REFERENCES competition (id), code {key} NOT NULL,
      position {integer} NOT NULL, title_vi TEXT NOT NULL, title_en TEXT NOT NULL,
      PRIMARY KEY (competition, code))
    """,
    """
    CREATE TABLE competition_deadline (
      competition {bytes} NOT NULL REFERENCES competition (id), position {integer} NOT NULL,
      day {integer} NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL, set_by {key} NOT NULL,
      set_at {integer} NOT NULL, PRIMARY KEY (competition, position))
    """,
    """
    CREATE TABLE contest_entry (
      id {bytes} PRIMARY KEY, competition {bytes} NOT NULL REFERENCES competition (id),
      code {key} NOT NULL, board {key} NOT NULL, title TEXT NOT NULL, title_key {key} NOT NULL,
      organisation TEXT NOT NULL, organisation_key {key} NOT NULL, leader TEXT NOT NULL,
      leader_key {key} NOT NULL, venture {bytes} REFERENCES venture (id), summary TEXT NOT NULL,
      eligibility {key} NOT NULL, eligibility_reason TEXT NOT NULL, withdrawn {integer} NOT NULL,
      deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX contest_entry_code ON contest_entry (competition, code)",
    "CREATE INDEX contest_entry_title ON contest_entry (title_key)",
    "CREATE INDEX contest_entry_venture ON contest_entry (venture)",
    """
    CREATE TABLE contest_judge (
      id {bytes} PRIMARY KEY, competition {bytes} NOT NULL REFERENCES competition (id),
      code {key} NOT NULL, login {key}, name TEXT NOT NULL, organisation TEXT NOT NULL,
      department {bytes}, deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX contest_judge_code ON contest_judge (competition, code)",
    "CREATE UNIQUE INDEX contest_judge_login ON contest_judge (competition, login)",
  ]

  private static let rounds = [
    """
    CREATE TABLE contest_round (
      id {bytes} PRIMARY KEY, competition {bytes} NOT NULL REFERENCES competition (id),
      code {key} NOT NULL, position {integer} NOT NULL, title_vi TEXT NOT NULL,
      title_en TEXT NOT NULL, held_day {integer}, blind {integer} NOT NULL,
      others_visible {key} NOT NULL, public_board {integer} NOT NULL,
      pitch_minutes {integer} NOT NULL, question_minutes {integer} NOT NULL, state {key} NOT NULL,
      rules_version {integer} NOT NULL, draw_seed {key}, frozen_at {integer},
      frozen_board TEXT,
      moved_by {key} NOT NULL, stage_entry {bytes}, stage_phase {key} NOT NULL,
      stage_since {integer}, stage_elapsed {integer} NOT NULL, stage_limit {integer} NOT NULL,
      deleted {integer} NOT NULL, version {integer} NOT NULL)
    """,
    "CREATE UNIQUE INDEX contest_round_code ON contest_round (competition, code)",
    """
    CREATE TABLE round_rules (
      round {bytes} NOT NULL REFERENCES contest_round (id), number {integer} NOT NULL,
      body TEXT NOT NULL, hash {key} NOT NULL, proposed_by {key} NOT NULL,
      proposed_at {integer} NOT NULL, reason TEXT NOT NULL, approved_by {key},
      in_force {integer} NOT NULL, PRIMARY KEY (round, number))
    """,
    """
    CREATE TABLE round_entry (
      round {bytes} NOT NULL REFERENCES contest_round (id),
      entry {bytes} NOT NULL REFERENCES contest_entry (id), code {key} NOT NULL,
      lot {integer}, multiplier {key} NOT NULL, decision {integer}, calibration {integer} NOT NULL,
      PRIMARY KEY (round, entry))
    """,
    "CREATE UNIQUE INDEX round_entry_code ON round_entry (round, code)",
    """
    CREATE TABLE component_event (
      number {serial}, round {bytes} NOT NULL, entry {bytes} NOT NULL, component {key} NOT NULL,
      hundredths {integer}, actor {key} NOT NULL, recorded_at {integer} NOT NULL)
    """,
    "CREATE INDEX component_event_of_round ON component_event (round, entry, component, number)",
  ]

  private static let panels = [
    """
    CREATE TABLE round_judge (
      round {bytes} NOT NULL REFERENCES contest_round (id),
      judge {bytes} NOT NULL REFERENCES contest_judge (id), shadow {integer} NOT NULL,
      present {integer} NOT NULL, substitute_for {bytes}, capacity {integer},
      declared_at {integer}, PRIMARY KEY (round, judge))
    """,
    """
    CREATE TABLE interest_conflict (
      round {bytes} NOT NULL REFERENCES contest_round (id), entry {bytes} NOT NULL,
      judge {bytes} NOT NULL, kind {key} NOT NULL, status {key} NOT NULL, reason TEXT NOT NULL,
      recorded_by {key} NOT NULL, recorded_at {integer} NOT NULL,
      PRIMARY KEY (round, entry, judge))
    """,
    """
    CREATE TABLE assignment_plan (
      round {bytes} NOT NULL REFERENCES contest_round (id), number {integer} NOT NULL,
      kind {key} NOT NULL, panel_size {integer} NOT NULL, seed {key} NOT NULL,
      efficiency TEXT NOT NULL, bound TEXT NOT NULL, made_by {key} NOT NULL,
      made_at {integer} NOT NULL, PRIMARY KEY (round, number))
    """,
    """
    CREATE TABLE assignment (
      round {bytes} NOT NULL REFERENCES contest_round (id), entry {bytes} NOT NULL,
      judge {bytes} NOT NULL, PRIMARY KEY (round, entry, judge))
    """,
  ]

  private static let sheets = [
    """
    CREATE TABLE score_sheet (
      round {bytes} NOT NULL REFERENCES contest_round (id), entry {bytes} NOT NULL,
      judge {bytes} NOT NULL, version {integer} NOT NULL, sealed_at {integer},
      saved_at {integer}, PRIMARY KEY (round, entry, judge))
    """,
    """
    CREATE TABLE score_event (
      number {serial}, round {bytes} NOT NULL, entry {bytes} NOT NULL, judge {bytes} NOT NULL,
      sheet_version {integer} NOT NULL, step {key} NOT NULL, criterion {key} NOT NULL,
      value {integer}, text TEXT NOT NULL, late {integer} NOT NULL, client_event {bytes} NOT NULL,
      typed_at {integer} NOT NULL, recorded_at {integer} NOT NULL, actor {key} NOT NULL,
      device {key} NOT NULL, source {key} NOT NULL)
    """,
    """
    CREATE UNIQUE INDEX score_event_once
      ON score_event (round, judge, entry, criterion, client_event)
    """,
    "CREATE INDEX score_event_of_round ON score_event (round, number)",
    """
    CREATE TABLE score_cell (
      round {bytes} NOT NULL, entry {bytes} NOT NULL, judge {bytes} NOT NULL, slot {key} NOT NULL,
      value {integer}, text TEXT NOT NULL, typed_at {integer} NOT NULL,
      client_event {bytes} NOT NULL, PRIMARY KEY (round, entry, judge, slot))
    """,
    """
    CREATE TABLE sheet_seal (
      round {bytes} NOT NULL REFERENCES contest_round (id), judge {bytes} NOT NULL,
      number {integer} NOT NULL, entry {bytes} NOT NULL, sheet_version {integer} NOT NULL,
      body TEXT NOT NULL, previous {key} NOT NULL, hash {key} NOT NULL,
      sealed_at {integer} NOT NULL, PRIMARY KEY (round, judge, number))
    """,
    """
    CREATE TABLE sheet_reopening (
      id {bytes} PRIMARY KEY, round {bytes} NOT NULL REFERENCES contest_round (id),
      entry {bytes} NOT NULL, judge {bytes} NOT NULL, reason TEXT NOT NULL, asked_by {key} NOT NULL,
      asked_at {integer} NOT NULL, approved_by {key}, approved_at {integer})
    """,
    """
    CREATE TABLE paper_keying (
      number {serial}, round {bytes} NOT NULL, entry {bytes} NOT NULL, judge {bytes} NOT NULL,
      keyed_by {key} NOT NULL, keyed_at {integer} NOT NULL, scores TEXT NOT NULL,
      checksum {integer}, settled {integer} NOT NULL)
    """,
    "CREATE INDEX paper_keying_of_sheet ON paper_keying (round, entry, judge, number)",
  ]

  private static let results = [
    """
    CREATE TABLE round_result (
      round {bytes} NOT NULL REFERENCES contest_round (id), number {integer} NOT NULL,
      body TEXT NOT NULL, hash {key} NOT NULL, verified_by {key} NOT NULL,
      verified_at {integer} NOT NULL, annulled {integer} NOT NULL, PRIMARY KEY (round, number))
    """,
    """
    CREATE TABLE round_signature (
      round {bytes} NOT NULL REFERENCES contest_round (id), number {integer} NOT NULL,
      login {key} NOT NULL, name TEXT NOT NULL, capacity TEXT NOT NULL,
      signed_at {integer} NOT NULL, annulled {integer} NOT NULL,
      PRIMARY KEY (round, number, login))
    """,
  ]
}
