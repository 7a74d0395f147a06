import Incubation

/// Where the records behind figures are: for every rule one query whose rows are kind, code, title,
/// day, amount, department and content item. Values and the records behind them come from the same
/// query, so that they cannot differ.
struct IndicatorSource {
  let sql: String
  let values: [SQLValue]

  private init(_ sql: String, _ values: [SQLValue]) { (self.sql, self.values) = (sql, values) }

  /// Nil for figures that are worked out from others, or from the clocks of tasks.
  static func source(of rule: IndicatorRule, known: Int64) -> IndicatorSource? {
    let known = SQLValue.integer(known)
    switch rule {
    case .venturesFound(let kind):
      let source = SQLValue.text(kind?.rawValue ?? "")
      return IndicatorSource(venturesFound, [known, source, source])
    case .venturesActive: return IndicatorSource(venturesActive, [known, known])
    case .contestEntries: return IndicatorSource(contestEntries, [])
    case .sessionsHeld: return IndicatorSource(sessionsHeld, [])
    case .trainees: return IndicatorSource(trainees, [known])
    case .marks(let presentOnly):
      return IndicatorSource(marks, [known, known, .integer(presentOnly ? 1 : 0)])
    case .certificates: return IndicatorSource(certificates, [])
    case .tasksProposed(let ofVenturesOnly):
      return IndicatorSource(
        tasksProposed, [known, known, known, .integer(ofVenturesOnly ? 1 : 0)])
    case .tasksIn(let phase):
      let phase = SQLValue.text(phase.rawValue)
      return IndicatorSource(tasksIn, [phase, phase, known, known, known])
    case .money(let plus, let minus):
      return IndicatorSource(money, kinds(plus) + kinds(minus) + [known, known, known])
    case .applications(false): return IndicatorSource(applications, [known, known])
    case .applications(true): return IndicatorSource(approvals, [known, known, known])
    case .connections(let step, let kind):
      let partner = SQLValue.text(kind?.rawValue ?? "")
      return IndicatorSource(
        steps, [known, known, known, .text(step.rawValue), partner, partner])
    case .deals: return IndicatorSource(deals, [known, known, known])
    case .rounds: return IndicatorSource(rounds, [known, known])
    case .supports(let kind):
      let kind = SQLValue.text(kind?.rawValue ?? "")
      return IndicatorSource(supports, [known, known, kind, kind])
    case .prototypes: return IndicatorSource(prototypes, [known, known])
    case .exchanges: return IndicatorSource(exchanges, [known, known])
    case .tasksOverdue, .reportsOverdue, .share: return nil
    }
  }

  /// Two kinds, the first one twice when there is but one, none as an empty text.
  private static func kinds(_ kinds: [MoneyEntry.Kind]) -> [SQLValue] {
    let names = kinds.map(\.rawValue)
    return [.text(names.first ?? ""), .text(names.last ?? "")]
  }

  private static let venturesFound = """
    SELECT 'venture' AS kind, v.code AS code, v.title AS title,
      COALESCE(v.found_day, (m.moved_at + 25200000) / 86400000) AS day, 1 AS amount,
      (SELECT u.department FROM app_user u WHERE u.display_name = v.lead_owner
        ORDER BY u.login LIMIT 1) AS department, NULL AS item
    FROM venture v JOIN stage_move m ON m.venture = v.id AND m.position = 0
    WHERE v.deleted = 0 AND m.moved_at <= ? AND (? = '' OR v.source_kind = ?)
    """

  private static let venturesActive = """
    SELECT 'venture' AS kind, s.code AS code, s.title AS title, s.day AS day,
      s.active - COALESCE(s.was, 0) AS amount, s.department AS department, NULL AS item
    FROM (
      SELECT v.code AS code, v.title AS title, (m.moved_at + 25200000) / 86400000 AS day,
        CASE WHEN m.kind IN ('set-aside', 'dropped') THEN 0 ELSE 1 END AS active,
        LAG(CASE WHEN m.kind IN ('set-aside', 'dropped') THEN 0 ELSE 1 END)
          OVER (PARTITION BY m.venture ORDER BY m.position) AS was,
        (SELECT u.department FROM app_user u WHERE u.display_name = v.lead_owner
          ORDER BY u.login LIMIT 1) AS department
      FROM stage_move m JOIN venture v ON v.id = m.venture
      WHERE v.deleted = 0 AND m.moved_at <= ? AND m.kind <> 'cancelled' AND m.id NOT IN (
        SELECT c.cancels FROM stage_move c WHERE c.cancels IS NOT NULL AND c.moved_at <= ?)) s
    """

