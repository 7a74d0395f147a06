import DashboardKit
import Foundation
import Incubation

/// What is said about drafts that cannot be kept or read.
struct KeepingWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  func notKept(_ trouble: DraftFolder.Trouble) -> Message {
    switch trouble {
    case .tooLong:
      return Message(
        .warning,
        language.say(
          "Nội dung đang gõ quá dài để giữ nháp: hãy lưu, hoặc chia nhỏ.",
          "What is typed is too long for a draft: save it, or divide it."))
    case .system(let number):
      let reason = String(cString: strerror(number))
      let said = language == .vietnamese ? SystemWords.translated(reason, .vietnamese) : reason
      return Message(
        .warning,
        language.say(
          "Không giữ được bản nháp (\(said)): hãy lưu sớm, và kiểm tra \(Places.drafts).",
          "Cannot keep a draft (\(said)): save soon, and check \(Places.drafts)."))
    }
  }

  func damaged(_ found: DraftFolder.Findings, _ drafts: DraftFolder) -> Message {
    let names = found.damaged.prefix(2).joined(separator: ", ")
    let count = found.damaged.count
    return Message(
      .warning,
      language.say(
        "\(count) tệp nháp bị hỏng đã được cất vào \(drafts.aside): \(names).",
        "\(count) damaged \(count == 1 ? "draft was" : "drafts were") put into \(drafts.aside): "
          + "\(names)."))
  }
}
