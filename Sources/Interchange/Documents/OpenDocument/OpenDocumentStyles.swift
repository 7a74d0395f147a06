/// The looks of Decree 30/2020/NĐ-CP, appendix I: A4, margins 20, 20, 30 and 15 mm, Times New Roman
/// 13, page numbers in the middle of the top margin from the second page on.
enum OpenDocumentStyles {
  /// The width between the margins, in millimetres.
  static func textWidth(_ page: OfficialDocument.Part.Page) -> Int {
    switch page {
    case .portrait: 210 - 30 - 15
    case .landscape: 297 - 30 - 15
    case .certificate: 297 - 50
    }
  }

  static let fonts = """
    <office:font-face-decls><style:font-face style:name="Times New Roman" \
    svg:font-family="'Times New Roman'" style:font-family-generic="roman" \
    style:font-pitch="variable"/></office:font-face-decls>
    """

  static let xml = """
    \(XML.declaration)
    <office:document-styles \(XML.namespaces) office:version="1.2">\(fonts)\
    <office:styles>\(defaults)\(paragraphs.map(\.xml).joined())\(begins)\(characters)\
    </office:styles><office:automatic-styles>\(layouts)</office:automatic-styles>\
    <office:master-styles>\(masters)</office:master-styles></office:document-styles>
    """

  private static let defaults = """
    <style:default-style style:family="paragraph"><style:paragraph-properties \
    fo:orphans="2" fo:widows="2" style:writing-mode="lr-tb"/><style:text-properties \
    style:font-name="Times New Roman" fo:font-size="13pt" fo:language="vi" fo:country="VN" \
    style:font-name-asian="Times New Roman" style:font-size-asian="13pt" \
    style:font-name-complex="Times New Roman" style:font-size-complex="13pt" \
    fo:color="#000000"/></style:default-style>\
    <style:style style:name="Standard" style:family="paragraph"/>
    """

  private static let characters = """
    <style:style style:name="Bold" style:family="text"><style:text-properties \
    fo:font-weight="bold"/></style:style>\
    <style:style style:name="Italic" style:family="text"><style:text-properties \
    fo:font-style="italic"/></style:style>\
    <style:style style:name="BoldItalic" style:family="text"><style:text-properties \
    fo:font-weight="bold" fo:font-style="italic"/></style:style>
    """

  /// Cells and rows; programs look for these only beside the content.
  static let cells = """
    <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties \
    fo:border="0.5pt solid #000000" fo:padding="0.8mm" style:vertical-align="middle"/>\
    </style:style>\
    <style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties \
    fo:border="none" fo:padding="0mm"/></style:style>\
    <style:style style:name="Row" style:family="table-row"><style:table-row-properties \
    fo:keep-together="always"/></style:style>
    """

  /// One style of paragraphs.
  private struct Paragraph {
    var name: String
    var size = "13"
    var align = "start"
    var look = ""
    var isBold = false
    var isItalic = false

    init(
      _ name: String, _ size: String = "13", _ align: String = "start", bold: Bool = false,
      italic: Bool = false, _ look: String = ""
    ) {
      self.name = name
      self.size = size
      self.align = align
      self.look = look
      isBold = bold
      isItalic = italic
    }

    var xml: String {
      """
      <style:style style:name="\(name)" style:family="paragraph" \
      style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="\(align)" \
      \(look)/><style:text-properties fo:font-size="\(size)pt" \
      fo:font-weight="\(isBold ? "bold" : "normal")" \
      fo:font-style="\(isItalic ? "italic" : "normal")"/></style:style>
      """
    }
  }

  /// A line under something: a paragraph without text that has a lower border.
  private static func rule(_ name: String, side: Int, below: Int = 0) -> Paragraph {
    Paragraph(
      name, "2", "center",
      "fo:margin-left=\"\(side)mm\" fo:margin-right=\"\(side)mm\" fo:margin-bottom=\"\(below)mm\" "
        + "fo:line-height=\"2pt\" fo:padding=\"0mm\" fo:border-bottom=\"0.75pt solid #000000\"")
  }