  private static let contestEntries = """
    SELECT 'entry' AS kind, e.code AS code, e.title AS title, d.day AS day, 1 AS amount,
      NULL AS department, NULL AS item
    FROM contest_entry e JOIN competition c ON c.id = e.competition
    JOIN competition_deadline d ON d.competition = c.id AND d.position = (
      SELECT MAX(x.position) FROM competition_deadline x WHERE x.competition = c.id)
    WHERE e.withdrawn = 0 AND e.deleted = 0 AND c.deleted = 0
    """

  private static let sessionsHeld = """
    SELECT 'session' AS kind, c.code AS code, c.title AS title, s.start_minute / 1440 AS day,
      1 AS amount, NULL AS department, NULL AS item
    FROM course_session s JOIN course c ON c.id = s.course
    WHERE s.cancelled = 0 AND s.deleted = 0 AND c.deleted = 0
    """

  /// Without names: figures are shown to many.
  private static let trainees = """
    SELECT 'trainee' AS kind, c.code AS code, c.title AS title,
      (m.moved_at + 25200000) / 86400000 AS day, 1 AS amount, NULL AS department, NULL AS item
    FROM enrolment e JOIN course c ON c.id = e.course
    JOIN enrolment_move m ON m.enrolment = e.id AND m.position = (
      SELECT MIN(x.position) FROM enrolment_move x
      WHERE x.enrolment = e.id AND x.to_state = 'attended')
    WHERE e.state = 'attended' AND e.deleted = 0 AND c.deleted = 0 AND m.moved_at <= ?
    """

  private static let marks = """
    SELECT 'mark' AS kind, c.code AS code, c.title AS title, s.start_minute / 1440 AS day,
      1 AS amount, NULL AS department, NULL AS item
    FROM attendance_record r JOIN course_session s ON s.id = r.session
    JOIN course c ON c.id = s.course
    WHERE r.recorded_at <= ? AND r.mark IS NOT NULL AND s.deleted = 0 AND c.deleted = 0
      AND r.position = (SELECT MAX(x.position) FROM attendance_record x
        WHERE x.session = r.session AND x.enrolment = r.enrolment AND x.recorded_at <= ?)
      AND (? = 0 OR r.mark IN ('present', 'late', 'left-early'))
    """

  private static let certificates = """
    SELECT 'certificate' AS kind, number AS code, course_title AS title, issued_day AS day,
      1 AS amount, NULL AS department, NULL AS item FROM certificate
    UNION ALL
    SELECT 'certificate', number, course_title, revoked_day, -1, NULL, NULL FROM certificate
    WHERE revoked_day IS NOT NULL
    """

  private static let tasksProposed = """
    SELECT 'task' AS kind, r.code AS code, r.title AS title, f.day AS day, 1 AS amount,
      r.department AS department, r.item AS item
    FROM programme_fact f JOIN programme_record r ON r.id = f.record
    WHERE f.kind = 'move' AND f.position = 0 AND f.recorded_at <= ?
      AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
      AND (r.deleted_at IS NULL OR r.deleted_at > ?) AND (? = 0 OR r.venture IS NOT NULL)
    """

  private static let tasksIn = """
    SELECT 'task' AS kind, m.code AS code, m.title AS title, m.day AS day,
      m.here - COALESCE(m.was, 0) AS amount, m.department AS department, m.item AS item
    FROM (
      SELECT r.code AS code, r.title AS title, f.day AS day, r.department AS department,
        r.item AS item, CASE WHEN f.phase = ? THEN 1 ELSE 0 END AS here,
        LAG(CASE WHEN f.phase = ? THEN 1 ELSE 0 END)
          OVER (PARTITION BY f.record ORDER BY f.position) AS was
      FROM programme_fact f JOIN programme_record r ON r.id = f.record
      WHERE f.kind = 'move' AND f.recorded_at <= ?
        AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
        AND (r.deleted_at IS NULL OR r.deleted_at > ?)) m
    """

