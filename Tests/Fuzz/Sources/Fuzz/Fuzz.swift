import Foundation

/// What can be fuzzed, by the name that `FUZZ_TARGET` gives. Each asserts a property of every input, well-formed or not.
let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "json-splice": fuzzSplice,
    "json-lines": { fuzzPieces($0, .jsonLines) },
    "json-array": { fuzzPieces($0, .jsonArray) },
    "squad": { fuzzPieces($0, .squad) },
    "csv": { fuzzTable($0, .csv) },
    "tsv": { fuzzTable($0, .tsv) },
    "conll": { fuzzPieces($0, .conll) },
    "conllu": { fuzzPieces($0, .conllu) },
    "fasttext": { fuzzPieces($0, .fastText) },
    "json-document": { fuzzPieces($0, .jsonArray) },
    "zstd": { fuzzUnpacking($0, .zstd) },
    "zip": { fuzzUnpacking($0, .zip) },
    "any-format": fuzzDetection,
    "gzip": fuzzGzip,
    "encodings": fuzzEncodings,
    "utf8": fuzzUTF8,
    "words": fuzzWords,
    "folding": fuzzFolding,
    "model": fuzzModel,
    "display": fuzzDisplay,
    "json-value": fuzzJSONValue,
    "report": fuzzReport,
    "estimates": fuzzEstimates,
    "scores": fuzzScores,
    "labelled": fuzzLabelled,
    "confidences": fuzzConfidences,
    "review": fuzzReview,
]

private let target: @Sendable ([UInt8]) -> Void = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = targets[name] else {
        let names = targets.keys.sorted().joined(separator: " ")
        FileHandle.standardError.write(Data("set FUZZ_TARGET to one of: \(names)\n".utf8))
        exit(2)
    }
    return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// Ends the program, so that libFuzzer keeps the input, unless `condition` holds.
func require(_ condition: Bool, _ message: @autoclosure () -> String, line: UInt = #line, file: StaticString = #fileID) {
    if condition { return }
    FileHandle.standardError.write(Data("\(file):\(line): \(message())\n".utf8))
    abort()
}

/// Bytes to be read by people.
func shown(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }

/// Numbers that depend on the input alone (SplitMix64), so that an input is all that repeats a run.
struct Draws: RandomNumberGenerator {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(_ bytes: [UInt8]) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
