import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Agreements, connections, partners, supports, exchanges, figures, the line of a venture.
extension ProgrammePage {
  // MARK: Agreements

  func agreements(_ all: [Agreement]) -> [ProgrammeLine] {
    if all.isEmpty { return heading(text.title(of: .agreements), text.noAgreement) }
    return heading(text.title(of: .agreements), text.agreementsWords(all.count))
      + all.reversed().map { agreement in
        let content = agreement.content
        let isNow = content.from <= today && today <= content.to
        return row(
          isNow ? "▸" : " ", .ok, "\(content.number)  \(content.title)", .text,
          content.from.formatted + " – " + content.to.formatted
            + (isNow ? " · " + text.inForce : ""),
          .place(.agreement(agreement.id)), key: content.number.string)
      }
  }

  func agreement(
    _ record: AgreementRecord, _ progress: [[TargetProgress]]
  ) -> [[ProgrammeLine]] {
    if case .item(_, let number) = state.place { return item(number, record, progress) }
    let content = record.agreement.content
    let id = record.agreement.id
    let facts: [(String, String)] = [
      (text.termName, content.from.formatted + " – " + content.to.formatted),
      (text.signedName, content.place.string + ", " + content.signedOn.formatted),
      (text.renewsName, record.renewed.map(\.string).joined(separator: ", ")),
      (text.filesName, content.attachments.map(\.string).joined(separator: ", ")),
    ]
    let head =
      heading("\(content.number)  \(content.title)")
      + facts.flatMap { pair($0.0, $0.1) }
    let items = content.items.indices.map {
      itemLine($0, content.items[$0], progress, record, id)
    }
    let reviews = record.reviews.map { review in
      row(
        "•", .muted, review.day.formatted + "  " + review.kind.label(language), .text,
        review.document.string + " · " + review.summary.string)
    }
    return [
      head, parties(record),
      items.isEmpty ? heading(text.itemsHeading, text.noItems) : heading(text.itemsHeading) + items,
      heading(text.reviewsHeading, reviews.isEmpty ? text.noReviews : "") + reviews,
      heading(text.recordHeading)
        + [
          row("+", .focus, text.reviewLine, .text, "", .form(.review)),
          row("+", .focus, text.targetLine, .text, "", .form(.target)),
          row("+", .focus, text.renewLine, .text, "", .form(.renew)),
        ],
    ]
  }

  private func parties(_ record: AgreementRecord) -> [ProgrammeLine] {
    let content = record.agreement.content
    return heading(text.partiesHeading)
      + content.parties.indices.map { index in
        let party = content.parties[index]
        let names = record.partyNames.indices.contains(index) ? record.partyNames[index] : []
        let then = names.name(on: content.signedOn).string
        let now = names.name(on: today).string
        let name = then == now ? then : text.thenNow(then, now)
        let words = [party.capacity.string + " " + party.signatory.string, party.contact.string]
        return row(
          "•", .muted, name, .text, words.filter { !$0.isEmpty }.joined(separator: " · "),
          key: "party \(index)")
      }
  }

  /// A content item: each aim beside what is done, and the records that count.
  private func item(
    _ number: Int, _ record: AgreementRecord, _ progress: [[TargetProgress]]
  ) -> [[ProgrammeLine]] {
    let items = record.agreement.content.items
    guard items.indices.contains(number - 1) else { return [heading(text.itemsHeading)] }
    let item = items[number - 1]
    let names = record.partyNames.map { text.short($0.name(on: today).string) }
    func name(_ place: Int?) -> String {
      place.flatMap { names.indices.contains($0) ? names[$0] : nil } ?? text.unknown
    }
    let aims = progress.indices.contains(number - 1) ? progress[number - 1] : []
    let head =
      heading(
        "\(number)  \(item.title(language).string)", text.leads(name(item.lead), name(item.support))
      )
      + (aims.isEmpty ? sentence(text.noAims) : aims.map { aimLine($0, names) })
    let evidence = aims.map { aim -> [ProgrammeLine] in
      let indicator = Indicator.named(aim.target.indicator)
      let title =
        "\(indicator?.title(language).string ?? aim.target.indicator) · \(aim.target.year)"
      let definition = indicator?.definition(language).string ?? ""
      if aim.evidence.isEmpty { return heading(title, definition + " " + text.noEvidence) }
      return heading(title, definition) + capped(aim.evidence, evidenceLine)
    }
    return [head] + evidence
  }

  private func aimLine(_ aim: TargetProgress, _ names: [String]) -> ProgrammeLine {
    let indicator = Indicator.named(aim.target.indicator)
    let isLate = aim.isLate(on: today) && aim.percent < 100
    let title = "\(aim.target.year) " + (indicator?.title(language).string ?? aim.target.indicator)
    return bar(
      title, aim.percent, text.doneOfPlan(aim) + (isLate ? " " + text.behind : ""),
      " · " + text.shares(aim.shares, names), isLate: isLate,
      .place(.figure(aim.target.indicator)),
      key: "aim \(aim.target.year) \(aim.target.indicator)")
  }

