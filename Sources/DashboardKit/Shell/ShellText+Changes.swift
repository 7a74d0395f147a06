import Incubation
import Storage

/// How changes are named when they are taken back.
extension ShellText {
  func name(_ summary: ChangeSummary, _ pipelines: [Pipeline]) -> String {
    let title = summary.title.string
    let named = language.say("«\(title)»", "“\(title)”")
    switch summary.kind {
    case .created: return language.say("thêm \(named)", "added \(named)")
    case .edited: return language.say("sửa \(named)", "edited \(named)")
    case .moved: return moved(named, summary.stage.flatMap { stage($0, pipelines) })
    case .deleted: return language.say("xóa \(named)", "deleted \(named)")
    case .restored: return language.say("khôi phục \(named)", "restored \(named)")
    case .noted: return language.say("ghi chú cho \(named)", "note on \(named)")
    case .evidence: return language.say("minh chứng của \(named)", "evidence of \(named)")
    case .imported: return language.say("nhập tệp \(named)", "imported \(named)")
    case .undone: return language.say("hoàn tác \(named)", "undid \(named)")
    case .redone: return language.say("làm lại \(named)", "redid \(named)")
    case .userChanged: return language.say("đổi người dùng \(named)", "changed user \(named)")
    case .contestChanged: return language.say("đổi \(named)", "changed \(named)")
    case .roundMoved: return language.say("chuyển vòng \(named)", "moved round \(named)")
    case .assigned: return language.say("phân công \(named)", "assignment of \(named)")
    case .conflictRecorded: return language.say("xung đột ở \(named)", "conflict at \(named)")
    case .sealed: return language.say("niêm phong \(named)", "sealed \(named)")
    case .reopened: return language.say("mở lại phiếu \(named)", "reopened sheet \(named)")
    }
  }

  private func moved(_ named: String, _ stage: String?) -> String {
    guard let stage else { return language.say("chuyển \(named)", "moved \(named)") }
    return language.say("chuyển \(named) sang \(stage)", "moved \(named) to \(stage)")
  }

  private func stage(_ code: String, _ pipelines: [Pipeline]) -> String? {
    pipelines.lazy.compactMap { $0.stage(code) }.first?.title(language).string
  }

  func undone(_ name: String) -> String { language.say("Hoàn tác: \(name)", "Undone: \(name)") }
  var stillTyping: String {
    language.say(
      "Đang nhập dở: lưu hoặc thoát ô nhập trước khi hoàn tác.",
      "You are typing: save or leave the field before undoing.")
  }

  func redone(_ name: String) -> String { language.say("Làm lại: \(name)", "Redone: \(name)") }
  var nothingToUndo: String {
    language.say("Chưa có thay đổi nào để hoàn tác.", "There is no change to undo.")
  }
  var nothingToRedo: String {
    language.say("Không có gì để làm lại.", "There is nothing to redo.")
  }
  var undoUnderWay: String {
    language.say("Đang hoàn tác, chờ một lát.", "An undo is under way, wait a moment.")
  }

  /// `isOnScreen` says whether keys can be advised.
  func undoFailed(
    _ name: String, _ error: any Error, today: LocalDate, isOnScreen: Bool = true
  ) -> String {
    if case StorageError.conflict(let conflict) = error {
      let when = Formatting(language).moment(conflict.changedAt, today: today)
      return language.say(
        "Không hoàn tác được (\(name)): "
          + "\(conflict.changedBy) đã sửa «\(conflict.title)» lúc \(when).",
        "Cannot be undone (\(name)): "
          + "\(conflict.changedBy) changed “\(conflict.title)” at \(when).")
    }
    let sentence = ErrorWords(language, isOnScreen: isOnScreen).sentence(for: error, today: today)
    return language.say("Chưa hoàn tác (\(name)): \(sentence)", "Not undone (\(name)): \(sentence)")
  }
}
