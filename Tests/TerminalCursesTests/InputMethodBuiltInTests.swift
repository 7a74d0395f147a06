import DashboardKit
import TerminalCanvas
import TerminalCurses
import Testing

@Suite("The built-in typing methods over the whole corpus")
struct InputMethodBuiltInTests {
  @Test(
    "Every word, by every habit of typing",
    arguments: [InputMethod.telex, .vni], InputMethodKeys.Habit.allCases)
  func words(_ method: InputMethod, _ habit: InputMethodKeys.Habit) {
    for word in InputMethodCorpus.all {
      // The name is known by its ă; without it, ask and task stay as they are.
      if habit == .allLast, word.lowercased().hasSuffix("ắk") { continue }
      let keys =
        method == .telex ? InputMethodKeys.telex(word, habit) : InputMethodKeys.vni(word, habit)
      for reads in [keys.utf8.map { [$0] }, [Array(keys.utf8)]] {
        var typed = TypedInto(typing: Typing(method))
        typed.take(reads + [[0x20]], gap: 0)
        let wanted = "Ông " + word + " "
        if Array(typed.field.text.utf8) != Array(wanted.utf8) {
          Issue.record("\(keys) became \(typed.field.text), not \(wanted)")
        }
      }
    }
  }

  @Test("A key that is corrected: each word typed, a letter taken back and typed again")
  func corrected() {
    for word in InputMethodCorpus.words {
      let keys = InputMethodKeys.telex(word, .atOnce)
      var typed = TypedInto(typing: Typing(.telex))
      typed.take([Array(keys.utf8), [0x7F], [0x08]], gap: 0)
      #expect(typed.field.text == "Ông " + word.dropLast(2))
    }
  }
}
