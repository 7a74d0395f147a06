import Incubation
import Interchange
import Testing

/// Text as bytes of a file.
func file(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Rules of two criteria and a component, as most tests of files need them.
let judgingRules: RoundRules = {
  let title = Bilingual(vietnamese: "Mới", english: "Novelty")
  return RoundRules(
    criteria: [
      Criterion(
        code: "SS", title: title, maximum: Rational(10), step: Rational(1, over: 4)),
      Criterion(code: "KT", title: title, minimum: Rational(1), maximum: Rational(5)),
    ],
    components: [RoundRules.Component(code: "TES", title: title, maximum: Rational(40))])
}()

/// Reads a round of `judgingRules`.
func readRound(
  entries: String, scores: String, judges: String? = nil
) throws(JudgingFileProblems) -> (record: RoundRecord, warnings: [JudgingFileWarning]) {
  try RoundFiles.read(
    rules: judgingRules, entries: file(entries), scores: file(scores),
    judges: judges.map(file))
}
