/// Writes texts as if some kinds of form were the same everywhere: what a comparison sees that is to be blind to them.
package struct FormEraser: Sendable, Equatable {
    /// The kinds that are taken out; surface features have to be left out too where ``FormKind/surface`` is among them.
    package let kinds: Set<FormKind>
    /// The starts and ends that are taken out of each field; empty where ``FormKind/boilerplate`` is not among the kinds.
    package let boilerplate: [Boilerplate]

    private let (unescapes, lowers, narrows, simplifies, dropsEmoji, repairs, dropsPunctuation):
        (
            Bool, Bool, Bool, Bool, Bool, Bool, Bool
        )

    /// Takes out some kinds.
    package init(_ kinds: Set<FormKind>, boilerplate: [Boilerplate] = []) {
        self.kinds = kinds
        self.boilerplate = kinds.contains(.boilerplate) ? boilerplate : []
        (unescapes, lowers, narrows, simplifies, dropsEmoji, repairs, dropsPunctuation) = (
            kinds.contains(.escapes), kinds.contains(.letterCase), kinds.contains(.width), kinds.contains(.script),
            kinds.contains(.emoji), kinds.contains(.mojibake), kinds.contains(.surface)
        )
    }

    /// Whether every text stays as it is.
    package var isIdentity: Bool { kinds.isSubset(of: [.trimming]) }

    /// Lends a text of a field without the kinds of form to `body`, which must not keep it. Blanks are not made one.
    @inline(__always)
    package func with<Result>(
        _ text: UnsafeBufferPointer<UInt8>, field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        isIdentity ? body(text) : erased(text, field: field).withUnsafeBufferPointer(body)
    }

    private func erased(_ whole: UnsafeBufferPointer<UInt8>, field: Int) -> [UInt8] {
        let text =
            field < boilerplate.count ? UnsafeBufferPointer(rebasing: whole[boilerplate[field].rest(of: whole)]) : whole
        var out: [UInt8] = []
        guard let base = text.baseAddress else { return out }
        out.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            let byte = base[at]
            if unescapes {
                if byte == 0x3C {
                    let length = Escapes.tag(text, at)
                    if length > 0 {
                        out.append(0x20)
                        at += length
                        continue
                    }
                }
                if let found = byte == 0x26 ? Escapes.entity(text, at) : byte == 0x5C ? Escapes.backslash(text, at) : nil {
                    append(found.point, to: &out, next: at + found.length < text.count ? base[at + found.length] : nil)
                    at += found.length
                    continue
                }
            }
            if dropsEmoji, byte == 0x3A || byte == 0x3B {
                let length = Emoji.emoticon(text, at)
                if length > 0 {
                    out.append(0x20)
                    at += length
                    continue
                }
            }
            if repairs, byte >= 0x80 {
                if let found = Mojibake.misread(text, at) {
                    append(found.point, to: &out, next: nil)
                    at += found.length
                    continue
                }
                if FormScan.isReplaced(text, at) {
                    at += 9
                    continue
                }
            }
            let length = max(UTF8Sequence.length(base + at, available: text.count - at), 1)
            let point = UTF8Sequence.codePoint(base + at, length: length)
            append(point, to: &out, next: at + length < text.count ? base[at + length] : nil)
            at += length
        }
        return out
    }

    /// Appends a code point in the form that all texts are to have.
    /// - Parameter next: The byte after it.
    private func append(_ original: UInt32, to out: inout [UInt8], next: UInt8?) {
        var point = original
        if narrows {
            switch point {
            case 0xFF01...0xFF5E: point -= 0xFEE0
            case 0x3000: point = 0x20
            default: break
            }
        }
        if lowers, (0x41...0x5A).contains(point) { point += 0x20 }
        if simplifies, let simple = TraditionalHan.simplified(point) { point = simple }
        if dropsEmoji, Emoji.isEmoji(point) || Emoji.isModifier(point) { point = 0x20 }
        if repairs, point == 0xFFFD || (0x80...0x9F).contains(point) { return }
        if dropsPunctuation, isPunctuation(point) {
            // Inside a word it is part of it.
            let isInside = (point == 0x27 || point == 0x2D || point == 0x2019) && isLetter(out.last) && isLetter(next)
            if !isInside { point = 0x20 }
        }
        if let scalar = Unicode.Scalar(point) {
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private func isPunctuation(_ point: UInt32) -> Bool {
        let kind = ScriptClass.of(point)
        return kind == .punctuation || kind == .symbol
    }

    private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
}
