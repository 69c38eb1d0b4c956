/// ICU's word break rules as one table that says what to do for a state and a character's category.
///
/// It is made from the compiled rules of the linked ICU, so it has exactly that version's rules.
///
/// `@unchecked`: the memory is written in `init` only, and freed with the last reference.
final class RuleTable: @unchecked Sendable {
    /// What to do on a character: the next row in bits 0...15, and flags.
    enum Step {
        /// The row of the next state.
        static let row: UInt32 = 0xFFFF
        /// The token ends before this character, which begins the next one.
        static let emit: UInt32 = 0x1_0000
        /// A token that ends before this character is a word.
        static let word: UInt32 = 0x2_0000
        /// The token could end before this character but cannot after it: remember this place.
        static let mark: UInt32 = 0x4_0000
        /// The token neither ends here nor goes on: return to the mark, where it ends.
        static let rewind: UInt32 = 0x8_0000
        /// The character belongs to a run that a dictionary divides.
        static let dictionary: UInt32 = 0x10_0000
        /// Steps that do more than end a token or go on.
        static let special = mark | rewind | dictionary
    }

    /// Length of a row: categories are less than this.
    static let stride = 64
    /// The row of the state before a token's first character.
    static let start = stride

    /// A row for each state, with a ``Step`` for each category.
    ///
    /// Category 0 stands for no character: its step has `word` if a token that ends in this state is a word, and
    /// `emit` if a token may end there.
    let steps: UnsafePointer<UInt32>
    /// Category of each code point.
    let categories: BlockTable

    /// Nil where the rules need more than this automaton has.
    init?(_ rules: BinaryRules) {
        let first = 3  // categories 0...2 stand for no character
        guard rules.stateCount <= 256, rules.categoryCount <= Self.stride, let values = rules.categories(),
            values.allSatisfy({ $0 >= first })
        else { return nil }
        var steps = [UInt32](repeating: 0, count: rules.stateCount * Self.stride)
        for state in 1..<rules.stateCount {
            // Category 1 is the end of the text, which must not change anything.
            guard let accepts = rules.accepts(state), let status = rules.status(state), rules.next(state, 1) == 0
            else { return nil }
            let word = status >= WordBreaker.wordStatus ? Step.word : 0
            steps[state * Self.stride] = word | (accepts ? Step.emit : 0)
            for category in first..<rules.categoryCount {
                guard let step = Self.step(rules, state, category) else { return nil }
                steps[state * Self.stride + category] = step | word
            }
        }
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: steps.count)
        memory.initialize(from: steps, count: steps.count)
        self.steps = UnsafePointer(memory)
        categories = BlockTable(values)
    }

    deinit { steps.deallocate() }

    /// What to do in `state` on a character of `category`; nil if the rules lead out of the table, or if a single character is
    /// not a token.
    private static func step(_ rules: BinaryRules, _ state: Int, _ category: Int) -> UInt32? {
        let begins = 1
        let accepts = rules.accepts(state) ?? false
        var next = rules.next(state, category)
        var step: UInt32 = category >= rules.firstDictionaryCategory ? Step.dictionary : 0
        if next == 0 {
            guard accepts else { return state == begins ? nil : Step.rewind }
            next = rules.next(begins, category)
            step |= Step.emit
        } else if accepts, next < rules.stateCount, rules.accepts(next) == false {
            step |= Step.mark
        }
        guard next > 0, next < rules.stateCount else { return nil }
        if state == begins || step & Step.emit != 0 {
            guard rules.accepts(next) == true else { return nil }
        }
        return step | UInt32(next * stride)
    }
}
