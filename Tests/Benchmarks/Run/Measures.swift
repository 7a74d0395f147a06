extension Bench {
  /// Start of the process to the first full frame, in turn, so that a slow moment of the machine
  /// falls on all three.
  func measureStart(_ report: inout Report) throws {
    var floor = Samples()
    var small = Samples()
    var many = Samples()
    for round in 0..<16 {
      let drivers = [try openFloor(), try open(demo), try open(large)]
      // The first round fills the page cache.
      if round > 0 {
        floor.add(drivers[0].firstFrame)
        small.add(drivers[1].firstFrame)
        many.add(drivers[2].firstFrame)
      }
      try drivers[0].leave(by: "q")
      for driver in drivers.dropFirst() { try driver.leave(by: Self.leave) }
    }
    report.add(
      "first frame, demo, ms (median of 15)", small.median, floor: floor.median,
      most: 4 * floor.median, asked: "4 x floor")
    report.add(
      "first frame, 100,000, ms (median of 15)", many.median, floor: floor.median,
      most: 1.2 * small.median, asked: "1.2 x demo")
  }

  /// A key that moves the cursor to the last byte of the answer, on board and table.
  func measureKeys(_ report: inout Report) throws {
    let drivers = [try openFloor(), try open(large), try openTable()]
    var pauses = Pauses()
    var times = [Samples](repeating: Samples(), count: 3)
    var still = [Samples](repeating: Samples(), count: 3)
    var scrolling = [Samples](repeating: Samples(), count: 3)
    for press in 0..<300 {
      // Down and up within what is shown, then on through the list.
      let isStill = press < 60
      let isDown = isStill ? press % 10 < 5 : press % 60 < 45
      let board = press % 20 == 19 ? Arrow.right : isDown ? .down : .up
      let keys = [isDown ? "j" : "k", board.rawValue, (isDown ? Arrow.down : .up).rawValue]
      for (index, driver) in drivers.enumerated() {
        Clock.pause(milliseconds: pauses.next(from: 5, to: 25))
        let answer = driver.press(keys[index])
        // At the end of a list there is nothing to be drawn.
        guard let last = answer.last else { continue }
        times[index].add(last)
        if isStill {
          still[index].add(Double(answer.bytes))
        } else {
          scrolling[index].add(Double(answer.bytes))
        }
      }
    }
    try drivers[0].leave(by: "q")
    for driver in drivers.dropFirst() { try driver.leave(by: Self.leave) }
    for (index, name) in [(1, "board"), (2, "table")] {
      report.add("key to last byte, \(name), ms p50", times[index].median, floor: times[0].median)
      report.add(
        "key to last byte, \(name), ms p95", times[index].p95, floor: times[0].p95,
        most: times[0].p95 + 2, asked: "floor + 2 ms")
      report.add(
        "bytes of a cursor move, \(name), most", still[index].most, floor: still[0].most,
        most: 1_024, asked: "1,024")
      report.add("bytes of a move that scrolls, \(name), p50", scrolling[index].median)
      report.add(
        "bytes of a move that scrolls, \(name), most", scrolling[index].most, most: 1_024,
        asked: "1,024")
    }
  }

  private enum Arrow: String {
    case up = "\u{1B}[A"
    case down = "\u{1B}[B"
    case right = "\u{1B}[C"
  }

  private static let searches = [
    "tôm khô", "banh pia", "nguyen van", "mỹ xuyên", "st-0123", "hành tím sấy", "lua tom",
    "khong co gi", "vu sua", "trần thị",
  ]

  /// Each key of a search as it is typed over 100,000 ventures, to the last byte of the hits.
  func measureSearch(_ report: inout Report) throws {
    let driver = try openTable()
    var times = Samples()
    // The first key of all makes the index, and is told apart.
    let first = driver.press("a", quiet: 3_000)
    _ = driver.press("\u{1B}", quiet: 1_000)
    for search in Self.searches {
      for letter in search {
        // The letter is shown at once; what counts is the last of the hits, which come later.
        if let last = driver.press(String(letter), quiet: 500).last { times.add(last) }
      }
      _ = driver.press("\u{1B}", quiet: 500)
    }
    try driver.leave(by: Self.leave)
    report.add("search, the first key, ms", first.last ?? .nan)
    report.add("search, a key, ms p50", times.median)
    report.add("search, a key, ms p95", times.p95, most: 30, asked: "30 ms")
    report.add("search, a key, ms most", times.most)
  }

  /// Memory after the first frame, and what an idle program does for ten seconds.
  func measureRest(_ report: inout Report) throws {
    let driver = try open(large)
    report.add(
      "resident after first frame, 100,000, MB", Double(driver.status("VmRSS")) * 1_024 / 1e6,
      most: 40, asked: "40 MB")
    _ = driver.listen(milliseconds: 2_000)
    let before = driver.wakeUps
    let bytes = driver.listen(milliseconds: 10_000)
    // Threads that have ended since are not there to be counted: they slept, and ended.
    let wakeUps = driver.wakeUps.reduce(0) { $0 + $1.value - before[$1.key, default: 0] }
    report.add("idle, wake-ups a second", Double(wakeUps) / 10, most: 6, asked: "6")
    report.add("idle, bytes in 10 s", Double(bytes), most: 0, asked: "0")
    try driver.leave(by: Self.leave)
  }

  /// 100,000 ventures out to a file and into a new database.
  func measureTransfer(_ report: inout Report) throws {
    let out = try Command.run(
      [program, "export", "ventures", "--database", large, "--output", exported],
      environment: environment)
    report.add("export of 100,000, s", out.seconds, most: 3, asked: "3 s")
    report.add("export of 100,000, peak MB", out.megabytes)
    let list = folder + "/list.csv"
    try CSVColumns.copy(CSVColumns.ofList, rows: Self.ventures, from: exported, to: list)
    let back = try Command.run(
      [program, "import", "ventures", list, "--database", folder + "/imported.db"],
      environment: environment)
    report.add("import of 100,000, s", back.seconds, most: 10, asked: "10 s")
    report.add("import of 100,000, peak MB", back.megabytes, most: 200, asked: "200 MB")
  }
}
