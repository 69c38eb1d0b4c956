import Foundation
import ShiftReport
import TextRecords

extension FolderError: LocalizedError {
    /// The sentence that the program prints: where, what was found, what was expected, what to do.
    public var errorDescription: String? { ErrorWording.printable(text) }

    private var text: String {
        func printable(_ text: String) -> String { ErrorWording.printable(text) }
        func count(_ number: Int, _ noun: String) -> String { ErrorWording.count(number, noun) }
        func list(_ fields: [String]) -> String { ErrorWording.list(fields) }
        return switch self {
        case .tablesDiffer(let paths):
            "error: \(paths.map(printable).joined(separator: ", ")) have other columns or delimiters than each other and cannot be "
                + "written as one table; leave out --write"
        case .notOfFormat(let format, let path, let found):
            "\(path): error: --write \(format.rawValue) needs \(format == .squad ? "a SQuAD document" : "tables"), this is read as "
                + "\(found.rawValue); leave the option out, or say how the file is written with --format"
        case .labelAbsent(let export, let key, let path, let available):
            "\(path): error: --export \(export.rawValue) needs a label, and no record has the field \"\(printable(key))\"; "
                + "name the label with --label; there \(list(available))"
        case .labelMissing(let key, let path, let rows, let line):
            "\(path)\(line.map { ":\($0)" } ?? ""): error: \(count(rows, "record")) without the label \"\(printable(key))\"; "
                + "an export needs one in each: fill them in, or leave such records out"
        case .labelIsNoScalar(let place, let key, let found):
            "\(ErrorWording.at(place)): error: the label \"\(printable(key))\" is \(ErrorWording.name(found)), expected text, a number, or true or false; "
                + "name another field with --label"
        case .tooManyClasses(let key, let path, let maximum):
            "\(path): error: the label \"\(printable(key))\" has more than \(maximum) different values that are no numbers; "
                + "name another field with --label"
        case .idMissing(let key, let path, let rows, let missing):
            "\(path): error: \(count(rows, "record")) without text or a number in \"\(printable(key))\" (\(missing) without a value); "
                + "--export id-weight needs one in each: name another field with --id"
        case .reportMalformed(let path, let key):
            "\(path): error: this is no report of textshift\(key.map { ": \"\($0)\" is missing or of another kind" } ?? ""); "
                + "run textshift analyze again"
        case .reportOfOtherSchema(let path, let found, let expected):
            "\(path): error: the report has schema \(found), expected \(expected): another version of textshift wrote it; "
                + "run textshift analyze again"
        case .otherEstimates(let path):
            "\(path): error: the file holds other estimates already and was left as it is; name another one with --output, or --force "
                + "to replace it"
        }
    }
}
