import DashboardKit
import Incubation
import Interchange
import Storage

/// What is done to a round.
extension ContestDesk {
  func runRound(_ answer: AskAnswer) async throws -> ContestDone? {
    switch answer.task {
    case .editRound(let round): return try await edit(round, answer)
    case .changeRules(let round):
      let receipt = try await contests.changeRules(
        try await rules(answer), of: round.id, reason: answer.words("reason"),
        ifVersion: round.version, by: session)
      return .done(
        round.state == .draft
          ? both("Đã đổi thể lệ.", "The rules were changed.")
          : both(
            "Đã đề nghị thể lệ mới; một người khác phải duyệt.",
            "The new rules are proposed; another person must approve them."), receipt)
    case .approveRules(let round, let number):
      let receipt = try await contests.approveRules(
        number, of: round.id, ifVersion: round.version, by: session)
      return .done(both("Thể lệ mới có hiệu lực.", "The new rules are in force."), receipt)
    case .assign(let round): return try await assign(answer, in: round)
    case .draw(let round):
      let seed = UInt64(answer.text("seed")) ?? session.random()
      let receipt = try await contests.draw(
        seed: seed, in: round.id, ifVersion: round.version, by: session)
      return .done(
        both(
          "Đã bốc thăm thứ tự; số gieo \(seed) được ghi lại.",
          "The order was drawn; the seed \(seed) is recorded."), receipt)
    case .presence(let round, let judge, let isPresent):
      let receipt = try await contests.setPresence(
        isPresent, of: judge, in: round, by: session)
      return .done(
        isPresent
          ? both("Đã ghi có mặt.", "Set down as present.")
          : both("Đã ghi vắng mặt.", "Set down as absent."), receipt)
    case .substitute(let round, let judge):
      guard let other = Identifier<Judge>(answer.text("judge")) else {
        throw StorageError.notFound(entity: "judge")
      }
      let receipt = try await contests.substitute(judge, with: other, in: round, by: session)
      return .done(
        both(
          "Đã cử người thay; phiếu chưa xong chuyển sang người thay.",
          "A substitute took the sheets that were not finished."), receipt)
    case .move(let round, let state, let accepting):
      let receipt = try await contests.move(
        round.id, to: state, accepting: accepting, reason: answer.words("reason"),
        ifVersion: round.version, by: session)
      return .done(
        both(
          "Vòng thi nay \(state.label(.vietnamese)).",
          "The round is now \(state.label(.english))."),
        receipt)
    case .sign(let round):
      let receipt = try await contests.sign(
        round, capacity: answer.words("capacity"), by: session)
      return .done(both("Đã ký kết quả.", "The result was signed."), receipt)
    default: return try await runSheets(answer)
    }
  }

  private func runSheets(_ answer: AskAnswer) async throws -> ContestDone? {
    switch answer.task {
    case .component(let round, let entry):
      let receipt = try await judging.setComponent(
        answer.text("component"), hundredths: NumberText.hundredths(of: answer.text("value")),
        of: entry, in: round, by: session)
      return .done(both("Đã ghi điểm ban tổ chức.", "The organiser's points were set."), receipt)
    case .askReopening(let round, let place):
      let receipt = try await judging.askReopening(
        of: place, in: round, reason: answer.words("reason"), by: session)
      return .done(
        both(
          "Đã xin mở lại phiếu; một người khác phải duyệt.",
          "Reopening was asked for; another person must approve it."), receipt)
    case .approveReopening(let id):
      let receipt = try await judging.approveReopening(id, by: session)
      return .done(
        both(
          "Đã mở lại phiếu; bản niêm phong cũ vẫn giữ.",
          "The sheet is open; the sealed one stays."),
        receipt)
    case .paper(let round, let place): return try await key(answer, place, in: round)
    case .verify(let round): return try await verify(round)
    default: return nil
    }
  }

  private func edit(_ round: Round, _ answer: AskAnswer) async throws -> ContestDone {
    var content = round.content
    content.title = Bilingual(
      vietnamese: answer.words("title"),
      english: answer.words("english").isBlank ? answer.words("title") : answer.words("english"))
    content.heldOn = answer.day("day")
    content.pitchMinutes = answer.number("pitch") ?? 0
    content.questionMinutes = answer.number("questions") ?? 0
    if round.state == .draft {
      content.isBlind = answer.text("blind") == "yes"
      content.hasPublicBoard = answer.text("public") == "yes"
      content.othersVisible = answer.text("others") == "sealed" ? .sealed : .published
    }
    let receipt = try await contests.updateRound(
      round.id, to: content, ifVersion: round.version, by: session)
    return .done(both("Đã lưu vòng thi.", "The round was saved."), receipt)
  }

