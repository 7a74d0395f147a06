public import TerminalCanvas

/// Turns the bytes of a terminal into input events.
///
/// A pure value: bytes and the time go in, events come out. No byte sequence stops it, no unknown
/// sequence becomes a command, and how the bytes were cut into reads makes no difference except to
/// where a run of text is divided. What is unfinished waits until `deadline`; then `expire` says
/// what it was. Time is in milliseconds of any clock that only goes forward.
///
/// `feed` never lets time decide: after a pause of the program itself the rest of an arrow key may
/// well be read late, and taking it for Esc and two letters would be a command nobody gave.
public struct InputDecoder: Sendable {
  /// Pastes are handed on in parts of this many bytes.
  public static let pasteLimit = 1 << 20
  /// How long a begun sequence or letter waits for its rest.
  static let sequenceDelay: Int64 = 100
  /// How long a paste may pause before its end counts as lost.
  static let pasteDelay: Int64 = 500
  private static let longestSequence = 64

  enum State {
    case ground
    /// After Esc; with `twice`, after two of them.
    case escape(twice: Bool)
    /// After ESC [.
    case control
    /// After ESC [ [, with which the Linux console begins F1 to F5.
    case linuxKey
    /// After ESC O.
    case singleShift
    /// Inside OSC, DCS, APC, PM or SOS, which end with ESC \ or BEL.
    case string
    /// After an Esc inside one.
    case stringEscape
    /// Inside a mouse report of the oldest kind, with so many bytes to come.
    case oldMouse(Int)
    case paste
  }

  private let escapeDelay: Int64
  private let described: [[UInt8]: KeyStroke]
  private let pasteLimit: Int

  private var state = State.ground
  private var assembler = UTF8Assembler()
  /// The bytes after the introducer.
  private var sequence: [UInt8] = []
  private var isTooLong = false
  /// The byte after Esc that began the string.
  private var introducer: UInt8 = 0
  /// Whether an Esc came before the present sequence or letter.
  private var isAlt = false
  private var paste = PasteCollector(limit: InputDecoder.pasteLimit)
  private var lastByte: Int64 = 0

  /// A decoder. A lone Esc counts as the key after `escapeDelay` milliseconds: 25 on this
  /// machine, 100 over a network. `described` are sequences of the terminal description that are
  /// tried for what is not otherwise known.
  public init(escapeDelay: Int64 = 25, described: [[UInt8]: KeyStroke] = [:]) {
    self.init(escapeDelay: escapeDelay, described: described, pasteLimit: Self.pasteLimit)
  }

  /// A decoder with another limit of pastes, for tests.
  init(escapeDelay: Int64, described: [[UInt8]: KeyStroke], pasteLimit: Int) {
    self.escapeDelay = escapeDelay
    self.described = described
    self.pasteLimit = pasteLimit
    paste = PasteCollector(limit: pasteLimit)
  }

  /// When `expire` is to be called unless more bytes come before; nil while nothing waits.
  public var deadline: Int64? {
    switch state {
    case .ground: assembler.isPending ? lastByte + Self.sequenceDelay : nil
    case .escape: lastByte + escapeDelay
    case .paste: paste.isOverdue && paste.isEmpty ? nil : lastByte + Self.pasteDelay
    default: lastByte + max(escapeDelay, Self.sequenceDelay)
    }
  }

  /// Takes bytes in the order in which they came; gives the events that they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>, at milliseconds: Int64) -> [InputEvent] {
    var list = EventList()
    for byte in bytes {
      lastByte = milliseconds
      step(byte, &list)
    }
    return list.finish()
  }

  /// Decides what the unfinished bytes were, when the deadline has passed.
  public mutating func expire(at milliseconds: Int64) -> [InputEvent] {
    guard let deadline, milliseconds >= deadline else { return [] }
    var list = EventList()
    let expired = state
    if case .paste = expired {} else { state = .ground }
    switch expired {
    case .ground: list.appendInvalid(assembler.drop())
    case .escape(let twice):
      if twice { list.append(.escape) }
      list.append(.escape)
    case .control: if sequence.isEmpty { list.append(.character("["), .alt) }
    case .singleShift: if sequence.isEmpty { list.append(.character("o"), [.alt, .shift]) }
    case .string: if sequence.isEmpty { letterWithAlt(introducer, &list) }
    case .stringEscape: list.append(.escape)
    case .linuxKey, .oldMouse: break
    case .paste: pausePaste(at: milliseconds, &list)
    }
    isAlt = false
    return list.finish()
  }

  private mutating func step(_ byte: UInt8, _ list: inout EventList) {
    switch state {
    case .ground: ground(byte, &list)
    case .escape(let twice): escape(byte, twice: twice, &list)
    case .control: control(byte, &list)
    case .singleShift: singleShift(byte, &list)
    case .string: string(byte)
    case .paste: pasted(byte, &list)
    case .linuxKey:
      finish(
        ["A", "B", "C", "D", "E"].firstIndex(of: Unicode.Scalar(byte)).map {
          KeyStroke(.function($0 + 1))
        }, &list)
    case .stringEscape:
      if byte == UInt8(ascii: "\\") {
        reset()
      } else {
        escape(byte, twice: false, &list)
      }
    case .oldMouse(let missing):
      if byte < 0x20 {
        abandon(byte, &list)
      } else if missing > 1 {
        state = .oldMouse(missing - 1)
      } else {
        reset()
      }
    }
  }

  private mutating func reset() {
    state = .ground
    isAlt = false
  }

  /// Gives up the present sequence and looks at the byte afresh.
  private mutating func abandon(_ byte: UInt8, _ list: inout EventList) {
    reset()
    if byte != 0x18, byte != 0x1A { ground(byte, &list) }
  }

  private mutating func finish(_ stroke: KeyStroke?, _ list: inout EventList) {
    if var stroke {
      if isAlt { stroke.modifiers.insert(.alt) }
      list.append(.key(stroke))
    }
    reset()
  }
}

