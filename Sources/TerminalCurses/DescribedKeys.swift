import CNCurses
import TerminalCanvas

/// The keys as the description of the terminal (terminfo) has them, for terminals whose
/// sequences the decoder does not know by itself.
enum DescribedKeys {
  private static let named: [(capability: String, stroke: KeyStroke)] = [
    ("kcuu1", KeyStroke(.up)), ("kcud1", KeyStroke(.down)), ("kcub1", KeyStroke(.left)),
    ("kcuf1", KeyStroke(.right)), ("khome", KeyStroke(.home)), ("kend", KeyStroke(.end)),
    ("kpp", KeyStroke(.pageUp)), ("knp", KeyStroke(.pageDown)), ("kich1", KeyStroke(.insert)),
    ("kdch1", KeyStroke(.delete)), ("kcbt", KeyStroke(.tab, .shift)),
    ("kbs", KeyStroke(.backspace)), ("kent", KeyStroke(.enter)),
    ("kDC", KeyStroke(.delete, .shift)), ("kEND", KeyStroke(.end, .shift)),
    ("kHOM", KeyStroke(.home, .shift)), ("kLFT", KeyStroke(.left, .shift)),
    ("kRIT", KeyStroke(.right, .shift)), ("kNXT", KeyStroke(.pageDown, .shift)),
    ("kPRV", KeyStroke(.pageUp, .shift)), ("kri", KeyStroke(.up, .shift)),
    ("kind", KeyStroke(.down, .shift)),
  ]

  /// The sequences that begin with Esc; others are control bytes, which have one meaning.
  static func all() -> [[UInt8]: KeyStroke] {
    var keys: [[UInt8]: KeyStroke] = [:]
    for (capability, stroke) in named + functionKeys {
      guard let text = screen_capability(capability) else { continue }
      let bytes = Array(String(cString: text).utf8)
      guard bytes.count >= 2, bytes[0] == 0x1B, keys[bytes] == nil else { continue }
      keys[bytes] = stroke
    }
    return keys
  }

  private static var functionKeys: [(capability: String, stroke: KeyStroke)] {
    (1...24).map { ("kf\($0)", .function($0)) }
  }
}
