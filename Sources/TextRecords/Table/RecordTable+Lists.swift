import CSimdjson

extension RecordTable {
    /// The scalars of the list that a record has under a key, strings unescaped and others as they are spelled; nil if it has none
    /// there, or one that holds lists or objects. Slow: it writes the record as JSON and reads that.
    package func scalars(ofList key: String, record row: Int) -> [String]? {
        var json: [UInt8] = []
        appendJSON(ofRecord: row, to: &json)
        let parser = JSONRecordParser()
        return json.withUnsafeBufferPointer { json -> [String]? in
            var member = csimdjson_member()
            guard (try? parser.parse(json, isPadded: false)) != nil, parser.find(JSONRecordParser.KeyPath([key]), &member),
                member.valueKind == .array
            else { return nil }
            let list = UnsafeBufferPointer(rebasing: json[member.value_start..<member.value_end])
            guard (try? parser.parseDocument(list, isPadded: false)) != nil, parser.startWalk() else { return nil }
            var values: [String] = []
            while parser.walk(&member) {
                guard member.hasText, member.valueKind != .array else { return nil }
                values.append(String(decoding: member.text.buffer, as: UTF8.self))
            }
            return values
        }
    }
}
