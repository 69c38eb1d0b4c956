import Foundation
import TextRecords

/// Chinese in simplified characters, in the words of competitions and of the field.
struct ChineseCatalogue: Catalogue {
    /// Names joined as alternatives.
    static func joined(_ names: [String], _ last: String) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: "、") + " \(last) " + (names.last ?? "")
    }
}

/// What errors are put together from.
extension ChineseCatalogue {
    func name(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "文本"
        case .number: "数字"
        case .boolean: "真假值"
        case .null: "null"
        case .array: "数组"
        case .object: "对象"
        case .missing: "缺失"
        }
    }

    /// The system has no Chinese of its own; what is not here stays as it says it.
    func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "没有这个文件或文件夹"
        case EACCES: "权限不够"
        case EPERM: "不允许这样做"
        case EEXIST: "已经存在"
        case EISDIR: "这是文件夹"
        case ENOTDIR: "路径中有一段不是文件夹"
        case ENOSPC: "磁盘已满"
        case EDQUOT: "超出磁盘配额"
        case EROFS: "文件系统是只读的"
        case EIO: "读写出错"
        case EBADF: "文件已经关闭"
        case EMFILE, ENFILE: "打开的文件太多"
        case EFBIG: "文件太大"
        case ENAMETOOLONG: "名称太长"
        case ELOOP: "链接绕成了圈"
        case EPIPE: "读的一方已经关闭"
        case ESPIPE: "不能在管道里跳转"
        case ENXIO: "没有这个设备"
        case ENOMEM: "内存不够"
        default: "\(String(cString: strerror(code)))（errno \(code)）"
        }
    }

    var outOfMemory: StaticString {
        """
        错误：内存不够；请让 analyze 和 fit 少用些样本拟合（--fit-memory 128MiB、--fit-rows 50000），减少 --threads，或允许程序使用更多内存\
        （ulimit -v）

        """
    }

    /// The available fields.
    func list(_ fields: [String]) -> String {
        fields.isEmpty ? "没有任何字段" : "现有：" + fields.map(printable).joined(separator: "、")
    }

    /// A few values in quotes.
    func some(_ values: [String]) -> String { values.map { "“\(printable($0))”" }.joined(separator: "、") }

    func printable(_ text: String) -> String { PrintableText.of(text) }
    func at(_ place: SourceLocation) -> String { PrintableText.at(place) }
}
