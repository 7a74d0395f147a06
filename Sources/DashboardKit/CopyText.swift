import TerminalCanvas

/// Something to be copied: plain text without anything that a terminal, or whatever it is pasted
/// into, could take as a command.
public struct CopyText: Hashable, Sendable {
  /// What it is, for the dialog that shows it.
  public let title: String
  /// The text, with line feeds between its lines and tabs between cells.
  public let text: String

  /// Lines of text.
  public init(_ title: String, lines: [String]) {
    self.title = Self.safe(title, keeping: "")
    text = lines.map { Self.safe($0, keeping: "\t\n") }.joined(separator: "\n")
  }

  /// A table, as spreadsheets take it: a tab between cells, a line a row. Line feeds and tabs
  /// within a cell become blanks.
  public init(_ title: String, table: [[String]]) {
    let rows = table.map { row in
      row.map { Self.safe($0, keeping: "") }.joined(separator: "\t")
    }
    self.init(title, lines: rows)
  }

  /// The text in NFC, without control characters and without marks that turn the direction of
  /// letters; those that are not kept become blanks.
  private static func safe(_ text: String, keeping kept: String) -> String {
    let bidi: [ClosedRange<UInt32>] = [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069]
    var result = String.UnicodeScalarView()
    for scalar in TextWidth.normalised(text).unicodeScalars {
      if kept.unicodeScalars.contains(scalar) {
        result.append(scalar)
      } else if scalar.properties.generalCategory == .control {
        result.append(" ")
      } else if !bidi.contains(where: { $0.contains(scalar.value) }) {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// What came of offering text to the clipboard of the user's machine.
public enum CopyOutcome: Hashable, Sendable {
  /// The terminal was given it. None says whether it took it.
  case sent
  /// The same, within tmux, which passes it on only when it is set to.
  case sentToTmux
  /// The text has more bytes than terminals take.
  case tooLong(limit: Int)
  /// This terminal is known to have no clipboard.
  case unsupported(terminal: String)
  /// The user has switched it off in the settings.
  case switchedOff
}
