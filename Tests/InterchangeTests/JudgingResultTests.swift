import Incubation
import Interchange
import Testing

@Suite("Results as files")
struct JudgingResultTests {
  private func result(board: String = "b") throws -> TabulationResult {
    var rules = judgingRules
    rules.criteria.removeLast()
    rules.components[0].isDeduction = true
    rules.rounding = .init(places: 1, after: [.total])
    rules.gates.minimumTotal = Rational(-5)
    rules.advancing = 2
    let prize = Bilingual(vietnamese: "Giải nhất", english: "First prize")
    rules.awards = [.init(code: "nhat", title: prize, quota: 1)]
    rules.ties = [.lot]
    let (record, _) = try RoundFiles.read(
      rules: rules,
      entries: file(
        "entry,title,board,lot,TES\nA,Gạo,\(board),2,0\nB,\"Mắm, bò hóc\",\(board),1,0\n"
          + "C,Sen,\(board),,7.5\nD,Dừa,\(board),,40\nE,Vắng,\(board),,\n"
          + "=F,Không phạt,\(board),,\n"),
      scores: file(
        "entry,judge,criterion,score\nA,J,SS,7\nB,J,SS,7\nC,J,SS,4\nD,J,SS,1\n'=F,J,SS,6.25\n"),
      judges: nil)
    return try Tabulation(record).result()
  }

  @Test("CSV: fixed columns, points, places, text guarded, numbers not")
  func csv() throws {
    let text = String(decoding: ResultWriter(try result()).written(.csv, .english), as: UTF8.self)
    #expect(
      text.split(separator: "\r\n").map(String.init) == [
        "rank,entry,board,total,status,tie,advances,award,SS,TES",
        "1,B,b,7.0,final,lot,true,nhat,7.0,0.0", "2,A,b,7.0,final,lot,true,,7.0,0.0",
        "3,\"'=F\",b,6.3,provisional,,false,,6.3,", "4,C,b,-3.5,final,,false,,4.0,7.5",
        ",D,b,-39.0,below-gate,,false,,1.0,40.0", ",E,b,,no-result,,false,,,",
      ])
  }

  @Test("JSON: the same keys, exact numbers, null for nothing")
  func json() throws {
    let text = String(decoding: ResultWriter(try result()).written(.json, .english), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 8 && lines.first == "[" && lines.last == "]")
    #expect(
      lines[4] == #"  {"rank": 4, "entry": "C", "board": "b", "total": -3.5, "status": "final", "#
        + #""tie": null, "advances": false, "award": null, "SS": 4.0, "TES": 7.5},"#)
    #expect(lines[6].contains(#""total": null, "status": "no-result""#))
    #expect(lines[3].contains(#""entry": "=F""#))
  }

  @Test("table: words in the language, columns in line, none that is empty")
  func table() throws {
    let vietnamese = String(
      decoding: ResultWriter(try result(board: "")).written(.table, .vietnamese), as: UTF8.self)
    #expect(
      vietnamese == """
        Hạng  Mã  Bài dự thi   Tổng điểm  Kết quả          Phân định  Đi tiếp  Giải        SS   TES
        ----  --  -----------  ---------  ---------------  ---------  -------  ---------  ---  ----
           1  B   Mắm, bò hóc        7.0  chính thức       lot        có       Giải nhất  7.0   0.0
           2  A   Gạo                7.0  chính thức       lot        có                  7.0   0.0
           3  =F  Không phạt         6.3  tạm tính                                        6.3
           4  C   Sen               -3.5  chính thức                                      4.0   7.5
              D   Dừa              -39.0  dưới ngưỡng                                     1.0  40.0
              E   Vắng                    chưa có kết quả

        """)
    let english = String(
      decoding: ResultWriter(try result()).written(.table, .english), as: UTF8.self)
    #expect(english.hasPrefix("Rank  Entry  Title        Board  Total  Status"))
    #expect(english.contains("First prize"))
  }
}