  func evidenceLine(_ record: EvidenceRecord) -> ProgrammeLine {
    let isMoney = record.kind == "money" || record.kind == "round" || abs(record.amount) > 100_000
    let amount =
      isMoney
      ? Money(dong: record.amount).formatted(language)
      : record.amount == 1 ? "" : NumberText.grouped(record.amount, language)
    let tail = [amount, department(record.department)].filter { !$0.isEmpty }
    let opens = ProgrammeText.opened.contains(record.kind)
    return row(
      "•", .muted, "\(record.day.formatted)  \(record.code)  \(record.title)", .text,
      tail.joined(separator: " · "), opens ? .evidence(record) : nil,
      key: "\(record.kind) \(record.code) \(record.day) \(record.amount)")
  }

  // MARK: Figures

  func figures(_ now: [IndicatorValue], _ before: [IndicatorValue]) -> [[ProgrammeLine]] {
    [
      heading(text.title(of: .figures), text.figuresWords(today))
        + now.map { value in
          figureLine(value, before.first { $0.indicator == value.indicator })
        }
    ]
  }

  func figure(
    _ now: IndicatorValue, _ before: IndicatorValue, _ records: [EvidenceRecord]
  ) -> [ProgrammeLine] {
    let title = now.indicator.title(language).string + ": " + now.text(language)
    let words =
      [
        now.indicator.definition(language).string, text.aYearAgo(before.text(language)) + ".",
        now.indicator.unit == .dong ? text.inWords(Money(dong: now.value ?? 0)) : "",
        text.recordsWords(records.count),
      ].filter { !$0.isEmpty }.joined(separator: " ")
    return heading(title, words) + capped(records, evidenceLine)
  }

  // MARK: Connections

  func connections(
    _ all: [Connection], _ rounds: [InvestmentRound]
  ) -> [[ProgrammeLine]] {
    if all.isEmpty { return [heading(text.title(of: .connections), text.noConnections)] }
    let open = all.filter(\.step.isOpen)
    let closed = all.filter { !$0.step.isOpen }
    return [
      heading(
        text.title(of: .connections),
        text.connectionsWords(all.count, open: open.count, all.filter { $0.step == .agreed }))
        + capped(open, connectionLine),
      closed.isEmpty ? [] : heading(text.endedHeading) + capped(closed, connectionLine),
      rounds.isEmpty
        ? []
        : heading(text.roundsHeading)
          + rounds.map { round in
            row(
              "•", .muted, "\(round.code)  \(round.day.formatted)  \(round.title)", .text,
              round.amount.formatted(language) + " · "
                + round.investors.map(\.string).joined(separator: ", "),
              .venture(round.venture), key: round.code.string)
          },
    ]
  }

