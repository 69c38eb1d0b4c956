import TextTokens

/// The pieces of a sentence that stay on one line: words, numbers with their signs, and short brackets with all that is in them.
struct UnbrokenPieces {
    /// A piece, and whether a space stands before it.
    struct Piece: Equatable {
        var text: String
        var isSpaced: Bool
    }

    /// Brackets up to so many columns stay whole; longer ones break like any text.
    private static let widestBracket = 28
    /// No line starts with these, nor ends with an opening one.
    private static let closing = Set("，。；：、）”》？！…,.;:)%")
    private static let opening = Set("（“《(")

    /// In order; with the spaces they are the text.
    private(set) var pieces: [Piece] = []

    /// - Parameter text: One line without control characters.
    init(_ text: String) {
        for word in text.split(separator: " ") {
            var isFirst = true
            for part in Self.parts(of: word) {
                pieces.append(Piece(text: part, isSpaced: isFirst && !pieces.isEmpty))
                isFirst = false
            }
        }
        joinPunctuation()
        joinBrackets()
    }

    /// Runs of narrow characters, and the words of runs of wide ones.
    private static func parts(of word: Substring) -> [String] {
        var parts: [String] = []
        var wide = ""
        func flush() {
            parts += words(in: wide)
            wide = ""
        }
        var isOpen = false
        for character in word {
            if ColumnWidth.of(character) < 2 {
                flush()
                if isOpen { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
                isOpen = true
            } else {
                wide.append(character)
                isOpen = false
            }
        }
        flush()
        return parts
    }

    /// ICU's words; single characters where it has none.
    private static func words(in text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        guard let tokenizer = try? WordTokenizer() else { return text.map { String($0) } }
        var tokens: [WordToken] = []
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { tokenizer.tokenize(UnsafeBufferPointer($0), into: &tokens) }
        let found = tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        return found.joined() == text ? found : text.map { String($0) }
    }

    private mutating func joinPunctuation() {
        var joined: [Piece] = []
        for piece in pieces {
            let isHeld = joined.last.map { $0.text.last.map(Self.opening.contains) == true } ?? false
            if !piece.isSpaced, let last = joined.indices.last, isHeld || piece.text.first.map(Self.closing.contains) == true {
                joined[last].text += piece.text
            } else {
                joined.append(piece)
            }
        }
        pieces = joined
    }

    private mutating func joinBrackets() {
        var joined: [Piece] = []
        var position = 0
        while position < pieces.count {
            var end = position
            var text = pieces[position].text
            func isOpen(_ text: String) -> Bool {
                text.count { $0 == "（" || $0 == "(" } > text.count { $0 == "）" || $0 == ")" }
            }
            while isOpen(text), end + 1 < pieces.count {
                end += 1
                text += (pieces[end].isSpaced ? " " : "") + pieces[end].text
                if ColumnWidth.of(text) > Self.widestBracket { break }
            }
            if end > position, !isOpen(text), ColumnWidth.of(text) <= Self.widestBracket {
                joined.append(Piece(text: text, isSpaced: pieces[position].isSpaced))
                position = end + 1
            } else {
                joined.append(pieces[position])
                position += 1
            }
        }
        pieces = joined
    }
}
