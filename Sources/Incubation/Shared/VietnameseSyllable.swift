@_spi(_Unicode) import Swift

/// Whether letters can be a Vietnamese syllable: an onset, a rime, at most one tone.
enum VietnameseSyllable {
  /// Whether a word can be a Vietnamese syllable, in any case and with the tone on any vowel.
  static func isSyllable(_ word: String) -> Bool {
    var tones: [Unicode.Scalar] = []
    var scalars = String.UnicodeScalarView()
    for scalar in word.lowercased()._nfd {
      if TextFolding.isTone(scalar) { tones.append(scalar) } else { scalars.append(scalar) }
    }
    guard tones.count <= 1 else { return false }
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: String(scalars)._nfc)
    let letters = String(composed)
    // What ends in a stop has the tone sắc or nặng.
    let isStopped = ["c", "ch", "p", "t"].contains { letters.hasSuffix($0) }
    if isStopped, tones != ["\u{301}"], tones != ["\u{323}"] { return false }
    return onsets.contains { onset in
      letters.hasPrefix(onset) && rimes.contains(String(letters.dropFirst(onset.count)))
        && (onset != "q" || letters.hasPrefix("qu"))
    }
  }

  private static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in
    inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe
    oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya
    uych uynh uyên uyêt uyt uyp uyn uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt
    ưu y yêm yên yêng yêt yêu
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
