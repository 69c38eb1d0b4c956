import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords
import TextTokens

/// What is compared: the rows of both corpora as one list with their fields, groups and folds, their texts as distinct
/// segments.
///
/// Rows are in ``CanonicalOrder``; ``order`` maps them back to the files.
package struct ComparedPair: Sendable {
    package let train: RecordTable
    package let test: RecordTable
    /// The fields that are compared, and those that are not.
    package let selection: FieldSelection
    /// Names of the used fields; one slot each.
    package let fields: [String]
    /// The fields among them that are nested in the records, as they were found.
    let nested: [FieldPath]
    /// Where each row is in its own file.
    package let order: FileOrder
    /// False train, true test, by row.
    package let isTest: [Bool]
    /// Rows of train, ascending.
    package let trainRows: [Int]
    /// Rows of test, ascending.
    package let testRows: [Int]
    /// Segments of each row.
    package let rows: SegmentRows
    /// The distinct texts behind the segments.
    package let texts: DistinctTexts
    /// What is not seen of their form.
    let eraser: FormEraser
    /// XXH3 of each field's text, rows × fields.
    let fingerprints: [UInt64]
    /// One hash over all used fields, by row: equal for exact duplicates.
    let contents: [UInt64]
    /// Slot of the field with the longest texts on average.
    let longest: Int
    /// Mean length of each field in code points.
    let meanLengths: [Double]
    /// The key that keeps rows together, named or found; nil for none.
    let groupKey: FieldPath?
    /// Which rows are kept together, and by which hash their groups are identified elsewhere.
    package private(set) var grouping: Grouping
    /// The folds of cross-fitting; one fold for all rows if a side has fewer groups than there should be folds.
    package let folds: Folds

    /// The rows of a fit.
    /// - Throws: ``AnalysisError/tooManyRows(found:maximum:)``.
    package init(_ corpora: Corpora, options: AnalysisOptions, workers: WorkerPool) throws {
        try self.init(
            train: corpora.fitted.train, test: corpora.fitted.test, selection: corpora.selection, rule: corpora.streamed?.rule,
            options: options, workers: workers)
        // Fields that the user named stay.
        guard let cut = grouping.summary.cut, options.fields.isEmpty, corpora.streamed == nil, cut.count < fields.count else {
            return
        }
        try self.init(
            train: train, test: test, selection: selection.leavingOut(cut, because: .crossing), rule: nil, options: options,
            workers: workers)
        grouping.noteCut(cut)
    }

    /// - Parameters:
    ///   - selection: The fields, with their mean lengths over the whole corpora.
    ///   - rule: The rule of the whole corpora, where these rows are a sample; nil to find it here.
    /// - Throws: ``AnalysisError/tooManyRows(found:maximum:)``.
    init(
        train: RecordTable, test: RecordTable, selection: FieldSelection, rule: GroupRule?, options: AnalysisOptions,
        workers: WorkerPool
    ) throws {
        let (fields, meanLengths) = (selection.used, selection.meanLengths)
        let count = train.count + test.count
        let most = Int(Int32.max) / max(fields.count, 1)
        guard count < most else { throw AnalysisError.tooManyRows(found: count, maximum: most) }
        self.train = train
        self.test = test
        self.selection = selection
        self.fields = fields
        nested = selection.nested
        let columns = fields.map { (train: train.column(named: $0), test: test.column(named: $0)) }
        self.meanLengths = meanLengths
        longest = selection.longest
        let canonical = CanonicalOrder(train, test, columns: columns, longest: longest, workers)
        let places = canonical.places
        order = FileOrder(fileRows: places.map(\.fileRow), isTest: places.map(\.isTest), trainCount: train.count)
        isTest = places.map(\.isTest)
        contents = places.map(\.content)
        trainRows = places.indices.filter { !places[$0].isTest }
        testRows = places.indices.filter { places[$0].isTest }

        var fingerprints = [UInt64](repeating: FieldColumn.missingFingerprint, count: count * fields.count)
        var segments = [Int32](repeating: 0, count: count * fields.count)
        var origins: [Int32] = []
        var starts = [0]
        for slot in fields.indices {
            let first = origins.count
            // Rows with the same text in the longest field are adjacent.
            let isSorted = slot == longest
            var known = HashIndex(capacity: isSorted ? 0 : count)
            for (row, place) in places.enumerated() {
                let number = Int(place.fileRow) + (place.isTest ? train.count : 0)
                let print = canonical.fingerprints[number * fields.count + slot]
                fingerprints[row * fields.count + slot] = print
                let segment: Int
                if isSorted {
                    let repeats = row > 0 && fingerprints[(row - 1) * fields.count + slot] == print
                    segment = origins.count - (repeats ? 1 : 0)
                } else {
                    segment = first + known.insert(print).number
                }
                if segment == origins.count { origins.append(Int32(row)) }
                segments[row * fields.count + slot] = Int32(segment)
            }
            starts.append(origins.count)
        }
        self.fingerprints = fingerprints
        rows = SegmentRows(slots: fields.count, segments: segments)
        let all = DistinctTexts(
            columns: columns, fieldStarts: starts, origins: origins.map { (places[Int($0)].isTest, places[Int($0)].fileRow) })
        eraser = FormEraser(
            options.ignoredForms,
            boilerplate: options.ignoredForms.contains(.boilerplate) ? CommonTexts.find(all, rows, isTest) : [])
        texts = all.erasing(eraser)
        // A short text beside a longer one, such as a question, nearly repeats another by its form alone.
        let looked = fields.indices.filter { $0 == selection.longest || meanLengths[$0] >= GroupRule.longField }
        let key: GroupedTexts.GroupKey?
        var proposed: [String] = []
        if let named = options.groupKey {
            key = .init(name: named.path, values: Self.fingerprints(ofKey: named.name, train, test, places), isFound: false)
            groupKey = named
        } else if options.findsGroups, rule == nil {
            let found = FoundKey.find(train, test, selection, folds: options.folds, seed: options.seed)
            proposed = found.proposed
            key = found.key.map {
                .init(name: $0.name, values: Self.fingerprints(ofKey: $0.name, train, test, places), isFound: true)
            }
            groupKey = try found.key.map { try FieldPath(name: $0.name, keys: [$0.name]) }
        } else {
            (key, groupKey) = (nil, nil)
        }
        grouping = Grouping(
            GroupedTexts(
                fields: fields, fingerprints: fingerprints, contents: contents,
                near: options.findsGroups ? Self.nearFirsts(texts, rows, fingerprints, looked, workers) : [],
                meanLengths: meanLengths,
                longest: longest, isTest: isTest, documents: Self.documents(train, test, places), key: key, proposed: proposed),
            rule: rule, folds: options.folds,
            findsGroups: options.findsGroups)
        folds =
            grouping.suffices(for: options.folds)
            ? Folds(grouping.groups, count: options.folds, isTest: isTest, seed: options.seed) : .single(rows: count)
    }

    /// Number of rows, both sides.
    package var count: Int { isTest.count }
    /// Which rows belong together.
    package var groups: Groups { grouping.groups }
    /// Whether either side has enough groups for cross-fitting.
    package var isFittable: Bool { folds.count > 1 }
    /// The groups of each segment, for document frequencies.
    var segmentGroups: SegmentGroups {
        SegmentGroups(rows: rows, groups: groups.ofRow, segmentCount: texts.segmentCount)
    }

    /// The rows with their sides and folds.
    package var labelled: LabelledRows {
        LabelledRows(rows: rows, isTest: isTest, folds: folds, groupCounts: groups.counts(isTest: isTest))
    }

    /// The fold of each training row that a model of one's own is to be cross-validated in: those of the discriminator, which are dealt
    /// out even where there are too few groups to fit one.
    func trainFolds(_ options: AnalysisOptions) -> [Int] {
        let own = isFittable ? folds : Folds(groups, count: options.folds, isTest: isTest, seed: options.seed)
        return trainRows.map { Int(own.ofRow[$0]) }
    }

    /// Position of a row in its own file.
    package func fileRow(_ row: Int) -> Int { order.fileRow(row) }

    /// The table that a row is in.
    package func table(_ row: Int) -> RecordTable { isTest[row] ? test : train }

    /// The group of every row, by the hash that identifies it elsewhere.
    package var groupHashes: [UInt64] {
        let width = fields.count
        return (0..<count).map { row in
            grouping.rule.hash(values: fingerprints[row * width..<(row + 1) * width], key: grouping.keys?[row])
        }
    }

    /// Key of the group of each training row.
    package var trainGroupKeys: [UInt64] { trainRows.map { groups.identities[Int(groups.ofRow[$0])] } }

    /// For each row and field, the fingerprint of the first text of its class of near-duplicates; they are looked for in `slots`.
    private static func nearFirsts(
        _ texts: DistinctTexts, _ rows: SegmentRows, _ fingerprints: [UInt64], _ slots: [Int], _ workers: WorkerPool
    ) -> [UInt64] {
        var near = fingerprints
        for slot in slots {
            let start = texts.fieldStarts[slot]
            let firsts = NearDuplicateClasses(texts, field: slot, workers: workers).firstOfText
            var ofText = [UInt64](repeating: 0, count: firsts.count)
            for row in 0..<rows.count { ofText[rows[row, slot] - start] = fingerprints[row * rows.slots + slot] }
            for row in 0..<rows.count {
                near[row * rows.slots + slot] = ofText[Int(firsts[rows[row, slot] - start])]
            }
        }
        return near
    }

    /// The document of each row, by the marks of its file; empty where there are none.
    private static func documents(
        _ train: RecordTable, _ test: RecordTable, _ places: [CanonicalOrder.Place]
    ) -> [UInt64] {
        let tables = [train, test]
        guard tables.contains(where: { !$0.documentStarts.isEmpty }) else { return [] }
        let documents = tables.enumerated().map { side, table -> [UInt64] in
            var ofRow = [UInt64](repeating: FieldColumn.missingFingerprint, count: table.count)
            for (number, start) in table.documentStarts.enumerated() {
                let end = number + 1 < table.documentStarts.count ? table.documentStarts[number + 1] : table.count
                let document = FeatureHasher.mix(UInt64(number), UInt64(side))
                for row in start..<end { ofRow[row] = document }
            }
            return ofRow
        }
        return places.map { documents[$0.isTest ? 1 : 0][Int($0.fileRow)] }
    }

    /// Fingerprint of the group key of each row.
    private static func fingerprints(
        ofKey key: String, _ train: RecordTable, _ test: RecordTable, _ places: [CanonicalOrder.Place]
    ) -> [UInt64] {
        let columns = [train, test].map { $0.column(named: key) }
        return places.map { columns[$0.isTest ? 1 : 0]?.tidyFingerprint(at: Int($0.fileRow)) ?? FieldColumn.missingFingerprint }
    }
}
