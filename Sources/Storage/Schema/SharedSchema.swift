/// Tables that every area uses: settings, users, the record of changes, the directory.
enum SharedSchema {
  static let migrations = [
    Migration(
      name: "shared-1",
      statements: [
        "CREATE TABLE setting (name {key} PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE change_topic (topic {key} PRIMARY KEY, seq {integer} NOT NULL)",
        """
        INSERT INTO change_topic (topic, seq) VALUES ('ventures', 0), ('directory', 0),
          ('pipelines', 0), ('users', 0), ('imports', 0), ('settings', 0)
        """,
        """
        CREATE TABLE app_user (
          login {key} PRIMARY KEY, display_name TEXT NOT NULL, department {bytes})
        """,
        """
        CREATE TABLE user_role (
          login {key} NOT NULL REFERENCES app_user (login), role {key} NOT NULL,
          PRIMARY KEY (login, role))
        """,
        """
        CREATE TABLE event (
          number {serial}, recorded_at {integer} NOT NULL, actor {key} NOT NULL,
          kind {key} NOT NULL, action {key} NOT NULL, entity {key} NOT NULL,
          entity_id {bytes} NOT NULL, before_json TEXT NOT NULL, after_json TEXT NOT NULL,
          reason TEXT NOT NULL, undoes {integer})
        """,
        "CREATE INDEX event_of_entity ON event (entity_id, number)",
        """
        CREATE TABLE admin_unit (
          id {bytes} PRIMARY KEY, code {key}, level {key} NOT NULL, parent {bytes},
          successor {bytes})
        """,
        """
        CREATE TABLE admin_unit_name (
          unit {bytes} NOT NULL REFERENCES admin_unit (id), position {integer} NOT NULL,
          name TEXT NOT NULL, name_key {key} NOT NULL, valid_from {integer}, valid_to {integer},
          PRIMARY KEY (unit, position))
        """,
        "CREATE INDEX admin_unit_by_name ON admin_unit_name (name_key)",
        """
        CREATE TABLE organisation (
          id {bytes} PRIMARY KEY, kind {key} NOT NULL, name TEXT NOT NULL, name_key {key} NOT NULL,
          tax_code {key}, place {bytes}, version {integer} NOT NULL)
        """,
        "CREATE INDEX organisation_by_name ON organisation (name_key)",
        "CREATE INDEX organisation_by_tax_code ON organisation (tax_code)",
        """
        CREATE TABLE organisation_name (
          organisation {bytes} NOT NULL REFERENCES organisation (id),
          position {integer} NOT NULL, name TEXT NOT NULL, valid_from {integer},
          valid_to {integer}, PRIMARY KEY (organisation, position))
        """,
        """
        CREATE TABLE person (
          id {bytes} PRIMARY KEY, full_name TEXT NOT NULL, name_key {key} NOT NULL,
          birth_year {integer}, phone {key}, email TEXT NOT NULL, organisation {bytes},
          version {integer} NOT NULL)
        """,
        "CREATE INDEX person_by_name ON person (name_key, phone)",
        """
        CREATE TABLE person_role (
          person {bytes} NOT NULL REFERENCES person (id), role {key} NOT NULL,
          PRIMARY KEY (person, role))
        """,
      ])
  ]
}
