import Incubation
import Testing

@testable import DashboardKit

/// The parts of the plain mode that know nothing of ventures.
@Suite("Plain lines")
struct PlainTests {
  @Test("words that hold everywhere are known in both languages, with or without accents")
  func answers() {
    #expect(["0", "thôi", "THOI", "quay lại", "Back"].allSatisfy { PlainAnswer($0) == .back })
    #expect(["thoát", "thoat", "quit", "exit "].allSatisfy { PlainAnswer($0) == .leave })
    #expect(PlainAnswer("tho\u{302}i") == .back)
    #expect(PlainAnswer("  ") == .nothing && PlainAnswer(" ? ") == .help)
    #expect(PlainAnswer("=thôi") == .text("thôi") && PlainAnswer("==x") == .text("=x"))
    #expect(PlainAnswer("thôi nôi") == .text("thôi nôi"))
  }

  private let options = [
    PlainOption("phone", "Điện thoại"), PlainOption("place", "Địa bàn"),
    PlainOption("title", "Tên hồ sơ"), PlainOption("source", "Tên nguồn", aliases: ["source"]),
  ]

  private func ids(_ answer: String, isStrict: Bool = false) -> [String] {
    PlainMatch.find(answer, in: options, isStrict: isStrict).map(\.id)
  }

  @Test("a few letters find the option, the best kind of match first")
  func matches() {
    #expect(ids("dien") == ["phone"] && ids("đi") == ["phone", "place"])
    #expect(ids("thoai") == ["phone"] && ids("ban") == ["place"])
    #expect(ids("ten") == ["title", "source"] && ids("ten hs") == [] && ids("t h") == ["title"])
    #expect(ids("SOURCE") == ["source"] && ids("oạ") == ["phone"])
    #expect(ids("thoai", isStrict: true) == [] && ids("d", isStrict: true) == [])
    #expect(ids("địa", isStrict: true) == ["place"])
  }

  @Test("lines hold nothing that only draws or commands")
  func lines() {
    #expect(PlainLine.lines("a\nb") == ["a", "b"])
    #expect(PlainLine.lines("█▓░ x ⠿⠿ │") == ["- x - -"])
    let escape = PlainLine.lines("\u{1B}[2J\u{7}")[0]
    #expect(escape.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(PlainLine.spoken("! 3 quá hạn · ~ 2 đứng lại", .vietnamese) == "3 quá hạn, 2 đứng lại")
    #expect(PlainLine.spoken("Tên: a → b", .vietnamese) == "Tên: a thành b")
    #expect(PlainLine.spoken("→ Sàng lọc", .english) == "Sàng lọc")
  }
}
