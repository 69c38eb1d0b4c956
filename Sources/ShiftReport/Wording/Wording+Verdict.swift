import ShiftPipeline

/// The first screen: how large the shift is, what kind, whether weights correct it, what to do.
extension Wording {
    /// Fields that are named one by one.
    private static let named = 5

    /// The AUC as pairs out of a hundred, and its p-value.
    func large(_ summary: ShiftSummary) -> [String] {
        guard let s = summary.separability else { return [separability(summary)] }
        return [auc(s), s.pValue < 0.05 ? say.chanceRarely(p: p(s)) : say.chanceMayWell(p: p(s))]
            + [variation(summary)].compactMap { $0 }
    }

    /// Topic or form, fields, lengths, scripts, copies; the terms that moved most.
    func kinds(_ summary: ShiftSummary) -> [String] {
        var sentences: [String] = []
        if summary.verdict.isShift, let s = summary.separability {
            if summary.verdict.isForm {
                sentences += [formLeft(summary)].compactMap { $0 }
            } else if let left = formLeft(summary) {
                sentences.append(left)
            } else if !summary.fields.contains(where: \.tellsSidesApart) {
                sentences.append(
                    say.mostlyContent(form: NumberText.fixed(s.surfaceAUC, 3), all: NumberText.fixed(s.auc, 3)))
            }
            sentences += summary.fields.filter(\.tellsSidesApart).prefix(Self.named).map {
                tellsSidesApart($0.name, $0.auc ?? 1)
            }
            sentences += moved(summary)
            if let medians = summary.details?.curves.lengths.medianLengths,
                !(0.8...1.25).contains(medians.test / max(medians.train, 1e-9))
            {
                sentences.append(lengthCaption(medians))
            }
        } else if summary.verdict.kind == .noShift, let s = summary.separability {
            sentences.append(
                say.neitherWordsNorForm(auc: NumberText.fixed(s.auc, 3), upper: NumberText.fixed(s.upper, 3)))
        }
        sentences.append(duplicates(summary) ?? copies(0, of: summary.fit.testRows))
        return sentences
    }

    /// The words that moved most, as a sentence; empty if none did.
    private func moved(_ summary: ShiftSummary) -> [String] {
        func names(_ towardsTest: Bool) -> [String] {
            let all: [(String, Bool)] =
                summary.details.map { $0.terms.map { ($0.term, $0.logOdds > 0) } }
                ?? summary.terms.towardsTest.map { ($0.term, true) } + summary.terms.towardsTrain.map { ($0.term, false) }
            var seen = Set<String>()
            return all.filter { $0.1 == towardsTest && seen.insert($0.0).inserted }.prefix(4).map {
                DisplayText.cut($0.0, to: 24)
            }
        }
        let (test, train) = (names(true), names(false))
        return [
            test.isEmpty ? nil : say.moreInTest(terms: list(test)), train.isEmpty ? nil : say.moreInTrain(terms: list(train)),
        ].compactMap { $0 }
    }

    /// Whether to trust the weights, and why.
    func safety(_ summary: ShiftSummary) -> [String] {
        if summary.verdict.kind == .difference { return [say.differenceNotWeighed] }
        guard summary.verdict.isShift else { return [say.weightsAreOne] }
        guard summary.verdict.isTrusted else {
            return summary.verdict.reasons.map { failure($0, weight: summary.weightForm) } + supportEvidence(summary)
        }
        return [
            trust(summary),
            effectiveRows(summary.weights.effectiveRows, of: summary.fit.trainRows, weight: summary.weightForm),
            summary.balance.map(balance), summary.overlap.map(support),
        ].compactMap { $0 }
    }

    /// What to do, the most pressing first.
    func next(_ summary: ShiftSummary) -> [String] {
        var steps: [String] = []
        let hasCopies = Double(summary.groups.testRowsInTrain) > 0.01 * Double(max(summary.fit.testRows, 1))
        switch summary.verdict.kind {
        case .tooFewGroups: return [separability(summary)]
        case .noShift: steps.append(say.trainAsUsual)
        case .difference: steps.append(say.trainAsUsualButDiffers)
        case .shift:
            steps += summary.fields.filter(\.tellsSidesApart).prefix(Self.named).map {
                say.leaveFieldOut(field: DisplayText.cut($0.name, to: 40))
            }
            if summary.verdict.isForm {
                steps += [say.cleanBothSides]
            } else if summary.verdict.isTrusted {
                steps += [say.trainInFolds, say.trainOnRemaining, say.lookAtExamples]
            } else {
                let weight = summary.weightForm
                steps += [
                    summary.verdict.lacksSupport ? say.doNotWeight : say.gatherLikeTest,
                    weight.isBounded ? say.boundedAlready(weight: weight.description) : say.boundThem,
                ]
            }
        }
        if hasCopies { steps.append(say.takeCopiesOut) }
        return steps
    }

    /// The most pressing step, for the first lines of a terminal.
    func nextStep(_ summary: ShiftSummary) -> String {
        switch summary.verdict.kind {
        case .tooFewGroups: return say.nextMoreGroups
        case .noShift: return say.nextUsual
        case .difference: return say.nextDifference
        case .shift:
            if let field = summary.fields.first(where: \.tellsSidesApart) {
                return say.nextField(field: DisplayText.cut(field.name, to: 20))
            }
            if summary.verdict.isForm { return say.nextForm }
            if !summary.verdict.isTrusted {
                return summary.verdict.lacksSupport ? say.nextUntrusted : say.nextGather
            }
            return summary.files.isEmpty ? say.nextTrustedUnwritten : say.nextTrusted
        }
    }
}
