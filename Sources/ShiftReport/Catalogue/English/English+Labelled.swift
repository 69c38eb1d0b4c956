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
    var optionLabelledTestRows: String {
        "Labelled rows of TEST, drawn by split --method label-first or at random, with the metrics as SCORES has them: they decide the "
            + "recommended figure."
    }
}
