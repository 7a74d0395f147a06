extension RoundState: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .draft: Bilingual(vietnamese: "đang chuẩn bị", english: "draft")
    case .open: Bilingual(vietnamese: "đang chấm", english: "open")
    case .frozen: Bilingual(vietnamese: "đang chấm, bảng điểm đóng băng", english: "frozen")
    case .closed: Bilingual(vietnamese: "đã đóng", english: "closed")
    case .verified: Bilingual(vietnamese: "đã kiểm", english: "verified")
    case .signed: Bilingual(vietnamese: "đã ký", english: "signed")
    case .published: Bilingual(vietnamese: "đã công bố", english: "published")
    case .archived: Bilingual(vietnamese: "đã lưu trữ", english: "archived")
    }
  }
}

extension RoundEdge.Name: Labelled {
  /// What the step is called, as a command.
  public var labels: Bilingual {
    switch self {
    case .open: Bilingual(vietnamese: "Mở chấm", english: "Open")
    case .freeze: Bilingual(vietnamese: "Đóng băng bảng điểm", english: "Freeze the board")
    case .thaw: Bilingual(vietnamese: "Bỏ đóng băng", english: "Unfreeze")
    case .close: Bilingual(vietnamese: "Đóng vòng", english: "Close")
    case .reopen: Bilingual(vietnamese: "Mở lại vòng", english: "Reopen")
    case .verify: Bilingual(vietnamese: "Kiểm kết quả", english: "Verify")
    case .unverify: Bilingual(vietnamese: "Bỏ xác nhận kiểm", english: "Take back verification")
    case .sign: Bilingual(vietnamese: "Ký kết quả", english: "Sign")
    case .annul: Bilingual(vietnamese: "Hủy chữ ký", english: "Annul signatures")
    case .publish: Bilingual(vietnamese: "Công bố", english: "Publish")
    case .archive: Bilingual(vietnamese: "Lưu trữ", english: "Archive")
    }
  }
}

extension Entry.Eligibility: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .pending: Bilingual(vietnamese: "chờ kiểm tra", english: "to be checked")
    case .eligible: Bilingual(vietnamese: "đủ điều kiện", english: "eligible")
    case .refused: Bilingual(vietnamese: "không đủ điều kiện", english: "not eligible")
    }
  }
}

extension ConflictOfInterest.Kind: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .organisation: Bilingual(vietnamese: "cùng đơn vị", english: "same organisation")
    case .founder: Bilingual(vietnamese: "người sáng lập", english: "founder")
    case .mentor: Bilingual(vietnamese: "người hướng dẫn", english: "mentor")
    case .investor: Bilingual(vietnamese: "nhà đầu tư", english: "investor")
    case .family: Bilingual(vietnamese: "người thân", english: "family")
    case .other: Bilingual(vietnamese: "lý do khác", english: "other")
    }
  }
}

extension RoundSnapshot.CellState: Labelled {
  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .notAssigned: Bilingual(vietnamese: "không phân", english: "not assigned")
    case .conflict: Bilingual(vietnamese: "xung đột", english: "conflict")
    case .absent: Bilingual(vietnamese: "vắng", english: "absent")
    case .blank: Bilingual(vietnamese: "chưa chấm", english: "blank")
    case .partial: Bilingual(vietnamese: "đang chấm", english: "partial")
    case .complete: Bilingual(vietnamese: "đủ điểm", english: "complete")
    case .confirmed: Bilingual(vietnamese: "đã xác nhận", english: "confirmed")
    case .sealed: Bilingual(vietnamese: "đã niêm phong", english: "sealed")
    }
  }
}
