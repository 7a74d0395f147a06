public import Incubation
public import Storage

/// What went wrong, in one sentence that says what, where, and what to do.
public struct ErrorWords: Hashable, Sendable {
  /// The language.
  public let language: Language

  /// Whether they stand on a screen, where keys can be advised.
  public let isOnScreen: Bool

  /// The words of a language, on a screen or on the command line.
  public init(_ language: Language, isOnScreen: Bool = true) {
    self.language = language
    self.isOnScreen = isOnScreen
  }

  /// The sentence for an error. Errors that are not of storage are shown as they describe
  /// themselves. `today` leaves out the day of moments that are today's.
  public func sentence(for error: any Error, today: LocalDate? = nil) -> String {
    switch error {
    case let error as StorageError: sentence(for: error, today: today)
    case let error as MoveRefusal: sentence(for: error)
    case let error as TrainingRefusal: error.words(language)
    case let error as ProgrammeRefusal: error.words(language)
    case let error as FieldRefusal: error.words(language)
    case let error as SafeText.Refusal: FieldRefusal.text(error).words(language)
    default: language.say("Có lỗi: \(error).", "Something went wrong: \(error).")
    }
  }

  /// The sentence for an error of storage.
  public func sentence(for error: StorageError, today: LocalDate? = nil) -> String {
    switch error {
    case .conflict(let conflict): return sentence(for: conflict, today: today)
    case .notAllowed(let permission, _): return notAllowed(permission)
    case .moveRefused(let refusal): return sentence(for: refusal)
    case .contestRefused(let refusal): return refusal.words(language)
    case .registerRefused(let refusal): return refusal.words(language)
    case .trainingRefused(let refusal): return refusal.words(language)
    case .programmeRefused(let refusal): return refusal.words(language)
    case .notFound where !isOnScreen:
      return language.say(
        "Không tìm thấy trong cơ sở dữ liệu này; hãy kiểm tra lại số hoặc tên.",
        "Not found in this database; check the number or the name.")
    case .notFound:
      return language.say(
        "Hồ sơ không còn trong cơ sở dữ liệu; nhấn F5 để tải lại.",
        "The record is no longer in the database; press F5 to load again.")
    case .duplicate(let name):
      return language.say(
        "Giá trị này đã có ở hồ sơ khác (\(name)); hãy nhập giá trị khác.",
        "Another record already has this value (\(name)); enter a different one.")
    case .importNotRedoable:
      return language.say(
        "Không làm lại được lần nhập; hãy nhập lại tệp.",
        "An import cannot be redone; import the file again.")
    case .lastAdministrator:
      return language.say(
        "Đây là người quản trị cuối cùng nên phải giữ vai trò; hãy giao cho người khác trước.",
        "This is the last administrator and must stay one; give the role to somebody else first.")
    case .locked(let holder):
      return locked(by: holder)
    case .unavailable, .outcomeUnknown, .diskFull, .readOnly:
      return connectionSentence(for: error)
    case .engine(code: "corrupt", _):
      return language.say(
        "Tệp cơ sở dữ liệu bị hỏng; hãy khôi phục từ bản sao lưu: vuonuom restore TỆP.",
        "The database file is damaged; restore it from a backup: vuonuom restore FILE.")
    case .engine(let code, let message):
      return language.say(
        "Lỗi của cơ sở dữ liệu (\(code)): \(message). Lỗi đã được ghi vào nhật ký.",
        "The database failed (\(code)): \(message). This was written to the log.")
    default:
      return openingSentence(for: error)
    }
  }

  private func locked(by holder: Int32?) -> String {
    let vietnamese = holder.map { " (tiến trình \($0))" } ?? ""
    let english = holder.map { " (process \($0))" } ?? ""
    return language.say(
      "Một chương trình khác\(vietnamese) đang ghi dữ liệu; chờ một lát rồi thử lại.",
      "Another program\(english) is writing to the database; wait a moment and try again.")
  }

  private func connectionSentence(for error: StorageError) -> String {
    switch error {
    case .unavailable(let reason):
      language.say(
        "Không kết nối được cơ sở dữ liệu (\(SystemWords.translated(reason, language))); "
          + "kiểm tra mạng và máy chủ\(isOnScreen ? ", rồi nhấn F5" : "").",
        "The database cannot be reached (\(SystemWords.translated(reason, language))); "
          + "check network and server\(isOnScreen ? ", then press F5" : "").")
    case .outcomeUnknown:
      language.say(
        "Mất kết nối khi đang lưu nên chưa rõ đã lưu chưa; hãy xem lại trước khi nhập lại.",
        "The connection broke while saving, so it may or may not be saved; look before entering "
          + "it again.")
    case .diskFull:
      language.say(
        "Ổ đĩa đã đầy nên chưa lưu được; giải phóng dung lượng rồi lưu lại.",
        "The disk is full, so nothing was saved; free some space and save again.")
    default:
      language.say(
        "Cơ sở dữ liệu chỉ đọc nên không lưu được; hỏi người quản trị quyền ghi.",
        "The database is read-only, so nothing was saved; ask the administrator for access.")
    }
  }

  private func openingSentence(for error: StorageError) -> String {
    switch error {
    case .notADatabase(let path):
      language.say(
        "\(path) không phải cơ sở dữ liệu của Vườn Ươm; hãy chọn tệp khác.",
        "\(path) is not a database of Vườn Ươm; choose another file.")
    case .newerSchema(let unknown):
      language.say(
        "Cơ sở dữ liệu do phiên bản mới hơn tạo ra (\(unknown.joined(separator: ", "))); "
          + "hãy cập nhật chương trình.",
        "The database was written by a newer version (\(unknown.joined(separator: ", "))); "
          + "update the program.")
    case .unsafeFileSystem(let name):
      language.say(
        "Tệp nằm trên hệ thống tệp \(name) không khóa được an toàn; hãy chuyển vào ổ đĩa của máy.",
        "The file lies on \(name), where locks cannot be trusted; move it to a local disk.")
    case .cannotOpen(let path, let reason):
      language.say(
        "Không mở được \(SystemWords.database(path)) "
          + "(\(SystemWords.translated(reason, language))); kiểm tra đường dẫn và quyền truy cập.",
        "\(SystemWords.database(path)) cannot be opened "
          + "(\(SystemWords.translated(reason, language))); check the path and the permissions.")
    case .notDurable(let promise):
      language.say(
        "Không bảo đảm được dữ liệu đã lưu là an toàn (\(promise)); hãy báo người quản trị.",
        "Saved data cannot be promised to last (\(promise)); tell the administrator.")
    default:
      language.say("Có lỗi: \(error).", "Something went wrong: \(error).")
    }
  }
}
