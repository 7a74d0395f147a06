/// How much of a round somebody may see. The one place where that is decided; storage cuts every
/// answer to it.
public enum RoundSight: Hashable, Sendable {
  /// All of it.
  case everything
  /// Every score; a judge in a blind round still sees codes instead of names.
  case allScores
  /// The entries, and one judge's own sheets and conflicts.
  case ownSheets(Identifier<Judge>)
  /// The entries and the panel.
  case entriesOnly

  /// What a user sees.
  ///
  /// Whoever judges in a round sees it as a judge, whatever else that person may be. Nothing of
  /// others is shown to a judge while the board is frozen.
  ///
  /// - Parameters:
  ///   - judge: the user as a member of the round's panel; nil when they are none.
  ///   - hasSealedAll: whether that judge sealed every sheet that is assigned.
  public static func of(
    _ user: User, judge: Identifier<Judge>?, in round: Round, hasSealedAll: Bool
  ) -> RoundSight {
    if round.state >= .published { return .everything }
    if let judge {
      let opens = round.content.othersVisible == .sealed && hasSealedAll
      return opens && round.state != .frozen ? .allScores : .ownSheets(judge)
    }
    return user.may(.viewScores) ? .everything : .entriesOnly
  }

  /// Whether codes stand instead of names: in blind rounds for everybody but those who see all.
  public func hidesNames(in round: Round) -> Bool {
    round.content.isBlind && self != .everything
  }
}
