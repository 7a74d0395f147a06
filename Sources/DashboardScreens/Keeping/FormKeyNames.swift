import DashboardKit
import Incubation

extension FormKey {
  /// A name that never changes, by which drafts keep what stands in the field.
  var name: String {
    switch self {
    case .field(let field): "field " + field.rawValue
    case .evidence(let code): "evidence " + code
    case .reason: "reason"
    case .note: "note"
    case .filter(let key): "filter " + key.rawValue
    case .evidenceCode: "evidence-code"
    case .evidenceDay: "evidence-day"
    case .evidenceReference: "evidence-reference"
    case .member(let place, .name): "member-name \(place)"
    case .member(let place, .duty): "member-duty \(place)"
    case .member(let place, .phone): "member-phone \(place)"
    case .bulk(let field): "bulk " + field.rawValue
    case .viewName: "view-name"
    }
  }
}

extension VentureForm {
  /// What a draft keeps of the form.
  var content: [String: JSONValue] { content { $0.name } }

  /// Fills the form with what a draft kept.
  mutating func fill(from content: [String: JSONValue]) { fill(from: content) { $0.name } }
}

/// What drafts are drafts of, in words.
enum DraftTitle {
  /// "«Gạo sạch»", or what is new when there is no name yet.
  static func venture(_ title: SafeText, isNew: Bool = false) -> Bilingual {
    let name = title.string
    if title.isBlank {
      return Bilingual(vietnamese: "hồ sơ mới", english: "a new startup")
    }
    return isNew
      ? both("hồ sơ mới «\(name)»", "the new startup “\(name)”") : both("«\(name)»", "“\(name)”")
  }

  static func note(_ title: SafeText) -> Bilingual {
    both("ghi chú cho «\(title)»", "a note on “\(title)”")
  }

  static func evidence(_ title: SafeText) -> Bilingual {
    both("minh chứng của «\(title)»", "evidence of “\(title)”")
  }

  static func team(_ title: SafeText) -> Bilingual {
    both("nhóm của «\(title)»", "the team of “\(title)”")
  }

  static func move(_ title: SafeText) -> Bilingual {
    both("phần dời «\(title)»", "moving “\(title)”")
  }

  static func bulk(_ count: Int) -> Bilingual {
    both("thay đổi cho \(count) hồ sơ", "a change to \(count) startups")
  }

  static func mapping(_ file: String) -> Bilingual {
    both("cách đọc các cột của tệp \(file)", "the columns of the file \(file)")
  }

  private static func both(_ vietnamese: String, _ english: String) -> Bilingual {
    Bilingual(
      vietnamese: SafeText(escaping: vietnamese), english: SafeText(escaping: english))
  }
}
