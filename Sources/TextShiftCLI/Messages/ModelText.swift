import Foundation
import ShiftReport
import TextShift

/// A model in words.
struct ModelText {
    private let wording: Wording
    private var say: any Catalogue { wording.say }

    init(_ wording: Wording) {
        self.wording = wording
    }

    func text(_ model: ModelSummary, path: String) -> String {
        let fields = model.fields.map { $0.name == $0.path ? $0.name : $0.name + say.bracketed(text: $0.path) }
        let by =
            switch model.groupBy {
            case "key": say.byKey(key: model.groupPath ?? "")
            case "field": say.byField(field: model.groupPath ?? "")
            default: say.byAllFields
            }
        let rows = [
            (say.modelFittedOn, say.modelRows(train: model.trainRows, test: model.testRows)),
            (say.modelFound, model.isShift ? say.foundShift : model.isFitted ? say.foundNoShift : say.foundNothing),
            (say.modelFields, wording.list(fields)),
            (say.modelGroups, say.modelGroupsBy(groups: model.groups, folds: model.folds, by: by)),
            (
                say.modelLooksAt,
                say.modelParts(
                    words: model.words, grams: model.grams, surface: model.usesSurface, isCalibrated: model.isCalibrated)
            ),
            (say.modelWeights, say.dividedBy(weighting: model.weighting, number: Self.shortest(model.normaliser.reduce(1, *)))),
            (say.modelSeed, "\(model.seed)"),
            (say.writtenBy, "textshift \(model.version), ICU \(model.icuVersion)"),
            (say.modelFile, say.modelFormat(format: model.format, bytes: model.byteCount)),
        ]
        return say.aModel(path: PrintableText.of(path)) + "\n"
            + rows.map { "  \(DisplayText.pad($0, to: 12))\(PrintableText.of($1))\n" }.joined()
    }

    private static func shortest(_ value: Double) -> String { String(format: "%.4g", value) }
}
