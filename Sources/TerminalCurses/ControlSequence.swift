import TerminalCanvas

/// A complete sequence ESC [ parameters final.
struct ControlSequence {
  /// The byte that marks a private sequence: < ? > or =; nil for an ordinary one.
  private let marker: UInt8?
  private let numbers: [[Int]]
  private let intermediates: [UInt8]
  private let final: UInt8

  init(parameters: [UInt8], final: UInt8) {
    let isMarked = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
    marker = isMarked ? parameters.first : nil
    let rest = parameters.dropFirst(isMarked ? 1 : 0)
    numbers = Self.numbers(in: rest.filter { $0 >= 0x30 })
    intermediates = rest.filter { $0 < 0x30 }
    self.final = final
  }

  /// Numbers divided by semicolons, and within by colons; a missing one is -1, a huge one is cut.
  static func numbers(in bytes: [UInt8]) -> [[Int]] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
        guard !digits.isEmpty else { return -1 }
        return digits.reduce(0) { min(9_999_999, $0 * 10 + Int($1) - 0x30) }
      }
    }
  }

  /// Whether it announces a paste.
  var isPasteStart: Bool { marker == nil && final == UInt8(ascii: "~") && first == 200 }

  /// What it says; nil when it is none of ours.
  var event: InputEvent? {
    switch (marker, Unicode.Scalar(final)) {
    case (UInt8(ascii: "<"), "M"), (UInt8(ascii: "<"), "m"): return mouse
    case (UInt8(ascii: "?"), "y"): return modeReport
    case (nil, "I") where numbers == [[-1]] || numbers.isEmpty: return .focus(true)
    case (nil, "O") where numbers == [[-1]] || numbers.isEmpty: return .focus(false)
    case (nil, "u"): return coded(first, shifted: number(0, 1))
    case (nil, "~") where first == 27: return coded(number(2, 0) ?? 0, shifted: nil)
    case (nil, _): return stroke.map(InputEvent.key)
    default: return nil
    }
  }

  private var first: Int { number(0, 0) ?? -1 }

  private func number(_ index: Int, _ part: Int) -> Int? {
    guard index < numbers.count, part < numbers[index].count else { return nil }
    return numbers[index][part] >= 0 ? numbers[index][part] : nil
  }

  private var held: Modifiers { KeyTable.modifiers(number(1, 0) ?? 1) }

  /// A key that is let go, as kitty can report it, is no key press.
  private var isRelease: Bool { number(1, 1) == 3 }

  private var stroke: KeyStroke? {
    guard !isRelease else { return nil }
    switch Unicode.Scalar(final) {
    case "~": return KeyTable.numbered(first).map { KeyStroke($0, held) }
    case "^": return KeyTable.numbered(first).map { KeyStroke($0, .control) }
    case "$": return KeyTable.numbered(first).map { KeyStroke($0, .shift) }
    case "@": return KeyTable.numbered(first).map { KeyStroke($0, [.control, .shift]) }
    case "Z": return KeyStroke(.tab, held.union(.shift))
    default:
      guard first <= 1 else { return nil }
      if let arrow = KeyTable.smallArrow(final) { return KeyStroke(arrow, .shift) }
      return KeyTable.lettered(final).map { KeyStroke($0, held) }
    }
  }

  /// A key given by its scalar, in the manner of kitty (CSI u) and xterm (modifyOtherKeys).
  private func coded(_ code: Int, shifted: Int?) -> InputEvent? {
    guard !isRelease else { return nil }
    if code < 0x20 || code == 0x7F {
      guard let byte = UInt8(exactly: code), [8, 9, 13, 27, 127].contains(byte) else { return nil }
      var stroke = KeyTable.control(byte)
      stroke.modifiers = held
      return .key(stroke)
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init),
      !(0x80...0x9F).contains(scalar.value), !(0xE000...0xF8FF).contains(scalar.value)
    else { return nil }
    if held.isDisjoint(with: [.alt, .control]) {
      guard held.contains(.shift) else { return .text(String(Character(scalar))) }
      if let shifted = shifted.flatMap(UInt32.init(exactly:)).flatMap(Unicode.Scalar.init),
        shifted.value >= 0x20, !(0x7F...0x9F).contains(shifted.value)
      {
        return .text(String(Character(shifted)))
      }
      return .text(scalar.properties.uppercaseMapping)
    }
    return .key(KeyTable.letter(scalar, held))
  }

  /// A mouse report in SGR form: ESC [ < buttons ; column ; row M, with m for a release.
  private var mouse: InputEvent? {
    guard let bits = number(0, 0), let column = number(1, 0), let row = number(2, 0),
      (1...65_535).contains(column), (1...65_535).contains(row), bits < 128
    else { return nil }
    var held: Modifiers = []
    if bits & 4 != 0 { held.insert(.shift) }
    if bits & 8 != 0 { held.insert(.alt) }
    if bits & 16 != 0 { held.insert(.control) }
    let position = Point(x: column - 1, y: row - 1)
    let button: MouseEvent.Button = [.left, .middle, .right, .none][bits & 3]
    let kind: MouseEvent.Kind
    if bits & 64 != 0 {
      guard bits & 3 < 2 else { return nil }
      kind = bits & 1 == 0 ? .wheelUp : .wheelDown
      return .mouse(MouseEvent(kind, .none, at: position, modifiers: held))
    } else if final == UInt8(ascii: "m") {
      kind = .release
    } else if bits & 32 != 0 {
      kind = button == .none ? .move : .drag
    } else {
      kind = .press
    }
    return .mouse(MouseEvent(kind, button, at: position, modifiers: held))
  }

  /// The answer to DECRQM: ESC [ ? mode ; state $ y.
  private var modeReport: InputEvent? {
    guard intermediates == [UInt8(ascii: "$")], let mode = number(0, 0),
      let state = number(1, 0), (0...4).contains(state)
    else { return nil }
    return .modeReport(mode: mode, state: state)
  }
}
