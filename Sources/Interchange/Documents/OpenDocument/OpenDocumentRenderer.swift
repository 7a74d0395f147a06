import Incubation

/// Writes a paper as an OpenDocument text (ISO/IEC 26300), which LibreOffice and Word open.
/// The same paper gives the same bytes.
public enum OpenDocumentRenderer {
  /// The kind of file, as mail and the web name it.
  public static let mediaType = "application/vnd.oasis.opendocument.text"

  /// The bytes of the file.
  public static func render(_ document: OfficialDocument) -> [UInt8] {
    var archive = StoredArchive()
    archive.add("mimetype", Array(mediaType.utf8))
    archive.add("content.xml", Array(OpenDocumentContent(document).xml.utf8))
    archive.add("styles.xml", Array(OpenDocumentStyles.xml.utf8))
    archive.add("meta.xml", Array(meta(document).utf8))
    archive.add("META-INF/manifest.xml", Array(manifest.utf8))
    return archive.finished()
  }

  private static func meta(_ document: OfficialDocument) -> String {
    """
    \(XML.declaration)
    <office:document-meta \(XML.namespaces) office:version="1.2"><office:meta>\
    <meta:generator>vuonuom</meta:generator>\
    <dc:title>\(XML.escaped(document.name.string))</dc:title>\
    <dc:language>vi-VN</dc:language>\
    <dc:date>\(document.day.description)T00:00:00</dc:date>\
    </office:meta></office:document-meta>
    """
  }

  private static let manifest: String = {
    let files = ["content.xml", "styles.xml", "meta.xml"].map { name in
      "<manifest:file-entry manifest:full-path=\"\(name)\" manifest:media-type=\"text/xml\"/>"
    }
    return """
      \(XML.declaration)
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.2"><manifest:file-entry manifest:full-path="/" \
      manifest:version="1.2" manifest:media-type="\(mediaType)"/>\(files.joined())\
      </manifest:manifest>
      """
  }()
}

/// Pieces of XML.
enum XML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  static let namespaces: String = {
    let names = [
      ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
      ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
      ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
      ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
      ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
      ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
      ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
      ("dc", "http://purl.org/dc/elements/1.1/"),
    ]
    return names.map { "xmlns:\($0.0)=\"\($0.1)\"" }.joined(separator: " ")
  }()

  /// Text between tags or in quotation marks. What XML 1.0 cannot carry at all becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF:
        result.append(scalar)
      default: result.append("\u{FFFD}")
      }
    }
    return String(result)
  }
}