  func connectionLine(_ connection: Connection) -> ProgrammeLine {
    let days = today.dayNumber - connection.since.dayNumber
    let isQuiet = connection.step.isOpen && days > 60
    let words = [
      connection.step.label(language) + " " + connection.since.formatted,
      connection.amount.dong > 0 ? connection.amount.compact(language) : "",
      isQuiet ? text.quiet(days) : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    return row(
      isQuiet ? "~" : connection.step == .agreed ? "✓" : connection.step == .declined ? "×" : "•",
      isQuiet ? .warning : connection.step == .agreed ? .ok : .muted,
      "\(connection.code)  \(connection.ventureTitle) ↔ \(connection.partnerName)", .text, words,
      .place(.connection(connection.id)), key: connection.code.string)
  }

  func connection(_ connection: Connection, _ steps: [ConnectionStep]) -> [[ProgrammeLine]] {
    let partner = state.lists.partners.first { $0.id == connection.partner }
    let head =
      heading(
        "\(connection.code)  \(connection.ventureTitle) ↔ \(connection.partnerName)",
        connection.kind.label(language))
      + pair(
        text.ventureName, connection.ventureTitle.string, .text,
        .venture(connection.venture))
      + pair(text.lineageName, text.openLineage, .text, .place(.lineage(connection.venture)))
      + pair(
        text.label("partner"),
        [connection.partnerName.string, partner?.content.organisation.string ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " · "))
      + pair(text.label("department"), department(connection.department))
      + pair(
        text.broughtName,
        connection.amount.dong > 0 ? text.amount(connection.amount) : text.nothingYet)
    let next = connection.step.next.map { step in
      row("→", .focus, step.label(language), .text, "", .form(.step(step)), key: "next \(step)")
    }
    let past = steps.reversed().map { step in
      row(
        "•", .muted, step.day.formatted + "  " + step.step.label(language), .text,
        [step.amount.map { $0.formatted(language) } ?? "", step.note.string]
          .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    return [
      head, heading(text.nextHeading, next.isEmpty ? text.connectionOver : "") + next,
      heading(text.historyHeading) + past,
    ]
  }

  func partners(
    _ partners: [Partner], _ load: [Identifier<Partner>: Int]
  ) -> [ProgrammeLine] {
    heading(text.title(of: .partners), text.partnersWords(partners.count))
      + capped(partners) { partner in
        let content = partner.content
        let busy = load[partner.id, default: 0]
        let isFull = content.capacity.map { busy >= $0 } ?? false
        let words = [
          content.kind.label(language),
          content.isAvailable ? text.load(busy, content.capacity) : text.away,
          content.fields.map(\.string).joined(separator: ", "),
          content.organisation.string, content.place.string,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return row(
          !content.isAvailable ? "×" : isFull ? "!" : "•", isFull ? .warning : .muted,
          "\(partner.code)  \(content.name)", .text, words, .form(.partner(partner.id)),
          key: partner.code.string)
      }
  }

  func exchanges(_ all: [Exchange]) -> [ProgrammeLine] {
    if all.isEmpty { return heading(text.title(of: .exchanges), text.noExchanges) }
    return heading(text.title(of: .exchanges), text.exchangesWords(all))
      + all.sorted { $0.day > $1.day }.map { exchange in
        row(
          "•", .muted, "\(exchange.day.formatted)  \(exchange.title)", .text,
          [
            exchange.kind.label(language), department(exchange.department),
            exchange.people.string, exchange.result.string,
          ].filter { !$0.isEmpty }.joined(separator: " · "), key: exchange.code.string)
      }
  }

  func supports(_ all: [EnterpriseSupport]) -> [ProgrammeLine] {
    if all.isEmpty { return heading(text.title(of: .supports), text.noSupports) }
    return heading(text.title(of: .supports), text.supportsWords(all))
      + capped(all.sorted { $0.content.day > $1.content.day }) { support in
        let content = support.content
        let kind = SupportKind(rawValue: content.kind.string)?.label(language)
        let change = [content.before.string, content.after.string].filter { !$0.isEmpty }
        let words = [
          kind ?? content.kind.string,
          change.isEmpty ? "" : content.measure.string + " " + change.joined(separator: " → "),
          [content.laboratory.string, content.standard.string, content.result.string]
            .filter { !$0.isEmpty }.joined(separator: ", "),
          content.cost.dong > 0
            ? text.supported(content.supported, of: content.cost) : "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return row(
          "•", .muted, "\(content.day.formatted)  \(content.title)", .text, words,
          .venture(content.venture), key: support.code.string)
      }
  }

  // MARK: The line of a venture

  func lineage(_ page: ProgrammeLineage) -> [[ProgrammeLine]] {
    let lineage = page.lineage
    let head =
      heading(
        "\(lineage.code)  \(lineage.title)",
        [lineage.owner.string, text.lineageWords(lineage)].filter { !$0.isEmpty }
          .joined(separator: " · "))
      + lineage.entries.map { entry in
        let subject = [
          entry.what(language).string, entry.code.string, entry.title.string,
        ].filter { !$0.isEmpty }.joined(separator: "  ")
        let tail = [entry.amount?.formatted(language) ?? "", entry.note.string]
          .filter { !$0.isEmpty }.joined(separator: " · ")
        return row(
          text.mark(entry.kind), .info,
          entry.day.formatted + "  " + padded(entry.kind.label(language), 13) + " " + subject,
          .text, tail, target(of: entry))
      }
    let matches = page.matches.prefix(6).map { match in
      row(
        "+", .focus, match.partner.content.name.string, .text,
        match.reasons.map { $0.words(language) }.joined(separator: ", "),
        .form(.connect(match.partner.id)), key: "match \(match.partner.code)")
    }
    return [
      head,
      heading(text.connectionsHeading, page.connections.isEmpty ? text.noConnections : "")
        + page.connections.map(connectionLine),
      heading(text.matchesHeading, matches.isEmpty ? text.noMatches : text.matchesWords) + matches,
      heading(text.recordHeading)
        + [
          row("→", .muted, text.openVenture, .text, "", .venture(page.venture)),
          row("+", .focus, text.supportLine, .text, "", .form(.support)),
          row("+", .focus, text.roundLine, .text, "", .form(.round)),
          row("+", .focus, text.newTaskLine, .text, "", .form(.newTask)),
        ],
    ]
  }

  /// The page of what happened, where it has one: found by its number.
  private func target(of entry: Lineage.Entry) -> ProgrammeTarget? {
    let kinds: [Lineage.Entry.Kind: String] = [
      .task: "task", .money: "money", .connection: "connection", .application: "application",
      .support: "support",
    ]
    guard let kind = kinds[entry.kind], !entry.code.isBlank else { return nil }
    return .evidence(
      EvidenceRecord(
        kind: kind, code: entry.code, title: entry.title, day: entry.day, amount: 1,
        department: nil))
  }
}
