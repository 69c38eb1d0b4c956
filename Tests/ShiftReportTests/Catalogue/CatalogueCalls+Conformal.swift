import ShiftReport

extension CatalogueCall {
    static func ofConformal() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("calibration", ["rows": "8", "worth": "9", "bounded": "10", "all": "11"]) {
            $0.calibration(rows: 8, worth: 9, bounded: 10, all: 11)
        }
        add("onlySample") { $0.onlySample }
        add("setsFail") { $0.setsFail }
        return all
    }
}
