import Mustache
import ShiftPipeline

/// report.html: the page, in one file that makes no requests and runs only its own script.
///
/// The templates, the styles and the script are files of their own, under `Page`, and part of the binary. All text from the
/// corpora goes through ``HTMLEscaping``. The page has at most ``mostBytes``, whatever the corpora: rows and terms for which
/// there is no room stay in report.json, and the page says so.
public struct HTMLReport {
    /// The most bytes of a page.
    public static let mostBytes = 2_000_000
    /// The most bytes of the rows, and of the terms with their contexts; everything else is small.
    static let rowBytes = 1_200_000
    static let termBytes = 400_000
    /// Fields and files that are listed.
    private static let listed = 100

    let summary: ShiftSummary
    let estimates: EstimateSummary?
    let wording: Wording

    /// The document.
    ///
    /// - Parameter estimates: Of the same analysis; nil for none.
    /// - Throws: If a template is malformed: a bug in textshift.
    public static func render(
        _ summary: ShiftSummary, estimates: EstimateSummary? = nil, language: Language = .english
    ) throws -> String {
        let library = try PageFiles.library()
        let page = HTMLReport(summary: summary, estimates: estimates, wording: Wording(language)).context
        return library.render(page, withTemplate: "page") ?? ""
    }

    private var context: [String: Any] {
        let (inputs, isShift) = (summary.inputs, summary.verdict.isShift)
        var page: [String: Any] = [
            "say": wording.labels, "lang": wording.language == .chinese ? "zh-Hans" : "en", "version": summary.version,
            "nonce": nonce, "key": "textshift-review \(inputs.train.digest) \(inputs.test.digest)",
            "css": PageFiles.styles, "js": PageFiles.script,
            "headline": wording.headline(summary), "lead": wording.separability(summary),
            "remarks": [
                wording.fit(summary), wording.excluded(summary.inputs), wording.classWeights(summary),
                wording.largestWeight(summary),
                wording.stratification(summary), wording.scoreMargin(summary),
            ].compactMap { $0 } + wording.clusters(summary),
            "tone": isShift ? (summary.verdict.isTrusted ? "trusted" : "untrusted") : "none",
            "trainName": wording.corpus(wording.say.trainName, inputs.train),
            "testName": wording.corpus(wording.say.testName, inputs.test),
            "next": wording.next(summary).map(Self.short),
            "made": wording.made(summary, code: "", escaped: DisplayText.neutral),
        ]
        if isShift, !summary.verdict.isTrusted { page["distrust"] = wording.say.distrust }
        if let dropped = summary.dropped, let found = wording.dropped(summary) {
            page["dropped"] =
                [
                    "title": wording.say.droppedTitle, "found": found, "meaning": wording.droppedMeaning(summary) ?? "",
                    "hasRounds": !dropped.rounds.isEmpty, "whatName": wording.say.droppedWhat,
                    "areaName": wording.say.droppedAUC,
                    "rounds": wording.droppedRounds(dropped).map { ["what": $0.what, "area": $0.auc] },
                ] as [String: Any]
        }
        if let form = summary.form, !form.findings.isEmpty {
            page["form"] =
                [
                    "title": wording.say.formTitle, "left": wording.formLeft(summary) ?? "",
                    "header": wording.formHeader,
                    "rows": wording.formRows(form).map { row in
                        [
                            "kind": row.kind, "alone": row.alone, "without": row.without, "marks": row.marks,
                            "examples": row.examples, "option": row.option,
                        ] as [String: Any]
                    },
                ] as [String: Any]
        }
        if let estimates { page["estimates"] = Self.context(estimates, wording) }
        page.merge(cards) { $1 }
        page.merge(terms) { $1 }
        page.merge(rows) { $1 }
        page.merge(plots) { $1 }
        page.merge(figures) { $1 }
        return page
    }

    /// The three cards of the first screen.
    private var cards: [String: Any] {
        let weights = summary.weights
        var cards: [String: Any] = [
            "largeWord": summary.separability.map { NumberText.fixed($0.auc, 3) } ?? "-",
            "large": wording.large(summary), "kindWord": wording.kindWord(summary),
            "kinds": wording.kinds(summary).map(Self.short),
            "safetyWord": wording.safetyWord(summary), "safety": wording.safety(summary),
        ]
        if let separability = summary.separability {
            cards["largeUnit"] = "AUC"
            cards["gauge"] = AreaGauge.figure(separability, wording).markup.string
        }
        cards["facts"] =
            !summary.verdict.isShift
            ? []
            : [
                [
                    "name": wording.say.effectiveName,
                    "value": "\(NumberText.rounded(weights.effectiveRows)) / \(NumberText.whole(summary.fit.trainRows))",
                ],
                ["name": "Pareto k̂", "value": weights.tailShape.map { NumberText.fixed($0, 2) } ?? "-"],
                [
                    "name": wording.say.noSupportName,
                    "value": summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-",
                ],
            ]
        return cards
    }

    private var plots: [String: Any] {
        let figures = [
            FieldAreaPlot.figure(summary, wording), DensityPlot.figure(summary, wording), ROCPlot.figure(summary, wording),
            WeightPlot.figure(summary, wording), ReliabilityPlot.figure(summary, wording), LengthPlot.figure(summary, wording),
            ScriptPlot.figure(summary, wording),
        ].compactMap { $0 }
        var plots: [String: Any] = ["hasPlots": !figures.isEmpty, "plots": figures.map(Self.context)]
        if let check = BeforeAfterPlot.figure(summary, wording) { plots["check"] = Self.context(check) }
        if let calibration = CalibrationPlot.figure(summary, wording) { plots["calibration"] = Self.context(calibration) }
        return plots
    }

    /// A sentence that may contain names from the corpus, which may be long.
    private static func short(_ sentence: String) -> String { DisplayText.cut(sentence, to: 600) }

    static func context(_ figure: Figure) -> [String: Any] {
        ["title": figure.title, "caption": figure.caption, "drawing": figure.markup.string]
    }

    private var figures: [String: Any] {
        let sides = [
            ("train", wording.say.trainName, summary.inputs.train), ("test", wording.say.testName, summary.inputs.test),
        ]
        let files = sides.flatMap { side, name, input in
            input.files.prefix(Self.listed).map {
                ["name": DisplayText.cut($0.name, to: 120), "side": side, "sideName": name, "digest": $0.digest]
            }
        }
        let written = summary.files.map { ["name": $0, "meaning": wording.writtenMeaning($0) ?? ""] }
        var figures: [String: Any] = [
            "figures": wording.figures(summary).map { ["name": $0.name, "value": $0.value] },
            "meanings": wording.explanations(summary).prefix(Self.listed).map { Self.short($0.sentence) },
            "fields": summary.fields.prefix(Self.listed).map {
                [
                    "name": DisplayText.cut($0.name, to: 120), "used": wording.used($0, summary),
                    "why": wording.say.reason($0.reason), "area": $0.auc.map { NumberText.fixed($0, 3) } ?? "-",
                ]
            },
            "files": files, "hasWritten": !written.isEmpty, "written": written,
        ]
        if summary.fields.count > Self.listed { figures["moreFields"] = wording.say.moreFields }
        return figures
    }

    /// Allows the page's own script and styles and nothing else. Made from the digests of the inputs: to guess it, a row would
    /// have to contain the digest of its own file.
    private var nonce: String {
        let digits = (summary.inputs.train.digest + summary.inputs.test.digest).unicodeScalars.filter {
            ("0"..."9").contains($0) || ("a"..."f").contains($0)
        }
        return "t" + String(String.UnicodeScalarView(digits.prefix(128)))
    }
}
