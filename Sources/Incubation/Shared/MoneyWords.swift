extension Money {
  /// The amount in words, as contracts and minutes have it: "một triệu hai trăm năm mươi nghìn
  /// đồng", in English "one million two hundred and fifty thousand dong". Begins with a small
  /// letter.
  public func words(_ language: Language) -> String {
    let sign = dong < 0 ? (language == .vietnamese ? "âm " : "minus ") : ""
    let number =
      language == .vietnamese
      ? NumberWords.vietnamese(dong.magnitude) : NumberWords.english(dong.magnitude)
    return sign + number + (language == .vietnamese ? " đồng" : " dong")
  }
}

/// Whole numbers in words.
public enum NumberWords {
  /// In Vietnamese, northern usage as in official papers: 1005 "một nghìn không trăm linh năm",
  /// 21 "hai mươi mốt", 24 "hai mươi tư", 15 "mười lăm".
  public static func vietnamese(_ number: UInt64) -> String {
    if number == 0 { return "không" }
    var words: [String] = []
    append(number, isLeading: true, to: &words)
    return words.joined(separator: " ")
  }

  /// In British English: 1005 "one thousand and five".
  public static func english(_ number: UInt64) -> String {
    if number == 0 { return "zero" }
    let scales = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"]
    var rest = number
    var groups: [(value: Int, scale: String)] = []
    for scale in scales where rest > 0 {
      groups.insert((Int(rest % 1_000), scale), at: 0)
      rest /= 1_000
    }
    var words: [String] = []
    for (index, group) in groups.enumerated() where group.value > 0 {
      if index == groups.count - 1, index > 0, group.value < 100 { words.append("and") }
      words += englishGroup(group.value)
      if !group.scale.isEmpty { words.append(group.scale) }
    }
    return words.joined(separator: " ")
  }

  /// Billions are counted in billions again: "một nghìn tỷ", "chín tỷ tỷ".
  private static func append(_ number: UInt64, isLeading: Bool, to words: inout [String]) {
    let (billions, rest) = number.quotientAndRemainder(dividingBy: 1_000_000_000)
    var isFirst = isLeading
    if billions > 0 {
      append(billions, isLeading: isFirst, to: &words)
      words.append("tỷ")
      isFirst = false
    }
    for (scale, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
      let group = Int(rest) / scale % 1_000
      guard group > 0 else { continue }
      words += vietnameseGroup(group, isFirst: isFirst)
      if !name.isEmpty { words.append(name) }
      isFirst = false
    }
  }

  private static let vietnameseDigits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]

  private static func vietnameseGroup(_ value: Int, isFirst: Bool) -> [String] {
    let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10)
    var words: [String] = []
    if hundreds > 0 || !isFirst { words += [vietnameseDigits[hundreds], "trăm"] }
    switch tens {
    case 0: if ones > 0 && !words.isEmpty { words.append("linh") }
    case 1: words.append("mười")
    default: words += [vietnameseDigits[tens], "mươi"]
    }
    switch (tens, ones) {
    case (_, 0): break
    case (2..., 1): words.append("mốt")
    case (2..., 4): words.append("tư")
    case (1..., 5): words.append("lăm")
    default: words.append(vietnameseDigits[ones])
    }
    return words
  }

  private static let englishSmall = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func englishGroup(_ value: Int) -> [String] {
    var words: [String] = []
    if value >= 100 {
      words += [englishSmall[value / 100], "hundred"]
      if value % 100 > 0 { words.append("and") }
    }
    let rest = value % 100
    if rest == 0 { return words }
    if rest < 20 { return words + [englishSmall[rest]] }
    let ones = rest % 10 == 0 ? "" : "-" + englishSmall[rest % 10]
    return words + [englishTens[rest / 10] + ones]
  }
}
