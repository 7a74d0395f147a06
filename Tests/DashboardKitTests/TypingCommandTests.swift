import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Commands and letters while a typing method for Vietnamese is at work")
struct TypingCommandTests {
  @Test("A composed letter finds what the letter of its key finds")
  func letters() {
    let marked: [Character: Character] = [
      "ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u",
    ]
    for letter in "aăâeêioôơuưyđ" {
      let base = marked[letter] ?? letter
      let tones =
        letter == "đ" ? [""] : ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
      for tone in tones {
        for typed in [String(letter) + tone, (String(letter) + tone).uppercased()] {
          #expect(LetterJump.letter(typed) == base, "\(typed)")
          #expect(LetterJump.letter(TextWidth.normalised(typed)) == base, "\(typed)")
        }
      }
    }
    #expect(LetterJump.letter("ab") == nil && LetterJump.letter("") == nil)
  }

  @Test("Backspaces of an input method do nothing outside of fields")
  @MainActor
  func backspaces() {
    let shell = World().shell()
    shell.press(KeyStroke(.backspace))
    shell.type("đ")
    shell.press(KeyStroke(.backspace), KeyStroke(.backspace))
    shell.type("ự")
    #expect(!shell.isFinished && shell.testHost?.state.count == 0)
  }

  /// Esc and digit is a function key, and ? and / are no letters; Telex composes of letters only.
  @Test("No command that every screen has is on a letter", arguments: Language.allCases)
  func shared(_ language: Language) {
    for info in GlobalCommands.infos(tabs: ["A", "B", "C"], language) {
      for stroke in info.keys where stroke.modifiers.isDisjoint(with: [.control, .alt]) {
        if case .character(let letter) = stroke.key {
          #expect(!letter.isLetter && !letter.isNumber, "\(info.id) is on \(letter)")
        }
      }
    }
  }
}
