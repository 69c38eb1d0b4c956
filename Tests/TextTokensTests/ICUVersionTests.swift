import Testing

@testable import TextTokens

extension ICUVersion {
    /// Major version of the library; 0 where it says none.
    static var major: Int { Int(current.prefix { $0 != "." }) ?? 0 }
}

@Suite("ICU's version")
struct ICUVersionTests {
    @Test("Versions are numbers with points", arguments: [ICUVersion.current, ICUVersion.unicode])
    func numbers(_ version: String) {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        #expect((2...4).contains(parts.count))
        #expect(parts.allSatisfy { UInt8($0) != nil })
    }

    @Test("ICU 72 implements Unicode 15", .enabled(if: ICUVersion.major == 72))
    func pair() {
        #expect(ICUVersion.current == "72.1")
        #expect(ICUVersion.unicode == "15.0")
    }
}
