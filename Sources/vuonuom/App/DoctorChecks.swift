import Incubation

/// The checks of the doctor. Each takes what it looks at as a value, so that a test can make it
/// fail.
enum Doctor {
  /// One check under its two names.
  private struct Check {
    let name: String
    let title: Words

    init(_ name: String, _ vietnamese: String, _ english: String) {
      self.name = name
      title = Words(vietnamese: vietnamese, english: english)
    }

    func found(
      _ level: Finding.Level, _ value: Words, vi: String? = nil, en: String? = nil
    ) -> Finding {
      var advice: Words?
      if let vi, let en { advice = Words(vietnamese: vi, english: en) }
      return Finding(check: name, title: title, level: level, value: value, advice: advice)
    }

    func found(
      _ level: Finding.Level, _ value: String, vi: String? = nil, en: String? = nil
    ) -> Finding {
      found(level, Words(vietnamese: value, english: value), vi: vi, en: en)
    }
  }

  static func locale(name: String?, codeset: String?) -> Finding {
    let check = Check("locale", "Bảng mã chữ", "Character set")
    guard let name, codeset == "UTF-8" else {
      return check.found(
        .warning,
        Words(
          vietnamese: "\(name ?? "?"): không phải UTF-8", english: "\(name ?? "?"): not UTF-8"),
        vi: "đặt LANG=C.UTF-8 trước khi chạy", en: "set LANG=C.UTF-8 before starting")
    }
    return check.found(.ok, "UTF-8 (\(name))")
  }

  static func terminal(_ name: String?, isKnown: Bool) -> Finding {
    let check = Check("terminal", "Cửa sổ dòng lệnh", "Terminal")
    guard let name, !name.isEmpty, name != "dumb" else {
      return check.found(
        .warning, Words(vietnamese: "không có loại (TERM)", english: "no type (TERM)"),
        vi: "màn hình sẽ không mở được; đặt TERM=xterm-256color",
        en: "the screens cannot open; set TERM=xterm-256color")
    }
    guard isKnown else {
      return check.found(
        .warning, Words(vietnamese: "\(name): máy không biết", english: "\(name): not known here"),
        vi: "cài gói ncurses-term, hoặc đặt TERM=xterm-256color",
        en: "install the package ncurses-term, or set TERM=xterm-256color")
    }
    return check.found(.ok, name)
  }

  /// The database: `problem` says why it cannot be used.
  static func database(_ name: String, problem: Words?, isReadOnly: Bool) -> Finding {
    let check = Check("database", "Cơ sở dữ liệu", "Database")
    if let problem {
      return check.found(.failure, name, vi: problem.vietnamese, en: problem.english)
    }
    guard !isReadOnly else {
      return check.found(
        .warning, Words(vietnamese: "\(name): chỉ đọc được", english: "\(name): read-only"),
        vi: "xem được, không lưu được; hỏi người quản trị quyền ghi vào tệp và thư mục",
        en: "can be read, not saved to; ask for the right to write the file and its folder")
    }
    return check.found(.ok, name)
  }

  static func missing(_ name: String) -> Finding {
    Check("database", "Cơ sở dữ liệu", "Database").found(
      .warning, Words(vietnamese: "\(name): chưa có", english: "\(name): does not exist yet"),
      vi: "chạy vuonuom demo để xem thử, hoặc vuonuom --database TỆP để tạo",
      en: "run vuonuom demo to look around, or vuonuom --database FILE to make one")
  }

  static func schema(missing: [String]) -> Finding {
    let check = Check("schema", "Cấu trúc dữ liệu", "Schema")
    guard missing.isEmpty else {
      return check.found(
        .warning, Words(vietnamese: "của phiên bản cũ", english: "of an older version"),
        vi: "sao lưu trước; lần mở tới sẽ được nâng cấp (\(missing.joined(separator: ", ")))",
        en: "back up first; it is brought up to date when it is opened next "
          + "(\(missing.joined(separator: ", ")))")
    }
    return check.found(.ok, Words(vietnamese: "mới nhất", english: "up to date"))
  }

  static func projections(_ wrong: [String]) -> Finding {
    let check = Check("projections", "Số đếm và giai đoạn", "Counters and stages")
    guard !wrong.isEmpty else {
      return check.found(
        .ok, Words(vietnamese: "khớp với lịch sử", english: "agree with the history"))
    }
    let some = wrong.prefix(5).joined(separator: ", ")
    return check.found(
      .failure,
      Words(vietnamese: "không khớp với lịch sử: \(some)", english: "do not agree: \(some)"),
      vi: "hãy sao lưu và báo nhà phát triển", en: "back up and report this")
  }

