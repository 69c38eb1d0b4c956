@testable import CSimdjson
@testable import TextRecords

/// A spliced record has all its own bytes, and the new members; done again it stays as it is.
func fuzzSplice(_ record: [UInt8]) {
    let names = ["w", "p"]
    let place = SourceLocation(path: "f", line: 1)
    var spliced: [UInt8] = []
    do {
        try RecordSplice(names: names).append(record, values: [0.5, 2], at: place, to: &spliced)
        // Its own bytes up to the brace and from there on, whatever went between.
        guard let brace = record.lastIndex(of: UInt8(ascii: "}")) else { return require(false, "no object was spliced") }
        let isEmpty = members(of: record)?.isEmpty ?? true
        let added = Array(((isEmpty ? "" : ", ") + "\"w\": 0.5, \"p\": 2.0").utf8)
        require(spliced == record[..<brace] + added + record[brace...], "\(shown(record)) became \(shown(spliced))")
    } catch {
        require(spliced.isEmpty, "an error left bytes")
    }

    var replaced: [UInt8] = []
    let splice = RecordSplice(names: names, overwriting: true)
    do {
        try splice.append(record, values: [0.5, 2], at: place, to: &replaced)
    } catch {
        require(members(of: record) == nil, "\(shown(record)) is an object and was refused: \(error)")
        return
    }
    guard let before = members(of: record), let after = members(of: replaced) else {
        return require(false, "\(shown(record)) became \(shown(replaced)), which is no object")
    }
    let kept = before.filter { $0.key != Array("w".utf8) && $0.key != Array("p".utf8) }
    require(Array(after.dropLast(2)) == kept, "\(shown(record)) became \(shown(replaced))")
    require(
        after.suffix(2).map { shown($0.value) } == ["\"0.5\"", "\"2.0\""], "\(shown(replaced)) has not the new values last")
    var again: [UInt8] = []
    try? splice.append(replaced, values: [0.5, 2], at: place, to: &again)
    require(again == replaced, "\(shown(replaced)) became \(shown(again))")
}

private struct Member: Equatable {
    var key: [UInt8]
    var value: [UInt8]
}

/// The members of a JSON object with their values' own bytes; nil for anything else.
private func members(of record: [UInt8]) -> [Member]? {
    record.withUnsafeBufferPointer { text in
        let parser = JSONRecordParser()
        guard (try? parser.parse(text, isPadded: false)) != nil else { return nil }
        var member = csimdjson_member()
        var members: [Member] = []
        while parser.next(&member) {
            members.append(
                Member(key: Array(member.key.buffer), value: Array(text[member.value_start..<member.value_end])))
        }
        return members
    }
}
