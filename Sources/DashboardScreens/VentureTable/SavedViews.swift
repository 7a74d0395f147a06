import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What a saved view says about the table, as text that storage keeps. Days are kept as days from
/// today, so that "due within a week" stays what it says. What a later version may have added is
/// passed over when it is read.
struct TableView: Equatable, Sendable {
  /// Which ventures, without text.
  var filter: VentureFilter
  /// The words searched for.
  var text: String
  /// In which order.
  var sort: VentureSort
  /// The columns.
  var columns: [ColumnSetting]

  /// The view as text.
  func definition(today: LocalDate) -> String {
    var fields: [String: JSONValue] = [
      "sort": .string(sort.key.rawValue), "descending": .bool(sort.descending),
      "columns": .array(columns.map(Self.write)),
      "stages": .array(filter.stages.sorted().map { .string($0) }),
      "statuses": .array(filter.statuses.map(\.rawValue).sorted().map { .string($0) }),
      "stalled": .bool(filter.onlyStalled),
    ]
    let texts: [(String, String?)] = [
      ("pipeline", filter.pipeline), ("field", filter.field?.string),
      ("place", filter.place?.string), ("owner", filter.owner?.string),
      ("source", filter.source?.rawValue), ("tag", filter.tag?.string),
      ("text", text.isEmpty ? nil : text),
    ]
    for (name, value) in texts { fields[name] = value.map { .string($0) } }
    fields["dueIn"] = filter.dueBy.map { .integer(Int64($0.days(since: today))) }
    return CanonicalJSON.write(fields)
  }

  /// The view that a text describes; nil when it is none.
  init?(definition: String, today: LocalDate) {
    guard let fields = try? CanonicalJSON.read(definition) else { return nil }
    func string(_ name: String) -> String? {
      if case .string(let text)? = fields[name] { text } else { nil }
    }
    func strings(_ name: String) -> [String] {
      guard case .array(let values)? = fields[name] else { return [] }
      return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    func safe(_ name: String) -> SafeText? { string(name).map { SafeText(escaping: $0) } }
    filter = VentureFilter(pipeline: string("pipeline"))
    filter.stages = Set(strings("stages"))
    filter.statuses = Set(strings("statuses").compactMap(Venture.Status.init(rawValue:)))
    (filter.field, filter.place) = (safe("field"), safe("place"))
    (filter.owner, filter.tag) = (safe("owner"), safe("tag"))
    filter.source = string("source").flatMap(DiscoverySource.init(rawValue:))
    filter.onlyStalled = fields["stalled"] == .bool(true)
    if case .integer(let days)? = fields["dueIn"] {
      filter.dueBy = today.adding(days: Int(clamping: days))
    }
    text = string("text") ?? ""
    sort = VentureSort(
      string("sort").flatMap(VentureSort.Key.init(rawValue:)) ?? .title,
      descending: fields["descending"] == .bool(true))
    columns = Self.columns(strings("columns"))
  }

  init(_ state: TableState) {
    filter = state.filter
    filter.ids = nil
    text = state.search.text
    sort = state.sort
    columns = state.columns
  }

  /// A column as one word: a minus before a hidden one, the width behind a colon.
  private static func write(_ setting: ColumnSetting) -> JSONValue {
    let width = setting.width.map { ":\($0)" } ?? ""
    return .string((setting.isShown ? "" : "-") + setting.id.rawValue + width)
  }

  /// The columns of a view; those that it does not know come last, hidden.
  private static func columns(_ words: [String]) -> [ColumnSetting] {
    if words.isEmpty { return ColumnSetting.standard }
    var result: [ColumnSetting] = []
    for word in words {
      let parts = word.drop { $0 == "-" }.split(separator: ":")
      guard let id = parts.first.flatMap({ VentureColumn(rawValue: String($0)) }),
        !result.contains(where: { $0.id == id })
      else { continue }
      var setting = ColumnSetting(id: id, isShown: !word.hasPrefix("-") || id == .title)
      if parts.count == 2, let width = Int(parts[1]) {
        let limits = ColumnSetting.widths
        setting.width = min(max(limits.lowerBound, width), limits.upperBound)
      }
      result.append(setting)
    }
    for id in VentureColumn.allCases where !result.contains(where: { $0.id == id }) {
      result.append(ColumnSetting(id: id, isShown: id == .title))
    }
    return result
  }
}

/// The dialog of saved views: open one, keep the present one under a name, take one away.
struct ViewsPanel: Equatable, Sendable {
  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored, handled, cancelled
    case open(SavedView)
    case save(SafeText)
    case delete(SafeText)
  }

  /// The views, by name.
  var views: [SavedView]
  /// The views to choose, the first line to keep the present one.
  var list: ChoiceList
  /// The name being typed; nil while a view is being chosen.
  var naming: VentureForm?

  private static let newID = "+"

  /// A dialog over the views of the user.
  init(_ views: [SavedView]) {
    self.views = views
    let new = Bilingual(
      vietnamese: "+ Lưu cách xem này…", english: "+ Keep this view…")
    list = ChoiceList(
      [Choice(Self.newID, new)]
        + views.enumerated().map {
          Choice("\($0.offset)", Bilingual(vietnamese: $0.element.name, english: $0.element.name))
        }, selected: views.isEmpty ? Self.newID : "0")
  }

  /// Takes an event in.
  mutating func handle(
    _ event: InputEvent, width: Int, _ settings: FieldSettings = .plain
  ) -> Reply {
    if var form = naming {
      let reply = form.handle(event, width: width, settings, check: VentureForm.check)
      naming = form
      switch reply {
      case .ignored: return .ignored
      case .handled: return .handled
      case .cancelled:
        naming = nil
        return .handled
      case .submitted:
        guard let name = try? SafeText.checked(form.value(.viewName) ?? "", .line) else {
          return .handled
        }
        return .save(name)
      }
    }
    if event.plainStroke == KeyStroke(.delete), let view = focusedView { return .delete(view.name) }
    switch list.handle(event, typing: settings.typing) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .cancelled: return .cancelled
    case .chosen(let id): return choose(id)
    }
  }

  private var focusedView: SavedView? {
    guard let place = list.focused.flatMap({ Int($0.id) }), views.indices.contains(place) else {
      return nil
    }
    return views[place]
  }

  /// Takes a line of the list.
  mutating func choose(_ id: String) -> Reply {
    if let place = Int(id), views.indices.contains(place) { return .open(views[place]) }
    naming = VentureForm([
      VentureForm.Field(.viewName, .line(VentureForm.words), isRequired: true)
    ])
    return .handled
  }

  /// Draws the dialog in the middle of an area. Returns where each line of its list stands.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ text: TableText, _ settings: FieldSettings
  ) -> [(id: String, area: Rectangle)] {
    let rows = naming.map { $0.height + 1 } ?? list.choices.count + 2
    let size = Size(width: min(54, area.width), height: min(rows + 2, area.height))
    let inside = Panel.draw(text.viewsTitle, in: area.centred(size), on: &canvas)
    let (body, below) = inside.splitBottom(1)
    canvas.put(
      TextWidth.cut(naming == nil ? text.viewsHint : text.namingHint, to: below.width),
      in: below.row(0), style: Style(.muted, on: .overlay))
    if let naming {
      naming.draw(
        in: body, on: &canvas, surface: .overlay, settings, within: area,
        label: { text.moves.label($0, []) }, words: { $0.words(text.language) })
      return []
    }
    return list.draw(
      in: body, on: &canvas, language: text.language, placeholder: text.ventures.typeToFind)
  }
}
