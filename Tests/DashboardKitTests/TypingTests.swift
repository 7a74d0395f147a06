import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Built-in Telex and VNI")
struct TypingTests {
  private func composed(_ keys: String, _ typing: Typing) -> String {
    var composer = SyllableComposer(typing)
    for key in keys { composer.type(key) }
    return composer.text
  }

  @Test(
    "Telex, word by word",
    arguments: TypingVectors.telex + TypingVectors.moreTelex + TypingVectors.foreign)
  func telex(_ vector: TypingVector) {
    #expect(same(composed(vector.keys, Typing(.telex)), vector.old))
    #expect(same(composed(vector.keys, Typing(.telex, toneStyle: .new)), vector.new))
  }

  @Test("VNI, word by word", arguments: TypingVectors.vni + TypingVectors.moreVNI)
  func vni(_ vector: TypingVector) {
    #expect(same(composed(vector.keys, Typing(.vni)), vector.old))
    #expect(same(composed(vector.keys, Typing(.vni, toneStyle: .new)), vector.new))
  }

  @Test("In a field, the same, whether keys come one by one or in one read")
  func fields() {
    let methods: [(InputMethod, [TypingVector])] = [
      (.telex, TypingVectors.telex), (.vni, TypingVectors.vni),
    ]
    for (method, vectors) in methods {
      for style in ToneStyle.allCases {
        let typing = Typing(method, toneStyle: style)
        for vector in vectors {
          var one = TextField("Ở ")
          var all = TextField("Ở ")
          var area = TextArea("Ở\n")
          for key in vector.keys {
            _ = one.handle(.text(String(key)), typing: typing)
            _ = area.handle(.text(String(key)), width: 20, typing: typing)
          }
          _ = all.handle(.text(vector.keys), typing: typing)
          let wanted = style == .old ? vector.old : vector.new
          #expect(same(one.text, "Ở " + wanted), "\(vector.keys)")
          #expect(same(all.text, "Ở " + wanted), "\(vector.keys)")
          #expect(same(area.text, "Ở\n" + wanted), "\(vector.keys)")
        }
      }
    }
  }

  @Test("Brackets are ơ and ư only when that is wished for")
  func brackets() {
    let full = Typing(.telex, usesBrackets: true)
    #expect(typed("ng][if t[f t]f", full) == "người tờ từ")
    #expect(typed("[[ ]]", full) == "[ ]")
    #expect(typed("[a] t[", Typing(.telex)) == "[a] t[")
  }

  @Test(
    "Sentences",
    arguments: [
      ("Sowr Khoa hocj vaf Coong ngheej Socs Trawng", "Sở Khoa học và Công nghệ Sóc Trăng"),
      ("Nguyeenx Thij Tuyeets, sinh nawm 1990.", "Nguyễn Thị Tuyết, sinh năm 1990."),
      ("khoir nghieepj ddooir mowis sangs taoj", "khỏi nghiệp đổi mới sáng tạo"),
      ("use user expect boss bosss. ", "use user expect bos boss. "),
      ("Facebook, Google vaf startup", "Facebook, Google và startup"),
      ("lan.nguyen@soctrang.gov.vn vaf", "lan.nguyen@soctrang.gov.vn và"),
      ("https://soctrang.gov.vn/users?x=dd", "https://soctrang.gov.vn/users?x=dd"),
      ("H2O x2s KH&CN 12as", "H2O x2s KH&CN 12as"),
    ])
  func sentences(_ keys: String, _ wanted: String) {
    #expect(typed(keys, Typing(.telex)) == wanted)
  }

  @Test("Digits are digits where they can be nothing else")
  func digits() {
    #expect(typed("12/03/2020 lo71p 10 T12 3a", Typing(.vni)) == "12/03/2020 lớp 10 T12 3a")
  }

  @Test("A letter taken back: what is left goes on as a word")
  func takenBack() {
    var field = TextField()
    let typing = Typing(.telex)
    _ = field.handle(.text("dduwowcj"), typing: typing)
    #expect(field.text == "được")
    _ = field.handle(.key(KeyStroke(.backspace)), typing: typing)
    #expect(field.text == "đượ")
    _ = field.handle(.text("ngf"), typing: typing)
    #expect(same(field.text, "đường"))
    _ = field.handle(.key(KeyStroke(.left)), typing: typing)
    _ = field.handle(.text("s"), typing: typing)
    #expect(same(field.text, "đướng"), "a word is changed from its middle")
    field = TextField("viet")
    _ = field.handle(.text("ej"), typing: typing)
    #expect(same(field.text, "việt"), "a word that stood there before")
  }

  @Test("Only words are composed", arguments: InputKind.allCases)
  func kinds(_ kind: InputKind) {
    var field = TextField(accepts: kind)
    _ = field.handle(.text("aas"), typing: Typing(.telex))
    #expect(field.text == (kind == .text ? "ấ" : "aas"))
    field = TextField(accepts: kind)
    _ = field.handle(.text("a65"), typing: Typing(.vni))
    #expect(field.text == (kind == .text ? "ậ" : "a65"))
  }

  @Test("Nothing is composed unless asked for, nor in a paste")
  func off() {
    var field = TextField()
    _ = field.handle(.text("Vieetj"))
    #expect(field.text == "Vieetj")
    _ = field.handle(.paste(" Vieetj"), typing: Typing(.telex))
    #expect(field.text == "Vieetj Vieetj")
  }

  @Test("One key switches it off and on again; the method is kept")
  func toggle() {
    var typing = Typing()
    #expect(!typing.isOn && typing.badge == nil && typing == .off)
    typing.toggle()
    #expect(typing.method == .telex && typing.badge == "VI·TELEX")
    typing.choose(.vni)
    typing.toggle()
    #expect(typing.method == .off && typing.preferred == .vni)
    typing.toggle()
    #expect(typing.badge == "VI·VNI")
    typing.choose(.off)
    #expect(typing.preferred == .vni)
  }

  private func typed(_ keys: String, _ typing: Typing) -> String {
    var field = TextField()
    for key in keys { _ = field.handle(.text(String(key)), typing: typing) }
    return field.text
  }

  private func same(_ one: String, _ other: String) -> Bool {
    Array(one.utf8) == Array(other.utf8)
  }
}
