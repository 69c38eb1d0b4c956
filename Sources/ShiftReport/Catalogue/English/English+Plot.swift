extension EnglishCatalogue: PlotCatalogue {
    var trainName: String { "train" }
    var testName: String { "test" }
    var shareOfRows: String { "share of rows" }
    var shareOfTrainRows: String { "share of training rows" }
    var pTestAxis: String { "p_test: how test-like a row is" }
    func quartiles(side: String, first: String, median: String, third: String) -> String {
        "\(side): median \(median), middle half from \(first) to \(third)"
    }
    var densityTitle: String { "How test-like the rows are" }
    var densityAlike: String { "The two shapes lie on each other: no row was shown to give its side away." }
    func densityCaption(test: String, train: String) -> String {
        "The further apart the shapes, the larger the shift: above 0.5 lie \(test) of the test rows and \(train) "
            + "of the training rows."
    }
    var reliabilityTitle: String { "Whether p_test means what it says" }
    var predictedAxis: String { "predicted p_test" }
    var observedAxis: String { "observed share of test" }
    var reliabilityCaptionWithoutSlope: String { "Points near the dashed diagonal can be read as probabilities." }
    func reliabilityCaption(slope: String) -> String {
        "Points near the dashed diagonal can be read as probabilities; the slope is \(slope), 1 is calibrated."
    }
    func bin(predicted: String, observed: String) -> String { "predicted \(predicted), observed \(observed)" }
    var weightTitle: String { "How the weights are spread" }
    var weightAxis: String { "weight (1 is the mean)" }
    func weightCaption(rows: Int, worth: String, share: String) -> String {
        "A long tail to the right would mean that few rows decide: these \(NumberText.whole(rows)) rows are "
            + "worth \(worth), and the heaviest 1% carry \(share) of the weight."
    }
    var rocTitle: String { "How well the sides can be told apart" }
    var falseRateAxis: String { "false positive rate" }
    var trueRateAxis: String { "true positive rate" }
    func rocCaption(auc: String) -> String {
        "The further the curve bends above the diagonal, the larger the shift: the area under it is \(auc)."
    }
    func rocPoint(rate: String, found: String) -> String { "at \(rate) of train, \(found) of test" }
    var lengthTitle: String { "How long the texts are" }
    var lengthAxis: String { "characters a row" }
    var lengthPlain: String { "The lengths of the rows' texts." }
    func testShorter(train: String, test: String) -> String {
        "Test texts are shorter: half have fewer than about \(test) characters; in train, \(train)."
    }
    func lengthsAlike(train: String, test: String) -> String {
        "Lengths are alike: the median is about \(train) characters in train, \(test) in test."
    }
    func testLonger(train: String, test: String) -> String {
        "Test texts are longer: half have more than about \(test) characters; in train, \(train)."
    }
    var scriptTitle: String { "What the texts are written in" }
    var shareOfCharacters: String { "share of characters" }
    var scriptsAlike: String { "Scripts, digits and punctuation differ by less than 2% of the characters." }
    func scriptsDiffer(name: String, train: String, test: String) -> String {
        "The bars of \(name) differ most: \(train) of the characters in train, \(test) in test."
    }
    var scriptLatin: String { "Latin" }
    var scriptHan: String { "Han" }
    var scriptKana: String { "kana" }
    var scriptHangul: String { "Hangul" }
    var scriptCyrillic: String { "Cyrillic" }
    var scriptArabic: String { "Arabic" }
    var scriptOther: String { "other scripts" }
    var digits: String { "digits" }
    var punctuation: String { "punctuation" }
    var symbols: String { "symbols" }
    var spaces: String { "spaces" }
    var otherCharacters: String { "other" }
    var fieldsTitle: String { "What tells the sides apart" }
    var areaAxis: String { "AUC; 0.5 is no difference" }
    var surfaceOnly: String { "form alone" }
    var everything: String { "everything" }
    var noFieldTells: String {
        "No field was shown to say much by itself; form is length, scripts, digits and punctuation without the words."
    }
    func fieldTellsMost(field: String, auc: String) -> String {
        "The field \(quoted(field)) alone says most (\(auc)); form is length, scripts, digits and punctuation "
            + "without the words."
    }
    var randomSet: String { "random rows" }
    var drawnSet: String { "drawn rows" }
    var checkTitle: String { "Whether the validation set resembles test" }
    func asked(set: Int, test: Int, before: String, after: String) -> String {
        "Asked again with \(NumberText.whole(set)) rows against \(NumberText.whole(test)) of test, a "
            + "discriminator tells random validation rows from test with AUC \(before), the drawn ones with \(after)"
    }
    var drawnAlike: String { ": the set does its job." }
    var drawnCloser: String { ": closer, but not alike." }
    var drawnNoDifference: String { ": drawing was not shown to make a difference here." }
    var calibrationTitle: String { "From the sum of the tokens to p_test" }
    var logitAxis: String { "uncalibrated logit: the sum of the parts" }
    var calibratedAxis: String { "calibrated logit" }
    var calibrationCaption: String {
        "The shades add up to the logit on the x axis; this one curve, which never falls, turns it into p_test, "
            + "so it never changes the order of rows."
    }
    var scatterTitle: String { "Terms by how frequent they are" }
    var trainShareAxis: String { "share of training rows with the term" }
    var testShareAxis: String { "share of test rows with the term" }
    var scatterCaption: String {
        "Terms above the dashed diagonal are more frequent in test, those below in train; the further from it, "
            + "the stronger."
    }
    var scatterText: String { "The most certain, share of train rows to share of test rows: " }
}
