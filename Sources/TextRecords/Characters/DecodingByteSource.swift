import CICU

/// The bytes of another source as UTF-8.
///
/// UTF-8 passes through as it is, invalid bytes included. Everything else is converted by ICU, in constant memory; a byte order
/// mark becomes that of UTF-8. No byte is dropped: a sequence that the encoding does not have is an error.
final class DecodingByteSource: ByteSource {
    private static let inputSize = 1 << 16

    /// What the bytes are converted from.
    let encoding: CharacterEncoding

    private let source: any ByteSource
    private let path: String
    private let decoder: OpaquePointer?
    private var input: [UInt8]
    /// The part of ``input`` that is not yet converted.
    private var waiting = 0..<0
    private var inputIsAtEnd = false
    private var isDone = false
    /// Bytes converted so far.
    private var offset = 0
    /// Newlines written so far.
    private var newlines = 0

    /// - Parameters:
    ///   - source: The bytes to convert.
    ///   - encoding: What they are in.
    ///   - path: What to call the file in errors.
    /// - Throws: ``RecordError/encodingUnavailable(path:_:status:)``.
    init(_ source: any ByteSource, from encoding: CharacterEncoding, path: String) throws(RecordError) {
        self.source = source
        self.encoding = encoding
        self.path = path
        guard encoding != .utf8 else {
            decoder = nil
            input = []
            return
        }
        var status: Int32 = 0
        decoder = cicu_openDecoder(encoding.rawValue, &status)
        guard decoder != nil else {
            throw .encodingUnavailable(path: path, encoding, status: String(cString: cicu_errorName(status)))
        }
        input = [UInt8](repeating: 0, count: Self.inputSize)
    }

    deinit {
        cicu_closeDecoder(decoder)
    }

    var mayWait: Bool { waiting.isEmpty && source.mayWait }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard let decoder else { return try source.read(into: buffer) }
        // ICU fills even the shortest buffer, if necessary with part of a character.
        guard let target = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
        while !isDone {
            if waiting.isEmpty, !inputIsAtEnd {
                let count = try input.withUnsafeMutableBufferPointer { (bytes) throws(RecordError) in
                    try source.read(into: UnsafeMutableRawBufferPointer(bytes))
                }
                inputIsAtEnd = count == 0
                waiting = 0..<count
            }
            var consumed: Int32 = 0
            var written: Int32 = 0
            var invalid: Int32 = 0
            var status: Int32 = 0
            input.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                cicu_decode(
                    decoder, base + waiting.lowerBound, Int32(waiting.count), inputIsAtEnd, target,
                    Int32(min(buffer.count, 1 << 30)), &consumed, &written, &invalid, &status)
            }
            waiting = waiting.lowerBound + Int(consumed)..<waiting.upperBound
            offset += Int(consumed)
            newlines += UnsafeBufferPointer(start: target, count: Int(written)).count { $0 == 0x0A }
            if status > 0, status != CICU_BUFFER_OVERFLOW {
                // ICU may have read part of the next code unit.
                let start = max(0, offset - Int(invalid)) & ~(encoding.unitSize - 1)
                throw .notInEncoding(SourceLocation(path: path, line: newlines + 1), encoding, offset: start)
            }
            if status <= 0, inputIsAtEnd { isDone = true }
            if written > 0 { return Int(written) }
        }
        return 0
    }
}
