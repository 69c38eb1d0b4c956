import Foundation
import ParallelWork
import TextRecords

/// Texts that stand deeper in the records than their top level: in objects, in lists of objects, in the turns of a chat.
enum NestedTexts {
    /// Records of each side that are looked at.
    private static let records = 200
    /// Keys below the top level.
    private static let depth = 4
    /// The most paths that are taken, those with the most text.
    private static let most = 16

    /// Where both sides have text under the same path below the top level; empty where fields were named. Keys of labels, answers
    /// and the like are passed over, and of a chat all but what the user says.
    /// - Throws: `RecordError` for a path that is none.
    static func find(in tables: [RecordTable], options: AnalysisOptions) throws -> [FieldPath] {
        guard options.fields.isEmpty else { return [] }
        return try shared(tables.map { objects(in: $0) }, options)
    }

    /// The same, for corpora that are not in memory.
    /// - Throws: `RecordError` for what cannot be read.
    static func find(in streams: [CorpusFiles], options: AnalysisOptions, workers: WorkerPool) throws -> [FieldPath] {
        guard options.fields.isEmpty else { return [] }
        return try shared(
            streams.map { stream in
                struct Enough: Error {}
                var found: [[String: Any]] = []
                do {
                    try stream.forEachBatch(named: [], workers: workers, state: {}) { table, _ in
                        json(of: table)
                    } consume: {
                        found = $0.compactMap(object)
                        throw Enough()
                    }
                } catch is Enough {}
                return found
            }, options)
    }

    private static func shared(_ sides: [[[String: Any]]], _ options: AnalysisOptions) throws -> [FieldPath] {
        let sides = sides.map { paths(in: $0, ignoring: options.ignoredFields) }
        let shared = sides[0].filter { sides[1][$0.key] != nil }
        let order = shared.sorted { ($0.value, $1.key.joined(separator: ".")) > ($1.value, $0.key.joined(separator: ".")) }
        return try order.prefix(most).map(\.key).sorted { $0.lexicographicallyPrecedes($1) }
            .map { try FieldPath(name: $0.joined(separator: "."), keys: $0) }
    }

    /// Some records of a table as objects; none where nothing is nested.
    private static func objects(in table: RecordTable) -> [[String: Any]] { json(of: table).compactMap(object) }

    private static func json(of table: RecordTable) -> [Data] {
        guard table.columns.contains(where: { $0.count(of: .array) + $0.count(of: .object) > 0 }) else { return [] }
        let step = max(1, table.count / records)
        return stride(from: 0, to: table.count, by: step).prefix(records).map { row in
            var json: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &json)
            return Data(json)
        }
    }

    private static func object(_ json: Data) -> [String: Any]? {
        try? JSONSerialization.jsonObject(with: json) as? [String: Any]
    }

    /// The paths in some records, with the number of bytes of text under each.
    private static func paths(in objects: [[String: Any]], ignoring ignored: [String]) -> [[String]: Int] {
        var found: [[String]: Int] = [:]
        for object in objects {
            for (key, value) in object where !FieldName.isReserved(key) && !ignored.contains(key) {
                if value is [Any] || value is [String: Any] { collect(value, [key], &found) }
            }
        }
        // What is a list of strings at the top level is a text there already.
        return found.filter { $0.key.count > 1 && !ignored.contains($0.key.joined(separator: ".")) }
    }

    private static func collect(_ value: Any, _ path: [String], _ found: inout [[String]: Int]) {
        if let text = value as? String {
            if !text.allSatisfy(\.isWhitespace) { found[path, default: 0] += text.utf8.count }
        } else if let list = value as? [Any] {
            let turns = list.compactMap { ($0 as? [String: Any]).flatMap(ChatTurn.init) }
            guard turns.isEmpty || !turns.contains(where: { $0.role == ChatTurn.user }) else {
                for turn in turns where turn.role == ChatTurn.user { collect(turn.content, path + [ChatTurn.user], &found) }
                return
            }
            for item in list { collect(item, path, &found) }
        } else if let object = value as? [String: Any], path.count <= depth {
            if path.last == ChatTurn.user, let text = object["text"] as? String { return collect(text, path, &found) }
            for (key, value) in object where !FieldName.isReserved(key) && !ChatTurn.isRoleKey(key, of: object) {
                collect(value, path + [key], &found)
            }
        }
    }
}

/// One turn of a chat: who speaks, and what. The names are those of `Chat.h`, which follows the paths that are found here.
private struct ChatTurn {
    static let user = "user"
    private static let userNames: Set<String> = ["human", "user", "prompter", "customer"]
    private static let roleKeys = ["role", "from", "speaker"]
    private static let contentKeys = ["content", "value", "text", "message", "utterance"]

    let role: String
    let content: Any

    init?(_ object: [String: Any]) {
        guard let speaker = Self.roleKeys.lazy.compactMap({ object[$0] as? String }).first(where: { !$0.isEmpty }),
            let said = Self.contentKeys.lazy.compactMap({ object[$0] }).first(where: { $0 is String || $0 is [Any] })
        else { return nil }
        let lower = speaker.lowercased()
        role = Self.userNames.contains(lower) ? Self.user : lower
        content = said
    }

    /// Whether a key names the speaker of a turn.
    static func isRoleKey(_ key: String, of object: [String: Any]) -> Bool {
        roleKeys.contains(key) && ChatTurn(object) != nil
    }
}
