import Incubation
import Testing

@Suite("Rules of registers")
struct DocumentRegisterTests {
  @Test("numbers below 10 have a zero, letters no abbreviation, blanks room to write")
  func references() {
    #expect(DocumentKind.minutes.reference(5, agency: "SKHCN") == "05/BB-SKHCN")
    #expect(DocumentKind.decision.reference(844, agency: "TTg") == "844/QĐ-TTg")
    #expect(DocumentKind.letter.reference(12, agency: "SKHCN-QLKH") == "12/SKHCN-QLKH")
    #expect(DocumentKind.certificate.reference(nil, agency: "SKHCN") == "……/GCN-SKHCN")
  }

  @Test("the next number is never one that was given")
  func next() throws {
    #expect(try RegisterRules.next(after: 0) == 1)
    #expect(try RegisterRules.next(after: 41) == 42)
    #expect(try RegisterRules.next(after: 41, from: 60) == 60)
    #expect(throws: RegisterRefusal.behind(last: 41)) {
      try RegisterRules.next(after: 41, from: 41)
    }
  }

  @Test("keys of no agency or year are refused", arguments: ["", "A B", "SKHCN/QĐ", "\u{202E}"])
  func keys(agency: String) {
    #expect(throws: RegisterRefusal.agency(agency)) {
      try RegisterKey(.minutes, year: 2020, agency: agency)
    }
    #expect(throws: RegisterRefusal.year(20)) {
      try RegisterKey(.minutes, year: 20, agency: "SKHCN")
    }
  }

  @Test("every refusal is a sentence in both languages")
  func words() {
    let all: [RegisterRefusal] = [
      .year(20), .agency("?"), .dayOutsideYear(LocalDate(dayNumber: 0), year: 2020), .noSubject,
      .noReason, .unknown("09/BB-SKHCN"), .alreadyVoided("09/BB-SKHCN"), .behind(last: 9),
    ]
    for refusal in all {
      for language in [Language.vietnamese, .english] {
        #expect(refusal.words(language).hasSuffix("."))
      }
    }
  }
}
