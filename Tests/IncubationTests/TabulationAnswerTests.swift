import Incubation
import Testing

/// Results that were published, or that the rules of real contests lead to.
@Suite("Tabulation: known answers")
struct TabulationAnswerTests {
  /// Sydney 2000: of seven marks the highest and lowest go, five are added, times the degree of
  /// difficulty, times 0.6. One dive: 8 9 8.5×5, difficulty 3.1 → 79.05.
  @Test("a dive in Sydney")
  func dive() throws {
    let rules = RoundRules(
      criteria: [criterion("D")],
      panel: .init(combination: .sheet, method: .sum, dropHigh: 1, dropLow: 1),
      rounding: .init(after: [.total]))
    let marks = ["8", "9", "8.5", "8.5", "8.5", "8.5", "8.5"]
    let record = round(rules, [("X", marks)]) { $0.multiplier = q("3.1") * q("0.6") }
    #expect(try result(record).total("X") == "79.05")
    var perCriterion = record
    perCriterion.rules.panel.combination = .criterion
    #expect(try result(perCriterion).total("X") == "79.05")
  }

  /// Montgomery's catalysts: a balanced incomplete block of four entries and four judges. A
  /// missing cell is missing, never 0.
  @Test("means over incomplete panels")
  func catalysts() throws {
    let rules = RoundRules(
      criteria: [criterion("Y", "100")], rounding: .init(places: 3, after: [.total]))
    let record = round(
      rules,
      [
        ("1", ["73", "74", "", "71"]), ("2", ["", "75", "67", "72"]),
        ("3", ["73", "75", "68", ""]), ("4", ["75", "", "72", "75"]),
      ])
    let counted = try result(record)
    #expect(
      try ["1", "2", "3", "4"].map(counted.total) == ["72.667", "71.333", "72.000", "74.000"])
    #expect(counted.picture == "14 21 33 42")
    #expect(counted.rows.allSatisfy { $0.status == .final })
  }

  /// Tennessee's capital by Borda's count: 42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM → Nashville 194,
  /// Chattanooga 173, Memphis 126, Knoxville 107, although Memphis leads on first places.
  @Test("Borda in Tennessee")
  func tennessee() throws {
    let rules = RoundRules(
      criteria: [criterion("V")],
      panel: .init(
        combination: .sheet, method: .borda, points: [3, 2, 1, 0].map { Rational($0) }))
    let ballots: [(Int, String)] = [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]
    let cities = ["M", "N", "C", "K"].map { city in
      (
        city,
        ballots.flatMap { count, order in
          let place = Array(order).firstIndex(of: Character(city)) ?? 0
          return Array(repeating: String(10 - place), count: count)
        }
      )
    }
    let counted = try result(round(rules, cities))
    #expect(counted.picture == "1N 2C 3M 4K")
    #expect(
      try ["N", "C", "M", "K"].map(counted.total) == ["194.00", "173.00", "126.00", "107.00"])
  }

  /// Quảng Ngãi 2021, semi-final: two boards; the first five of each by mean, with a mean of at
  /// least 50 and no criterion of 0; six criteria of 100 points.
  @Test("Quảng Ngãi: boards, a lowest mean, no zero criterion")
  func quangNgai() throws {
    let maxima = ["20", "20", "20", "15", "15", "10"]
    let rules = RoundRules(
      criteria: maxima.enumerated().map { criterion("T\($0 + 1)", $1) },
      rounding: .init(after: [.total]),
      gates: .init(minimumTotal: q("50"), refusesZeroCriterion: true), advancing: 5)
    let sheets = [
      ("Y1", ["18 17 16 12 12 8", "16 17 16 12 12 8"]),
      ("Y2", ["20 20 20 15 15 0", "20 20 20 15 15 0"]),
      ("Y3", ["20 20 20 15 15 0", "18 18 18 13 13 5"]),
      ("Y4", ["10 10 10 10 5 5", "10 10 10 10 5 4"]),
      ("Y5", ["10 10 10 10 5 5", "10 10 10 10 5 5"]),
      ("Y6", ["15 15 15 10 10 5", "15 15 15 10 10 5"]),
      ("Y7", ["15 15 15 10 10 6", "15 15 15 10 10 6"]),
      ("Y8", ["15 15 15 10 10 7", "15 15 15 10 10 7"]),
      ("D1", ["9 9 9 9 9 9", "9 9 9 9 9 9"]), ("D2", ["5 5 5 5 5 5", "5 5 5 5 5 5"]),
    ]
    let record = round(rules, sheets) { $0.board = $0.id.hasPrefix("Y") ? "Ý tưởng" : "Dự án" }
    let counted = try result(record)
    #expect(counted.picture == "1D1 -D2 1Y3 2Y1 3Y8 4Y7 5Y6 6Y5 -Y2 -Y4")
    #expect(try counted.row("Y2").failedGate == .zeroCriterion(5))
    #expect(try counted.row("Y2").status == .belowGate)
    #expect(try counted.total("Y2") == "90.00")
    #expect(try counted.total("Y4") == "49.50")
    #expect(try counted.row("Y4").failedGate == .minimumTotal)
    #expect(try counted.row("Y5").total == q("50"))
    #expect(
      counted.rows.filter { $0.advances == true }.map(\.id).sorted()
        == ["D1", "Y1", "Y3", "Y6", "Y7", "Y8"])
    #expect(try counted.row("Y5").advances == false)
  }

  /// CIC 2019, final: seven judges on their own; out of 300 = model 100 + slides 100 + pitch 60 +
  /// attendance 40 that the organiser enters; ties by secondary factors, then the judges decide.
  @Test("CIC 2019: a component of attendance, and ties by secondary factors")
  func cic2019() throws {
    let rules = RoundRules(
      criteria: [criterion("MH", "100"), criterion("SL", "100"), criterion("TT", "60")],
      components: [.init(code: "CC", title: title("attendance"), maximum: q("40"))],
      rounding: .init(after: [.total]), quorum: 7,
      ties: [.component("CC"), .criterion("MH"), .decision])
    func panel(_ sheet: String) -> [String] { Array(repeating: sheet, count: 7) }
    let attendance = ["A": "40", "B": "30", "C": "40", "D": "40", "E": "40"]
    let sheets = [
      ("A", panel("80 80 50")), ("B", panel("90 80 50")), ("C", panel("85 75 50")),
      ("D", panel("85 75 50")), ("E", Array(panel("100 100 60").prefix(6))),
    ]
    let record = round(rules, sheets) { entry in
      entry.components = [attendance[entry.id].map(q)]
      if entry.id == "D" { entry.decision = q("1") }
      if entry.id == "C" { entry.decision = q("2") }
    }
    let counted = try result(record)
    #expect(try counted.total("A") == "250.00")
    #expect(try counted.total("E") == "300.00")
    #expect(try counted.row("E").status == .provisional)
    #expect(counted.picture == "1E 2D 3C 4A 5B")
    #expect(
      counted.rows.map { $0.tie?.name ?? "" }
        == ["", "decision", "decision", "criterion:MH", "component:CC"])
  }

  /// Hậu Giang, children's contest: bands of totals, without quotas.
  @Test("award bands")
  func bands() throws {
    let bands = [("db", "100"), ("nhat", "90"), ("nhi", "80"), ("ba", "70"), ("kk", "60")]
    let rules = RoundRules(
      criteria: [criterion("T", "110")],
      awards: bands.map {
        .init(code: $0.0, title: title("x"), quota: nil, minimumTotal: q($0.1))
      })
    let totals = ["59.99", "60", "69", "70", "85", "89.99", "90", "99", "100", "104"]
    let counted = try result(round(rules, totals.map { ($0, [$0]) }))
    let awards = try totals.map { try counted.row($0).award ?? "" }
    #expect(awards == ["", "kk", "kk", "ba", "nhi", "nhi", "nhat", "nhat", "db", "db"])
  }
}
