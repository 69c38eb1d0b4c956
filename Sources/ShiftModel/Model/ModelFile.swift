import CXXHash
import Foundation
import SparseFeatures

/// The file form of a ``DiscriminatorModel``, the same on every platform.
///
/// All numbers are little-endian, reals IEEE 754. At 0 the magic, at 16 the format, at 24 the length of the file, at 32 the
/// bytes of each section; then the sections, each at a multiple of 64, with zeros before it: the header as JSON, and the tables
/// of ``DiscriminatorModel`` in their order. The last eight bytes are the XXH3-64 of everything before.
package enum ModelFile {
    /// First bytes of every model.
    static let magic = Array("textshift model\n".utf8)
    /// The newest format. It has a header member that changes the texts (``DiscriminatorModel/Header/form``); models without it are
    /// written in the format before, which older programs read.
    package static let format = 3
    private static let formatWithoutForm = 2
    private static let sectionCount = 10

    /// The format that a model is written in.
    package static func format(of model: DiscriminatorModel) -> Int { model.header.form == nil ? formatWithoutForm : format }

    /// Bytes before the sections.
    static let directoryEnd = 32 + 8 * sectionCount

    /// The model as bytes.
    /// - Throws: `EncodingError` for a number that is not finite.
    package static func encode(_ model: DiscriminatorModel) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let sections = [
            Array(try encoder.encode(model.header)),
            packed(model.wordHashes), packed(model.wordWeights.map(\.bitPattern)), packed(model.wordCoefficients),
            packed(model.gramBuckets), packed(model.gramWeights.map(\.bitPattern)), packed(model.gramCoefficients),
            packed(model.surfaceCoefficients.map(\.bitPattern)), packed(model.groupIdentities), model.groupFolds,
        ]
        let starts = starts(of: sections.map(\.count))
        var bytes = magic
        bytes.reserveCapacity(starts[sectionCount] + 8)
        append(UInt64(format(of: model)), to: &bytes)
        append(UInt64(starts[sectionCount] + 8), to: &bytes)
        for section in sections { append(UInt64(section.count), to: &bytes) }
        for (section, start) in zip(sections, starts) {
            bytes.append(contentsOf: repeatElement(0, count: start - bytes.count))
            bytes += section
        }
        bytes.append(contentsOf: repeatElement(0, count: starts[sectionCount] - bytes.count))
        append(checksum(of: bytes[...]), to: &bytes)
        return bytes
    }

    /// The model in the file at `path`; its coefficients stay in the file.
    /// - Throws: ``ModelError``.
    package static func load(path: String) throws(ModelError) -> DiscriminatorModel { try decode(ModelBytes.open(path: path)) }

    /// Reads a model back.
    /// - Throws: ``ModelError``.
    package static func decode(_ bytes: [UInt8]) throws(ModelError) -> DiscriminatorModel { try decode(ModelBytes(bytes)) }

    private static func decode(_ file: ModelBytes) throws(ModelError) -> DiscriminatorModel {
        let sections = try file.withBytes { bytes in
            Result { () throws(ModelError) in try Self.sections(of: bytes) }
        }.get()
        let model = file.withBytes { (bytes) -> DiscriminatorModel? in
            func section(_ number: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[sections[number]]) }
            guard sections.enumerated().allSatisfy({ $1.count % elementSizes[$0] == 0 }),
                let header = try? JSONDecoder().decode(DiscriminatorModel.Header.self, from: Data(section(0)))
            else { return nil }
            return DiscriminatorModel(
                header: header, wordHashes: unpacked(section(1)),
                wordWeights: unpacked(section(2)).map(Float.init(bitPattern:)),
                wordCoefficients: CoefficientTable(in: file, offset: sections[3].lowerBound, count: sections[3].count / 4),
                gramBuckets: unpacked(section(4)), gramWeights: unpacked(section(5)).map(Float.init(bitPattern:)),
                gramCoefficients: CoefficientTable(in: file, offset: sections[6].lowerBound, count: sections[6].count / 4),
                surfaceCoefficients: unpacked(section(7)).map(Double.init(bitPattern:)),
                groupIdentities: unpacked(section(8)), groupFolds: Array(section(9)))
        }
        guard let model else { throw .inconsistent }
        if let (part, found, most) = model.beyondLimit { throw .beyondLimit(part, found: found, most: most) }
        guard model.isConsistent else { throw .inconsistent }
        return model
    }

    /// Bytes per number in each section.
    private static let elementSizes = [1, 8, 4, 4, 4, 4, 4, 8, 8, 1]

    /// Where each section is, once the whole file is verified.
    private static func sections(of bytes: UnsafeRawBufferPointer) throws(ModelError) -> [Range<Int>] {
        guard bytes.count >= magic.count else {
            throw bytes.elementsEqual(magic.prefix(bytes.count)) && !bytes.isEmpty ? .truncated : .notAModel
        }
        guard bytes.starts(with: magic) else { throw .notAModel }
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        guard bytes.count >= directoryEnd + 8 else { throw .truncated }
        let format = word(16)
        // A later format may have something else in this place, so nothing more is checked.
        guard format <= UInt64(Self.format) else { throw .newerFormat(found: Int(clamping: format), newest: Self.format) }
        guard format >= UInt64(formatWithoutForm) else {
            throw .olderFormat(found: Int(clamping: format), oldest: formatWithoutForm)
        }
        guard word(24) <= UInt64(bytes.count) else { throw .truncated }
        guard word(24) == UInt64(bytes.count), bytes.count % 8 == 0, word(bytes.count - 8) == checksum(of: bytes.dropLast(8))
        else { throw .altered }
        let counts = (0..<sectionCount).map { word(32 + 8 * $0) }
        guard counts.allSatisfy({ $0 <= UInt64(bytes.count) }) else { throw .inconsistent }
        let starts = starts(of: counts.map { Int($0) })
        guard starts[sectionCount] + 8 == bytes.count else { throw .inconsistent }
        return zip(starts, counts).map { $0..<$0 + Int($1) }
    }

    /// Where sections of these lengths start, and where the checksum after them is.
    private static func starts(of counts: [Int]) -> [Int] {
        var starts: [Int] = []
        var end = directoryEnd
        for count in counts {
            starts.append((end + ModelBytes.alignment - 1) / ModelBytes.alignment * ModelBytes.alignment)
            end = starts[starts.count - 1] + count
        }
        return starts + [(end + 7) / 8 * 8]
    }

    /// XXH3-64.
    private static func checksum(of bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
        let part = UnsafeRawBufferPointer(rebasing: bytes)
        return XXH3_64bits(part.baseAddress, part.count)
    }

    static func checksum(of bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBytes { checksum(of: $0[...]) } }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func packed<Word: FixedWidthInteger>(_ words: [Word]) -> [UInt8] {
        words.map(\.littleEndian).withUnsafeBytes { Array($0) }
    }

    private static func packed(_ table: CoefficientTable) -> [UInt8] {
        table.withUnsafeBufferPointer { packed($0.map(\.bitPattern)) }
    }

    private static func unpacked<Word: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer) -> [Word] {
        let size = MemoryLayout<Word>.size
        return (0..<bytes.count / size).map {
            Word(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Word.self))
        }
    }
}
