import Foundation
import TextRecords

/// A label as yes-or-no questions, whose answers can be compared between the sides and predicted by a classifier: "is it this
/// class?" for a class, "are there several references?" for a list of answers.
struct LabelTasks: Sendable {
    /// Maximum number of questions.
    static let maximum = 12
    /// A question is asked if each answer has at least this share of the rows.
    static let leastShare = 0.005

    /// What is asked, in readable form.
    let names: [String]
    /// For each question, the answer of each labelled row.
    let answers: [[Bool]]
    /// The rows of the pair that have a label, ascending.
    let rows: [Int]
    /// Whether the label is one of a few classes.
    let isClass: Bool

    init(_ pair: ComparedPair, key: String) {
        let columns = (train: pair.train.column(named: key), test: pair.test.column(named: key))
        func column(_ row: Int) -> FieldColumn? { pair.isTest[row] ? columns.test : columns.train }
        func kind(_ row: Int) -> ValueKind { column(row)?.kind(at: pair.fileRow(row)) ?? .missing }
        let known = (0..<pair.count).filter { ![.missing, .null].contains(kind($0)) }
        rows = known
        let scalars = known.allSatisfy { [.text, .number, .boolean].contains(kind($0)) }
        let texts = scalars ? known.map { column($0)?.string(at: pair.fileRow($0)) } : []
        let label = LabelColumn(key: key, texts: texts)
        isClass = scalars && label.classes.count >= 2 && !label.isFree
        var asked: [(name: String, answers: [Bool])] = []
        if isClass {
            for (number, name) in label.classes.enumerated() {
                asked.append(("\(key) is \(name)", label.ofRow.map { $0 == number }))
            }
            // With two classes the second question repeats the first.
            if label.classes.count == 2 { asked.removeFirst() }
        } else {
            let shapes = known.map { row -> LabelShape in
                var bytes: [UInt8] = []
                pair.table(row).appendJSON(ofRecord: pair.fileRow(row), to: &bytes)
                return LabelShape(record: bytes, key: key)
            }
            asked = Self.questions(shapes, key: key)
        }
        let least = max(Self.leastShare * Double(known.count), 2)
        var kept: [(name: String, answers: [Bool])] = []
        for question in asked where kept.count < Self.maximum {
            let yes = Double(question.answers.count { $0 })
            guard yes >= least, Double(known.count) - yes >= least, !kept.contains(where: { $0.answers == question.answers })
            else { continue }
            kept.append(question)
        }
        names = kept.map(\.name)
        answers = kept.map(\.answers)
    }

    private static func questions(_ shapes: [LabelShape], key: String) -> [(name: String, answers: [Bool])] {
        func above(_ values: [Int], _ bound: Int, _ name: String) -> (name: String, answers: [Bool]) {
            ("\(key) has more than \(bound) \(name)", values.map { $0 > bound })
        }
        func median(_ values: [Int]) -> Int { values.isEmpty ? 0 : values.sorted()[(values.count - 1) / 2] }
        let elements = shapes.map(\.elements)
        let distinct = shapes.map(\.distinctTexts)
        let lengths = shapes.map(\.meanLength)
        var asked = [0, 1, 2].map { above(elements, $0, "elements") } + [above(elements, median(elements), "elements")]
        asked += [above(distinct, 1, "different texts"), above(distinct, median(distinct), "different texts")]
        asked.append(above(lengths, median(lengths), "code points a text"))
        // Texts that many rows share are categories: the types of entities.
        var counts: [String: Int] = [:]
        for shape in shapes { for text in shape.texts { counts[text, default: 0] += 1 } }
        let common = counts.filter { $0.value >= max(shapes.count / 50, 2) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        asked += common.map { text, _ in ("\(key) holds \(text)", shapes.map { $0.texts.contains(text) }) }
        return asked
    }
}

/// The composition of a label that is not a class.
struct LabelShape: Sendable {
    /// Elements of a list, keys of an object, 1 for a single value.
    var elements = 0
    /// The different strings in it, at any depth.
    var texts: Set<String> = []
    /// Mean code points of all strings in it.
    var meanLength = 0

    var distinctTexts: Int { texts.count }

    init(record: [UInt8], key: String) {
        let value = (try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any])?[key]
        var lengths: [Int] = []
        func walk(_ value: Any) {
            switch value {
            case let text as String:
                texts.insert(text)
                lengths.append(text.unicodeScalars.count)
            case let list as [Any]: list.forEach(walk)
            case let object as [String: Any]: for key in object.keys.sorted() { object[key].map(walk) }
            default: break
            }
        }
        switch value {
        case let list as [Any]: elements = list.count
        case let object as [String: Any]: elements = object.count
        case .some: elements = 1
        case .none: elements = 0
        }
        if let value { walk(value) }
        meanLength = lengths.isEmpty ? 0 : lengths.reduce(0, +) / lengths.count
    }
}
