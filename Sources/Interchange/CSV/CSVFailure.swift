public import Incubation

/// Why a CSV file cannot be read: what, and where. Lines and columns count from 1, bytes from 0.
public enum CSVFailure: Error, Hashable, Sendable {
  /// Nothing is in it.
  case empty
  /// More bytes than the bound.
  case tooLarge(bytes: Int, limit: Int)
  /// More records than the bound; the headings do not count.
  case tooManyRows(limit: Int, line: Int)
  /// A record of more cells than the bound.
  case tooManyColumns(line: Int, limit: Int)
  /// A cell of more characters than the bound.
  case cellTooLong(line: Int, column: Int, limit: Int)
  /// A record of more bytes than the bound.
  case rowTooLong(line: Int, limit: Int)
  /// Bytes that are not UTF-8.
  case invalidUTF8(line: Int, byteOffset: Int)
  /// The file is UTF-16, as Excel's "Unicode Text" is.
  case utf16
  /// A NUL, which no text holds.
  case nul(line: Int, byteOffset: Int)
  /// Text in an encoding from before Unicode, by its name: "TCVN3 (ABC)".
  case legacyEncoding(name: String, line: Int)
  /// A quotation mark that opens a cell and is never closed.
  case unterminatedQuote(line: Int, column: Int, byteOffset: Int)
  /// Text between the closing quotation mark of a cell and the next delimiter.
  case textAfterQuote(line: Int, column: Int, byteOffset: Int)

  /// One sentence that says what is wrong, where, and what to do.
  public func words(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .empty:
      return "Tệp trống."
    case .tooLarge(let bytes, let limit):
      return "Tệp có \(grouped(bytes, ".")) byte, nhiều hơn mức \(grouped(limit, "."))."
        + " Hãy chia thành nhiều tệp."
    case .tooManyRows(let limit, let line):
      return "Dòng \(line): tệp có nhiều hơn \(grouped(limit, ".")) hàng. Hãy chia thành nhiều tệp."
    case .tooManyColumns(let line, let limit):
      return "Dòng \(line): nhiều hơn \(limit) cột."
    case .cellTooLong(let line, let column, let limit):
      return "Dòng \(line), cột \(column): ô dài hơn \(grouped(limit, ".")) ký tự"
        + " (có thể thiếu dấu nháy kép đóng)."
    case .rowTooLong(let line, let limit):
      return "Dòng \(line): hàng dài hơn \(grouped(limit, ".")) byte"
        + " (có thể thiếu dấu xuống dòng)."
    case .invalidUTF8(let line, let byteOffset):
      return "Dòng \(line): byte thứ \(grouped(byteOffset, ".")) (đếm từ 0) không phải UTF-8."
        + " Hãy lưu tệp theo bảng mã UTF-8 rồi nhập lại."
    case .utf16:
      return "Tệp theo bảng mã UTF-16. Hãy lưu lại dưới dạng “CSV UTF-8” rồi nhập lại."
    case .nul(let line, let byteOffset):
      return "Dòng \(line): có byte NUL ở vị trí \(grouped(byteOffset, "."));"
        + " tệp hỏng hoặc không phải văn bản."
    case .legacyEncoding(let name, let line):
      return "Dòng \(line): văn bản theo bảng mã \(name), hãy chuyển sang Unicode rồi nhập lại."
    case .unterminatedQuote(let line, let column, _):
      return "Dòng \(line), cột \(column): dấu nháy kép mở ở đây không được đóng."
    case .textAfterQuote(let line, let column, _):
      return "Dòng \(line), cột \(column): có chữ sau dấu nháy kép đóng."
        + " Dấu nháy kép trong ô phải viết hai lần."
    }
  }

  private var english: String {
    switch self {
    case .empty:
      return "The file is empty."
    case .tooLarge(let bytes, let limit):
      return "The file has \(grouped(bytes, ",")) bytes, more than \(grouped(limit, ","))."
        + " Split it into several files."
    case .tooManyRows(let limit, let line):
      return "Line \(line): the file has more than \(grouped(limit, ",")) rows."
        + " Split it into several files."
    case .tooManyColumns(let line, let limit):
      return "Line \(line): more than \(limit) columns."
    case .cellTooLong(let line, let column, let limit):
      return "Line \(line), column \(column): the cell is longer than \(grouped(limit, ","))"
        + " characters (a closing quotation mark may be missing)."
    case .rowTooLong(let line, let limit):
      return "Line \(line): the row is longer than \(grouped(limit, ",")) bytes"
        + " (line breaks may be missing)."
    case .invalidUTF8(let line, let byteOffset):
      return "Line \(line): byte \(grouped(byteOffset, ",")) (from 0) is not UTF-8."
        + " Save the file as UTF-8 and import it again."
    case .utf16:
      return "The file is UTF-16. Save it as “CSV UTF-8” and import it again."
    case .nul(let line, let byteOffset):
      return "Line \(line): there is a NUL at byte \(grouped(byteOffset, ","));"
        + " the file is damaged or is no text."
    case .legacyEncoding(let name, let line):
      return "Line \(line): text in the encoding \(name); convert it to Unicode"
        + " and import it again."
    case .unterminatedQuote(let line, let column, _):
      return "Line \(line), column \(column): the quotation mark that opens here is never closed."
    case .textAfterQuote(let line, let column, _):
      return "Line \(line), column \(column): there is text after the closing quotation mark."
        + " A quotation mark inside a cell must be doubled."
    }
  }
}

/// A number with its digits in groups of three.
func grouped(_ number: Int, _ separator: Character) -> String {
  var digits: [Character] = []
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index % 3 == 0, digit != "-" { digits.append(separator) }
    digits.append(digit)
  }
  return String(digits.reversed())
}