  /// Versions 3.7.0 to 3.51.2 have the WAL-reset bug, but for the backports 3.44.6 and 3.50.7.
  static func engine(_ version: String) -> Finding {
    let check = Check("sqlite", "Phiên bản SQLite", "SQLite version")
    let parts = version.split(separator: ".").compactMap { Int($0) }
    let number = parts.count >= 3 ? parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2] : 0
    let isMended =
      number >= 3_051_003 || (number >= 3_044_006 && number < 3_045_000)
      || (number >= 3_050_007 && number < 3_051_000)
    guard !isMended else { return check.found(.ok, version) }
    return check.found(
      .warning,
      Words(
        vietnamese: "\(version), lỗi WAL-reset (sửa ở 3.51.3)",
        english: "\(version), WAL-reset bug (mended in 3.51.3)"),
      vi: "chỉ ghi bằng Vườn Ươm, có khóa tránh lỗi này",
      en: "write with this program only: its lock keeps clear of the bug")
  }

  static func synchronous(_ level: Int) -> Finding {
    let check = Check("synchronous", "Độ bền khi lưu", "Safe saving")
    guard level == 2 else {
      return check.found(
        .failure, "synchronous = \(level)",
        vi: "không phải FULL, mất điện có thể mất dữ liệu; đừng nhập thêm, báo người quản trị",
        en: "is not FULL, a power cut may lose data; enter nothing more, tell the administrator")
    }
    return check.found(.ok, "synchronous = FULL")
  }

  static func lock(isFree: Bool, holder: Int32?, isStopped: Bool) -> Finding {
    let check = Check("lock", "Khóa ghi", "Write lock")
    guard !isFree else {
      return check.found(.ok, Words(vietnamese: "không ai giữ", english: "free"))
    }
    let process = holder.map { " \($0)" } ?? ""
    let value = Words(
      vietnamese: "tiến trình\(process) đang giữ", english: "held by process\(process)")
    guard isStopped, let holder else {
      return check.found(
        .warning, value, vi: "chờ một lát rồi khám lại; nếu vẫn giữ, hãy đóng chương trình đó",
        en: "wait a moment and check again; if it is still held, close that program")
    }
    return check.found(
      .failure, value,
      vi: "tiến trình đó đang bị dừng; chạy kill -CONT \(holder) để nó làm xong",
      en: "that process is stopped; run kill -CONT \(holder) to let it finish")
  }

  static func fileSystem(_ doubtful: String?) -> Finding {
    let check = Check("file-system", "Hệ thống tệp", "File system")
    guard let doubtful else {
      return check.found(.ok, Words(vietnamese: "khóa tệp dùng được", english: "locks work"))
    }
    return check.found(
      .failure, doubtful, vi: "khóa tệp không đáng tin; chuyển vào ổ đĩa của máy hoặc PostgreSQL",
      en: "its locks are not to be trusted; move to a local disk or to PostgreSQL")
  }

  static func disk(freeBytes: Int64?) -> Finding {
    let check = Check("disk", "Chỗ trống trên đĩa", "Free disk space")
    guard let freeBytes else {
      return check.found(
        .warning, "?", vi: "không đo được; kiểm tra bằng lệnh df", en: "cannot tell; look with df")
    }
    let megabytes = freeBytes / 1_000_000
    guard megabytes >= 500 else {
      return check.found(
        megabytes < 200 ? .failure : .warning, "\(megabytes) MB",
        vi: "đĩa gần đầy; xóa bớt tệp không cần", en: "the disk is nearly full; make room")
    }
    return check.found(.ok, megabytes >= 10_000 ? "\(megabytes / 1_000) GB" : "\(megabytes) MB")
  }

  /// Permissions of the database and the files beside it, by name.
  static func permissions(_ modes: [(name: String, mode: UInt32)]) -> Finding {
    let check = Check("permissions", "Quyền đọc tệp", "Permissions")
    let open = modes.filter { $0.mode & 0o007 != 0 }
    guard open.isEmpty else {
      let names = open.map(\.name).joined(separator: " ")
      return check.found(
        .failure,
        Words(
          vietnamese: "ai dùng máy cũng mở được: \(names)",
          english: "open to everybody on this machine: \(names)"),
        vi: "chạy chmod 660 \(names)", en: "run chmod 660 \(names)")
    }
    return check.found(.ok, Words(vietnamese: "chỉ chủ và nhóm", english: "owner and group only"))
  }

  static func backup(_ day: LocalDate?, today: LocalDate) -> Finding {
    let check = Check("backup", "Sao lưu gần nhất", "Last backup")
    guard let day else {
      return check.found(
        .warning, Words(vietnamese: "chưa lần nào", english: "never"),
        vi: "chạy vuonuom backup TỆP", en: "run vuonuom backup FILE")
    }
    let age = today.days(since: day)
    guard age >= 0 else {
      return check.found(
        .warning, day.formatted, vi: "ở tương lai; kiểm tra đồng hồ của máy",
        en: "lies in the future; check the clock of this machine")
    }
    guard age <= 7 else {
      return check.found(
        .warning,
        Words(
          vietnamese: "\(day.formatted), đã \(age) ngày",
          english: "\(day.formatted), \(age) days ago"),
        vi: "chạy vuonuom backup TỆP", en: "run vuonuom backup FILE")
    }
    return check.found(.ok, day.formatted)
  }
}