  /// Assigns judges, and says how good the plan is.
  private func assign(
    _ answer: AskAnswer, in round: Identifier<Round>
  ) async throws -> ContestDone {
    let seed = UInt64(answer.text("seed")) ?? session.random()
    let size = answer.number("panel")
    let (plan, receipt) = try await contests.assign(
      AssignmentSettings(panelSize: size, seed: seed), in: round, by: session)
    let loads = plan.loadRange.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "0"
    let pairs = plan.judgePairRange.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-"
    func percent(_ share: Double?) -> String {
      share.map { "\(Int(($0 * 1000).rounded()) / 10),\(Int(($0 * 1000).rounded()) % 10) %" } ?? "-"
    }
    let efficiency = percent(plan.efficiency)
    let bound = percent(plan.efficiencyBound)
    let apart = plan.isConnected ? "" : " Các bài chia thành \(plan.parts) nhóm không so được."
    let apartEnglish = plan.isConnected ? "" : " Entries fall into \(plan.parts) parts."
    return .done(
      both(
        "Đã phân \(plan.pairs.count) phiếu, mỗi giám khảo \(loads) bài, cặp chung \(pairs); "
          + "hiệu quả \(efficiency) / tối đa \(bound); số gieo \(seed).\(apart)",
        "\(plan.pairs.count) sheets assigned, \(loads) entries a judge, pairs \(pairs); "
          + "efficiency \(efficiency) of at most \(bound); seed \(seed).\(apartEnglish)"), receipt)
  }

  /// Keys a paper sheet; where it differs from the other keying, says in which fields.
  private func key(
    _ answer: AskAnswer, _ place: SheetPlace, in round: Identifier<Round>
  ) async throws -> ContestDone {
    let rules = try await judging.snapshot(of: round, by: session).rules
    var scores: [String: Int] = [:]
    for criterion in rules.criteria {
      scores[criterion.code] = NumberText.hundredths(of: answer.text(criterion.code))
    }
    let outcome = try await judging.key(
      PaperKeying(
        entry: place.entry, judge: place.judge, scores: scores,
        checksum: NumberText.hundredths(of: answer.text("checksum"))), in: round, by: session)
    switch outcome {
    case .waitsForSecond:
      return .done(
        both(
          "Đã ghi lần nhập thứ nhất; một người khác nhập lại phiếu này.",
          "The first keying is kept; another person keys this sheet again."), nil)
    case .entered:
      return .done(
        both("Hai lần nhập khớp; điểm đã vào phiếu.", "Both keyings agree; the scores are in."),
        nil)
    case .differs(let differences):
      func words(_ language: Language) -> String {
        differences.map { difference in
          let criterion = rules.criteria.first { $0.code == difference.criterion }
          let name = criterion?.title(language).string ?? language.say("Tổng", "Total")
          let (first, second) = (
            Self.score(difference.first, language), Self.score(difference.second, language)
          )
          return "\(name): \(first) ≠ \(second)"
        }.joined(separator: "; ")
      }
      return .failed([
        both(
          "Hai lần nhập khác nhau, xem lại phiếu giấy: \(words(.vietnamese)).",
          "The keyings differ, look at the paper: \(words(.english)).")
      ])
    }
  }

  static func score(_ hundredths: Int?, _ language: Language) -> String {
    hundredths.map { NumberText.hundredths(Int64($0), language) } ?? "·"
  }

  private func verify(_ round: Identifier<Round>) async throws -> ContestDone {
    let check = try await judging.verify(round, against: nil, by: session)
    if let finding = check.finding {
      return .failed([
        both(
          "Không khớp: \(finding.words(.vietnamese)).", "Does not fit: \(finding.words(.english)).")
      ])
    }
    return .done(
      both(
        "Khớp: tính lại từ \(check.events) sự kiện, \(check.heads.count) chuỗi niêm phong.",
        "All fits: recounted from \(check.events) events, \(check.heads.count) chains of seals."),
      nil)
  }
}

/// Numbers of results as screens show them.
enum ContestNumbers {
  /// Exactly.
  static func text(_ value: Rational, _ language: Language) -> String {
    text(decimal: value.description, language)
  }

  /// A decimal text with a point, as files have it.
  static func text(decimal: String, _ language: Language) -> String {
    language == .english ? decimal : String(decimal.map { $0 == "." ? "," : $0 })
  }

  /// With so many decimals, one or two.
  static func text(_ value: Double, places: Int = 1, _ language: Language) -> String {
    let scale = places == 1 ? 10 : 100
    let number = Int((value * Double(scale)).rounded())
    let rest = String(abs(number) % scale)
    let decimals = String(repeating: "0", count: places - rest.count) + rest
    return text(decimal: (number < 0 ? "-" : "") + "\(abs(number) / scale).\(decimals)", language)
  }
}
