import Incubation
import TerminalCanvas
import Testing

@testable import DashboardScreens

/// Names in the few cells of a card.
@Suite struct ShortNameTests {
  @Test(arguments: [
    ("Nguyễn Thị Thúy Liễu", 30, "Nguyễn Thị Thúy Liễu"),
    ("Nguyễn Thị Thúy Liễu", 10, "Thúy Liễu"), ("Nguyễn Thị Thúy Liễu", 5, "Liễu"),
    ("Thạch Sơn", 9, "Thạch Sơn"), ("Thạch Sơn", 4, "Sơn"), ("Sà Phol", 4, "Phol"),
    ("Liễu", 3, "Li…"),
  ])
  func people(_ name: String, _ width: Int, _ shown: String) {
    #expect(ShortNames.fitting(ShortNames.person(name), width: width) == shown)
  }

  @Test(arguments: [
    (
      "Công ty TNHH MTV Chế biến thủy sản Kim Anh", 44, "Công ty TNHH MTV Chế biến thủy sản Kim Anh"
    ),
    ("Công ty TNHH MTV Chế biến thủy sản Kim Anh", 32, "Cty Chế biến thủy sản Kim Anh"),
    ("Công ty TNHH MTV Chế biến thủy sản Kim Anh", 12, "Cty Kim Anh"),
    ("Công ty TNHH MTV Chế biến thủy sản Kim Anh", 8, "Kim Anh"),
    ("Công ty cổ phần Sao Ta", 12, "CTCP Sao Ta"),
    ("Doanh nghiệp tư nhân Tân Lực", 14, "DNTN Tân Lực"),
    ("Hợp tác xã nông nghiệp Hạt Vàng", 14, "HTX Hạt Vàng"),
    ("Tổ hợp tác Giồng Nổi", 14, "THT Giồng Nổi"),
    ("Hộ kinh doanh Phụng Hảo", 16, "HKD Phụng Hảo"), ("Cơ sở Tư Bé", 10, "CS Tư Bé"),
    ("Trường THPT Hoàng Diệu", 16, "THPT Hoàng Diệu"), ("Trường Đại học Cần Thơ", 12, "ĐH Cần Thơ"),
    ("CÔNG TY TNHH SỔ AO", 10, "Cty SỔ AO"), ("Hạt Vàng", 8, "Hạt Vàng"),
    ("Thương hồ Kế An", 6, "Kế An"), ("Công ty", 3, "Cô…"),
  ])
  func organisations(_ name: String, _ width: Int, _ shown: String) {
    #expect(ShortNames.fitting(ShortNames.organisation(name), width: width) == shown)
  }

  /// Whatever the name, something is said and it fits.
  @Test func everyFormFits() {
    for row in Fixtures.rows {
      for width in 1...40 {
        for forms in [
          ShortNames.person(row.who.string), ShortNames.organisation(row.organisation.string),
        ] {
          #expect(TextWidth.width(of: ShortNames.fitting(forms, width: width)) <= width)
        }
      }
    }
  }

  @Test func abbreviationsAreTriedFromTheLongest() {
    for (place, entry) in ShortNames.abbreviations.enumerated() {
      for later in ShortNames.abbreviations.dropFirst(place + 1) {
        #expect(!later.words.starts(with: entry.words), "\(later) is never reached")
      }
    }
  }
}
