import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// Files that are written of a round: its papers, and what a stranger needs to recount it.
extension ContestDesk {
  func write(_ answer: AskAnswer) async throws -> ContestDone {
    switch answer.task {
    case .document(let round, let paper): return try await document(paper, of: round, answer)
    case .exportRules(let round):
      let rules = try await judging.snapshot(of: round, by: session).rules
      let path = try await Files.write(
        Array(RulesWriter.write(rules).utf8), to: answer.text("path"))
      return .done(both("Đã ghi thể lệ vào \(path).", "The rules were written to \(path)."), nil)
    case .exportFiles(let round): return try await exportFiles(round, to: answer.text("path"))
    default:
      return .failed([both("Không có việc này.", "There is no such task.")])
    }
  }

  /// The files from which anybody can recount the result, with the heads of the chains.
  private func exportFiles(
    _ round: Identifier<Round>, to start: String
  ) async throws -> ContestDone {
    guard session.user.may(.exportData) else {
      throw StorageError.notAllowed(.exportData, login: session.user.login)
    }
    let snapshot = try await judging.snapshot(of: round, by: session)
    guard snapshot.sight == .everything else { throw StorageError.contestRefused(.hidden) }
    let heads = try await judging.verify(round, against: nil, by: session).heads
    for (file, bytes) in RoundFiles.write(snapshot.record) {
      _ = try await Files.write(bytes, to: start + "-" + file.rawValue)
    }
    let lines = heads.map { $0.line + "\n" }.joined()
    let last = try await Files.write(Array(lines.utf8), to: start + "-heads.txt")
    return .done(
      both(
        "Đã ghi các tệp bắt đầu bằng \(start); tệp cuối \(last). Tính lại: judging tabulate.",
        "Files that begin with \(start) were written, last \(last). Recount: judging tabulate."),
      nil)
  }

  private func document(
    _ paper: ContestPaper, of id: Identifier<Round>, _ answer: AskAnswer
  ) async throws -> ContestDone {
    let snapshot = try await judging.snapshot(of: id, by: session)
    guard snapshot.sight == .everything else { throw StorageError.contestRefused(.hidden) }
    let verdict = try await judging.verdict(of: id, by: session)
    if paper == .certificates, snapshot.round.state < .signed {
      throw Trouble(
        words: both(
          "Giấy chứng nhận gắn với biên bản đã ký; hãy ký kết quả trước.",
          "Certificates are bound to signed minutes; sign the result first."))
    }
    let record = try await contests.competition(snapshot.round.competition, by: session)
    let result: TabulationResult
    let round: Tabulation
    do {
      round = try Tabulation(snapshot.record)
      result = try round.result()
    } catch { throw StorageError.contestRefused(.tabulation(error)) }
    var facts = try await facts(answer, snapshot, record, verdict)
    if answer.text("number") == "next", paper == .minutes || paper == .certificates {
      try await addNumbers(to: &facts, paper, snapshot, result)
    }
    let papers: JudgingPapers
    do {
      papers = try JudgingPapers(facts: facts, round: round, result: result)
    } catch {
      return .failed(
        error.problems.map { both($0.words(.vietnamese), $0.words(.english)) })
    }
    let kind = JudgingPapers.Kind(rawValue: paper.rawValue) ?? .minutes
    let written = papers.paper(kind)
    let isODT = answer.text("path").hasSuffix(".odt")
    let bytes =
      isODT
      ? OpenDocumentRenderer.render(written)
      : Array(PlainTextRenderer(TextMeasure { TextWidth.width(of: $0) }).render(written).utf8)
    let path = try await Files.write(bytes, to: answer.text("path"))
    let number = facts.number.map {
      DocumentKind.minutes.reference($0, agency: facts.agency.symbol)
    }
    let numbered = number.map { " (\($0))" } ?? ""
    return .done(
      both("Đã ghi \(path)\(numbered).", "\(path)\(numbered) was written."), nil)
  }

