/// The weight of a row by its class alone: q(y)/p(y), the class's share of test divided by that of train.
package struct ClassPriors: Sendable, Equatable, Codable {
    /// The field of the label.
    package var key: String
    /// The classes; empty where no shift was shown, so that every row has the weight 1.
    package var names: [String]
    /// One per class, not negative.
    package var ratios: [Double]
    /// Whether the last class stands for all labels that are not named.
    package var hasOthers: Bool

    /// The ratios of some classes.
    package init(key: String, names: [String], ratios: [Double], hasOthers: Bool) {
        (self.key, self.names, self.ratios, self.hasOthers) = (key, names, ratios, hasOthers)
    }

    /// The ratio of a label; 1 for a row without one, and for a class that was not known.
    package func ratio(of label: String?) -> Double {
        guard let label, !names.isEmpty else { return 1 }
        if let number = names.firstIndex(of: label) { return ratios[number] }
        return hasOthers ? ratios[ratios.count - 1] : 1
    }

    /// Whether all numbers fit together.
    var isConsistent: Bool { names.count == ratios.count && ratios.allSatisfy { $0.isFinite && $0 >= 0 } }
}
