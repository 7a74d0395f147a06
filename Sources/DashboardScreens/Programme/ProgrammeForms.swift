import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Opens the forms about the programme, filled with what is known.
struct ProgrammeForms {
  let state: ProgrammeState
  let context: ScreenContext

  private typealias Field = ProgrammeForm.Field
  private var text: ProgrammeText { ProgrammeText(language: context.language) }

  /// The form; nil where it has no place.
  func form(_ kind: ProgrammeFormKind) -> ProgrammeEdit? {
    switch kind {
    case .filter: filter
    case .newTask, .editTask, .move, .report: taskForm(kind)
    case .source, .allot, .commit, .pay, .call, .apply, .decide: moneyForm(kind)
    case .review, .target, .renew: agreementForm(kind)
    case .partner, .connect, .step, .support, .exchange, .round: partnerForm(kind)
    }
  }

  private func both(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
    Bilingual(vietnamese: vietnamese, english: english)
  }

  // MARK: Fields

  private func line(
    _ id: String, _ value: String = "", _ kind: InputKind = .text, isRequired: Bool = false
  ) -> Field {
    Field(
      id, .line(TextField(value, accepts: kind, limit: SafeText.Kind.line.limit)),
      isRequired: isRequired)
  }

  private func day(_ id: String = "day", _ value: LocalDate? = nil) -> Field {
    line(id, (value ?? context.today).formatted, .date, isRequired: true)
  }

  private func date(_ id: String, _ value: LocalDate?) -> Field {
    line(id, value?.formatted ?? "", .date)
  }

  private func money(_ id: String, _ value: Money? = nil, isRequired: Bool = true) -> Field {
    line(
      id, value.map { $0.formatted(context.language) } ?? "", .money, isRequired: isRequired)
  }

  private func choice(
    _ id: String, _ choices: [Choice], _ selected: String? = nil, isRequired: Bool = false
  ) -> Field {
    Field(
      id, .choice(choices, selected: selected ?? choices.first?.id ?? "", typed: ""),
      isRequired: isRequired)
  }

  private func choices<Value: Labelled>(_ type: Value.Type) -> [Choice] {
    Value.allCases.map { Choice($0.rawValue, $0.labels) }
  }

  private var nothing: Choice { Choice("", both("không", "none")) }

  private func departments(_ selected: Identifier<Organisation>? = nil) -> Field {
    let named = state.lists.departments.map { id, names -> Choice in
      let name = SafeText(escaping: text.short(names.name(on: context.today).string))
      return Choice(id.description, Bilingual(vietnamese: name, english: name))
    }.sorted { $0.title.vietnamese.string < $1.title.vietnamese.string }
    return choice("department", [nothing] + named, selected?.description ?? "")
  }

  private func items(_ selected: Int? = nil) -> Field {
    let all = (1...5).map { number -> Choice in
      let name = SafeText(escaping: "\(number)")
      return Choice("\(number)", Bilingual(vietnamese: name, english: name))
    }
    return choice("item", [nothing] + all, selected.map(String.init) ?? "")
  }

  private var sources: Field {
    choice(
      "source",
      state.lists.sources.map { source in
        let name = SafeText(escaping: "\(source.code) \(source.title)")
        return Choice(source.id.description, Bilingual(vietnamese: name, english: name))
      }, isRequired: true)
  }

  private func partners(_ selected: Identifier<Partner>?) -> Field {
    choice(
      "partner",
      state.lists.partners.map {
        Choice($0.id.description, Bilingual(vietnamese: $0.content.name, english: $0.content.name))
      }, selected?.description, isRequired: true)
  }

  /// The venture by its number; none on the page of a venture, which is the one meant.
  private var venture: [Field] {
    if case .lineage = state.place { return [] }
    return [line("venture", "", .code, isRequired: true)]
  }

  private var paper: Field { line("document") }

  // MARK: Tasks

  private var filter: ProgrammeEdit {
    let phases =
      [Choice("", both("tất cả", "all"))]
      + TaskState.Phase.allCases.map { Choice($0.rawValue, $0.labels) }
    let regimes =
      [Choice("", both("tất cả", "all"))] + state.lists.regimes.map { Choice($0.code, $0.title) }
    let yesNo = [Choice("", both("tất cả", "all")), Choice("late", both("chỉ việc trễ", "late"))]
    let filter = state.filter
    return ProgrammeEdit(
      .filter, both("Lọc nhiệm vụ", "Filter tasks"),
      [
        line("text", filter.text), choice("phase", phases, filter.phase?.rawValue ?? ""),
        choice("overdue", yesNo, filter.overdueOnly ? "late" : ""),
        choice("regime", regimes, filter.regime),
        line("year", filter.year.map(String.init) ?? "", .number),
      ])
  }

