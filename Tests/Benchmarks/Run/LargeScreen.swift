/// What a screen of 200 columns and 50 rows costs: keys, whole frames, floods and storms.
extension Bench {
  private static let columns: UInt16 = 200
  private static let rows: UInt16 = 50

  private func openLarge(_ database: String, isTable: Bool = false) throws -> Driver {
    let driver = try Driver(
      program, ["--database", database, "--fresh"], home: folder, wanted: Self.onCards,
      columns: Self.columns, rows: Self.rows)
    if isTable { _ = driver.press("\u{1B}[17~", quiet: 1_000) }
    return driver
  }

  func measureLargeScreen(_ report: inout Report) throws {
    let least = try Driver(
      floor, [floorData], home: folder, wanted: "Hồ sơ khởi nghiệp", columns: Self.columns,
      rows: Self.rows)
    let keys = try measureKeys(of: least, down: "j", up: "k")
    try least.leave(by: "q")
    for isTable in [false, true] {
      let name = isTable ? "table" : "board"
      let driver = try openLarge(large, isTable: isTable)
      let times = try measureKeys(of: driver, down: "\u{1B}[B", up: "\u{1B}[A")
      report.add(
        "key to last byte, \(name), 200x50, ms p95", times.p95, floor: keys.p95, most: 5,
        asked: "5 ms")
      let (bytes, whole) = Self.repaint(driver)
      report.add(
        "full repaint, \(name), 200x50, KB most", bytes.most / 1_000, most: 25, asked: "25 KB")
      report.add("full repaint, \(name), 200x50, ms p95", whole.p95, most: 5, asked: "5 ms")
      try driver.leave(by: Self.leave)
    }
    try measureFlood(&report)
    try measureStorm(&report)
    try measureGarbage(&report)
  }

  private func measureKeys(of driver: Driver, down: String, up: String) throws -> Samples {
    var pauses = Pauses()
    var times = Samples()
    for press in 0..<200 {
      Clock.pause(milliseconds: pauses.next(from: 5, to: 25))
      if let last = driver.press(press % 20 < 12 ? down : up).last { times.add(last) }
    }
    return times
  }

  private static func repaint(_ driver: Driver) -> (bytes: Samples, times: Samples) {
    var bytes = Samples()
    var times = Samples()
    for _ in 0..<28 {
      let answer = driver.repaint().answer
      bytes.add(Double(answer.bytes))
      if let last = answer.last { times.add(last) }
    }
    return (bytes, times)
  }

  private static let flood: [String] = (0..<500).map { number in
    let arrows = ["\u{1B}[B", "\u{1B}[B", "\u{1B}[B", "\u{1B}[C", "\u{1B}[A", "\u{1B}[D"]
    return arrows[(number + number / 50) % arrows.count]
  }

  /// 500 keys at once: into how few frames they go, and whether the end is the same as when they
  /// come one by one. A whole repaint of the same screen is the same bytes.
  private func measureFlood(_ report: inout Report) throws {
    let know = "\u{1B}[?2026;2$y"
    let one = try openLarge(demo)
    _ = one.press(know, quiet: 100)
    for key in Self.flood { _ = one.press(key, quiet: 6) }
    let all = try openLarge(demo)
    _ = all.press(know, quiet: 100)
    let start = Clock.milliseconds
    let written = all.written(after: Self.flood.joined(), quiet: 200)
    let time = Clock.milliseconds - start - 200
    let frames = Self.count("\u{1B}[?2026h", in: written)
    report.add("500 keys at once, frames", Double(frames), most: 50, asked: "50")
    report.add("500 keys at once, ms", time)
    let screens = [one, all].map { $0.repaint().written }
    report.add(
      "500 keys at once, another screen than one by one", screens[0] == screens[1] ? 0 : 1,
      most: 0, asked: "0")
    for driver in [one, all] { try driver.leave(by: Self.leave) }
  }

  private static func count(_ wanted: String, in text: String) -> Int {
    var count = 0
    let (text, wanted) = (Array(text.utf8), Array(wanted.utf8))
    guard text.count >= wanted.count else { return 0 }
    for start in 0...(text.count - wanted.count)
    where text[start..<start + wanted.count].elementsEqual(wanted) { count += 1 }
    return count
  }

  /// 200 sizes, one at once after another: from the last of them to the last byte.
  private func measureStorm(_ report: inout Report) throws {
    let driver = try openLarge(demo)
    var times = Samples()
    for round in 0..<10 {
      let sizes = (0..<200).map { step -> (columns: UInt16, rows: UInt16) in
        step == 199
          ? (Self.columns, Self.rows)
          : (UInt16(60 + (step * 7 + round) % 140), UInt16(20 + step * 3 % 30))
      }
      if let last = driver.storm(sizes).last { times.add(last) }
    }
    report.add("a storm of 200 resizes, ms most", times.most, most: 100, asked: "100 ms")
    try driver.leave(by: Self.leave)
  }

  /// A key after bytes that are no keys, the last of them the beginning of a letter.
  private func measureGarbage(_ report: inout Report) throws {
    let driver = try openLarge(demo)
    var times = Samples()
    for round in 0..<30 {
      _ = driver.press(
        "\u{1B}]52;c;" + String(repeating: "AB", count: 4_000) + "\u{7}\u{1B}[99;9;9z")
      _ = driver.press("\u{1B}P1$r" + String(repeating: "0;", count: 500) + "\u{1B}\\")
      if let last = driver.press(round % 2 == 0 ? "\u{1B}[B" : "\u{1B}[A").last { times.add(last) }
    }
    report.add("a key after garbage, ms most", times.most, most: 100, asked: "100 ms")
    try driver.leave(by: Self.leave)
  }
}
