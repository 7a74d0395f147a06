import TerminalCurses

/// What the terminal had to settle for, and why it could not be opened, in words.
enum FallbackWords {
  static func words(_ fallback: TerminalFallback) -> Words {
    switch fallback {
    case .terminal(let name, let used):
      Words(
        vietnamese: "Máy này không biết loại terminal «\(name)»; đang dùng \(used).",
        english: "This machine does not know the terminal \"\(name)\"; using \(used).")
    case .locale:
      Words(
        vietnamese: "Locale của máy không có UTF-8; đang dùng C.UTF-8.",
        english: "The locale of this machine has no UTF-8; using C.UTF-8.")
    case .asciiOnly:
      Words(
        vietnamese: "May khong co locale UTF-8: chu hien khong dau.",
        english: "No UTF-8 locale here: letters are shown without their marks.")
    }
  }

  static func failure(_ failure: TerminalFailure) -> Failure {
    switch failure {
    case .notATerminal:
      Failure(
        .usage, vi: "Cần một cửa sổ dòng lệnh (terminal) để mở màn hình.",
        en: "The screens need a terminal.")
    case .incapable(let name):
      Failure(
        .usage,
        vi: "Terminal «\(name)» không di chuyển được con trỏ; đặt TERM=xterm-256color hoặc dùng "
          + "các lệnh con (vuonuom --help).",
        en: "The terminal \"\(name)\" cannot place its cursor; set TERM=xterm-256color, or use the "
          + "subcommands (vuonuom --help).")
    case .noDescription(let name):
      Failure(
        .unavailable,
        vi: "Không tìm thấy mô tả terminal «\(name)»; cài gói ncurses-base.",
        en: "There is no description of the terminal \"\(name)\"; install the package ncurses-base."
      )
    case .noResources:
      Failure(
        .unavailable, vi: "Hệ thống hết tệp mở hoặc bộ hẹn giờ; đóng bớt chương trình.",
        en: "The system has no more open files or timers; close some programs.")
    }
  }
}