  private func taskForm(_ kind: ProgrammeFormKind) -> ProgrammeEdit? {
    if kind == .newTask {
      let regime = state.lists.regimes.last { $0.isInForce(on: context.today) }
      var content = TaskContent(title: .empty, regime: regime?.code ?? "")
      if case .lineage(let page)? = state.data { content.title = page.lineage.title }
      return ProgrammeEdit(
        kind, both("Đề xuất nhiệm vụ", "Propose a task"),
        [line("title", content.title.string, isRequired: true), day(), regimes(content.regime)]
          + optionalVenture + facts(content))
    }
    guard case .task(let record)? = state.data else { return nil }
    let task = record.summary.task
    switch kind {
    case .editTask:
      return ProgrammeEdit(
        kind, both("Sửa nhiệm vụ", "Edit the task"),
        [line("title", task.content.title.string, isRequired: true)] + facts(task.content)
          + [
            line("contract", task.content.contract.string), date("from", task.content.from),
            date("to", task.content.to), line("use", task.content.use.string),
          ], version: task.version)
    case .report(let number):
      return ProgrammeEdit(
        kind, both("Nhận báo cáo tiến độ", "Take in a progress report"),
        [
          line("number", String(number), .number, isRequired: true), day(), paper,
          line("summary"),
        ], version: task.version)
    case .move(let to): return move(to, record)
    default: return nil
    }
  }

  private var optionalVenture: [Field] {
    if case .lineage = state.place { return [] }
    return [line("venture", "", .code)]
  }

  private func regimes(_ selected: String) -> Field {
    choice(
      "regime", state.lists.regimes.map { Choice($0.code, $0.title) }, selected,
      isRequired: true)
  }

  private func facts(_ content: TaskContent) -> [Field] {
    [
      line("kind", content.kind.string), line("host", content.host.string),
      line("leader", content.leader.string), departments(content.department),
      items(content.item), money("budget", content.budget, isRequired: false),
      line("products", content.products.string),
    ]
  }

  private func move(_ to: String, _ record: TaskRecord) -> ProgrammeEdit? {
    let task = record.summary.task
    let transition = record.transitions.first {
      ProgrammePage.moveCode($0, task.state) == to
    }
    guard let transition else { return nil }
    var fields = [day()]
    if transition.document != nil {
      fields.append(line("document", "", isRequired: true))
    }
    if transition.needsReason { fields.append(line("reason", "", isRequired: true)) }
    if transition.kind == .extend {
      fields.append(line("until", "", .date, isRequired: true))
    }
    // Work begins under a contract: its days are asked for where they are missing.
    if task.content.from == nil, record.regime.state(to)?.phase == .running {
      fields += [line("contract"), date("from", context.today), date("to", nil)]
    }
    return ProgrammeEdit(
      .move(to), transition.title, fields,
      names: transition.document.map { ["document": $0] } ?? [:], version: task.version)
  }

  // MARK: Money

  private func moneyForm(_ kind: ProgrammeFormKind) -> ProgrammeEdit? {
    switch kind {
    case .source:
      return ProgrammeEdit(
        kind, both("Thêm nguồn kinh phí", "Add a source"),
        [
          line("code", "", .code, isRequired: true), line("title", "", isRequired: true),
          choice("sourceKind", choices(FundingSource.Kind.self)),
        ])
    case .allot:
      return ProgrammeEdit(
        kind, both("Giao kinh phí cho nguồn", "Allot money to a source"),
        [sources, money("amount"), day(), paper])
    case .commit:
      return ProgrammeEdit(
        kind, both("Thêm cam kết", "Add a commitment"),
        [
          line("title", "", isRequired: true), sources, money("amount"), day(), paper,
          line("task", "", .code), line("venture", "", .code), departments(), items(),
          line("tranches"),
        ])
    case .pay(let entry): return pay(entry)
    case .call:
      return ProgrammeEdit(
        kind, both("Thêm đợt kêu gọi", "Add a call"),
        [line("title", "", isRequired: true), sources, day("from"), day("to")])
    case .apply:
      return ProgrammeEdit(
        kind, both("Nộp hồ sơ xin tài trợ", "Hand an application in"),
        [
          line("title", "", isRequired: true), line("venture", "", .code), money("amount"), day(),
        ])
    case .decide:
      let states = choices(FundingApplication.State.self).filter { $0.id != "submitted" }
      return ProgrammeEdit(
        kind, both("Quyết định hồ sơ", "Decide the application"),
        [choice("decision", states), day(), paper])
    default: return nil
    }
  }

  private func pay(_ kind: MoneyEntry.Kind) -> ProgrammeEdit? {
    guard case .commitment(let record)? = state.data else { return nil }
    let parts = record.commitment.content.tranches
    let paid = Set(record.entries.filter { !$0.isCancelled }.compactMap(\.tranche))
    let next = parts.indices.first { !paid.contains($0 + 1) }
    let takesPart = kind == .disbursed || kind == .advanced
    var fields = [money("amount", takesPart ? next.map { parts[$0].amount } : nil), day(), paper]
    if takesPart, !parts.isEmpty {
      let all = parts.indices.map { index -> Choice in
        let name = SafeText(escaping: text.tranche(index + 1, parts[index]))
        return Choice("\(index + 1)", Bilingual(vietnamese: name, english: name))
      }
      fields.append(choice("tranche", [nothing] + all, next.map { "\($0 + 1)" } ?? ""))
    }
    return ProgrammeEdit(.pay(kind), kind.labels, fields, version: record.commitment.version)
  }