// MARK: Letters and the byte after Esc

extension InputDecoder {
  private mutating func ground(_ byte: UInt8, _ list: inout EventList) {
    if assembler.isPending || byte >= 0x80 {
      switch assembler.add(byte) {
      case .pending: break
      case .scalar(let scalar): letter(scalar, &list)
      case .invalid(let count, let again):
        list.appendInvalid(count)
        isAlt = false
        if again { ground(byte, &list) }
      }
    } else if byte == 0x1B {
      state = .escape(twice: false)
    } else if byte >= 0x20, byte != 0x7F {
      list.append(Unicode.Scalar(byte))
    } else {
      finish(KeyTable.control(byte), &list)
    }
  }

  private mutating func letter(_ scalar: Unicode.Scalar, _ list: inout EventList) {
    defer { isAlt = false }
    // The controls of Latin-1 are no letters, and no terminal sends them as keys.
    if (0x80...0x9F).contains(scalar.value) { return }
    guard isAlt else { return list.append(scalar) }
    list.append(.key(KeyTable.letter(scalar, .alt)))
  }

  private func letterWithAlt(_ byte: UInt8, _ list: inout EventList) {
    list.append(.key(KeyTable.letter(Unicode.Scalar(byte), .alt)))
  }

  private mutating func escape(_ byte: UInt8, twice: Bool, _ list: inout EventList) {
    sequence.removeAll(keepingCapacity: true)
    isTooLong = false
    isAlt = twice
    if let stroke = described[[0x1B, byte]] { return finish(stroke, &list) }
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      introducer = byte
      state = .string
    case 0x1B:
      if twice { list.append(.escape) }
      state = .escape(twice: true)
    default:
      if twice { list.append(.escape) }
      afterEscape(byte, &list)
    }
  }

  private mutating func afterEscape(_ byte: UInt8, _ list: inout EventList) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // Esc and a digit stand for a function key, where a terminal keeps F1 or F10 to itself.
      isAlt = false
      let digit = Int(byte - UInt8(ascii: "0"))
      finish(KeyStroke(.function(digit == 0 ? 10 : digit)), &list)
    case 0x20..<0x7F:
      letterWithAlt(byte, &list)
      reset()
    default:
      state = .ground
      isAlt = true
      ground(byte, &list)
    }
  }
}

// MARK: Sequences

extension InputDecoder {
  private mutating func control(_ byte: UInt8, _ list: inout EventList) {
    switch byte {
    case UInt8(ascii: "$") where KeyTable.isNumber(sequence):
      // rxvt ends a key with Shift in a dollar sign, which is no final byte elsewhere.
      finishControl(byte, &list)
    case 0x20...0x3F:
      isTooLong = isTooLong || sequence.count >= Self.longestSequence
      if !isTooLong { sequence.append(byte) }
    case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxKey
    case UInt8(ascii: "M") where sequence.isEmpty && !isTooLong: state = .oldMouse(3)
    case 0x40...0x7E: finishControl(byte, &list)
    default: abandon(byte, &list)
    }
  }

  private mutating func finishControl(_ final: UInt8, _ list: inout EventList) {
    if isTooLong { return reset() }
    let report = ControlSequence(parameters: sequence, final: final)
    if report.isPasteStart {
      reset()
      paste = PasteCollector(limit: pasteLimit)
      state = .paste
    } else if let event = report.event {
      if case .key(let stroke) = event { return finish(stroke, &list) }
      if case .text(let text) = event {
        for scalar in text.unicodeScalars { list.append(scalar) }
      } else {
        list.append(event)
      }
      reset()
    } else {
      finish(described[[0x1B, UInt8(ascii: "[")] + sequence + [final]], &list)
    }
  }

  private mutating func singleShift(_ byte: UInt8, _ list: inout EventList) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
      if sequence.count < Self.longestSequence { sequence.append(byte) }
    case 0x20...0x7E:
      if let character = KeyTable.keypad(byte), sequence.isEmpty {
        list.append(character)
        return reset()
      }
      let known = KeyTable.singleShift(parameters: sequence, final: byte)
      finish(known ?? described[[0x1B, UInt8(ascii: "O")] + sequence + [byte]], &list)
    default: abandon(byte, &list)
    }
  }

  private mutating func string(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07, 0x18, 0x1A: reset()
    default: if sequence.isEmpty { sequence.append(byte) }
    }
  }
}

// MARK: Pastes

extension InputDecoder {
  private mutating func pasted(_ byte: UInt8, _ list: inout EventList) {
    // A paste whose end was lost must not hold the keyboard for ever: Esc, and with it every
    // arrow and function key, leads out of it.
    if paste.isOverdue, paste.isEmpty, byte == 0x1B {
      state = .escape(twice: false)
      return
    }
    let (isOver, part) = paste.add(byte)
    append(part, &list)
    if isOver { reset() }
  }

  private mutating func pausePaste(at milliseconds: Int64, _ list: inout EventList) {
    let (part, tail) = paste.pause()
    append(part, &list)
    for byte in tail {
      lastByte = milliseconds
      step(byte, &list)
    }
  }

  private func append(_ part: PasteCollector.Part?, _ list: inout EventList) {
    guard let part else { return }
    if !part.text.isEmpty { list.append(.paste(part.text)) }
    list.appendInvalid(part.invalidBytes)
  }
}
