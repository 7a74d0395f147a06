public import DashboardKit
import Incubation
import Storage

/// How a screen can be used in the plain mode.
public enum PlainCoverage: Hashable, Sendable {
  /// By the task with this id.
  case task(String)
  /// Not at all, for this reason.
  case reason(String)
}

/// The tasks of the plain mode: the registry to which every part of the program adds its own.
/// `Files` is how files are read and written.
public enum PlainCatalog<Files: FileSource> {
  /// The whole conversation.
  public static var session: PlainSession {
    PlainSession(
      tasks: tasks, greeting: PlainAbout.greet, otherwise: open)
  }

  /// Words that name no task are the number of a venture, or what to look for in all of them.
  @Sendable private static func open(_ words: String, _ talk: PlainTalk) async throws -> Bool {
    if try await PlainVentureTask.open(code: words, talk) { return true }
    var filter = VentureFilter(pipeline: talk.pipelineCode)
    filter.text = words
    let page = try await talk.services.stores.ventures.page(
      filter, sort: VentureSort(.title), offset: 0, limit: 1, today: talk.context.today)
    if page.total > 0 { try await PlainListTask<Files>(filter: filter).run(talk) }
    return page.total > 0
  }

  /// The task that stands for a screen. A new screen is named here, with its task or with the
  /// reason why there is none.
  public static func coverage(of screen: ScreenID) -> PlainCoverage {
    switch screen {
    case .overview: .task("overview")
    case .pipeline: .task("stages")
    case .table: .task("ventures")
    case .record: .task("find")
    case .importing: .task("import")
    case .sheets, .scoring: .task("score")
    case .contests, .round: .task("contests")
    case .reveal: .reason("a result is revealed on a projector; the plain task reads it out whole")
    case .programme: .task("programme")
    case .settings: .task("settings")
    case .training: .task("training")
    case .course: .task("courses")
    }
  }

  /// All tasks, in the order of the list.
  public static var tasks: [PlainTask] { reading + writing + program }

  private static func task(
    _ id: String, _ title: @escaping @Sendable (PlainWorkText) -> String,
    _ help: @escaping @Sendable (PlainWorkText) -> String, aliases: [String] = [],
    permission: Permission? = .viewVentures,
    run: @escaping @Sendable (PlainTalk) async throws -> Void
  ) -> PlainTask {
    PlainTask(
      id, title: { title(PlainWorkText(language: $0)) },
      help: { help(PlainWorkText(language: $0)) },
      aliases: aliases, permission: permission, run: run)
  }

  private static var reading: [PlainTask] {
    [
      task(
        "overview", { OverviewText(language: $0.language).title }, \.overviewHelp,
        run: { try await PlainOverviewTask<Files>.run($0) }),
      task("stages", \.stages, \.stagesHelp, run: { try await PlainStages<Files>.run($0) }),
      task(
        "ventures", { TableText(language: $0.language).title }, \.listHelp,
        run: { talk in
          let filter = VentureFilter(pipeline: talk.pipelineCode)
          try await PlainListTask<Files>(filter: filter).run(talk)
        }),
      task(
        "contests", { ContestText(language: $0.language).title }, \.contestsHelp,
        permission: .viewCompetitions, run: { try await PlainContestTask<Files>.run($0) }),
      task(
        "find", \.find, \.findHelp,
        run: { talk in
          try await PlainListTask<Files>.find(talk)
        }),
      task(
        "training", { TrainingText(language: $0.language).title },
        { PlainTrainingText(language: $0.language).trainingHelp }, permission: .viewTraining,
        run: { try await PlainTrainingTask<Files>.run($0) }),
      task(
        "courses", { PlainTrainingText(language: $0.language).courses },
        { PlainTrainingText(language: $0.language).coursesHelp }, permission: .viewTraining,
        run: { try await PlainCourseTask<Files>.run($0) }),
      task(
        "programme", { ProgrammeText(language: $0.language).title }, \.programmeHelp,
        permission: .viewProgramme, run: { try await PlainProgrammeTask.run($0) }),
    ]
  }

  private static var writing: [PlainTask] {
    [
      PlainTask(
        "score", title: { PlainScoringText(language: $0).title },
        help: { PlainScoringText(language: $0).help }, aliases: ["sheets"],
        permission: .scoreEntries, run: { try await PlainScoring.run($0) }),
      task(
        "create", \.create, { PipelineText(language: $0.language).create.help },
        permission: .editVentures, run: { try await PlainCreateTask.run($0) }),
      task(
        "import", { ImportText(language: $0.language).title }, \.importHelp,
        permission: .importData, run: { try await PlainImportTask<Files>.run($0) }),
      task(
        "imports", \.imports, \.importsHelp, permission: .importData,
        run: { try await PlainImports.run($0) }),
      task(
        "export", \.export, \.exportHelp, permission: .exportData,
        run: { talk in
          try await PlainExport<Files>.run(VentureFilter(pipeline: talk.pipelineCode), talk)
        }),
      task(
        "undo", { PlainTaskText(language: $0.language).undo.title },
        { PlainTaskText(language: $0.language).undo.help }, run: { await $0.undo() }),
      task(
        "redo", { PlainTaskText(language: $0.language).redo.title },
        { PlainTaskText(language: $0.language).redo.help }, run: { await $0.redo() }),
    ]
  }

  private static var program: [PlainTask] {
    [
      task(
        "pipeline", { PipelineText(language: $0.language).pipelines.title }, \.pipelineHelp,
        run: { try await PlainStages<Files>.choosePipeline($0) }),
      task("about", \.about, \.aboutHelp, run: { await PlainAbout.run($0) }),
      task(
        "settings", \.settings, \.settingsHelp, aliases: ["language", "ngôn ngữ"],
        run: { try await PlainSettings.run($0) }),
      task(
        "help", \.help, \.helpHelp,
        run: { talk in
          for line in PlainWorkText(language: talk.language).helpLines { await talk.tell(line) }
        }),
    ]
  }
}
