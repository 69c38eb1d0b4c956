/// A size as typed: a whole number with KiB, MiB, GiB (or K, M, G); without a unit, MiB.
struct ByteSize: Equatable {
    let bytes: Int

    /// nil if `text` is not a size above 0, or is one that no machine has.
    init?(parsing text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factor: Int? =
            switch text.dropFirst(digits.count).lowercased() {
            case "k", "kib": 1 << 10
            case "m", "mib", "": 1 << 20
            case "g", "gib": 1 << 30
            default: nil
            }
        guard let factor, let number = Int(digits), number > 0, number <= Int.max / factor / 16 else { return nil }
        bytes = number * factor
    }
}
