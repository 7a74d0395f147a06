import TerminalCanvas

/// What terminals send.
enum DecoderTables {
  static let all =
    letters + controls + cursorKeys + functionKeys + modified + reports + unknown
    + pastes + invalid

  static let letters = [
    DecoderCase("a", .text("a")),
    DecoderCase("Nguyễn Thị Ánh 日本 😀", .text("Nguyễn Thị Ánh 日本 😀")),
    // Unikey types việt by Telex: backspaces and replacement in one read, as 7f or as 08.
    DecoderCase(
      "vie\u{7F}\u{7F}iê\u{7F}ệt", .text("vie"), key(.backspace), key(.backspace), .text("iê"),
      key(.backspace), .text("ệt")),
    DecoderCase(
      "e\u{8}ê\u{8}ệ", .text("e"), key(.backspace), .text("ê"), key(.backspace), .text("ệ")),
    DecoderCase("e\u{302}\u{323}", .text("e\u{302}\u{323}")),
    DecoderCase("\u{9B}1\u{80}", .text("1")),
  ]

  static let controls = [
    DecoderCase("\r", key(.enter)), DecoderCase("\n", key(.enter)), DecoderCase("\t", key(.tab)),
    DecoderCase("\u{7F}", key(.backspace)), DecoderCase("\u{8}", key(.backspace)),
    DecoderCase("\u{0}", control(" ")), DecoderCase("\u{1}", control("a")),
    DecoderCase("\u{11}", control("q")), DecoderCase("\u{1A}", control("z")),
    DecoderCase("\u{1C}", control("\\")), DecoderCase("\u{1F}", control("_")),
    DecoderCase("\u{1B}a", alt("a")), DecoderCase("\u{1B}A", alt("a", .shift)),
    DecoderCase("\u{1B}đ", alt("đ")), DecoderCase("\u{1B}Đ", alt("đ", .shift)),
    DecoderCase("\u{1B}\r", key(.enter, .alt)), DecoderCase("\u{1B}\u{7F}", key(.backspace, .alt)),
    DecoderCase("\u{1B}\u{1}", key(.character("a"), [.alt, .control])),
    DecoderCase("\u{1B} ", alt(" ")),
    DecoderCase("x\ry\u{3}z", .text("x"), key(.enter), .text("y"), control("c"), .text("z")),
    DecoderCase("\u{1B}\u{1B}x", key(.escape), alt("x")),
  ]

  static let cursorKeys = [
    DecoderCase("\u{1B}[A", key(.up)), DecoderCase("\u{1B}[B", key(.down)),
    DecoderCase("\u{1B}[C", key(.right)), DecoderCase("\u{1B}[D", key(.left)),
    DecoderCase("\u{1B}OA", key(.up)), DecoderCase("\u{1B}OD", key(.left)),
    DecoderCase("\u{1B}[H", key(.home)), DecoderCase("\u{1B}[F", key(.end)),
    DecoderCase("\u{1B}OH", key(.home)), DecoderCase("\u{1B}OF", key(.end)),
    DecoderCase("\u{1B}[1~", key(.home)), DecoderCase("\u{1B}[4~", key(.end)),
    DecoderCase("\u{1B}[7~", key(.home)), DecoderCase("\u{1B}[8~", key(.end)),
    DecoderCase("\u{1B}[2~", key(.insert)), DecoderCase("\u{1B}[3~", key(.delete)),
    DecoderCase("\u{1B}[5~", key(.pageUp)), DecoderCase("\u{1B}[6~", key(.pageDown)),
    DecoderCase("\u{1B}[A\u{1B}[Aa", key(.up), key(.up), .text("a")),
    DecoderCase("\u{1B}OM", key(.enter)), DecoderCase("\u{1B}Oq\u{1B}On", .text("1.")),
    DecoderCase("\u{1B}\u{1B}[A", key(.up, .alt)), DecoderCase("\u{1B}\u{1B}OA", key(.up, .alt)),
  ]

