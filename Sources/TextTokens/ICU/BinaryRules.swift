import CICU

/// ICU's compiled word break rules, as `ubrk_getBinaryRules` hands them out.
///
/// Layout of format 6 (ICU 68 and later), in the byte order of the machine. Header: `UInt32` magic, 4 bytes of format
/// version, then `UInt32` words: length, categories, offset and length of the forward state table, the reverse table,
/// the category trie, the rule source and the status table. State table: `UInt32` states, bytes a row, first dictionary
/// category, lookahead results, flags, then the rows. Row: accepting, lookahead, status index, next state by category.
struct BinaryRules {
    /// Number of states; 0 is "stop", 1 is "start".
    let stateCount: Int
    /// Number of character categories; 0...2 stand for no character.
    let categoryCount: Int
    /// From this category on, characters are divided by a dictionary.
    let firstDictionaryCategory: Int

    private static let magic = 0xB1A0
    private static let formatVersion: UInt8 = 6
    /// Flags of a state table: rows of bytes (else of 16-bit words), and "pretend there is a character before the text".
    private static let byteRows = 4
    private static let leadingCharacter = 2

    private let bytes: [UInt8]
    private let rows: Int
    private let rowLength: Int
    private let wide: Bool
    private let trie: Range<Int>
    private let statuses: Int

    /// Nil if the rules have another format, or use a feature that word rules have not used so far.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        func word(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 4 <= bytes.count else { return nil }
            return Int(bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) })
        }
        guard word(0) == Self.magic, bytes.count >= 80, bytes[4] == Self.formatVersion, word(8) == bytes.count,
            let categories = word(12), let table = word(16), let tableLength = word(20),
            let trieStart = word(32), let trieLength = word(36), let statusStart = word(48),
            table + tableLength <= bytes.count, trieStart + trieLength <= bytes.count, statusStart < bytes.count,
            let states = word(table), let rowLength = word(table + 4), let dictionary = word(table + 8),
            let lookaheads = word(table + 12), let flags = word(table + 16)
        else { return nil }
        let wide = flags & Self.byteRows == 0
        // `/` rules would end a token before the place where the automaton stops.
        guard flags & Self.leadingCharacter == 0, lookaheads == 0,
            states > 1, states <= 0xFFFF, categories > 3,
            rowLength >= (3 + categories) * (wide ? 2 : 1), 20 + states * rowLength <= tableLength
        else { return nil }
        stateCount = states
        categoryCount = categories
        firstDictionaryCategory = dictionary
        rows = table + 20
        self.rowLength = rowLength
        self.wide = wide
        trie = trieStart..<trieStart + trieLength
        statuses = statusStart
    }

    /// Whether a token may end in this state; nil for a kind of ending that only lookahead rules have.
    func accepts(_ state: Int) -> Bool? {
        switch cell(state, 0) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    /// The state after a character of `category`; 0 is "stop".
    func next(_ state: Int, _ category: Int) -> Int { cell(state, 3 + category) }

    /// The rule status of a token that ends in this state: the last, and greatest, of its list. Nil if out of bounds.
    func status(_ state: Int) -> Int32? {
        func word(_ index: Int) -> Int32? {
            let offset = statuses + 4 * index
            guard index >= 0, offset + 4 <= bytes.count else { return nil }
            return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int32.self) }
        }
        let list = cell(state, 2)
        guard let count = word(list), count > 0 else { return nil }
        return word(list + Int(count))
    }

    /// The category of each code point 0...10FFFF, in order; nil if ICU does not accept the trie.
    func categories() -> [UInt8]? {
        // ICU reads the trie in place, which has to be aligned.
        let words = UnsafeMutableRawBufferPointer.allocate(byteCount: trie.count, alignment: 8)
        defer { words.deallocate() }
        words.copyBytes(from: bytes[trie])
        var categories = [UInt8](repeating: 0, count: BlockTable.pointCount)
        let limit = UInt32(truncatingIfNeeded: categoryCount)
        guard let base = words.baseAddress,
            cicu_readTrie(base, Int32(truncatingIfNeeded: trie.count), limit, &categories)
        else { return nil }
        return categories
    }

    private func cell(_ state: Int, _ column: Int) -> Int {
        let offset = rows + state * rowLength
        if wide {
            return Int(bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset + 2 * column, as: UInt16.self) })
        }
        return Int(bytes[offset + column])
    }
}
