public import Incubation

extension Language {
  /// Chooses between a text in Vietnamese and the same in English, which stand side by side so that
  /// neither can be missing.
  public func say(_ vietnamese: String, _ english: String) -> String {
    self == .vietnamese ? vietnamese : english
  }

  /// The code shown in the title bar.
  public var shortName: String { say("VI", "EN") }

  /// The language that is not this one.
  public var other: Language { self == .vietnamese ? .english : .vietnamese }
}
