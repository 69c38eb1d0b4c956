import TextRecords

/// How well a predicted answer matches a true one.
///
/// Latin text is compared as in SQuAD's evaluation (Rajpurkar et al. 2016): lower case, without ASCII punctuation and the
/// articles a, an, the, word by word. If either text has Chinese characters, punctuation is removed and each of these
/// characters is a unit, as in CMRC 2018; words between them stay words. F1 is over the common units, each as often as both
/// have it.
enum AnswerOverlap {
    /// The best exact match (0 or 1) and F1 over the true answers; a row without any is right if the prediction is empty.
    static func best(_ prediction: String, _ answers: [String]) -> (exact: Double, f1: Double) {
        guard !answers.isEmpty else {
            let isRight = units(prediction, byCharacter: hasHan(prediction)).isEmpty
            return isRight ? (1, 1) : (0, 0)
        }
        var best = (exact: 0.0, f1: 0.0)
        for answer in answers {
            let byCharacter = hasHan(prediction) || hasHan(answer)
            let found = units(prediction, byCharacter: byCharacter)
            let expected = units(answer, byCharacter: byCharacter)
            if found == expected { best.exact = 1 }
            best.f1 = max(best.f1, f1(found, expected))
        }
        return best
    }

    static func f1(_ found: [String], _ expected: [String]) -> Double {
        if found.isEmpty || expected.isEmpty { return found.isEmpty && expected.isEmpty ? 1 : 0 }
        var left: [String: Int] = [:]
        for unit in expected { left[unit, default: 0] += 1 }
        var common = 0
        for unit in found where left[unit, default: 0] > 0 {
            left[unit, default: 0] -= 1
            common += 1
        }
        return 2 * Double(common) / Double(found.count + expected.count)
    }

    /// The words of a text, or its Chinese characters and the words between them.
    static func units(_ text: String, byCharacter: Bool) -> [String] {
        var units: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { units.append(String(word)) }
            word.removeAll()
        }
        for scalar in text.lowercased().unicodeScalars {
            if Script.isIdeograph(scalar.value), byCharacter {
                end()
                units.append(String(scalar))
            } else if scalar.properties.isWhitespace {
                end()
            } else if scalar.isASCII ? isPunctuation(scalar) : byCharacter && isPunctuation(scalar) {
                // SQuAD's script joins what punctuation separated: "don't" is "dont".
                if byCharacter { end() }
            } else {
                word.append(scalar)
            }
        }
        end()
        return byCharacter ? units : units.filter { !["a", "an", "the"].contains($0) }
    }

    private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { Script.isIdeograph($0.value) } }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: scalar.isASCII
        default: false
        }
    }
}
