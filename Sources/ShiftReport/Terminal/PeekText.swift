import Foundation
import ShiftPipeline
import TextRecords

/// What `textshift peek` prints.
public enum PeekText {
    /// The text, in one language.
    public static func text(_ peek: Peek, language: Language = .english) -> String {
        let wording = Wording(language)
        var text = peek.files.map { file($0, wording) }.joined(separator: "\n")
        if peek.used.isEmpty {
            text +=
                "\n"
                + wording.say(
                    "Nothing in it can be compared by itself; name a field with --field.", "没有能自动比较的字段；请用 --field 指定。") + "\n"
        } else {
            text += "\n" + wording.say("By name:", "写明选项：") + "\n  \(command(peek))\n"
        }
        return ErrorWording.printableLines(text)
    }

    private static func file(_ file: Peek.File, _ wording: Wording) -> String {
        var how = [file.format]
        if let delimiter = file.delimiter, delimiter != "," { how.append(ReadingWording.delimiter(delimiter)) }
        how.append(file.encoding)
        if let packing = file.packing { how.append(packing.rawValue) }
        let rows = wording.say(ErrorWording.count(file.rows, "row"), "\(file.rows) 行")
        var text = "\(file.path): \(how.joined(separator: ", ")), \(rows)\n"
        for remark in file.remarks {
            if let said = ReadingWording.text(remark) { text += "  \(said)\n" }
        }
        if file.shortRows > 0 { text += "  \(ReadingWording.shortRows(file.shortRows))\n" }
        if file.skipped > 0 {
            let first = file.firstError.map { ": \($0.localizedDescription)" } ?? ""
            text +=
                "  " + wording.say("\(ErrorWording.count(file.skipped, "record")) cannot be read", "\(file.skipped) 条记录无法读取")
                + "\(first)\n"
        }
        let width = min(24, file.fields.map { DisplayText.width($0.name) }.max() ?? 0)
        for field in file.fields.prefix(shownFields) {
            let name = field.name + String(repeating: " ", count: max(0, width - DisplayText.width(field.name)))
            let share = String(format: "%3.0f%%", (field.filled * 100).rounded(.down))
            let mark = field.isUsed ? "*" : " "
            let kind = wording.kind(field.kind).padding(toLength: 7, withPad: " ", startingAt: 0)
            text += "  \(mark) \(name)  \(kind) \(share)  \(field.values.joined(separator: " | "))\n"
        }
        if file.fields.count > shownFields {
            text +=
                "    " + wording.say("and \(file.fields.count - shownFields) more", "另有 \(file.fields.count - shownFields) 个")
                + "\n"
        }
        // What keeps rows together will stand here.
        return text
    }

    /// Fields that are shown of a file.
    private static let shownFields = 40

    /// The line that reads the first two files as they were read, with nothing left to be found.
    private static func command(_ peek: Peek) -> String {
        let files = peek.files.prefix(2)
        var words = ["textshift", "analyze"] + files.map { ForeignWording.shell($0.path) }
        if files.count < 2 { words.append("TEST") }
        func common<Value: Equatable>(_ value: (Peek.File) -> Value) -> Value? {
            files.first.map(value).flatMap { first in files.allSatisfy { value($0) == first } ? first : nil }
        }
        let kinds = files.flatMap { $0.remarks.map(\.kind) }
        if !kinds.contains(.textAndLabel), let format = common(\.format) { words += ["--format", format] }
        if let encoding = common(\.encoding), encoding != "UTF-8" { words += ["--encoding", encoding] }
        if let delimiter = common(\.delimiter) ?? nil, delimiter != "," {
            words += ["--delimiter", ForeignWording.shell(delimiter)]
        }
        if kinds.contains(.numberedColumns) { words.append("--no-header") }
        for field in peek.used { words += ["--field", ForeignWording.shell(field)] }
        return words.joined(separator: " ")
    }
}

extension Wording {
    /// What most values of a field are, in a word.
    fileprivate func kind(_ kind: ValueKind) -> String {
        switch kind {
        case .text: say("text", "文本")
        case .number: say("number", "数字")
        case .boolean: say("flag", "真假")
        case .null, .missing: say("empty", "空")
        case .array: say("list", "列表")
        case .object: say("object", "对象")
        }
    }
}
