import DashboardKit
import Incubation
import Storage

/// One change to several ventures of a list, with what it would do before it is done.
enum PlainBulk {
  static func run<Files: FileSource>(_ list: PlainListTask<Files>, _ talk: PlainTalk) async throws {
    guard context(talk) else { return await talk.tell(talk.errors.notAllowed(.editVentures)) }
    let text = PlainTaskText(language: talk.language)
    await talk.tell(text.whichHelp(list.total))
    let places = try await ask(list.total, talk)
    guard (places?.count ?? list.total) <= TableScreen.mostMarks else {
      return await talk.tell(text.table.tooMany(TableScreen.mostMarks))
    }
    let ids = try await list.ids(places, talk)
    let pipeline = talk.context.pipelines.first { $0.code == list.filter.pipeline }
    let subjects = BulkPanel.subjects(pipeline, onlyMoves: !talk.context.user.may(.editVentures))
    let options = subjects.map {
      PlainOption($0.id, BulkWords.name($0, pipeline)(talk.language).string)
    }
    let id = try await talk.option(text.whatToChange, options)
    guard let subject = subjects.first(where: { $0.id == id }),
      let change = try await change(subject, pipeline, talk)
    else { return }
    try await apply(change, ids, pipeline, talk)
  }

  private static func context(_ talk: PlainTalk) -> Bool {
    talk.context.user.may(.editVentures) || talk.context.user.may(.moveVentures)
  }

  /// The places that are meant; nil for all.
  private static func ask(_ total: Int, _ talk: PlainTalk) async throws -> [Int]? {
    let text = PlainTaskText(language: talk.language)
    while true {
      switch try await talk.answer(text.which) {
      case .back: throw PlainStop.back
      case .leave: throw PlainStop.leave
      case .nothing, .help: await talk.tell(text.whichHelp(total))
      case .text(let words):
        if ["tat ca", "all"].contains(TextFolding.fold(words)) { return nil }
        if let places = PlainPlaces.read(words, most: total) { return places }
        await talk.tell(text.badNumbers)
        await talk.tell(text.whichHelp(total))
      }
    }
  }

  /// What is to be changed, with its value; nil when nothing was given.
  private static func change(
    _ subject: BulkPanel.Subject, _ pipeline: Pipeline?, _ talk: PlainTalk
  ) async throws -> BulkChange? {
    let words = BulkWords(language: talk.language)
    let label: FieldLabel
    var isRequired = false
    switch subject {
    case .move(.setAside), .move(.resume): return try BulkPanel.change(subject, value: "")
    case .move(let request):
      label = words.label(.reason)
      isRequired = request == .drop
    case .field(let field):
      label = words.label(field)
      isRequired = field == .addTag || field == .removeTag
    }
    await talk.tell(label.hint)
    let question = PlainQuestion(label.title, hint: label.hint, isRequired: isRequired)
    let value = try await talk.value(question) { typed in
      switch subject {
      case .field(let field) where field.ventureField != nil:
        PlainField.refusal(field.ventureField ?? .title, typed, VentureContent(title: "x"))
      default: PlainField.line(typed)
      }
    }
    switch value {
    case .kept: return try BulkPanel.change(subject, value: "")
    case .text(let typed): return try BulkPanel.change(subject, value: typed)
    }
  }

  private static func apply(
    _ change: BulkChange, _ ids: [Identifier<Venture>], _ pipeline: Pipeline?, _ talk: PlainTalk
  ) async throws {
    let text = PlainTaskText(language: talk.language)
    let plan = try await talk.services.stores.ventures.plan(change, for: ids)
    await talk.tell(text.bulk.what(change, pipeline))
    await talk.tell(text.spoken(text.bulk.summary(plan)))
    for item in plan.changes.prefix(10) { await talk.tell(item.title.string) }
    if plan.changes.count > 10 { await talk.tell(text.andMore(plan.changes.count - 10)) }
    try await talk.read(plan.refused.map { text.bulk.refusal($0, pipeline) })
    guard !plan.changes.isEmpty else { return await talk.tell(text.nothingToChange) }
    guard try await talk.confirm(text.applyQuestion) else { return }
    let receipt = try await talk.services.stores.ventures.apply(
      change, to: plan.changes, by: talk.services.session)
    talk.remember([receipt])
    await talk.tell(text.changed(plan.changes.count))
  }
}

/// Places of a list as people write them: "1,3,5-9".
enum PlainPlaces {
  /// The places, each once, in order; nil when a part is no place from 1 to `most`.
  static func read(_ words: String, most: Int) -> [Int]? {
    var places: Set<Int> = []
    for part in words.split(whereSeparator: { ", ;".contains($0) }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first >= 1, first <= last, last <= most
      else { return nil }
      places.formUnion(first...last)
    }
    return places.isEmpty ? nil : places.sorted()
  }
}
