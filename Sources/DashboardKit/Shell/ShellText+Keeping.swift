import Incubation

/// The words about drafts.
extension ShellText {
  var draftTitle: String { language.say("Bản nháp chưa lưu", "A draft that was not saved") }
  func draftQuestion(_ title: String, _ when: String) -> String {
    language.say(
      "Còn bản nháp của \(title), gõ lúc \(when).",
      "There is a draft of \(title), typed at \(when).")
  }
  var reopenDraft: String { language.say("Mở lại", "Open again") }
  var laterDraft: String { language.say("Để sau", "Later") }
  var discardDraft: String { language.say("Bỏ bản nháp", "Throw the draft away") }
  func draftDiscarded(_ title: String) -> String {
    language.say("Đã bỏ bản nháp của \(title).", "Threw away the draft of \(title).")
  }
  var draftGone: String {
    language.say(
      "Bản nháp này vừa được mở hoặc bỏ ở một cửa sổ khác.",
      "This draft was just opened or thrown away in another window.")
  }
  func draftsWaiting(_ count: Int) -> String {
    language.say(
      "Còn \(count) bản nháp lần trước: trình đơn Hồ sơ (F9), «Bản nháp còn lại».",
      "\(count == 1 ? "1 draft is" : "\(count) drafts are") left from before: "
        + "menu Record (F9), “Drafts left”.")
  }
}
