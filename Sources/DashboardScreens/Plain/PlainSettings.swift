import DashboardKit
import Incubation

/// The settings: the language, which matters here, and those that matter on the screens.
enum PlainSettings {
  static func run(_ talk: PlainTalk) async throws {
    var isShown = true
    while true {
      let work = PlainWorkText(language: talk.language)
      let id = try await talk.option(work.settingPrompt, options(talk), isShown: isShown)
      isShown = false
      let language = id == "language" ? talk.language.other : talk.language
      await talk.change(language: language, preferences: talk.context.preferences)
      if let option = options(talk).first(where: { $0.id == id }) {
        await talk.tell(PlainWorkText(language: talk.language).set(option.title, option.note))
      }
    }
  }

  private static func options(_ talk: PlainTalk) -> [PlainOption] {
    let work = PlainWorkText(language: talk.language)
    return [
      PlainOption(
        "language", work.languageTitle, note: work.languageName,
        aliases: ["language", "ngôn ngữ", "tiếng Việt", "English"])
    ]
  }
}
