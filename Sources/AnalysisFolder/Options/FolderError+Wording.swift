import ShiftReport
import TextRecords

extension FolderError: WordedError {
    package func text(_ wording: Wording) -> String {
        let say = wording.say
        func printable(_ text: String) -> String { PrintableText.of(text) }
        // The verb that writes a document.
        func verb(_ path: String) -> String { path.hasSuffix(FolderDocument.estimatesName) ? "estimate" : "analyze" }
        return switch self {
        case .tablesDiffer(let paths): say.tablesDiffer(paths: wording.list(paths.map(printable)))
        case .notOfFormat(.squad, let path, let found):
            say.notSquad(option: OutputFormat.squad.rawValue, path: path, found: found.rawValue)
        case .notOfFormat(let format, let path, let found):
            say.notTable(option: format.rawValue, path: path, found: found.rawValue)
        case .labelAbsent(let export, let key, let path, let available):
            say.exportNeedsLabel(export: export.rawValue, key: printable(key), path: path, available: available)
        case .labelMissing(let key, let path, let rows, let line):
            say.recordsWithoutLabel(key: printable(key), place: path + (line.map { ":\($0)" } ?? ""), rows: rows)
        case .labelIsNoScalar(let place, let key, let found):
            say.labelIsNoScalar(place: PrintableText.at(place), key: printable(key), found: say.name(found))
        case .tooManyClasses(let key, let path, let most):
            say.tooManyClasses(key: printable(key), path: path, most: most)
        case .idMissing(let key, let path, let rows, let missing):
            say.recordsWithoutID(key: printable(key), path: path, rows: rows, missing: missing)
        case .reportMalformed(let path, let key): say.notAReport(path: path, key: key, verb: verb(path))
        case .reportOfOtherSchema(let path, let found, let expected):
            say.reportOfOtherSchema(path: path, found: found, expected: expected, verb: verb(path))
        case .memberUnusable(let path, let member, let found, let expected):
            say.memberUnusable(
                path: path, member: printable(member), found: printable(found), expected: Self.text(expected, wording),
                verb: verb(path))
        case .documentTooLarge(let path, let bytes, let most):
            say.documentTooLarge(path: path, bytes: bytes, most: most, verb: verb(path))
        case .otherEstimates(let path): say.otherEstimates(path: path)
        }
    }

    private static func text(_ expected: ExpectedValue, _ wording: Wording) -> String {
        let say = wording.say
        return switch expected {
        case .flag: say.trueOrFalse
        case .text: say.aText
        case .object: say.anObject
        case .list: say.aList
        case .number: say.aNumber
        case .wholeNumbers(let range):
            say.wholeNumber(least: NumberText.typed(range.lowerBound), greatest: NumberText.typed(range.upperBound))
        case .numbers(let range):
            say.number(least: NumberText.typed(range.lowerBound), greatest: NumberText.typed(range.upperBound))
        case .oneOf(let texts): say.either(names: texts)
        case .listOfLength(let length): say.listOfLength(length)
        case .risingNumbers: say.risingNumbers
        case .fileName: say.aFileName
        }
    }
}
