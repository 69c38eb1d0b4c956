/// Boxes in a plane that must not overlap.
struct LabelPlacement {
    struct Box {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        func overlaps(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
        }
    }

    /// Where boxes may be.
    let area: Box
    private(set) var taken: [Box] = []

    init(area: Box) { self.area = area }

    /// Takes the first of the boxes that lies in the area and overlaps none taken before; nil if there is none.
    mutating func take(_ candidates: [Box]) -> Int? {
        for (number, box) in candidates.enumerated() {
            guard box.x >= area.x, box.y >= area.y, box.x + box.width <= area.x + area.width,
                box.y + box.height <= area.y + area.height, !taken.contains(where: { $0.overlaps(box) })
            else { continue }
            taken.append(box)
            return number
        }
        return nil
    }

    /// Takes a box in any case.
    mutating func reserve(_ box: Box) { taken.append(box) }
}
