import Foundation

/// A wish for large tables that are read all over: with pages of 4 KiB nearly each read would look up its address first.
public enum HugePages {
    /// Length of a huge page in bytes.
    public static let size = 1 << 21

    /// Asks for huge pages behind the whole ones of `memory`, before it is written. Nothing but time depends on it.
    public static func advise(_ memory: UnsafeMutableRawPointer, bytes: Int) {
        #if os(Linux)
            let start = Int(bitPattern: memory) + size - 1 & ~(size - 1)
            let end = Int(bitPattern: memory) + bytes & ~(size - 1)
            guard end > start, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
            madvise(first, end - start, Int32(MADV_HUGEPAGE))
        #endif
    }
}

extension Array {
    /// An array of one value, in huge pages where it is long enough and the system has them.
    @inlinable
    public init(hugeRepeating value: Element, count: Int) where Element: BitwiseCopyable {
        self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            if let base = buffer.baseAddress {
                HugePages.advise(UnsafeMutableRawPointer(base), bytes: count * MemoryLayout<Element>.stride)
            }
            buffer.initialize(repeating: value)
            initialized = count
        }
    }
}
