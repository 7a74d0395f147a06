public import Incubation
public import Storage

/// The papers of a course, laid out as Decree 30/2020/NĐ-CP asks: the list to sign in, and the
/// certificates. They are written in Vietnamese, as every paper of a department is.
public struct TrainingPapers: Sendable {
  /// The course.
  public var course: Course
  /// The day of the papers.
  public var today: LocalDate

  /// The papers of a course on a day.
  public init(course: Course, today: LocalDate) { (self.course, self.today) = (course, today) }

  private var agency: String {
    let organiser = course.content.organiser.string
    return (organiser.isEmpty ? "SỞ KHOA HỌC VÀ CÔNG NGHỆ" : organiser).uppercased()
  }

  private func letterhead(_ reference: String?, on day: LocalDate?) -> DocumentBlock {
    .letterhead(
      Letterhead(
        superior: "", agency: agency, reference: reference,
        placeAndDay: day.map { $0.official(.vietnamese).capitalisedStart }))
  }

  /// The list on which the people of a session sign: names, units and room for a signature.
  /// Telephones and other personal data are not on it.
  public func signIn(_ session: SessionSummary, _ people: [Enrolment]) -> OfficialDocument {
    let span = session.session.content.span
    let place = session.venue.map { ", tại \($0.name)" } ?? ""
    let trainers = session.trainers.map(\.string).joined(separator: ", ")
    var blocks: [DocumentBlock] = [
      letterhead(nil, on: nil),
      .title(
        DocumentTitle(
          "DANH SÁCH KÝ TÊN",
          [course.content.title.string, "Buổi: \(session.title)"])),
      .paragraph(
        DocumentParagraph(
          .centred,
          "\(span.start.timeText)–\(span.end.timeText), \(span.start.day.official(.vietnamese))"
            + place)),
    ]
    if !trainers.isEmpty {
      blocks.append(.paragraph(DocumentParagraph(.centred, "Giảng viên: \(trainers)")))
    }
    blocks += [
      .table(
        DocumentTable(
          [
            .init("STT", .centre, weight: 7), .init("Họ và tên", weight: 33),
            .init("Đơn vị", weight: 35), .init("Ký tên", weight: 25),
          ],
          rows: people.enumerated().map { index, person in
            [String(index + 1), person.name.string, person.unit.string, ""]
          }, keyColumns: 2)),
      .paragraph(
        DocumentParagraph(
          .remark, "Danh sách có \(people.count) người. Có mặt: ……… người.")),
      .closing(
        DocumentClosing(signatures: [
          .init(["GIẢNG VIÊN"], note: "(Ký, ghi rõ họ tên)", name: ""),
          .init(["NGƯỜI ĐIỂM DANH"], note: "(Ký, ghi rõ họ tên)", name: ""),
        ])),
    ]
    return OfficialDocument(
      name: course.content.title, day: span.start.day, parts: [.init(.portrait, blocks)])
  }

  /// Certificates, a page each. One that was revoked says so.
  public func certificates(_ certificates: [Certificate]) -> OfficialDocument {
    OfficialDocument(
      name: course.content.title, day: today,
      parts: certificates.map { OfficialDocument.Part(.certificate, blocks($0)) })
  }

  private func blocks(_ certificate: Certificate) -> [DocumentBlock] {
    let days =
      certificate.from == certificate.to
      ? certificate.from.official(.vietnamese)
      : "từ \(certificate.from.official(.vietnamese)) đến \(certificate.to.official(.vietnamese))"
    var blocks: [DocumentBlock] = [
      letterhead("Số: \(certificate.number)", on: certificate.issuedOn),
      .title(DocumentTitle("GIẤY CHỨNG NHẬN", [])),
      .paragraph(DocumentParagraph(.centred, agency, isBold: true)),
      .paragraph(DocumentParagraph(.centred, "chứng nhận")),
      .paragraph(DocumentParagraph(.display, certificate.name.string, isBold: true)),
      .paragraph(DocumentParagraph(.centred, "đã hoàn thành khóa học")),
      .paragraph(DocumentParagraph(.display, certificate.courseTitle.string, isBold: true)),
      .paragraph(DocumentParagraph(.centred, "\(hours(certificate.minutes)) giờ, \(days)")),
    ]
    if let day = certificate.revokedOn {
      blocks.append(
        .paragraph(
          DocumentParagraph(
            .centred, "ĐÃ THU HỒI \(day.official(.vietnamese)): \(certificate.revokedBecause)",
            isBold: true)))
    }
    blocks.append(.closing(DocumentClosing(signatures: [.init(["GIÁM ĐỐC"], name: "")])))
    return blocks
  }

  /// Minutes as hours with at most one decimal: "10,5".
  private func hours(_ minutes: Int) -> String {
    let tenths = (minutes + 3) / 6
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(tenths % 10)"
  }
}

extension String {
  /// With a capital at its beginning.
  fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
