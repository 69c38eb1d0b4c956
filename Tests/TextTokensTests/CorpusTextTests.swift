import Testing
import TextTokens

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tokens and normal forms against ICU on the lines of real corpora.
///
/// The folder with the corpora is `TEXTSHIFT_DATA`, else `../shared/data` beside the package. Release builds take every
/// line, debug builds one in ``step``.
@Suite(.enabled(if: CorpusLines.areThere, "no corpora: set TEXTSHIFT_DATA to a folder with lines_zh.txt.gz and lines_en.txt.gz"))
struct CorpusTextTests {
    #if DEBUG
        static let step = 25
    #else
        static let step = 1
    #endif

    @Test(arguments: CorpusLines.names)
    func tokensAndNormalFormsAreThoseOfICU(file: String) throws {
        let lines = try CorpusLines.read(file)
        #expect(lines.count > 100_000)
        let both = try Differential()
        for number in stride(from: 0, to: lines.count, by: Self.step) {
            if let difference = both.difference(on: String(decoding: lines[number], as: UTF8.self)) {
                Issue.record("\(file), line \(number + 1): \(difference)")
                return
            }
        }
    }
}

/// Read without Foundation: its own ICU headers clash with those of CICU in one module.
enum CorpusLines {
    static let names = ["lines_zh.txt.gz", "lines_en.txt.gz"]

    static var folder: String {
        if let named = getenv("TEXTSHIFT_DATA") { return String(cString: named) }
        return #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/shared/data"
    }

    static var areThere: Bool { names.allSatisfy { access(folder + "/" + $0, R_OK) == 0 } }

    /// The lines of a gzip file, without their ends.
    static func read(_ name: String) throws -> [ArraySlice<UInt8>] {
        var quoted = ""
        for character in folder + "/" + name { quoted += character == "'" ? "'\\''" : String(character) }
        let pipe = try #require(popen("gzip -dc '\(quoted)'", "r"))
        var content: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = fread(&block, 1, block.count, pipe)
            if count == 0 { break }
            content += block[..<count]
        }
        try #require(pclose(pipe) == 0)
        return content.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
}
