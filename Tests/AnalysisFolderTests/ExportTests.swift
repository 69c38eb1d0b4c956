import Foundation
import ImportanceWeights
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

/// What is written for a row, tool by tool.
@Suite struct ExportTests {
    private let workspace: TemporaryFolder

    init() throws { workspace = try TemporaryFolder() }

    private func table(_ lines: [String]) throws -> RecordTable {
        try RecordTable.read(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), path: "f")
    }

    private func subject(
        fields: [String] = ["text"], labels: Set<String> = [], idKey: String? = nil, seed: UInt64 = 42
    ) -> ExportSubject {
        ExportSubject(fields: fields, labelKey: "label", classes: LabelClasses(labels), idKey: idKey, seed: seed)
    }

    /// The file of these rows, written in two shares.
    private func written(_ source: any RowFile, _ lines: [String], weights: [Double], positions: [Int]? = nil) throws -> Data {
        let table = try table(lines)
        let folder = try OutputFolder(path: workspace.path(UUID().uuidString), replacing: false, names: [source.name])
        var file = try #require(try OpenRowFile(source, in: folder))
        var renderer = source.renderer()
        for rows in [0..<1, 1..<lines.count] {
            var rendered = RenderedRows()
            renderer.begin(table)
            for row in rows {
                try renderer.append(row, of: table, RowNumbers(weight: weights[row], pTest: 0.5), to: &rendered.bytes)
                rendered.positions.append(positions?[row] ?? row)
            }
            try file.add(rendered)
        }
        try file.finish()
        try folder.commit()
        return try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + source.name))
    }

    private func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

    @Test func vowpalWabbit() throws {
        let lines = [
            #"{"label": "yes", "title": "A | B", "text": "at 10:30\tsharp\nend "}"#,
            #"{"label": "no", "title": "中文a", "text": "他说：ok|"}"#,
            #"{"label": "no", "text": ""}"#,
        ]
        let export = VowpalWabbitExport(
            name: "f", subject: subject(fields: ["title", "text"], labels: ["yes", "no"]))
        #expect(
            text(try written(export, lines, weights: [0.5, 2, 1e-7])) == """
                1 0.5 |f A ｜ B at 10：30 sharp end
                -1 2.0 |f 中 文 a 他 说 ：ok｜
                -1 0.0000001 |f\u{20}

                """)
        #expect(export.companions.map { String(decoding: $0.bytes, as: UTF8.self) } == ["-1\tno\n1\tyes\n"])
    }

    @Test func labelsAreNumbersOrClasses() {
        #expect(LabelClasses(["1", "-2.5", "1e-3", ".5", "3."]).numbers.isEmpty)
        #expect(LabelClasses(["b", "a"]).numbers == ["a": -1, "b": 1])
        #expect(LabelClasses(["b", "1", "a"]).numbers == ["1": 1, "a": 2, "b": 3])
        #expect(LabelClasses(["only"]).numbers == ["only": 1])
        // Whole numbers in their own order; where there are very many they are quantities.
        #expect(LabelClasses(["0", "1"]).numbers == ["0": -1, "1": 1])
        #expect(LabelClasses(["10", "9", "-2"]).numbers == ["-2": 1, "9": 2, "10": 3])
        #expect(LabelClasses(["负面", "正面"]).numbers == ["正面": -1, "负面": 1])
        #expect(LabelClasses(Set((0...1000).map(String.init))).numbers.isEmpty)
        #expect(LabelClasses(["a", "b\tc\nd"]).listing == Array("-1\ta\n1\tb c d\n".utf8))
        for text in ["", ".", "1,5", "0x1", "nan", "1e", "--1", " 1"] { #expect(!LabelClasses.isNumber(text), "\(text)") }
    }

    @Test func fastText() throws {
        let lines = [
            #"{"label": "New York%", "text": "__label__x </s> a</s>"}"#, #"{"label": 3, "text": "好 的"}"#,
            #"{"label": true, "text": "never"}"#,
        ]
        let export = FastTextExport(name: "f", subject: subject())
        #expect(
            text(try written(export, lines, weights: [2, 1, 0])) == """
                __label__New%20York%25 _label__x <s> a</s>
                __label__New%20York%25 _label__x <s> a</s>
                __label__3 好 的

                """)
    }

    /// Over many rows, and over many seeds for one row, copies are as many as the weight says.
    @Test(arguments: [0.0, 0.1, 0.5, 0.999, 1, 1.25, 3.7])
    func copiesAreUnbiased(weight: Double) {
        let count = 40_000
        let fraction = weight - weight.rounded(.down)
        // Six standard errors.
        let tolerance = 6 * (fraction * (1 - fraction) / Double(count)).squareRoot() + 1e-9
        for bySeed in [false, true] {
            let copies = (0..<count).map { number in
                FastTextExport.copies(
                    weight: weight, seed: bySeed ? UInt64(number) : 7,
                    row: bySeed ? 11 : UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            }
            let isNearest = copies.allSatisfy { abs(Double($0) - weight) < 1 }
            #expect(isNearest)
            #expect(abs(Double(copies.reduce(0, +)) / Double(count) - weight) <= tolerance)
        }
    }

    @Test func lightGBM() throws {
        let lines = [String](repeating: "{\"text\": \"t\"}", count: 3)
        #expect(text(try written(LightGBMExport(name: "f"), lines, weights: [1, 0.25, 1e-9])) == "1.0\n0.25\n0.000000001\n")
    }

    @Test func numPy() throws {
        let lines = [String](repeating: "{\"text\": \"t\"}", count: 3)
        let data = try written(NumPyExport(name: "f"), lines, weights: [1, 0.5, -2.75])
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }"
        let padding = String(repeating: " ", count: 128 - 10 - header.utf8.count - 1) + "\n"
        #expect(
            Array(data) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0] + Array((header + padding).utf8)
                + [0, 0, 0x80, 0x3F, 0, 0, 0, 0x3F, 0, 0, 0x30, 0xC0])
        #expect(NumPyExport.header(count: 0).count == 128 && NumPyExport.header(count: .max).count == 128)
    }

    @Test func identifiersOrNumbers() throws {
        let lines = [#"{"id": "a\tb", "text": "t"}"#, #"{"id": 7, "text": "t"}"#, #"{"id": "é", "text": "t"}"#]
        #expect(
            text(try written(IDWeightExport(name: "f", key: "id"), lines, weights: [1, 2, 0.5])) == "a b\t1.0\n7\t2.0\né\t0.5\n"
        )
        #expect(
            text(try written(IDWeightExport(name: "f", key: nil), lines, weights: [1, 2, 0.5], positions: [3, 8, 9]))
                == "4\t1.0\n9\t2.0\n10\t0.5\n")
    }

    @Test(arguments: [
        ("a  b\u{3000}c\u{A0}\n", "a b c"), ("我爱NLP2。", "我 爱 NLP2。"), ("カタカナ", "カ タ カ ナ"), ("𠀀x", "𠀀 x"), ("\u{0}\u{85} ", ""),
        ("a，b", "a，b"),
    ])
    func plainWords(text: String, words: String) {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { PlainWords.append($0, to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == words)
    }
}
