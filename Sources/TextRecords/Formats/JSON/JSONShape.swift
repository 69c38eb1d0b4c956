/// What a file of JSON is made of.
enum JSONShape: Equatable, Sendable {
    /// An object a line.
    case lines
    /// A list of objects, or of texts.
    case array(ofTexts: Bool)
    /// Objects over any number of lines, one after another.
    case objects
    /// SQuAD and kin.
    case questions
    /// One document with the records somewhere inside.
    case document(JSONPlace)
    /// One document with the columns of a table: lists, or objects from row to value.
    case columns
}

/// Where a document has its records.
struct JSONPlace: Equatable, Sendable {
    /// The keys that lead to them; none if the document is them.
    var path: [String] = []
    /// Whether they stand in an object, by their identifiers, and not in a list.
    var isKeyed = false
    /// The member of each element that is the record; nil if the element is.
    var member: String?
    /// Offset of the bracket or brace that opens the list or object.
    var start = 0
    /// The paths of other lists of objects.
    var others: [String] = []
}

/// Finds out what JSON that may be cut off is made of.
struct JSONOutline {
    private let text: UnsafeBufferPointer<UInt8>

    /// Brackets deep that records are looked for.
    private static let maximumDepth = 3
    /// Members of an object, or elements of a list, that are looked at.
    private static let sample = 500
    /// The members of elements that are the records, as in the answers of search engines and of viewers of data sets.
    private static let wrappers = ["row", "_source"]
    /// Lists of objects that are parts of a record: a line by itself with only these is one.
    private static let parts: Set<String> = [
        "messages", "conversations", "conversation", "turns", "dialogue", "dialog", "history", "contents", "paragraphs",
        "documents", "docs", "passages", "qas", "entities", "spans", "relations", "choices", "options", "answers",
        "annotations",
        "spo_list", "event_list", "triples", "sentences", "tokens", "candidates",
    ]

    private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// - Parameters:
    ///   - text: The start of a file, without a byte order mark.
    ///   - isCut: Whether the file may have more.
    ///   - isNamed: Whether the file is called JSON, and not JSON lines.
    /// - Returns: nil if it is not JSON.
    static func shape(of text: UnsafeBufferPointer<UInt8>, isCut: Bool, isNamed: Bool) -> JSONShape? {
        guard let simple = JSONHead.shape(of: text) else {
            let outline = JSONOutline(text)
            return outline.isListOfTexts ? .array(ofTexts: true) : nil
        }
        switch simple {
        case .questions: return .questions
        case .array: return .array(ofTexts: false)
        case .lines: return JSONOutline(text).shape(isCut: isCut, isNamed: isNamed)
        }
    }

