public import Incubation

/// A screen that can be reached at any time, with its own tab.
public struct TabDescription: Sendable {
  /// What its tab shows.
  public var destination: Destination
  /// Its name in a language.
  public var title: @Sendable (Language) -> String

  /// A tab.
  public init(_ destination: Destination, title: @escaping @Sendable (Language) -> String) {
    self.destination = destination
    self.title = title
  }

  /// The tab of a screen, under its own name.
  public init<S: Screen>(_ screen: S.Type, _ destination: Destination? = nil) {
    self.init(destination ?? Destination(S.id)) { S.title(S.text(in: $0)) }
  }
}
