extension EnglishCatalogue: OptionCatalogue {
    var optionField: String {
        "A field to look at; may be given several times. Default: every text-like field (that both corpora have)."
    }
    var optionIgnoreForm: String {
        "A kind of form that is not seen; may be given several times: surface, trimming, escapes, case, width, script, "
            + "boilerplate, emoji or mojibake."
    }
    var optionIgnoreField: String { "A field that is not looked at; may be given several times." }
    var optionTestField: String { "Where test has the field that train calls NAME; may be given several times." }
    var optionGroup: String {
        "Rows with the same value of KEY stay together; none: only exact duplicates do. Default: by what repeats."
    }
    var optionID: String { "The field that names a record; it is never looked at." }
    var optionSeed: String { "Everything random follows from this number." }
    var optionWeight: String {
        "How the density ratio r becomes a weight: ratio, relative:ALPHA (at most 1/ALPHA), clip:C (at most C "
            + "times the mean), discriminator, or class-prior: by the shares of the classes of --label."
    }
    var optionLanguage: String {
        "Language of what is printed and of the reports; auto is TEXTSHIFT_LANG, else that of the texts (of what "
            + "is printed, the terminal's before that)."
    }
    var optionTrainNow: String { "Where a file of TRAIN is now, if it has moved; may be given several times." }
    var optionTestNow: String { "Where a file of TEST is now, likewise." }
    var argumentFolder: String { "The folder of an analysis: what --output named." }
    var argumentTrain: String {
        "The labelled training corpus: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as gzip. - "
            + "is standard input."
    }
    var argumentTest: String { "The unlabelled test corpus." }
    var optionTrain: String {
        "In place of TRAIN: a file, or a pattern such as 'data/train-*.jsonl'; may be given several times."
    }
    var optionTest: String { "In place of TEST, likewise." }
    var optionFolds: String { "Folds of cross-fitting, 2 to 64." }
    var optionDropShifted: String {
        "Keep from the discriminator the fields or terms that tell the sides apart, until its AUC is below this. "
            + "The weights then correct for what is left only."
    }
    var optionFitRows: String {
        "Rows a side that are fitted on; of larger corpora a sample of whole groups is, and every row is scored."
    }
    var optionFitMemory: String { "Memory for the features that are fitted on, such as 512MiB or 2GiB." }
    var optionOnError: String { "What to do about a line that is no record: stop, or skip and count it." }
    var optionExclude: String { "Leave out the rows that a review drops: review.jsonl, as report.html saves it." }
    var optionThreads: String { "Threads to work on; they never change the result. Default: all processors." }
    var optionFormat: String {
        "How the files are written: auto, jsonl, json, csv, tsv, conll, conllu, fasttext, squad or text."
    }
    var optionEncoding: String { "The encoding of files that are not UTF-8, such as windows-1252 or Big5." }
    var optionDelimiter: String { "What stands between the cells of a table: any text, or tab. Default: what is found." }
    var optionNoHeader: String { "Tables have no header row: their columns are called 1, 2 and so on." }
    var optionMaxRecord: String { "The most bytes of one record, such as 64MiB; at most 1GiB." }
    var argumentPeekFiles: String { "What to look at. Default: -, which is standard input." }
    var argumentAuditTrain: String {
        "The training corpus: a file, or a pattern such as 'data/train-*.jsonl'; several may be given."
    }
    var optionAuditLabel: String {
        "The label's field: the metric is then the out-of-fold accuracy of a classifier of it. Default: shares "
            + "of rows along the directions in which TRAIN varies most."
    }
    var optionAuditScores: String {
        "A model's results for rows of TRAIN that it was not trained on, with an id or a row number: the metrics "
            + "are their means."
    }
    var optionAuditMetric: String { "A number of --scores; may be given several times. Default: all." }
    var optionLike: String { "The folder of an analysis of TRAIN: the shift that it found is planted too." }
    var optionDraws: String { "Times that each shift is planted." }
    var optionAuditRows: String { "Rows to audit; of a larger corpus a sample of whole groups is." }
    var optionJSON: String { "Print JSON with every figure." }
    var optionNoProgress: String { "No progress on standard error." }
    var optionMaxAUC: String { "The largest AUC, 0.5 to 1." }
    var optionMinESS: String { "The smallest effective sample size, in rows or in percent of TRAIN." }
    var optionMaxNoSupport: String { "The largest share of TEST that train does not cover, by its lower bound." }
    var optionMaxDuplicates: String { "The largest share of TEST that is in train too, word for word or nearly." }
    var optionTrusted: String { "The weights must be trusted: every condition of the analysis's verdict holds." }
    var optionJUnit: String { "Write the results as JUnit XML." }
    var optionModelFile: String { "The file to write." }
    var optionForceFile: String { "Replace a file that is there already." }
    var optionQuiet: String { "Say nothing but errors." }
    var argumentScores: String { "Scores of training rows; - is standard input." }
    var optionAlpha: String { "Share of test rows whose set may miss the true answer, above 0 and below 1." }
    var optionScore: String { "The field of the score." }
    var optionTestScores: String {
        "Scores of the possible answers of test rows: records with an id or a row number, and \"scores\", an "
            + "object with a number for each answer. Adds \"set\"."
    }
    var argumentHashFiles: String { "The records. Default: -, which is standard input." }
    var optionHashField: String { "A field that is looked at; may be given several times." }
    var optionHashGroup: String { "Records with the same value of KEY are a group." }
    var optionLong: String {
        "Without --group: records with the same value of this field are a group. Default: those with all fields equal."
    }
    var optionFitSeed: String { "The seed of the fit." }
    var optionPart: String {
        "The records are a part of a corpus: a field that none of them has is read as empty, not an error."
    }
    var argumentEstimateScores: String { "The file of scores; - is standard input." }
    var optionMetric: String {
        "A metric and the field with its value; may be given several times. MODEL/NAME=KEY is a metric of that "
            + "model. Default: every numeric field."
    }
    var optionModelKey: String { "The field with the name of the model. Default: model, where there is one." }
    var optionScoreID: String { "The field with the identifier of the row. Default: that of the analysis, or id." }
    var optionTrueLabel: String { "The true label, in SCORES or in TRAIN. Default: label." }
    var optionPrediction: String {
        "The predicted label, answer or list of spans. Default: prediction, where there is one."
    }
    var optionProbability: String {
        "The probability of the positive label, for log-loss and AUC. Default: probability, where there is one."
    }
    var optionPositive: String { "The positive label." }
    var optionTask: String { "What labels and predictions are. Default: spans for lists, else classes." }
    var optionProbabilities: String {
        "The probabilities of all classes, in SCORES and in --test-confidences: an object by class, or a list in the order of the sorted "
            + "labels. That of the predicted class is the confidence where --confidence is not given; macro F1 and AUC get a road "
            + "by confidence."
    }
    var optionConfidence: String {
        "The model's confidence, in SCORES and in --test-confidences: any number that is higher where it is surer. "
            + "Opens the roads that come closest."
    }
    var optionTestConfidences: String { "The model's confidences on rows of TEST." }
    var optionDrawn: String { "The scores are of validation.jsonl itself: a line each, repeats too; no weights." }
    var optionReplicates: String { "Replicates of the bootstrap over groups." }
    var optionRefitBootstrap: String { "Refit the weights N times on resampled groups and count what they vary (slow)." }
    var optionEstimateOutput: String { "The file to write. Default: estimates.json in DIR." }
    var optionForceEstimates: String { "Replace a file that holds other estimates already." }
    var optionScoreFormat: String { "How SCORES is written: auto, jsonl, json, csv or tsv." }
    var optionQuietFile: String { "Print nothing, only write the file." }
    var optionOutput: String { "Folder for the results. Made if it does not exist." }
    var optionWrite: String {
        "Write the rows in their own format too: csv or tsv (tables with two more columns), or squad (the "
            + "validation set). May be given several times."
    }
    var optionGzip: String { "Write the record files as gzip: train.weighted.jsonl.gz and so on." }
    var optionExport: String {
        "Write the weighted rows of train.remaining for a tool: vw, fasttext, lightgbm, sklearn or id-weight. "
            + "May be given several times."
    }
    var optionExportLabel: String {
        "The label's field, for --weight class-prior and --export vw and fasttext. Default: label."
    }
    var optionPool: String { "Share of the training rows that the validation set is drawn from." }
    var optionValidationSize: String { "Draws for the validation set. Default: as many as the pool has rows." }
    var optionPermutations: String { "Refit B times for the p-value (slow). Default: permute held-out groups." }
    var optionOverwriteKeys: String { "Replace sample_weight, p_test and cv_fold where records have them already." }
    var optionForceFolder: String { "Replace results that the output folder holds already." }
    var optionTimings: String { "Show the seconds that each stage took on standard error." }
    var optionQuietAnalyze: String { "Say nothing but errors; with --output not even the summary." }
    var argumentModel: String { "A model that `textshift fit` or `textshift analyze` wrote." }
    var optionPlainJSON: String { "Print JSON." }
    var argumentFolderThere: String {
        "The folder of an analysis: what --output named there; for label-first also a file that score wrote, or - for a stream of it."
    }
    var optionMethod: String {
        "How rows are taken: resample, weighted, without-replacement, top, kfold, label-first or no-support."
    }
    var optionSize: String {
        "Rows of the set. Default: as many as the pool has; without replacement as many as the pool is worth."
    }
    var optionSplitPool: String { "Share of TRAIN that the set is taken from. Default: that of the analysis." }
    var optionSplitSeed: String { "Another seed, another set. Default: that of the analysis." }
    var optionParts: String { "Parts of kfold, at least 2." }
    var optionCompare: String {
        "Show all methods: their effective sample size, and whether a discriminator can tell the set from TEST."
    }
    var optionSplitOutput: String { "Folder for the files. Made if it does not exist. Without it nothing is written." }
    var argumentScoreFiles: String {
        "What to score, read one after another: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as "
            + "gzip. Default: -, which is standard input."
    }
    var optionModel: String { "The model." }
    var optionScoreField: String {
        "Where these records have a field of the model; may be given several times. Default: where the fit had it."
    }
    var optionOnlyScores: String { "Write only the two numbers, one object for each record." }
    var optionScoreGzip: String { "Write gzip." }
    var optionDiagnosedLabel: String { "The label's field in TRAIN." }
    var optionPredictions: String {
        "A model's predictions for training rows that it was not trained on: records with an id or a row number, "
            + "and \"probabilities\" (an object with a number for each class) or \"prediction\". Default: a classifier "
            + "on the discriminator's features."
    }
    var optionTestPredictions: String { "The same model's predictions for test rows." }
    var optionLabelledTest: String { "Labelled rows of the test side; may be given several times." }
    var optionPriorWeights: String {
        "Write the labelled training rows with class-prior weights as sample_weight; - is standard output."
    }
}
