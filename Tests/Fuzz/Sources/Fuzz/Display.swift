@testable import ShiftReport

/// Text made fit for a terminal or a page has nothing that either would obey, in one line of the width asked for.
func fuzzDisplay(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let neutral = DisplayText.neutral(text)
    require(!neutral.unicodeScalars.contains(where: isObeyed), "\(neutral.debugDescription) is obeyed")
    require(DisplayText.neutral(neutral) == neutral, "\(neutral.debugDescription) changes again")
    var draws = Draws(bytes)
    let columns = Int.random(in: 1...40, using: &draws)
    let cut = DisplayText.cut(text, to: columns)
    require(DisplayText.width(cut) <= columns, "\(cut.debugDescription) is wider than \(columns)")

    let escaped = HTMLEscaping.escape(text)
    require(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) }, "\(escaped) has markup")
    for part in escaped.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
        require(["lt;", "gt;", "amp;", "quot;", "#39;"].contains { part.starts(with: $0.utf8) }, "\(escaped) has a bare mark")
    }
    require(
        !escaped.unicodeScalars.contains { isObeyed($0) && $0 != "\n" && $0 != "\t" },
        "\(escaped.debugDescription) has controls")
}

/// Controls, what turns the direction of writing, and line separators.
private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}