  private static let paragraphs: [Paragraph] = [
    Paragraph("Superior", "12", "center"), Paragraph("Agency", "12", "center", bold: true),
    rule("AgencyRule", side: 23), Paragraph("Reference", "13", "center", "fo:margin-top=\"2mm\""),
    Paragraph("State", "12", "center", bold: true), Paragraph("Motto", "13", "center", bold: true),
    rule("MottoRule-portrait", side: 18), rule("MottoRule-landscape", side: 41),
    rule("MottoRule-certificate", side: 39),
    Paragraph("PlaceAndDay", "13", "center", italic: true, "fo:margin-top=\"2mm\""),
    Paragraph("Gap", "8"),
    Paragraph("GapKept", "8", "start", "fo:keep-with-next=\"always\""),
    Paragraph("Kind-portrait", "14", "center", bold: true, kept),
    Paragraph("Kind-landscape", "14", "center", bold: true, kept),
    Paragraph("Kind-certificate", "30", "center", bold: true, kept),
    Paragraph("AppendixKind", "14", "center", bold: true, kept),
    Paragraph("Summary", "14", "center", bold: true, kept),
    Paragraph("TitleReference", "14", "center", italic: true, kept),
    rule("TitleRule-portrait", side: 62, below: 4),
    rule("TitleRule-landscape", side: 106, below: 4),
    rule("TitleRule-certificate", side: 103, below: 4),
    Paragraph("Section", "13", "justify", bold: true, kept + " fo:margin-top=\"2.1mm\""),
    Paragraph("Subsection", "13", "justify", bold: true, kept + " fo:margin-top=\"2.1mm\""),
    Paragraph(
      "P-body", "13", "justify", "fo:text-indent=\"10mm\" fo:margin-top=\"2.1mm\""),
    Paragraph("P-item", "13", "justify", "fo:text-indent=\"10mm\" fo:margin-top=\"2.1mm\""),
    Paragraph("P-centred", "13", "center", "fo:margin-top=\"2.1mm\""),
    Paragraph("P-display", "20", "center", bold: true, "fo:margin-top=\"2.1mm\""),
    Paragraph("P-remark", "11", "justify", italic: true, "fo:margin-top=\"1mm\""),
    Paragraph("CellHead", "11", "center", bold: true), Paragraph("Cell-left", "11"),
    Paragraph("Cell-centre", "11", "center"), Paragraph("Cell-right", "11", "end"),
    Paragraph("CellBold-left", "11", bold: true),
    Paragraph("CellBold-centre", "11", "center", bold: true),
    Paragraph("CellBold-right", "11", "end", bold: true),
    Paragraph("Capacity", "13", "center", bold: true, kept),
    Paragraph("SignatureNote", "11", "center", italic: true, kept),
    Paragraph("SignatureRoom", "13", "center", kept),
    Paragraph("SignatureName", "13", "center", bold: true),
    Paragraph("RecipientsHead", "12", "start", bold: true, italic: true, kept),
    Paragraph("Recipient", "11"), Paragraph("PageNumber", "13", "center"),
  ]

  private static let kept = "fo:keep-with-next=\"always\""

  private static let pages = OfficialDocument.Part.Page.allCases.map(\.rawValue)

  /// Paragraphs of no height that begin a page of a kind.
  private static let begins = ["first-", ""].flatMap { order in
    pages.map { page in
      """
      <style:style style:name="Begin-\(order)\(page)" style:family="paragraph" \
      style:master-page-name="Page-\(order)\(page)"><style:paragraph-properties \
      fo:line-height="1pt"/><style:text-properties fo:font-size="1pt"/></style:style>
      """
    }
  }.joined()

  private static let layouts =
    layout("portrait", "210mm", "297mm", margins: "30mm", "15mm")
    + layout("landscape", "297mm", "210mm", margins: "30mm", "15mm")
      + """
      <style:page-layout style:name="L-certificate"><style:page-layout-properties \
      fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" \
      fo:margin-top="12mm" fo:margin-bottom="12mm" fo:margin-left="12mm" fo:margin-right="12mm" \
      fo:padding="13mm" fo:border="3pt double #000000"/></style:page-layout>
      """

  /// The number stands in the upper margin: the page begins 10 mm from its edge, and its head takes
  /// the other 10. First pages have a head of the same height without a number.
  private static func layout(
    _ name: String, _ width: String, _ height: String, margins left: String, _ right: String
  ) -> String {
    """
    <style:page-layout style:name="L-\(name)"><style:page-layout-properties \
    fo:page-width="\(width)" fo:page-height="\(height)" style:print-orientation="\(name)" \
    fo:margin-top="10mm" fo:margin-bottom="20mm" fo:margin-left="\(left)" \
    fo:margin-right="\(right)"/><style:header-style><style:header-footer-properties \
    svg:height="10mm" fo:min-height="10mm" fo:margin-bottom="3mm"/></style:header-style>\
    </style:page-layout>
    """
  }

  private static let masters = pages.map { page -> String in
    let number = "<text:page-number text:select-page=\"current\">2</text:page-number>"
    func head(_ content: String) -> String {
      page == "certificate"
        ? ""
        : "<style:header><text:p text:style-name=\"PageNumber\">\(content)</text:p></style:header>"
    }
    return """
      <style:master-page style:name="Page-first-\(page)" style:page-layout-name="L-\(page)" \
      style:next-style-name="Page-\(page)">\(head(""))</style:master-page>\
      <style:master-page style:name="Page-\(page)" style:page-layout-name="L-\(page)">\
      \(head(number))</style:master-page>
      """
  }.joined()
}
