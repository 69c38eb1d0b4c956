import TestSupport
import Testing

@testable import TextRecords

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1.5, "-1.5"), (0.1, "0.1"), (1e-5, "0.00001"), (1.25e-7, "0.000000125"),
        (1e16, "10000000000000000.0"), (1.5e16, "15000000000000000.0"), (123_456_789_012_345_680, "123456789012345680.0"),
        (-2.5e-10, "-0.00000000025"), (1e22, "10000000000000000000000.0"), (0.30000000000000004, "0.30000000000000004"),
        (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
    ])
    func knownSpellings(value: Double, expected: String) throws {
        #expect(try DecimalNumber.string(value) == expected)
    }

    @Test func everyDoubleReadsBack() throws {
        var random = SplitMix(seed: 51)
        for _ in 0..<50_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let text = try DecimalNumber.string(value)
            #expect(Double(text)?.bitPattern == value.bitPattern)
            #expect(text.utf8.count { $0 == UInt8(ascii: ".") } == 1)
            #expect(text.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39) })
            #expect(text.last != "." && !text.hasPrefix(".") && !text.hasPrefix("-."))
        }
    }

    @Test(arguments: [
        (Double.nan, NonFiniteNumber.notANumber), (.infinity, .positiveInfinity), (-.infinity, .negativeInfinity),
    ])
    func whatIsNoNumberIsRefused(value: Double, reason: NonFiniteNumber) {
        var bytes: [UInt8] = [1]
        #expect(throws: RecordError.notFinite(reason)) { try DecimalNumber.append(value, to: &bytes) }
        #expect(bytes == [1])
    }
}
