/// Years of birth, as people type them.
public enum BirthYear {
  /// The earliest year of birth that is taken; whoever speaks for a venture is alive.
  public static let earliest = 1900

  /// Reads a year of birth of four digits.
  ///
  /// - Parameter latest: the last year that is possible, such as the present one.
  /// - Throws: `FieldRefusal.birthYear`.
  public static func parse(_ text: String, latest: Int = 2099) throws(FieldRefusal) -> Int {
    let digits = TextFolding.fold(text)
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(digits), year >= earliest, year <= latest
    else { throw .birthYear(earliest: earliest, latest: latest) }
    return year
  }
}
