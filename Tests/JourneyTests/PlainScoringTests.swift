import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import Testing

@testable import vuonuom

@Suite("Plain mode: scoring")
struct PlainScoringTests {
  @Test(
    "a sheet is scored a criterion at a time; what is no score is refused in words",
    arguments: Language.allCases)
  func score(_ language: Language) async throws {
    let office = try await PlainOffice(language, login: "mai")
    let shown = await office.run([
      "score", "1", "missing", "25", "x", "17", "7,5", "15", "12", "9", "6", "7", "4",
      "Cần nêu rõ giá bán", "0", "0",
    ])
    #expect(
      shown.has(
        office.say("25 không nhận: điểm phải từ 0 đến 20", "25 is not taken: a score is from 0")))
    #expect(shown.has(office.say("Đây không phải là một điểm số", "This is no score")))
    #expect(
      shown.has(office.say("7,5 không nhận: điểm đi theo bước 1", "7.5 is not taken: scores go")))
    #expect(shown.has(office.say("Đã lưu lúc", "Saved at")), "\(shown)")
    #expect(shown.has("70 / 100"), "\(shown)")
    let session = office.session
    let round = try #require(
      try await office.stores.competitions.findRound(SimulatedJudges.round, by: session))
    let snapshot = try await office.stores.judging.snapshot(of: round, by: session)
    let sheet = try #require(
      snapshot.sheets.values.first { $0.comments[""]?.value == "Cần nêu rõ giá bán" })
    #expect(sheet.hundredths("TM") == 1_700 && sheet.hundredths("TB") == 400)
    #expect(sheet.total(snapshot.rules.criteria) == Rational(70))
  }

  @Test("who judges nothing is told so, and who may not score cannot")
  func nobody() async throws {
    let office = try await PlainOffice(.vietnamese)
    #expect(await office.run(["score", "0"]).has("Vai trò của bạn không được"))
  }

  @Test("sealing lists what lacks scores and asks")
  func seal() async throws {
    let office = try await PlainOffice(.vietnamese, login: "mai")
    let shown = await office.run(["score", "1", "seal", "có", "0", "0"])
    #expect(shown.has("Niêm phong"), "\(shown)")
    #expect(shown.has("Còn thiếu"), "\(shown)")
    let session = office.session
    let round = try #require(
      try await office.stores.competitions.findRound(SimulatedJudges.round, by: session))
    let snapshot = try await office.stores.judging.snapshot(of: round, by: session)
    #expect(snapshot.sheets.values.contains { $0.isSealed })
    #expect(snapshot.sheets.values.contains { !$0.isSealed })
  }

  @Test("a conflict is declared, and a sealed sheet asked for, with a reason")
  func declaring() async throws {
    let office = try await PlainOffice(.vietnamese, login: "mai")
    let shown = await office.run([
      "score", "1", "conflict", "07", "family", "anh ruột", "có", "seal", "có", "05", "có",
      "gõ nhầm", "0", "0",
    ])
    #expect(shown.has("Đã ghi nhận khai báo"), "\(shown)")
    #expect(shown.has("Đã gửi đề nghị mở lại"), "\(shown)")
    let session = office.session
    let round = try #require(
      try await office.stores.competitions.findRound(SimulatedJudges.round, by: session))
    let snapshot = try await office.stores.judging.snapshot(of: round, by: session)
    let declared = snapshot.conflicts.first { $0.kind == .family }
    #expect(declared?.reason == "anh ruột" && declared?.status == .confirmed)
    let asked = try await office.stores.judging.reopenings(of: round, by: session)
    #expect(asked.map(\.reason) == ["gõ nhầm"])
  }
}
