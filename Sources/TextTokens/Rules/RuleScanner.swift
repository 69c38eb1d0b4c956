/// Runs ICU's word break rules over UTF-8 in place: the inner loop of tokenizing.
///
/// A token without dictionary characters is final. One with them (a run of Han, kana, Hangul, Thai) is divided further by ICU,
/// using only the characters of that token, so only these pieces go to ICU, or to its dictionary.
struct RuleScanner {
    private let text: UnsafePointer<UInt8>
    private let count: Int
    private let steps: UnsafePointer<UInt32>
    private let categories: BlockTable.Lookup
    private let ideographs: HanDictionary?
    private let breaker: WordBreaker

    /// The row of the current state.
    private var row = RuleTable.start
    /// Where the current token begins.
    private var start = 0
    private var position = 0
    /// Where the token ends if it ends before `position`, and the row of the state there.
    private var mark = 0
    private var markRow = RuleTable.start
    /// Whether a dictionary divides the current token.
    private var needsDictionary = false

    /// Appends the tokens of `text`.
    ///
    /// - Parameters:
    ///   - count: Length of the text in bytes.
    ///   - table: The rules.
    ///   - ideographs: Divides runs of ideographs; nil leaves them to `breaker`.
    ///   - breaker: Divides everything else that needs a dictionary.
    static func appendTokens(
        of text: UnsafePointer<UInt8>, count: Int, table: RuleTable, ideographs: HanDictionary?, breaker: WordBreaker,
        to tokens: inout TokenBuffer
    ) {
        withExtendedLifetime(table) {
            var scanner = RuleScanner(text, count, table, ideographs, breaker)
            repeat {
                while scanner.position < count {
                    if !scanner.needsDictionary { scanner.runASCII(&tokens) }
                    scanner.step(&tokens)
                }
            } while !scanner.finish(&tokens)
        }
    }

    private init(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ table: RuleTable, _ ideographs: HanDictionary?, _ breaker: WordBreaker
    ) {
        self.text = text
        self.count = count
        steps = table.steps
        categories = table.categories.lookup
        self.ideographs = ideographs
        self.breaker = breaker
    }

    /// Continues while characters are ASCII and their steps plain: without a branch for the end of a token, since a processor
    /// cannot predict where words end.
    @inline(__always)
    private mutating func runASCII(_ tokens: inout TokenBuffer) {
        let limit = min(count, position &+ 4096)
        tokens.reserve(limit &- position)
        let output = tokens.base + tokens.count
        var written = 0
        var position = position
        var start = start
        var row = row
        while position < limit {
            let byte = text[position]
            if byte >= 0x80 { break }
            let step = steps[row &+ categories.value(ascii: byte)]
            if step & RuleTable.Step.special != 0 { break }
            // The written token counts only if it ends here; otherwise it is overwritten.
            output[written] = WordToken(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
                isWord: step & RuleTable.Step.word != 0)
            let ends = step & RuleTable.Step.emit != 0
            written &+= ends ? 1 : 0
            start = ends ? position : start
            row = Int(step & RuleTable.Step.row)
            position &+= 1
        }
        tokens.advance(by: written)
        self.position = position
        self.start = start
        self.row = row
    }

    /// Processes the character at `position`, if any, whatever it is.
    @inline(__always)
    private mutating func step(_ tokens: inout TokenBuffer) {
        guard position < count else { return }
        let length = UTF8Sequence.length(text + position, available: count &- position)
        let point = Int(UTF8Sequence.codePoint(text + position, length: length))
        let category = Int(categories.value(block: point &>> 6, low: point & 0x3F))
        let step = steps[row &+ category]
        if step & RuleTable.Step.rewind != 0 {
            rewind(&tokens)
            return
        }
        if step & RuleTable.Step.emit != 0 {
            append(upTo: position, isWord: step & RuleTable.Step.word != 0, &tokens)
        } else if step & RuleTable.Step.mark != 0 {
            mark = position
            markRow = row
        }
        if step & RuleTable.Step.dictionary != 0 { needsDictionary = true }
        row = Int(step & RuleTable.Step.row)
        position &+= max(length, 1)
    }

    /// Ends the token at the mark and goes on from there.
    private mutating func rewind(_ tokens: inout TokenBuffer) {
        append(upTo: mark, isWord: steps[markRow] & RuleTable.Step.word != 0, &tokens)
        position = mark
        row = RuleTable.start
    }

    /// Ends the last token; false if characters after it have to be scanned again.
    private mutating func finish(_ tokens: inout TokenBuffer) -> Bool {
        if start == count { return true }
        if steps[row] & RuleTable.Step.emit == 0 {
            rewind(&tokens)
            return false
        }
        append(upTo: count, isWord: steps[row] & RuleTable.Step.word != 0, &tokens)
        return true
    }

    /// Appends the current token, divided by a dictionary if it needs one, and begins the next.
    @inline(__always)
    private mutating func append(upTo end: Int, isWord: Bool, _ tokens: inout TokenBuffer) {
        // A single code point has nothing to divide.
        if needsDictionary, UTF8Sequence.length(text + start, available: end &- start) != end &- start {
            if !(ideographs?.appendTokens(of: text, start, end, isWord: isWord, to: &tokens) ?? false) {
                breaker.appendTokens(of: text, start, end, isWord: isWord, to: &tokens)
            }
        } else {
            tokens.append(start, end, isWord: isWord)
        }
        start = end
        needsDictionary = false
    }
}
