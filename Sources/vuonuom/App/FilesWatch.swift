import DashboardKit
import Incubation

/// Shows at once what is changed in theme files and in the settings file while the program runs.
@MainActor
final class FilesWatch {
  private let shell: Shell
  private let keeper: SettingsKeeper
  private let folders: [String]
  private var watches: [FolderWatch] = []
  private var sources: [String: ThemeFiles.Source] = [:]
  private var problems: [Words] = []
  private var isLoading = false
  private var isOutdated = false

  /// Begins, and loads all themes.
  init(
    _ shell: Shell, _ keeper: SettingsKeeper, themes folders: [String] = Places.themeFolders,
    settings: String = Places.configuration
  ) {
    self.shell = shell
    self.keeper = keeper
    self.folders = folders
    watches = [
      FolderWatch(folders, ending: ".toml") { [weak self] in self?.loadThemes() },
      FolderWatch([settings], ending: "settings.toml") { [weak self] in self?.keeper.reload() },
    ].compactMap(\.self)
    loadThemes()
  }

  /// Ends it.
  func cancel() { for watch in watches { watch.cancel() } }

  private func loadThemes() {
    guard !isLoading else {
      isOutdated = true
      return
    }
    isLoading = true
    Task { [folders, sources] in
      let loaded = await Task.detached { ThemeFiles.load(from: folders, before: sources) }.value
      isLoading = false
      take(loaded)
      if isOutdated {
        isOutdated = false
        loadThemes()
      }
    }
  }

  private func take(_ loaded: ThemeFiles.Loaded) {
    let before = shell.theme
    sources = loaded.sources
    shell.replaceThemes(loaded.themes)
    keeper.lookForTheme()
    let language = shell.context.language
    if !loaded.themes.contains(where: { $0.name == before.name }) {
      let (old, new) = (before.title(language), shell.theme.title(language))
      shell.announce(
        Message(
          .warning,
          language.say(
            "Giao diện «\(old)» không còn; đang dùng «\(new)».",
            "The theme “\(old)” is gone; using “\(new)”.")))
    }
    guard loaded.problems != problems else { return }
    problems = loaded.problems
    guard let sentence = Words.summary(problems, language) else { return }
    shell.announce(Message(.warning, sentence))
  }
}
