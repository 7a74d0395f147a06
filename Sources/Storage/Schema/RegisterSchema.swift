/// Registers of numbers of papers.
enum RegisterSchema {
  static let migrations = [
    Migration(
      name: "register-1",
      statements: [
        """
        CREATE TABLE register_counter (
          agency {key} NOT NULL, kind {key} NOT NULL, year {integer} NOT NULL,
          last {integer} NOT NULL, PRIMARY KEY (agency, kind, year))
        """,
        """
        CREATE TABLE register_entry (
          agency {key} NOT NULL, kind {key} NOT NULL, year {integer} NOT NULL,
          number {integer} NOT NULL, day {integer} NOT NULL, subject TEXT NOT NULL,
          actor {key} NOT NULL, taken_at {integer} NOT NULL,
          PRIMARY KEY (agency, kind, year, number))
        """,
        """
        CREATE TABLE register_void (
          agency {key} NOT NULL, kind {key} NOT NULL, year {integer} NOT NULL,
          number {integer} NOT NULL, reason TEXT NOT NULL, actor {key} NOT NULL,
          voided_at {integer} NOT NULL, PRIMARY KEY (agency, kind, year, number),
          FOREIGN KEY (agency, kind, year, number)
            REFERENCES register_entry (agency, kind, year, number))
        """,
        "INSERT INTO change_topic (topic, seq) VALUES ('registers', 0)",
      ])
  ]
}
