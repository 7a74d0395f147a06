public import Incubation

/// What a person should know about a row that is taken all the same.
public struct ImportWarning: Hashable, Sendable {
  /// What it is about.
  public enum Kind: Hashable, Sendable {
    /// A telephone number of before 2018 was given its new prefix.
    case phoneConverted(from: SafeText, to: PhoneNumber)
    /// A leading zero that a spreadsheet had dropped was put back.
    case zeroRestored(SafeText)
    /// Characters without width were taken out; how many.
    case stripped(Int)
    /// Line breaks within a name became spaces.
    case linesJoined
    /// A venture with the same title is there, but nothing else says that it is the same one.
    case sameTitle
    /// An earlier row seems to be the same venture, but has another number.
    case likeLine(Int)
    /// The tax code belongs to an organisation of another name.
    case otherOrganisation(SafeText)
    /// The kind of source was told from its name.
    case sourceGuessed(DiscoverySource?)
    /// The remark is left out, because the venture is there already.
    case noteLeftOut
  }

  /// The line of the row.
  public var line: Int
  /// The heading of the column; nil when it concerns the whole row.
  public var column: SafeText?
  /// What it is about.
  public var kind: Kind

  /// A warning.
  public init(line: Int, column: SafeText?, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// One sentence.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch kind {
    case .phoneConverted(let from, let to):
      return "Số điện thoại cũ \(from) được đổi thành \(to.formatted)."
    case .zeroRestored(let text): return "Đã thêm lại số 0 ở đầu: \(text)."
    case .stripped(let count): return "Đã bỏ \(count) ký tự không nhìn thấy."
    case .linesJoined: return "Đã nối các dòng trong ô thành một dòng."
    case .sameTitle: return "Đã có hồ sơ cùng tên; hàng này được coi là hồ sơ mới."
    case .likeLine(let line): return "Có vẻ trùng với dòng \(line), nhưng mã hồ sơ khác."
    case .otherOrganisation(let name): return "Mã số thuế này đang thuộc về “\(name)”."
    case .sourceGuessed(let kind):
      return "Ghi làm tên nguồn; loại nguồn: \(kind?.label(.vietnamese) ?? "chưa rõ")."
    case .noteLeftOut: return "Hồ sơ đã có nên ghi chú không được thêm."
    }
  }

  private var english: String {
    switch kind {
    case .phoneConverted(let from, let to):
      return "The old number \(from) becomes \(to.formatted)."
    case .zeroRestored(let text): return "The leading 0 was put back: \(text)."
    case .stripped(let count): return "Invisible characters taken out: \(count)."
    case .linesJoined: return "The lines of the cell were joined."
    case .sameTitle: return "A venture with this title exists; this row counts as a new one."
    case .likeLine(let line): return "Looks the same as line \(line), but has another code."
    case .otherOrganisation(let name): return "This tax code belongs to “\(name)”."
    case .sourceGuessed(let kind):
      return "Taken as the name of the source; its kind: \(kind?.label(.english) ?? "unknown")."
    case .noteLeftOut: return "The venture exists, so the note is not added."
    }
  }
}
