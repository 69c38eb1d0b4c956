import Foundation
import ImportanceWeights
import ShiftModel
import ShiftPipeline
import ShiftReport
import Statistics
import TestSupport
import TextRecords
import TextTokens
import Testing

@Suite("Errors in both languages")
struct ErrorCatalogueTests {
    private static let place = SourceLocation(path: "f.jsonl", line: 7)

    private static let records: [RecordError] = [
        .fileMissing(path: "f"), .fileIsFolder(path: "f"), .fileUnreadable(path: "f", errno: EACCES), .fileChanged(path: "f"),
        .stopped,
        .fileEmpty(path: "f"), .foreign(path: "f", .html), .zipOfSeveral(path: "f", files: ["k", "v"]),
        .zipOfSeveral(path: "f", files: (1...9).map { "k\($0)" }), .unpackable(path: "f", .zstd, offset: 91, .damaged),
        .encodingUnnamed(path: "f", candidates: [EncodingCandidate(name: "Big5", confidence: 91)]),
        .encodingUnnamed(
            path: "f",
            candidates: [EncodingCandidate(name: "Big5", confidence: 19), EncodingCandidate(name: "EUC-KR", confidence: 18)]),
        .headerMissing(path: "f", columns: 91, first: "k", format: .tsv),
        .notInEncoding(place, .gb18030, offset: 91), .encodingsMixed(place, found: .gb18030, expected: .utf8),
        .encodingUnavailable(path: "f", .gb18030, status: "U_X"), .notJSON(place, .unknownWord("nul")),
        .notJSON(place, .unexpected(byte: 0x7D, expected: .key)), .notJSON(place, .trailingContent), .truncated(place),
        .notAnObject(place, found: .array), .notAnObject(place, found: .number), .notUTF8(place),
        .recordTooLong(place, limit: 91 << 20),
        .cellCount(place, found: 91, expected: 92), .quoteNotClosed(place), .columnCount(place, found: 91, expected: 92),
        .tagWithoutToken(place), .ofDocument(.notJSON(place, .unclosedString)), .ofDocument(.truncated(place)),
        .ofDocument(.notUTF8(place)), .fieldPathMalformed("=x"), .fieldNamedTwice("k"),
        .fieldAbsent(path: "f", field: "k", available: ["v"]), .fieldAbsent(path: "f", field: "k", available: []),
        .wrongFieldType(place, field: "k", found: .boolean), .keyExists(place, key: "k"),
        .outputNotCreated(path: "f", errno: EROFS),
        .outputFileNotCreated(path: "f", errno: ENOTDIR), .outputExists(path: "f"), .outputIsInput(path: "f"),
        .outputNotWritten(path: "f", errno: ENOSPC),
        .outputNotWritten(path: "-", errno: EIO), .outputHoldsResults(path: "f", files: ["k", "v"]),
        .outputBusy(path: "f", process: 91, host: "h"), .outputBusy(path: "f", process: nil, host: nil),
        .outputIsNoFile(path: "f"),
        .outputNameMalformed("k"),
    ]

    private static let foreign = ForeignContent.allCases.map { RecordError.foreign(path: "f.bin", $0) }

