import CSimdjson

/// simdjson's parser for one record after another; one per worker.
final class JSONRecordParser {
    /// Null only if memory ran out; every parse then fails.
    private let handle: OpaquePointer?

    init() {
        handle = csimdjson_create()
    }

    deinit {
        csimdjson_destroy(handle)
    }

    /// Why a line is not a record.
    enum Refusal: Error, Equatable {
        /// The first wrong byte's offset.
        case notUTF8(offset: Int)
        /// The fault and the offset of the byte that shows it.
        case notJSON(offset: Int, JSONFault)
        case notAnObject(ValueKind)
    }

    /// Parses `line`, which must be an object and stay where it is while members are asked for.
    ///
    /// `isPadded` says that `CSIMDJSON_PADDING` more bytes can be read after the line.
    func parse(_ line: UnsafeBufferPointer<UInt8>, isPadded: Bool) throws(Refusal) {
        let kind = try parseDocument(line, isPadded: isPadded)
        guard kind == .object else { throw .notAnObject(kind) }
        if let handle { _ = csimdjson_rewind(handle) }
    }

    /// Parses `text`, any JSON value, which must stay where it is during a walk; returns the value's kind.
    func parseDocument(_ text: UnsafeBufferPointer<UInt8>, isPadded: Bool) throws(Refusal) -> ValueKind {
        guard let handle, let base = text.baseAddress else { throw .notJSON(offset: 0, .outOfMemory) }
        let code = Int(csimdjson_parse(handle, base, text.count, isPadded))
        if code == CSIMDJSON_OK { return ValueKind(rawValue: csimdjson_root_kind(handle)) ?? .null }
        // Invalid UTF-8 is reported first: other encodings, such as GB18030, have bytes that look like quotes and backslashes.
        if let offset = UTF8Check.firstFault(in: text) { throw .notUTF8(offset: offset) }
        switch code {
        case CSIMDJSON_NO_MEMORY: throw .notJSON(offset: 0, .outOfMemory)
        case CSIMDJSON_TOO_LONG: throw .notJSON(offset: 0, .tooLong)
        case CSIMDJSON_TOO_DEEP:
            let finding = JSONFaultFinder.find(in: text)
            throw .notJSON(offset: finding?.offset ?? 0, finding?.fault ?? .tooDeep)
        default:
            let finding = JSONFaultFinder.find(in: text)
            throw .notJSON(offset: finding?.offset ?? 0, finding?.fault ?? .unexplained)
        }
    }

    /// Starts a walk through the parsed value; false if it is a scalar.
    func startWalk() -> Bool { handle.map(csimdjson_walk_start) ?? false }

    /// The next member or element at the current level; false after the last. The end of arrays and objects is not given: see
    /// ``walkedValueEnd``.
    func walk(_ member: inout csimdjson_member) -> Bool {
        guard let handle else { return false }
        return csimdjson_walk_next(handle, &member)
    }

    /// Enters the value that ``walk(_:)`` gave last; false, and nothing to leave, if it is a scalar.
    func enter() -> Bool { handle.map(csimdjson_walk_enter) ?? false }

    /// Leaves the value that was entered last; entering it again starts over.
    func leave() {
        if let handle { csimdjson_walk_leave(handle) }
    }

    /// The offset after the value that ``walk(_:)`` gave last.
    var walkedValueEnd: Int { handle.map(csimdjson_walk_value_end) ?? 0 }

    /// The record's next top-level member, in the order of the text; false after the last.
    func next(_ member: inout csimdjson_member) -> Bool {
        guard let handle else { return false }
        return csimdjson_next(handle, &member)
    }

    /// The value at the end of `path`; false if the record has none. Ends the iteration by ``next(_:)``.
    func find(_ path: KeyPath, _ member: inout csimdjson_member) -> Bool {
        guard let handle else { return false }
        return path.withBytes { keys in
            keys.baseAddress.map { csimdjson_find(handle, $0, keys.count, &member) } ?? false
        }
    }

    /// A path of keys, laid out for ``find(_:_:)``.
    struct KeyPath: Sendable {
        private let bytes: [UInt8]
        private let ends: [Int]

        init(_ keys: [String]) {
            var bytes: [UInt8] = []
            var ends: [Int] = []
            for key in keys {
                bytes.append(contentsOf: key.utf8)
                ends.append(bytes.count)
            }
            self.bytes = bytes
            self.ends = ends
        }

        fileprivate func withBytes(_ body: (UnsafeBufferPointer<csimdjson_bytes>) -> Bool) -> Bool {
            guard !ends.isEmpty else { return false }
            return bytes.withUnsafeBufferPointer { buffer in
                withUnsafeTemporaryAllocation(of: csimdjson_bytes.self, capacity: ends.count) { keys in
                    var start = 0
                    for (level, end) in ends.enumerated() {
                        let address = buffer.baseAddress.map { $0 + start }
                        keys.initializeElement(at: level, to: csimdjson_bytes(bytes: address, length: end - start))
                        start = end
                    }
                    return body(UnsafeBufferPointer(keys))
                }
            }
        }
    }
}

extension csimdjson_bytes {
    /// The bytes, where they are.
    @inline(__always) var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: length) }
}

extension csimdjson_member {
    /// What kind of value this is.
    var valueKind: ValueKind { ValueKind(rawValue: kind) ?? .null }

    /// Whether ``text`` stands for the value.
    var hasText: Bool { valueKind == .text || valueKind == .number || valueKind == .boolean || all_strings }
}
