/// A whole number with its digits in groups of three.
public enum NumberText {
  /// The number with groups parted as the language does: 1.234.567 or 1,234,567.
  public static func grouped(_ number: Int64, _ language: Language) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        result.append(language == .vietnamese ? "." : ",")
      }
      result.append(digit)
    }
    return result
  }

  /// A number of hundredths with its decimals, at most two and none that are zero: 1,23; 84,5; 12.
  public static func hundredths(_ number: Int64, _ language: Language) -> String {
    let magnitude = number.magnitude
    let sign = number < 0 ? "-" : ""
    let whole = grouped(Int64(magnitude / 100), language)
    let rest = magnitude % 100
    if rest == 0 { return sign + whole }
    let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return sign + whole + (language == .vietnamese ? "," : ".") + decimals
  }

  /// What a person typed as a number with at most two decimals, after a comma or a point, in
  /// hundredths; nil when it is none. Blanks do not count.
  public static func hundredths(of text: String) -> Int? {
    let trimmed = text.filter { !$0.isWhitespace }
    let isNegative = trimmed.hasPrefix("-")
    let parts = trimmed.drop { $0 == "-" }
      .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole < 100_000,
      parts[0].allSatisfy(\.isNumber)
    else { return nil }
    var decimals = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isNumber),
        let number = Int(parts[1])
      else { return nil }
      decimals = parts[1].count == 1 ? number * 10 : number
    }
    let value = whole * 100 + decimals
    return isNegative ? -value : value
  }
}

extension Money {
  /// The exact amount: "1.234.567 đ", in English "1,234,567 đ".
  public func formatted(_ language: Language) -> String {
    NumberText.grouped(dong, language) + " đ"
  }

  /// The amount in few characters, rounded half up to hundredths of its unit: "1,23 tỷ",
  /// "850 triệu", in English "1.23 billion", "850 million"; below a million as `formatted`.
  public func compact(_ language: Language) -> String {
    if dong.magnitude < 1_000_000 { return formatted(language) }
    // What rounds up to a thousand millions is a billion.
    let isBillions = Self.hundredths(of: 1_000_000, in: dong.magnitude) >= 100_000
    let hundredths = Self.hundredths(of: isBillions ? 1_000_000_000 : 1_000_000, in: dong.magnitude)
    let number = NumberText.hundredths(
      dong < 0 ? -Int64(hundredths) : Int64(hundredths), language)
    guard language == .vietnamese else { return number + (isBillions ? " billion" : " million") }
    return number + (isBillions ? " tỷ" : " triệu")
  }

  private static func hundredths(of scale: UInt64, in amount: UInt64) -> UInt64 {
    let step = scale / 100
    return amount / step + (amount % step >= step / 2 ? 1 : 0)
  }
}
