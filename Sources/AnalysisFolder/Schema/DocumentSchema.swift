import TextRecords

/// The members of a document that is read back: their types and ranges. docs/json.md lists the same, and a test compares them.
///
/// A line of a schema is `PATH, PATH: TYPE`, where a path has `[]` for each element of a list and a name in capitals for any key,
/// and a type is one of
///
///     flag                        true or false
///     count [LEAST...MOST]        a whole number; 0 to 2⁵³ where no range is given
///     share                       a number from 0 to 1
///     amount, number [LEAST...MOST]
///                                 a number, of at least 0 or of either sign, at most 10¹⁵ in size where no range is given
///     text [ONE|OTHER]            a text; one of those given
///     object, any                 of its own members; whatever it is
///     #NAME                       an object of the shape NAME, whose members stand under `#NAME.` in the schema
///
/// What must be there is what decoding the document asks for: this asks only whether what is there can be used.
struct DocumentSchema: Sendable {
    /// The type of a member.
    enum Kind: Sendable, Equatable {
        case flag, object, any
        case number(ClosedRange<Double>, isWhole: Bool)
        case text(Set<String>)
        case shape(String)
    }

    /// A value that cannot be used.
    struct Fault: Equatable {
        /// Its path, with positions in lists.
        let member: String
        /// What stands there.
        let found: String
        let expected: ExpectedValue
    }

    /// By path: lists with `[]`, shapes from `#NAME` on.
    let members: [String: Kind]
    /// Paths on the way to members, with how they are gone: an object's end with `.`, a list's with `[]`.
    private let ways: Set<String>

    /// - Parameter lines: As above; a line that is no member is a mistake in this program and is not taken.
    init(_ lines: String) {
        var members: [String: Kind] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = Self.kind(parts[1].split(separator: " ").map(String.init)) else { continue }
            for path in parts[0].split(separator: ",") { members[path.filter { $0 != " " }] = kind }
        }
        var ways: Set<String> = []
        for path in members.keys {
            var way = ""
            for character in path {
                if character == "." || character == "[" { ways.insert(way + (character == "." ? "." : "[]")) }
                way.append(character)
            }
        }
        (self.members, self.ways) = (members, ways)
    }

    /// Whole numbers above this are not read exactly.
    static let greatestCount = 9_007_199_254_740_992.0
    /// No figure of ours comes near this, and every one below it can be drawn and rounded.
    private static let greatest = 1e15

    private static func kind(_ words: [String]) -> Kind? {
        guard let name = words.first else { return nil }
        let bounds =
            words.count > 1 ? words[1].split(separator: "...", omittingEmptySubsequences: false).map { Double($0) } : []
        func range(_ usual: ClosedRange<Double>) -> ClosedRange<Double> {
            guard bounds.count == 2 else { return usual }
            return (bounds[0] ?? usual.lowerBound)...(bounds[1] ?? usual.upperBound)
        }
        return switch name {
        case "flag": .flag
        case "object": .object
        case "any": .any
        case "count": .number(range(0...greatestCount), isWhole: true)
        case "share": .number(0...1, isWhole: false)
        case "amount": .number(range(0...greatest), isWhole: false)
        case "number": .number(range(-greatest...greatest), isWhole: false)
        case "text": .text(Set(words.dropFirst().joined(separator: " ").split(separator: "|").map(String.init)))
        default: name.hasPrefix("#") ? .shape(name) : nil
        }
    }

    /// The first value, in the order of the members' names, that cannot be used; nil where all can. Members that the schema does not
    /// know are passed over.
    func fault(in document: JSONValue) -> Fault? { fault(document, at: "", shown: "") }

    /// - Parameters:
    ///   - path: In the schema.
    ///   - shown: In the document.
    private func fault(_ value: JSONValue, at path: String, shown: String) -> Fault? {
        func expected(_ expected: ExpectedValue) -> Fault { Fault(member: shown, found: value.shown, expected: expected) }
        func expected(_ range: ClosedRange<Double>, isWhole: Bool) -> Fault {
            if case .number = value { return expected(isWhole ? .wholeNumbers(range) : .numbers(range)) }
            return expected(isWhole ? .wholeNumbers(range) : range.upperBound >= Self.greatest ? .number : .numbers(range))
        }
        let kind = members[path]
        switch (value, kind) {
        case (_, .any): return nil
        case (.object(let object), .shape(let shape)): return fault(object, at: shape + ".", shown: shown)
        case (.object(let object), .object),
            (.object(let object), nil) where kind != nil || path.isEmpty || ways.contains(path + "."):
            return fault(object, at: path.isEmpty ? "" : path + ".", shown: shown)
        case (.list(let list), _) where kind == nil && ways.contains(path + "[]"):
            for (place, element) in list.enumerated() {
                if let fault = fault(element, at: path + "[]", shown: "\(shown).\(place)") { return fault }
            }
            return nil
        case (.flag, .flag): return nil
        case (.text(let text), .text(let texts)):
            return texts.isEmpty || texts.contains(text) ? nil : expected(.oneOf(texts.sorted()))
        case (.number(let number), .number(let range, let isWhole)):
            return range.contains(number) && (!isWhole || number == number.rounded()) ? nil : expected(range, isWhole: isWhole)
        case (_, .flag): return expected(.flag)
        case (_, .text(let texts)): return expected(texts.isEmpty ? .text : .oneOf(texts.sorted()))
        case (_, .number(let range, let isWhole)): return expected(range, isWhole: isWhole)
        case (_, .shape), (_, .object): return expected(.object)
        case (_, nil): return ways.contains(path + "[]") ? expected(.list) : expected(.object)
        }
    }

    private func fault(_ object: [String: JSONValue], at path: String, shown: String) -> Fault? {
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            let name = [path + key, path + Self.anyKey].first {
                members[$0] != nil || ways.contains($0 + ".") || ways.contains($0 + "[]")
            }
            guard let name else { continue }
            if let fault = fault(value, at: name, shown: shown.isEmpty ? key : "\(shown).\(key)") { return fault }
        }
        return nil
    }

    /// Stands for any key of an object.
    static let anyKey = "NAME"
}
