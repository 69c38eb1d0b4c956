import Foundation
import ShiftReport
import TestSupport
import Testing

/// Both languages have the same keys and arguments, or they would not compile; here is what the compiler does not see.
@Suite("The catalogues")
struct CatalogueTests {
    private static let languages = (english: Wording(.english).say, chinese: Wording(.chinese).say)

    /// Arguments that a sentence only asks about: whether something is one or many, or whether it is there.
    private static let unsaid: Set<String> = [
        "andMore count en", "andMore all en", "andMore count zh", "andMore all zh", "droppedFields count en",
        "droppedFields count zh",
        "corpus files en",
    ]

    @Test("Each key says something in each language, with all its arguments; Chinese is Chinese")
    func calls() {
        for call in CatalogueCall.all {
            for (name, catalogue) in [("en", Self.languages.english), ("zh", Self.languages.chinese)] {
                let text = call.call(catalogue)
                #expect(!text.isEmpty || call.name == "gap", "\(call.name)")
                for (argument, value) in call.arguments where !Self.unsaid.contains("\(call.name) \(argument) \(name)") {
                    #expect(text.contains(value), "\(call.name) \(argument) in \(text)")
                }
                let own = text.replacing(/<\w+>|\{\w+\}/, with: "")
                let isHan = own.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                #expect(name == "en" ? !isHan : isHan || Self.isNameless(own), "\(call.name): \(text)")
            }
        }
    }

    /// Marks, names and figures, which are the same in both languages.
    private static func isNameless(_ text: String) -> Bool {
        text.replacing(/AUC|Pareto|ICU|--[\w-]+|kfold|k̂|p_test/, with: "").allSatisfy { !$0.isLetter }
    }

    @Test("The calls are of all keys")
    func complete() throws {
        let folder = Repository.file("Sources/ShiftReport/Catalogue/Keys")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter {
                !["ErrorCatalogue.swift", "Catalogue.swift"].contains($0.lastPathComponent)
                    && !$0.lastPathComponent.contains("+")
            }
        let keys = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: /(?:var|func) (\w+)/).map { String($0.1) }
        }
        #expect(keys.count > 600)
        #expect(keys.sorted() == CatalogueCall.all.map(\.name).sorted())
    }

    @Test("Chinese says samples for rows, and lines only of files; brackets are full-width, ranges have a dash")
    func words() {
        // Line numbers and lines of a file.
        let lines: Set = [
            "placeOfLine", "line", "formExample", "sortLine", "textWithTabs", "skipped", "optionOnError", "optionDrawn",
            "moreOnHash",
            "text", "shortRows",
        ]
        for call in CatalogueCall.all {
            let text = call.call(Self.languages.chinese).replacing(/进行|运行|执行|可行|行业|走完|并行|换行/, with: "")
            if !lines.contains(call.name) { #expect(!text.contains("行"), "\(call.name): \(text)") }
            #expect(text.firstMatch(of: /[\u4E00-\u9FFF]\(|\)[\u4E00-\u9FFF]/) == nil, "\(call.name): \(text)")
            #expect(text.firstMatch(of: /[0-9] ?[到至] ?[0-9]/) == nil, "\(call.name): \(text)")
        }
    }

    /// Literals that are no sentences of the program's.
    private static let allowed: [(place: String, text: String, reason: String)] = [
        ("ParallelWork/", "both jobs have run", "a precondition"), ("ShiftModel/", "a table within its file", "a precondition"),
        ("ShiftModel/", "feature out of range", "a precondition"), ("SparseFeatures/", "segments must fill", "a precondition"),
        ("TextRecords/", "has a file", "a precondition"), ("TextRecords/Formats/Formats", "is not listed", "a precondition"),
        ("TextRecords/Formats/CSV/HeaderEvidence", "", "words in names of columns"),
        ("TextTokens/Form/TraditionalHan", "", "characters of a table"),
        ("ShiftPipeline/Corpora/FieldName", "", "words in names of fields"),
        ("ShiftPipeline/Corpora/FieldContent", "", "words in dates"),
        ("TextTokens/Rules/RuleTrial", "", "texts that the rules are tried on"),
        ("SparseFeatures/SurfaceFeatures", "", "names of features in the model file"),
        ("ShiftPipeline/Verbs/Audit/AuditSubject", "accuracy of a classifier of", "a name in JSON, which stays English"),
        ("ShiftPipeline/Verbs/Diagnose/LabelTasks", "", "names in JSON, which stay English"),
        ("ShiftReport/Text/ShellCommand", "", "commands as they are typed"),
        ("ShiftReport/Terminal/DiagnosisText", "has more than", "those names, to be put into other words"),
        ("ShiftReport/Page/Plots/", "key ", "classes of the page's style"),
        ("ShiftReport/Page/HTMLReport", "textshift-review", "the key of marks in the browser"),
        ("TextShiftCLI/Messages/ParserMessages", "", "the argument parser's sentences, to be put into other words"),
        ("TextShiftCLI/Commands/", "textshift ", "usage and examples: commands as they are typed"),
    ]

    private static func isAllowed(_ sentence: String, in file: String) -> Bool {
        allowed.contains { file.hasPrefix($0.place) && ($0.text.isEmpty || sentence.contains($0.text)) }
    }

    @Test("No sentence stands outside the catalogues")
    func search() throws {
        let sources = Repository.file("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("ShiftReport/Catalogue/") }
        #expect(files.count > 200)
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for sentence in Self.sentences(in: text) {
                #expect(Self.isAllowed(sentence, in: file), "\(file): \(sentence)")
            }
        }
    }

    @Test(
        "The search finds sentences, and nothing but them",
        arguments: [
            (#"let a = "no such file here""#, 1), (#"let a = "样本""#, 1), (#"let a = "two words""#, 0), (#"// "a b c d""#, 0),
            (#"let a = "\(x) of the rest""#, 1), ("let a = \"\"\"\n  one two three\n  \"\"\"", 1), (#"let a = "share""#, 0),
        ])
    func searches(source: String, count: Int) {
        #expect(Self.sentences(in: source).count == count)
    }

    /// String literals with two spaces between words, or with Han characters.
    private static func sentences(in source: String) -> [String] {
        let code = source.split(separator: "\n", omittingEmptySubsequences: false).filter {
            $0.prefixMatch(of: /\s*\/\//) == nil
        }
        .joined(separator: "\n")
        let literals = code.matches(of: /"""(?s:.*?)"""|"(?:\\.|[^"\\\n])*"/).map { String($0.0) }
        return literals.filter { literal in
            literal.replacing(/\\\([^()]*(?:\([^()]*\)[^()]*)*\)/, with: "x").firstMatch(
                of: /[A-Za-z]+ +[A-Za-z]+ +[A-Za-z]+|[\u4E00-\u9FFF]/)
                != nil
        }
    }
}
