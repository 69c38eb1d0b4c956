extension DocumentSchema {
    /// report.json. Ranges of options are those that the command line takes.
    static let report = DocumentSchema(
        """
        schema: count 1...1
        tool: text textshift
        version: text
        icuVersion, unicodeVersion: text
        inputs.train, inputs.test: #corpus
        options.fields[]: text
        options.ignoredFields[], options.testFields[]: text
        options.ignoredForms[]: text surface|trimming|escapes|case|width|script|boilerplate|emoji|mojibake
        options.group, options.id, options.label: text
        options.seed: count 0...18446744073709551615
        options.folds: count 2...64
        options.weight: text
        options.pool: share
        options.validationSize: count 1...1000000000
        options.permutations: count 0...1000000
        options.onError: text stop|skip
        options.fitRows: count 1...1000000000000
        options.fitMemory: count 1...1000000000000000
        options.review: text
        options.dropShifted: amount 0.5...1
        options.encoding, options.delimiter: text
        options.noHeader: flag
        options.maxRecord: count 1...1073741824
        options.stratify: text
        fields[].name: text
        fields[].isUsed: flag
        fields[].reason: text named|textLike|notNamed|oneSideOnly|reservedName|notText|time|classes|tooShort|identifier|ignored|crossing|repeated|tooMany
        fields[].missingTrain, fields[].missingTest: count
        fields[].auc: share
        fields[].tellsSidesApart: flag
        fit.trainRows, fit.testRows: count
        fit.isSample: flag
        fit.meanWeight: amount
        fit.effectiveRows: amount
        groups.by[]: text
        groups.train, groups.test, groups.shared: count
        groups.largest: count
        groups.nearDuplicates: count
        groups.documents: count
        groups.stockRows: count
        groups.cut[]: text
        groups.found: text
        groups.proposed[]: text
        groups.blankTrain, groups.blankTest: count
        groups.constantValues: count
        groups.duplicatesInTrain, groups.duplicatesInTest: count
        groups.testRowsInTrain: count
        groups.testRowsNearTrain: count
        discriminator.verdict: text shift|difference|noShift|tooFewGroups
        discriminator.detectableAUC: share
        discriminator.folds: count
        discriminator.candidates[].view: text words|grams|surface
        discriminator.candidates[].lambda: amount
        discriminator.candidates[].loss: amount
        discriminator.candidates[].gradientNorm: amount
        discriminator.candidates[].epochs: count
        discriminator.best: count
        discriminator.losses[]: amount
        discriminator.secondStageKept, discriminator.calibrationKept: flag
        discriminator.gain: number
        discriminator.gainStandardError: amount
        discriminator.wordFeatures, discriminator.gramFeatures: count
        separability: object
        separability.auc: share
        separability.lower, separability.upper: share
        separability.pValue: share
        separability.standardError: amount
        separability.finalAUC: share
        separability.groupsLeftOut: count
        separability.surfaceAUC: share
        form: object
        form.findings[].kind: text surface|trimming|escapes|case|width|script|boilerplate|emoji|mojibake
        form.findings[].auc: share
        form.findings[].aucWithout: share
        form.findings[].marks[].mark: text
        form.findings[].marks[].trainShare, form.findings[].marks[].testShare: share
        form.findings[].trainExample, form.findings[].testExample: #piece
        form.left: object
        form.left.auc: share
        form.left.lower, form.left.upper: share
        form.left.share: number
        clusters: object
        clusters.trainShare, clusters.testShare: share
        clusters.links: count
        clusters.crossing, clusters.crossingByChance: share
        weights.meanRatio: amount
        weights.minimum, weights.maximum: amount
        weights.effectiveRows, weights.effectiveGroups: amount
        weights.topPercentShare: share
        weights.rawTailShape: number
        weights.tailShape: number
        weights.clipped: object
        weights.clipped.cap: amount
        weights.clipped.rows: count
        weights.clipped.mass: share
        weights.largest: object
        weights.largest.row: #example
        weights.largest.share: share
        weights.largest.multiple: amount
        classPriors: object
        classPriors.label: text
        classPriors.source: text
        classPriors.accuracy: share
        classPriors.smallestSingularValue: share
        classPriors.trainRows: count
        classPriors.classes[].name: text
        classPriors.classes[].trainShare, classPriors.classes[].testShare: share
        classPriors.classes[].ratio: amount
        classPriors.classes[].blackBoxRatio: amount
        overlap: object
        overlap.threshold: number
        overlap.noSupportShare: share
        overlap.lower: share
        overlap.beyond.rows: count
        overlap.beyond.pValue: share
        overlap.beyond.counts: flag
        overlap.beyond.examples[]: #example
        overlap.absentTerms: count
        overlap.terms[].text, overlap.atoms[].text: text
        overlap.terms[].rows, overlap.atoms[].rows: count
        overlap.terms[].pValue, overlap.atoms[].pValue: share
        overlap.terms[].examples[], overlap.atoms[].examples[]: #example
        balance: object
        balance.unweighted, balance.weighted: #area
        balance.left: amount
        balance.trainRows, balance.testRows: count
        reliability.bins[].predicted: share
        reliability.bins[].observed: share
        reliability.bins[].trainRows, reliability.bins[].testRows: count
        reliability.slope: number
        trust.isTrusted: flag
        trust.failures[]: #failure
        validation.poolRows, validation.remainingRows: count
        validation.poolGroups: count
        validation.poolEffectiveRows: amount
        validation.draws: count
        validation.uniqueRows: count
        validation.scoreMargin: object
        validation.scoreMargin.score: share
        validation.scoreMargin.drawnSet, validation.scoreMargin.allRows: share
        validation.scoreMargin.drawnSetByGroups, validation.scoreMargin.allRowsByGroups: share
        validation.lost[]: object
        validation.lost[].name: text
        validation.lost[].trainRows: count
        validation.lost[].trainShare: share
        terms.towardsTest[], terms.towardsTrain[]: #term
        examples.testLikeTrain[], examples.trainLikeTrain[]: #example
        examples.outOfSupportTest[]: #example
        letters.latin, letters.han, letters.other: share
        details: object
        details.rows[].list: text testLikeTrain|trainLikeTrain|trainLikeTest|outOfSupportTest
        details.rows[].id: text
        details.rows[].file: text
        details.rows[].line: count
        details.rows[].pTest: share
        details.rows[].weight: amount
        details.rows[].logit: number
        details.rows[].intercept: number
        details.rows[].nearDuplicates: count
        details.rows[].fields[].name: text
        details.rows[].fields[].tokens[].text: text
        details.rows[].fields[].tokens[].contribution: number
        details.rows[].fields[].surface: number
        details.rows[].fields[].rest: number
        details.terms[].term, details.terms[].field: text
        details.terms[].logOdds, details.terms[].z: number
        details.terms[].qValue: share
        details.terms[].trainGroups, details.terms[].testGroups: count
        details.terms[].trainShare, details.terms[].testShare: share
        details.terms[].contribution: number
        details.terms[].contexts[].isTest: flag
        details.terms[].contexts[].line: count
        details.terms[].contexts[].before, details.terms[].contexts[].match, details.terms[].contexts[].after: text
        details.testedTerms: count
        details.curves.pTest: #histogram
        details.curves.weights: #histogram
        details.curves.lengths: #histogram
        details.curves.roc[].x, details.curves.roc[].y: share
        details.curves.calibration[].x, details.curves.calibration[].y: number
        details.curves.scripts[].name: text latin|han|other script|digit|punctuation|symbol|space|other
        details.curves.scripts[].train, details.curves.scripts[].test: share
        details.validationCheck: object
        details.validationCheck.drawn, details.validationCheck.random: #area
        details.validationCheck.setRows, details.validationCheck.testRows: count
        dropped: object
        dropped.bound, dropped.auc: share
        dropped.rounds[].kind: text field|surface|terms
        dropped.rounds[].field: text
        dropped.rounds[].words[].term, dropped.rounds[].words[].field: text
        dropped.rounds[].characters[].term, dropped.rounds[].characters[].field: text
        dropped.rounds[].gramFeatures: count
        dropped.rounds[].auc: share
        dropped.fits: count
        files[]: text

        #corpus.name, #corpus.digest: text
        #corpus.format: text jsonl|json|squad|csv|tsv|conll|conllu|fasttext|text|several
        #corpus.files[].name, #corpus.files[].digest: text
        #corpus.files[].format: text jsonl|json|squad|csv|tsv|conll|conllu|fasttext|text
        #corpus.files[].encoding: text
        #corpus.files[].isCompressed: flag
        #corpus.files[].packing: text gzip|zstd|zip
        #corpus.files[].remarks[]: #remark
        #corpus.files[].delimiter: text
        #corpus.files[].tabs: count
        #corpus.records: count
        #corpus.skippedLines: count
        #corpus.excludedRows: count
        #corpus.shortRows: count
        #corpus.spelledValues: count
        #remark.kind: text recordsAt|listsPassedOver|recordsByKey|columns|objects|texts|delimiter|numberedColumns|textAndLabel|fastText|positionDigits|untagged|separator|macLineEnds|member|isUTF8
        #remark.value: text
        #failure.condition: text noSupport|balance|drawnSet|meanRatio|effectiveSampleSize|form
        #piece.line: count
        #piece.file: text
        #piece.field: text
        #piece.text: text
        #failure.found: number
        #failure.sentence: text
        #term.term, #term.field: text
        #term.contribution: number
        #term.trainRows, #term.testRows: count
        #example.id: text
        #example.file: text
        #example.line: count
        #example.sharesLine: flag
        #example.pTest: share
        #example.weight: amount
        #example.fields.NAME: text
        #histogram.edges[]: number -2000...2000
        #histogram.train[], #histogram.test[]: share
        #area.auc: share
        #area.lower, #area.upper: share
        """)
}
