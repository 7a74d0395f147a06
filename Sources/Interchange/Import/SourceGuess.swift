import Incubation

/// Tells from the name of a source what kind it is: "Techfest Soctrang 2019" is an event.
enum SourceGuess {
  /// The kind that the words of a name speak for; nil when none does.
  static func kind(of name: String) -> DiscoverySource? {
    let folded = " " + HeadingVocabulary.key(of: name) + " "
    return words.first { $0.phrases.contains { folded.contains(" \($0) ") } }?.kind
  }

  private static let words: [(kind: DiscoverySource, phrases: [String])] = [
    (
      .contest,
      [
        "cuoc thi", "hoi thi", "giai thuong", "contest", "competition", "hackathon", "challenge",
        "award", "awards", "vong chung ket", "sv startup", "thi y tuong",
      ]
    ),
    (
      .event,
      [
        "techfest", "su kien", "hoi thao", "ngay hoi", "stem", "trien lam", "hoi cho", "toa dam",
        "dien dan", "hoi nghi", "ket noi cung cau", "techdemo", "event", "fair", "forum",
        "workshop", "seminar", "conference", "expo", "festival", "summit", "cho cong nghe",
      ]
    ),
    (
      .referral,
      [
        "gioi thieu", "de cu", "tien cu", "referral", "referred by", "introduced by",
        "recommended by",
      ]
    ),
    (
      .search,
      ["khao sat", "tim kiem", "tra cuu", "ra soat", "survey", "search", "so tu tim", "tu tim"]
    ),
  ]
}
