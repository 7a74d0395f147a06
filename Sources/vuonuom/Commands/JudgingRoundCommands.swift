import ArgumentParser
import Foundation
import Incubation
import Interchange
import Storage

/// Subcommands over rounds that are stored in the database.
extension JudgingCommand {
  struct Rounds: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Các vòng thi trong cơ sở dữ liệu / the rounds in the database")
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let list = try Blocking.run {
        try await desk.stores.competitions.competitions(by: desk.session)
      }
      let rows = list.flatMap { summary in
        summary.rounds.map { round in
          [
            "\(summary.competition.content.code)/\(round.content.code)",
            round.state.label(desk.language),
            summary.competition.content.title(desk.language).string + " · "
              + round.content.title(desk.language).string,
          ]
        }
      }
      let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
      for row in rows {
        let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        Output.line((cells + [row[2]]).joined(separator: "  "))
      }
      if list.isEmpty {
        Output.note(
          desk.language == .vietnamese
            ? "Chưa có cuộc thi nào trong cơ sở dữ liệu này." : "There is no contest here yet.")
      }
    }
  }

  struct Result: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kết quả chính thức của một vòng / the official result of a round")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var round: RoundArgument
    @Option(help: "csv | json | table") var format = "table"

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      guard let format = ResultWriter.Format(rawValue: format) else {
        throw Failure(
          .usage, vi: "--format chỉ nhận csv, json hoặc table.",
          en: "--format takes csv, json or table.")
      }
      let id = try round.find(desk)
      let result = try Blocking.run {
        try await desk.stores.judging.result(of: id, by: desk.session)
      }
      Notes.show(result.notes.map { $0.words(desk.language) }, desk.language)
      Output.bytes(ResultWriter(result).written(format, desk.language))
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Xuất vòng thi để ai cũng tính lại được / write a round out, to be recounted")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var round: RoundArgument
    @Option(help: "Thư mục đích / target folder") var folder: String

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      try desk.require(.exportData)
      let id = try round.find(desk)
      let (snapshot, heads) = try Blocking.run {
        let snapshot = try await desk.stores.judging.snapshot(of: id, by: desk.session)
        guard snapshot.sight == .everything else {
          throw StorageError.contestRefused(.hidden)
        }
        let check = try await desk.stores.judging.verify(id, against: nil, by: desk.session)
        return (snapshot, check.heads)
      }
      try Places.makePrivateFolder(folder)
      for (file, bytes) in RoundFiles.write(snapshot.record) {
        try Files.write(folder + "/" + file.rawValue) { try $0(bytes) }
      }
      let lines = heads.map(\.line).joined(separator: "\n") + (heads.isEmpty ? "" : "\n")
      try Files.write(folder + "/heads.txt") { try $0(Array(lines.utf8)) }
      Output.note(
        desk.language == .vietnamese
          ? "Đã xuất vào \(folder). Tính lại: vuonuom judging tabulate --rules rules.toml "
            + "--entries entries.csv --scores scores.csv --judges judges.csv"
          : "Written to \(folder). To recount: vuonuom judging tabulate --rules rules.toml "
            + "--entries entries.csv --scores scores.csv --judges judges.csv")
    }
  }

  struct ImportEntries: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-entries",
      abstract: "Nhập bài dự thi từ CSV / bring entries in from a CSV file")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Mã cuộc thi / code of the contest") var contest: String
    @Argument(help: "Tệp CSV / CSV file") var file: String
    @Option(help: "Bảng khi tệp không ghi / board of entries that name none") var board: String?

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let code = TextFolding.fold(contest)
      let found = try Blocking.run {
        try await desk.stores.competitions.competitions(by: desk.session)
      }.first { TextFolding.fold($0.competition.content.code) == code }
      guard let found else {
        throw Failure(
          .data, vi: "Không có cuộc thi «\(contest)»; xem vuonuom judging rounds.",
          en: "There is no contest \"\(contest)\"; see vuonuom judging rounds.")
      }
      let bytes = try Files.read(file, limit: RoundFiles.largestFile)
      let board = board ?? found.competition.content.boards.first?.code ?? Board.only.code
      let entries: [EntryContent]
      do {
        let read = try ContestEntriesFile.read(bytes, board: board)
        Notes.show(read.warnings.map { $0.words(desk.language) }, desk.language)
        entries = read.entries
      } catch {
        throw Failure(error, path: file)
      }
      let made = try Blocking.run {
        try await desk.stores.competitions.addEntries(
          entries, to: found.competition.id, by: desk.session)
      }
      Output.note(
        desk.language == .vietnamese
          ? "Đã nhập \(made.ids.count) bài dự thi." : "\(made.ids.count) entries were brought in.")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kiểm tra không điểm nào bị sửa / check that nothing was changed")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var round: RoundArgument
    @Option(help: "Mã đã in trong biên bản / heads as printed: heads.txt") var against: String?

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let id = try round.find(desk)
      let heads = try against.map(Self.heads)
      let check = try Blocking.run {
        try await desk.stores.judging.verify(id, against: heads, by: desk.session)
      }
      if let finding = check.finding {
        let words = finding.words(desk.language)
        throw Failure(
          .failed, vi: "Không khớp: \(words).", en: "Does not fit: \(words).")
      }
      for head in check.heads { Output.line(head.line) }
      Output.note(
        desk.language == .vietnamese
          ? "Khớp: đã tính lại từ \(check.events) sự kiện, \(check.heads.count) chuỗi niêm phong."
          : "All fits: recounted from \(check.events) events, \(check.heads.count) chains of seals."
      )
    }

    private static func heads(_ path: String) throws -> [ChainHead] {
      let text = String(decoding: try Files.read(path, limit: 1_000_000), as: UTF8.self)
      var heads: [ChainHead] = []
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated() where !line.allSatisfy(\.isWhitespace)
      {
        guard let head = ChainHead(line: String(line)) else {
          throw Failure(
            .data, vi: "\(path), dòng \(index + 1): cần mã giám khảo, số mắt và mã băm.",
            en: "\(path), line \(index + 1): expected judge, number of links and hash.")
        }
        heads.append(head)
      }
      return heads
    }
  }
}

/// A round as the command line names it.
struct RoundArgument: ParsableArguments {
  @Argument(help: "CUỘC-THI/VÒNG, như YT2020/chung-ket / CONTEST/ROUND") var name: String

  /// The round.
  ///
  /// - Throws: `Failure` with code data when there is none.
  func find(_ desk: Desk) throws -> Identifier<Round> {
    let name = name
    let found = try Blocking.run {
      try await desk.stores.competitions.findRound(name, by: desk.session)
    }
    if let found { return found }
    throw Failure(
      .data, vi: "Không có vòng thi «\(name)»; xem vuonuom judging rounds.",
      en: "There is no round \"\(name)\"; see vuonuom judging rounds.")
  }
}
