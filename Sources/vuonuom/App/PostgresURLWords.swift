import Incubation
import StoragePostgres

extension PostgresURLError {
  /// What is wrong with an address, and what to do. Never repeats a part of it.
  func words(_ language: Language) -> String {
    let words = pair
    return language == .vietnamese ? words.0 : words.1
  }

  private var pair: (String, String) {
    switch self {
    case .notPostgres:
      ("Địa chỉ phải bắt đầu bằng postgresql://.", "The address must begin with postgresql://.")
    case .holdsPassword:
      (
        "Đừng ghi mật khẩu trong địa chỉ: đặt trong tệp ~/.pgpass hoặc biến môi trường PGPASSWORD.",
        "Do not put the password into the address: use ~/.pgpass or the variable PGPASSWORD."
      )
    case .invalidPort:
      ("Cổng trong địa chỉ không đúng (1-65535).", "A port in the address is wrong (1-65535).")
    case .invalidHost: ("Tên máy chủ trong địa chỉ không đúng.", "A host in the address is wrong.")
    case .invalidDatabase:
      (
        "Tên cơ sở dữ liệu trong địa chỉ không đúng; viết / là %2F, @ là %40.",
        "The database name in the address is wrong; write / as %2F and @ as %40."
      )
    case .invalidEscape:
      ("Mã % trong địa chỉ không đúng.", "A % code in the address is wrong.")
    case .invalidCharacter:
      ("Địa chỉ có ký tự ẩn hoặc điều khiển.", "The address has invisible or control characters.")
    case .invalidOption:
      ("Tùy chọn trong địa chỉ không đúng.", "An option in the address is wrong.")
    case .unknownOption(let name):
      (
        "Tùy chọn «\(name)» trong địa chỉ không dùng được.",
        "The option \"\(name)\" in the address cannot be used."
      )
    }
  }
}
