/// What was done to a text, so that it can be taken back: a word at a time while it was typed.
struct EditHistory: Sendable {
  /// What kind of change it was, which decides what is taken back together.
  enum Kind: Sendable {
    /// Letters that were typed, or composed by a typing method.
    case typing
    /// Letters that were taken out one by one.
    case erasing
    /// Anything else: a paste, a word that was taken out.
    case other
  }

  /// One change: what stood at a place, and what came instead.
  struct Edit: Sendable {
    var start: Int
    var removed: [Character]
    var inserted: [Character]
    var caretBefore: Int
    var caretAfter: Int
  }

  private struct Group {
    var kind: Kind
    var edits: [Edit]
    var size: Int { edits.reduce(0) { $0 + $1.removed.count + $1.inserted.count } }
  }

  /// The most letters that are kept; older changes are forgotten.
  private static let mostLetters = 60_000

  private var groups: [Group] = []
  private var undoneGroups: [Group] = []
  /// Whether the latest group may still grow: the caret has not been moved since.
  private var isOpen = false
  private var size = 0

  var canUndo: Bool { !groups.isEmpty }
  var canRedo: Bool { !undoneGroups.isEmpty }

  /// Takes a change in. What begins a word is taken back by itself.
  mutating func record(_ edit: Edit, _ kind: Kind, startsWord: Bool) {
    guard edit.removed != edit.inserted else { return }
    for group in undoneGroups { size -= group.size }
    undoneGroups = []
    size += edit.removed.count + edit.inserted.count
    let goesOn = isOpen && kind == .typing && mergeReplacement()
    if goesOn || isOpen && kind != .other && groups.last?.kind == kind && !startsWord {
      groups[groups.count - 1].edits.append(edit)
    } else {
      groups.append(Group(kind: kind, edits: [edit]))
    }
    isOpen = true
    while size > Self.mostLetters, groups.count > 1 { size -= groups.removeFirst().size }
  }

  /// The caret was moved: what is typed now is another change.
  mutating func close() { isOpen = false }

  /// A typing method outside of the program takes letters back before it types better ones. When
  /// only letters of the word were taken back, the word is one change.
  private mutating func mergeReplacement() -> Bool {
    guard groups.count > 1, let erasing = groups.last, erasing.kind == .erasing else {
      return false
    }
    let word = groups[groups.count - 2]
    guard word.kind == .typing, let first = word.edits.first, let end = word.edits.last,
      let begun = erasing.edits.first, let over = erasing.edits.last,
      end.caretAfter == begun.caretBefore, over.caretAfter >= first.caretBefore
    else { return false }
    groups.removeLast()
    groups[groups.count - 1].edits += erasing.edits
    return true
  }

  /// The change to take back, which can be made again from now on; nil when there is none.
  mutating func undo() -> [Edit]? {
    guard let group = groups.popLast() else { return nil }
    undoneGroups.append(group)
    isOpen = false
    return group.edits
  }

  /// The change to make again; nil when there is none.
  mutating func redo() -> [Edit]? {
    guard let group = undoneGroups.popLast() else { return nil }
    groups.append(group)
    isOpen = false
    return group.edits
  }
}
