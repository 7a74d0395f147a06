extension FieldRefusal {
  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    let (vietnamese, english) = texts
    return language == .vietnamese ? vietnamese : english
  }

  private var texts: (vietnamese: String, english: String) {
    switch self {
    case .required:
      return ("Cần điền ô này.", "This field must be filled in.")
    case .text(let refusal): return refusal.texts
    case .taxCode(let refusal): return refusal.texts
    case .phone(let refusal): return refusal.texts
    case .money(let refusal): return refusal.texts
    case .date(let refusal): return refusal.texts
    case .email(let refusal): return refusal.texts
    case .birthYear(let earliest, let latest):
      return (
        "Năm sinh gồm 4 chữ số, từ \(earliest) đến \(latest).",
        "A year of birth has 4 digits, from \(earliest) to \(latest)."
      )
    case .number(let least, let most):
      return (
        "Cần một số nguyên từ \(least) đến \(most).",
        "A whole number from \(least) to \(most) is needed."
      )
    case .choice(let options):
      return (
        "Cần chọn một trong: " + options.map(\.vietnamese.string).joined(separator: ", ") + ".",
        "Choose one of: " + options.map(\.english.string).joined(separator: ", ") + "."
      )
    case .notEditable:
      return (
        "Ô này không sửa trực tiếp được; hãy dùng lệnh riêng của nó.",
        "This field cannot be edited directly; use its own command."
      )
    }
  }
}

extension SafeText.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .forbidden(let scalar, let position):
      let digits = String(scalar, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return (
        "Ký tự ẩn \(code) ở vị trí \(position + 1) không được phép; hãy xóa và gõ lại chỗ đó.",
        "The hidden character \(code) at position \(position + 1) is not allowed; delete it and "
          + "type that part again."
      )
    case .tooLong(let length, let limit):
      return (
        "Dài \(NumberText.grouped(Int64(length), .vietnamese)) ký tự, tối đa "
          + "\(NumberText.grouped(Int64(limit), .vietnamese)); hãy rút ngắn.",
        "\(NumberText.grouped(Int64(length), .english)) characters, at most "
          + "\(NumberText.grouped(Int64(limit), .english)); shorten it."
      )
    case .tooManyMarks(let position):
      return (
        "Quá nhiều dấu trên một chữ ở vị trí \(position + 1); hãy gõ lại chữ đó.",
        "Too many marks on one letter at position \(position + 1); type that letter again."
      )
    }
  }
}

extension TaxCode.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .notDigits:
      return (
        "Mã số thuế chỉ gồm chữ số; mã chi nhánh có dạng 0314409058-002.",
        "A tax code has digits only; that of a branch looks like 0314409058-002."
      )
    case .wrongLength(let count):
      return (
        "Mã số thuế có 10 chữ số (chi nhánh 13, hộ kinh doanh 12), ở đây có \(count); hãy đếm lại.",
        "A tax code has 10 digits (a branch 13, a household 12), here are \(count); count again."
      )
    case .checkDigit:
      return (
        "Mã số thuế sai chữ số kiểm tra, có thể gõ nhầm một chữ số; hãy so lại với giấy đăng ký.",
        "The check digit of the tax code is wrong, a digit may be mistyped; compare it with the "
          + "certificate."
      )
    case .zeroBody:
      return (
        "Không có mã số thuế nào toàn số 0 sau mã tỉnh; hãy xem lại giấy đăng ký.",
        "No tax code has only zeros after the province; look at the certificate again."
      )
    case .zeroBranch:
      return (
        "Chi nhánh đánh số từ 001; nếu là trụ sở chính, hãy bỏ phần -000.",
        "Branches count from 001; leave -000 out for the head office."
      )
    case .personalNumber:
      return (
        "Mã 12 chữ số là số định danh cá nhân, phải bắt đầu bằng mã tỉnh 001 đến 096.",
        "A code of 12 digits is a personal number and begins with a province, 001 to 096."
      )
    }
  }
}