    private static let analyses: [AnalysisError] = [
        .noFields(leftOut: [], renamed: .init(train: "k", test: "v")),
        .keyAbsent(option: "--group", key: "k", path: "f", available: ["v"]),
        .tooManyRows(found: 91, maximum: 92), .reviewMalformed(place, key: "k"), .reviewedRowAbsent(place, file: "k", line: 91),
        .reviewedRowDiffers(place, file: "k", line: 91, found: "v", expected: "w"),
        .reviewedRowDiffers(place, file: "k", line: 91, found: nil, expected: "w"),
        .reviewedIDAbsent(place, file: "k", line: 91, id: "v"), .reviewedLineAmbiguous(place, file: "k", line: 91, id: "v"),
        .reviewedLineAmbiguous(place, file: "k", line: 91, id: nil), .reviewedRowAmbiguous(place, file: "k", line: 91),
        .nothingLeft(path: "f", review: "k"), .tooFewGroups(path: "f", found: 91, minimum: 92),
        .diagnosedLabelAbsent(key: "k", path: "f", available: ["v"]),
        .inputsUnknown(folder: "f", side: "train", isStandardInput: true),
        .inputsUnknown(folder: "f", side: "train", isStandardInput: false), .inputLost(path: "f", folder: "k", side: "test"),
        .inputCount(folder: "f", side: "test", found: 91, expected: 92),
        .inputDiffers(path: "f", folder: "k", found: "v", expected: "w"),
        .modelOfOtherAnalysis(path: "f"), .fieldUnknown(name: "k", available: ["v"]),
        .fieldsAbsent(path: "f", fields: ["k"], records: 91, available: ["v"]), .labelIsField(key: "k", folder: "f"),
        .labelIsNoClass(key: "k"), .classesNotTold(key: "k", found: 0.0425, minimum: 0.5, worst: "v", share: 0.5),
        .splitTooLarge(found: 91, maximum: 92), .nothingUnsupported(folder: "f"),
        .sourcesTooFew(path: "f", key: "k", found: 91, enough: 1, least: 92), .sourcesNoTimes(path: "f", key: "k", found: "v"),
        .labelledOtherStrata(place), .labelledTooFew(path: "f", found: 91, least: 92),
        .labelledPart(path: "f", found: 91, expected: 92),
        .shiftNotDropped(bound: 0.7, reached: 0.8, terms: 91), .scoreKeyAbsent(path: "f", key: "k", available: ["v"]),
        .corpusIDAbsent(path: "f", key: "k", corpus: "v"), .scoreIDMissing(place, key: "k"),
        .idRepeated(place, id: "k", first: place),
        .idsUnknown(place, ids: ["k"], count: 91, key: "v", corpus: "w"),
        .idAmbiguous(place, id: "k", first: place, second: place),
        .rowOutOfRange(place, found: "91", rows: 9, corpus: "v"),
        .countDiffers(path: "f", found: 91, expected: 92, corpus: "v"),
        .valueMissing(place, key: "k", found: .null), .notANumber(place, key: "k", found: "v"),
        .outOfRange(place, key: "k", found: 9.5, minimum: 0, maximum: 1), .notWhole(place, key: "k", found: 9.5),
        .figureNotFinite(member: "k"), .labelledStratumRows(place, stratum: 93, found: 91, expected: 92),
        .outOfRange(place, key: "k", found: -9.5, minimum: 0, maximum: .infinity),
        .positiveUnknown(path: "f", key: "k", positive: "v", labels: ["w"]),
        .predictionsAreNoLabels(path: "f", key: "k", predicted: ["v"], labels: ["w"]), .noMetrics(path: "f", available: ["v"]),
        .notTheDrawnSet(path: "f", found: 91, expected: 92, unknown: nil),
        .notTheDrawnSet(path: "f", found: 91, expected: 92, unknown: "v"), .drawnSetStreamed(path: "f"), .idsNeeded(path: "f"),
        .noRows(path: "f"), .severalModels(path: "f", option: "--drawn"), .stopped,
        .probabilitiesSum(place, key: "k", found: 9.5), .probabilitiesCount(place, key: "k", found: 3, classes: ["k", "f"]),
    ]

    private static let weights: [any WordedError] = [
        WeightError.unknownWeighting(name: "k"), WeightError.badParameter(name: "clip", found: "v"),
        WeightError.badParameter(name: "ratio", found: nil),
        WeightError.parameterOutOfRange(name: "clip", found: 9.5, minimum: 1, maximum: 92),
        WeightError.poolOutOfRange(found: 9.5),
    ]

    private static let models: [ModelError] = [
        .unreadable(errno: ENOENT), .unreadable(errno: EACCES), .notAModel, .olderFormat(found: 91, oldest: 92),
        .newerFormat(found: 92, newest: 91), .truncated, .altered, .inconsistent, .beyondLimit(.fields, found: 91, most: 92),
        .beyondLimit(.knots, found: 91, most: 92),
    ]

    @Test("Begin with the same place, have the same names, figures and options, and are in their language")
    func both() throws {
        let all: [any WordedError] =
            Self.records + Self.foreign + Self.analyses + Self.weights
            + Self.models.map { AnalysisError.modelRefused(path: "f", $0) }
        for error in all {
            let (english, chinese) = (error.message(.english), error.message(Wording(.chinese)))
            let place = try #require(english.firstRange(of: "error: "))
            #expect(
                chinese.replacing("标准输出", with: "standard output").hasPrefix(english[..<place.lowerBound] + "错误："),
                "\(english)\n\(chinese)")
            #expect(chinese.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) } >= 5, "\(chinese)")
            #expect(!english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(english)")
            // Options and figures.
            func parts(_ text: String) -> [String] {
                text.matches(of: /--[a-z][a-z-]*|-?\b[0-9][0-9.]*[0-9]\b/).map { String($0.0) }.sorted()
            }
            #expect(Set(parts(chinese.replacing("–", with: " "))) == Set(parts(english)), "\(english)\n\(chinese)")
            #expect(english == error.localizedDescription)
        }
    }

    @Test("No case is left out")
    func complete() throws {
        func cases(_ file: String) throws -> Int {
            try String(contentsOf: Repository.file(file), encoding: .utf8).matches(
                of: /(?m)^    (?:indirect )?case \w+(?:\(|$)/
            ).count
        }
        func names(_ errors: [any Error]) -> Int { Set(errors.map { "\($0)".prefix { $0 != "(" } }).count }
        // Malformed questions and numbers that are not finite have fields that only their readers make.
        #expect(try cases("Sources/TextRecords/RecordError.swift") == names(Self.records) + 2)
        #expect(try cases("Sources/ShiftPipeline/Corpora/AnalysisError.swift") == names(Self.analyses) + 1)
    }
}
