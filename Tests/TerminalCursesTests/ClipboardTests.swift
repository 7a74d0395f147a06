import Testing

@testable import TerminalCurses

@Suite("Clipboard")
struct ClipboardTests {
  @Test(
    "Base64 as in RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ệ", "4buH"),
    ])
  func base64(_ text: String, _ encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
  }

  @Test("what becomes of a text is said before it is sent")
  func answers() {
    func answer(_ environment: [String: String], bytes: Int = 10) -> ClipboardAnswer {
      ClipboardAnswer(byteCount: bytes, environment)
    }
    #expect(answer(["TERM": "xterm-256color"]) == .sent)
    #expect(answer(["TERM": "tmux-256color", "TMUX": "/tmp/x"]) == .sentToTmux)
    #expect(answer(["TERM": "screen-256color", "TMUX": "/tmp/x"]) == .sentToTmux)
    #expect(answer(["TERM": "linux"]) == .unsupported("linux"))
    #expect(answer(["TERM": "screen.xterm-256color"]) == .unsupported("screen.xterm-256color"))
    #expect(answer(["TERM": "vt100"]) == .unsupported("vt100"))
    #expect(answer(["TERM": "xterm"], bytes: TerminalSession.mostBytesToCopy) == .sent)
    #expect(answer(["TERM": "xterm"], bytes: TerminalSession.mostBytesToCopy + 1) == .tooLong)
  }
}
