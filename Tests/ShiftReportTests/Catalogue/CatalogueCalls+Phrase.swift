import ShiftReport

extension CatalogueCall {
    static func ofPhrase() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("comma") { $0.comma }
        add("semicolon") { $0.semicolon }
        add("stop") { $0.stop }
        add("gap") { $0.gap }
        add("quoted", ["name": "<name>"]) { $0.quoted("<name>") }
        add("bracketed", ["text": "<text>"]) { $0.bracketed(text: "<text>") }
        add("range", ["low": "<low>", "high": "<high>"]) { $0.range(low: "<low>", high: "<high>") }
        add("andMore", ["count": "8", "all": "9"]) { $0.andMore(count: 8, of: 9) }
        add("yes") { $0.yes }
        add("no") { $0.no }
        add("train") { $0.train }
        add("test") { $0.test }
        return all
    }
}
