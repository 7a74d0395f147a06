import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// By what a list is narrowed in the filter dialog.
enum FilterKey: String, CaseIterable, Sendable {
  case status, stage, field, place, owner, source, due, stalled, tag
}

/// The dialog in which a list is narrowed: one choice a line, each found by typing.
struct FilterPanel: Equatable, Sendable {
  /// The choices.
  var form: VentureForm
  private var filter: VentureFilter

  /// A dialog over a filter. Values come from what the database holds, with their counts.
  init(_ filter: VentureFilter, facets: VentureFacets, pipeline: Pipeline?, today: LocalDate) {
    self.filter = filter
    form = VentureForm(
      FilterKey.allCases.map { key in
        let choices = Self.choices(key, facets, pipeline)
        switch key {
        case .status, .stage:
          let wanted = key == .stage ? filter.stages : Set(filter.statuses.map(\.rawValue))
          let selected = choices.map(\.id).filter { wanted.contains($0) }
          return VentureForm.Field(.filter(key), .several(choices, selected: selected))
        default:
          let selected = Self.selected(key, filter, today)
          return VentureForm.Field(
            .filter(key), .choice(choices, selected: selected, typed: ""))
        }
      })
  }

  /// The filter as the choices say.
  func result(today: LocalDate) -> VentureFilter {
    var result = filter
    result.statuses = Set(values(.status).compactMap(Venture.Status.init(rawValue:)))
    result.stages = Set(values(.stage))
    result.field = text(.field)
    result.place = text(.place)
    result.owner = text(.owner)
    result.tag = text(.tag)
    result.source = DiscoverySource(rawValue: value(.source))
    result.onlyStalled = value(.stalled) == "yes"
    result.dueBy = Due(rawValue: value(.due)).map { today.adding(days: $0.days) }
    return result
  }

  /// Draws the dialog in the middle of an area.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ words: FilterWords, _ settings: FieldSettings
  ) -> FormPlaces<FormKey> {
    let size = Size(width: min(64, area.width), height: min(form.height + 4, area.height))
    let inside = Panel.draw(words.title, in: area.centred(size), on: &canvas)
    let (fields, hint) = inside.splitBottom(1)
    canvas.put(
      TextWidth.cut(words.hint, to: hint.width), in: hint, style: Style(.muted, on: .overlay))
    return form.draw(
      in: fields, on: &canvas, surface: .overlay, settings, within: area,
      label: { FieldLabel(words.name($0), hint: words.all) }, words: { $0.words(words.language) })
  }

  private func values(_ key: FilterKey) -> [String] {
    value(key).split(separator: "\n").map(String.init)
  }

  private func value(_ key: FilterKey) -> String { form.value(.filter(key)) ?? "" }

  private func text(_ key: FilterKey) -> SafeText? {
    let value = value(key)
    return value.isEmpty ? nil : SafeText(escaping: value)
  }

  private static func choices(
    _ key: FilterKey, _ facets: VentureFacets, _ pipeline: Pipeline?
  ) -> [Choice] {
    let all = Choice("", Bilingual(vietnamese: "tất cả", english: "all"))
    func listed(_ values: [VentureFacets.Value]) -> [Choice] {
      values.map {
        Choice(
          $0.text.string, Bilingual(vietnamese: $0.text, english: $0.text), note: String($0.count))
      }
    }
    switch key {
    case .status:
      return Venture.Status.allCases.map { Choice($0.rawValue, $0.labels) }
    case .stage: return (pipeline?.stages ?? []).map { Choice($0.code, $0.title) }
    case .field: return [all] + listed(facets.fields)
    case .place: return [all] + listed(facets.places)
    case .owner: return [all] + listed(facets.owners)
    case .tag: return [all] + listed(facets.tags)
    case .source:
      return [all] + DiscoverySource.allCases.map { Choice($0.rawValue, $0.labels) }
    case .due: return [all] + Due.allCases.map { Choice($0.rawValue, $0.title) }
    case .stalled:
      return [
        all, Choice("yes", Bilingual(vietnamese: "chỉ hồ sơ đứng lại", english: "stalled only")),
      ]
    }
  }

  private static func selected(
    _ key: FilterKey, _ filter: VentureFilter, _ today: LocalDate
  ) -> String {
    switch key {
    case .status, .stage: ""
    case .field: filter.field?.string ?? ""
    case .place: filter.place?.string ?? ""
    case .owner: filter.owner?.string ?? ""
    case .tag: filter.tag?.string ?? ""
    case .source: filter.source?.rawValue ?? ""
    case .stalled: filter.onlyStalled ? "yes" : ""
    case .due:
      filter.dueBy.flatMap { day in
        Due.allCases.first { $0.days >= day.days(since: today) }?.rawValue
      } ?? ""
    }
  }
}

/// How near a due day is.
private enum Due: String, CaseIterable {
  case overdue, week, month

  /// The last day, counted from today.
  var days: Int {
    switch self {
    case .overdue: -1
    case .week: 7
    case .month: 30
    }
  }

  var title: Bilingual {
    switch self {
    case .overdue: Bilingual(vietnamese: "đã quá hạn", english: "overdue")
    case .week: Bilingual(vietnamese: "trong 7 ngày tới", english: "within 7 days")
    case .month: Bilingual(vietnamese: "trong 30 ngày tới", english: "within 30 days")
    }
  }
}
