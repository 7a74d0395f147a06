import Foundation
import Incubation
import Storage
import Testing

@testable import Interchange

/// Calendar files out and in.
@Suite("Calendar files")
struct CalendarFileTests {
  static func session(
    _ number: UInt64, _ topic: SafeText = "Mô hình kinh doanh", sequence: Int = 0,
    isCancelled: Bool = false, venue: SafeText = "Hội trường A"
  ) throws -> SessionSummary {
    let start = LocalMoment(LocalDate(dayNumber: 18_526 + Int(number)), minute: 450)
    var content = SessionContent(span: try TimeSpan(start, start.adding(minutes: 210)))
    content.topic = topic
    content.materials = "Sổ; bút, \\ thước"
    let id = Identifier<CourseSession>(high: 7, low: number)
    return SessionSummary(
      session: CourseSession(
        id: id, course: Identifier(high: 1, low: 1), content: content,
        uid: CourseSession.uid(of: id), sequence: sequence, isCancelled: isCancelled,
        changedAt: Timestamp(milliseconds: 1_600_000_000_000)),
      courseCode: "KH-0001", courseTitle: "Khởi sự, từ đầu", kind: .coaching,
      venue: Venue(id: Identifier(high: 2, low: 2), name: venue, capacity: 120),
      trainers: ["Hồ Thị Bích Vân"])
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("lines have at most 75 octets, end in CRLF, and are folded between letters")
  func folding() throws {
    let long = SafeText(escaping: String(repeating: "Đổi mới sáng tạo ở đồng bằng; ", count: 5))
    let bytes = CalendarWriter(name: long).file([try Self.session(1, long)])
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      let line = bytes[start..<index]
      #expect(line.last == 0x0D)
      #expect(line.count - 1 <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil)
      start = index + 1
    }
    #expect(start == bytes.count)
    let unfolded = Self.text(bytes).replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:Đổi mới sáng tạo ở đồng bằng\\; Đổi mới"))
  }

  @Test("no person is named unless it is asked for")
  func names() throws {
    let sessions = [try Self.session(1)]
    let open = Self.text(CalendarWriter(name: "Lịch").file(sessions))
    #expect(!open.contains("Bích Vân"))
    let named = Self.text(CalendarWriter(name: "Lịch", names: true).file(sessions))
    #expect(named.contains("Bích Vân"))
  }

  @Test("what was called off stays in the file as cancelled, with a greater sequence")
  func cancelled() throws {
    let text = Self.text(
      CalendarWriter(name: .empty).file([try Self.session(1, sequence: 3, isCancelled: true)]))
    #expect(text.contains("STATUS:CANCELLED"))
    #expect(text.contains("SEQUENCE:3"))
    #expect(!text.contains("VALARM"))
  }

  @Test("what was written is read back the same")
  func roundTrip() throws {
    let sessions = try (1...50).map {
      try Self.session(
        $0, SafeText(escaping: "Buổi \($0): ý; tưởng, \\ \(String(repeating: "ơ", count: 60))"))
    }
    let reader = CalendarReader(CalendarWriter(name: "Năm 2020").file(sessions))
    #expect(reader.problems.isEmpty)
    #expect(reader.name == "Năm 2020")
    #expect(reader.events.map(\.summary) == sessions.map(\.title))
    #expect(reader.events.map(\.span) == sessions.map(\.session.content.span))
    #expect(reader.events.map(\.uid) == sessions.map(\.session.uid))
    #expect(reader.events.allSatisfy { $0.category == "Khởi sự, từ đầu" })
  }

  private func calendar(_ lines: [String]) -> [UInt8] {
    Array((["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR"]).joined(separator: "\r\n").utf8)
  }

  private func event(_ lines: String...) -> [String] {
    ["BEGIN:VEVENT"] + lines + ["END:VEVENT"]
  }

