import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words about changes to many ventures at once.
struct BulkWords: Wording {
  let language: Language

  private var moves: MoveWords { MoveWords(language: language) }

  /// What is to be changed, as a line of the list.
  static func name(_ subject: BulkPanel.Subject, _ pipeline: Pipeline?) -> Bilingual {
    func both(_ text: (BulkWords) -> String) -> Bilingual {
      Bilingual(
        vietnamese: SafeText(escaping: text(BulkWords(language: .vietnamese))),
        english: SafeText(escaping: text(BulkWords(language: .english))))
    }
    return both { $0.name(of: subject, pipeline) }
  }

  private func name(of subject: BulkPanel.Subject, _ pipeline: Pipeline?) -> String {
    switch subject {
    case .move(.stage(let code)):
      let stage = moves.stage(code, pipeline)
      return say("Chuyển sang \(stage)", "Move to \(stage)")
    case .move(.setAside): return moves.setAside.title
    case .move(.drop): return moves.drop.title
    case .move(.resume): return moves.resume.title
    case .field(let field): return name(field)
    }
  }

  /// The name of a change, also the label of its field.
  func name(_ field: BulkField) -> String {
    switch field {
    case .addTag: say("Thêm nhãn", "Add a tag")
    case .removeTag: say("Bỏ nhãn", "Remove a tag")
    case .leadOwner: VentureField.leadOwner.label(language)
    case .supportOwner: VentureField.supportOwner.label(language)
    case .due: VentureField.nextStepDue.label(language)
    case .nextStep: VentureField.nextStep.label(language)
    case .field: VentureField.field.label(language)
    case .place: VentureField.place.label(language)
    case .reason: moves.reason
    }
  }

  func label(_ field: BulkField) -> FieldLabel {
    let hint: String =
      switch field {
      case .addTag, .removeTag: say("một nhãn", "one tag")
      case .due: ventures.label(.nextStepDue).hint
      case .reason: say("bắt buộc khi lùi hoặc loại bỏ", "needed to go back or to drop")
      default: say("để trống: xóa nội dung", "empty: takes the text away")
      }
    return FieldLabel(name(field), hint: hint)
  }

  func title(_ count: Int) -> String {
    say(
      "Đổi \(self.count(count, "hồ sơ", "", "")) đã đánh dấu",
      "Change \(self.count(count, "", "marked venture", "marked ventures"))")
  }

  var counting: String { say("Đang xem trước…", "Looking at what would change…") }

  /// What a change does, in a few words.
  func what(_ change: BulkChange, _ pipeline: Pipeline?) -> String {
    switch change {
    case .move(let request, _): return name(of: .move(request), pipeline)
    case .addTag(let tag): return say("Thêm nhãn «\(tag)»", "Add the tag “\(tag)”")
    case .removeTag(let tag): return say("Bỏ nhãn «\(tag)»", "Remove the tag “\(tag)”")
    case .set(let field, let text):
      let name = field.label(language)
      return text.allSatisfy(\.isWhitespace)
        ? say("Xóa «\(name)»", "Empty “\(name)”")
        : name + ": " + text
    }
  }

  /// How many would change, stay, and are refused: the first line of the preview.
  func summary(_ plan: BulkPlan) -> String {
    var parts = [
      say("Sẽ đổi ", "Will change ") + count(plan.changes.count, "hồ sơ", "venture", "ventures")
    ]
    if plan.unchanged > 0 {
      parts.append(say("\(plan.unchanged) đã như vậy", "\(plan.unchanged) already so"))
    }
    if !plan.refused.isEmpty {
      parts.append("! " + say("\(plan.refused.count) bị từ chối", "\(plan.refused.count) refused"))
    }
    return parts.joined(separator: " · ")
  }

  /// A refused venture with the reason, in one line.
  func refusal(_ refused: BulkPlan.Refused, _ pipeline: Pipeline?) -> String {
    let words: String
    switch refused.reason {
    case .gone: words = say("đã bị xóa", "has been deleted")
    case .field(let problem): words = problem.words(language)
    case .move(let refusal):
      words =
        pipeline.map { refusal.words(language, in: $0) }
        ?? ErrorWords(language).sentence(for: refusal)
    }
    return refused.title.isBlank ? words : refused.title.string + ": " + words
  }

