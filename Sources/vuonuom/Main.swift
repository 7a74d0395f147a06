import ArgumentParser
import DashboardKit
import Foundation
import Incubation
import Storage

/// `vuonuom`: opens the dashboard, or runs a subcommand.
struct Vuonuom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vuonuom",
    abstract: "Vườn Ươm: nuôi dưỡng khởi nghiệp / nurturing startups",
    version: "1.0",
    subcommands: [
      DemoCommand.self, ImportCommand.self, ExportCommand.self, UserCommand.self,
      BackupCommand.self, RestoreCommand.self, DoctorCommand.self, ScreenshotCommand.self,
      KeysCommand.self, CalendarCommand.self, JudgingCommand.self, TrainingCommand.self,
      TaskCommand.self, MoneyCommand.self, IndicatorsCommand.self, LineageCommand.self,
      ReportCommand.self,
    ])
  @OptionGroup var global: GlobalOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var start: StartOptions

  func run() throws {
    try DashboardRun(
      options: try global.resolved(), look: look.chosen, isFresh: start.fresh
    ).run()
  }
}

@main
enum Main {
  /// Synchronous, so that the main actor stays on the first thread.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    umask(0o007)
    let given = Array(CommandLine.arguments.dropFirst())
    do {
      if let start = PlainStart(given) { try start.run() }
    } catch {
      exit(Ending.code(of: error, arguments: given))
    }
    let names = Set(Vuonuom.configuration.subcommands.compactMap { $0.configuration.commandName })
    let arguments = GlobalArguments.normalised(given, subcommands: names)
    do {
      var command = try Vuonuom.parseAsRoot(arguments)
      try command.run()
      if let failure = Output.failure { throw failure }
    } catch {
      exit(Ending.code(of: error, arguments: arguments))
    }
  }
}

/// Turns an error into a sentence on standard error and an exit code.
enum Ending {
  static func code(of error: any Error, arguments: [String]) -> Int32 {
    let language = language(arguments)
    switch error {
    case is PartialSuccess:
      return Failure.Code.failed.rawValue
    case let failure as Failure:
      Output.note(failure.words(language))
      return failure.code.rawValue
    case let error as StorageError:
      if LoggedDatabase.isFailure(error) { LogFile().write("\(error)") }
      Output.note(ErrorWords(language, isOnScreen: false).sentence(for: error))
      return code(of: error).rawValue
    default:
      return parsing(error, language)
    }
  }

  /// Help and version are data; a wrong command line is a message.
  private static func parsing(_ error: any Error, _ language: Language) -> Int32 {
    let message = Vuonuom.fullMessage(for: error)
    let code = Vuonuom.exitCode(for: error).rawValue
    if code == 0 {
      Output.line(message)
    } else {
      Output.note(language == .vietnamese ? UsageWords.vietnamese(message) : message)
    }
    return code
  }

  private static func code(of error: StorageError) -> Failure.Code {
    switch error {
    case .notAllowed: .notAllowed
    case .notADatabase, .newerSchema: .data
    case .unavailable, .cannotOpen, .locked, .notDurable, .unsafeFileSystem, .readOnly:
      .unavailable
    case .diskFull: .cannotCreate
    default: .failed
    }
  }

  private static func language(_ arguments: [String]) -> Language {
    if let index = arguments.firstIndex(of: "--language"), index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    {
      return language
    }
    return SettingsFile.load().language ?? .vietnamese
  }
}