    private var isListOfTexts: Bool {
        let start = skipBlanks(0)
        guard start < text.count, text[start] == UInt8(ascii: "[") else { return false }
        let first = skipBlanks(start + 1)
        guard first < text.count, text[first] == UInt8(ascii: "\""), let end = stringEnd(first) else { return false }
        let next = skipBlanks(end)
        return next < text.count && (text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: "]"))
    }

    /// The text starts with an object.
    private func shape(isCut: Bool, isNamed: Bool) -> JSONShape {
        let start = skipBlanks(0)
        let end = valueEnd(start)
        let isOneLine = !text[start..<(end ?? text.count)].contains(0x0A)
        if let end {
            var next = skipBlanks(end)
            if next < text.count, text[next] == UInt8(ascii: ","), skipBlanks(next + 1) > next + 1 || !isOneLine {
                next = skipBlanks(next + 1)
            }
            if next < text.count, text[next] == UInt8(ascii: "{") {
                let isApart = text[end..<next].contains(0x0A) && !text[end..<next].contains(UInt8(ascii: ","))
                return isOneLine && isApart ? .lines : .objects
            }
            // Something else follows: an error of the line, or of the object.
            if next < text.count { return isOneLine ? .lines : .objects }
        } else if isOneLine, !isCut, isNamed == false {
            return .lines
        }
        let members = members(of: start)
        if isOneLine, end != nil, !isNamed, Self.isRecord(members, in: text) { return .lines }
        if let place = place(in: start, path: [], end: end ?? text.count),
            isNamed || !isOneLine || end == nil || elements(of: place.start, most: 2) > 1 || place.isKeyed
        {
            return .document(place)
        }
        if areColumns(members) { return .columns }
        return isOneLine ? .lines : .objects
    }

    /// Whether an object is a record by itself: all lists in it are parts of one.
    private static func isRecord(_ members: [Member], in text: UnsafeBufferPointer<UInt8>) -> Bool {
        members.allSatisfy { member in
            switch text[member.start] {
            case UInt8(ascii: "["): parts.contains(member.key.lowercased())
            case UInt8(ascii: "{"): false
            default: true
            }
        }
    }

    // MARK: Records inside

    /// The records inside the object at `start`: the longest list of objects, or an object of objects that are alike.
    private func place(in start: Int, path: [String], end: Int) -> JSONPlace? {
        let members = members(of: start)
        var lists: [(place: JSONPlace, size: Int)] = []
        for member in members where path.count < Self.maximumDepth {
            if text[member.start] == UInt8(ascii: "[") {
                let first = skipBlanks(member.start + 1)
                if first < text.count, areObjects(member.start) {
                    let wrapper = wrapper(of: member.start)
                    lists.append(
                        (JSONPlace(path: path + [member.key], member: wrapper, start: member.start), member.end - member.start))
                }
            } else if text[member.start] == UInt8(ascii: "{"), path.count + 1 < Self.maximumDepth,
                let inner = place(in: member.start, path: path + [member.key], end: member.end)
            {
                lists.append((inner, member.end - inner.start))
            }
        }
        let longest = lists.max { $0.size < $1.size }
        if isKeyed(members), longest.map({ $0.size * 2 < end - start }) ?? true {
            return JSONPlace(path: path, isKeyed: true, start: start)
        }
        guard var found = longest?.place else { return nil }
        found.others += lists.filter { $0.place != longest?.place }.map { $0.place.path.joined(separator: ".") }
        return found
    }

    /// The member of the first elements of a list that is the record in each; nil if the elements are.
    private func wrapper(of list: Int) -> String? {
        let element = skipBlanks(list + 1)
        let members = members(of: element)
        return Self.wrappers.first { name in
            members.contains { $0.key == name && text[$0.start] == UInt8(ascii: "{") }
        }
    }

    /// Whether an object's members are records: objects, but for a few scalars, with the same first key, or three at least; and
    /// not columns.
    private func isKeyed(_ members: [Member]) -> Bool {
        let objects = members.filter { text[$0.start] == UInt8(ascii: "{") }
        let isScalar = members.allSatisfy { text[$0.start] != UInt8(ascii: "[") }
        guard objects.count >= 2, isScalar, objects.count * 5 >= members.count * 4, !areColumns(members) else { return false }
        let keys = objects.prefix(20).map { self.members(of: $0.start, most: 1).first?.key }
        return objects.count >= 3 ? keys.contains { $0 != nil } : Set(keys).count == 1 && keys[0] != nil
    }

    /// Whether members are the columns of a table: all of them lists of scalars, or all objects from row numbers to scalars.
    private func areColumns(_ members: [Member]) -> Bool {
        guard !members.isEmpty else { return false }
        func isScalar(_ at: Int) -> Bool { at < text.count && text[at] != UInt8(ascii: "{") && text[at] != UInt8(ascii: "[") }
        let areLists = members.allSatisfy { member in
            guard text[member.start] == UInt8(ascii: "[") else { return false }
            let first = skipBlanks(member.start + 1)
            let count = elements(of: member.start, most: 3)
            return isScalar(first) && count >= 3
        }
        if areLists {
            // Columns of one table have the same length, as far as their ends are to be seen.
            let whole = members.filter { valueEnd($0.start) != nil }
            let counts = Set(whole.map { elements(of: $0.start, most: .max) })
            return counts.count <= 1 && (members.count > 1 || whole.isEmpty || (counts.first ?? 0) >= 10)
        }
        return members.allSatisfy { member in
            guard text[member.start] == UInt8(ascii: "{") else { return false }
            let inner = self.members(of: member.start, most: 2)
            return !inner.isEmpty
                && inner.allSatisfy { !$0.key.isEmpty && $0.key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
                && isScalar(inner[0].start)
        } && !members.contains { $0.key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    // MARK: Text that may be cut off

    private struct Member {
        var key: String
        /// Offset of the value, which is there.
        var start: Int
        /// The value's end, or that of the text.
        var end: Int
    }

    /// The first members of the object at `start`.
    private func members(of start: Int, most: Int = sample) -> [Member] {
        guard start < text.count, text[start] == UInt8(ascii: "{") else { return [] }
        var members: [Member] = []
        var at = skipBlanks(start + 1)
        while members.count < most, at < text.count, text[at] == UInt8(ascii: "\""), let keyEnd = stringEnd(at) {
            let colon = skipBlanks(keyEnd)
            guard colon < text.count, text[colon] == UInt8(ascii: ":") else { break }
            let value = skipBlanks(colon + 1)
            guard value < text.count else { break }
            let end = valueEnd(value)
            members.append(
                Member(
                    key: String(decoding: text[(at + 1)..<(keyEnd - 1)], as: UTF8.self), start: value, end: end ?? text.count))
            guard let end else { break }
            let comma = skipBlanks(end)
            guard comma < text.count, text[comma] == UInt8(ascii: ",") else { break }
            at = skipBlanks(comma + 1)
        }
        return members
    }

    /// How many elements the list at `start` has; at most `most` are counted, and those that are cut off are not.
    private func elements(of start: Int, most: Int) -> Int {
        var count = 0
        var at = skipBlanks(start + 1)
        while count < most, at < text.count, text[at] != UInt8(ascii: "]"), let end = valueEnd(at) {
            count += 1
            let comma = skipBlanks(end)
            guard comma < text.count, text[comma] == UInt8(ascii: ",") else { break }
            at = skipBlanks(comma + 1)
        }
        return count
    }

    /// Whether the first elements of the list at `start` are all objects.
    private func areObjects(_ start: Int) -> Bool {
        var at = skipBlanks(start + 1)
        var count = 0
        while count < 20, at < text.count, text[at] == UInt8(ascii: "{") {
            count += 1
            guard let end = valueEnd(at) else { return true }
            let comma = skipBlanks(end)
            guard comma < text.count, text[comma] == UInt8(ascii: ",") else { return true }
            at = skipBlanks(comma + 1)
        }
        return count > 0 && (count == 20 || at >= text.count)
    }

    private func skipBlanks(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at].isBlank || text[at] == 0x0A { at += 1 }
        return at
    }

    /// The offset after the string at `start`; nil if it is cut off.
    private func stringEnd(_ start: Int) -> Int? {
        var at = start + 1
        while at < text.count {
            if text[at] == UInt8(ascii: "\"") { return at + 1 }
            at += text[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// The offset after the value at `start`; nil if it is cut off.
    private func valueEnd(_ start: Int) -> Int? {
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: "\"") { return stringEnd(start) }
        if text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "[") {
            var scanner = JSONElementScanner(depth: 0)
            return scanner.elementEnd(in: text, from: start, outer: 0)
        }
        var at = start
        while at < text.count {
            if text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: "}") || text[at] == UInt8(ascii: "]")
                || text[at] == 0x0A
            {
                return at
            }
            at += 1
        }
        return nil
    }
}
