import Foundation
import ShiftPipeline
import ShiftReport
import TestSupport
import Testing
import TextRecords

/// A small file of the shape of a public one, with texts of our own, and what is to be said of it.
struct PeekedFile: Sendable, CustomTestStringConvertible {
    /// The repository and path of the file that it is modelled after; nil for a shape that is common.
    var model: String?
    var name: String
    var content: [UInt8]
    var format: String
    var rows: Int
    var used: [String]
    var remarks: [ReadingRemark.Kind] = []
    var encoding = "UTF-8"
    var testDescription: String { "\(name) as \(model ?? "usual")" }

    init(
        _ model: String?, _ name: String, _ text: String, _ format: String, _ rows: Int, _ used: [String],
        _ remarks: [ReadingRemark.Kind] = [], bytes: [UInt8]? = nil, encoding: String = "UTF-8"
    ) {
        (self.model, self.name, self.format, self.rows, self.used, self.remarks) = (model, name, format, rows, used, remarks)
        content = bytes ?? Array(text.utf8)
        self.encoding = encoding
    }
}

/// Made-up texts.
private enum Made {
    static let words = "river stone market engine doctor garden winter signal paper silver bridge forest cloud window".split(
        separator: " ")
    static let han = Array("河流石头市场引擎医生花园冬天信号纸张银色桥梁森林云朵窗户")

    static func english(_ row: Int, _ count: Int = 9) -> String {
        (0..<count).map { String(words[(row * 7 + $0 * (row % 5 + 1)) % words.count]) }.joined(separator: " ") + " \(row)"
    }
    static func chinese(_ row: Int, _ count: Int = 14) -> String {
        String((0..<count).map { han[(row * 5 + $0 * (row % 7 + 1)) % han.count] })
    }
    static func lines(_ count: Int = 30, _ line: (Int) -> String) -> String { (0..<count).map { line($0) + "\n" }.joined() }
    static func list(_ count: Int = 30, _ element: (Int) -> String) -> String {
        "[" + (0..<count).map(element).joined(separator: ",\n ") + "]"
    }
    static func sentence(_ row: Int, _ token: (Int, String) -> String) -> String {
        words.prefix(6).enumerated().map { token($0, String($1)) + "\n" }.joined() + "\n"
    }
}

