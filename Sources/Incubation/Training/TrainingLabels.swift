extension Course.Kind {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .staff: Bilingual(vietnamese: "Bồi dưỡng cán bộ", english: "Staff training")
    case .enterprise: Bilingual(vietnamese: "Đào tạo doanh nghiệp", english: "Enterprise training")
    case .coaching: Bilingual(vietnamese: "Huấn luyện khởi nghiệp", english: "Coaching")
    }
  }
}

extension Course.Status {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .planned: Bilingual(vietnamese: "Dự kiến", english: "Planned")
    case .open: Bilingual(vietnamese: "Đang mở", english: "Open")
    case .closed: Bilingual(vietnamese: "Đã kết thúc", english: "Closed")
    case .cancelled: Bilingual(vietnamese: "Đã hủy", english: "Cancelled")
    }
  }
}

extension RegistrationRules.Scope {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .course: Bilingual(vietnamese: "Cả khóa", english: "Whole course")
    case .session: Bilingual(vietnamese: "Từng buổi", english: "By session")
    }
  }
}

extension RegistrationRules.WaitingOrder {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .order: Bilingual(vietnamese: "Theo thứ tự", english: "By order")
    case .lot: Bilingual(vietnamese: "Bốc thăm", english: "By lot")
    }
  }
}

extension PassingRule.Basis {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .sessions: Bilingual(vietnamese: "Theo số buổi", english: "By sessions")
    case .hours: Bilingual(vietnamese: "Theo số giờ", english: "By hours")
    }
  }
}

extension Enrolment.State {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .registered: Bilingual(vietnamese: "Đã đăng ký", english: "Registered")
    case .approved: Bilingual(vietnamese: "Đã duyệt", english: "Approved")
    case .waiting: Bilingual(vietnamese: "Đang chờ", english: "Waiting")
    case .offered: Bilingual(vietnamese: "Được mời", english: "Offered")
    case .expired: Bilingual(vietnamese: "Hết hạn mời", english: "Expired")
    case .attended: Bilingual(vietnamese: "Đã dự", english: "Attended")
    case .noShow: Bilingual(vietnamese: "Vắng mặt", english: "No-show")
    case .cancelled: Bilingual(vietnamese: "Đã hủy", english: "Cancelled")
    case .transferred: Bilingual(vietnamese: "Đã chuyển", english: "Transferred")
    }
  }
}

extension Attendance.Mark {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .present: Bilingual(vietnamese: "Có mặt", english: "Present")
    case .late: Bilingual(vietnamese: "Đến muộn", english: "Late")
    case .leftEarly: Bilingual(vietnamese: "Về sớm", english: "Left early")
    case .absent: Bilingual(vietnamese: "Vắng", english: "Absent")
    case .excused: Bilingual(vietnamese: "Có phép", english: "Excused")
    }
  }
}
