/// Why something about agreements, tasks, money or connections cannot be done. Closed, so that
/// `words` can say every one.
public enum ProgrammeRefusal: Error, Hashable, Sendable {
  /// Without a name.
  case titleMissing
  /// The last day is before the first.
  case endBeforeStart(LocalDate, LocalDate)
  /// A day to come, where something is said to have happened.
  case dayInFuture(LocalDate)
  /// Earlier than what happened before it.
  case dayBefore(LocalDate, last: LocalDate)
  /// A regime that the database does not know.
  case unknownRegime(SafeText, known: [String])
  /// Tasks do not begin under this regime on that day.
  case regimeNotInForce(Bilingual, LocalDate)
  /// A state that the regime does not know.
  case unknownState(SafeText, regime: TaskRegime)
  /// A step that the regime does not know.
  case noTransition(from: Bilingual, to: Bilingual, regime: Bilingual, possible: [Bilingual])
  /// The step needs a reason.
  case reasonMissing(Bilingual)
  /// The step needs a paper.
  case documentMissing(Bilingual)
  /// The task has no first and last day of a contract.
  case termMissing
  /// Extended as often as the regime allows.
  case extendedAlready(Int)
  /// The new end is not later than the present one.
  case extensionNotLater(LocalDate)
  /// More months than the regime allows.
  case extensionTooLong(months: Int, last: LocalDate)
  /// No report with this number is asked for.
  case noSuchReport(Int, last: Int)
  /// The report was handed in already.
  case reportedAlready(Int)
  /// The regime cannot change once the task has moved.
  case regimeFixed
  /// An amount that is not above zero.
  case notAbove(Money)
  /// An amount below zero.
  case negative(Money)
  /// More than the source has to give; or taking money back from it that was promised meanwhile.
  case overSource(asked: Money, left: Money, committing: Bool)
  /// More than was promised.
  case overCommitment(asked: Money, committed: Money, paid: Money, left: Money)
  /// More than was advanced.
  case overAdvance(asked: Money, outstanding: Money)
  /// More than was spent.
  case overRecovered(asked: Money, spent: Money)
  /// A commitment is needed for this.
  case commitmentMissing
  /// The parts of a commitment are more than it.
  case noSuchTranche(Int, last: Int)
  /// The call does not take applications on that day.
  case callClosed(LocalDate, opens: LocalDate, closes: LocalDate)
  /// The application was decided already.
  case decidedAlready
  /// Fewer than two parties.
  case partiesMissing
  /// No such party.
  case noSuchParty(Int)
  /// No such figure.
  case noSuchIndicator(SafeText)
  /// A year outside the agreement.
  case yearOutside(Int, LocalDate, LocalDate)
  /// The agreement would renew itself, over others.
  case renewalCircle
  /// A step that may not follow.
  case connectionStep(from: Connection.Step?, to: Connection.Step)
  /// The partner is full.
  case partnerFull(SafeText, Int)
  /// The partner does not take ventures.
  case partnerAway(SafeText)
  /// More public money than the thing cost.
  case overCost(supported: Money, cost: Money)
  /// No such cap.
  case noSuchCap(SafeText)
  /// No records at all up to then.
  case noData(LocalDate)
  /// A period that has not begun.
  case notBegun(LocalDate)
  /// Not a quarter.
  case notAQuarter(SafeText)
  /// It cannot be taken back: it was followed by another change.
  case notUndoable
}
