import DashboardKit
import Incubation
import TerminalCanvas

/// A form whose fields are known by their names.
typealias AskForm = Form<String, FieldRefusal>

/// A field of a question that the organiser is asked.
struct AskField: Equatable, Sendable {
  /// What the field takes.
  enum Kind: Equatable, Sendable {
    case words, note, code, day, path
    case whole(ClosedRange<Int>)
    /// A score with a comma or a point.
    case score
    case choice([Choice])
    case several([Choice])
  }

  /// The name in the answer.
  var id: String
  /// What it is called.
  var title: Remark
  /// What it takes.
  var kind: Kind
  /// What it begins with.
  var value = ""
  /// What is expected; nil for nothing to say.
  var hint: Remark?
  /// Whether it must be filled.
  var isRequired = false

  /// The field as a form has it.
  var field: AskForm.Field {
    AskForm.Field(id, editor, isRequired: isRequired)
  }

  private var editor: AskForm.Editor {
    switch kind {
    case .words: .line(TextField(value, limit: SafeText.Kind.line.limit))
    case .note: .area(TextArea(value), rows: 3)
    case .code: .line(TextField(value, accepts: .code, limit: 40))
    case .day: .line(TextField(value, accepts: .date, limit: 40))
    case .path: .line(TextField(value, accepts: .path, limit: 400))
    case .whole, .score: .line(TextField(value, accepts: .number, limit: 20))
    case .choice(let choices): .choice(choices, selected: value, typed: "")
    case .several(let choices):
      .several(choices, selected: value.split(separator: "\n").map(String.init))
    }
  }

  /// What is wrong with what was typed; nil when nothing is.
  func refusal(of text: String) -> FieldRefusal? {
    if text.allSatisfy(\.isWhitespace) { return isRequired ? .required : nil }
    do throws(FieldRefusal) {
      switch kind {
      case .words, .code, .path: _ = try SafeText.checked(text, .line)
      case .note: _ = try SafeText.checked(text, .note)
      case .day:
        _ = try LocalDate.parse(text)
      case .whole(let range):
        guard let number = Int(text), range.contains(number) else {
          throw .number(least: range.lowerBound, most: range.upperBound)
        }
      case .score:
        guard NumberText.hundredths(of: text) != nil else {
          throw .number(least: -1_000, most: 1_000)
        }
      case .choice, .several: break
      }
      return nil
    } catch {
      return error
    }
  }
}

/// What was answered.
struct AskAnswer: Equatable, Sendable {
  /// What is to be done.
  var task: ContestTask
  /// What was filled in, by the names of the fields; blank fields are not there.
  var values: [String: String]

  /// A value; empty for none.
  func text(_ id: String) -> String { values[id] ?? "" }
  /// A value as safe text; forms are checked before.
  func words(_ id: String) -> SafeText { SafeText(escaping: text(id)) }
  /// A whole number; nil for none.
  func number(_ id: String) -> Int? { Int(text(id)) }
  /// A day; nil for none.
  func day(_ id: String) -> LocalDate? { try? LocalDate.parse(text(id)) }
  /// The values of a field where several can be chosen.
  func list(_ id: String) -> [String] { text(id).split(separator: "\n").map(String.init) }
}

