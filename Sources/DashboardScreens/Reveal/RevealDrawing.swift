import DashboardKit
import Incubation
import TerminalCanvas

/// The words of the reveal.
struct RevealText: Wording {
  let language: Language

  var title: String { say("Trao giải", "Reveal") }
  var nothingToReveal: String { say("Chưa có kết quả để trao.", "There is no result to reveal.") }
  var nothingShown: String { say("Chưa chiếu gì.", "Nothing is being shown.") }
  var loading: String { say("Đang tải…", "Loading…") }
  var soon: String {
    say("Kết quả sẽ công bố trong ít phút.", "The result will be announced in a moment.")
  }
  var rehearsal: String {
    say(
      "TẬP DƯỢT: kết quả chưa ký, màn khán giả không thấy gì.",
      "REHEARSAL: the result is not signed, the audience sees nothing.")
  }

  var next: CommandWords {
    words(
      ("Tiếp", "Next"),
      ("Công bố hạng kế tiếp, từ dưới lên.", "Reveals the next place, from the last up."))
  }
  var back: CommandWords {
    words(("Lùi", "Back"), ("Che lại hạng vừa công bố.", "Hides the place revealed last."))
  }
  var restart: CommandWords {
    words(("Từ đầu", "From the start"), ("Bắt đầu lại từ hạng cuối.", "Begins again."))
  }
  var last: CommandWords {
    words(("Đến hết", "To the end"), ("Công bố mọi hạng.", "Reveals every place."))
  }
  var audience: CommandWords {
    words(
      ("Màn khán giả", "Audience"),
      (
        "Đổi giữa màn người dẫn (thấy hạng sắp tới) và màn khán giả.",
        "Changes between the presenter's screen, with what comes next, and the audience's."
      ))
  }
  var stop: CommandWords {
    words(
      ("Tắt chiếu", "Stop"),
      (
        "Thôi chiếu; màn khán giả trở lại trống.",
        "Ends the showing; the audience's screen is empty."
      ))
  }

  /// "Hạng 3", "Hạng 11 - 60".
  func ranks(_ step: RevealPlan.Step) -> String {
    let ranks = step.places.map(\.rank)
    guard let low = ranks.min(), let high = ranks.max() else { return "" }
    return say("Hạng ", "Place ") + (low == high ? "\(low)" : "\(low) - \(high)")
  }

  func award(_ place: RevealPlan.Place) -> String? {
    place.award?(language).string ?? (place.advances ? say("Vào vòng sau", "Goes on") : nil)
  }

  func total(_ place: RevealPlan.Place) -> String {
    ContestNumbers.text(decimal: place.total, language) + say(" điểm", " points")
  }
}

/// Draws the presenter's screen or the audience's: the place revealed last, large and calm, and
/// those before it below.
struct RevealDrawing {
  let state: RevealState
  let area: Rectangle
  let text: RevealText
  let context: ScreenContext

  func draw(on frame: inout Frame<RevealAction>) {
    guard let view = state.view else {
      let problem = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      let words = problem ?? (state.isLoading ? text.loading : text.nothingToReveal)
      centre(words, Style(problem == nil ? .muted : .danger), in: area.row(area.height / 2), &frame)
      frame.canvas.pointCursor(at: area.row(area.height / 2))
      return
    }
    let line = area.row(0).inset(horizontal: 1)
    let name = view.competitionCode + " · " + view.round.content.title(text.language).string
    frame.canvas.put(TextWidth.cut(name, to: line.width), in: line, style: Style(.heading))
    frame.canvas.pointCursor(at: line)
    let body = area.splitTop(2).rest
    if state.isRehearsal {
      frame.canvas.put(
        TextWidth.cut(text.rehearsal, to: area.width - 2), in: area.row(1), offset: 1,
        style: Style(.warning))
    }
    // A rehearsal is nothing for an audience.
    let shown = state.isAudience && state.isRehearsal ? 0 : state.step
    if state.isAudience {
      drawShown(Array(view.steps.prefix(shown)), in: body, &frame)
      return
    }
    let (left, right) = body.splitLeft(body.width >= 90 ? body.width * 3 / 5 : body.width)
    let (main, below) = right.isEmpty ? left.splitBottom(min(6, left.height / 3)) : (left, right)
    drawShown(Array(view.steps.prefix(shown)), in: main, &frame)
    drawNext(view, in: below, &frame)
  }