extension PhoneNumber.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .notDigits:
      return (
        "Số điện thoại chỉ gồm chữ số, dấu cách, chấm, gạch và ngoặc, như 0912 345 678.",
        "A telephone number has only digits, spaces, full stops, hyphens and brackets, such as "
          + "0912 345 678."
      )
    case .several:
      return (
        "Chỉ ghi một số điện thoại; số khác hãy đưa vào ghi chú.",
        "Give one telephone number only; put others into a remark."
      )
    case .foreign:
      return (
        "Đây là số nước ngoài; ô này chỉ nhận số Việt Nam, hãy đưa số đó vào ghi chú.",
        "This is a foreign number; the field takes numbers of Viet Nam, put it into a remark."
      )
    case .wrongLength(let found, let needed):
      return (
        "Số điện thoại loại này có \(needed) chữ số, ở đây có \(found); hãy đếm lại.",
        "A telephone number of this kind has \(needed) digits, here are \(found); count again."
      )
    case .unknownPrefix:
      return (
        "Không có đầu số này; số di động bắt đầu bằng 03, 05, 07, 08, 09, số cố định bằng 02.",
        "No number begins like this; mobiles begin with 03, 05, 07, 08, 09, landlines with 02."
      )
    }
  }
}

extension Money.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .notAnAmount:
      return (
        "Không đọc được số tiền; hãy gõ như 1.234.567, 1,5 tỷ hoặc 500 triệu.",
        "This is no amount; type it as 1.234.567, 1,5 tỷ or 500 million."
      )
    case .ambiguous(let text):
      return (
        "«\(text)» có thể hiểu hai cách; hãy gõ đủ chữ số, thêm đ, hoặc dùng dấu phẩy thập phân.",
        "“\(text)” can be read in two ways; type all digits, add đ, or use a decimal comma."
      )
    case .negative:
      return ("Số tiền không được âm.", "An amount cannot be negative.")
    case .notWhole:
      return (
        "Số tiền phải là số đồng nguyên; hãy bỏ phần lẻ hoặc thêm đơn vị như triệu.",
        "An amount is in whole đồng; leave the decimals out or add a unit such as million."
      )
    case .tooLarge:
      return (
        "Số tiền quá lớn; hãy xem lại đơn vị.",
        "The amount is too large; check its unit."
      )
    }
  }
}

extension LocalDate.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .notADate:
      return (
        "Không đọc được ngày; hãy gõ ngày/tháng/năm, như 09/02/2020.",
        "This is no day; type day/month/year, such as 09/02/2020."
      )
    case .noSuchMonth(let month):
      return (
        "Không có tháng \(month); hãy gõ theo thứ tự ngày/tháng/năm.",
        "There is no month \(month); type day/month/year in this order."
      )
    case .noSuchDay(let day, let month, let year, let last):
      return (
        "Không có ngày \(day)/\(month)/\(year); tháng \(month)/\(year) chỉ từ ngày 1 đến \(last).",
        "There is no \(day)/\(month)/\(year); month \(month)/\(year) goes from 1 to \(last)."
      )
    case .yearMissing:
      return (
        "Thiếu năm; hãy gõ ngày/tháng/năm, như 09/02/2020.",
        "The year is missing; type day/month/year, such as 09/02/2020."
      )
    case .year:
      return (
        "Năm phải đủ 4 chữ số, từ \(LocalDate.years.lowerBound) đến \(LocalDate.years.upperBound).",
        "A year has 4 digits, from \(LocalDate.years.lowerBound) to "
          + "\(LocalDate.years.upperBound)."
      )
    }
  }
}

extension EmailAddress.Refusal {
  var texts: (vietnamese: String, english: String) {
    switch self {
    case .noAt:
      return (
        "Địa chỉ e-mail thiếu dấu @; hãy gõ như lan@soctrang.gov.vn.",
        "The e-mail address has no @; type it as lan@soctrang.gov.vn."
      )
    case .severalAt:
      return (
        "Có nhiều hơn một dấu @; chỉ ghi một địa chỉ e-mail.",
        "There is more than one @; give one e-mail address only."
      )
    case .character(let scalar, let position):
      return (
        "Địa chỉ e-mail không có ký tự «\(scalar)» (vị trí \(position + 1)); hãy tắt bộ gõ và "
          + "gõ lại.",
        "An e-mail address has no “\(scalar)” (position \(position + 1)); type it again."
      )
    case .localPart:
      return (
        "Phần trước dấu @ chưa đúng; hãy xem lại các dấu chấm.",
        "The part before the @ is wrong; check its full stops."
      )
    case .domain:
      return (
        "Phần sau dấu @ phải là tên miền, như soctrang.gov.vn.",
        "The part after the @ must be a domain such as soctrang.gov.vn."
      )
    }
  }
}
