import CSimdjson

/// Adds numbers to JSON records without touching the records' own bytes.
///
/// The members go directly before the closing brace: `{"a": 1}` becomes `{"a": 1, "sample_weight": 1.25}`. With
/// `overwriting`, members that have those names already, however their keys are escaped, are removed first, each with one
/// comma; every other byte stays. Keeps a parser: use one per worker.
package struct RecordSplice {
    /// The names of the members that are added, in order.
    package let names: [String]
    /// Whether members that have these names already are replaced.
    package let overwriting: Bool

    /// Which of them are whole numbers, written without a point.
    private let areWhole: [Bool]
    private let keys: [[UInt8]]
    private let spelledKeys: [[UInt8]]
    private let parser = JSONRecordParser()

    /// A splice that adds members called `names`, those in `wholes` as whole numbers.
    package init(names: [String], wholes: Set<String> = [], overwriting: Bool = false) {
        self.names = names
        self.overwriting = overwriting
        areWhole = names.map(wholes.contains)
        keys = names.map { Array($0.utf8) }
        spelledKeys = names.map { name in
            var bytes: [UInt8] = []
            JSONString.append(name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            return bytes
        }
    }

    /// Appends the record at `row` of `table` as JSON with the members added, without a newline.
    ///
    /// - Parameters:
    ///   - values: One finite number a name.
    ///   - bytes: What to append to; unchanged if an error is thrown.
    /// - Throws: ``RecordError/keyExists(_:key:)`` unless overwriting; ``RecordError/notFinite(_:)``.
    package func append(
        record row: Int, of table: RecordTable, values: [Double], to bytes: inout [UInt8]
    ) throws(RecordError) {
        if table.format == .jsonLines {
            try table.withRecordBytes(row) { (record) throws(RecordError) in
                try append(record, isPadded: true, values: values, at: table.location(ofRecord: row), to: &bytes)
            }
        } else {
            var record: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &record)
            try append(record, values: values, at: table.location(ofRecord: row), to: &bytes)
        }
    }

    /// Appends `record`, one JSON object, with the members added.
    ///
    /// - Parameters:
    ///   - values: One finite number a name.
    ///   - location: Where the record is, for errors.
    ///   - bytes: What to append to; unchanged if an error is thrown.
    /// - Throws: As ``append(record:of:values:to:)``, and what is wrong with a record that is not a JSON object.
    package func append(
        _ record: [UInt8], values: [Double], at location: SourceLocation, to bytes: inout [UInt8]
    ) throws(RecordError) {
        try record.withUnsafeBufferPointer { (record) throws(RecordError) in
            try append(record, isPadded: false, values: values, at: location, to: &bytes)
        }
    }

    private func append(
        _ record: UnsafeBufferPointer<UInt8>, isPadded: Bool, values: [Double], at location: SourceLocation,
        to bytes: inout [UInt8]
    ) throws(RecordError) {
        let original = bytes.count
        do throws(RecordError) {
            var hasMembers = try copyMembers(of: record, isPadded: isPadded, at: location, to: &bytes)
            for (number, (key, value)) in zip(spelledKeys, values).enumerated() {
                if hasMembers { bytes.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
                bytes.append(contentsOf: key)
                if areWhole[number] {
                    try DecimalNumber.append(whole: value, to: &bytes)
                } else {
                    try DecimalNumber.append(value, to: &bytes)
                }
                hasMembers = true
            }
            bytes.append(contentsOf: record[Self.closingBrace(of: record)...])
        } catch {
            bytes.removeLast(bytes.count - original)
            throw error
        }
    }

    /// Copies everything before the closing brace except the members to be replaced; returns whether any member is left.
    private func copyMembers(
        of record: UnsafeBufferPointer<UInt8>, isPadded: Bool, at location: SourceLocation, to bytes: inout [UInt8]
    ) throws(RecordError) -> Bool {
        do {
            try parser.parse(record, isPadded: isPadded)
        } catch {
            throw error.recordError(at: location)
        }
        var member = csimdjson_member()
        var copied = 0
        var previousEnd = 0
        var hasMembers = false
        // Where a cut at the start of the record began: it ends at the next member that stays.
        var openCut: Int?
        while parser.next(&member) {
            defer { previousEnd = member.value_end }
            let key = member.key.buffer
            let isReplaced = keys.contains { $0.elementsEqual(key) }
            if isReplaced, !overwriting {
                throw .keyExists(location, key: String(decoding: key, as: UTF8.self))
            }
            guard isReplaced else {
                if let start = openCut {
                    bytes.append(contentsOf: record[copied..<start])
                    copied = member.key_start
                    openCut = nil
                }
                hasMembers = true
                continue
            }
            if hasMembers {
                // An earlier member stays, and so do the blanks between it and the comma.
                let comma = record[previousEnd...].firstIndex(of: UInt8(ascii: ",")) ?? previousEnd
                bytes.append(contentsOf: record[copied..<comma])
                copied = member.value_end
            } else if openCut == nil {
                openCut = member.key_start
            }
        }
        if let start = openCut {
            bytes.append(contentsOf: record[copied..<start])
            copied = previousEnd
        }
        bytes.append(contentsOf: record[copied..<Self.closingBrace(of: record)])
        return hasMembers
    }

    /// Only blanks can follow an object's closing brace.
    private static func closingBrace(of record: UnsafeBufferPointer<UInt8>) -> Int {
        record.lastIndex(of: UInt8(ascii: "}")) ?? record.count
    }
}

extension JSONRecordParser.Refusal {
    /// The refusal of a whole record at `location`.
    fileprivate func recordError(at location: SourceLocation) -> RecordError {
        func place(_ offset: Int) -> SourceLocation {
            SourceLocation(path: location.path, line: location.line, column: offset + 1)
        }
        return switch self {
        case .notUTF8(let offset): .notUTF8(place(offset))
        case .notJSON(let offset, let fault): .notJSON(place(offset), fault)
        case .notAnObject(let kind): .notAnObject(location, found: kind)
        }
    }
}
