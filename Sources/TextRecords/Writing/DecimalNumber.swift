/// Doubles as plain decimals: always with a point, never with an exponent, so that every reader parses them as floats.
///
/// The digits are the fewest that read back as the same double.
package enum DecimalNumber {
    /// Appends `value` to `bytes`.
    /// - Throws: ``RecordError/notFinite(_:)`` for infinities and NaN; `bytes` is then unchanged.
    package static func append(_ value: Double, to bytes: inout [UInt8]) throws(RecordError) {
        guard value.isFinite else {
            throw .notFinite(value.isNaN ? .notANumber : value > 0 ? .positiveInfinity : .negativeInfinity)
        }
        // The standard library's description has the shortest digits that round-trip, at times with an exponent.
        let shortest = value.description.utf8
        guard let mark = shortest.firstIndex(of: UInt8(ascii: "e")) else {
            bytes.append(contentsOf: shortest)
            return
        }
        var exponent = 0
        var negative = false
        for byte in shortest[shortest.index(after: mark)...] {
            if byte == UInt8(ascii: "-") { negative = true }
            if let digit = byte.decimalDigit { exponent = exponent * 10 + digit }
        }
        var digits: [UInt8] = []
        var digitsBeforePoint: Int?
        for byte in shortest[..<mark] {
            if byte == UInt8(ascii: "-") { bytes.append(byte) }
            if byte == UInt8(ascii: ".") { digitsBeforePoint = digits.count }
            if byte.decimalDigit != nil { digits.append(byte) }
        }
        let zero = UInt8(ascii: "0")
        let point = (digitsBeforePoint ?? digits.count) + (negative ? -exponent : exponent)
        // 1.0e+16 has the digits 1 and 0: the zero after the point is not one of the number's own.
        while digits.count > max(point, 1), digits.last == zero { digits.removeLast() }
        if point <= 0 {
            bytes.append(contentsOf: [zero, UInt8(ascii: ".")])
            bytes.append(contentsOf: repeatElement(zero, count: -point))
            bytes.append(contentsOf: digits)
            return
        }
        bytes.append(contentsOf: digits.prefix(point))
        bytes.append(contentsOf: repeatElement(zero, count: max(0, point - digits.count)))
        bytes.append(UInt8(ascii: "."))
        let fraction = digits.dropFirst(point)
        bytes.append(contentsOf: fraction)
        if fraction.isEmpty { bytes.append(zero) }
    }

    /// Appends a whole number without a point, for what counts or numbers something.
    /// - Parameter value: A whole number below 2⁵³.
    /// - Throws: ``RecordError/notFinite(_:)`` for infinities and NaN; `bytes` is then unchanged.
    static func append(whole value: Double, to bytes: inout [UInt8]) throws(RecordError) {
        guard let whole = Int(exactly: value) else { return try append(value, to: &bytes) }
        bytes.append(contentsOf: String(whole).utf8)
    }

    /// `value` as a plain decimal.
    /// - Throws: ``RecordError/notFinite(_:)`` for infinities and NaN.
    package static func string(_ value: Double) throws(RecordError) -> String {
        var bytes: [UInt8] = []
        try append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// The digit that this ASCII byte stands for.
    fileprivate var decimalDigit: Int? {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
    }
}
