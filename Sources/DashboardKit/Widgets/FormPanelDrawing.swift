import Incubation
import TerminalCanvas

/// Drawing what is open over a field.
extension Form {
  /// Draws the panel below its field, or above it where there is more room.
  func drawPanel(
    at box: Rectangle, within room: Rectangle, on canvas: inout Canvas, _ language: Language
  ) -> [(pick: FormPick, area: Rectangle)] {
    switch panel {
    case .month(let month):
      let area = Self.place(MonthPanel.size, at: box, within: room)
      clear(area, on: &canvas)
      return [(.nothing, area)] + month.draw(in: area, on: &canvas, language: language)
    case .list(let list):
      return draw(list, marks: nil, at: box, within: room, on: &canvas, language)
    case .several(let list, let chosen):
      return draw(list, marks: chosen, at: box, within: room, on: &canvas, language)
    case nil: return []
    }
  }

  private func draw(
    _ list: ChoiceList, marks: Set<String>?, at box: Rectangle, within room: Rectangle,
    on canvas: inout Canvas, _ language: Language
  ) -> [(pick: FormPick, area: Rectangle)] {
    let widest = list.choices.map { choice in
      TextWidth.width(of: choice.title(language).string) + TextWidth.width(of: choice.note)
    }.max()
    let size = Size(
      width: max(30, min(box.width, (widest ?? 0) + 12)), height: min(14, list.choices.count + 4))
    let area = Self.place(size, at: box, within: room)
    clear(area, on: &canvas)
    let inside = Panel.draw("", in: area, on: &canvas)
    let (rows, below) = inside.splitBottom(1)
    let hint =
      marks == nil
      ? language.say("Enter lấy · Esc thôi", "Enter take · Esc leave")
      : language.say("Space chọn · Enter xong", "Space choose · Enter done")
    canvas.put(
      TextWidth.cut(hint, to: below.width), in: below, style: Style(.muted, on: .overlay))
    let places = list.draw(
      in: rows, on: &canvas, language: language,
      placeholder: language.say("gõ để tìm", "type to find"), marks: marks)
    return [(.nothing, area)] + places.map { (.choice($0.id), $0.area) }
  }

  private func clear(_ area: Rectangle, on canvas: inout Canvas) {
    canvas.cursor = nil
    canvas.fill(area, style: Style(.text, on: .overlay))
  }

  private static func place(
    _ size: Size, at box: Rectangle, within room: Rectangle
  ) -> Rectangle {
    let width = min(size.width, room.width)
    let height = min(size.height, room.height)
    let below = room.maxY - box.maxY
    let above = box.y - room.y
    let y = below >= height || below >= above ? box.maxY : box.y - height
    return Rectangle(
      x: max(room.x, min(box.x, room.maxX - width)),
      y: max(room.y, min(y, room.maxY - height)), width: width, height: height)
  }
}
