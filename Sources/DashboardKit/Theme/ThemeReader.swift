public import TerminalCanvas

/// Reads one theme, its inheritance already resolved.
struct ThemeReader {
  let theme: String
  let source: [String: ThemeValue]
  private(set) var warnings: [ThemeWarning] = []
  private var palette: [String: ThemeColour] = [:]

  init(theme: String, source: [String: ThemeValue]) {
    self.theme = theme
    self.source = source
  }

  mutating func read() -> Theme {
    for key in source.keys.sorted() where !Self.keys.contains(key) { warn(key, .unknownKey) }
    readPalette()
    let title = source["title"]?.table ?? [:]
    return Theme(
      name: theme, vietnameseTitle: title["vi"]?.string ?? theme,
      englishTitle: title["en"]?.string ?? theme, variant: readVariant(),
      roles: entries("roles", named: Self.roleKeys) {
        ThemeFallback.theme.roles[$0]
      },
      surfaces: entries("surfaces", named: Self.surfaceKeys) {
        ThemeFallback.theme.surfaces[$0]
      })
  }

  /// Names are put together once.
  private static let roleKeys = Role.allCases.map { (name: $0, key: $0.themeKey) }
  private static let surfaceKeys = Surface.allCases.map { (name: $0, key: $0.themeKey) }

  private static let keys: Set<String> = [
    "title", "variant", "inherits", "palette", "roles", "surfaces",
  ]

  private mutating func readVariant() -> Theme.Variant {
    guard let text = source["variant"]?.string else { return .any }
    if let variant = Theme.Variant(rawValue: text) { return variant }
    warn("variant", .badValue(text))
    return .any
  }

  private mutating func readPalette() {
    for (name, value) in (source["palette"]?.table ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let colour = value.string.flatMap(ThemeColour.init) {
        palette[name] = colour
      } else {
        warn("palette.\(name)", .badValue(value.string ?? "\(value)"))
      }
    }
  }

  private mutating func entries<Name: Hashable>(
    _ section: String, named names: [(name: Name, key: String)],
    fallback: (Name) -> Theme.Entry?
  ) -> [Name: Theme.Entry] {
    let table = source[section]?.table ?? [:]
    let known = Set(names.map(\.key))
    for key in table.keys.sorted() where !known.contains(key) {
      warn("\(section).\(key)", .unknownKey)
    }
    var result: [Name: Theme.Entry] = [:]
    for (name, key) in names {
      if let value = table[key] {
        result[name] = entry(value, at: "\(section).\(key)")
      } else {
        warn("\(section).\(key)", .missing)
        result[name] = fallback(name)
      }
    }
    return result
  }

  private mutating func entry(_ value: ThemeValue, at key: String) -> Theme.Entry {
    var result = Theme.Entry()
    guard let table = value.table else {
      warn(key, .badValue("\(value)"))
      return result
    }
    for (name, value) in table.sorted(by: { $0.key < $1.key }) {
      let place = "\(key).\(name)"
      guard let text = value.string else {
        warn(place, .badValue("\(value)"))
        continue
      }
      switch name {
      case "fg": result.full.fg = colour(text, at: place)
      case "bg": result.full.bg = colour(text, at: place)
      case "weight": result.full.emphasis = look(text, at: place).emphasis
      case "ansi": result.ansi = look(text, at: place)
      case "mono": result.mono = look(text, at: place)
      default: warn(place, .unknownKey)
      }
    }
    return result
  }

  private mutating func colour(_ text: String, at key: String) -> ThemeColour? {
    if let colour = palette[text] ?? ThemeColour(text) { return colour }
    warn(key, .badValue(text))
    return nil
  }

  /// "bold red on black": weights, a foreground, a background behind "on"; all may be left out.
  /// Colours are the terminal's own ones, whatever the palette calls by the same name.
  private mutating func look(_ text: String, at key: String) -> Theme.Look {
    var look = Theme.Look()
    var isBackground = false
    for word in text.split(separator: " ") {
      switch word {
      case "on": isBackground = true
      case "bold": look.emphasis.insert(.bold)
      case "underline": look.emphasis.insert(.underline)
      case "reverse": look.emphasis.insert(.reverse)
      default:
        let found = terminalColour(String(word), at: key)
        if isBackground { look.bg = found } else { look.fg = found }
      }
    }
    return look
  }

  private mutating func terminalColour(_ text: String, at key: String) -> ThemeColour? {
    switch ThemeColour(text) {
    case .ansi(let index): return .ansi(index)
    case .default: return .default
    case .rgb, nil:
      warn(key, .badValue(text))
      return nil
    }
  }

  private mutating func warn(_ key: String, _ problem: ThemeWarning.Problem) {
    warnings.append(ThemeWarning(theme: theme, key: key, problem: problem))
  }
}

extension Role {
  /// How a theme file names it: "border-focus" for `borderFocus`.
  public var themeKey: String { Self.themeKeys[Int(rawValue)] }

  /// In the order of the cases. Written out, because asking a case for its name takes as long as
  /// drawing a frame; a test compares.
  private static let themeKeys = keys(
    """
    text muted disabled heading title link border border-focus focus marked key-hint key-label
    input placeholder danger warning ok info match tab tab-active
    chart1 chart2 chart3 chart4 chart5 chart6 track
    """)
}

extension Surface {
  /// How a theme file names it: "input-focus" for `inputFocus`.
  public var themeKey: String { Self.themeKeys[Int(rawValue)] }

  /// In the order of the cases; see `Role`.
  private static let themeKeys = keys(
    "base bar footer selected selected-inactive lifted input input-focus overlay toast")
}

private func keys(_ names: String) -> [String] {
  names.split { $0 == " " || $0 == "\n" }.map(String.init)
}
