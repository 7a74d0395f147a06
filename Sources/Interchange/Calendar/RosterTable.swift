public import Incubation
public import Storage

/// The people of a course as a table for files that may leave the department.
public enum RosterTable {
  /// A head and a row a person. Minors' personal data is not in it: who has a guardian's consent
  /// is named without telephone.
  public static func rows(
    _ people: [Enrolment], _ sheet: AttendanceSheet, _ language: Language
  ) -> [[String]] {
    let isVietnamese = language == .vietnamese
    let standings = Dictionary(
      sheet.lines.map { ($0.enrolment.id, $0.standing) }
    ) { first, _ in first }
    let head =
      isVietnamese
      ? ["STT", "Họ và tên", "Đơn vị", "Điện thoại", "Trạng thái", "Dự"]
      : ["No.", "Name", "Unit", "Telephone", "State", "Attended"]
    return [head]
      + people.enumerated().map { index, person in
        let phone = person.guardianConsent.isBlank ? person.phone?.formatted ?? "" : ""
        let standing = standings[person.id]
        return [
          String(index + 1), person.name.string, person.unit.string, phone,
          person.state.label(language),
          standing.map { "\($0.attendedSessions)/\($0.sessions)" } ?? "",
        ]
      }
  }
}
