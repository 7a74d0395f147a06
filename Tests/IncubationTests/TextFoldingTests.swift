import Incubation
import Testing

@Suite("Search keys")
struct TextFoldingTests {
  @Test(
    "Marks and case go, đ becomes d",
    arguments: [
      ("Đổi mới", "doi moi"), ("đai ngai", "dai ngai"), ("Ðổi", "doi"), ("Ɖổi", "doi"),
      ("ắ ấ ế", "a a e"), ("SÓC TRĂNG", "soc trang"), ("So\u{301}c", "soc"),
      ("  Hạt \u{A0}\n Vàng ", "hat vang"), ("Nguyễn Văn A", "nguyen van a"), ("", ""), (" ", ""),
      ("Crème brûlée", "creme brulee"), ("Ñandú", "nandu"), ("ST-25", "st-25"), ("Ω", "ω"),
      ("a\u{200B}b", "ab"), ("\u{301}", ""), ("a \u{301} b", "a b"),
    ])
  func folds(text: String, key: String) {
    #expect(Array(TextFolding.fold(text).utf8) == Array(key.utf8))
  }

  static let vietnamese =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"

  /// Each letter with a tone as its letter and a mark, in both cases.
  static let decomposition: [Unicode.Scalar: [Unicode.Scalar]] = {
    var result: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    let marks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    let groups = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]
    for letters in groups + groups.map({ $0.uppercased() }) {
      let scalars = Array(letters.unicodeScalars)
      for (scalar, mark) in zip(scalars.dropFirst(), marks) { result[scalar] = [scalars[0], mark] }
    }
    return result
  }()

  @Test("All 178 letters of the alphabet fold to a letter of ASCII, whether NFC or NFD")
  func foldsAlphabet() {
    let all = Self.vietnamese + Self.vietnamese.uppercased()
    #expect(all.count == 178)
    for letter in all {
      let key = TextFolding.fold(String(letter))
      #expect(key.utf8.count == 1 && (0x61...0x7A).contains(key.utf8.first ?? 0), "\(letter)")
      #expect(TextFolding.fold(String(letter).lowercased()) == key)
    }
    let accented = Set(all.filter { !$0.isASCII })
    #expect(accented.count == 134)
  }

  @Test("Folding twice is folding once, and concatenation with a space folds part by part")
  func properties() {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for _ in 0..<500 {
        let left = Self.word(&random)
        let right = Self.word(&random)
        let key = TextFolding.fold(left)
        #expect(TextFolding.fold(key) == key, "seed \(seed)")
        #expect(
          TextFolding.fold(left + " " + right) == key + " " + TextFolding.fold(right),
          "seed \(seed)")
      }
    }
  }

  static func word(_ random: inout SeededRandom) -> String {
    let letters = Array(vietnamese + vietnamese.uppercased())
    return String((0..<random.number(1...8)).map { _ in random.pick(letters) })
  }

  @Test(
    "Accents in a query are required, absent ones are free",
    arguments: [
      ("doi moi", "Đổi mới", true), ("đổi", "Đổi mới", true), ("đồi", "Đổi mới", false),
      ("đoi", "Đổi mới", true), ("gao sach", "Gạo sạch ST", true),
      ("sach gao", "Gạo sạch ST", true), ("gạo sach", "Gạo sạch", true),
      ("gào", "Gạo sạch", false), ("xyz", "Gạo", false), ("", "Gạo", true), ("  ", "Gạo", true),
      ("hoà", "Khánh Hòa", true), ("hòa", "Khánh Hoà", true), ("hoàn", "hoàn thiện", true),
      ("hoà", "hoàn thiện", true), ("thuỷ", "Thủy sản", true), ("quý", "Quý IV", true),
      ("qúy", "Quý IV", true),
      ("quý", "quýt", true),
      ("khoẻ", "sức khỏe", true), ("TÔM", "nuôi tôm", true), ("tôm", "tom", false),
      ("đ", "đậu", true), ("đ", "dầu", false), ("25", "ST25", true),
    ])
  func matches(query: String, text: String, expected: Bool) {
    #expect(TextFolding.matches(query: query, in: text) == expected, "\(query) in \(text)")
  }

  @Test("Every text is found by itself, by its key, and by any part of either", arguments: seeds)
  func findsItself(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let text = Self.word(&random) + " " + Self.word(&random)
      let key = TextFolding.fold(text)
      let part = String(key.dropFirst(random.number(0...3)).prefix(4))
      for query in [text, key, part, text.uppercased()] {
        #expect(TextFolding.matches(query: query, in: text), "seed \(seed): \(query) in \(text)")
      }
    }
  }

  @Test(
    "For matching, the place of the tone, case and spaces do not matter",
    arguments: [
      ("Khánh Hoà", "Khánh Hòa", true), ("thuỷ sản", "Thủy  sản ", true), ("khoẻ", "khỏe", true),
      ("Thúy Uyên", "Thuý Uyên", true), ("Sóc Trăng", "So\u{301}c Tra\u{306}ng", true),
      ("hoa", "hòa", false), ("Hòa An", "Hoa Àn", false), ("đa", "da", false), ("", " ", true),
      ("hòan", "hoàn", true), ("a-b", "a b", false),
    ])
  func equalForMatching(left: String, right: String, expected: Bool) {
    #expect(TextFolding.equalForMatching(left, right) == expected)
    #expect(TextFolding.equalForMatching(right, left) == expected)
  }

  @Test("Whether a query asks for accents")
  func asksForAccents() {
    #expect(TextFolding.asksForAccents("đoi"))
    #expect(!TextFolding.asksForAccents("doi moi 2020"))
  }
}