  private func facts(
    _ answer: AskAnswer, _ snapshot: RoundSnapshot, _ record: CompetitionRecord,
    _ verdict: RoundVerdict?
  ) async throws -> MinutesFacts {
    let day = snapshot.round.content.heldOn ?? session.today()
    let begins = MinutesFacts.Moment(startOf: day)
    func moment(_ id: String) -> MinutesFacts.Moment? {
      let parts = answer.text(id).split { ":h".contains($0) }.compactMap { Int($0) }
      guard let hour = parts.first else { return nil }
      return MinutesFacts.Moment(day, hour: hour, minute: parts.count > 1 ? parts[1] : 0)
    }
    let check = try await judging.verify(snapshot.round.id, against: nil, by: session)
    let heads = verdict?.heads ?? check.heads
    let issuer = answer.words("agency")
    let decision = record.competition.content.decision
    return MinutesFacts(
      agency: IssuingAgency(
        superior: answer.words("superior"), name: issuer, symbol: answer.text("symbol"),
        place: answer.words("place")),
      competition: record.competition.content.title.vietnamese,
      round: SafeText(
        escaping: "vòng " + snapshot.round.content.title.vietnamese.string.lowercased()),
      decision: decision.isBlank
        ? nil : DecisionReference(number: decision, day: decisionDay(record, day), issuer: issuer),
      venue: answer.words("venue"), begins: moment("begins") ?? begins, ends: moment("ends"),
      members: members(answer, snapshot), quorum: nil,
      heads: Dictionary(heads.map { ($0.judge, $0.hash) }) { first, _ in first },
      comments: answer.text("comments") == "yes" ? comments(snapshot) : [],
      isSigned: !(verdict?.signatures.isEmpty ?? true))
  }

  /// The day of the decision: the one written in it as dd/MM/yyyy, or else the first deadline's.
  private func decisionDay(_ record: CompetitionRecord, _ day: LocalDate) -> LocalDate {
    let words = record.competition.content.decision.string.split(separator: " ")
    return words.lazy.compactMap { try? LocalDate.parse(String($0)) }.last
      ?? record.deadlines.first?.day ?? day
  }

  /// The council: the chair and the secretary as they were typed, and the judges, absent ones
  /// with the reason. A chair who judges as well is one person.
  private func members(_ answer: AskAnswer, _ snapshot: RoundSnapshot) -> [MinutesFacts.Member] {
    let chair = answer.words("chair")
    let panel = snapshot.judges.filter { !$0.isShadow }
    let own = panel.first { TextFolding.fold($0.name.string) == TextFolding.fold(chair.string) }
    let scored = Set(
      snapshot.sheets.filter { $0.value.isComplete(snapshot.rules.criteria) }.map(\.key.judge))
    func absence(_ judge: RoundJudge) -> SafeText? {
      judge.isPresent || scored.contains(judge.judge) ? nil : "vắng mặt"
    }
    var members = [
      MinutesFacts.Member(
        name: chair, position: own?.organisation ?? .empty, duty: .chair, judge: own?.code)
    ]
    members += panel.filter { $0.judge != own?.judge }.map {
      MinutesFacts.Member(
        name: $0.name, position: $0.organisation, duty: .member, judge: $0.code,
        absence: absence($0))
    }
    members.append(MinutesFacts.Member(name: answer.words("secretary"), duty: .secretary))
    return members
  }

  private func comments(_ snapshot: RoundSnapshot) -> [MinutesFacts.Comment] {
    snapshot.sheets.sorted { $0.key < $1.key }.flatMap { place, sheet in
      sheet.comments.sorted { $0.key < $1.key }.compactMap { criterion, cell in
        guard let entry = snapshot.entry(place.entry), entry.counts, !cell.value.isBlank else {
          return nil
        }
        return MinutesFacts.Comment(
          entry: entry.code, criterion: criterion.isEmpty ? nil : criterion, text: cell.value)
      }
    }
  }

  /// Takes numbers from the register; a paper that has one already keeps it.
  private func addNumbers(
    to facts: inout MinutesFacts, _ paper: ContestPaper, _ snapshot: RoundSnapshot,
    _ result: TabulationResult
  ) async throws {
    let name = snapshot.competitionCode + "/" + snapshot.round.content.code
    let day = session.today()
    func number(_ kind: DocumentKind, _ subject: String) async throws -> Int {
      let key: RegisterKey
      do {
        key = try RegisterKey(kind, year: day.components.year, agency: facts.agency.symbol)
      } catch { throw StorageError.registerRefused(error) }
      let register = services.stores.registers
      let subject = SafeText(escaping: subject)
      let taken = try await register.entries(key).last { $0.subject == subject && $0.voided == nil }
      if let taken { return taken.number }
      return try await register.next(key, for: subject, on: day, from: nil, by: session).number
    }
    facts.number = try await number(.minutes, "Biên bản chấm thi " + name)
    guard paper == .certificates else { return }
    for row in result.rows where row.award != nil {
      facts.certificates[row.id] = try await number(
        .certificate, "Giấy chứng nhận \(name), bài \(row.id)")
    }
  }
}
