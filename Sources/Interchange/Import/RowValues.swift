import Incubation

extension RowParser {
  /// Finds the pipeline and the stage that a row names.
  mutating func place(
    _ pipelineName: (column: Int, text: String)?, _ stageName: (column: Int, text: String)?,
    in parsed: inout ParsedRow
  ) throws(RowRefusal) {
    let pipeline: Pipeline?
    if let (column, text) = pipelineName {
      pipeline = pipelines.value(of: text) { text in
        options.pipelines.first { Names.match(text, code: $0.code, title: $0.title) }
      }
      if pipeline == nil {
        throw RowRefusal(
          column: column,
          reason: .unknownPipeline(Names.shown(text), known: options.pipelines.map(\.title)))
      }
    } else {
      let kind = parsed.content.kind
      pipeline = options.pipelines.first { $0.kinds.contains(kind) } ?? options.pipelines.first
    }
    parsed.pipeline = pipeline?.code ?? ""
    guard let (column, text) = stageName else { return }
    let known = pipeline?.stages ?? []
    let stage = stages.value(of: parsed.pipeline + "\n" + text) { _ in
      let exact = known.first { $0.code == text }
      return (exact ?? known.first { Names.match(text, code: $0.code, title: $0.title) })?.code
    }
    guard let stage else {
      throw RowRefusal(
        column: column, reason: .unknownStage(Names.shown(text), known: known.map(\.title)))
    }
    parsed.stage = stage
  }

  mutating func status(_ text: String) throws(ImportRefusal) -> Venture.Status {
    guard let status = statuses.value(of: text, else: Venture.Status.named) else {
      throw .unknownStatus(Names.shown(text))
    }
    return status
  }

  func day(_ text: String) throws(ImportRefusal) -> LocalDate {
    do throws(FieldRefusal) {
      return try LocalDate.parse(CellRepair.withoutMidnight(text) ?? text)
    } catch { throw .value(error) }
  }

  func safe(_ text: String, _ kind: SafeText.Kind) throws(ImportRefusal) -> SafeText {
    do throws(SafeText.Refusal) { return try SafeText(text, kind) } catch {
      throw .value(.text(error))
    }
  }

  func noteStripped(_ text: String, at index: Int, in parsed: inout ParsedRow) {
    guard let cleaned = try? SafeText.clean(text, .note), cleaned.strippedScalars > 0 else {
      return
    }
    warn(.stripped(cleaned.strippedScalars), at: index, in: &parsed)
  }

  func noteConversion(_ text: String, at index: Int, in parsed: inout ParsedRow) {
    guard let phone = try? PhoneNumber.parse(text), phone.converted else { return }
    warn(.phoneConverted(from: Names.shown(text), to: phone.number), at: index, in: &parsed)
  }

  func warn(_ kind: ImportWarning.Kind, at index: Int, in parsed: inout ParsedRow) {
    parsed.warnings.append(
      ImportWarning(line: parsed.line, column: mapping.name(of: index), kind: kind))
  }
}
