/// All ports of one database.
public struct Stores: Sendable {
  /// Ventures.
  public let ventures: any VenturePort
  /// Pipelines, fields of work, settings.
  public let catalogue: any CataloguePort
  /// Users.
  public let users: any UserPort
  /// Imports.
  public let imports: any ImportPort
  /// Contests.
  public let competitions: any CompetitionPort
  /// Scoring.
  public let judging: any JudgingPort
  /// Courses.
  public let training: any TrainingPort
  /// The database behind them.
  public let database: any SQLDatabase

  /// All ports of one database; contests and scoring over that database, unless given.
  public init(
    ventures: any VenturePort, catalogue: any CataloguePort, users: any UserPort,
    imports: any ImportPort, competitions: (any CompetitionPort)? = nil,
    judging: (any JudgingPort)? = nil, training: (any TrainingPort)? = nil,
    database: any SQLDatabase
  ) {
    self.ventures = ventures
    self.catalogue = catalogue
    self.users = users
    self.imports = imports
    self.competitions = competitions ?? SQLCompetitionStore(database: database)
    self.judging = judging ?? SQLJudgingStore(database: database)
    self.training = training ?? SQLTrainingStore(database: database)
    self.database = database
  }
}