  private static let money = """
    SELECT 'money' AS kind, m.code AS code, m.title AS title, m.day AS day, m.amount AS amount,
      m.department AS department, m.item AS item
    FROM (
      SELECT r.code AS code, r.title AS title, f.day AS day, r.department AS department,
        r.item AS item,
        CASE WHEN f.state IN (?, ?) THEN f.amount WHEN f.state IN (?, ?) THEN -f.amount
          ELSE 0 END AS amount
      FROM programme_fact f JOIN programme_record r ON r.id = f.record
      WHERE f.kind = 'money' AND f.recorded_at <= ?
        AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
        AND (r.deleted_at IS NULL OR r.deleted_at > ?)) m
    WHERE m.amount <> 0
    """

  private static let applications = """
    SELECT 'application' AS kind, r.code AS code, r.title AS title, r.first_day AS day,
      1 AS amount, (SELECT u.department FROM venture v
        JOIN app_user u ON u.display_name = v.lead_owner WHERE v.id = r.venture
        ORDER BY u.login LIMIT 1) AS department, r.item AS item
    FROM programme_record r
    WHERE r.kind = 'application' AND r.recorded_at <= ?
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """

  private static let approvals = """
    SELECT 'application' AS kind, r.code AS code, r.title AS title, f.day AS day, 1 AS amount,
      r.department AS department, r.item AS item
    FROM programme_fact f JOIN programme_record r ON r.id = f.record
    WHERE f.kind = 'decision' AND f.state = 'approved' AND f.recorded_at <= ?
      AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """

  private static let steps = """
    SELECT 'connection' AS kind, r.code AS code, r.title AS title, f.day AS day, 1 AS amount,
      r.department AS department, r.item AS item
    FROM programme_fact f JOIN programme_record r ON r.id = f.record
    JOIN programme_record p ON p.id = r.parent
    WHERE f.kind = 'step' AND f.recorded_at <= ?
      AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
      AND (r.deleted_at IS NULL OR r.deleted_at > ?) AND f.state = ?
      AND (? = '' OR p.state = ?)
    """

  private static let deals = """
    SELECT 'connection' AS kind, r.code AS code, r.title AS title, f.day AS day,
      f.amount AS amount, r.department AS department, r.item AS item
    FROM programme_fact f JOIN programme_record r ON r.id = f.record
    WHERE f.kind = 'step' AND f.state = 'agreed' AND f.amount IS NOT NULL AND f.recorded_at <= ?
      AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """

  private static let rounds = """
    SELECT 'round' AS kind, r.code AS code, r.title AS title, r.first_day AS day,
      r.amount AS amount, r.department AS department, r.item AS item
    FROM programme_record r
    WHERE r.kind = 'round' AND r.recorded_at <= ?
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """

  private static let supports = """
    SELECT 'support' AS kind, r.code AS code, r.title AS title, r.first_day AS day, 1 AS amount,
      r.department AS department, r.item AS item
    FROM programme_record r
    WHERE r.kind = 'support' AND r.recorded_at <= ?
      AND (r.deleted_at IS NULL OR r.deleted_at > ?) AND (? = '' OR r.state = ?)
    """

  private static let prototypes = """
    SELECT 'support' AS kind, r.code AS code, r.title AS title, r.first_day AS day,
      r.quantity AS amount, r.department AS department, r.item AS item
    FROM programme_record r
    WHERE r.kind = 'support' AND r.quantity > 0 AND r.recorded_at <= ?
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """

  private static let exchanges = """
    SELECT 'exchange' AS kind, r.code AS code, r.title AS title, r.first_day AS day, 1 AS amount,
      r.department AS department, r.item AS item
    FROM programme_record r
    WHERE r.kind = 'exchange' AND r.recorded_at <= ?
      AND (r.deleted_at IS NULL OR r.deleted_at > ?)
    """
}