/// A question before something is done: what will happen, what stands in the way, and what has to
/// be filled in.
struct AskPanel: Equatable, Sendable {
  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored
    case handled
    case cancelled
    /// Everything is there: do it.
    case answered(AskAnswer)
  }

  /// A sentence above the fields.
  struct Note: Equatable, Sendable {
    var words: Remark
    var role: Role = .text
  }

  /// What is to be done.
  var task: ContestTask
  /// What it is called.
  var title: Remark
  /// What is to be known before.
  var notes: [Note] = []
  /// The fields with their words.
  var fields: [AskField] = []
  /// The fields as they are filled in.
  var form: AskForm
  /// Whether there is only something to be read: Enter closes it.
  var isOnlyShown = false
  /// Whether storage has been asked and has not answered.
  var isWorking = false
  /// Whether Esc was pressed once while something typed would be lost.
  var isLeaving = false
  /// Why it was not done, in both languages; empty for nothing.
  var trouble: [Remark] = []

  init(
    _ task: ContestTask, _ title: Remark, notes: [Note] = [], _ fields: [AskField] = []
  ) {
    self.task = task
    self.title = title
    self.notes = notes
    self.fields = fields
    form = AskForm(fields.map(\.field))
  }

  /// Whether anything was typed.
  var isTouched: Bool { zip(fields, form.fields).contains { $0.value != $1.value } }

  private func check(_ field: AskForm.Field) -> FieldRefusal? {
    fields.first { $0.id == field.id }?.refusal(of: field.value)
  }

  /// Takes an event in.
  mutating func handle(_ event: InputEvent, width: Int, _ settings: FieldSettings) -> Reply {
    if event.plainStroke?.key == .escape, form.panel == nil {
      if isLeaving || (!isWorking && !isTouched) { return .cancelled }
      isLeaving = true
      return .handled
    }
    isLeaving = false
    if isWorking { return .handled }
    if fields.isEmpty {
      guard let stroke = event.plainStroke,
        stroke == KeyStroke(.enter) || stroke == .control("s")
      else { return .ignored }
      return isOnlyShown ? .cancelled : submitted()
    }
    switch form.handle(event, width: width, settings, check: check) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .cancelled: return .cancelled
    case .submitted: return submitted()
    }
  }

  private mutating func submitted() -> Reply {
    isWorking = true
    trouble = []
    var values: [String: String] = [:]
    for field in form.fields where !field.value.allSatisfy(\.isWhitespace) {
      values[field.id] = field.value
    }
    return .answered(AskAnswer(task: task, values: values))
  }

  /// Takes in why it was not done; what was typed stays.
  mutating func fail(_ trouble: [Remark]) {
    isWorking = false
    self.trouble = trouble
  }

  mutating func click(_ id: String, _ settings: FieldSettings) { form.click(id, settings) }
  mutating func take(_ pick: FormPick) {
    let copy = self
    form.take(pick) { copy.check($0) }
  }

  // MARK: Drawing

  private func lines(_ language: Language, width: Int) -> [(String, Role)] {
    func wrapped(_ words: String, _ role: Role) -> [(String, Role)] {
      TextWrap.lines(of: words, width: max(1, width)).map { ($0, role) }
    }
    if isLeaving {
      return wrapped(
        language.say(
          "Nhấn Esc lần nữa để bỏ những gì đã nhập.", "Press Esc again to drop what was typed."),
        .warning)
    }
    var lines = notes.flatMap { wrapped($0.words(language), $0.role) }
    lines += trouble.flatMap { wrapped("! " + $0(language), .danger) }
    if isWorking { lines += wrapped(language.say("Đang thực hiện…", "Working…"), .muted) }
    return lines
  }

  /// The rows that it wants in an area of a width.
  func height(_ language: Language, width: Int) -> Int {
    lines(language, width: width - 4).count + max(1, form.height) + 3
  }

  /// Draws the panel at the foot of an area.
  func draw<Action>(
    in area: Rectangle, on frame: inout Frame<Action>, _ context: ScreenContext,
    field: (String) -> Action, pick: (FormPick) -> Action
  ) {
    let language = context.language
    let wanted = height(language, width: area.width)
    let bottom = area.splitBottom(min(wanted, area.height)).bottom
    let inside = Panel.draw(title(language), in: bottom, on: &frame.canvas)
    guard inside.height > 0 else { return }
    let all = lines(language, width: inside.width)
    // The fields always keep some rows: a long list of obstacles is cut, and says so.
    let room = max(1, inside.height - min(max(1, form.height), max(1, inside.height / 2)))
    for (index, line) in all.prefix(room).enumerated() {
      let isCut = index == room - 1 && all.count > room
      let words = isCut ? "… (+\(all.count - room + 1))" : line.0
      frame.canvas.put(
        TextWidth.cut(words, to: inside.width), in: inside.row(index),
        style: Style(line.1, on: .overlay))
    }
    let rest = inside.splitTop(min(all.count, room)).rest
    if fields.isEmpty {
      let words =
        isOnlyShown
        ? language.say("Esc: đóng", "Esc: close")
        : language.say("Enter: làm · Esc: thôi", "Enter: do it · Esc: leave it")
      frame.canvas.put(
        TextWidth.cut(words, to: rest.width), in: rest.row(0),
        style: Style(.text, on: .overlay, emphasis: .bold))
      frame.canvas.pointCursor(at: rest.row(0))
      return
    }
    let places = form.draw(
      in: rest, on: &frame.canvas, surface: .overlay, context.fields, within: area,
      label: { id in
        let field = fields.first { $0.id == id }
        return FieldLabel(field?.title(language) ?? id, hint: field?.hint?(language) ?? "")
      }, words: { $0.words(language) })
    frame.target(places, field: field, pick: pick)
  }
}

/// A sentence in both languages.
func both(_ vietnamese: String, _ english: String) -> Remark {
  Remark(vietnamese: vietnamese, english: english)
}

/// A choice under one name in both languages.
func named(_ id: String, _ title: String, note: String = "") -> Choice {
  let words = SafeText(escaping: title)
  return Choice(id, Bilingual(vietnamese: words, english: words), note: note)
}