  // MARK: Agreements

  private func agreementForm(_ kind: ProgrammeFormKind) -> ProgrammeEdit? {
    guard case .agreement(let record, _)? = state.data else { return nil }
    let content = record.agreement.content
    let version = record.agreement.version
    switch kind {
    case .review:
      return ProgrammeEdit(
        kind, both("Ghi sơ kết, tổng kết", "Record a review"),
        [
          choice("review", choices(AgreementReview.Kind.self)), day(), paper,
          line("summary", "", isRequired: true),
        ], version: version)
    case .target:
      let items = content.items.indices.map { index in
        Choice("\(index + 1)", content.items[index].title)
      }
      let indicators = Indicator.all.filter { $0.unit != .percent }.map {
        Choice($0.code, $0.title)
      }
      return ProgrammeEdit(
        kind, both("Đặt chỉ tiêu", "Set an aim"),
        [
          choice("item", items, isRequired: true), choice("indicator", indicators),
          line("year", String(context.today.components.year), .number, isRequired: true),
          line("aim", "", .number, isRequired: true),
        ], version: version)
    case .renew:
      let from = content.to.adding(days: 1)
      return ProgrammeEdit(
        kind, both("Ký tiếp", "Renew"),
        [
          line("contractNumber", "", isRequired: true),
          line("title", content.title.string, isRequired: true), line("place"), day(),
          day("from", from), day("to", from.adding(months: 24).adding(days: -1)),
        ], version: version)
    default: return nil
    }
  }

  // MARK: Connections

  private func partnerForm(_ kind: ProgrammeFormKind) -> ProgrammeEdit? {
    switch kind {
    case .partner(let id): return partner(id)
    case .connect(let id):
      return ProgrammeEdit(
        kind, both("Giới thiệu", "Introduce"),
        venture + [partners(id), day(), departments(), line("note")])
    case .step(let step):
      guard case .connection(let connection, _)? = state.data else { return nil }
      let worth = step == .agreed ? [money("amount", isRequired: false)] : []
      return ProgrammeEdit(
        kind, step.labels, [day()] + worth + [line("note")], version: connection.version)
    case .support: return support
    case .exchange:
      return ProgrammeEdit(
        kind, both("Ghi một trao đổi", "Record an exchange"),
        [
          choice("exchange", choices(Exchange.Kind.self)), line("title", "", isRequired: true),
          day(), departments(), line("people"), line("result"),
        ])
    case .round:
      return ProgrammeEdit(
        kind, both("Ghi vòng gọi vốn", "Record an investment round"),
        venture + [line("title", "", isRequired: true), day(), money("amount"), line("investors")])
    default: return nil
    }
  }

  private var support: ProgrammeEdit {
    let caps =
      [nothing] + SupportCap.shipped.map { Choice($0.code, $0.title) }
    return ProgrammeEdit(
      .support, both("Ghi lượt hỗ trợ", "Record a support"),
      venture + [
        line("title", "", isRequired: true), choice("support", choices(SupportKind.self)), day(),
        departments(), money("cost", isRequired: false), money("supported", isRequired: false),
        choice("cap", caps), line("measure"), line("before"), line("after"), line("laboratory"),
        line("standard"), line("result"), line("prototypes", "", .number),
      ])
  }

  private func partner(_ id: Identifier<Partner>?) -> ProgrammeEdit {
    let found = state.lists.partners.first { $0.id == id }
    let content = found?.content ?? PartnerContent(name: .empty, kind: .expert)
    let yesNo = [Choice("yes", both("có", "yes")), Choice("no", both("không", "no"))]
    let axes = NeedAxis.allCases.map { axis -> Choice in
      Choice(
        axis.rawValue,
        Bilingual(
          vietnamese: SafeText(escaping: axis.label(.vietnamese)),
          english: SafeText(escaping: axis.label(.english))))
    }
    return ProgrammeEdit(
      .partner(id),
      found == nil
        ? both("Thêm đối tác", "Add a partner") : both("Sửa đối tác", "Edit the partner"),
      [
        line("name", content.name.string, isRequired: true),
        choice("partnerKind", choices(Partner.Kind.self), content.kind.rawValue),
        line("organisation", content.organisation.string),
        line("fields", content.fields.map(\.string).joined(separator: ", ")),
        Field("needs", .several(axes, selected: content.needs.map(\.rawValue))),
        line("languages", content.languages.map(\.string).joined(separator: ", ")),
        line("place", content.place.string),
        line("capacity", content.capacity.map(String.init) ?? "", .number),
        choice("available", yesNo, content.isAvailable ? "yes" : "no"),
      ], version: found?.version ?? 0)
  }
}
