/// The theme that is compiled in, so that the program has one whatever lies on the disk. It says
/// the same as `themes/dark.toml`; a test compares them.
enum ThemeFallback {
  static let theme: Theme = {
    var reader = ThemeReader(theme: name, source: source)
    return reader.read()
  }()

  static let name = "dark"

  static let source: [String: ThemeValue] = [
    "roles": .table([
      "text": .table(["ansi": .string("white"), "mono": .string(""), "fg": .string("mist")]),
      "muted": .table(["ansi": .string("white"), "mono": .string(""), "fg": .string("haze")]),
      "disabled": .table([
        "ansi": .string("bright-black"), "mono": .string(""), "fg": .string("stone"),
      ]),
      "heading": .table([
        "weight": .string("bold"), "ansi": .string("bold cyan"), "mono": .string("bold"),
        "fg": .string("fern"),
      ]),
      "title": .table([
        "weight": .string("bold"), "ansi": .string("bold white"), "mono": .string("bold"),
        "fg": .string("straw"),
      ]),
      "link": .table(["ansi": .string("cyan"), "mono": .string(""), "fg": .string("sky")]),
      "border": .table([
        "ansi": .string("bright-black"), "mono": .string(""), "fg": .string("stone"),
      ]),
      "border-focus": .table([
        "ansi": .string("bold cyan"), "mono": .string("bold"), "fg": .string("fern"),
      ]),
      "focus": .table([
        "weight": .string("bold"), "ansi": .string("bold yellow"), "mono": .string("bold"),
        "fg": .string("sun"),
      ]),
      "marked": .table([
        "weight": .string("bold"), "ansi": .string("bold magenta"), "mono": .string("bold"),
        "fg": .string("orchid"),
      ]),
      "key-hint": .table([
        "weight": .string("bold"), "ansi": .string("bold cyan"), "mono": .string("bold"),
        "fg": .string("fern"),
      ]),
      "key-label": .table(["ansi": .string("white"), "mono": .string(""), "fg": .string("mist")]),
      "input": .table([
        "ansi": .string("bright-white"), "mono": .string(""), "fg": .string("white"),
      ]),
      "placeholder": .table(["ansi": .string("white"), "mono": .string(""), "fg": .string("haze")]),
      "danger": .table([
        "weight": .string("bold"), "ansi": .string("bold bright-red"), "mono": .string("bold"),
        "fg": .string("coral"),
      ]),
      "warning": .table([
        "ansi": .string("bold yellow"), "mono": .string("bold"), "fg": .string("sun"),
      ]),
      "ok": .table(["ansi": .string("green"), "mono": .string(""), "fg": .string("sprout")]),
      "info": .table(["ansi": .string("cyan"), "mono": .string(""), "fg": .string("sky")]),
      "match": .table([
        "weight": .string("bold"), "ansi": .string("bold yellow"),
        "mono": .string("bold underline"), "fg": .string("sun"),
      ]),
      "tab": .table(["ansi": .string("white"), "mono": .string(""), "fg": .string("haze")]),
      "tab-active": .table([
        "weight": .string("bold reverse"), "ansi": .string("bold reverse white"),
        "mono": .string("bold reverse"), "fg": .string("fern"),
      ]),
      "chart1": .table(["ansi": .string("cyan"), "mono": .string(""), "fg": .string("fern")]),
      "chart2": .table(["ansi": .string("yellow"), "mono": .string(""), "fg": .string("sun")]),
      "chart3": .table(["ansi": .string("green"), "mono": .string(""), "fg": .string("sky")]),
      "chart4": .table(["ansi": .string("magenta"), "mono": .string(""), "fg": .string("orchid")]),
      "chart5": .table([
        "ansi": .string("bright-blue"), "mono": .string(""), "fg": .string("clay"),
      ]),
      "chart6": .table(["ansi": .string("red"), "mono": .string(""), "fg": .string("coral")]),
      "track": .table([
        "ansi": .string("bright-black"), "mono": .string(""), "fg": .string("stone"),
      ]),
    ]),
    "surfaces": .table([
      "base": .table(["ansi": .string("on black"), "mono": .string(""), "bg": .string("night")]),
      "bar": .table(["ansi": .string("on black"), "mono": .string(""), "bg": .string("moss")]),
      "footer": .table(["ansi": .string("on black"), "mono": .string(""), "bg": .string("soil")]),
      "selected": .table([
        "ansi": .string("reverse bright-cyan on black"), "mono": .string("reverse"),
        "bg": .string("teal"), "fg": .string("white"),
      ]),
      "selected-inactive": .table([
        "ansi": .string("bold on black"), "mono": .string("bold"), "bg": .string("shade"),
      ]),
      "lifted": .table([
        "ansi": .string("reverse bright-yellow on black"), "mono": .string("bold reverse"),
        "bg": .string("amber"), "fg": .string("bark"),
      ]),
      "input": .table(["ansi": .string("on black"), "mono": .string(""), "bg": .string("leaf")]),
      "input-focus": .table([
        "ansi": .string("reverse on black"), "mono": .string("reverse"), "bg": .string("shade"),
      ]),
      "overlay": .table(["ansi": .string("on black"), "mono": .string(""), "bg": .string("leaf")]),
      "toast": .table([
        "ansi": .string("bold on black"), "mono": .string("bold"), "bg": .string("shade"),
      ]),
    ]),
    "variant": .string("dark"),
    "title": .table(["vi": .string("Vườn đêm (tối)"), "en": .string("Night nursery (dark)")]),
    "palette": .table([
      "night": .string("#0f1a18"), "moss": .string("#152622"), "soil": .string("#13201d"),
      "leaf": .string("#1a2d28"), "shade": .string("#24403a"), "teal": .string("#00875f"),
      "amber": .string("#ffd787"), "bark": .string("#1c1c1c"), "white": .string("#ffffff"),
      "mist": .string("#dfe9e4"), "haze": .string("#adbdb7"), "stone": .string("#8f9f99"),
      "fern": .string("#8be0bf"), "sprout": .string("#8fdc8f"), "sky": .string("#8ecbf0"),
      "sun": .string("#ffd75f"), "straw": .string("#f2e5c4"), "coral": .string("#ff9f91"),
      "orchid": .string("#d9b3ff"), "clay": .string("#e8b07a"),
    ]),
  ]
}

extension Theme {
  /// The theme that is compiled in.
  public static var fallback: Theme { ThemeFallback.theme }

  /// Name of the theme that is compiled in, without making it.
  public static var fallbackName: String { ThemeFallback.name }
}
