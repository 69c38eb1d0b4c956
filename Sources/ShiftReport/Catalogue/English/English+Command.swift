extension EnglishCatalogue: CommandCatalogue {
    var aboutProgram: String { "Weigh a training corpus so that it looks like a test corpus." }
    var moreOnProgram: String {
        "Trains a discriminator between a labelled training corpus and an unlabelled test corpus, reads the "
            + "density ratio off it, and writes a weighted training set and a validation set that resembles the test "
            + "set."
    }
    var aboutAnalyze: String { "Compare TRAIN with TEST, weigh TRAIN and draw a validation set." }
    var moreOnAnalyze: String {
        "Prints what shifted and whether weighting can be trusted. With --output it writes the weighted training "
            + "set, the scored test set, a validation set drawn to resemble the test set, the rest of the training "
            + "set, and a report. Without --output it writes nothing."
    }
    var aboutReport: String { "Render report.html and report.md again." }
    var moreOnReport: String {
        "Reads report.json in the folder of an analysis, which has every figure, and writes both reports anew, "
            + "or neither."
    }
    var aboutSplit: String { "Take another validation set from TRAIN." }
    var moreOnSplit: String {
        "resample draws with replacement, so that the set is like TEST; weighted takes rows at random, with "
            + "weights; without-replacement draws each row once at most; top takes the most test-like rows; kfold "
            + "makes parts, each with weights. Groups stay whole. Writes validation.jsonl and train.remaining.jsonl "
            + "(kfold: fold.1.validation.jsonl and so on) and split.json. --compare sets all methods side by side."
    }
    var moreOnLabelFirst: String {
        "label-first draws rows of TEST to label, more of those that the model is unsure of (--confidence), each with its "
            + "inclusion_probability, so that estimates stay unbiased: the mean of value / probability over all rows "
            + "of TEST. estimate --labelled-test reads their labels. no-support draws from those that TRAIN does not support. Both write label-first.jsonl."
    }
    var aboutEstimate: String { "Say what a model will score on TEST, with an interval." }
    var moreOnEstimate: String {
        "SCORES has, for some training rows that the model was not trained on, values of metrics, or labels and "
            + "predictions; JSON lines, CSV or TSV. Records find their rows by \"id\", else by \"row\" (from 0), else "
            + "by their order. Give the model's confidences on both sides: they cost nothing and count most. Prints, "
            + "for each metric, the figure to quote with an interval that knows that the weights are estimated, the "
            + "roads that lead to it, and whether they agree, and writes estimates.json into DIR (--output: another "
            + "file). Several models in one file are ranked."
    }
    var aboutDiagnose: String { "Say which kind of shift an analysis met: of inputs, classes or labels." }
    var moreOnDiagnose: String {
        "Estimates the shares of the label's classes on test (by black-box shift estimation and by maximum "
            + "likelihood), and asks whether they explain what the discriminator saw. With labelled test rows it also "
            + "asks whether the label tells the sides apart beyond what the inputs do. The verdict is input shift "
            + "(weights help), class-prior shift (either set of weights helps), annotation shift (no split can help), "
            + "no shift shown, or that it cannot be told."
    }
    var aboutConformal: String { "Give each test row a threshold or a prediction set that holds under the shift." }
    var moreOnConformal: String {
        "SCORES has, for training rows that the model was not trained on, a score of the true answer: high where "
            + "it fits badly, such as 1 - probability or the absolute error. With the weights of the analysis, the "
            + "answers of a test row whose score is at or below its threshold hold the true one with probability 1 - "
            + "ALPHA, on average over test rows, as far as the labels given the input are the same. Records find their "
            + "rows by \"id\", else by \"row\" (from 0), else by their order. Prints a JSON object for each test row."
    }
    var aboutAudit: String { "Plant known shifts in TRAIN and say how well they are recovered." }
    var moreOnAudit: String {
        "Deals TRAIN's own groups to two sides, so that the true ratio is known: by topic, by length, by a rare "
            + "domain, by the label, and without a shift. Each pair goes through the whole analysis. Says how far "
            + "weighted and unweighted estimates of a metric were off. Needs no test set; with --like, the folder of "
            + "an analysis of TRAIN, the density ratio that it estimated is planted too, and the errors are those to "
            + "expect of that shift."
    }
    var aboutCheck: String { "Hold an analysis against limits: exit 1 if one is not kept." }
    var moreOnCheck: String {
        "Reads report.json in the folder of an analysis and prints a Markdown table. Shares are written as 0.05 or 5%."
    }
    var aboutFit: String { "Fit the model of TRAIN and TEST and keep it, for `textshift score`." }
    var moreOnFit: String {
        "The model is the one that `textshift analyze` writes for the same corpora and options; this leaves out "
            + "its diagnostics and all other files."
    }
    var aboutScore: String { "Add sample_weight and p_test to records by a model." }
    var moreOnScore: String {
        "Reads records and writes them to standard output as JSON lines, in order, their own bytes untouched, "
            + "with \"sample_weight\" and \"p_test\" added. Memory does not grow with what passes through. Records "
            + "that the model was fitted on are scored out of fold, as `textshift analyze` does; all others by the "
            + "mean of the folds."
    }
    var aboutModel: String { "Describe a model file." }
    var moreOnModel: String {
        "Checks the whole file and says what it was fitted on, which fields it looks at and how it weighs."
    }
    var aboutHash: String { "Print the hash of each record's group, to draw a sample by." }
    var moreOnHash: String {
        "For a corpus that lies on many machines: take the records of the groups whose place is lowest, and fit "
            + "on them. Prints one line a record with \"group\" and \"place\", 16 hexadecimal digits each."
    }
    var aboutPeek: String { "Say what would be read of a file: format, encoding, rows, fields and groups." }
    var moreOnPeek: String {
        "Of each field: whether it would be compared (*), what its values are, the share of rows that have one, and up to "
            + "three values. At the end the line that does the same with every choice by name. Nothing is analysed or written."
    }
}
