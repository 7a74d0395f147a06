import TerminalCanvas

/// Which bytes are which key, over the terminals that matter: xterm and what follows it, tmux,
/// screen, the Linux console, rxvt, PuTTY.
enum KeyTable {
  /// The key of a control byte.
  static func control(_ byte: UInt8) -> KeyStroke {
    switch byte {
    case 0x00: .control(" ")
    // Input methods send either for one and the same key, so Ctrl+H can be no command.
    case 0x08, 0x7F: KeyStroke(.backspace)
    case 0x09: KeyStroke(.tab)
    case 0x0A, 0x0D: KeyStroke(.enter)
    case 0x1B: KeyStroke(.escape)
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// The key of a letter that came with Ctrl or Alt: the small letter, with Shift for a capital.
  static func letter(_ scalar: Unicode.Scalar, _ modifiers: Modifiers) -> KeyStroke {
    let small = scalar.properties.lowercaseMapping
    let isCapital = small != String(Character(scalar)) && small.count == 1
    let character = isCapital ? small.first ?? Character(scalar) : Character(scalar)
    return KeyStroke(.character(character), isCapital ? modifiers.union(.shift) : modifiers)
  }

  /// The key of ESC [ number ~, and of its rxvt variants.
  static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// The key of ESC [ letter or ESC O letter.
  static func lettered(_ byte: UInt8) -> Key? {
    switch Unicode.Scalar(byte) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: nil
    }
  }

  /// The arrows of rxvt: small letters, after [ with Shift, after O with Ctrl.
  static func smallArrow(_ byte: UInt8) -> Key? {
    (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(byte) ? lettered(byte - 0x20) : nil
  }

  /// The key of ESC O with its parameters; nil when there is none.
  static func singleShift(parameters: [UInt8], final: UInt8) -> KeyStroke? {
    if parameters.isEmpty {
      if final == UInt8(ascii: "M") { return KeyStroke(.enter) }
      if final == UInt8(ascii: "I") { return KeyStroke(.tab) }
      if let arrow = smallArrow(final) { return KeyStroke(arrow, .control) }
    }
    guard let key = lettered(final) else { return nil }
    let numbers = ControlSequence.numbers(in: parameters)
    return KeyStroke(key, modifiers(numbers.last?.first ?? 1))
  }

  /// What a key of the numeric keypad in application mode types.
  static func keypad(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "j")...UInt8(ascii: "y"): Unicode.Scalar(byte - 0x40)
    case UInt8(ascii: "X"): "="
    case UInt8(ascii: " "): " "
    default: nil
    }
  }

  /// What was held, from the number that xterm gives it: one more than the sum of Shift 1, Alt 2,
  /// Ctrl 4 and Meta 8, which counts as Alt.
  static func modifiers(_ parameter: Int) -> Modifiers {
    guard parameter > 1 else { return [] }
    let bits = parameter - 1
    var result = Modifiers(rawValue: UInt8(bits & 7))
    if bits & 8 != 0 { result.insert(.alt) }
    return result
  }

  /// Whether the bytes are a number and nothing else.
  static func isNumber(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
