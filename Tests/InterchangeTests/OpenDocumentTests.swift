import Foundation
import FoundationXML
import Incubation
import Testing

@testable import Interchange

@Suite("Papers as office documents")
struct OpenDocumentTests {
  /// The files of an archive by the rules of the format, read from its directory.
  private func files(_ bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
    func number(_ start: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(number(end, 4) == 0x0605_4B50)
    var place = number(end + 16, 4)
    #expect(place + number(end + 12, 4) == end)
    return try (0..<number(end + 10, 2)).map { _ in
      try #require(number(place, 4) == 0x0201_4B50)
      let (size, length, start) = (
        number(place + 20, 4), number(place + 28, 2), number(place + 42, 4)
      )
      try #require(number(start, 4) == 0x0403_4B50 && number(start + 8, 2) == 0)
      let name = String(decoding: bytes[(start + 30)..<(start + 30 + length)], as: UTF8.self)
      let content = Array(bytes[(start + 30 + length)..<(start + 30 + length + size)])
      #expect(number(start + 14, 4) == Int(CyclicCheck.crc32(content)))
      place += 46 + length
      return (name, content)
    }
  }

  @Test("the published check value of CRC-32")
  func checkSum() {
    #expect(CyclicCheck.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CyclicCheck.crc32([]) == 0)
  }

  @Test("the archive begins with its kind, stored, and the same paper gives the same bytes")
  func archive() throws {
    let bytes = OpenDocumentRenderer.render(DocumentFixture.document())
    #expect(bytes == OpenDocumentRenderer.render(DocumentFixture.document()))
    #expect(
      String(decoding: bytes[30..<77], as: UTF8.self)
        == "mimetype" + OpenDocumentRenderer.mediaType)
    #expect(
      try files(bytes).map(\.name)
        == ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"])
  }

  /// What a parser of XML makes of a file.
  private final class Reader: NSObject, XMLParserDelegate {
    var text = ""
    var styles: Set<String> = []
    var used: Set<String> = []

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      if let style = attributes["style:name"] { styles.insert(style) }
      for key in ["text:style-name", "table:style-name", "style:master-page-name"] {
        if let style = attributes[key] { used.insert(style) }
      }
    }
  }

  private func read(_ content: [UInt8]) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(content))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader
  }

  @Test("every file is well-formed, every style that is used exists")
  func wellFormed() throws {
    let odd = DocumentBlock.paragraph(
      DocumentParagraph(.body, "a & b < c > \"d\" 'e' \u{1}\u{0}\u{FFFE} ]]>"))
    let pages = OfficialDocument.Part.Page.allCases.map {
      OfficialDocument.Part($0, DocumentFixture.blocks + [odd])
    }
    let document = OfficialDocument(
      name: "R&D <1>", day: LocalDate(dayNumber: 18_520), parts: pages)
    let archive = try files(OpenDocumentRenderer.render(document))
    let readers = try archive.dropFirst().map { try read($0.content) }
    #expect(readers[0].text.contains("Gạo ST & <tuần hoàn>"))
    #expect(readers[0].text.contains("a & b < c > \"d\" 'e' \u{FFFD}\u{FFFD}\u{FFFD} ]]>"))
    let known = readers.reduce(into: Set<String>()) { $0.formUnion($1.styles) }
    let used = readers.reduce(into: Set<String>()) { $0.formUnion($1.used) }
    #expect(used.subtracting(known).isEmpty, "\(used.subtracting(known))")
    #expect(readers[2].text.contains("2020-09-15T00:00:00") && readers[2].text.contains("R&D <1>"))
  }

  @Test("sections count in Roman digits")
  func roman() {
    #expect(
      [1, 4, 9, 14, 40, 49].map(SectionNumbers.roman) == ["I", "IV", "IX", "XIV", "XL", "XLIX"])
  }
}
