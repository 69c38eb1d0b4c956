extension FileHead {
    /// What the file is made of, if it is JSON.
    var json: JSONShape? { JSONOutline.shape(of: bytes, isCut: isCut, isNamed: pathExtension == "json") }

    /// Whether the name says that there is a JSON record a line, and the first line is a whole one.
    var isJSONLines: Bool {
        guard ["jsonl", "ndjson"].contains(pathExtension) else { return false }
        var lines = LineReader(bytes)
        guard let line = lines.next() else { return false }
        let record = bytes[line.start..<line.start + line.count]
        return record.last { !$0.isBlank } == UInt8(ascii: "}")
            && JSONFaultFinder.find(in: UnsafeBufferPointer(rebasing: record)) == nil
    }
}
