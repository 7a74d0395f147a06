/// The evidence that demo ventures bring for the stages they have left.
enum DemoEvidence {
  /// One piece for each requirement of each stage that was left forward, recorded shortly before
  /// the first time it was left.
  ///
  /// - Parameter number: makes the numbers of documents differ from venture to venture.
  static func met(
    by moves: [DemoVenture.Move], in pipeline: Pipeline, number: Int
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    var arrived = moves.first?.movedAt.localDate ?? LocalDate(dayNumber: 0)
    for move in moves {
      let day = move.movedAt.localDate
      if move.kind == .forward, let from = move.from.flatMap(pipeline.index(of:)),
        let to = pipeline.index(of: move.to)
      {
        let recorded = max(arrived, officeDay(onOrBefore: day.adding(days: -2)))
        for requirement in pipeline.stages[from..<max(from, to)].flatMap(\.exitRequirements) {
          guard case .evidence(let code, let title) = requirement,
            !evidence.contains(where: { $0.code == code })
          else { continue }
          let reference = reference(
            code, title, number: number + evidence.count * 64, on: recorded)
          evidence.append(Evidence(code: code, recordedOn: recorded, reference: reference))
        }
      }
      arrived = day
    }
    return evidence
  }

  /// What the clerk wrote beside a piece of evidence: "Biên bản số 37/BB-SKHCN ngày 05/06/2019".
  /// Numbers under ten have a leading zero, as Decree 30/2020/NĐ-CP asks.
  private static func reference(
    _ code: String, _ title: Bilingual, number: Int, on day: LocalDate
  ) -> SafeText {
    let (year, month, dayOfMonth) = day.components
    let date = [padded(dayOfMonth), padded(month), String(year)].joined(separator: "/")
    let document =
      switch code {
      case "appraisal-minutes": "Biên bản số " + padded(number) + "/BB-SKHCN"
      case "business-model": "Bản mô hình kinh doanh chủ hồ sơ nộp"
      case "process-document": "Bản mô tả quy trình, có chữ ký của đơn vị,"
      case "prototype", "sample-product": "Ảnh và biên bản xem mẫu"
      case "test-result": "Phiếu kết quả số " + padded(number) + "/KN"
      default: title.vietnamese.string
      }
    return SafeText(escaping: document + " ngày " + date)
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }

  /// The same day, or the Friday before when it falls on a weekend.
  private static func officeDay(onOrBefore day: LocalDate) -> LocalDate {
    day.adding(days: min(0, 5 - day.weekday))
  }
}
