import Incubation
import Testing

@Suite("Vietnamese order")
struct VietnameseCollationTests {
  /// Lists in the order of CLDR vi, and of the dictionary.
  static let sorted: [[String]] = [
    ["da", "dà", "dả", "dã", "dá", "dạ", "dam", "dăm", "dâm", "đa", "Đa"],
    ["An", "Ăn", "Ân", "Bình", "Dung", "Dương", "Đặng", "Đỗ", "Oanh", "Ông", "Ơn"],
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
    ["o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "mài", "măng", "mân"],
    ["bài 2", "bài 9", "bài 10", "bài 100", "bài ba"],
    ["", " ", "-", "0", "1", "a"],
    ["Lâm Hòa", "Lâm Hòa 2", "Lâm Hoài", "Lâm Hoàng"],
    ["da", "Da", "DA", "dà", "Dà"],
    ["Phú", "Phụ", "Phú Lộc", "Phúc"],
    ["zoo", "ខ្មែរ"],
    ["7", "07", "007", "8"],
  ]

  @Test("Published lists stay as they are", arguments: sorted)
  func keepsOrder(list: [String]) {
    for (left, right) in zip(list, list.dropFirst()) {
      #expect(VietnameseCollation.isLess(left, right), "\(left) before \(right)")
      #expect(!VietnameseCollation.isLess(right, left), "\(left) before \(right)")
    }
  }

  @Test("Shuffled lists find back their order", arguments: sorted)
  func sorts(list: [String]) {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let shuffled = list.shuffled(using: &random)
      #expect(shuffled.sorted(by: VietnameseCollation.isLess) == list, "seed \(seed)")
    }
  }

  @Test("Keys are ASCII, the same for NFC and NFD, and order words as their letters do")
  func properties() {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for _ in 0..<500 {
        let left = TextFoldingTests.word(&random)
        let right = TextFoldingTests.word(&random)
        let key = VietnameseCollation.key(left)
        #expect(key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "seed \(seed): \(left)")
        let both =
          VietnameseCollation.isLess(left, right) && VietnameseCollation.isLess(right, left)
        #expect(!both, "seed \(seed): \(left), \(right)")
        #expect(
          VietnameseCollation.isLess(left, left + right), "seed \(seed): a prefix comes first")
        #expect(
          (key == VietnameseCollation.key(right)) == (left == right),
          "seed \(seed): \(left), \(right)")
      }
    }
  }

  @Test("Precomposed and decomposed letters have one key", arguments: seeds)
  func normalisation(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let word = TextFoldingTests.word(&random) + " 0\(random.number(0...99)) é"
      var decomposed = String.UnicodeScalarView()
      for scalar in word.unicodeScalars {
        decomposed.append(contentsOf: TextFoldingTests.decomposition[scalar] ?? [scalar])
      }
      #expect(
        VietnameseCollation.key(String(decomposed)) == VietnameseCollation.key(word),
        "seed \(seed): \(word)")
    }
  }

  @Test("The first letter that differs decides before any tone does", arguments: seeds)
  func primaryFirst(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let letters = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    let tones: [Character: [Character]] = [
      "a": Array("aàảãáạ"), "ă": Array("ăằẳẵắặ"), "o": Array("oòỏõóọ"), "u": Array("uùủũúụ"),
    ]
    for _ in 0..<500 {
      let stem = (0..<random.number(1...4)).map { _ in random.pick(Array(tones.keys)) }
      let first = random.number(0...letters.count - 2)
      let second = random.number(first + 1...letters.count - 1)
      func toned() -> String { String(stem.map { random.pick(tones[$0] ?? [$0]) }) }
      let left = toned() + String(letters[first])
      let right = toned() + String(letters[second])
      #expect(VietnameseCollation.isLess(left, right), "seed \(seed): \(left), \(right)")
    }
  }

  @Test("People are listed by given name, then family name, then middle names")
  func givenNames() {
    let expected = [
      "Trần Văn An", "Lê Thị Ân", "Lý Bình", "Nguyễn Văn Bình", "Đặng Thị Dung", "Ngô Dương",
      "Lê Đỗ", "Thạch Thị Mai", "Ngô Thị Mai Oanh", "Sơn Văn Ơn",
    ]
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let names = expected.shuffled(using: &random).map {
        (VietnameseCollation.givenNameKey($0), $0)
      }
      let sorted = names.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
      #expect(sorted == expected, "seed \(seed)")
    }
  }

  @Test("A tone of the given name comes before the family name, case comes last")
  func givenNameLevels() {
    let names = ["Trần Bình", "Lê Bính", "LÊ BÍNH", "Lê Văn Bính", "Mai Bính"]
    let keys = names.map(VietnameseCollation.givenNameKey)
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(left.utf8.lexicographicallyPrecedes(right.utf8), "\(left) before \(right)")
    }
  }

  @Test("A name falls into family, middle and given name")
  func names() {
    let name = PersonName("  Ngô  Thị Mai Oanh ")
    #expect(name.family == "Ngô" && name.middle == "Thị Mai" && name.given == "Oanh")
    #expect(PersonName("Kim Danh").middle.isEmpty)
    #expect(PersonName("Lan").given == "Lan" && PersonName("Lan").family.isEmpty)
    #expect(PersonName("").given.isEmpty)
  }
}
