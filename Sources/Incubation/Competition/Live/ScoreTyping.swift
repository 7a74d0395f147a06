/// What keys mean while a score of one criterion is typed: which digits may follow, and when a
/// number is whole because nothing more can follow.
public struct ScoreTyping: Hashable, Sendable {
  /// The lowest score, in hundredths.
  public let least: Int
  /// The highest score, in hundredths.
  public let most: Int
  /// The distance between scores in hundredths, counted from the lowest; at least 1.
  public let step: Int

  /// The typing of a criterion. Its numbers are kept in hundredths, as scores are.
  public init(_ criterion: Criterion) {
    least = criterion.minimum.hundredths
    most = criterion.maximum.hundredths
    step = max(1, criterion.step?.hundredths ?? 1)
  }

  /// What became of a key.
  public enum Reply: Hashable, Sendable {
    /// The number so far; more may follow.
    case typing(String)
    /// The number is whole: nothing that could follow would fit.
    case whole(String, hundredths: Int)
    /// No score begins like this: why.
    case refused(Criterion.ScoreRefusal)
  }

  /// The score that a text stands for; nil when it is none yet, as "" and "-".
  public static func hundredths(of text: String) -> Int? {
    var text = text[...]
    let isNegative = text.first == "-"
    if isNegative { text = text.dropFirst() }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.contains(where: \.isNumber), parts[0].utf8.count <= 9,
      let whole = parts[0].isEmpty ? 0 : Int(parts[0])
    else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.utf8.count <= 2 else { return nil }
    while decimals.utf8.count < 2 { decimals += "0" }
    guard let rest = Int(decimals) else { return nil }
    let value = whole * 100 + rest
    return isNegative ? -value : value
  }

  /// Why a score cannot be given; nil when it may be.
  public func refusal(of hundredths: Int) -> Criterion.ScoreRefusal? {
    if hundredths < least || hundredths > most { return .outOfRange }
    return (hundredths - least).isMultiple(of: step) ? nil : .offStep
  }

  /// Takes a key in after what was typed: a digit, a comma or a point, a minus where scores can be
  /// below zero. Nil for keys that mean nothing in a number.
  public func take(_ key: Character, after typed: String) -> Reply? {
    let key: Character = key == "." ? "," : key
    switch key {
    case "0"..."9": break
    case ",": if typed.contains(",") { return nil }
    case "-": if !typed.isEmpty || least >= 0 { return nil }
    default: return nil
    }
    // A zero before other digits says nothing.
    let text = (typed == "0" && key != "," ? "" : typed) + String(key)
    if canGrow(text) { return .typing(text) }
    // No decimals follow here, so the comma begins none.
    guard key != ",", let value = Self.hundredths(of: text) else { return .refused(.offStep) }
    if let refusal = refusal(of: value) { return .refused(refusal) }
    return .whole(text, hundredths: value)
  }

  /// Whether some score begins with a text and is longer.
  func canGrow(_ text: String) -> Bool {
    if text == "-" { return true }
    // A comma alone is a nought before it.
    let text = text == "," ? "0," : text == "-," ? "-0," : text
    guard let value = Self.hundredths(of: text) else { return text.isEmpty }
    let isNegative = text.hasPrefix("-")
    let size = abs(value)
    func exists(_ low: Int, _ high: Int) -> Bool {
      isNegative ? hasScore(from: -high, to: -low) : hasScore(from: low, to: high)
    }
    if let comma = text.firstIndex(of: ",") {
      let decimals = text.distance(from: comma, to: text.endIndex) - 1
      switch decimals {
      case 0: return exists(size + 1, size + 99)
      case 1: return exists(size + 1, size + 9)
      default: return false
      }
    }
    if exists(size + 1, size + 99) { return true }
    guard size > 0 else { return false }
    var (low, high) = (size * 10, size * 10 + 999)
    while low <= max(abs(most), abs(least)) {
      if exists(low, high) { return true }
      (low, high) = (low * 10, high * 10 + 9)
    }
    return false
  }

  /// Whether a score lies between two numbers, both included.
  private func hasScore(from low: Int, to high: Int) -> Bool {
    let (low, high) = (max(low, least), min(high, most))
    guard low <= high else { return false }
    let steps = (low - least + step - 1) / step
    return least + steps * step <= high
  }
}

extension Rational {
  /// The number in hundredths, rounded half up.
  public var hundredths: Int {
    Int(written(places: 2).filter { $0 != "." }) ?? 0
  }
}
