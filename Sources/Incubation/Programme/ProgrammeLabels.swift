private func text(_ vietnamese: SafeText, _ english: SafeText) -> Bilingual {
  Bilingual(vietnamese: vietnamese, english: english)
}

extension FundingSource.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .national: text("Trung ương", "National")
    case .provincial: text("Tỉnh", "Provincial")
    case .international: text("Quốc tế", "International")
    case .own: text("Tự có", "Own")
    case .enterprise: text("Doanh nghiệp", "Enterprise")
    }
  }
}

extension FundingApplication.State: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .submitted: text("Đã nộp", "Submitted")
    case .approved: text("Được duyệt", "Approved")
    case .refused: text("Không duyệt", "Refused")
    case .withdrawn: text("Đã rút", "Withdrawn")
    }
  }
}

extension MoneyEntry.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .allotted: text("Giao kinh phí", "Allotted")
    case .committed: text("Cam kết", "Committed")
    case .released: text("Hủy cam kết", "Released")
    case .disbursed: text("Giải ngân", "Disbursed")
    case .advanced: text("Tạm ứng", "Advanced")
    case .settled: text("Quyết toán tạm ứng", "Settled")
    case .returned: text("Hoàn tạm ứng", "Returned")
    case .recovered: text("Thu hồi", "Recovered")
    }
  }
}

extension LedgerAccount: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .funds: text("Được giao", "Allotted")
    case .available: text("Còn chưa cam kết", "Not committed")
    case .promised: text("Cam kết chưa chi", "Committed, unpaid")
    case .advances: text("Tạm ứng chưa quyết toán", "Advances open")
    case .spent: text("Đã chi", "Spent")
    }
  }
}

extension LedgerGrouping: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .entry: text("Từng khoản", "Entry")
    case .year: text("Năm", "Year")
    case .source: text("Nguồn", "Source")
    case .task: text("Nhiệm vụ", "Task")
    case .venture: text("Hồ sơ", "Venture")
    case .department: text("Sở", "Department")
    case .item: text("Nội dung hợp tác", "Content item")
    }
  }
}

extension TaskState.Phase: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .proposal: text("Đề xuất", "Proposal")
    case .selection: text("Tuyển chọn", "Selection")
    case .contract: text("Hợp đồng", "Contract")
    case .running: text("Thực hiện", "Carried out")
    case .suspended: text("Tạm dừng", "Suspended")
    case .acceptance: text("Nghiệm thu", "Acceptance")
    case .finished: text("Hoàn thành", "Finished")
    case .ended: text("Dừng", "Ended")
    }
  }
}

extension TaskTransition.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .advance: text("Bước tiếp", "Advance")
    case .back: text("Trả lại", "Return")
    case .suspend: text("Đình chỉ", "Suspend")
    case .resume: text("Tiếp tục", "Resume")
    case .exit: text("Kết thúc", "End")
    case .extend: text("Gia hạn", "Extend")
    }
  }
}

extension AgreementReview.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .interim: text("Sơ kết", "Interim review")
    case .final: text("Tổng kết", "Final review")
    }
  }
}

extension Partner.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .programme: text("Chương trình", "Programme")
    case .investor: text("Nhà đầu tư", "Investor")
    case .expert: text("Chuyên gia", "Expert")
    }
  }
}

extension Connection.Step: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .introduced: text("Giới thiệu", "Introduced")
    case .met: text("Đã gặp", "Met")
    case .followUp: text("Theo dõi", "Followed up")
    case .agreed: text("Thành công", "Agreed")
    case .declined: text("Không thành", "Declined")
    }
  }
}

extension SupportKind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .completion: text("Hoàn thiện công nghệ", "Technology completion")
    case .prototype: text("Sản xuất sản phẩm mẫu", "Prototype")
    case .testing: text("Thử nghiệm sản phẩm", "Product testing")
    case .renewal: text("Đổi mới công nghệ", "Technology renewal")
    }
  }
}

extension Exchange.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .information: text("Trao đổi thông tin", "Information")
    case .experience: text("Chia sẻ kinh nghiệm", "Experience")
    case .services: text("Dịch vụ KH&CN", "S&T services")
    }
  }
}

extension Indicator.Unit: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .count: text("số lượng", "count")
    case .dong: text("đồng", "đồng")
    case .percent: text("%", "%")
    }
  }
}
