import DashboardKit
import Incubation
import Interchange
import Storage

/// Does what was answered, over the ports.
struct ContestDesk<Files: FileSource>: Sendable {
  let services: Services

  var contests: any CompetitionPort { services.stores.competitions }
  var judging: any JudgingPort { services.stores.judging }
  var session: Session { services.session }

  /// Does it, and says what came of it. Never throws: what went wrong comes in words.
  func perform(_ answer: AskAnswer) async -> ContestDone {
    do {
      return try await carryOut(answer)
    } catch let error as JudgingFileProblems {
      return .failed(error.problems.map { both($0.words(.vietnamese), $0.words(.english)) })
    } catch let error as FileFailure {
      return .failed([both(error.words(.vietnamese), error.words(.english))])
    } catch let error as Trouble {
      return .failed([error.words])
    } catch {
      return .failed([Self.words(error)])
    }
  }

  /// What only this desk finds wrong.
  struct Trouble: Error { var words: Remark }

  static func words(_ error: any Error) -> Remark {
    both(
      ErrorWords(.vietnamese).sentence(for: error), ErrorWords(.english).sentence(for: error))
  }

  private func carryOut(_ answer: AskAnswer) async throws -> ContestDone {
    if let done = try await setUp(answer) { return done }
    if let done = try await prepare(answer) { return done }
    if let done = try await runRound(answer) { return done }
    return try await write(answer)
  }

  // MARK: The contest

  private func setUp(_ answer: AskAnswer) async throws -> ContestDone? {
    switch answer.task {
    case .create:
      let made = try await contests.create(try content(answer), by: session)
      return .done(both("Đã tạo cuộc thi.", "The contest was made."), made.receipt)
    case .edit(let contest):
      let receipt = try await contests.update(
        contest.id, to: try content(answer), ifVersion: contest.version, by: session)
      return .done(both("Đã lưu cuộc thi.", "The contest was saved."), receipt)
    case .deadline(let id):
      let receipt = try await contests.setDeadline(
        EntryDeadline(
          day: answer.day("day") ?? session.today(), decision: answer.words("decision"),
          reason: answer.words("reason")), of: id, by: session)
      return .done(both("Đã ghi hạn nộp.", "The deadline was set."), receipt)
    case .addRound(let id, let position):
      let rules = try await rules(answer)
      let made = try await contests.addRound(
        round(answer, position: position), rules: rules, to: id, by: session)
      return .done(both("Đã thêm vòng thi.", "The round was added."), made.receipt)
    case .enter(let id, let ventures):
      let made = try await contests.enter(
        ventures, board: answer.text("board"), in: id, by: session)
      return .done(
        both("Đã đưa \(made.ids.count) hồ sơ vào dự thi.", "\(made.ids.count) ventures entered."),
        made.receipt)
    case .addEntry(let id):
      let made = try await contests.addEntries([entry(answer)], to: id, by: session)
      return .done(both("Đã thêm bài dự thi.", "The entry was added."), made.receipt)
    case .editEntry(let old):
      var content = entry(answer)
      content.venture = old.content.venture
      let receipt = try await contests.updateEntry(
        old.id, to: content, ifVersion: old.version, by: session)
      return .done(both("Đã lưu bài dự thi.", "The entry was saved."), receipt)
    case .importEntries(let id): return try await importEntries(answer, to: id)
    default: return nil
    }
  }

  private func content(_ answer: AskAnswer) throws -> CompetitionContent {
    let boards = answer.text("boards").split(separator: ";").map { part in
      let sides = part.split(separator: "=", maxSplits: 1).map {
        $0.trimmingBlanks
      }
      let title = SafeText(escaping: sides.last ?? "")
      return Board(
        code: sides.first ?? "", title: Bilingual(vietnamese: title, english: title))
    }
    let english = answer.words("english")
    let title = answer.words("title")
    return CompetitionContent(
      code: answer.text("code"),
      title: Bilingual(vietnamese: title, english: english.isBlank ? title : english),
      decision: answer.words("decision"), boards: boards.isEmpty ? [Board.only] : boards,
      mostOfPerson: answer.number("person"), mostOfOrganisation: answer.number("organisation"))
  }

  private func round(_ answer: AskAnswer, position: Int) -> RoundContent {
    let title = answer.words("title")
    let english = answer.words("english")
    return RoundContent(
      code: answer.text("code"),
      title: Bilingual(vietnamese: title, english: english.isBlank ? title : english),
      position: position, heldOn: answer.day("day"), isBlind: answer.text("blind") == "yes",
      othersVisible: answer.text("others") == "sealed" ? .sealed : .published,
      hasPublicBoard: answer.text("public") == "yes",
      pitchMinutes: answer.number("pitch") ?? 0, questionMinutes: answer.number("questions") ?? 0)
  }

  private func entry(_ answer: AskAnswer) -> EntryContent {
    EntryContent(
      title: answer.words("title"), code: answer.text("code"), board: answer.text("board"),
      organisation: answer.words("organisation"), leader: answer.words("leader"),
      summary: answer.words("summary"))
  }

