public import Incubation
public import Storage

extension ErrorWords {
  /// Why a command or a write is closed to the user.
  public func notAllowed(_ permission: Permission) -> String {
    let name = lowered(permission.label(language))
    return language.say(
      "Vai trò của bạn không được \(name); hãy hỏi người quản trị.",
      "Your role may not \(name); ask the administrator.")
  }

  /// Who changed what I was about to change, when, and what to do.
  public func sentence(for conflict: Conflict, today: LocalDate? = nil) -> String {
    let formatting = Formatting(language)
    let when =
      today.map { formatting.moment(conflict.changedAt, today: $0) }
      ?? "\(formatting.time(conflict.changedAt)) \(conflict.changedAt.localDate.formatted)"
    let fields = conflict.differences.map(\.field).map(fieldName).joined(separator: ", ")
    let place = fields.isEmpty ? "" : ": " + fields
    return language.say(
      "\(conflict.changedBy) đã sửa «\(conflict.title)» lúc \(when)\(place); "
        + "xem lại rồi chọn giữ bản nào.",
      "\(conflict.changedBy) changed “\(conflict.title)” at \(when)\(place); "
        + "look at it and choose which to keep.")
  }

  /// Why a stage move was refused, and what would lift the refusal.
  public func sentence(for refusal: MoveRefusal) -> String {
    switch refusal {
    case .unknownStage(let code):
      language.say(
        "Quy trình không có giai đoạn «\(code)»; hãy chọn giai đoạn khác.",
        "The pipeline has no stage “\(code)”; choose another.")
    case .alreadyThere:
      language.say(
        "Hồ sơ đã ở giai đoạn này; hãy chọn giai đoạn khác.",
        "The venture is in this stage already; choose another.")
    case .notActive(let status):
      language.say(
        "Hồ sơ \(lowered(status.label(language))); hãy tiếp tục hồ sơ trước khi chuyển.",
        "The venture is \(lowered(status.label(language))); resume it before moving it.")
    case .notResting:
      language.say(
        "Hồ sơ đang được theo dõi nên không cần tiếp tục lại.",
        "The venture is active, so there is nothing to resume.")
    case .missing(let requirements):
      language.say(
        "Còn thiếu để chuyển giai đoạn: \(names(requirements)).",
        "Still missing before it may move on: \(names(requirements)).")
    case .reasonRequired:
      language.say(
        "Bước chuyển này cần lý do; hãy ghi lý do.",
        "This move needs a reason; write one down.")
    }
  }

  /// What a stage asks for, one after the other.
  public func names(_ requirements: [ExitRequirement]) -> String {
    requirements.map(name).joined(separator: ", ")
  }

  /// One thing that a stage asks for.
  public func name(_ requirement: ExitRequirement) -> String {
    switch requirement {
    case .field(let field): lowered(field.label(language))
    case .evidence(_, let title): title(language).string
    }
  }

  private func fieldName(_ raw: String) -> String {
    VentureField(rawValue: raw).map { lowered($0.label(language)) } ?? raw
  }

  /// A label as it stands inside a sentence. Abbreviations keep their capitals.
  private func lowered(_ label: String) -> String {
    let second = label.dropFirst().first
    return second?.isUppercase == true ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
}
