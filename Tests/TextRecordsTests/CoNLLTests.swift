import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct CoNLLTests {
    static let english = """
        -DOCSTART- -X- -X- O

        EU NNP B-NP B-ORG
        rejects VBZ B-VP O
        German JJ B-NP B-MISC\r
        call NN I-NP O

        Peter NNP B-NP B-PER

        """

    @Test func oneRecordASentence() throws {
        let table = try table(Self.english)
        #expect(table.format == .conll)
        #expect(table.columns.map(\.name) == ["text", "tokens", "labels"])
        #expect(try strings(table, "text") == ["EU rejects German call", "Peter"])
        #expect(try strings(table, "tokens") == ["EU\nrejects\nGerman\ncall", "Peter"])
        #expect(try strings(table, "labels") == ["B-ORG\nO\nB-MISC\nO", "B-PER"])
        #expect((0..<2).map { table.location(ofRecord: $0).line } == [3, 8])
        #expect(Array(table.recordBytes(1)) == Array("Peter NNP B-NP B-PER".utf8))
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 0, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"text": "EU rejects German call", "tokens": ["EU", "rejects", "German", "call"], "labels": ["B-ORG", "O", "B-MISC", "O"]}"#
        )
        try #require(CorpusSurvey(whole: table, findsFrequent: false).field(named: "tokens")).requireText()
    }

    @Test(arguments: [
        ("海 O\n钓 O\n在 O\n厦 B-LOC\n门 I-LOC", "海钓在厦门"),
        ("我\tO\n用\tO\niPhone\tB-X\n1\tO\n5\tO\n，\tO\nO\tO\nK\tO", "我用iPhone 15，OK"),
        ("2 O\n0 O\n1 O\n8 B-T", "2018"),
        ("The O\nword O\n中国 B-LOC\nmeans O\nChina B-LOC", "The word 中国 means China"),
        ("北京 B-LOC\n欢迎 O\nVisual O\nStudio O\n“ O\n你 O\n” O", "北京欢迎Visual Studio“你”"),
        ("New York\tB-LOC\nrocks\tO", "New York rocks"),
        ("Ünï O\n\u{1F600} O\nok B-X", "Ünï \u{1F600} ok"),
    ])
    func tokensAreJoined(rows: String, text: String) throws {
        let table = try table(rows)
        #expect(table.format == .conll)
        #expect(try strings(table, "text") == [text])
    }

    /// One wrong number among many sentences leaves the words words.
    @Test(arguments: [("7\t", 2), ("x\t", 0), ("2\t", 19), ("\t", 5)])
    func aWrongNumberIsNoOtherFormat(number: String, sentence: Int) throws {
        let sentences = (0..<20).map { place in
            let words = ["rooms", "were", "clean"].enumerated().map { at, word in
                let own = place == sentence && at == 1 && !number.hasPrefix("\t") ? number : "\(at + 1)\t"
                return own + "\(word)\t\(word)\tNOUN\t_\t_\t0\troot\t_\t_"
            }
            return "# sent_id = s\(place)\n" + words.joined(separator: "\n")
        }
        let table = try table(sentences.joined(separator: "\n\n") + "\n\n")
        #expect(table.format == .conllu)
        #expect(try strings(table, "text") == [String](repeating: "rooms were clean", count: 20))
        #expect(try strings(table, "id").first == "s0")
    }

    /// A test set has no tags.
    @Test func tokensAlone() throws {
        let table = try table("海\n钓\n\n# one\n在\r\n厦\n", format: .conll)
        #expect(table.columns.map(\.name) == ["text", "tokens"])
        #expect(try strings(table, "text") == ["海钓", "在厦"])
        #expect(Array(table.recordBytes(1)) == Array("在\r\n厦".utf8))
        var json: [UInt8] = []
        table.appendJSON(ofRecord: 1, to: &json)
        #expect(String(decoding: json, as: UTF8.self) == #"{"text": "在厦", "tokens": ["在", "厦"]}"#)
        #expect(RecordFormat.detect(Array("海\n钓\n".utf8)) == .plainText)
        #expect(RecordFormat.detect(Array("O\nB-X\nO\n".utf8)) == .plainText)
        #expect(RecordFormat.detect(Array("海\n钓\n".utf8), path: "test.conll") == .conll)
    }

    @Test func commentsAndHashes() throws {
        let table = try table("# id 1 domain=en\na\tO\n#\tB-X\n\n# id 2\n#\tO\nb\tO", format: .conll)
        #expect(try strings(table, "tokens") == ["a\n#", "#\nb"])
    }

    @Test(arguments: [
        ("a O\n\nb B-X\n O\n", RecordError.tagWithoutToken(place(4))), ("a\tO\n\tB-X\n", .tagWithoutToken(place(2))),
        ("a O\nB-X\n", .tagWithoutToken(place(2))), ("a O\nb\n", .columnCount(place(2), found: 1, expected: 2)),
        ("a x O\nb O\n", .columnCount(place(2), found: 2, expected: 3)),
        ("a\tO\nb\t\n", .columnCount(place(2), found: 1, expected: 2)),
        ("a\tO\nb\tx\tO\n", .columnCount(place(2), found: 3, expected: 2)),
        ("a\nb O", .columnCount(place(2), found: 2, expected: 1)), ("\n \n", .fileEmpty(path: "f")),
        ("-DOCSTART-\n\n", .fileEmpty(path: "f")),
    ])
    func faultsNameTheirLine(text: String, error: RecordError) {
        #expect(throws: error) { try table(text, format: .conll) }
    }

    @Test func aWrongRowCostsItsSentence() throws {
        let table = try table("aa O\nb B-X\n\nc O\nd\ne f g\n\nh O\n", format: .conll, onError: .skip)
        #expect(try strings(table, "text") == ["aa b", "h"])
        #expect(table.skipped == [.columnCount(place(5), found: 1, expected: 2)])
        let bytes = Array("a O\n".utf8) + [0xFF] + Array(" O\n\nb O".utf8)
        #expect(throws: RecordError.notUTF8(place(2, 1))) { try RecordTable.read(bytes: bytes, path: "f", format: .conll) }
    }

    @Test func cutsDoNotMatter() throws {
        var random = SplitMix(seed: 61)
        for _ in 0..<1500 {
            let words = ["a O\n", "中 B-X\n", "\n", " \n", "\r\n", "-DOCSTART- O\n", " O\n", "b\n", "# c d\n", "é B-Y\r\n"]
            let text = "a O\n" + (0..<20).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            try Pieces.checkCuts(Array(text.utf8).dropLast(Int.random(in: 0...1, using: &random)), .conll)
        }
    }

    @Test func anyBytes() throws {
        var random = SplitMix(seed: 62)
        let alphabet = Array("\n\n\t  ab#O-é中\r".utf8) + [0xFF]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            guard let table = try? RecordTable.read(bytes: bytes, path: "f", format: .conll, onError: .skip) else { continue }
            for row in 0..<table.count {
                var json: [UInt8] = []
                table.appendJSON(ofRecord: row, to: &json)
                struct Sentence: Decodable { var text: String, tokens: [String], labels: [String]? }
                let sentence = try JSONDecoder().decode(Sentence.self, from: Data(json))
                #expect((sentence.labels?.count ?? sentence.tokens.count) == sentence.tokens.count)
                #expect(try sentence.tokens.joined(separator: "\n") == strings(table, "tokens")[row])
                #expect(try sentence.text == strings(table, "text")[row])
            }
        }
    }
}
