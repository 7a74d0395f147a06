import Incubation
import TerminalCanvas

/// Names as short as a card needs, the part by which people know somebody last to go.
enum ShortNames {
  /// The usual abbreviations of what organisations are, longest first: folded words and what
  /// stands for them.
  static let abbreviations: [(words: [String], short: String)] = [
    ("cong ty trach nhiem huu han mot thanh vien", "Cty"),
    ("cong ty trach nhiem huu han", "Cty"), ("cong ty tnhh mot thanh vien", "Cty"),
    ("cong ty tnhh mtv", "Cty"), ("cong ty tnhh", "Cty"), ("cong ty co phan", "CTCP"),
    ("cong ty cp", "CTCP"), ("cong ty", "Cty"), ("doanh nghiep tu nhan", "DNTN"),
    ("doanh nghiep", "DN"), ("lien hiep hop tac xa", "LH HTX"), ("hop tac xa", "HTX"),
    ("to hop tac", "THT"), ("ho kinh doanh", "HKD"), ("co so san xuat", "CS"), ("co so", "CS"),
    ("truong trung hoc pho thong", "THPT"), ("truong thpt", "THPT"),
    ("truong trung hoc co so", "THCS"), ("truong thcs", "THCS"), ("truong tieu hoc", "TH"),
    ("truong dai hoc", "ĐH"), ("dai hoc", "ĐH"), ("truong cao dang", "CĐ"), ("cao dang", "CĐ"),
    ("truong", "Tr."), ("trung tam", "TT"), ("cau lac bo", "CLB"), ("chi nhanh", "CN"),
    ("so khoa hoc va cong nghe", "Sở KH&CN"), ("uy ban nhan dan", "UBND"), ("hoi nong dan", "HND"),
  ].map { ($0.0.split(separator: " ").map(String.init), $0.1) }

  /// The forms of a person's name, longest first: the whole, the last two words, the given name.
  static func person(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return [name] }
    let ends = [words.suffix(2).joined(separator: " "), words[words.count - 1]]
    return words.count == 2 ? [name, ends[1]] : [name] + ends
  }

  /// The forms of an organisation's name, longest first: the whole, with what it is abbreviated,
  /// the abbreviation with the last two words, the last two words.
  static func organisation(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    let folded = words.map { TextFolding.fold($0) }
    let known = abbreviations.first { folded.starts(with: $0.words) }
    let rest = Array(words.dropFirst(known?.words.count ?? 0))
    var forms = [name]
    let last = rest.suffix(2).joined(separator: " ")
    if let known, !rest.isEmpty {
      forms.append(known.short + " " + rest.joined(separator: " "))
      if rest.count > 2 { forms.append(known.short + " " + last) }
    }
    if rest.count > 2 || known != nil, !last.isEmpty { forms.append(last) }
    return forms
  }

  /// The longest form that fits; the shortest, cut, when none does.
  static func fitting(_ forms: [String], width: Int) -> String {
    forms.first { TextWidth.width(of: $0) <= width }
      ?? TextWidth.cut(forms.last ?? "", to: width)
  }
}
