import Foundation
import TestSupport

/// Lines of text that people wrote, or that is made like theirs.
enum RealText {
    /// The lines of the demonstration corpus of this package, in English and Chinese; JSON, but text all the same.
    static func demonstration() throws -> [String] {
        try ["train.jsonl", "test.jsonl"].flatMap { name in
            try lines(Data(contentsOf: Repository.file("corpora/" + name)))
        }
    }

    /// Where the environment variable `TEXTSHIFT_DATA` points: a folder with `lines_zh.txt.gz` and `lines_en.txt.gz`.
    static let folder: URL? = ProcessInfo.processInfo.environment["TEXTSHIFT_DATA"].map(URL.init(fileURLWithPath:))

    /// Whether that folder has a file of lines for a language.
    static func has(_ language: String) -> Bool {
        file(language).map { FileManager.default.isReadableFile(atPath: $0.path) } ?? false
    }

    /// The lines of a language, `zh` or `en`, from that folder.
    static func lines(language: String) throws -> [String] {
        guard let file = file(language) else { return [] }
        return lines(try Tool.run(["gzip", "-dc", file.path]).output)
    }

    private static func file(_ language: String) -> URL? {
        folder?.appendingPathComponent("lines_\(language).txt.gz")
    }

    private static func lines(_ data: Data) -> [String] {
        data.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
}
