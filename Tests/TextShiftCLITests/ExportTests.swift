import Foundation
import TestSupport
import Testing

@Suite("Files for other tools: --write and --export")
struct ExportTests {
    /// Fewer rows than folds: nothing is fitted, and every weight is 1.
    @Test func aTableStaysATable() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "\u{FEFF}text,label\r\n\"first row, quoted\",pos\r\nsecond row,neg\r\n\"third \"\"row\"\"\",pos", to: "train.csv")
        try folder.write("text,y\nthe only row,1\nof two rows,\"2\"\n", to: "test.csv")
        let written = try Program.run(
            [
                "analyze", "train.csv", "test.csv", "--output", "out", "--quiet", "--write", "csv", "--export", "vw",
                "--export",
                "fasttext", "--export", "lightgbm", "--export", "sklearn", "--export", "id-weight", "--pool", "1",
                "--validation-size", "5",
            ], in: folder)
        #expect(written.status == 0, "\(written.errors)")
        #expect(
            try folder.read("out/train.weighted.csv").replacing(#/(?<numbers>1\.0,0\.5),[0-4]/#) { $0.numbers }
                == "\u{FEFF}text,label,sample_weight,p_test,cv_fold\r\n\"first row, quoted\",pos,1.0,0.5\r\nsecond row,neg,1.0,0.5\r\n"
                + "\"third \"\"row\"\"\",pos,1.0,0.5")
        #expect(try folder.read("out/test.scored.csv") == "text,y,p_test\nthe only row,1,0.5\nof two rows,\"2\",0.5\n")
        #expect(try folder.read("out/train.remaining.csv") == "\u{FEFF}text,label,sample_weight,p_test,cv_fold\r\n")
        let drawn = try folder.read("out/validation.csv")
        #expect(drawn.hasPrefix("\u{FEFF}text,label\r\n"))
        #expect(drawn.components(separatedBy: "\r\n").filter { !$0.isEmpty }.count == 6)
        // Nothing remains beside a pool of everything; the files are there all the same.
        #expect(try folder.read("out/train.remaining.vw").isEmpty && folder.read("out/train.remaining.weight").isEmpty)
        #expect(try folder.bytes("out/train.remaining.weight.npy").count == 128)
        #expect(try folder.read("out/report.json").contains("train.remaining.vw.labels"))
    }

    @Test("Results of an export that are there already are kept, unless --force")
    func existing() throws {
        let folder = try LeaningCorpora.few()
        let arguments = ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"]
        try folder.makeFolder("out")
        try folder.write("mine", to: "out/train.remaining.vw")
        let refused = try Program.run(arguments + ["--export", "vw"], in: folder)
        #expect(refused.status == 2 && refused.errors.contains("train.remaining.vw"))
        #expect(try folder.contents().filter { $0.hasPrefix("out/") } == ["out/train.remaining.vw"])
        #expect(try Program.run(arguments + ["--export", "vw", "--force"], in: folder).status == 0)
        // Two labels are -1 and 1, and the list says which is which.
        #expect(
            try folder.read("out/train.remaining.vw").split(separator: "\n").allSatisfy {
                $0.hasPrefix("-1 ") || $0.hasPrefix("1 ")
            })
        #expect(try folder.read("out/train.remaining.vw.labels") == "-1\t0\n1\t1\n")
    }
}