  func keys(canApply: Bool) -> String {
    canApply
      ? say("Enter đổi tất cả · Esc thôi", "Enter change all · Esc cancel")
      : say("Không có gì để đổi · Esc thôi", "Nothing to change · Esc cancel")
  }

  func done(_ count: Int) -> String {
    say(
      "Đã đổi \(number(count)) hồ sơ; Ctrl+Z lấy lại tất cả.",
      "Changed \(self.count(count, "", "venture", "ventures")); Ctrl+Z takes all of it back.")
  }

  var open: CommandWords {
    words(
      ("Đổi hàng loạt", "Change marked"),
      (
        "Chuyển, gắn nhãn, giao người phụ trách, đặt hạn cho mọi hồ sơ đã đánh dấu; xem trước rồi"
          + " mới đổi.",
        "Moves, tags, assigns or dates all marked ventures; shows first what would change."
      ))
  }
  var submit: CommandWords {
    words(
      ("Tiếp", "Go on"),
      (
        "Xem trước những gì sẽ đổi; ở bước cuối thì đổi tất cả.",
        "Shows what would change; at the last step changes all of it."
      ))
  }
}

/// Where the parts of the dialog stand.
struct BulkPlaces {
  /// The lines of its list.
  var lines: [(id: String, area: Rectangle)] = []
  /// The fields of its form.
  var form = FormPlaces<FormKey>()
}

extension BulkPanel {
  /// Draws the dialog in the middle of an area. Returns where its parts stand.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ words: BulkWords, _ pipeline: Pipeline?,
    _ settings: FieldSettings
  ) -> BulkPlaces {
    switch step {
    case .choosing(let list):
      let size = Size(
        width: min(52, area.width), height: min(list.choices.count + 3, area.height))
      let inside = Panel.draw(words.title(ids.count), in: area.centred(size), on: &canvas)
      return BulkPlaces(
        lines: list.draw(
          in: inside, on: &canvas, language: words.language,
          placeholder: words.ventures.typeToFind))
    case .filling(_, let form):
      let size = Size(width: min(64, area.width), height: min(form.height + 3, area.height))
      let inside = Panel.draw(words.title(ids.count), in: area.centred(size), on: &canvas)
      let (fields, below) = inside.splitBottom(1)
      canvas.put(
        TextWidth.cut(form.legend(words.language), to: below.width), in: below,
        style: Style(.muted, on: .overlay))
      return BulkPlaces(
        form: form.draw(
          in: fields, on: &canvas, surface: .overlay, settings, within: area,
          label: { key in
            if case .bulk(let field) = key { words.label(field) } else { FieldLabel("") }
          }, words: { $0.words(words.language) }))
    case .previewing(let change, let plan):
      drawPreview(change, plan, in: area, on: &canvas, words, pipeline)
    }
    return BulkPlaces()
  }

  private func drawPreview(
    _ change: BulkChange, _ plan: BulkPlan?, in area: Rectangle, on canvas: inout Canvas,
    _ words: BulkWords, _ pipeline: Pipeline?
  ) {
    let refused = plan?.refused ?? []
    let size = Size(
      width: min(76, area.width), height: min(min(refused.count, 10) + 5, area.height))
    let inside = Panel.draw(words.what(change, pipeline), in: area.centred(size), on: &canvas)
    let line = plan.map { words.summary($0) } ?? words.counting
    canvas.put(
      TextWidth.cut(
        isWorking ? MoveWords(language: words.language).working : line,
        to: inside.width),
      in: inside.row(0), style: Style(.text, on: .overlay, emphasis: .bold))
    canvas.pointCursor(at: inside.row(0))
    let (body, keys) = inside.splitTop(1).rest.splitBottom(1)
    for (index, one) in refused.dropFirst(top).prefix(max(0, body.height - 1)).enumerated() {
      canvas.put(
        TextWidth.cut("× " + words.refusal(one, pipeline), to: body.width),
        in: body.row(index), style: Style(.warning, on: .overlay))
    }
    guard let plan else { return }
    canvas.put(
      TextWidth.cut(words.keys(canApply: !plan.changes.isEmpty), to: keys.width),
      in: keys.row(0), style: Style(.muted, on: .overlay))
  }
}
