/// The names of classes.
enum ClassName {
    /// A class in the form in which it is compared: tables write the class 1 as `1.0` if a cell of the column is empty.
    static func of(_ text: String) -> String {
        guard let number = Double(text), abs(number) < 1e15, number == number.rounded() else { return text }
        return String(Int(number))
    }

    /// As scikit-learn orders them: numbers by size where all are numbers, else texts by code points.
    static func sorted(_ names: Set<String>) -> [String] {
        let numbers = names.compactMap { name in Double(name).map { ($0, name) } }
        if numbers.count == names.count { return numbers.sorted { $0.0 < $1.0 }.map(\.1) }
        return names.sorted {
            Array($0.unicodeScalars.map(\.value)).lexicographicallyPrecedes(Array($1.unicodeScalars.map(\.value)))
        }
    }
}
