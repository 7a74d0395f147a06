public import Incubation

/// How Vietnamese letters are typed on a keyboard without them.
public enum InputMethod: String, CaseIterable, Hashable, Sendable {
  /// What is typed is what is meant, or a program outside composes the letters.
  case off
  /// Letters stand for marks and tones: `Vieejt` is Việt.
  case telex
  /// Digits stand for marks and tones: `Vie65t` is Việt.
  case vni

  /// What it is called.
  public var label: Bilingual {
    switch self {
    case .off: Bilingual(vietnamese: "Tắt", english: "Off")
    case .telex: Bilingual(vietnamese: "Telex", english: "Telex")
    case .vni: Bilingual(vietnamese: "VNI", english: "VNI")
    }
  }
}

/// Where the tone stands in an open oa, oe or uy; both are right, and equal for search.
public enum ToneStyle: String, CaseIterable, Hashable, Sendable {
  /// On the first vowel: hòa, khỏe, thủy.
  case old
  /// On the second vowel: hoà, khoẻ, thuỷ.
  case new

  /// What it is called, with an example.
  public var label: Bilingual {
    switch self {
    case .old: Bilingual(vietnamese: "Kiểu cũ: hòa, thủy", english: "Old style: hòa, thủy")
    case .new: Bilingual(vietnamese: "Kiểu mới: hoà, thuỷ", english: "New style: hoà, thuỷ")
    }
  }
}

/// The built-in typing method as the user has set it. Fields are given it with each event.
public struct Typing: Hashable, Sendable {
  /// Nothing is composed; also what fields assume when nothing is said.
  public static let off = Typing()

  /// The method at work.
  public private(set) var method: InputMethod
  /// The method that switching on brings; never `off`.
  public private(set) var preferred: InputMethod
  /// Where tones stand.
  public var toneStyle: ToneStyle
  /// Whether [ and ] stand for ơ and ư in Telex. Off unless wished for, because notes have
  /// brackets.
  public var usesBrackets: Bool

  /// A setting. With `method` off, Telex is what switching on brings.
  public init(
    _ method: InputMethod = .off, toneStyle: ToneStyle = .old, usesBrackets: Bool = false
  ) {
    self.method = method
    preferred = method == .off ? .telex : method
    self.toneStyle = toneStyle
    self.usesBrackets = usesBrackets
  }

  /// Whether letters are composed.
  public var isOn: Bool { method != .off }

  /// Switches off, or on to the method that was used last.
  public mutating func toggle() { method = isOn ? .off : preferred }

  /// Changes the method; off keeps in mind which one switching on brings.
  public mutating func choose(_ method: InputMethod) {
    self.method = method
    if method != .off { preferred = method }
  }

  /// The state for the title bar; nil while it is off.
  public var badge: String? {
    switch method {
    case .off: nil
    case .telex: "VI·TELEX"
    case .vni: "VI·VNI"
    }
  }
}

/// What a field holds, which decides whether Vietnamese letters are composed in it.
public enum InputKind: Hashable, CaseIterable, Sendable {
  /// Words: names, titles, notes, searches.
  case text
  /// Codes and identifiers: of records, stages, taxpayers; logins.
  case code
  /// E-mail addresses.
  case email
  /// Numbers.
  case number
  /// Amounts of money.
  case money
  /// Dates.
  case date
  /// Telephone numbers.
  case phone
  /// Paths of files.
  case path

  /// Whether letters may be composed: in words only.
  public var isComposed: Bool { self == .text }
}
