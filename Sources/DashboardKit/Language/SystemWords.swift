public import Incubation

/// What the operating system and the engines say in English, in the language shown.
public enum SystemWords {
  /// Their sentences that people meet, with the Vietnamese ones. What is not here is left as it is:
  /// an English reason is better than none.
  private static let vietnamese: [(String, String)] = [
    ("is a directory", "là thư mục"),
    ("permission denied", "không có quyền"),
    ("operation not permitted", "không được phép"),
    ("no such file or directory", "không có tệp hoặc thư mục này"),
    ("read-only file system", "ổ đĩa chỉ cho đọc"),
    ("no space left on device", "ổ đĩa đã đầy"),
    ("too many open files", "quá nhiều tệp đang mở"),
    ("input/output error", "lỗi đọc ghi ổ đĩa"),
    ("symbolic link", "là liên kết tượng trưng"),
    ("more than one hard link", "tệp có hơn một tên (liên kết cứng)"),
    ("not a regular file", "không phải tệp thường"),
    ("not a directory", "có phần không phải thư mục"),
    ("connection refused", "máy chủ không nhận kết nối"),
    ("could not translate host name", "không tìm thấy tên máy chủ"),
    ("timeout expired", "hết thời gian chờ"),
    ("timed out", "hết thời gian chờ"),
    ("password authentication failed", "sai mật khẩu"),
    ("no password supplied", "chưa có mật khẩu (~/.pgpass hoặc PGPASSWORD)"),
    ("does not exist", "không tồn tại trên máy chủ"),
    ("server closed the connection", "máy chủ đã ngắt kết nối"),
    ("moved or replaced while it was open", "đã bị thay hoặc dời đi trong khi đang mở"),
    ("it is the database itself", "chính là cơ sở dữ liệu"),
    ("file exists", "đã có tệp này"),
    ("cannot allocate memory", "hết bộ nhớ"),
    ("unable to open database file", "không mở được tệp"),
    ("database disk image is malformed", "tệp bị hỏng"),
  ]

  /// A reason in the language shown: one line.
  public static func translated(_ reason: String, _ language: Language) -> String {
    let line = reason.split(whereSeparator: \.isNewline).map { $0.drop { $0 == "\t" } }
      .joined(separator: " ")
    guard language == .vietnamese else { return line }
    let lower = line.lowercased()
    return vietnamese.first { lower.contains($0.0) }?.1 ?? line
  }

  /// The database that a path is about: people know it, not the lock beside it.
  public static func database(_ path: String) -> String {
    path.hasSuffix(".lock") ? String(path.dropLast(5)) : path
  }
}
