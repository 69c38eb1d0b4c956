extension EnglishCatalogue: DiagnosisCatalogue {
    func diagnosed(folder: String, train: String, test: String, label: String) -> String {
        "\(folder): \(train) and \(test), label \(label)"
    }
    var diagnosedNoShift: String {
        "No shift that is clear of its noise was shown. Weights are 1, and none are needed for one that was not seen."
    }
    var diagnosedInputShift: String {
        "Input shift: the inputs differ. Weights help, as far as the labels given the input are the same."
    }
    var diagnosedPriorShift: String {
        "Class-prior shift: the shares of the classes differ, and that explains the rest. Either set of weights "
            + "helps: those of the analysis, or those of the classes (--weights)."
    }
    var diagnosedAnnotationShift: String {
        "Annotation shift: the labels given the input differ. No split can help, and weighting cannot mend it: "
            + "no training row carries test's kind of label. Relabel, or learn from labelled test rows."
    }
    var diagnosedUnknown: String { "Cannot be told from this." }
    var tooFewLabelled: String { "There are too few labelled rows of a side to compare." }
    var labelTellsALittle: String {
        "The label tells the sides apart a little beyond what the inputs do. Either test is labelled a little "
            + "differently, or the label shows what the discriminator's features miss of the inputs."
    }
    var tooFewGroupsToCompare: String { "There are too few groups of rows on a side to compare." }
    var labelsUnknown: String {
        "The inputs differ, and weights help as far as the labels given the input are the same. The label is no "
            + "class whose shares could be compared, and without labelled test rows (--labelled-test) nothing is known "
            + "of how test is labelled."
    }
    func inputsDiffer(gain: String) -> String { "Inputs: they differ (\(gain))." }
    func inputsNotShownToDiffer(gain: String) -> String { "Inputs: no difference shown (\(gain))." }
    var ownSource: String { "the discriminator's features" }
    func classShares(source: String, accuracy: String) -> String {
        "Classes: if nothing but their shares differed, test would have these times the share of train. "
            + "(Probabilities from \(source); right for \(accuracy) of train, out of fold.)"
    }
    var classTitle: String { "class" }
    var shareOfTrainTitle: String { "share of train" }
    var likelihoodTitle: String { "likelihood (MLLS)" }
    var blackBoxTitle: String { "black box (BBSE)" }
    var notToBeHad: String { "not to be had" }
    func stillDiffer(gain: String) -> String { "With these shares, the inputs still differ (\(gain))." }
    func noDifferenceLeft(gain: String) -> String { "With these shares, no difference is shown any more (\(gain))." }
    var noShareClear: String { "No share is clear of being the same on both sides." }
    func labelledRows(train: Int, test: Int, name: String) -> String {
        "Labelled rows: \(NumberText.whole(train)) of train, \(NumberText.whole(test)) of test (\(name))."
    }
    func labelTells(label: String, gain: String) -> String {
        "\(label) tells the sides apart beyond what the inputs do (\(gain)): p(y|x) differs."
    }
    func labelNotShownToTell(label: String, gain: String) -> String {
        "\(label) was not shown to tell the sides apart beyond what the inputs do (\(gain)): p(y|x) is not seen "
            + "to differ."
    }
    func inputsTell(label: String, gain: String) -> String {
        "The inputs tell the sides apart beyond what \(label) does (\(gain))."
    }
    func inputsNotShownToTell(label: String, gain: String) -> String {
        "The inputs were not shown to tell the sides apart beyond what \(label) does (\(gain))."
    }
    func questionShares(train: String, test: String) -> String { "\(train) of train → \(test) of test" }
    func questionAnswer(label: String, value: String) -> String { "\(label) is \(value)" }
    func questionElements(label: String, count: String) -> String {
        "\(label) has more than \(count) \(count == "1" ? "element" : "elements")"
    }
    func questionHolds(label: String, value: String) -> String { "\(label) holds \(value)" }
    func questionDistinct(label: String, count: String) -> String {
        "\(label) has more than \(count) different \(count == "1" ? "text" : "texts")"
    }
    func questionLength(label: String, count: String) -> String {
        "\(label) has more than \(count) code \(count == "1" ? "point" : "points") a text"
    }
    var unseenMayDiffer: String { "What was not seen to differ may differ by less than these rows can show." }
    var cannotBeKnown: String {
        "What cannot be known from this: whether test is labelled as train is. Inputs alone say nothing about "
            + "p(y|x); give labelled test rows with --labelled-test."
    }
    func gain(mean: String, error: String) -> String { "gain \(mean) nats, standard error \(error)" }
    var diagnosedInputShiftOnly: String {
        "Input shift: the inputs differ."
    }
    var diagnosedPriorShiftOnly: String {
        "Class-prior shift: the shares of the classes differ, and that explains the rest."
    }
    var labelsUnknownOnly: String {
        "The inputs differ. The label is no class whose shares could be compared, and without labelled "
            + "test rows (--labelled-test) nothing is known of how test is labelled."
    }
    var weightedShareTitle: String {
        "weighted share"
    }
    var noIntervals: String {
        "So more than the shares differs, and the ratios have no interval."
    }
}
