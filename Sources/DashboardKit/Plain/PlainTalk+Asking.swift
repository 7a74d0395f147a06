import Incubation

/// What was answered where options are offered.
public enum PlainChoice: Hashable, Sendable {
  /// One of the options.
  case option(String)
  /// A number that stands for no option.
  case number(Int)
  /// An empty line.
  case nothing
  /// Words that name no option.
  case text(String)
}

/// What a prompt takes beside the names of its options.
public struct PlainTaking: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int
  /// A set of them.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// An empty line has a meaning of its own.
  public static let nothing = PlainTaking(rawValue: 1)
  /// Numbers stand for something else than the options, which are known by their names only.
  public static let numbers = PlainTaking(rawValue: 2)
  /// Words that name no option have a meaning of their own.
  public static let text = PlainTaking(rawValue: 4)
}

extension PlainTalk {
  /// Asks for one of several things. The list is read out only when it is asked for with "?".
  ///
  /// - Parameter isShown: whether the list is read out at once, as for a short list of values.
  /// - Throws: `PlainStop`.
  public func choose(
    _ prompt: String, _ options: [PlainOption], taking: PlainTaking = [], isShown: Bool = false
  ) async throws(PlainStop) -> PlainChoice {
    if isShown { await list(options, isNumbered: !taking.contains(.numbers)) }
    var offered = options
    let shown = isShown ? prompt : prompt + ", " + text.choices
    while true {
      let typed: String
      switch try await answer(shown) {
      case .back: throw .back
      case .leave: throw .leave
      case .help:
        offered = options
        await list(options, isNumbered: !taking.contains(.numbers))
        await tell(text.help)
        continue
      case .nothing:
        if taking.contains(.nothing) { return .nothing }
        await tell(text.help)
        continue
      case .text(let words): typed = words
      }
      if let number = Int(TextFolding.fold(typed)) {
        if taking.contains(.numbers), offered == options { return .number(number) }
        if offered.indices.contains(number - 1) { return .option(offered[number - 1].id) }
        if taking.contains(.text), offered == options { return .text(typed) }
        await tell(text.noNumber(offered.count))
        continue
      }
      let found = PlainMatch.find(typed, in: options, isStrict: taking.contains(.text))
      if found.count == 1 { return .option(found[0].id) }
      if found.isEmpty {
        if taking.contains(.text) { return .text(typed) }
        await tell(text.unknown(typed))
      } else {
        offered = found
        await tell(text.several(found.count))
        await list(found, isNumbered: true)
      }
    }
  }

  /// Asks for one of several things; nothing but one of them will do.
  ///
  /// - Throws: `PlainStop`.
  public func option(
    _ prompt: String, _ options: [PlainOption], isShown: Bool = false
  ) async throws(PlainStop) -> String {
    while true {
      if case .option(let id) = try await choose(prompt, options, isShown: isShown) { return id }
    }
  }

  private func list(_ options: [PlainOption], isNumbered: Bool) async {
    for (index, option) in options.enumerated() {
      await tell(isNumbered ? "\(index + 1). " + option.line : option.line)
    }
  }

  /// Asks whether something is to be done. An empty line is no.
  ///
  /// - Throws: `PlainStop.leave`, `PlainStop.end`.
  public func confirm(_ question: String) async throws(PlainStop) -> Bool {
    while true {
      switch try await answer(question + " (" + text.yesNo + ")") {
      case .leave: throw .leave
      case .nothing, .back:
        await tell(text.notDone)
        return false
      case .help: await tell(text.yesNoHelp)
      case .text(let words):
        switch TextFolding.fold(words) {
        case "co", "c", "yes", "y": return true
        case "khong", "k", "no", "n":
          await tell(text.notDone)
          return false
        default: await tell(text.yesNoHelp)
        }
      }
    }
  }

  /// Reads many lines out, a page at a time.
  ///
  /// - Throws: `PlainStop.leave`, `PlainStop.end`.
  public func read(_ lines: [String], pageSize: Int = 20) async throws(PlainStop) {
    for (index, line) in lines.enumerated() {
      if index > 0, index % pageSize == 0 {
        switch try await answer(text.more(index, of: lines.count)) {
        case .nothing: break
        case .leave: throw .leave
        case .back, .help, .text: return
        }
      }
      await tell(line)
    }
  }
}
