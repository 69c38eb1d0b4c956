import Foundation

/// Numbers in readable form.
package enum NumberText {
    /// A fixed number of decimals.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        value.isFinite ? String(format: "%.\(decimals)f", value) : "∞"
    }

    /// A metric's figure: four significant digits at most.
    static func figure(_ value: Double) -> String {
        let size = abs(value)
        return fixed(value, size < 10 ? 4 : size < 100 ? 3 : size < 1000 ? 2 : 0)
    }

    /// With commas between thousands.
    static func whole(_ value: Int) -> String {
        let digits = String(abs(value))
        var result = ""
        for (position, digit) in digits.enumerated() {
            if position > 0 && (digits.count - position) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return (value < 0 ? "-" : "") + result
    }

    /// A count with its noun, given the English singular.
    static func counted(_ value: Int, _ noun: String) -> String { "\(whole(value)) \(noun)\(value == 1 ? "" : "s")" }

    /// To the nearest whole number.
    static func rounded(_ value: Double) -> String { value.isFinite ? whole(Int(value.rounded())) : "∞" }

    /// With its sign; a true minus sign for numbers below 0.
    static func signed(_ value: Double, _ decimals: Int) -> String {
        let text = fixed(abs(value), decimals)
        let isZero = !text.contains { ("1"..."9").contains($0) || $0 == "∞" }
        return (isZero ? "" : value < 0 ? "\u{2212}" : "+") + text
    }

    /// A share in percent: one decimal below 10%, none above.
    static func percent(_ share: Double) -> String {
        let value = share * 100
        if value == 0 { return "0%" }
        if value < 0.1 { return "<0.1%" }
        return fixed(value, value < 9.95 ? 1 : 0) + "%"
    }

    /// A p-value, three decimals; small ones as a bound.
    static func pValue(_ p: Double) -> String { p < 0.001 ? "< 0.001" : fixed(p, 3) }

    /// A number as typed: a whole one without a point.
    package static func typed(_ value: Double) -> String {
        value == value.rounded() && abs(value) <= 1e15 ? String(Int(value)) : "\(value)"
    }

    /// A share in percent to a hundredth, so that a figure is never shown equal to a limit that it only comes near.
    static func exactPercent(_ share: Double) -> String {
        fixed(100 * share, 2).replacing(/\.?0+$/, with: "") + "%"
    }
}

extension NumberText {
    /// A number of bytes in the largest unit that divides it.
    static func size(_ bytes: Int) -> String {
        let (number, unit) = parts(bytes)
        return "\(number) \(unit)"
    }

    /// The same as an option takes it, at least 1 KiB.
    static func sizeOption(_ bytes: Int) -> String {
        let (number, unit) = parts(max(1024, (bytes + 1023) / 1024 * 1024))
        return "\(number)\(unit)"
    }

    private static func parts(_ bytes: Int) -> (Int, String) {
        let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
        let found = units.first { bytes >= $0.0 && bytes % $0.0 == 0 }
        return found.map { (bytes / $0.0, $0.1) } ?? (bytes, "B")
    }
}
