import CICU

/// ICU's NFKC_Casefold form (Unicode Standard, section 5.18) over UTF-16.
struct CasefoldForm {
    private let form: OpaquePointer

    init() throws(TokenError) {
        var status = U_ZERO_ERROR
        guard let opened = cicu_nfkcCasefold(&status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            throw TokenError.unavailable(service: "NFKC_Casefold", status: String(cString: cicu_errorName(status)))
        }
        form = opened  // a singleton of ICU, never closed
    }

    /// Normalises `text` into `output`, which grows as needed; returns the number of units written.
    func normalize(_ text: UnsafeBufferPointer<UInt16>, into output: inout [UInt16]) -> Int {
        // One code point grows to at most 18 (U+FDFA), nearly all to one.
        if output.count < text.count * 2 + 32 { output = [UInt16](repeating: 0, count: text.count * 2 + 32) }
        while true {
            var status = U_ZERO_ERROR
            let capacity = Int32(output.count)
            let length = output.withUnsafeMutableBufferPointer {
                cicu_normalize(form, text.baseAddress, Int32(text.count), $0.baseAddress, capacity, &status)
            }
            guard status == U_BUFFER_OVERFLOW_ERROR else { return status.rawValue <= 0 ? Int(length) : 0 }
            output = [UInt16](repeating: 0, count: Int(length) + 32)
        }
    }
}
