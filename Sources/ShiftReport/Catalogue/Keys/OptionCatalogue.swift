/// What each option and argument means.
package protocol OptionCatalogue {
    /// A field to look at; may be given several times. Default: every text-like field (that both corpora have).
    var optionField: String { get }
    /// A field that is not looked at; may be given several times.
    var optionIgnoreField: String { get }
    /// Kinds of form that are not seen; may be given several times: surface, escapes, case, width, script …
    var optionIgnoreForm: String { get }
    /// Where test has the field that train calls NAME; may be given several times.
    var optionTestField: String { get }
    /// Rows with the same value of KEY stay together; none: only exact duplicates do. Default: by what repeats.
    var optionGroup: String { get }
    /// The field that names a record; it is never looked at.
    var optionID: String { get }
    /// Everything random follows from this number.
    var optionSeed: String { get }
    /// How the density ratio r becomes a weight: ratio, relative:ALPHA (at most 1/ALPHA), clip:C (at most C …
    var optionWeight: String { get }
    /// Language of what is printed and of the reports; auto is TEXTSHIFT_LANG, else that of the texts (of what …
    var optionLanguage: String { get }
    /// Where a file of TRAIN is now, if it has moved; may be given several times.
    var optionTrainNow: String { get }
    /// Where a file of TEST is now, likewise.
    var optionTestNow: String { get }
    /// The folder of an analysis: what --output named.
    var argumentFolder: String { get }
    /// The labelled training corpus: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as gzip. - is …
    var argumentTrain: String { get }
    /// The unlabelled test corpus.
    var argumentTest: String { get }
    /// In place of TRAIN: a file, or a pattern such as 'data/train-*.jsonl'; may be given several times.
    var optionTrain: String { get }
    /// In place of TEST, likewise.
    var optionTest: String { get }
    /// Folds of cross-fitting, 2 to 64.
    var optionFolds: String { get }
    /// Keep from the discriminator the fields or terms that tell the sides apart, until its AUC is below this. …
    var optionDropShifted: String { get }
    /// Rows a side that are fitted on; of larger corpora a sample of whole groups is, and every row is scored.
    var optionFitRows: String { get }
    /// Memory for the features that are fitted on, such as 512MiB or 2GiB.
    var optionFitMemory: String { get }
    /// What to do about a line that is no record: stop, or skip and count it.
    var optionOnError: String { get }
    /// Leave out the rows that a review drops: review.jsonl, as report.html saves it.
    var optionExclude: String { get }
    /// Threads to work on; they never change the result. Default: all processors.
    var optionThreads: String { get }
    /// How the files are written: auto, jsonl, json, csv, tsv, conll, conllu, fasttext, squad or text.
    var optionFormat: String { get }
    /// The encoding of files that are not UTF-8, such as windows-1252 or Big5.
    var optionEncoding: String { get }
    /// What stands between the cells of a table: any text, or tab. Default: what is found.
    var optionDelimiter: String { get }
    /// Tables have no header row: their columns are called 1, 2 and so on.
    var optionNoHeader: String { get }
    /// The most bytes of one record, such as 64MiB; at most 1GiB.
    var optionMaxRecord: String { get }
    /// What to look at. Default: -, which is standard input.
    var argumentPeekFiles: String { get }
    /// The training corpus: a file, or a pattern such as 'data/train-*.jsonl'; several may be given.
    var argumentAuditTrain: String { get }
    /// The label's field: the metric is then the out-of-fold accuracy of a classifier of it. Default: shares of …
    var optionAuditLabel: String { get }
    /// A model's results for rows of TRAIN that it was not trained on, with an id or a row number: the metrics …
    var optionAuditScores: String { get }
    /// A number of --scores; may be given several times. Default: all.
    var optionAuditMetric: String { get }
    /// The folder of an analysis of TRAIN: the shift that it found is planted too.
    var optionLike: String { get }
    /// Times that each shift is planted.
    var optionDraws: String { get }
    /// Rows to audit; of a larger corpus a sample of whole groups is.
    var optionAuditRows: String { get }
    /// Print JSON with every figure.
    var optionJSON: String { get }
    /// No progress on standard error.
    var optionNoProgress: String { get }
    /// The largest AUC, 0.5 to 1.
    var optionMaxAUC: String { get }
    /// The smallest effective sample size, in rows or in percent of TRAIN.
    var optionMinESS: String { get }
    /// The largest share of TEST that train does not cover.
    var optionMaxNoSupport: String { get }
    /// The largest share of TEST that is in train too, word for word or nearly.
    var optionMaxDuplicates: String { get }
    /// The weights must be trusted: every condition of the analysis's verdict holds.
    var optionTrusted: String { get }
    /// Write the results as JUnit XML.
    var optionJUnit: String { get }
    /// The file to write.
    var optionModelFile: String { get }
    /// Replace a file that is there already.
    var optionForceFile: String { get }
    /// Say nothing but errors.
    var optionQuiet: String { get }
    /// Scores of training rows; - is standard input.
    var argumentScores: String { get }
    /// Share of test rows whose set may miss the true answer, above 0 and below 1.
    var optionAlpha: String { get }
    /// The field of the score.
    var optionScore: String { get }
    /// Scores of the possible answers of test rows: records with an id or a row number, and "scores", an object …
    var optionTestScores: String { get }
    /// The records. Default: -, which is standard input.
    var argumentHashFiles: String { get }
    /// A field that is looked at; may be given several times.
    var optionHashField: String { get }
    /// Records with the same value of KEY are a group.
    var optionHashGroup: String { get }
    /// Without --group: records with the same value of this field are a group. Default: those with all fields equal.
    var optionLong: String { get }
    /// The seed of the fit.
    var optionFitSeed: String { get }
    /// The records are a part of a corpus: a field that none of them has is read as empty, not an error.
    var optionPart: String { get }
    /// The file of scores; - is standard input.
    var argumentEstimateScores: String { get }
    /// A metric and the field with its value; may be given several times. MODEL/NAME=KEY is a metric of that …
    var optionMetric: String { get }
    /// The field with the name of the model. Default: model, where there is one.
    var optionModelKey: String { get }
    /// The field with the identifier of the row. Default: that of the analysis, or id.
    var optionScoreID: String { get }
    /// The true label, in SCORES or in TRAIN. Default: label.
    var optionTrueLabel: String { get }
    /// The predicted label, answer or list of spans. Default: prediction, where there is one.
    var optionPrediction: String { get }
    /// The probability of the positive label, for log-loss and AUC. Default: probability, where there is one.
    var optionProbability: String { get }
    /// The positive label.
    var optionPositive: String { get }
    /// What labels and predictions are. Default: spans for lists, else classes.
    var optionTask: String { get }
    /// The model's confidence, in SCORES and in --test-confidences: adds the accuracy by average thresholded …
    var optionConfidence: String { get }
    /// --probabilities
    var optionProbabilities: String { get }
    /// The model's confidences on rows of TEST.
    var optionTestConfidences: String { get }
    /// The scores are of validation.jsonl itself: a line each, repeats too; no weights.
    var optionDrawn: String { get }
    /// Replicates of the bootstrap over groups.
    var optionReplicates: String { get }
    /// Refit the weights N times on resampled groups and count what they vary (slow).
    var optionRefitBootstrap: String { get }
    /// The file to write. Default: estimates.json in DIR.
    var optionEstimateOutput: String { get }
    /// Replace a file that holds other estimates already.
    var optionForceEstimates: String { get }
    /// How SCORES is written: auto, jsonl, json, csv or tsv.
    var optionScoreFormat: String { get }
    /// Print nothing, only write the file.
    var optionQuietFile: String { get }
    /// Folder for the results. Made if it does not exist.
    var optionOutput: String { get }
    /// Write the rows in their own format too: csv or tsv (tables with two more columns), or squad (the …
    var optionWrite: String { get }
    /// Write the record files as gzip: train.weighted.jsonl.gz and so on.
    var optionGzip: String { get }
    /// Write the weighted rows of train.remaining for a tool: vw, fasttext, lightgbm, sklearn or id-weight. May …
    var optionExport: String { get }
    /// The label's field, for --export vw and fasttext. Default: label.
    var optionExportLabel: String { get }
    /// Share of the training rows that the validation set is drawn from.
    var optionPool: String { get }
    /// Draws for the validation set. Default: as many as the pool has rows.
    var optionValidationSize: String { get }
    /// Refit B times for the p-value (slow). Default: permute held-out groups.
    var optionPermutations: String { get }
    /// Replace sample_weight and p_test where records have them already.
    var optionOverwriteKeys: String { get }
    /// Replace results that the output folder holds already.
    var optionForceFolder: String { get }
    /// Show the seconds that each stage took on standard error.
    var optionTimings: String { get }
    /// Say nothing but errors; with --output not even the summary.
    var optionQuietAnalyze: String { get }
    /// A model that `textshift fit` or `textshift analyze` wrote.
    var argumentModel: String { get }
    /// Print JSON.
    var optionPlainJSON: String { get }
    /// The folder of an analysis: what --output named there.
    var argumentFolderThere: String { get }
    /// How rows are taken: resample, weighted, without-replacement, top, kfold, label-first or no-support.
    var optionMethod: String { get }
    /// Rows of the set. Default: as many as the pool has; without replacement as many as the pool is worth.
    var optionSize: String { get }
    /// Share of TRAIN that the set is taken from. Default: that of the analysis.
    var optionSplitPool: String { get }
    /// Another seed, another set. Default: that of the analysis.
    var optionSplitSeed: String { get }
    /// Parts of kfold, at least 2.
    var optionParts: String { get }
    /// Show all methods: their effective sample size, and whether a discriminator can tell the set from TEST.
    var optionCompare: String { get }
    /// Folder for the files. Made if it does not exist. Without it nothing is written.
    var optionSplitOutput: String { get }
    /// What to score, read one after another: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as …
    var argumentScoreFiles: String { get }
    /// The model.
    var optionModel: String { get }
    /// Where these records have a field of the model; may be given several times. Default: where the fit had it.
    var optionScoreField: String { get }
    /// Write only the two numbers, one object for each record.
    var optionOnlyScores: String { get }
    /// Write gzip.
    var optionScoreGzip: String { get }
    /// The label's field in TRAIN.
    var optionDiagnosedLabel: String { get }
    /// A model's predictions for training rows that it was not trained on: records with an id or a row number, …
    var optionPredictions: String { get }
    /// The same model's predictions for test rows.
    var optionTestPredictions: String { get }
    /// Labelled rows of the test side; may be given several times.
    var optionLabelledTest: String { get }
    /// Write the labelled training rows with class-prior weights as sample_weight; - is standard output.
    var optionPriorWeights: String { get }
}