  @Test("a bad event is told with its line; the rest goes in")
  func tolerant() throws {
    let bytes = calendar(
      event("UID:a", "DTSTART:20200921T010000Z", "DURATION:PT1H30M", "SUMMARY:Tốt")
        + event("UID:b", "DTSTART:20200231T080000", "SUMMARY:Sai")
        + event("UID:c", "DTSTART:20200921T100000", "DTEND:20200921T080000")
        + event("UID:d", "DTSTART:20200921T100000", "RRULE:FREQ=SECONDLY")
        + event("UID:e", "DTSTART:20200921T100000", "EXRULE:FREQ=DAILY")
        + event("UID:f", "DTSTART;TZID=Europe/Paris:20200921T100000")
        + event("UID:g", "SUMMARY:Không có giờ") + event("UID:h", "DTSTART;VALUE=DATE:20200922")
        + ["BEGIN:VEVENT", "UID:i", "DTSTART:20200921T100000"])
    let reader = CalendarReader(bytes)
    #expect(reader.events.map(\.uid) == ["a", "h"])
    #expect(reader.events[0].span.text == "21/09/2020 08:00–09:30")
    #expect(reader.problems.map(\.line) == [10, 15, 21, 26, 30, 32, 40])
    #expect(
      reader.problems[0].words(.vietnamese)
        == "Dòng 10: Không hiểu «DTSTART:20200231T080000»; hãy sửa lại.")
    #expect(reader.problems[2].reason == .training(.tooFrequent("SECONDLY")))
    for problem in reader.problems {
      for language in Language.allCases { #expect(problem.words(language).hasSuffix(".")) }
    }
  }

