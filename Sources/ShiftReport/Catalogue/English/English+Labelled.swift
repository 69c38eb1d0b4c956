extension EnglishCatalogue: LabelledCatalogue {
    var byLabels: String { "labels of test rows" }
    func labelledRows(rows: Int, alone: String) -> String {
        "From \(NumberText.whole(rows)) labelled test rows; the labels alone, without the model's confidences, give \(alone)."
    }
    func roadsHeld(from: String, moved: String) -> String {
        "The roads led to \(from); the labels move that by \(moved). It lies inside their interval: nothing speaks against the roads."
    }
    func roadsMissed(from: String, moved: String) -> String {
        "The roads led to \(from); the labels move that by \(moved). It lies outside their interval: an assumption of the roads fails here, "
            + "as where p(y|x) differs."
    }
    var labelsAssume: String {
        "The figure by labels needs none of the roads' assumptions, only that the labelled rows were drawn as their probabilities say, or at "
            + "random."
    }
    var strataConfidence: String { "confidence" }
    func toLabelEarlier(count: Int) -> String { "\(NumberText.whole(count)) of them were drawn before, and stay as they are." }
    func toLabelWidth(points: String, isGuess: Bool) -> String {
        isGuess
            ? "With these labels a 95% interval for a share such as accuracy is about \(points) points wide, if the confidences mean what they say."
            : "With these labels a 95% interval for a share such as accuracy is at most about \(points) points wide."
    }
    var onlyToLabel: String {
        "--target-width, --confidence, --test-confidences and --labelled-test are for --method label-first alone."
    }
    var theStream: String { "the stream" }
    var streamTakes: String {
        "A file or stream of scored records takes --method label-first with -n or --target-width, --confidence KEY of its own records, --seed "
            + "and --output; --test-confidences, --labelled-test, --train and --test are for the folder of an analysis."
    }
    var optionTargetWidth: String {
        "label-first: instead of -n, as many rows as give a share such as accuracy a 95% interval of so many points of 100 from end to end."
    }
    var optionStrataConfidence: String {
        "label-first: field with the model's confidence: strata are then by it, and rows that it is unsure of are drawn more often."
    }
    var optionEarlierLabels: String {
        "label-first: go on from an earlier label-first.jsonl with its labels; -n counts its rows too."
    }
    var optionLabelledTestRows: String {
        "Labelled rows of TEST, drawn by split --method label-first or at random, with the metrics as SCORES has them: they decide the "
            + "recommended figure."
    }
}
