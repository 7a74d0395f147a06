public import Incubation

/// Something that a field did with what was typed or pasted, and that its user should know.
public enum FieldNotice: Hashable, Sendable {
  /// Pasted lines became one: how many there were.
  case joinedLines(Int)
  /// Only a part of a paste fitted: the most letters of the field, and how many did not fit.
  case cut(limit: Int, lost: Int)
  /// The field is full: the most letters of it.
  case full(limit: Int)

  /// One sentence that says what was done.
  public func words(_ language: Language) -> String {
    switch self {
    case .joinedLines(let count):
      return language.say(
        "Ô này chỉ có một dòng: đã nối \(count) dòng vừa dán bằng dấu cách.",
        "This field has one line: the \(count) lines pasted were joined by spaces.")
    case .cut(let limit, let lost):
      let (most, rest) = (number(limit, language), number(lost, language))
      return language.say(
        "Ô này chứa nhiều nhất \(most) chữ: đã bỏ \(rest) chữ cuối của phần dán.",
        "This field holds at most \(most) letters: the last \(rest) of the paste were left out.")
    case .full(let limit):
      let most = number(limit, language)
      return language.say(
        "Ô này đã đủ \(most) chữ, không nhận thêm.", "This field is full: \(most) letters.")
    }
  }

  private func number(_ value: Int, _ language: Language) -> String {
    NumberText.grouped(Int64(value), language)
  }
}
