/// What the argument parser says in English, as one Vietnamese sentence.
enum UsageWords {
  /// The kinds of complaint, by what they begin with.
  private static let kinds: [(String, String)] = [
    ("Unexpected argument", "Có từ thừa"), ("Unknown option", "Không có tùy chọn"),
    ("Missing expected argument", "Còn thiếu"), ("Missing value for", "Thiếu giá trị sau"),
    ("The value", "Giá trị không hợp lệ"),
  ]

  /// The sentence for a message of the parser: what is wrong, with the word it is about.
  static func vietnamese(_ message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    let complaint = line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line
    let kind = kinds.first { complaint.hasPrefix($0.0) }?.1 ?? "Dòng lệnh không đúng"
    let quoted = complaint.split(separator: "'", omittingEmptySubsequences: false)
    let word = quoted.count > 2 ? " «\(quoted[1])»" : ": \(complaint)"
    return "\(kind)\(word). Xem cách dùng: vuonuom --help"
  }
}
