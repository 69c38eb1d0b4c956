import ShiftPipeline
import TextRecords

/// What the members of a report owe one another, beyond what the schema says of each.
enum ReportConsistency {
    /// The first member that does not go with the others; nil where all do.
    static func fault(in summary: ShiftSummary) -> DocumentSchema.Fault? {
        let discriminator = summary.discriminator
        if let best = discriminator.best, !discriminator.candidates.indices.contains(best) {
            return .init(
                member: "discriminator.best", found: "\(best)",
                expected: .wholeNumbers(0...Double(max(discriminator.candidates.count - 1, 0))))
        }
        if !discriminator.losses.isEmpty, discriminator.losses.count != 3 {
            return length("discriminator.losses", discriminator.losses.count, 3)
        }
        for (side, corpus) in [("train", summary.inputs.train), ("test", summary.inputs.test)] where corpus.files.isEmpty {
            return length("inputs.\(side).files", 0, 1)
        }
        for (place, name) in summary.files.enumerated() where !isFileName(name) {
            return .init(member: "files.\(place)", found: JSONValue.text(name).shown, expected: .fileName)
        }
        guard let curves = summary.details?.curves else { return nil }
        return histogram(curves.pTest, "pTest", hasTest: true) ?? histogram(curves.lengths, "lengths", hasTest: true)
            ?? histogram(curves.weights, "weights", hasTest: false)
    }

    private static func histogram(_ histogram: ShiftCurves.Histogram, _ name: String, hasTest: Bool) -> DocumentSchema.Fault? {
        let path = "details.curves.\(name)"
        let bins = histogram.train.count
        if histogram.edges.count != bins + 1 { return length("\(path).edges", histogram.edges.count, bins + 1) }
        if histogram.test.count != (hasTest ? bins : 0) {
            return length("\(path).test", histogram.test.count, hasTest ? bins : 0)
        }
        let falling = zip(histogram.edges, histogram.edges.dropFirst()).enumerated().first { $0.element.0 > $0.element.1 }
        return falling.map { place, edges in
            .init(member: "\(path).edges.\(place + 1)", found: JSONValue.number(edges.1).shown, expected: .risingNumbers)
        }
    }

    private static func length(_ member: String, _ found: Int, _ expected: Int) -> DocumentSchema.Fault {
        .init(member: member, found: "\(found)", expected: .listOfLength(expected))
    }

    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\0")
    }
}
