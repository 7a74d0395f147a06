import TerminalCanvas

/// The bytes that programs outside of the terminal type for a word.
///
/// Unikey, EVKey, OpenKey and the backspace mode of ibus change what stands there by backspaces
/// and the new end of the word; ibus otherwise commits the word when it is over; the Vietnamese
/// layout of Windows types letters with their marks, and the tone as a combining mark behind.
struct InputMethodStreams {
  /// The programs, by what they send.
  enum Program: CaseIterable {
    /// Unikey and EVKey; also ibus with backspaces.
    case unikey
    /// OpenKey's cure for programs that complete what is typed: an empty character, deleted with
    /// the rest.
    case openKey
    /// ibus: the whole word at once.
    case ibus
    /// Letters with hat, breve and horn, tones as combining marks: the layout of Windows.
    case windows
    /// "Unicode tổ hợp": backspaces as `unikey`, tones as combining marks.
    case combining
    /// Everything decomposed, as some terminals of macOS send it.
    case decomposed
  }

  var program: Program
  /// 0x7F or 0x08.
  var backspace: UInt8
  var toneAtEnd: Bool

  /// What each key press sends.
  func presses(_ word: String) -> [[UInt8]] {
    switch program {
    case .ibus: return [Array(word.utf8)]
    case .windows: return layout(word)
    case .unikey, .openKey, .combining, .decomposed: return changes(word)
    }
  }

  private func changes(_ word: String) -> [[UInt8]] {
    var shown = ""
    return SpelledWord(word).states(toneAtEnd: toneAtEnd).map { next in
      let kept = zip(shown, next).prefix { $0 == $1 }.count
      let dropped = shown.count - kept
      var bytes: [UInt8] = []
      if dropped > 0, program == .openKey { bytes += Array("\u{202F}".utf8) + [backspace] }
      bytes += Array(repeating: backspace, count: dropped)
      bytes += next.dropFirst(kept).flatMap { encoded($0) }
      shown = next
      return bytes
    }
  }

  private func layout(_ word: String) -> [[UInt8]] {
    let spelled = SpelledWord(word)
    return spelled.letters.enumerated().flatMap { place, letter -> [[UInt8]] in
      let bytes = Array(String(letter.marked).utf8)
      guard spelled.tone > 0, place == spelled.tonePlace else { return [bytes] }
      return [bytes, Array(String(Self.tones[spelled.tone - 1]).utf8)]
    }
  }

  private func encoded(_ letter: Character) -> [UInt8] {
    let spelled = SpelledWord(String(letter))
    guard let one = spelled.letters.first, program == .combining || program == .decomposed else {
      return Array(String(letter).utf8)
    }
    let head = program == .combining ? String(one.marked) : Self.apart(one)
    return Array((head + (spelled.tone > 0 ? String(Self.tones[spelled.tone - 1]) : "")).utf8)
  }

  private static let tones: [Unicode.Scalar] = [
    "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}",
  ]

  private static func apart(_ letter: SpelledWord.Letter) -> String {
    let mark: String =
      switch letter.marked.lowercased() {
      case "â", "ê", "ô": "\u{302}"
      case "ă": "\u{306}"
      case "ơ", "ư": "\u{31B}"
      default: ""
      }
    return mark.isEmpty ? String(letter.marked) : String(letter.base) + mark
  }
}
