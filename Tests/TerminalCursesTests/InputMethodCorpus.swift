/// Words that are typed in the replays: surnames, given names, places, and the words of the work,
/// with every rime and every accented letter of the language.
enum InputMethodCorpus {
  /// The words, in small letters and NFC.
  static let words: [String] = """
    nguyễn thị tuyết trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý thạch sơn
    kiên danh lâm liêu châu trịnh đinh mai trương tạ hà cao đoàn lưu lương phùng tô tăng quách
    khưu kiều diệp viên nghiêm văn hữu đức minh quốc hưng thắng phước lộc thọ khánh hòa bình yên
    an thành công dũng mạnh hùng cường tuấn kiệt hải long phượng hạnh thúy thủy hằng nga ánh ngọc
    bích diễm quỳnh như trâm uyên vy khuê thảo hiền thơm hương lan huệ cúc đào xuân hạ thu đông
    sóc trăng cần thơ vĩnh mỹ xuyên tú kế sách trị cù dung ngã năm bảy đề bạc cà mau hậu giang
    trà vinh tiền bến tre đồng tháp lạng bằng bắc kạn thái quảng ninh phòng nghệ tĩnh thừa thiên
    huế đà nẵng ngãi phú đắk lắk nông gia lai khoa học và sở cục vụ viện trường đại ủy ban nhân
    dân tỉnh phố quận huyện phường xã ấp khóm khởi nghiệp đổi mới sáng tạo dự án tưởng sản phẩm
    dịch doanh khách hàng đối tác nhà đầu tư vốn quỹ hỗ trợ ươm vườn tốc huấn luyện cố vấn chuyên
    giám khảo hội cuộc thi vòng bảng điểm số phiếu chấm tiêu chí thể lệ giải thưởng nhất nhì ba
    khuyến khích biên bản hợp nội kinh phí cấp phát ngân kết nối chỉ hoạch báo cáo nhiệm tài
    nghiên cứu ứng dụng chuyển giao thử nghiệm quyết toán tạm hoàn trả tiến độ hạn điều chỉnh đơn
    vị chủ trì phối thực hiện thời bắt thúc ngày tháng tuần buổi chiều tối giờ phút giây khóa lớp
    vắng mặt có giáo trình bài giảng kiểm tra chứng nhận xét đánh giá lúa gạo tôm cá bò heo gà
    vịt trứng sữa mía mắm muối hành tím nhãn bưởi xoài dừa khoai sắn đậu nành nước mặn ngọt phèn
    đất ruộng rẫy ao sông rạch biển đảo rừng tràm đước gió nắng mưa lũ xói lở bờ kè đê cống máy
    móc thiết bị cảm biến phần mềm cứng mạng dữ liệu trí tuệ tự động khiển từ xa vệ tinh đồ năng
    lượng trời điện sinh khối tiết kiệm xử rác thải nhiễm môi sạch xanh bền vững tế thuốc bệnh
    chữa khỏi khỏe ốm đau sốt ho kiết lỵ tễ tiêm chủng bác sĩ dưỡng trẻ em phụ nữ người già
    khuyết tật tộc thiểu khơ me hoa chăm nghĩ nhớ quên biết hiểu rõ ràng mơ đúng sai thật giả tốt
    xấu đẹp dở giỏi kém cũ lớn nhỏ dài ngắn rộng hẹp thấp trên dưới trong ngoài trước sau giữa
    cạnh bên phải trái gần đây đó kia nào sao thế vậy mà nếu thì nhưng hoặc được cho lấy đưa gửi
    mua bán vay nợ thuê mượn giữ bỏ thêm bớt sửa xóa tìm lọc sắp xếp chọn mở đóng in xuất nhập
    tải thoát quay lại tiếp tục dừng hủy chối duyệt ký dấu phê một hai bốn sáu tám chín mười trăm
    nghìn triệu tỷ rưỡi lẻ nửa mấy bao nhiêu giếng giặt giũ gìn giục giấy giỗ giễu giãn giòn
    giường giống quả quý quyền quyển quẹo quạt quặng quầy quỵ quỷ quýt quỳ thuở huơ khuya khuỷu
    khuynh huýt luýnh tuýp xuýt nguyệt nguyện tuyển thuyền huyết khuyên ngoại loại thoại khoái
    hoài xoáy ngoáy loay hoay khoản hoãn đoán loãng thoáng khoảng choáng quãng ngoặc thoắt xoắn
    khoăn băn oằn oái oăm hoẵng ngoằn ngoèo ngoẹo khoẻn loét toét hoẻn xòe khoe lòe nhòe họe xoẹt
    cưỡi sưởi rượu hươu bướu khướu cừu mưu bưu lưỡi cười lười tươi tưới thượng tượng đường trưởng
    sương gương giương xương nướng hướng bướng phương đương nhường ước bước lược dược thước ngược
    cược tướt mướt lướt trượt vượt sượt ướp cướp uống muống xuống luống cuống buồn muốn luôn suôn
    chuộng chuồng thuộc buộc đuốc chuột tuột ruột suốt nuôi đuôi muỗi tuổi ruồi suất luật thuật
    khuất nhuận tuân chuẩn khuấy nguẩy quẫy huân luận khuẩn thuần thuế quế uế xuề khuếch nguếch
    huếch xuê kẽ sẽ khẽ nhẽ vẽ rẽ nghẽn bẽn lẽn kẻng xẻng chén xén kén hẹn thẹn bẹp nẹp tép mẹt
    hét ễnh ương kềnh mệnh lệnh chênh lệch ếch nhếch nêm đêm nệm hến đến lều kêu nghêu rêu ẩm ướt
    ấm ẫm bẩn cẩn mẫn phẫn mẫu dẫu hẫng vẫn hẳn chẳng thẳng phẳng ẵm sẵn nhẵn đẵn rắn vặn cặp gặp
    bắp lắp kỹ lũy tủy nhụy thùy ngụy tụy túy lỹ sỹ tỵ mỵ kỵ kỳ mỳ ổn ồn rộn lộn trốn khốn mỗi
    lỗi nỗi chỗ vỗ bộn hỗn tổ rổ nổ cỗ ống bống sống cộng lỏng bỏng móng xoong boong moóc soóc sỡ
    rỡ vỡ bỡ ngỡ lỡ nhỡ hở cớ rợ vợ chợ lợn trợn sớm cơm ỡm chữ ngữ bữa lửa cửa ngựa dựa sứa rứt
    bứt mứt vứt dứt lực sức mức phức mực bực
    """.split(whereSeparator: \.isWhitespace).map { String($0) }

  /// Words in capitals that together have every accented capital letter.
  static let capitals: [String] = {
    var missing = letters
    return words.filter { word in
      let isWanted = !missing.isDisjoint(with: word)
      missing.subtract(word)
      return isWanted
    }.map { $0.uppercased() }
  }()

  /// Names with a capital at their beginning.
  static let names: [String] = words.prefix(60).map { $0.prefix(1).uppercased() + $0.dropFirst() }

  static let all = words + capitals + names

  /// The 67 accented letters, small.
  static let letters: Set<Character> = Set(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
}
