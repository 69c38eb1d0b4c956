import TextTokens

/// How the texts of the sides differ in form: how they were written or exported, not what they say.
public struct FormSummary: Codable, Sendable, Equatable {
    /// What differs beyond chance, for all kinds together; what differs most comes first.
    public var findings: [FormFinding]
    /// What is left of the discriminator without the findings' kinds and without surface features; nil without a shift, and where form does
    /// not come near it.
    public var left: FormRemainder?

    package init(findings: [FormFinding], left: FormRemainder?) {
        (self.findings, self.left) = (findings, left)
    }
}

/// One kind of form in which the sides differ.
public struct FormFinding: Codable, Sendable, Equatable {
    /// The kind; `--ignore-form` takes it out by this name.
    public var kind: FormKind
    /// AUC of this kind alone, out of fold.
    public var auc: Double
    /// AUC that the discriminator has without it; nil without a shift, and for all but the four strongest kinds that texts have to be
    /// written anew for. Where the corpora are large it is measured on a sample: as much of the whole AUC's way from one half as the same
    /// fit has there.
    public var aucWithout: Double?
    /// Marks of this kind that rows hold, the one whose shares differ most first; empty for surface features.
    public var marks: [MarkShare]
    /// A row of train that looks like train by this kind alone.
    public var trainExample: FormExample?
    /// A row of test that looks like test by it.
    public var testExample: FormExample?

    package init(
        kind: FormKind, auc: Double, aucWithout: Double? = nil, marks: [MarkShare], trainExample: FormExample?,
        testExample: FormExample?
    ) {
        self.kind = kind
        self.auc = auc
        self.aucWithout = aucWithout
        self.marks = marks
        self.trainExample = trainExample
        self.testExample = testExample
    }

    /// How many rows of each side hold a mark.
    public struct MarkShare: Codable, Sendable, Equatable {
        /// The mark.
        public var mark: FormMark
        /// Share of the training rows, 0...1.
        public var trainShare: Double
        /// Share of the test rows, 0...1.
        public var testShare: Double

        package init(mark: FormMark, trainShare: Double, testShare: Double) {
            (self.mark, self.trainShare, self.testShare) = (mark, trainShare, testShare)
        }
    }
}

/// A piece of a row's text, from where a mark is.
public struct FormExample: Codable, Sendable, Equatable {
    /// Line of its file, from 1.
    public var line: Int
    /// Its file, if that is not the corpus's first.
    public var file: String?
    /// The field.
    public var field: String
    /// The piece; blanks and controls other than single spaces as escapes: `\\n`, `\\u{A0}`.
    public var text: String

    package init(line: Int, file: String?, field: String, text: String) {
        (self.line, self.file, self.field, self.text) = (line, file, field, text)
    }
}

/// What is left of a discriminator that does not see form.
public struct FormRemainder: Codable, Sendable, Equatable {
    /// Its AUC, out of fold.
    public var auc: Double
    /// Lower end of its 95% interval.
    public var lower: Double
    /// Upper end.
    public var upper: Double
    /// Its distance from one half, as a share of what the discriminator has on the same rows.
    public var share: Double

    package init(auc: Double, lower: Double, upper: Double, share: Double) {
        (self.auc, self.lower, self.upper, self.share) = (auc, lower, upper, share)
    }

    /// The share where nothing is left beyond chance; nil where something is.
    package var ofNothing: Double? { lower <= 0.5 ? share : nil }
}
