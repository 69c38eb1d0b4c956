/// What `textshift diagnose` prints.
package protocol DiagnosisCatalogue {
    /// `folder`: `train` and `test`, label `label`
    func diagnosed(folder: String, train: String, test: String, label: String) -> String
    /// No shift that is clear of its noise was shown. Weights are 1, and none are needed for one that was not seen.
    var diagnosedNoShift: String { get }
    /// Input shift: the inputs differ. Weights help, as far as the labels given the input are the same.
    var diagnosedInputShift: String { get }
    /// Class-prior shift: the shares of the classes differ, and that explains the rest. Either set of weights …
    var diagnosedPriorShift: String { get }
    /// Annotation shift: the labels given the input differ. No split can help, and weighting cannot mend it: no …
    var diagnosedAnnotationShift: String { get }
    /// Cannot be told from this.
    var diagnosedUnknown: String { get }
    /// There are too few labelled rows of a side to compare.
    var tooFewLabelled: String { get }
    /// The label tells the sides apart a little beyond what the inputs do. Either test is labelled a little …
    var labelTellsALittle: String { get }
    /// There are too few groups of rows on a side to compare.
    var tooFewGroupsToCompare: String { get }
    /// The inputs differ, and weights help as far as the labels given the input are the same. The label is no …
    var labelsUnknown: String { get }
    /// Inputs: they differ (`gain`).
    func inputsDiffer(gain: String) -> String
    /// Inputs: no difference shown (`gain`).
    func inputsNotShownToDiffer(gain: String) -> String
    /// the discriminator's features
    var ownSource: String { get }
    /// Classes: if nothing but their shares differed, test would have these times the share of train. …
    func classShares(source: String, accuracy: String) -> String
    /// class
    var classTitle: String { get }
    /// share of train
    var shareOfTrainTitle: String { get }
    /// likelihood (MLLS)
    var likelihoodTitle: String { get }
    /// black box (BBSE)
    var blackBoxTitle: String { get }
    /// not to be had
    var notToBeHad: String { get }
    /// With these shares, the inputs still differ (`gain`).
    func stillDiffer(gain: String) -> String
    /// With these shares, no difference is shown any more (`gain`).
    func noDifferenceLeft(gain: String) -> String
    /// No share is clear of being the same on both sides.
    var noShareClear: String { get }
    /// Labelled rows: `train` of train, `test` of test (`name`).
    func labelledRows(train: Int, test: Int, name: String) -> String
    /// `label` tells the sides apart beyond what the inputs do (`gain`): p(y|x) differs.
    func labelTells(label: String, gain: String) -> String
    /// `label` was not shown to tell the sides apart beyond what the inputs do (`gain`): p(y|x) is not seen to …
    func labelNotShownToTell(label: String, gain: String) -> String
    /// The inputs tell the sides apart beyond what `label` does (`gain`).
    func inputsTell(label: String, gain: String) -> String
    /// The inputs were not shown to tell the sides apart beyond what `label` does (`gain`).
    func inputsNotShownToTell(label: String, gain: String) -> String
    /// `train` of train → `test` of test
    func questionShares(train: String, test: String) -> String
    /// `label` is `value`
    func questionAnswer(label: String, value: String) -> String
    /// `label` has more than `count` `count`
    func questionElements(label: String, count: String) -> String
    /// `label` holds `value`
    func questionHolds(label: String, value: String) -> String
    /// `label` has more than `count` different `count`
    func questionDistinct(label: String, count: String) -> String
    /// `label` has more than `count` code `count` a text
    func questionLength(label: String, count: String) -> String
    /// What was not seen to differ may differ by less than these rows can show.
    var unseenMayDiffer: String { get }
    /// What cannot be known from this: whether test is labelled as train is. Inputs alone say nothing about …
    var cannotBeKnown: String { get }
    /// gain `mean` nats, standard error `error`
    func gain(mean: String, error: String) -> String
    /// Input shift: the inputs differ.
    var diagnosedInputShiftOnly: String { get }
    /// Class-prior shift: the shares of the classes differ, and that explains the rest.
    var diagnosedPriorShiftOnly: String { get }
    /// The inputs differ. The label is no class whose shares could be compared, and without labelled test …
    var labelsUnknownOnly: String { get }
    /// weighted share
    var weightedShareTitle: String { get }
    /// So more than the shares differs, and the ratios have no interval.
    var noIntervals: String { get }
}
