/// Writes a paper as plain text, for terminals, mail and printers of lines.
public struct PlainTextRenderer: Sendable {
  private let measure: TextMeasure
  private let total: Int

  /// A renderer of lines of 80 columns, unless given; never less than 64, which the motto
  /// of the state needs beside the name of an agency.
  public init(_ measure: TextMeasure, width: Int = 80) {
    self.measure = measure
    total = max(64, width)
  }

  /// The paper; lines end with a line feed, pages of its parts with a form feed.
  public func render(_ document: OfficialDocument) -> String {
    document.parts.map { part in
      var numbers = SectionNumbers()
      let blocks = part.blocks.map { lines(of: $0, &numbers) }
      return blocks.map { $0.map(Self.trimmed).joined(separator: "\n") + "\n" }
        .joined(separator: "\n")
    }.joined(separator: "\u{0C}\n")
  }

  private func lines(of block: DocumentBlock, _ numbers: inout SectionNumbers) -> [String] {
    switch block {
    case .letterhead(let head): return letterhead(head)
    case .title(let title): return lines(of: title)
    case .section(let level, let text):
      let number = numbers.next(level: level) + " "
      return hanging(text, after: number)
    case .paragraph(let paragraph): return lines(of: paragraph)
    case .table(let table): return PlainTable(table, measure, width: total).lines
    case .closing(let closing): return lines(of: closing)
    }
  }

  private func letterhead(_ head: Letterhead) -> [String] {
    let left = total * 9 / 20
    let agency =
      (head.superior.isEmpty ? [] : measure.wrap(head.superior, to: left - 2))
      + measure.wrap(head.agency, to: left - 2)
    let rule = String(repeating: "─", count: measure.width(agency.last ?? "") / 2)
    var leftLines = agency + [rule]
    if let reference = head.reference { leftLines.append("Số: " + reference) }
    let right = total - left
    var rightLines = measure.wrap(Letterhead.state, to: right)
    rightLines.append(Letterhead.motto)
    rightLines.append(String(repeating: "─", count: measure.width(Letterhead.motto)))
    if let place = head.placeAndDay {
      while rightLines.count < leftLines.count - 1 { rightLines.append("") }
      rightLines += measure.wrap(place, to: right)
    }
    return beside([leftLines, rightLines], widths: [left, right])
  }

  private func lines(of title: DocumentTitle) -> [String] {
    var lines = centred(title.kind)
    for line in title.summary { lines += centred(title.isAppendix ? line.uppercased() : line) }
    if let reference = title.reference { lines += centred("(\(reference))") }
    return lines + centred("───────────────")
  }

  private func lines(of paragraph: DocumentParagraph) -> [String] {
    switch paragraph.style {
    case .body:
      let wrapped = measure.wrap("····" + paragraph.text, to: total)
      return wrapped.map { $0.hasPrefix("····") ? "    " + $0.dropFirst(4) : $0 }
    case .item: return hanging(paragraph.text, after: "  - ")
    case .remark: return measure.wrap(paragraph.text, to: total)
    case .centred, .display: return centred(paragraph.text)
    }
  }

  private func lines(of closing: DocumentClosing) -> [String] {
    let signatures = closing.signatures
    if signatures.count == 1, !closing.recipients.isEmpty {
      let left = total / 2
      let right = total - left
      let columns = [
        recipients(closing, width: left - 2).map { measure.pad($0, to: left) },
        signature(signatures[0], width: right),
      ]
      return beside(columns, widths: [left, right])
    }
    // More than three names do not stand beside each other.
    var lines: [String] = []
    for start in stride(from: 0, to: signatures.count, by: 3) {
      let row = signatures[start..<min(start + 3, signatures.count)]
      let width = total / max(1, row.count)
      if start > 0 { lines.append("") }
      lines += beside(
        row.map { signature($0, width: width - 2) }, widths: row.map { _ in width })
    }
    if closing.recipients.isEmpty { return lines }
    return (lines.isEmpty ? [] : lines + [""]) + recipients(closing, width: total)
  }

  private func recipients(_ closing: DocumentClosing, width: Int) -> [String] {
    ["Nơi nhận:"] + closing.recipientLines.flatMap { measure.wrap($0, to: width) }
  }

  private func signature(_ signature: DocumentClosing.Signature, width: Int) -> [String] {
    let head = signature.capacity.flatMap { measure.wrap($0, to: width) }
    let note = signature.note.isEmpty ? [] : measure.wrap(signature.note, to: width)
    let room = signature.isSigned ? ["", DocumentClosing.signed, ""] : ["", "", ""]
    return head + note + room + measure.wrap(signature.name, to: width)
  }

  /// Columns of lines beside each other, each line in the middle of its column.
  private func beside(_ columns: [[String]], widths: [Int]) -> [String] {
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      columns.indices.map { place in
        let text = line < columns[place].count ? columns[place][line] : ""
        return measure.pad(text, to: widths[place], .centre)
      }.joined()
    }
  }

  private func hanging(_ text: String, after mark: String) -> [String] {
    let indent = measure.width(mark)
    return measure.wrap(text, to: total - indent).enumerated().map { place, line in
      (place == 0 ? mark : TextMeasure.blanks(indent)) + line
    }
  }

  private func centred(_ text: String) -> [String] {
    measure.wrap(text, to: total - 8).map { measure.pad($0, to: total, .centre) }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
