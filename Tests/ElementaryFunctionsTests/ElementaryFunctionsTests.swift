import ElementaryFunctions
import Foundation
import TestSupport
import Testing

@Suite struct ElementaryFunctionsTests {
    private static let functions: [(name: String, call: @Sendable ([Double]) -> Double)] = [
        ("exp", { .exp($0[0]) }), ("expMinusOne", { .expMinusOne($0[0]) }), ("log", { .log($0[0]) }),
        ("logOnePlus", { .log(onePlus: $0[0]) }), ("log2", { .log2($0[0]) }), ("log10", { .log10($0[0]) }),
        ("erfc", { .erfc($0[0]) }), ("pow", { .pow($0[0], $0[1]) }),
    ]

    /// Values from 400-bit arithmetic (Tests/Reference/Elementary): within one unit in the last place; erfc, whose tail is the
    /// exponential of a rounded square, within two.
    @Test(arguments: functions.map(\.name)) func nearTheExactValue(name: String) throws {
        let all = try JSONDecoder().decode(
            [String: [[Double]]].self, from: Data(contentsOf: Repository.file("Tests/Reference/Elementary/values.json")))
        let entries = try #require(all[name])
        let call = try #require(Self.functions.first { $0.name == name }).call
        #expect(entries.count > 300)
        for entry in entries {
            let arguments = Array(entry.dropLast(2))
            let (high, low) = (entry[entry.count - 2], entry[entry.count - 1])
            let units = abs((call(arguments) - high) - low) / high.ulp
            #expect(units < (name == "erfc" ? 2 : 1), "\(name)\(arguments) is \(call(arguments)), \(units) units from \(high)")
        }
    }

    /// The same bits everywhere: a digest over 200,000 arguments a function, made once. It is what fails on a processor or with a
    /// compiler that takes another path.
    @Test(
        arguments: zip(
            functions.map(\.name),
            [
                15_902_065_356_186_986_521, 12_220_053_656_834_552_285, 8_159_043_217_178_198_139, 14_668_542_659_949_545_350,
                7_815_886_038_493_453_184, 12_998_021_964_806_394_292, 17_899_852_210_002_912_835, 17_738_474_733_258_669_385,
            ] as [UInt64]))
    func bitsAreTheSameEverywhere(name: String, digest: UInt64) throws {
        let call = try #require(Self.functions.first { $0.name == name }).call
        var generator = SplitMix(seed: 1)
        var found: UInt64 = 0xCBF2_9CE4_8422_2325
        for _ in 0..<200_000 {
            // Between 0 and 32, and both signs where the function has values there.
            let x = Double(generator.next() >> 11) * 0x1p-48
            let isSigned = ["exp", "expMinusOne", "erfc"].contains(name) && generator.next() & 1 == 0
            let value = call([isSigned ? -x : x, Double(generator.next() >> 11) * 0x1p-50])
            found = (found ^ value.bitPattern) &* 0x0000_0100_0000_01B3
        }
        #expect(found == digest)
    }

    @Test func limits() {
        #expect(Double.exp(0) == 1 && Double.exp(-.infinity) == 0 && Double.exp(800) == .infinity && Double.exp(-800) == 0)
        #expect(Double.log(0) == -.infinity && Double.log(-1).isNaN && Double.log(1) == 0 && Double.log(.infinity) == .infinity)
        #expect(Double.log(onePlus: -1) == -.infinity && Double.expMinusOne(-.infinity) == -1)
        #expect(Double.pow(2, 0.5) == 2.0.squareRoot() && Double.pow(-8, 1.0 / 3).isNaN && Double.pow(0, 0) == 1)
        #expect((-1074...1023).allSatisfy { Double.log2(Double(sign: .plus, exponent: $0, significand: 1)) == Double($0) })
        #expect(Double.erfc(0) == 1 && Double.erfc(-.infinity) == 2 && Double.erfc(.infinity) == 0)
    }

    /// Whatever decides a result takes these functions: no source calls those of the C library.
    @Test func noSourceCallsTheLibrarys() throws {
        let pattern =
            /(?:^|[^.\w])(?:exp|expm1|exp2|log|log2|log10|log1p|pow|sin|cos|tan|tanh|erf|erfc|lgamma|tgamma|cbrt|hypot|fma)\(/
        let sources = try #require(
            FileManager.default.enumerator(at: Repository.file("Sources"), includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in sources where file.pathExtension == "swift" {
            count += 1
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.trimmingCharacters(in: .whitespaces)
                guard !code.hasPrefix("//"), !code.contains("func exp("), !code.contains("static func") else { continue }
                #expect(code.firstMatch(of: pattern) == nil, "\(file.lastPathComponent): \(code)")
            }
        }
        #expect(count > 100)
    }
}
