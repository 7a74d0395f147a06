import Incubation

/// Jumps to what begins with a letter.
public enum LetterJump {
  /// The letter that a key was meant to be when a typing method for Vietnamese has composed it: đ
  /// is d, ư is u, ế is e. For jumps only, never for commands.
  public static func letter(_ typed: String) -> Character? {
    guard typed.count == 1 else { return nil }
    return TextFolding.fold(typed).first
  }

  /// The next title after `index` that begins with a letter, going round; nil when none does.
  public static func next(
    _ letter: Character, after index: Int, in titles: [String]
  ) -> Int? {
    guard !titles.isEmpty else { return nil }
    return (1...titles.count).lazy.map { (index + $0) % titles.count }
      .first { TextFolding.fold(titles[$0]).first == letter }
  }
}
