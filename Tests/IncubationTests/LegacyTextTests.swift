import Incubation
import Testing

@Suite("Encodings of before Unicode")
struct LegacyTextTests {
  @Test(
    "Texts in old encodings are recognised and become Vietnamese",
    arguments: [
      (
        "ViÖt Nam, Së Khoa häc vµ C«ng nghÖ tØnh Sãc Tr¨ng", .tcvn3,
        "Việt Nam, Sở Khoa học và Công nghệ tỉnh Sóc Trăng"
      ),
      ("Sãc Tr¨ng", .tcvn3, "Sóc Trăng"),
      ("Sãc, cãc", .tcvn3, "Sóc, cóc"),
      ("NguyÔn V¨n §ång, huyÖn Mü Xuyªn", .tcvn3, "Nguyễn Văn Đồng, huyện Mỹ Xuyên"),
      ("Céng hßa x· héi chñ nghÜa ViÖt Nam", .tcvn3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (
        "Sôû Khoa hoïc vaø Coâng ngheä tænh Soùc Traêng", .vni,
        "Sở Khoa học và Công nghệ tỉnh Sóc Trăng"
      ),
      ("Ñöôøng Nguyeãn Hueä", .vni, "Đường Nguyễn Huệ"),
      ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", .vni, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      ("khôûi nghieäp ñoåi môùi saùng taïo", .vni, "khởi nghiệp đổi mới sáng tạo"),
      ("ðýõÌng khõÒi nghiêòp", .cp1258, "đường khởi nghiệp"),
      ("Viêòt Nam, tiÒnh Sóc Trãng", .cp1258, "Việt Nam, tỉnh Sóc Trăng"),
    ] as [(String, LegacyText.Encoding, String)])
  func recognises(text: String, encoding: LegacyText.Encoding, expected: String) {
    #expect(LegacyText.recognise(text) == encoding)
    let converted = LegacyText.converted(text, from: encoding)
    #expect(Array(converted.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(LegacyText.recognise(converted) == nil, "what was converted is ordinary")
    let bytes = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    #expect(LegacyText.recognise(bytes: bytes) == encoding)
    #expect(LegacyText.converted(bytes: bytes, from: encoding) == expected)
  }

  static let ordinary = [
    "", "Hello", "Sở Khoa học và Công nghệ tỉnh Sóc Trăng", "Gạo ST tuần hoàn", "Trà Vinh", "và",
    "Bà Hà", "Hà Nam", "Bà Lò Thị Hoà", "áo dài, bánh mì, cà phê", "tôm, cá, cua", "Lò Văn Cò",
    "The quick brown fox jumps over the lazy dog", "naïve café résumé", "25 °C ± 1 °C, 3 m²",
    "Université de Liège, développement de la région", "L'été dernier, à l'école, où étaient-ils ?",
    "Les élèves français ont été très préoccupés par les problèmes économiques du pays",
    "Ça m'a coûté dix euros chez le pâtissier près de l'hôtel",
    "São Paulo, Brasília e Florianópolis",
    "Müller & Söhne, Düsseldorf", "El niño comió piñas en España", "«Gạo»", "€ 5", "½ kg",
    "Crème fraîche", "Señor Muñoz", "Nguyễn Văn A", "Khmer ខ្មែរ", "50 µg/ml ± 2",
    "© 2020 Sở KH&CN",
    "à la carte", "haï", "Hawaï", "vis-à-vis", "Pháp, Đức, Ý", "cô giáo và các em học sinh",
    "có gì đâu",
  ]

  @Test("Ordinary text is left alone", arguments: ordinary)
  func leavesAlone(text: String) {
    #expect(LegacyText.recognise(text) == nil)
    #expect(LegacyText.recognise(bytes: Array(text.utf8)) == nil)
  }

  @Test("A file is recognised although most of its words are plain")
  func files() {
    let lines = [
      "Ho ten;E-mail;Dien thoai;Ghi chu", "NguyÔn V¨n An;an.nguyen@gmail.com;0912345678;ok",
      "Kim Danh;kim.danh@soctrang.gov.vn;0912345679;Lua gao ST25 Soc Trang",
      "Th¹ch S¬n;thach.son@yahoo.com;0912345670;Trai cay",
    ]
    #expect(LegacyText.recognise(lines.joined(separator: "\r\n")) == .tcvn3)
    let western = "name;city\r\nJosé Muñoz;Málaga\r\nFrançois Lefèvre;Orléans\r\nJörg Müller;Köln"
    #expect(LegacyText.recognise(western) == nil)
  }

  @Test("Ordinary text in NFD is left alone, too")
  func decomposed() {
    #expect(LegacyText.recognise("So\u{301}c Tra\u{306}ng va\u{300} Ca\u{300} Mau") == nil)
  }

  @Test("Texts of the shipped lists are ordinary")
  func shipped() {
    for name in ShippedFields.all.map(\.vietnamese.string)
      + ShippedPipelines.all.flatMap(\.stages).map(\.title.vietnamese.string)
    {
      #expect(LegacyText.recognise(name) == nil, "\(name)")
    }
  }
}