  static let functionKeys = [
    DecoderCase("\u{1B}OP", key(.function(1))), DecoderCase("\u{1B}OS", key(.function(4))),
    DecoderCase("\u{1B}[11~", key(.function(1))), DecoderCase("\u{1B}[15~", key(.function(5))),
    DecoderCase("\u{1B}[17~", key(.function(6))), DecoderCase("\u{1B}[21~", key(.function(10))),
    DecoderCase("\u{1B}[23~", key(.function(11))), DecoderCase("\u{1B}[24~", key(.function(12))),
    DecoderCase("\u{1B}[25~", key(.function(13))), DecoderCase("\u{1B}[34~", key(.function(20))),
    DecoderCase("\u{1B}[[A", key(.function(1))), DecoderCase("\u{1B}[[E", key(.function(5))),
    DecoderCase("\u{1B}1", key(.function(1))), DecoderCase("\u{1B}9", key(.function(9))),
    DecoderCase("\u{1B}0", key(.function(10))),
    DecoderCase("\u{1B}[[Z"),
  ]

  static let modified = [
    DecoderCase("\u{1B}[1;5C", key(.right, .control)), DecoderCase("\u{1B}[1;2A", key(.up, .shift)),
    DecoderCase("\u{1B}[1;3B", key(.down, .alt)),
    DecoderCase("\u{1B}[1;8D", key(.left, [.shift, .alt, .control])),
    DecoderCase("\u{1B}[1;9D", key(.left, .alt)),
    DecoderCase("\u{1B}[3;2~", key(.delete, .shift)),
    DecoderCase("\u{1B}[5;5~", key(.pageUp, .control)),
    DecoderCase("\u{1B}[1;5H", key(.home, .control)),
    DecoderCase("\u{1B}[1;2P", key(.function(1), .shift)),
    DecoderCase("\u{1B}O5A", key(.up, .control)),
    DecoderCase("\u{1B}O1;2P", key(.function(1), .shift)),
    DecoderCase("\u{1B}[15;2~", key(.function(5), .shift)),
    DecoderCase("\u{1B}[Z", key(.tab, .shift)),
    // rxvt
    DecoderCase("\u{1B}[a", key(.up, .shift)), DecoderCase("\u{1B}Od", key(.left, .control)),
    DecoderCase("\u{1B}[3$x", key(.delete, .shift), .text("x")),
    DecoderCase("\u{1B}[3^", key(.delete, .control)),
    DecoderCase("\u{1B}[3@", key(.delete, [.control, .shift])),
    // kitty and modifyOtherKeys
    DecoderCase("\u{1B}[97;5u", control("a")), DecoderCase("\u{1B}[27u", key(.escape)),
    DecoderCase("\u{1B}[13;5u", key(.enter, .control)),
    DecoderCase("\u{1B}[9;2u", key(.tab, .shift)),
    DecoderCase("\u{1B}[127;3u", key(.backspace, .alt)), DecoderCase("\u{1B}[97u", .text("a")),
    DecoderCase("\u{1B}[97;2u", .text("A")), DecoderCase("\u{1B}[49:33;2u", .text("!")),
    DecoderCase("\u{1B}[7879;3u", alt("ệ")), DecoderCase("\u{1B}[97;5:3u"),
    DecoderCase("\u{1B}[1;1:3A"), DecoderCase("\u{1B}[57399u"), DecoderCase("\u{1B}[55296u"),
    DecoderCase("\u{1B}[27;5;97~", control("a")),
    DecoderCase("\u{1B}[27;6;65~", key(.character("a"), [.control, .shift])),
  ]

  static let reports = [
    DecoderCase("\u{1B}[<0;1;1M", mouse(.press, .left, 0, 0)),
    DecoderCase("\u{1B}[<0;251;40m", mouse(.release, .left, 250, 39)),
    DecoderCase("\u{1B}[<2;3;4M", mouse(.press, .right, 2, 3)),
    DecoderCase("\u{1B}[<32;3;4M", mouse(.drag, .left, 2, 3)),
    DecoderCase("\u{1B}[<35;3;4M", mouse(.move, .none, 2, 3)),
    DecoderCase("\u{1B}[<64;3;4M", mouse(.wheelUp, .none, 2, 3)),
    DecoderCase("\u{1B}[<65;3;4M", mouse(.wheelDown, .none, 2, 3)),
    DecoderCase("\u{1B}[<20;3;4M", mouse(.press, .left, 2, 3, [.shift, .control])),
    DecoderCase("\u{1B}[<66;3;4M"), DecoderCase("\u{1B}[<0;0;1M"), DecoderCase("\u{1B}[<0;1M"),
    DecoderCase("\u{1B}[<999999999999999999999;1;1M"), DecoderCase("\u{1B}[<128;1;1M"),
    // X10 and urxvt reports are swallowed whole.
    DecoderCase("\u{1B}[M !\"x", .text("x")), DecoderCase("\u{1B}[32;5;5Mx", .text("x")),
    DecoderCase("\u{1B}[I", .focus(true)), DecoderCase("\u{1B}[O", .focus(false)),
    DecoderCase("\u{1B}[?2026;2$y", .modeReport(mode: 2026, state: 2)),
    DecoderCase("\u{1B}[?2026;9$y"),
  ]

