import ImportanceWeights
import ShiftPipeline

@testable import ShiftReport

/// Summaries with every part filled, by hand, so that no figure depends on an analysis.
enum Summaries {
    /// A shift whose weights can be trusted.
    static var shift: ShiftSummary {
        ShiftSummary(
            version: "1.2.3", icuVersion: "72.1", unicodeVersion: "15.0",
            inputs: Inputs(
                train: Input(
                    name: "train.jsonl", digest: "xxh128:0123456789abcdef0123456789abcdef", format: "jsonl", records: 12_345,
                    skippedLines: 2, files: [file("train.jsonl", "0123456789abcdef0123456789abcdef", "jsonl")]),
                test: Input(
                    name: "test.txt", digest: "xxh128:fedcba9876543210fedcba9876543210", format: "text", records: 4_000,
                    skippedLines: 0, files: [file("test.txt", "fedcba9876543210fedcba9876543210", "text")])),
            options: OptionSummary(
                fields: ["text=data.body"], group: "author", id: "key", seed: 42, folds: 5, weight: .relative(alpha: 0.1),
                pool: 0.2,
                validationSize: 100, permutations: 19, onError: "skip", fitRows: 200_000, fitMemory: 512 << 20),
            fields: fields, fit: FitSummary(trainRows: 12_345, testRows: 4_000, isSample: false),
            groups: GroupSummary(
                by: ["text"], train: 11_000, test: 3_900, shared: 12, largest: 40, constantValues: 1, duplicatesInTrain: 30,
                duplicatesInTest: 4, testRowsInTrain: 17),
            discriminator: discriminator,
            separability: Separability(
                auc: 0.7346, lower: 0.7201, upper: 0.7489, pValue: 0.0004, finalAUC: 0.7512, groupsLeftOut: 12, surfaceAUC: 0.68
            ),
            weights: WeightSummary(
                meanRatio: 1.0312, minimum: 0.0821, maximum: 7.43, effectiveRows: 6_543.21, effectiveGroups: 5_432.1,
                topPercentShare: 0.061, rawTailShape: 0.55, tailShape: 0.31),
            overlap: OverlapSummary(threshold: 4.2, noSupportShare: 0.0123, lower: 0.008),
            balance: BalanceSummary(
                unweighted: .init(auc: 0.71, lower: 0.69, upper: 0.73), weighted: .init(auc: 0.53, lower: 0.5, upper: 0.56),
                trainRows: 2000, testRows: 1200),
            reliability: ReliabilitySummary(
                bins: [
                    ReliabilitySummary.Bin(predicted: 0.2, observed: 0.19, trainRows: 6_000, testRows: 700),
                    ReliabilitySummary.Bin(predicted: 0.6, observed: 0.63, trainRows: 6_345, testRows: 3_300),
                ], slope: 1.02),
            trust: TrustSummary(Verdict(kind: .shift, reasons: [])),
            validation: ValidationSummary(
                poolRows: 2_469, poolGroups: 2_200, poolEffectiveRows: 1_300.4, draws: 2_469, uniqueRows: 1_501,
                remainingRows: 9_876),
            terms: terms, examples: examples,
            files: ["train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "report.json", "report.html", "report.md"])
    }

    private static func file(_ name: String, _ digest: String, _ format: String) -> Input.File {
        Input.File(name: name, digest: "xxh128:" + digest, format: format, encoding: "UTF-8", isCompressed: false)
    }

    /// The same where a sample was fitted on and all rows were scored.
    static var sample: ShiftSummary {
        var summary = shift
        summary.inputs.train.records = 1_124_291
        summary.fit.isSample = true
        summary.fit.meanWeight = 0.984
        summary.fit.effectiveRows = 711_083.4
        summary.validation.poolGroups = nil
        return summary
    }

    /// No shift: every weight is 1, nothing to explain.
    static var noShift: ShiftSummary {
        var summary = shift
        summary.fields = summary.fields.map { field in
            var field = field
            field.tellsSidesApart = false
            return field
        }
        summary.groups.by = []
        summary.groups.testRowsInTrain = 0
        summary.discriminator.verdict = .noShift
        summary.discriminator.gain = -0.0002
        summary.separability = Separability(
            auc: 0.503, lower: 0.489, upper: 0.517, pValue: 0.412, finalAUC: 0.501, groupsLeftOut: 0, surfaceAUC: 0.499)
        summary.weights = WeightSummary(
            meanRatio: 1, minimum: 1, maximum: 1, effectiveRows: 12_345, effectiveGroups: 11_000, topPercentShare: 0.01,
            rawTailShape: 0.2, tailShape: nil)
        summary.terms = Terms(towardsTest: [], towardsTrain: [])
        summary.examples = Examples(testLikeTrain: [], trainLikeTrain: [], outOfSupportTest: [])
        summary.files = []
        return summary
    }

    /// All four conditions of trust fail.
    static var untrusted: ShiftSummary {
        var summary = shift
        summary.options.weight = .ratio
        summary.separability?.auc = 0.9712
        summary.separability?.lower = 0.9634
        summary.separability?.upper = 0.9781
        summary.weights.tailShape = 0.93
        summary.weights.effectiveRows = 21.5
        summary.weights.meanRatio = 0.41
        summary.overlap = OverlapSummary(
            threshold: 4.2, noSupportShare: 0.631, lower: 0.612,
            beyond: .init(rows: 310, pValue: 1e-40, counts: true, examples: []),
            terms: [.init(text: "<b>refund</b>", rows: 41, pValue: 1e-9, examples: [])], absentTerms: 7,
            atoms: [.init(text: "Thank you.", rows: 60, pValue: 1e-12, examples: [])])
        summary.trust = TrustSummary(
            Verdict(
                kind: .shift,
                reasons: [
                    TrustReason(.noSupport, found: 0.612), TrustReason(.meanRatio, found: 0.41),
                    TrustReason(.effectiveSampleSize, found: 21.5), TrustReason(.balance, found: 0.5),
                ]))
        return summary
    }

    /// Fewer groups than folds: nothing was fitted.
    static var tooFewGroups: ShiftSummary {
        var summary = noShift
        summary.inputs.train.records = 4
        summary.inputs.test.records = 3
        summary.groups.train = 4
        summary.groups.test = 3
        summary.discriminator = DiscriminatorSummary(
            verdict: .tooFewGroups, folds: 5, candidates: [], best: nil, losses: [], secondStageKept: false,
            calibrationKept: false, gain: nil, gainStandardError: nil, wordFeatures: 0, gramFeatures: 0)
        summary.separability = nil
        summary.overlap = nil
        return summary
    }

    /// The summaries by name.
    static var all: [(name: String, summary: ShiftSummary)] {
        [
            ("shift", shift), ("no-shift", noShift), ("untrusted", untrusted), ("too-few-groups", tooFewGroups),
            ("sample", sample),
        ]
    }

    /// A shift whose corpus says `text` wherever a corpus has a say.
    static func saying(_ text: String) -> ShiftSummary {
        var summary = shift
        (summary.version, summary.icuVersion, summary.unicodeVersion) = (text, text, text)
        (summary.inputs.train.name, summary.inputs.test.name) = (text, text)
        (summary.options.group, summary.options.label, summary.options.stratify) = (text, text, text)
        for index in summary.fields.indices {
            summary.fields[index].name = text
            summary.fields[index].tellsSidesApart = true
        }
        summary.groups.by = [text, text]
        func spoil(_ terms: [Terms.Term]) -> [Terms.Term] {
            terms.map { term in
                var term = term
                term.term = text
                term.field = text
                return term
            }
        }
        summary.terms = Terms(
            towardsTest: spoil(summary.terms.towardsTest), towardsTrain: spoil(summary.terms.towardsTrain))
        func spoil(_ rows: [Examples.Example]) -> [Examples.Example] {
            rows.map { row in
                var row = row
                row.id = text
                row.fields = [text: text, "other": text]
                return row
            }
        }
        summary.examples = Examples(
            testLikeTrain: spoil(summary.examples.testLikeTrain), trainLikeTrain: spoil(summary.examples.trainLikeTrain),
            outOfSupportTest: spoil(summary.examples.outOfSupportTest))
        return summary
    }

    private static var fields: [Field] {
        [
            Field(name: "text", isUsed: true, reason: .textLike, missingTrain: 3, missingTest: 0, auc: 0.731),
            Field(
                name: "source", isUsed: true, reason: .textLike, missingTrain: 0, missingTest: 1, auc: 0.997,
                tellsSidesApart: true),
            Field(name: "label", isUsed: false, reason: .oneSideOnly),
            Field(name: "id", isUsed: false, reason: .reservedName),
            Field(name: "page", isUsed: false, reason: .notText),
            Field(name: "tag", isUsed: false, reason: .tooShort),
            Field(name: "hash", isUsed: false, reason: .identifier),
        ]
    }

    private static var discriminator: DiscriminatorSummary {
        DiscriminatorSummary(
            verdict: .shift, folds: 5,
            candidates: [
                CandidateSummary(view: "words", lambda: 0.0125, loss: 0.6101, gradientNorm: 0.0021, epochs: 12),
                CandidateSummary(view: "grams", lambda: 0.0042, loss: 0.6054, gradientNorm: 0.0019, epochs: 14),
                CandidateSummary(view: "surface", lambda: nil, loss: 0.6702, gradientNorm: nil, epochs: nil),
            ], best: 1, losses: [0.6054, 0.6001, 0.5987], secondStageKept: true, calibrationKept: true, gain: 0.0945,
            gainStandardError: 0.0031, wordFeatures: 23_456, gramFeatures: 345_678)
    }

    private static var terms: Terms {
        Terms(
            towardsTest: [
                Terms.Term(term: "吧", field: "text", contribution: 0.021, trainRows: 247, testRows: 644),
                Terms.Term(term: "internationalisation", field: "text", contribution: 0.017, trainRows: 3, testRows: 401),
                Terms.Term(term: "app", field: "source", contribution: 0.009, trainRows: 0, testRows: 40),
            ],
            towardsTrain: [
                Terms.Term(term: "尊敬的各位评审专家", field: "text", contribution: -0.03, trainRows: 6_172, testRows: 2),
                Terms.Term(term: "cafe\u{301}", field: "source", contribution: -0.01, trainRows: 123, testRows: 1),
            ])
    }

    private static var examples: Examples {
        Examples(
            testLikeTrain: [
                Examples.Example(
                    id: "r1", line: 17, pTest: 0.88, weight: 7.43,
                    fields: ["text": "到底是哪一家公司负责这件事情，为什么没有人出来说明一下？" + String(repeating: "真的吗？", count: 20), "source": "app"]),
                Examples.Example(id: nil, line: 12_001, pTest: 0.81, weight: 4.26, fields: ["text": "short", "source": ""]),
            ],
            trainLikeTrain: [
                Examples.Example(
                    id: "r2", line: 2, pTest: 0.07, weight: 0.08,
                    fields: [
                        "text": "Dear reviewers, please find below the answers to every question that was raised in the "
                            + "first round, in the order in which they were raised.", "source": "mail",
                    ])
            ],
            outOfSupportTest: [
                Examples.Example(id: nil, line: 3, pTest: 0.999, weight: nil, fields: ["text": "👩‍🔬🇨🇳 ok", "source": "app"])
            ])
    }
}