private let files: [PeekedFile] = [
    PeekedFile(
        "UniversalDependencies/UD_English-EWT en_ewt-ud-dev.conllu", "dev.conllu",
        "# newdoc id = a\n"
            + (0..<30).map { row in
                "# sent_id = s\(row)\n# text = x\n"
                    + Made.sentence(row) { "\($0 + 1)\t\($1)\t\($1)\tNOUN\tNN\t_\t0\troot\t0:root\t_" }
            }.joined(), "conllu", 30, ["text"]),
    PeekedFile(
        "UniversalDependencies/UD_English-EWT not-to-release/sources/answers/20070404104007AAY1Chs_ans.xml.conllu",
        "a.xml.conllu",
        (0..<20).map { row in
            "# sent_id = s\(row)\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\t_\t_\t0\troot\t_\t_\n2\tnot\tnot\tPART\t_\t_\t1\tadvmod\t_\t_\n"
                + "2.1\tgo\tgo\tVERB\t_\t_\t_\t_\t1:dep\t_\n3\t\(Made.words[row % 14])\tx\tNOUN\t_\t_\t1\tobj\t_\t_\n\n"
        }.joined(), "conllu", 20, ["text"]),
    PeekedFile(
        "hltcoe/golden-horse data/weiboNER.conll.train", "weiboNER.conll.train",
        (0..<30).map { row in
            Made.chinese(row).enumerated().map { "\($1)\($0 % 3)\t\($0 == 2 ? "B-PER.NOM" : "O")\n" }.joined() + "\n"
        }.joined(),
        "conll", 30, ["text"], [.positionDigits]),
    PeekedFile(
        "synalp/NER groups.pn.tab.lc.train", "groups.tab.train",
        (0..<30).map { row in Made.sentence(row) { "\($1)\tNN\t\($0 == 1 ? "pn" : "no")" } }.joined(), "conll", 30, ["text"]),
    PeekedFile(
        "synalp/NER res/giga1000.conll03", "giga1000.conll03",
        "-DOCSTART- -X- -X- O\n\n"
            + (0..<30).map { row in Made.sentence(row) { "\($1) NN I-NP \($0 == 1 ? "I-ORG" : "O")" } }.joined(),
        "conll", 30, ["text"]),
    PeekedFile(
        "tatsu-lab/stanford_alpaca data/alpaca_5000.json", "alpaca.json",
        Made.list {
            "{\n    \"instruction\": \"\(Made.english($0))\",\n    \"input\": \"\",\n    \"output\": \"\(Made.english($0 + 50))\"\n  }"
        },
        "json", 30, ["instruction"]),
    PeekedFile(
        "tatsu-lab/stanford_alpaca seed_tasks.jsonl", "seed_tasks.jsonl",
        Made.lines {
            "{\"id\": \"seed_task_\($0)\", \"instruction\": \"\(Made.english($0))\", \"instances\": [{\"input\": \"\", \"output\": \"x\"}], \"is_classification\": false}"
        },
        "jsonl", 30, ["instruction"]),
    PeekedFile(
        "PolyAI-LDN/task-specific-datasets banking_data/test.csv", "banking.csv",
        "text,category\n" + Made.lines { "\"\(Made.english($0)), please?\",card_\(["arrival", "delivery"][$0 % 2])" }, "csv",
        30, ["text"]),
    PeekedFile(
        "PolyAI-LDN/task-specific-datasets nlupp/data/banking/fold0.json", "fold0.json",
        Made.list {
            "{\"text\": \"\(Made.english($0))\", \"intents\": [\"a\", \"b\"], \"slots\": {\"date\": {\"text\": \"x\", \"span\": [0, 1]}}}"
        },
        "json", 30, ["text"]),
    PeekedFile(
        "PolyAI-LDN/task-specific-datasets span_extraction/restaurant8k/test.json", "restaurant8k.json",
        Made.list { "{\"split\": \"test\", \"userInput\": {\"text\": \"\(Made.english($0))\"}, \"context\": {}}" }, "json", 30,
        []),
    PeekedFile(
        "PolyAI-LDN/task-specific-datasets banking_data/categories.json", "categories.json",
        "[\n" + (0..<30).map { "  \"\(Made.english($0, 3))\"" }.joined(separator: ",\n") + "\n]", "json", 30, ["text"], [.texts]
    ),
    PeekedFile(
        "cardiffnlp/tweeteval datasets/sentiment/val_text.txt", "val_text.txt",
        Made.lines { "\"\(Made.english($0)) \\u2019 @user #x\"" }, "text", 30,
        ["text"]),
    PeekedFile(
        "cardiffnlp/tweeteval datasets/sentiment/mapping.txt", "mapping.txt", "0\tnegative\n1\tneutral\n2\tpositive\n", "text",
        3, ["text"]),
    PeekedFile(
        "thunlp/FewRel data/pubmed_unsupervised.json", "pubmed.json",
        Made.list {
            "{\"tokens\": [\"\(Made.words[$0 % 14])\", \"of\"], \"h\": [\"x\", \"C1\", [[0]]], \"t\": [\"y\", \"C2\", [[1]]]}"
        }, "json", 30, ["tokens"]),
    PeekedFile(
        "thunlp/FewRel data/pid2name.json", "pid2name.json",
        "{" + (0..<30).map { "\"P\($0)\": [\"\(Made.english($0, 2))\", \"\(Made.english($0))\"]" }.joined(separator: ", ")
            + "}", "jsonl", 1, (0..<30).map { "P\($0)" }),
    PeekedFile(
        "t-davidson/hate-speech-and-offensive-language data/labeled_data.csv", "labeled_data.csv",
        ",count,class,tweet\n" + Made.lines { "\($0),3,\($0 % 3),\"!!! RT @x: \(Made.english($0))\n\"\"said\"\"\"" }, "csv", 30,
        ["tweet"]),
    PeekedFile(
        "openai/grade-school-math grade_school_math/data/train.jsonl", "gsm.jsonl",
        Made.lines { "{\"question\": \"\(Made.english($0))?\", \"answer\": \"\(Made.english($0))\\n#### \($0)\"}" }, "jsonl",
        30, ["question"]),
    PeekedFile(
        "sonos/nlu-benchmark 2017-06-custom-intent-engines/PlayMusic/train_PlayMusic.json", "train_PlayMusic.json",
        "{\n\"PlayMusic\": "
            + Made.list { "{\"data\": [{\"text\": \"\(Made.english($0))\"}, {\"text\": \"x\", \"entity\": \"y\"}]}" } + "\n}",
        "json", 30, [],
        [.recordsAt]),
    PeekedFile(
        "clinc/oos-eval data/domains.json", "domains.json",
        "{\n" + (0..<6).map { "\"d\($0)\": [\"\(Made.english($0, 2))\", \"b\", \"c\"]" }.joined(separator: ",\n") + "}", "json",
        3, [],
        [.columns]),
    PeekedFile(
        "clinc/oos-eval data/all_wiki_sents.txt", "all_wiki_sents.txt", Made.lines { Made.english($0) + "." }, "text", 30,
        ["text"]),
    PeekedFile(
        "sonos/nlu-benchmark 2017-06-custom-intent-engines/GetWeather/validate_GetWeather.json", "validate_GetWeather.json",
        "{\"GetWeather\": " + Made.list { "{\"text\": \"\(Made.english($0))\", \"data\": []}" } + "}", "json", 30, ["text"],
        [.recordsAt]),
    PeekedFile(
        nil, "toutiao.txt", Made.lines { "\(6551700 + $0)_!_\(100 + $0 % 5)_!_news_\($0 % 3)_!_\(Made.chinese($0))_!_" },
        "text", 30, ["text"], [.separator]),
    PeekedFile(
        nil, "emotion.txt", Made.lines(60) { "\(Made.english($0));\(["sadness", "joy", "anger"][$0 % 3])" }, "csv", 60,
        ["text"], [.delimiter, .textAndLabel]),
    PeekedFile(nil, "thucnews.txt", Made.lines { "\(Made.chinese($0))\t\($0 % 10)" }, "tsv", 30, ["text"], [.textAndLabel]),
    PeekedFile(
        nil, "cnews.train.txt", Made.lines { "\(["体育", "财经"][$0 % 2])\t\(Made.chinese($0, 40))" }, "tsv", 30, ["text"],
        [.textAndLabel]),
    PeekedFile(
        nil, "cooking.train", Made.lines { "__label__a __label__b \(Made.english($0))" }, "fasttext", 30, ["text"], [.fastText]),
    PeekedFile(
        nil, "ag.train", Made.lines { "__label__\($0 % 4) , \(Made.english($0))" }, "fasttext", 30, ["text"], [.fastText]),
    PeekedFile(
        nil, "bars.psv", "id|note|grade\n" + Made.lines { "\($0)|\(Made.english($0)), and more|\($0 % 2)" }, "csv", 30,
        ["note"], [.delimiter]),
    PeekedFile(
        nil, "excel.csv", "sep=;\r\nid;text\r\n" + (0..<30).map { "\($0);\"\(Made.english($0)); so\"\r\n" }.joined(), "csv", 30,
        ["text"], [.delimiter]),
    PeekedFile(
        nil, "old.csv", "id,text\r" + (0..<30).map { "\($0),\(Made.english($0))\r" }.joined(), "csv", 30, ["text"],
        [.macLineEnds]),
    PeekedFile(
        nil, "index.json",
        "{\"hits\": {\"total\": 30, \"hits\": "
            + Made.list { "{\"_index\": \"i\", \"_source\": {\"body\": \"\(Made.english($0))\"}}" } + "}}", "json",
        30, ["body"], [.recordsAt]),
    PeekedFile(
        nil, "viewer.json",
        "{\"features\": [{\"name\": \"t\"}], \"rows\": "
            + Made.list { "{\"row_idx\": \($0), \"row\": {\"t\": \"\(Made.english($0))\"}, \"truncated_cells\": []}" } + "}",
        "json", 30, ["t"], [.recordsAt, .listsPassedOver]),
    PeekedFile(
        nil, "nlu.json",
        "{\"rasa_nlu_data\": {\"regex_features\": [], \"common_examples\": "
            + Made.list { "{\"text\": \"\(Made.english($0))\", \"intent\": \"x\", \"entities\": []}" } + "}}",
        "json", 30, ["text"], [.recordsAt]),
    PeekedFile(
        nil, "keyed.json",
        "{"
            + (0..<30).map { "\"q\($0)\": {\"query\": \"\(Made.english($0))\", \"facts\": [{\"a\": 1}]}" }.joined(
                separator: ",\n") + "}", "json", 30,
        ["query"], [.recordsByKey]),
    PeekedFile(
        nil, "frame.json",
        "{\"text\":{" + (0..<30).map { "\"\($0)\":\"\(Made.english($0))\"" }.joined(separator: ",") + "},\"label\":{"
            + (0..<30).map { "\"\($0)\":\($0 % 2)" }.joined(separator: ",")
            + "}}", "json", 30, ["text"], [.columns]),
    PeekedFile(
        nil, "pretty.json",
        (0..<30).map { "{\n  \"title\": \"\(Made.english($0, 3))\",\n  \"body\": \"\(Made.english($0))\"\n}\n" }.joined(),
        "json", 30, ["title", "body"], [.objects]),
    PeekedFile(
        nil, "scores.jsonl", Made.lines { "{\"text\": \"\(Made.english($0))\", \"score\": \($0 == 3 ? "NaN" : "0.5")}" },
        "jsonl", 30, ["text"]),
    PeekedFile(
        nil, "wide.tsv", "", "tsv", 30, ["text"],
        bytes: Array("id\ttext\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            + Made.lines { "\($0)\t\(Made.chinese($0))" }.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        encoding: "UTF-16LE"),
    PeekedFile(
        nil, "germeval.tsv",
        (0..<30).map { row in "#\tsource \(row)\n" + Made.sentence(row) { "\($0 + 1)\t\($1)\t\($0 == 2 ? "B-LOC" : "O")\tO" } }
            .joined(), "conll", 30, ["text"]),
    PeekedFile(
        nil, "tokens.test", (0..<30).map { row in Made.sentence(row) { $1 } }.joined(), "conll", 30, ["text"], [.untagged]),
    PeekedFile(
        nil, "quoted.tsv", "id\ttext\n" + Made.lines { "\($0)\t\"<p>\n\t\(Made.english($0))</p>\"" }, "tsv", 30, ["text"]),
    PeekedFile(
        nil, "ragged.csv", "v1,v2,,,\n" + Made.lines { "ham,\(Made.english($0))" + ($0 % 2 == 0 ? ",,," : "") }, "csv", 30,
        ["v2"]),
    PeekedFile(nil, "poem.txt", Made.lines { $0 % 5 == 4 ? "" : Made.chinese($0, 7) + "，" }, "text", 24, ["text"]),
]

@Suite("What would be read of a file")
struct PeekTests {
    @Test("Files of forty shapes, half of them of public files", arguments: files)
    func file(_ file: PeekedFile) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/\(file.name)"
            try Data(file.content).write(to: URL(fileURLWithPath: path))
            let peek = try Peek([path])
            let found = peek.files[0]
            #expect(found.format == file.format)
            #expect(found.rows == file.rows)
            #expect(found.encoding == file.encoding)
            #expect(peek.used == file.used)
            #expect(found.remarks.map(\.kind) == file.remarks)
            #expect(found.skipped == 0)
        }
    }

    @Test("There are forty, and twenty after public files")
    func count() {
        #expect(files.count >= 40 && files.count { $0.model != nil } >= 20)
    }

    @Test("What is printed, in both languages")
    func text() throws {
        try withTemporaryFolder { folder in
            let names = ["train file.csv", "test.csv"].map { "\(folder)/\($0)" }
            for name in names {
                try ("id|note|grade\n" + Made.lines { "\($0)|\(Made.english($0))|\($0 % 2)" }).write(
                    toFile: name, atomically: false, encoding: .utf8)
            }
            let peek = try Peek(names)
            let text = PeekText.text(peek).replacing(folder, with: "F")
            #expect(
                text.hasPrefix(
                    """
                    F/train file.csv: csv, with bars between cells, UTF-8, 30 rows
                        id     text    100%  0 | 1 | 2
                      * note   text    100%  \(Made.english(0).prefix(59))… |\u{20}
                    """))
            #expect(
                text.hasSuffix(
                    "By name:\n  textshift analyze 'F/train file.csv' F/test.csv --format csv --delimiter '|' --field note\n"))
            let alone = PeekText.text(try Peek([names[1]]), language: .chinese)
            #expect(
                alone.contains("30 条")
                    && alone.hasSuffix(
                        "写明选项：\n  textshift analyze \(names[1]) TEST --format csv --delimiter '|' --field note\n")
            )
        }
    }

    @Test("What cannot be read is counted, with the first of it")
    func skipped() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.jsonl"
            try "{\"text\": \"one\"}\nnope\n".write(toFile: path, atomically: false, encoding: .utf8)
            let found = try Peek([path]).files[0]
            #expect(found.rows == 1 && found.skipped == 1 && found.firstError?.location?.line == 2)
        }
    }
}
