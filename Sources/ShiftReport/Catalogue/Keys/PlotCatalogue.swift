/// The text of plots: their axes, and one sentence each on what to see.
package protocol PlotCatalogue {
    /// train
    var trainName: String { get }
    /// test
    var testName: String { get }
    /// share of rows
    var shareOfRows: String { get }
    /// share of training rows
    var shareOfTrainRows: String { get }
    /// p_test: how test-like a row is
    var pTestAxis: String { get }
    /// `side`: median `median`, middle half from `first` to `third`
    func quartiles(side: String, first: String, median: String, third: String) -> String
    /// How test-like the rows are
    var densityTitle: String { get }
    /// The two shapes lie on each other: no row was shown to give its side away.
    var densityAlike: String { get }
    /// The further apart the shapes, the larger the shift: above 0.5 lie `test` of the test rows and `train` of …
    func densityCaption(test: String, train: String) -> String
    /// Whether p_test means what it says
    var reliabilityTitle: String { get }
    /// predicted p_test
    var predictedAxis: String { get }
    /// observed share of test
    var observedAxis: String { get }
    /// Points near the dashed diagonal can be read as probabilities.
    var reliabilityCaptionWithoutSlope: String { get }
    /// Points near the dashed diagonal can be read as probabilities; the slope is `slope`, 1 is calibrated.
    func reliabilityCaption(slope: String) -> String
    /// predicted `predicted`, observed `observed`
    func bin(predicted: String, observed: String) -> String
    /// How the weights are spread
    var weightTitle: String { get }
    /// weight (1 is the mean)
    var weightAxis: String { get }
    /// A long tail to the right would mean that few rows decide: these `rows` rows are worth `worth`, and the …
    func weightCaption(rows: Int, worth: String, share: String) -> String
    /// How well the sides can be told apart
    var rocTitle: String { get }
    /// false positive rate
    var falseRateAxis: String { get }
    /// true positive rate
    var trueRateAxis: String { get }
    /// The further the curve bends above the diagonal, the larger the shift: the area under it is `auc`.
    func rocCaption(auc: String) -> String
    /// at `rate` of train, `found` of test
    func rocPoint(rate: String, found: String) -> String
    /// How long the texts are
    var lengthTitle: String { get }
    /// characters a row
    var lengthAxis: String { get }
    /// The lengths of the rows' texts.
    var lengthPlain: String { get }
    /// Test texts are shorter: half have fewer than about `test` characters; in train, `train`.
    func testShorter(train: String, test: String) -> String
    /// Lengths are alike: the median is about `train` characters in train, `test` in test.
    func lengthsAlike(train: String, test: String) -> String
    /// Test texts are longer: half have more than about `test` characters; in train, `train`.
    func testLonger(train: String, test: String) -> String
    /// What the texts are written in
    var scriptTitle: String { get }
    /// share of characters
    var shareOfCharacters: String { get }
    /// Scripts, digits and punctuation differ by less than 2% of the characters.
    var scriptsAlike: String { get }
    /// The bars of `name` differ most: `train` of the characters in train, `test` in test.
    func scriptsDiffer(name: String, train: String, test: String) -> String
    /// Latin
    var scriptLatin: String { get }
    /// Han
    var scriptHan: String { get }
    /// kana
    var scriptKana: String { get }
    /// Hangul
    var scriptHangul: String { get }
    /// Cyrillic
    var scriptCyrillic: String { get }
    /// Arabic
    var scriptArabic: String { get }
    /// other scripts
    var scriptOther: String { get }
    /// digits
    var digits: String { get }
    /// punctuation
    var punctuation: String { get }
    /// symbols
    var symbols: String { get }
    /// spaces
    var spaces: String { get }
    /// other
    var otherCharacters: String { get }
    /// What tells the sides apart
    var fieldsTitle: String { get }
    /// AUC; 0.5 is no difference
    var areaAxis: String { get }
    /// form alone
    var surfaceOnly: String { get }
    /// everything
    var everything: String { get }
    /// No field was shown to say much by itself; form is length, scripts, digits and punctuation without the words.
    var noFieldTells: String { get }
    /// The field `field` alone says most (`auc`); form is length, scripts, digits and punctuation without the words.
    func fieldTellsMost(field: String, auc: String) -> String
    /// random rows
    var randomSet: String { get }
    /// drawn rows
    var drawnSet: String { get }
    /// Whether the validation set resembles test
    var checkTitle: String { get }
    /// Asked again with `set` rows against `test` of test, a discriminator tells random validation rows from …
    func asked(set: Int, test: Int, before: String, after: String) -> String
    /// : the set does its job.
    var drawnAlike: String { get }
    /// : closer, but not alike.
    var drawnCloser: String { get }
    /// : drawing was not shown to make a difference here.
    var drawnNoDifference: String { get }
    /// From the sum of the tokens to p_test
    var calibrationTitle: String { get }
    /// uncalibrated logit: the sum of the parts
    var logitAxis: String { get }
    /// calibrated logit
    var calibratedAxis: String { get }
    /// The shades add up to the logit on the x axis; this one curve, which never falls, turns it into p_test, so …
    var calibrationCaption: String { get }
    /// Terms by how frequent they are
    var scatterTitle: String { get }
    /// share of training rows with the term
    var trainShareAxis: String { get }
    /// share of test rows with the term
    var testShareAxis: String { get }
    /// Terms above the dashed diagonal are more frequent in test, those below in train; the further from it, the …
    var scatterCaption: String { get }
    /// The most certain, share of train rows to share of test rows:
    var scatterText: String { get }
}
