import Testing

/// Keys and the words that they must become.
struct TypingVector: CustomTestStringConvertible, Sendable {
  let keys: String
  let old: String
  let new: String

  /// `word` is the same in both styles, or both with a bar between: hòa|hoà.
  init(_ keys: String, _ word: String) {
    self.keys = keys
    let styles = word.split(separator: "|").map { String($0) }
    old = styles[0]
    new = styles[styles.count - 1]
  }

  var testDescription: String { keys }
}

enum TypingVectors {
  /// The published vectors: every example of the research on typing, with the rules they stand for.
  static let telex = table(
    """
    Socs=Sóc Trawng=Trăng ddoocj=độc laapj=lập nguwowif=người nguoiwf=người dduwowngf=đường
    dduongwf=đường khowir=khởi nghieepj=nghiệp Vieejt=Việt Vieetj=Việt quar=quả gif=gì giaf=già
    gieengs=giếng giair=giải giups=giúp hoangf=hoàng hoaf=hòa|hoà ngoaif=ngoài thuowr=thuở
    nguyeenx=nguyễn toansz=toan DDoongf=Đồng test=tét tesst=test aaa=aa ddd=dd ass=as huow=huơ
    tuaans=tuấn thuees=thuế khuyeens=khuyến thuyr=thủy|thuỷ ww=w aa=â aw=ă ee=ê oo=ô ow=ơ uw=ư w=ư
    dd=đ
    """)

  static let vni = table(
    """
    So1c=Sóc Tra8ng=Trăng d9u7o7ng2=đường d9uo7ng2=đường Nguye6n4=Nguyễn Vie65t=Việt kho7i3=khởi
    a6=â a8=ă e6=ê o6=ô o7=ơ u7=ư d9=đ a1=á a2=à a3=ả a4=ã a5=ạ
    """)

  /// What is typed every day, and every rule at its edges.
  static let moreTelex = table(
    """
    VIEETJ=VIỆT DDOOCJ=ĐỘC NguyeenX=Nguyễn DDawks=Đắk Lawsk=Lắk Krooong=Kroong Kroongs=Krống
    as=á af=à ar=ả ax=ã aj=ạ afs=á asf=à asz=a eee=ee ooo=oo aww=aw oww=ow uww=uw uoww=uow
    aff=af arr=ar axx=ax ajj=aj
    Vieet=Viêt vietej=việt vieetjj=viêtj hoas=hóa|hoá hoef=hòe|hoè hoeng=hoeng huyf=hùy|huỳ
    khoer=khỏe|khoẻ quys=quý quyf=quỳ quyeenr=quyển quoocs=quốc quowr=quở quawngj=quặng quas=quá
    giuwx=giữ giwx=giữ giof=giò giuowngf=giường gifn=gìn ginf=gìn giaays=giấy gias=giá gios=gió
    muaf=mùa muwaf=mừa muaw=mưa chuaw=chưa uar=ủa hoaw=hoă hoacwj=hoặc hoawcj=hoặc
    thuow=thuơ thuowng=thương thuowngf=thường khuow=khuơ huowu=hươu huouw=hươu ruouwj=rượu
    luuw=lưu luwu=lưu cuuws=cứu nguwowng=ngương nguowng=ngương buoonf=buồn uoongs=uống
    yeeu=yêu yees=yế kyx=kỹ tyr=tỷ lys=lý khuyur=khuỷu khuyar=khuỷa ngoeof=ngoèo ngoaos=ngoáo
    xooong=xoong mooosc=moóc boooong=booong ddoiwf=đời doidwf=đời dangd=đang
    aas=ấ aaf=ầ aar=ẩ aax=ẫ aaj=ậ aws=ắ awf=ằ awr=ẳ awx=ẵ awj=ặ uaw=ưa tw=tư tws=tứ
    QDD=QĐ NDD=NĐ HDDND=HĐND DDH=ĐH ddc=đc ddt=đt BCDD=BCĐ UBND=UBND THPT=THPT
    """)

  /// Words that are no Vietnamese, as their writers want them, while they are typed.
  static let foreign = table(
    """
    Facebook=Facebook google=google email=email expect=expect window=window center=center
    startup=startup app=app web=web soft=soft plan=plan Green=Green brand=brand fix=fix mix=mĩ
    mixx=mix
    smart=smart class=class press=press project=project business=business address=address
    blockchain=blockchain robot=robot drone=drone cloud=cloud platform=platform marketing=marketing
    follow=follow newsletter=newsletter fintech=fintech software=software hardware=hardware
    """)

  static let moreVNI = table(
    """
    VIE65T=VIỆT d9a81k=đắk hoa2=hòa|hoà thuy3=thủy|thuỷ a66=a6 a11=a1 d99=d9 u77=u7 a88=a8
    toan10=toan
    ngu7o7i2=người nguoi72=người thuo73=thuở huo7=huơ gi2=gì gie6ng1=giếng qua3=quả tua6n1=tuấn
    thue61=thuế D9o6ng2=Đồng QD9=QĐ uo6ng1=uống duong972=đường co6ng7=co6ng7 ab1=ab1 covid19=covid19
    """)

  private static func table(_ text: String) -> [TypingVector] {
    text.split(whereSeparator: \.isWhitespace).map { entry in
      let sides = entry.split(separator: "=")
      return TypingVector(String(sides[0]), String(sides[1]))
    }
  }
}
