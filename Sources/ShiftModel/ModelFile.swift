import Foundation
import SparseFeatures

/// The file form of a ``DiscriminatorModel``, the same on every platform: magic, format, then sections (a 64-bit length in bytes and
/// the bytes), little-endian; at the end the hash of all before it.
public enum ModelFile {
    /// First bytes of every model.
    static let magic = Array("textshift model\n".utf8)
    /// Format that is written, and the newest that is read.
    public static let format = 1

    /// The model as bytes.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func encode(_ model: DiscriminatorModel) throws -> [UInt8] {
        var bytes = magic
        append(UInt64(format), to: &bytes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        append(section: Array(try encoder.encode(model.header)), to: &bytes)
        append(section: packed(model.wordHashes), to: &bytes)
        append(section: packed(model.wordWeights.map(\.bitPattern)), to: &bytes)
        append(section: packed(model.wordCoefficients.map(\.bitPattern)), to: &bytes)
        append(section: packed(model.gramBuckets), to: &bytes)
        append(section: packed(model.gramWeights.map(\.bitPattern)), to: &bytes)
        append(section: packed(model.gramCoefficients.map(\.bitPattern)), to: &bytes)
        append(section: packed(model.surfaceCoefficients.map(\.bitPattern)), to: &bytes)
        append(section: packed(model.groupIdentities), to: &bytes)
        append(section: model.groupFolds, to: &bytes)
        append(checksum(bytes[...]), to: &bytes)
        return bytes
    }

    /// Reads a model back.
    /// - Throws: ``ModelError``.
    public static func decode(_ bytes: [UInt8]) throws(ModelError) -> DiscriminatorModel {
        guard bytes.starts(with: magic) else { throw .notAModel }
        guard bytes.count >= magic.count + 16 else { throw .truncated }
        var reader = SectionReader(bytes: bytes[magic.count..<bytes.count - 8])
        let format = try reader.word()
        guard format <= UInt64(Self.format) else {
            throw .newerFormat(found: Int(clamping: format), newest: Self.format)
        }
        var sections: [ArraySlice<UInt8>] = []
        for _ in 0..<10 { sections.append(try reader.section()) }
        guard reader.isAtEnd else { throw .truncated }
        var end = SectionReader(bytes: bytes[(bytes.count - 8)...])
        guard try end.word() == checksum(bytes[..<(bytes.count - 8)]) else { throw .altered }
        guard let header = try? JSONDecoder().decode(DiscriminatorModel.Header.self, from: Data(sections[0])) else {
            throw .inconsistent
        }
        let model = DiscriminatorModel(
            header: header, wordHashes: unpacked(sections[1]),
            wordWeights: unpacked(sections[2]).map(Float.init(bitPattern:)),
            wordCoefficients: unpacked(sections[3]).map(Float.init(bitPattern:)), gramBuckets: unpacked(sections[4]),
            gramWeights: unpacked(sections[5]).map(Float.init(bitPattern:)),
            gramCoefficients: unpacked(sections[6]).map(Float.init(bitPattern:)),
            surfaceCoefficients: unpacked(sections[7]).map(Double.init(bitPattern:)),
            groupIdentities: unpacked(sections[8]), groupFolds: Array(sections[9]))
        guard model.isConsistent else { throw .inconsistent }
        return model
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBufferPointer { FeatureHasher.hash($0, seed: 0x7E97) }
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(section: [UInt8], to bytes: inout [UInt8]) {
        append(UInt64(section.count), to: &bytes)
        bytes += section
    }

    private static func packed<Word: FixedWidthInteger>(_ words: [Word]) -> [UInt8] {
        words.map(\.littleEndian).withUnsafeBytes { Array($0) }
    }

    private static func unpacked<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> [Word] {
        let size = MemoryLayout<Word>.size
        return bytes.withUnsafeBytes { raw in
            (0..<raw.count / size).map { Word(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * size, as: Word.self)) }
        }
    }
}

/// Reads words and sections off bytes, never past their end.
private struct SectionReader {
    var bytes: ArraySlice<UInt8>

    var isAtEnd: Bool { bytes.isEmpty }

    mutating func word() throws(ModelError) -> UInt64 {
        guard bytes.count >= 8 else { throw .truncated }
        let value = bytes.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
        bytes = bytes.dropFirst(8)
        return value
    }

    mutating func section() throws(ModelError) -> ArraySlice<UInt8> {
        let length = try word()
        guard length <= UInt64(bytes.count) else { throw .truncated }
        defer { bytes = bytes.dropFirst(Int(length)) }
        return bytes.prefix(Int(length))
    }
}

extension DiscriminatorModel {
    /// Whether all parts have the sizes that the others call for.
    fileprivate var isConsistent: Bool {
        let folds = header.folds
        return folds >= 0 && wordWeights.count == wordHashes.count
            && (wordCoefficients.isEmpty || wordCoefficients.count == wordHashes.count * folds)
            && gramWeights.count == gramBuckets.count
            && (gramCoefficients.isEmpty || gramCoefficients.count == gramBuckets.count * folds)
            && header.intercepts.count == folds && (header.calibration.isEmpty || header.calibration.count == folds)
            && groupFolds.count == groupIdentities.count && groupFolds.allSatisfy { Int($0) < max(folds, 1) }
            && (surfaceCoefficients.isEmpty
                || surfaceCoefficients.count == folds * header.fields.count * SurfaceFeatures.count)
    }
}
