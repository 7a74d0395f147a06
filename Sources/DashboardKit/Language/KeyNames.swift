public import Incubation
public import TerminalCanvas

/// What keys are called, as they are printed on keyboards sold in Viet Nam: in English.
public enum KeyNames {
  /// The name of a key with what is held: "Ctrl+Z", "F1", "Enter", "Shift+Tab", "Alt+←".
  public static func name(_ stroke: KeyStroke, _ language: Language) -> String {
    var parts: [String] = []
    if stroke.modifiers.contains(.control) { parts.append("Ctrl") }
    if stroke.modifiers.contains(.alt) { parts.append("Alt") }
    if stroke.modifiers.contains(.shift) { parts.append("Shift") }
    parts.append(name(stroke.key, isHeld: !stroke.modifiers.isEmpty, language))
    return parts.joined(separator: "+")
  }

  /// The names of all keys that do one thing: "F1, ?".
  public static func names(_ strokes: [KeyStroke], _ language: Language) -> String {
    strokes.map { name($0, language) }.joined(separator: ", ")
  }

  private static func name(_ key: Key, isHeld: Bool, _ language: Language) -> String {
    switch key {
    case .function(let number): "F\(number)"
    case .character(" "): language.say("Space", "Space")
    case .character(let letter): isHeld ? letter.uppercased() : String(letter)
    case .enter: "Enter"
    case .tab: "Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}
