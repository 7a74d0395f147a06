import CPostgres
import Storage

/// Many runs of one statement: they are sent in batches, without waiting for each answer.
extension PostgresConnection {
  private static let batchRows = 500
  private static let batchBytes = 1 << 20
  /// How long one batch may take, in milliseconds.
  private static let batchMilliseconds = 60_000

  /// Runs a statement once for each list of values. At the first refusal the rest is not run.
  func runMany(_ sql: String, _ lists: [[SQLValue]]) throws(PostgresFailure) {
    let translated = PlaceholderTranslator(sql)
    guard lists.allSatisfy({ $0.count == translated.count }) else {
      throw .misuse("A list has not \(translated.count) values.")
    }
    let columns = Self.columnTypes(lists, count: translated.count)
    var batch: [PostgresParameters] = []
    var bytes = 0
    for list in lists {
      let parameters = try PostgresParameters(list, columns: columns)
      batch.append(parameters)
      bytes += parameters.size
      if batch.count >= Self.batchRows || bytes >= Self.batchBytes {
        try runBatch(sql, batch)
        batch.removeAll(keepingCapacity: true)
        bytes = 0
      }
    }
    if !batch.isEmpty { try runBatch(sql, batch) }
  }

  /// The type of each column by its first value that is not NULL.
  private static func columnTypes(_ lists: [[SQLValue]], count: Int) -> [UInt32] {
    (0..<count).map { column in
      let value = lists.lazy.map { $0[column] }.first { $0 != .null }
      return value.map(PostgresParameters.type(of:)) ?? PostgresParameters.TypeCode.unknown
    }
  }

  private func runBatch(
    _ sql: String, _ batch: [PostgresParameters]
  ) throws(PostgresFailure) {
    let deadline = Deadline(milliseconds: Self.batchMilliseconds)
    var names: [[UInt32]: String] = [:]
    for parameters in batch where names[parameters.types] == nil {
      names[parameters.types] = try prepare(sql, types: parameters.types, until: deadline)
    }
    guard cpg_enter_pipeline(handle) == 1 else { throw refused() }
    for parameters in batch {
      guard let name = names[parameters.types] else { continue }
      let sent = parameters.withPointers {
        cpg_send_prepared(handle, name, Int32(parameters.types.count), $0, $1, $2)
      }
      guard sent == 1 else { throw lost() }
    }
    guard cpg_pipeline_sync(handle) == 1 else { throw lost() }
    let failure = try drainPipeline(until: deadline)
    guard cpg_exit_pipeline(handle) == 1 else { throw lost() }
    if let failure { throw noting(failure) }
  }

  /// Takes all answers up to the mark at the end; the first failure among them.
  private func drainPipeline(until deadline: Deadline) throws(PostgresFailure) -> PostgresFailure? {
    var failure: PostgresFailure?
    var silent = 0
    while true {
      do throws(PostgresFailure) {
        try awaitAnswer(until: deadline)
      } catch {
        throw noting(failure?.endsConnection == true ? failure ?? error : error)
      }
      guard let next = cpg_next_result(handle) else {
        // One empty answer ends each statement; two in a row mean that nothing more will come.
        silent += 1
        if silent > 1 { throw lost() }
        continue
      }
      silent = 0
      let result = PostgresResult(next)
      switch result.status {
      case .pipelineSync: return failure
      case .failed: failure = failure ?? result.failure
      case .command, .rows, .pipelineAborted: break
      }
    }
  }
}
