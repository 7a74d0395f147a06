import ArgumentParser
import Incubation
import Interchange
import TerminalCanvas

/// `vuonuom judging minutes`: the papers of a judged round, from files alone.
struct MinutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes",
    abstract: "Biên bản và các giấy tờ của vòng chấm / minutes and the other papers of a round")
  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: RoundFileOptions
  @Option(help: "Thông tin cuộc họp / facts of the session: facts.toml") var facts: String
  @Option(help: "minutes | scores | feedback | awards | certificates") var document = "minutes"
  @Option(help: "text | odt") var format = "text"
  @Option(
    help: "Tệp đích, chưa có; text không có tệp thì ra màn hình / a new file; text may go without")
  var output: String?

  func run() throws {
    let language = try global.resolved().language
    let kind = try paperKind()
    let paper = try papers(language).paper(kind)
    let bytes =
      format == "odt"
      ? OpenDocumentRenderer.render(paper)
      : Array(PlainTextRenderer(TextMeasure { TextWidth.width(of: $0) }).render(paper).utf8)
    if let output, output != "-" {
      try Files.create(output, bytes)
    } else {
      Output.bytes(bytes)
    }
  }

  private func paperKind() throws -> JudgingPapers.Kind {
    guard ["text", "odt"].contains(format) else {
      throw Failure(
        .usage, vi: "--format chỉ nhận text hoặc odt.", en: "--format takes text or odt.")
    }
    if format == "odt", output == nil || output == "-" {
      throw Failure(
        .usage, vi: "Tệp odt cần tên: hãy thêm --output TÊN.odt.",
        en: "An odt needs a name: add --output NAME.odt.")
    }
    guard let kind = JudgingPapers.Kind(rawValue: document) else {
      let all = JudgingPapers.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage, vi: "--document chỉ nhận \(all).", en: "--document takes \(all).")
    }
    return kind
  }

  /// - Throws: `Failure` with code data.
  private func papers(_ language: Language) throws -> JudgingPapers {
    let round = try files.tabulation(language)
    let result = try round.counted()
    Notes.show(result.notes.map { $0.words(language) }, language)
    let (facts, text) = try FactsFile.read(self.facts)
    let papers: JudgingPapers
    do {
      papers = try JudgingPapers(facts: facts, round: round, result: result)
    } catch {
      throw Failure(FactsReader.located(error, text: text), path: self.facts)
    }
    if document == JudgingPapers.Kind.certificates.rawValue,
      result.rows.allSatisfy({ $0.award == nil })
    {
      throw Failure(
        .data, vi: "Không có bài nào đạt giải nên không có giấy chứng nhận.",
        en: "No entry won an award, so that there are no certificates.")
    }
    return papers
  }
}
