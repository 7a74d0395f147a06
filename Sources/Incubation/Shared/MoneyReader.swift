/// Reads an amount of money: numbers, each with its unit, and the name of the currency before or
/// behind them.
enum MoneyReader {
  private enum Token {
    case number(String)
    case word(String)
    case minus
  }

  /// The units, folded, in đồng.
  private static let units: [String: Int64] = [
    "ty": 1_000_000_000, "ti": 1_000_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000,
    "trieu": 1_000_000, "tr": 1_000_000, "million": 1_000_000,
    "nghin": 1_000, "ngan": 1_000, "k": 1_000, "thousand": 1_000,
  ]

  /// The names of the currency, folded.
  private static let currencies: Set<String> = ["d", "dong", "vnd", "₫"]

  /// The amount.
  static func amount(of text: String) throws(Money.Refusal) -> Money {
    var tokens = try tokens(of: text)[...]
    var hasCurrency = false
    if case .word(let name)? = tokens.first, currencies.contains(name) {
      hasCurrency = true
      tokens.removeFirst()
    }
    if case .word(let name)? = tokens.last, currencies.contains(name) {
      hasCurrency = true
      tokens.removeLast()
    }
    var total: Int64 = 0
    var last = Int64.max
    guard !tokens.isEmpty else { throw .notAnAmount }
    while let token = tokens.popFirst() {
      if case .minus = token { throw .negative }
      guard case .number(let digits) = token else { throw .notAnAmount }
      let scale = try unit(from: &tokens, isOnly: last == .max)
      guard scale < last else { throw .notAnAmount }
      last = scale
      let value = try value(digits, scale: scale, groupsAreSure: hasCurrency && scale == 1)
      let (sum, overflow) = total.addingReportingOverflow(value)
      if overflow { throw .tooLarge }
      total = sum
    }
    return Money(dong: total)
  }

  private static func unit(
    from tokens: inout ArraySlice<Token>, isOnly: Bool
  ) throws(Money.Refusal) -> Int64 {
    guard let next = tokens.popFirst() else {
      if isOnly { return 1 }
      throw .notAnAmount
    }
    guard case .word(let name) = next, let scale = units[name] else { throw .notAnAmount }
    return scale
  }

  private static func tokens(of text: String) throws(Money.Refusal) -> [Token] {
    var result: [Token] = []
    var afterSpace = false
    var rest = Substring(TextFolding.fold(text))
    while let first = rest.first {
      defer { afterSpace = first == " " }
      if first == " " || first == "-" || first == "−" {
        if first != " " { result.append(.minus) }
        rest.removeFirst()
        continue
      }
      let run = rest.prefix(while: isNumeric(first) ? isNumeric : isWord)
      guard !run.isEmpty else { throw .notAnAmount }
      rest = rest.dropFirst(run.count)
      guard isNumeric(first) else {
        result.append(.word(String(run)))
        continue
      }
      if afterSpace, run.count == 3, case .number(let before)? = result.last {
        result[result.count - 1] = .number(before + "_" + run)
      } else {
        result.append(.number(String(run)))
      }
    }
    return result
  }

  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "." || character == ","
  }

  private static func isWord(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || character == "₫"
  }

  /// A number with separators, times a scale.
  private static func value(
    _ text: String, scale: Int64, groupsAreSure: Bool
  ) throws(Money.Refusal) -> Int64 {
    let separators = text.filter { !$0.isNumber }
    var groups = text.split(omittingEmptySubsequences: false) { !$0.isNumber }
    guard groups.allSatisfy({ !$0.isEmpty }), let last = separators.last else {
      if separators.isEmpty { return try scaled(text, "", scale) }
      throw .notAnAmount
    }
    let before = separators.dropLast()
    if before.isEmpty, last != "_" {
      let couldBeGroup = groups[1].count == 3 && groups[0].count <= 3 && groups[0] != "0"
      let isGroup = couldBeGroup && groupsAreSure
      if couldBeGroup && !isGroup && (scale == 1 || last == ".") { throw .ambiguous(text) }
      return isGroup
        ? try scaled(groups.joined(), "", scale)
        : try scaled(String(groups[0]), String(groups[1]), scale)
    }
    let hasFraction = before.first.map { $0 != last } ?? false
    guard Set(hasFraction ? Array(before) : Array(separators)).count == 1 else {
      throw .notAnAmount
    }
    let fraction = hasFraction ? String(groups.removeLast()) : ""
    guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      throw .notAnAmount
    }
    return try scaled(groups.joined(), fraction, scale)
  }

  private static func scaled(
    _ whole: String, _ fraction: String, _ scale: Int64
  ) throws(Money.Refusal) -> Int64 {
    guard let units = Int64(whole) else { throw .tooLarge }
    let (product, overflow) = units.multipliedReportingOverflow(by: scale)
    if overflow { throw .tooLarge }
    var part = scale
    var sum: Int64 = 0
    for digit in fraction {
      let value = Int64(digit.wholeNumberValue ?? 0)
      guard value == 0 || part % 10 == 0 else { throw .notWhole }
      part /= 10
      sum += value * part
    }
    let (total, tooMuch) = product.addingReportingOverflow(sum)
    if tooMuch { throw .tooLarge }
    return total
  }
}
