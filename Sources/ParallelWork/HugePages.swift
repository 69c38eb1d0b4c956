import Foundation

/// A hint for large tables with random access: with pages of 4 KiB nearly every read would miss the TLB.
@usableFromInline package enum HugePages {
    /// Length of a huge page in bytes.
    package static let size = 1 << 21

    /// Asks for huge pages in `memory`, before it is written. Affects only speed.
    @usableFromInline package static func advise(_ memory: UnsafeMutableRawPointer, bytes: Int) {
        #if os(Linux)
            let whole = wholePages(of: UInt(bitPattern: memory), bytes: bytes)
            guard !whole.isEmpty, let first = UnsafeMutableRawPointer(bitPattern: whole.lowerBound) else { return }
            madvise(first, whole.count, Int32(MADV_HUGEPAGE))
        #endif
    }

    /// The addresses of the huge pages that lie wholly within `bytes` bytes from `address`.
    static func wholePages(of address: UInt, bytes: Int) -> Range<UInt> {
        let last = UInt(size) - 1
        let start = (address + last) & ~last
        let end = (address + UInt(bytes)) & ~last
        return start..<max(start, end)
    }
}

extension Array {
    /// An array of one value, in huge pages if it is long enough and the system has them.
    @inlinable
    package init(hugeRepeating value: Element, count: Int) where Element: BitwiseCopyable {
        self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            if let base = buffer.baseAddress {
                HugePages.advise(UnsafeMutableRawPointer(base), bytes: count * MemoryLayout<Element>.stride)
            }
            buffer.initialize(repeating: value)
            initialized = count
        }
    }
}
