/// What somebody may be in the program; one person may be several.
public enum UserRole: String, CaseIterable, Sendable {
  /// Chuyên viên.
  case clerk
  /// Giám khảo.
  case judge
  /// Thư ký.
  case secretary
  /// Ban tổ chức.
  case organiser
  /// Lãnh đạo sở.
  case supervisor
  /// Quản trị.
  case administrator
}

/// What can be allowed or refused. Every verb of storage and every command of a screen names one.
public enum Permission: String, CaseIterable, Sendable {
  /// Look at ventures and their history.
  case viewVentures = "view-ventures"
  /// Create and change ventures, people and organisations.
  case editVentures = "edit-ventures"
  /// Move ventures between stages.
  case moveVentures = "move-ventures"
  /// Delete and restore ventures.
  case deleteVentures = "delete-ventures"
  /// Look at courses, sessions and figures about them.
  case viewTraining = "view-training"
  /// Plan courses, register people, take attendance, issue certificates.
  case editTraining = "edit-training"
  /// Have a session held although it collides with something.
  case overrideConflicts = "override-conflicts"
  /// Bring in files and take an import back.
  case importData = "import-data"
  /// Write data to files.
  case exportData = "export-data"
  /// Take numbers of papers from the registers, and void them.
  case issueNumbers = "issue-numbers"
  /// Add users, grant and revoke roles.
  case manageUsers = "manage-users"
  /// Back up and restore.
  case maintain
  /// Look at contests, their rounds, entries and panels; scores only as the rules allow.
  case viewCompetitions = "view-competitions"
  /// Set contests up: rounds, rules, panels, the draw; open and freeze rounds.
  case manageCompetitions = "manage-competitions"
  /// Run contests: entries, eligibility, paper sheets, the organiser's points; close and verify.
  case runCompetitions = "run-competitions"
  /// See scores and the board while a round is being judged.
  case viewScores = "view-scores"
  /// Score the entries that one was assigned.
  case scoreEntries = "score-entries"
  /// Look at agreements, tasks, money, connections and figures.
  case viewProgramme = "view-programme"
  /// Change agreements, tasks, money and connections.
  case editProgramme = "edit-programme"
  /// Sign results and publish them.
  case signResults = "sign-results"
}

/// The one table that says which role may do what.
public enum Access {
  /// What a role may do.
  public static func permissions(of role: UserRole) -> Set<Permission> {
    switch role {
    case .administrator:
      return Set(Permission.allCases)
    case .clerk:
      return [
        .viewVentures, .editVentures, .moveVentures, .deleteVentures, .importData, .exportData,
        .viewCompetitions, .issueNumbers, .viewTraining, .editTraining, .viewProgramme,
        .editProgramme,
      ]
    case .organiser:
      return [
        .viewVentures, .editVentures, .moveVentures, .deleteVentures, .importData, .exportData,
        .viewCompetitions, .manageCompetitions, .runCompetitions, .viewScores, .signResults,
        .issueNumbers, .viewTraining, .editTraining, .viewProgramme,
      ]
    case .supervisor:
      return [
        .viewVentures, .moveVentures, .exportData, .viewCompetitions, .viewScores, .signResults,
        .viewTraining, .overrideConflicts, .viewProgramme,
      ]
    case .secretary:
      return [
        .viewVentures, .editVentures, .exportData, .viewCompetitions, .runCompetitions,
        .viewScores, .issueNumbers, .viewTraining, .editTraining, .viewProgramme, .editProgramme,
      ]
    case .judge:
      return [.viewVentures, .viewCompetitions, .scoreEntries, .viewTraining]
    }
  }

  /// Whether somebody with these roles may do it.
  public static func allows(_ permission: Permission, to roles: Set<UserRole>) -> Bool {
    roles.contains { permissions(of: $0).contains(permission) }
  }
}

/// A user of the program, as the program's own table knows them.
public struct User: Hashable, Sendable {
  /// The account: of the operating system on SQLite, of the server on PostgreSQL.
  public var login: String
  /// The name shown.
  public var displayName: SafeText
  /// The department; nil when the user belongs to none.
  public var department: Identifier<Organisation>?
  /// What the user may be.
  public var roles: Set<UserRole>

  /// A user.
  public init(
    login: String, displayName: SafeText, department: Identifier<Organisation>? = nil,
    roles: Set<UserRole>
  ) {
    self.login = login
    self.displayName = displayName
    self.department = department
    self.roles = roles
  }

  /// Whether the user may do it.
  public func may(_ permission: Permission) -> Bool { Access.allows(permission, to: roles) }

  /// Whether text can be a login: 2 to 32 of a-z, 0-9, underscore, full stop and hyphen.
  public static func isLogin(_ text: String) -> Bool {
    (2...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == 0x5F || byte == 0x2E || byte == 0x2D
      }
  }
}
