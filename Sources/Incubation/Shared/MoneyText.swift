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
}

extension Money {
  /// The exact amount: "1.234.567 đ", in English "1,234,567 đ".
  public func formatted(_ language: Language) -> String {
    NumberText.grouped(dong, language) + " đ"
  }

  /// The amount in few characters, rounded half up to hundredths of its unit: "1,23 tỷ",
  /// "850 triệu", in English "1.23 billion", "850 million"; below a million as `formatted`.
  public func compact(_ language: Language) -> String {
    let units: [(Int64, String, String)] = [
      (1_000_000_000, "tỷ", "billion"), (1_000_000, "triệu", "million"),
    ]
    for (scale, vietnamese, english) in units {
      let step = UInt64(scale / 100)
      let hundredths = (dong.magnitude + step / 2) / step
      // What rounds up to a thousand million is a billion.
      guard hundredths >= 100, scale > 1_000_000 || dong.magnitude >= 1_000_000 else { continue }
      let signed = dong < 0 ? -Int64(hundredths) : Int64(hundredths)
      let unit = language == .vietnamese ? vietnamese : english
      return NumberText.hundredths(signed, language) + " " + unit
    }
    return formatted(language)
  }
}