  private func importEntries(
    _ answer: AskAnswer, to id: Identifier<Competition>
  ) async throws -> ContestDone {
    let bytes = try await Files.read(answer.text("path"))
    let read = try ContestEntriesFile.read(bytes, board: answer.text("board"))
    let made = try await contests.addEntries(read.entries, to: id, by: session)
    let vietnamese = read.warnings.map { " " + $0.words(.vietnamese) }.joined()
    let english = read.warnings.map { " " + $0.words(.english) }.joined()
    return .done(
      both(
        "Đã nhập \(made.ids.count) bài dự thi.\(vietnamese)",
        "\(made.ids.count) entries were brought in.\(english)"), made.receipt)
  }

  /// The rules that were chosen: the usual sheet, those of another round, or a file.
  func rules(_ answer: AskAnswer) async throws -> RoundRules {
    switch answer.text("rules") {
    case "file": return try Files.rules(try await Files.read(answer.text("path")))
    case "usual", "": return RoundRules.usual
    case let other:
      guard let id = Identifier<Round>(other) else {
        throw StorageError.notFound(entity: "round")
      }
      return try await judging.snapshot(of: id, by: session).rules
    }
  }

  // MARK: Entries and judges

  private func prepare(_ answer: AskAnswer) async throws -> ContestDone? {
    switch answer.task {
    case .eligibility(let ids):
      let chosen = Entry.Eligibility(rawValue: answer.text("eligibility")) ?? .pending
      let receipt = try await contests.setEligibility(
        chosen, reason: answer.words("reason"), of: ids, by: session)
      return .done(
        both("Đã ghi kết quả kiểm tra \(ids.count) bài.", "\(ids.count) entries were checked."),
        receipt)
    case .withdraw(let id, let isWithdrawn):
      let receipt = try await contests.setWithdrawn(
        isWithdrawn, reason: answer.words("reason"), of: id, by: session)
      return .done(
        isWithdrawn
          ? both("Đã rút bài.", "The entry was withdrawn.")
          : both("Đã nhận lại bài.", "The entry was let in again."), receipt)
    case .admit(let ids):
      guard let round = Identifier<Round>(answer.text("round")) else {
        throw StorageError.notFound(entity: "round")
      }
      let receipt = try await contests.admit(ids, to: round, by: session)
      return .done(
        both("Đã đưa \(ids.count) bài vào vòng.", "\(ids.count) entries were let in."), receipt)
    case .addJudge(let id): return try await addJudge(answer, to: id)
    case .seat(let round):
      let ids = answer.list("judges").compactMap { Identifier<Judge>($0) }
      let shadow = answer.text("shadow") == "yes"
      let receipt = try await contests.seat(
        ids.map { Seat($0, isShadow: shadow, capacity: answer.number("capacity")) }, in: round,
        by: session)
      return .done(
        both("Đã mời \(ids.count) giám khảo vào vòng.", "\(ids.count) judges were seated."),
        receipt)
    case .declare(let round, _): return try await declare(answer, in: round)
    case .settle(let round, var conflict):
      conflict.status = answer.text("status") == "dismissed" ? .dismissed : .confirmed
      if !answer.words("reason").isBlank { conflict.reason = answer.words("reason") }
      let receipt = try await contests.declare(conflict, in: round, by: session)
      return .done(both("Đã ghi quyết định.", "The decision was recorded."), receipt)
    case .declareComplete(let round, let judge):
      let receipt = try await contests.declareComplete(judge, in: round, by: session)
      return .done(both("Đã ghi kê khai.", "The declaration was recorded."), receipt)
    default: return nil
    }
  }

  private func addJudge(
    _ answer: AskAnswer, to id: Identifier<Competition>
  ) async throws -> ContestDone {
    let login = answer.text("login")
    var name = answer.words("name")
    if name.isBlank, !login.isEmpty {
      name = try await services.stores.users.user(login)?.displayName ?? name
    }
    let made = try await contests.addJudge(
      JudgeContent(
        name: name, code: answer.text("code"), login: login.isEmpty ? nil : login,
        organisation: answer.words("organisation")), to: id, by: session)
    return .done(both("Đã thêm giám khảo.", "The judge was added."), made.receipt)
  }

  private func declare(
    _ answer: AskAnswer, in round: Identifier<Round>
  ) async throws -> ContestDone {
    guard let entry = Identifier<Entry>(answer.text("entry")),
      let judge = Identifier<Judge>(answer.text("judge"))
    else { throw StorageError.notFound(entity: "judge") }
    let receipt = try await contests.declare(
      ConflictOfInterest(
        entry: entry, judge: judge,
        kind: ConflictOfInterest.Kind(rawValue: answer.text("kind")) ?? .other,
        reason: answer.words("reason")), in: round, by: session)
    return .done(both("Đã ghi xung đột lợi ích.", "The conflict was recorded."), receipt)
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