  static let unknown = [
    DecoderCase("\u{1B}[?62;22c"), DecoderCase("\u{1B}[>0;276;0c"), DecoderCase("\u{1B}[5n"),
    DecoderCase("\u{1B}[12;40R"), DecoderCase("\u{1B}[200;1x"), DecoderCase("\u{1B}[201~"),
    DecoderCase("\u{1B}]11;rgb:0000/0000/0000\u{7}x", .text("x")),
    DecoderCase("\u{1B}]52;c;ZGQ=\u{1B}\\x", .text("x")),
    DecoderCase("\u{1B}P1$r0m\u{1B}\\x", .text("x")),
    DecoderCase("\u{1B}_Gi=1;OK\u{1B}\\x", .text("x")),
    DecoderCase("\u{1B}^pm\u{1B}\\\u{1B}Xsos\u{1B}\\x", .text("x")),
    DecoderCase("\u{1B}]0;đổi\u{18}x", .text("x")),
    DecoderCase("\u{1B}]0;title\u{1B}[Ax", key(.up), .text("x")),
    DecoderCase("\u{1B}[" + String(repeating: "1;", count: 500) + "Hx", .text("x")),
    DecoderCase("\u{1B}[1;\u{1B}[Ax", key(.up), .text("x")),
    DecoderCase("\u{1B}[1;\rx", key(.enter), .text("x")),
    DecoderCase("\u{1B}[1\u{18}x", .text("x")),
    DecoderCase("\u{1B}[1đx", .text("đx")), DecoderCase("\u{1B}O\u{1B}[A", key(.up)),
    DecoderCase("\u{1B}Ozx", .text("x")),
  ]

  static let pastes = [
    DecoderCase("\u{1B}[200~đổi mới\u{1B}[201~x", .paste("đổi mới"), .text("x")),
    DecoderCase("\u{1B}[200~a\rb\r\nc\nd\u{1B}[201~", .paste("a\nb\nc\nd")),
    DecoderCase("\u{1B}[200~a\tb\u{0}\u{1B}[31mc\u{7F}\u{85}\u{1B}[201~", .paste("a b[31mc")),
    DecoderCase("\u{1B}[200~\u{1B}[201~x", .text("x")),
    DecoderCase("\u{1B}[200~\u{1B}[20\u{1B}[201~x", .paste("[20"), .text("x")),
    DecoderCase(
      bytes: Array("\u{1B}[200~a".utf8) + [0xF0, 0x41] + Array("\u{1B}[201~".utf8), .paste("aA"),
      .invalidBytes(1)),
  ]

  static let invalid = [
    DecoderCase(bytes: [0xFF, 0x61], .invalidBytes(1), .text("a")),
    DecoderCase(bytes: [0x61, 0xE1, 0xBB, 0x61], .text("a"), .invalidBytes(2), .text("a")),
    DecoderCase(bytes: [0xC0, 0x80, 0xED, 0xA0, 0x80], .invalidBytes(5)),
    DecoderCase(bytes: [0xF4, 0x90, 0x80, 0x80, 0x0D], .invalidBytes(4), key(.enter)),
    DecoderCase(bytes: [0xE0, 0x9F, 0xBF], .invalidBytes(3)),
    DecoderCase(bytes: [0xE1, 0x1B, 0x5B, 0x41], .invalidBytes(1), key(.up)),
    DecoderCase(bytes: [0x1B, 0xFF, 0x61], .invalidBytes(1), .text("a")),
  ]
}
