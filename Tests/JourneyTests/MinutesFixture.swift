import Foundation

/// A small final with its facts, as the files that the program takes.
enum MinutesFixture {
  static let rules = """
    quorum = 3
    [rounding]
    places = 2
    after = ["criterion", "total"]
    [panel]
    method = "mean"
    [[criterion]]
    code = "MOI"
    title = { vi = "Tính mới", en = "Novelty" }
    max = 20
    anchors = { "10" = { vi = "Mới ở khu vực", en = "New here" } }
    [[criterion]]
    code = "KT"
    title = { vi = "Khả thi, thị trường", en = "Feasible" }
    max = 30
    [[component]]
    code = "CC"
    title = { vi = "Chuyên cần", en = "Attendance" }
    max = 15
    [gates]
    min_total = 30
    [[award]]
    code = "nhat"
    title = { vi = "Giải nhất", en = "First prize" }
    quota = 1
    [[award]]
    code = "nhi"
    title = { vi = "Giải nhì", en = "Second prize" }
    quota = 2
    [[tie]]
    by = "criterion:KT"

    """

  static let entries = """
    entry,title,organisation,CC
    07,Robot học đường dạy tiếng Khmer,THPT Hoàng Diệu,15
    03,Gạo ST tuần hoàn,HTX Hạt Vàng,15
    11,Bột sữa hạt sen & <đậu>,Hộ kinh doanh Lý Thị Hoa,10
    02,Phân bón từ rơm,Ngô Phước,5

    """

  static let scores: String = {
    let table = [
      ("07", [[17, 24], [18, 25], [16, 26]]), ("03", [[17, 25], [16, 26], [17, 25]]),
      ("11", [[15, 20], [14, 22], [15, 21]]), ("02", [[5, 6], [7, 8], [6, 7]]),
    ]
    var lines = ["entry,judge,criterion,score"]
    for (entry, sheets) in table {
      for (judge, sheet) in sheets.enumerated() {
        lines.append("\(entry),GK\(judge + 1),MOI,\(sheet[0])")
        lines.append("\(entry),GK\(judge + 1),KT,\(sheet[1])")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  static let facts = """
    competition = "Cuộc thi ý tưởng khởi nghiệp sáng tạo Sóc Trăng năm 2020"
    round = "vòng chung kết"
    number = 5
    venue = "Hội trường Sở Khoa học và Công nghệ tỉnh Sóc Trăng"
    begins = "08:00 09/02/2020"
    ends = "11:30 09/02/2020"
    quorum = 3
    signed = true
    recipients = ["Ban tổ chức cuộc thi", "Lưu: VT, QLKH"]
    [agency]
    superior = "UBND tỉnh Sóc Trăng"
    name = "Sở Khoa học và Công nghệ"
    symbol = "SKHCN"
    place = "Sóc Trăng"
    [decision]
    number = "45/QĐ-SKHCN"
    day = "01/12/2019"
    issuer = "Giám đốc Sở Khoa học và Công nghệ"
    [[member]]
    address = "Bà"
    name = "Ngô Thị Mai"
    position = "Trường Đại học Cần Thơ"
    duty = "chair"
    judge = "GK1"
    [[member]]
    address = "Ông"
    name = "Trần Văn Bình"
    position = "Sở Khoa học và Công nghệ TP. Hồ Chí Minh"
    duty = "member"
    judge = "GK2"
    [[member]]
    name = "Thạch Sơn"
    duty = "member"
    judge = "GK3"
    [[member]]
    address = "Ông"
    name = "Lâm Hòa"
    duty = "member"
    absent = "đi công tác"
    [[member]]
    address = "Bà"
    name = "Lý Thị Hoa"
    position = "chuyên viên Phòng Quản lý khoa học"
    duty = "secretary"
    [[objection]]
    by = "Đội Sen"
    about = "Đề nghị xem lại điểm khả thi"
    settled = "Hội đồng giữ nguyên điểm"
    [prizes]
    nhat = "20 triệu"
    nhi = 10000000
    [certificates]
    07 = 4
    03 = 3
    [heads]
    GK1 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    [[comment]]
    entry = "11"
    criterion = "KT"
    text = "Cần nêu rõ giá bán"

    """

  static func runner() throws -> CommandRunner {
    let runner = try CommandRunner()
    try runner.write("rules.toml", rules)
    try runner.write("entries.csv", entries)
    try runner.write("scores.csv", scores)
    try runner.write("facts.toml", facts)
    return runner
  }

  static let arguments = [
    "judging", "minutes", "--rules", "rules.toml", "--entries", "entries.csv", "--scores",
    "scores.csv", "--facts", "facts.toml",
  ]
}