  @Test("a rule is taken apart, with what it leaves out and what it moves")
  func recurring() throws {
    let bytes = calendar(
      event(
        "UID:a", "DTSTART;TZID=Asia/Ho_Chi_Minh:20200921T080000", "DURATION:PT2H", "SUMMARY:Lớp",
        "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Asia/Ho_Chi_Minh:20200928T080000")
        + event(
          "UID:a", "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20201005T080000",
          "DTSTART;TZID=Asia/Ho_Chi_Minh:20201006T140000", "DURATION:PT3H", "SUMMARY:Lớp bù",
          "SEQUENCE:2"))
    var problems: [CalendarProblem] = []
    let items = TrainingPlanner.items(CalendarReader(bytes), problems: &problems)
    #expect(problems.isEmpty)
    #expect(
      items.map(\.session.content.span.text) == [
        "21/09/2020 08:00–10:00", "06/10/2020 14:00–17:00", "12/10/2020 08:00–10:00",
      ])
    #expect(
      items.map(\.session.uid.string) == [
        "a/20200921T080000", "a/20201005T080000", "a/20201012T080000",
      ])
    #expect(items[1].session.content.topic == "Lớp bù")
    let endless = calendar(event("UID:z", "DTSTART:20200921T080000", "RRULE:FREQ=DAILY"))
    _ = TrainingPlanner.items(CalendarReader(endless), problems: &problems)
    #expect(problems.map(\.reason) == [.training(.endless)])
  }

  @Test("five megabytes of nonsense are one sentence, and end at once")
  func nonsense() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    let block = (0..<65_521).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    for head in ["", "BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"] {
      var bytes = Array(head.utf8)
      while bytes.count < 5_000_000 { bytes += block }
      let reader = CalendarReader(bytes)
      #expect(reader.events.isEmpty, "seed \(seed)")
      #expect(reader.problems.count <= CalendarReader.mostProblems, "seed \(seed)")
      #expect(!reader.problems.isEmpty || head.hasSuffix("VCALENDAR\r\n"), "seed \(seed)")
    }
    let many =
      Array("BEGIN:VCALENDAR\n".utf8)
      + Array(repeating: Array("BEGIN:VEVENT\nEND:VEVENT\n".utf8), count: 60_000).joined()
    #expect(CalendarReader(many).components == CalendarReader.mostComponents + 1)
    #expect(CalendarReader(Array(repeating: 0x41, count: 20_000_001)).problems.count == 1)
  }

  @Test("any cut or flipped byte of a good file is taken without a crash")
  func damaged() throws {
    let good = CalendarWriter(name: "Lịch").file(try (1...3).map { try Self.session($0) })
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      var bytes = good
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      if Bool.random(using: &random) { bytes.removeSubrange(place...) }
      var problems: [CalendarProblem] = []
      let reader = CalendarReader(bytes)
      #expect(
        TrainingPlanner.items(reader, problems: &problems).count <= 3, "seed \(seed)")
    }
  }

  @Test("a list of sessions is read as people write days; bad rows are told")
  func list() throws {
    let today = try #require(LocalDate(year: 2025, month: 1, day: 5))
    let lines = [
      "Khóa học,Chủ đề,Ngày,Bắt đầu,Kết thúc,Địa điểm,Giảng viên,Sức chứa",
      "Khởi sự,Buổi 1,12/3/2025,7h30,11:00,Hội trường A,Mai Văn Tư; Lê Thị Hai,40",
      "Khởi sự,Buổi 2,31/2/2025,7:30,11:00,,,", "Khởi sự,Buổi 3,13/3/2025,11:00,7:30,,,",
      "Khởi sự,Buổi 4,30 tháng chạp,7:30,11:00,,,", "Khởi sự,Buổi 5,14/3/2025,7:30,11:00,,,0",
      "Khởi sự,Buổi 6,rằm tháng 8,13:30,16:30,,,",
    ]
    let list = try SessionListReader(Array(lines.joined(separator: "\n").utf8), today: today)
    #expect(list.items.map(\.session.content.topic) == ["Buổi 1", "Buổi 6"])
    #expect(list.items[0].session.trainers == ["Mai Văn Tư", "Lê Thị Hai"])
    #expect(list.items[0].session.content.span.text == "12/03/2025 07:30–11:00")
    #expect(list.items[1].session.content.span.start.day.formatted == "06/10/2025")
    #expect(list.problems.map(\.line) == [3, 4, 5, 6], "\(list.problems)")
    #expect(list.problems[3].reason == .training(.noCapacity(0)))
    let none = try SessionListReader(Array("a,b\n1,2\n".utf8), today: today)
    #expect(none.problems.map(\.reason) == [.notACalendar])
  }

  @Test("a plan makes courses by name, updates what is newer, and leaves the rest")
  func planning() throws {
    let bytes = CalendarWriter(name: .empty).file([
      try Self.session(1, sequence: 2), try Self.session(2, sequence: 1), try Self.session(3),
    ])
    var problems: [CalendarProblem] = []
    let items = TrainingPlanner.items(CalendarReader(bytes), problems: &problems)
    let known = try [Self.session(1, sequence: 1), Self.session(2, sequence: 1)].map(\.session)
    let plan = TrainingPlanner(courses: []).plan(
      items, fileName: "a.ics", name: "a",
      known: Dictionary(uniqueKeysWithValues: known.map { ($0.uid, $0) }))
    #expect(plan.courses.map(\.title) == ["Khởi sự, từ đầu"])
    #expect(plan.updates.map(\.id) == [known[0].id])
    #expect(plan.new.map(\.content.span) == [items[2].session.content.span])
  }

  @Test("Python's icalendar reads the same events: identities, times, texts")
  func independentReader() throws {
    let sessions = [
      try Self.session(1, "Đổi mới; sáng tạo, \\ và một dòng đủ dài để phải gấp lại hai lần liền"),
      try Self.session(2, sequence: 4, isCancelled: true),
    ]
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("vuonuom-\(UUID().uuidString).ics")
    try Data(CalendarWriter(name: "Lịch").file(sessions)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = """
      import sys, icalendar
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
      for event in calendar.walk('VEVENT'):
          assert not event.errors, event.errors
          print('|'.join([event['UID'], event['DTSTART'].dt.isoformat(),
              event['DTEND'].dt.isoformat(), str(event['SEQUENCE']), event['STATUS'],
              event['SUMMARY'], event['DESCRIPTION'].split(chr(10))[-1]]))
      print(len(calendar.walk('VTIMEZONE')), len(calendar.walk('VALARM')))
      """
    let output = try Self.python(script, file.path)
    let lines = output.split(separator: "\n").map(String.init)
    let expected = sessions.map { summary in
      let session = summary.session
      let day = session.content.span.start.day.description
      return [
        session.uid.string, "\(day)T07:30:00+07:00", "\(day)T11:00:00+07:00",
        String(session.sequence), session.isCancelled ? "CANCELLED" : "CONFIRMED",
        summary.title.string, "Tài liệu: Sổ; bút, \\ thước",
      ].joined(separator: "|")
    }
    #expect(lines == expected + ["1 1"])
  }

  /// What a script prints. Through a shell and a file: Foundation's Process hangs when other tests
  /// start children at the same moment, which inherit its pipes.
  private static func python(_ script: String, _ argument: String) throws -> String {
    let output = argument + ".out"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let words = [
      "sh", "-c", "exec /usr/bin/python3 -c \"$1\" \"$2\" > \"$3\"", "sh", script, argument, output,
    ]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    let settings = ["PYTHONIOENCODING=utf-8", "PATH=/usr/bin:/bin"]
    var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for word in environment { free(word) } }
    var process: pid_t = 0
    #expect(posix_spawn(&process, "/bin/sh", nil, nil, &arguments, &environment) == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    #expect(status == 0, "README's test command installs python3-icalendar")
    return try String(contentsOfFile: output, encoding: .utf8)
  }
}
