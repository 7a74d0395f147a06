/// Why something about courses cannot be done. Closed, so that `words` can say every one.
public enum TrainingRefusal: Error, Hashable, Sendable {
  /// A course without a name.
  case titleMissing
  /// A person or hall without a name.
  case nameMissing
  /// The end is not after the beginning.
  case endBeforeStart(LocalMoment, LocalMoment)
  /// Longer than a day.
  case tooLong(LocalMoment, LocalMoment)
  /// No time of day.
  case notATime(SafeText)
  /// No day that there is.
  case day(SafeText, DayTextRefusal)
  /// No places, or fewer.
  case noCapacity(Int)
  /// Money below zero.
  case negativeBudget
  /// Not a share between 0 and 100 hundredths.
  case share(Int)
  /// Repeats every second, minute or hour.
  case tooFrequent(SafeText)
  /// A part of a rule that is not understood.
  case rulePart(SafeText)
  /// A rule that goes on beyond 1,000 times or two years.
  case endless
  /// A rule without any occurrence.
  case noOccurrence
  /// The session collides; nothing was saved.
  case conflicts([TrainingConflict])
  /// To go on in spite of a collision needs a reason.
  case reasonMissing
  /// The person is registered already.
  case registeredAlready(SafeText)
  /// The course is not open for this: closed or called off.
  case courseNotOpen(SafeText)
  /// People register for sessions here, or for the course.
  case wrongScope
  /// There is no free place.
  case full(SafeText)
  /// The state cannot follow the other.
  case state(from: Enrolment.State, to: Enrolment.State)
  /// The offer has expired.
  case offerExpired(SafeText)
  /// Nobody waits.
  case nobodyWaits
  /// Lots were not drawn yet, or are not drawn in this course.
  case noLots
  /// The person has not passed.
  case notPassed(SafeText, [PassingLack])
  /// The person has a certificate already.
  case certifiedAlready(SafeText)
  /// The certificate was revoked already.
  case revokedAlready(SafeText)
  /// The person is not on the list of this session.
  case notOnList
  /// Not a mark from 1 to 5.
  case answer(Int)
  /// Minutes missed that are more than the session has.
  case minutes(Int)
  /// It cannot be taken back: it was followed by another change, or numbers are never given twice.
  case notUndoable
  /// Records depend on it.
  case inUse
}