  private func centre(
    _ words: String, _ style: Style, in line: Rectangle, _ frame: inout Frame<RevealAction>
  ) {
    let cut = TextWidth.cut(words, to: max(0, line.width - 2))
    let offset = max(0, (line.width - TextWidth.width(of: cut)) / 2)
    frame.canvas.put(cut, in: line, offset: offset, style: style)
  }

  private func drawShown(
    _ steps: [RevealPlan.Step], in body: Rectangle, _ frame: inout Frame<RevealAction>
  ) {
    guard let last = steps.last else {
      centre(text.soon, Style(.muted), in: body.row(body.height / 3), &frame)
      return
    }
    var y = max(0, min(3, body.height / 6))
    let heading = text.ranks(last)
    centre(heading, Style(.heading, emphasis: .bold), in: body.row(y), &frame)
    y += 2
    for place in last.places.prefix(max(1, body.height - y - 2)) {
      if last.places.count == 1 {
        if let award = text.award(place) {
          centre("▲ " + award + " ▲", Style(.ok), in: body.row(y), &frame)
          y += 2
        }
        centre(place.title.string, Style(.title, emphasis: .bold), in: body.row(y), &frame)
        if !place.organisation.isBlank {
          y += 1
          centre(place.organisation.string, Style(.text), in: body.row(y), &frame)
        }
        y += 1
        centre(place.code + " · " + text.total(place), Style(.info), in: body.row(y), &frame)
        y += 2
      } else {
        centre(line(place), Style(.text), in: body.row(y), &frame)
        y += 1
      }
    }
    let before = steps.dropLast().flatMap(\.places).reversed()
    guard !before.isEmpty, y + 1 < body.height else { return }
    frame.canvas.fill(
      body.row(y).inset(horizontal: max(1, body.width / 6)), "─", style: Style(.border))
    for (index, place) in before.prefix(body.height - y - 1).enumerated() {
      centre(line(place), Style(.muted), in: body.row(y + 1 + index), &frame)
    }
  }

  private func line(_ place: RevealPlan.Place) -> String {
    let award = text.award(place).map { " · " + $0 } ?? ""
    return "\(place.rank). \(place.title.string) · \(text.total(place))\(award)"
  }

  /// What only the presenter sees: how far it is, and what comes next.
  private func drawNext(
    _ view: RevealView, in area: Rectangle, _ frame: inout Frame<RevealAction>
  ) {
    let inside = area.inset(horizontal: 1)
    let count = text.say(
      "Bước \(state.step)/\(view.stepCount), chỉ người dẫn thấy",
      "Step \(state.step)/\(view.stepCount), for the presenter only")
    frame.canvas.put(
      TextWidth.cut(count, to: inside.width), in: inside.row(0), style: Style(.heading))
    for (index, step) in view.steps.dropFirst(state.step).prefix(max(0, inside.height - 1))
      .enumerated()
    {
      let names = step.places.map(\.title.string).joined(separator: "; ")
      let words =
        (index == 0 ? text.say("Sắp tới: ", "Next: ") : "  ") + text.ranks(step) + " · " + names
      frame.canvas.put(
        TextWidth.cut(words, to: inside.width), in: inside.row(index + 1),
        style: Style(index == 0 ? .warning : .muted))
    }
    guard state.step >= view.stepCount, view.stepCount > 0 else { return }
    frame.canvas.put(
      text.say("Đã công bố hết.", "Everything is revealed."), in: inside.row(1), style: Style(.ok))
  }
}
