/// Published days of the lunar calendar; Tết, its day of the week, the leap month of the year (0
/// for none), Hùng Vương (10/3) and Ok Om Bok (15/10), from almanacs and newspapers.
enum LunarVectors {
  struct Year: Sendable {
    var year: Int
    var tet: String
    var weekday: String
    var leap: Int
    var hungVuong: String
    var okOmBok: String
  }

  static let years: [Year] = table.split(separator: "\n").map { line in
    let fields = line.split(separator: " ").map(String.init)
    return Year(
      year: Int(fields[0]) ?? 0, tet: fields[1], weekday: fields[2], leap: Int(fields[3]) ?? -1,
      hungVuong: fields[4], okOmBok: fields[5])
  }

  private static let table = """
    2000 05/02 T7 0 14/04 10/11
    2001 24/01 T4 4 03/04 29/11
    2002 12/02 T3 0 22/04 19/11
    2003 01/02 T7 0 11/04 08/11
    2004 22/01 T5 2 28/04 26/11
    2005 09/02 T4 0 18/04 16/11
    2006 29/01 CN 7 07/04 05/12
    2007 17/02 T7 0 26/04 24/11
    2008 07/02 T5 0 15/04 12/11
    2009 26/01 T2 5 04/04 01/12
    2010 14/02 CN 0 23/04 20/11
    2011 03/02 T5 0 12/04 10/11
    2012 23/01 T2 4 31/03 28/11
    2013 10/02 CN 0 19/04 17/11
    2014 31/01 T6 9 09/04 06/12
    2015 19/02 T5 0 28/04 26/11
    2016 08/02 T2 0 16/04 14/11
    2017 28/01 T7 6 06/04 02/12
    2018 16/02 T6 0 25/04 21/11
    2019 05/02 T3 0 14/04 11/11
    2020 25/01 T7 4 02/04 29/11
    2021 12/02 T6 0 21/04 19/11
    2022 01/02 T3 0 10/04 08/11
    2023 22/01 CN 2 29/04 27/11
    2024 10/02 T7 0 18/04 15/11
    2025 29/01 T4 6 07/04 04/12
    2026 17/02 T3 0 26/04 23/11
    2027 06/02 T7 0 16/04 12/11
    2028 26/01 T4 5 04/04 30/11
    2029 13/02 T3 0 23/04 20/11
    2030 02/02 T7 0 12/04 10/11
    2031 23/01 T5 3 01/04 29/11
    2032 11/02 T4 0 19/04 17/11
    2033 31/01 T2 11 09/04 06/11
    2034 19/02 CN 0 28/04 25/11
    2035 08/02 T5 0 17/04 14/11
    2036 28/01 T2 6 06/04 02/12
    2037 15/02 CN 0 24/04 21/11
    2038 04/02 T5 0 13/04 11/11
    2039 24/01 T2 5 03/04 30/11
    2040 12/02 CN 0 20/04 19/11
    """

  /// Solar day, then lunar day, month, year and whether it is a leap month.
  static let days: [(String, Int, Int, Int, Bool)] = [
    ("1985-01-21", 1, 1, 1985, false), ("1983-06-25", 15, 5, 1983, false),
    ("1989-10-30", 2, 10, 1989, false), ("2025-07-25", 1, 6, 2025, true),
    ("2033-12-22", 1, 11, 2033, true), ("2034-01-01", 11, 11, 2033, true),
    ("2004-11-26", 15, 10, 2004, false), ("2007-02-17", 1, 1, 2007, false),
    ("2030-02-02", 1, 1, 2030, false), ("1968-01-29", 1, 1, 1968, false),
    ("1925-01-24", 1, 1, 1925, false), ("1900-01-01", 1, 12, 1899, false),
    ("1900-01-31", 1, 1, 1900, false), ("1945-09-02", 26, 7, 1945, false),
    // Where the published table and the algorithm differ.
    ("1906-04-23", 1, 4, 1906, false), ("1914-11-17", 1, 10, 1914, false),
    ("1916-02-03", 1, 1, 1916, false), ("1920-11-10", 1, 10, 1920, false),
    ("2054-05-07", 1, 4, 2054, false), ("2072-12-09", 1, 11, 2072, false),
    ("2077-11-15", 1, 10, 2077, false),
  ]
}
