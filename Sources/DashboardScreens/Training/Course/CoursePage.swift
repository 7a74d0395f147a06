import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Lays the parts of a course that are read rather than worked in out as lines.
struct CoursePage {
  let contents: CourseContents
  let text: CourseText
  let context: ScreenContext
  let width: Int

  private var labelWidth: Int { min(22, max(12, width / 4)) }

  private func heading(_ words: String) -> PageLine { PageLine(words, .heading) }

  private func pair(_ label: String, _ value: String, _ role: Role = .text) -> [PageLine] {
    let isMissing = value.isEmpty
    let shown = TextWidth.cut(label, to: labelWidth - 1)
    let pad = String(repeating: " ", count: labelWidth - TextWidth.width(of: shown))
    let words = isMissing ? text.unknown : value
    return TextWrap.lines(of: words, width: max(10, width - labelWidth - 2)).enumerated().map {
      index, line in
      let head = index == 0 ? "  " + shown + pad : String(repeating: " ", count: labelWidth + 2)
      return PageLine([
        PageLine.Piece(text: head, role: .muted),
        PageLine.Piece(text: line, role: isMissing ? .muted : role),
      ])
    }
  }

  /// The plan: what, by whom, with what, for whom, and what the certificate asks for.
  var plan: [PageLine] {
    let summary = contents.record.summary
    let content = summary.course.content
    let task = TrainingTask.course(nil)
    func label(_ field: TrainingField) -> String { text.forms.label(field, task).title }
    let quotas = CourseForms.text(of: content.registration.quotas, text.language)
    var lines = [heading(text.name(.plan))]
    lines += pair(label(.kind), content.kind.label(text.language))
    lines += pair(label(.contentItem), content.contentItem.string)
    lines += pair(label(.organiser), content.organiser.string)
    lines += pair(label(.supporter), content.supporter.string)
    lines += pair(label(.budget), content.budget?.formatted(text.language) ?? "")
    lines += pair(label(.goals), content.goals.string)
    lines += [PageLine(), heading(text.name(.sessions))]
    lines += pair(text.say("Thời gian", "Days"), text.calendar.days(summary.days))
    lines += pair(
      text.name(.sessions),
      text.calendar.sessionCount(summary.sessions) + ", " + text.calendar.hours(minutes)
        + text.say(" giờ", " hours"))
    lines += [PageLine(), heading(text.name(.people))]
    lines += pair(label(.capacity), text.calendar.places(summary))
    lines += pair(label(.scope), text.registration(content.registration))
    lines += pair(label(.quotas), quotas)
    lines += pair(text.name(.people), text.states(summary.people))
    lines += [PageLine(), heading(text.name(.certificates))]
    lines += pair(text.say("Điều kiện đạt", "Passing"), text.passing(content.passing))
    return lines + pair(text.say("Đã đạt", "Passed"), passed)
  }

  private var minutes: Int {
    contents.sheet.sessions.reduce(0) { $0 + $1.content.span.minutes }
  }

  private var passed: String {
    let all = contents.sheet.lines
    let done = all.count { $0.standing.outcome == .passed }
    let lost = all.count { if case .impossible = $0.standing.outcome { true } else { false } }
    let given = contents.certificates.count { $0.revokedOn == nil }
    return text.say(
      "\(done)/\(all.count) · không thể đạt \(lost) · đã cấp \(given) giấy",
      "\(done)/\(all.count) · cannot pass any more \(lost) · certificates \(given)")
  }

  /// What the forms say: for each question the mean, and how often each mark was given.
  var feedback: [PageLine] {
    let summary = contents.feedback
    guard summary.forms > 0 else { return [PageLine("  " + text.noForms, .muted)] }
    var lines = [heading(text.name(.feedback) + " · " + text.formCount(summary.forms)), PageLine()]
    for question in 0..<FeedbackForm.questions {
      let counts = summary.distribution[question]
      let title = "\(question + 1). " + text.forms.question(question + 1)
      let mean = text.mean(summary.means[question])
      lines.append(PageLine("  \(title): \(mean) / 5", .text))
      for mark in (1...5).reversed() {
        let count = counts[mark - 1]
        let bar = Chart.bar(count, of: max(1, summary.forms), width: 24)
        lines.append(
          PageLine([
            PageLine.Piece(text: "     \(mark)  ", role: .muted),
            PageLine.Piece(text: bar, role: .chart1),
            PageLine.Piece(text: bar.isEmpty ? "0" : " \(count)", role: .text),
          ]))
      }
    }
    if !summary.comments.isEmpty {
      lines += [PageLine(), heading(text.comments)]
      for comment in summary.comments {
        lines += TextWrap.lines(of: comment.string, width: max(10, width - 4)).enumerated().map {
          PageLine(($0.offset == 0 ? "  • " : "    ") + $0.element)
        }
      }
    }
    return lines
  }
}
