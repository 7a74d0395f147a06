/// The content of an OpenDocument text.
struct OpenDocumentContent {
  private let document: OfficialDocument

  init(_ document: OfficialDocument) { self.document = document }

  var xml: String {
    var writer = Writer()
    for (place, part) in document.parts.enumerated() {
      var numbers = SectionNumbers()
      writer.page = part.page
      // The page is begun by a paragraph of no height, whatever comes first on it.
      writer.paragraph("", place == 0 ? "Begin-first-\(part.page)" : "Begin-\(part.page)")
      for block in part.blocks { writer.add(block, &numbers) }
    }
    return """
      \(XML.declaration)
      <office:document-content \(XML.namespaces) office:version="1.2">\
      \(OpenDocumentStyles.fonts)\
      <office:automatic-styles>\(OpenDocumentStyles.cells)\
      \(writer.styles)</office:automatic-styles>\
      <office:body><office:text>\(writer.body)</office:text></office:body>\
      </office:document-content>
      """
  }
}

extension OpenDocumentContent {
  /// Puts blocks behind each other, and collects the styles of their tables.
  private struct Writer {
    var page = OfficialDocument.Part.Page.portrait
    private(set) var styles = ""
    private(set) var body = ""
    private var tables = 0

    mutating func add(_ block: DocumentBlock, _ numbers: inout SectionNumbers) {
      switch block {
      case .letterhead(let head): add(head)
      case .title(let title): add(title)
      case .section(let level, let text):
        let number = numbers.next(level: level)
        paragraph("\(number) \(text)", level <= 1 ? "Section" : "Subsection")
      case .paragraph(let paragraph): add(paragraph)
      case .table(let table): add(table)
      case .closing(let closing): add(closing)
      }
    }

    mutating func paragraph(_ text: String, _ style: String) {
      body += Self.paragraph(XML.escaped(text), style)
    }

    private static func paragraph(_ content: String, _ style: String) -> String {
      "<text:p text:style-name=\"\(style)\">\(content)</text:p>"
    }

    private static func lines(_ texts: [String], _ style: String) -> String {
      texts.map { paragraph(XML.escaped($0), style) }.joined()
    }

    private mutating func add(_ head: Letterhead) {
      var left = head.superior.isEmpty ? "" : Self.lines([head.superior], "Superior")
      left += Self.lines([head.agency], "Agency") + Self.paragraph("", "AgencyRule")
      if let reference = head.reference { left += Self.lines(["Số: " + reference], "Reference") }
      var right = Self.lines([Letterhead.state], "State") + Self.lines([Letterhead.motto], "Motto")
      right += Self.paragraph("", "MottoRule-\(page)")
      if let place = head.placeAndDay { right += Self.lines([place], "PlaceAndDay") }
      plain([left, right], weights: page == .portrait ? [43, 57] : [45, 55])
      paragraph("", "Gap")
    }

    private mutating func add(_ title: DocumentTitle) {
      paragraph(title.kind, title.isAppendix ? "AppendixKind" : "Kind-\(page)")
      let lines = title.isAppendix ? title.summary.map { $0.uppercased() } : title.summary
      for line in lines { paragraph(line, "Summary") }
      if let reference = title.reference { paragraph("(\(reference))", "TitleReference") }
      paragraph("", "TitleRule-\(page)")
    }

    private mutating func add(_ paragraph: DocumentParagraph) {
      let runs = paragraph.runs.map { run -> String in
        let text = XML.escaped(run.text)
        let look = (run.isBold ? "Bold" : "") + (run.isItalic ? "Italic" : "")
        return look.isEmpty ? text : "<text:span text:style-name=\"\(look)\">\(text)</text:span>"
      }
      let mark = paragraph.style == .item ? "- " : ""
      body += Self.paragraph(mark + runs.joined(), "P-\(paragraph.style.rawValue)")
    }

    private mutating func add(_ table: DocumentTable) {
      let name = begin(weights: table.columns.map(\.weight))
      let heading = table.columns.map { cell(Self.lines([$0.heading], "CellHead"), "Cell") }
      body += "<table:table-header-rows>\(row(heading))</table:table-header-rows>"
      for (place, cells) in table.rows.enumerated() {
        let bold = table.boldRows.contains(place) ? "Bold" : ""
        let shown = table.columns.indices.map { column in
          let texts = column < cells.count ? cells[column].split(separator: "\n") : []
          let style = "Cell\(bold)-\(table.columns[column].alignment.rawValue)"
          let lines = texts.isEmpty ? [""] : texts.map(String.init)
          return cell(Self.lines(lines, style), "Cell")
        }
        body += row(shown)
      }
      body += "</table:table>"
      _ = name
      paragraph("", "Gap")
    }

    private mutating func add(_ closing: DocumentClosing) {
      let recipients =
        closing.recipients.isEmpty
        ? ""
        : Self.lines(["Nơi nhận:"], "RecipientsHead")
          + Self.lines(closing.recipientLines, "Recipient")
      let signatures = closing.signatures.map(Self.signature)
      paragraph("", "GapKept")
      if signatures.count == 1 {
        plain([recipients.isEmpty ? Self.paragraph("", "Recipient") : recipients] + signatures)
        return
      }
      for start in stride(from: 0, to: signatures.count, by: 3) {
        plain(Array(signatures[start..<min(start + 3, signatures.count)]))
      }
      body += recipients
    }

    private static func signature(_ signature: DocumentClosing.Signature) -> String {
      var text = lines(signature.capacity, "Capacity")
      if !signature.note.isEmpty { text += lines([signature.note], "SignatureNote") }
      // Room for a hand and a seal.
      let room = signature.isSigned ? ["", DocumentClosing.signed, "", ""] : ["", "", "", ""]
      return text + lines(room, "SignatureRoom") + lines([signature.name], "SignatureName")
    }

    /// Cells beside each other without lines, kept on one page.
    private mutating func plain(_ cells: [String], weights: [Int]? = nil) {
      _ = begin(weights: weights ?? cells.map { _ in 1 })
      body += row(cells.map { cell($0, "Plain") }) + "</table:table>"
    }

    private mutating func begin(weights: [Int]) -> String {
      tables += 1
      let name = "T\(tables)"
      let width = OpenDocumentStyles.textWidth(page)
      let sum = max(1, weights.reduce(0, +))
      styles += """
        <style:style style:name="\(name)" style:family="table"><style:table-properties \
        style:width="\(width)mm" table:align="margins" fo:margin-top="0mm" \
        fo:margin-bottom="0mm" table:border-model="collapsing"/></style:style>
        """
      body += "<table:table table:name=\"\(name)\" table:style-name=\"\(name)\">"
      for (place, weight) in weights.enumerated() {
        let hundredths = width * 100 * weight / sum
        let fraction = hundredths % 100
        let millimetres = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        styles += """
          <style:style style:name="\(name).\(place + 1)" style:family="table-column">\
          <style:table-column-properties style:column-width="\(millimetres)mm"/></style:style>
          """
        body += "<table:table-column table:style-name=\"\(name).\(place + 1)\"/>"
      }
      return name
    }

    private func row(_ cells: [String]) -> String {
      "<table:table-row table:style-name=\"Row\">\(cells.joined())</table:table-row>"
    }

    private func cell(_ content: String, _ style: String) -> String {
      "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"string\">"
        + content + "</table:table-cell>"
    }
  }
}
