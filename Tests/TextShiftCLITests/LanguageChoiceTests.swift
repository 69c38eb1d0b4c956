import ShiftReport
import TestSupport
import Testing

@testable import TextShiftCLI

@Suite("Which language is spoken where")
struct LanguageChoiceTests {
    @Test(
        "By the option, TEXTSHIFT_LANG, and in the terminal the locale",
        arguments: [
            ([String](), [String: String](), nil, nil),
            (["--language", "zh"], ["TEXTSHIFT_LANG": "en"], Language.chinese, Language.chinese),
            (["a", "--language=en"], ["LANG": "zh_CN.UTF-8"], .english, .english),
            ([], ["TEXTSHIFT_LANG": "zh"], .chinese, .chinese),
            (["--language", "auto"], ["TEXTSHIFT_LANG": "zh_CN"], .chinese, .chinese),
            ([], ["LANG": "zh_CN.UTF-8"], nil, .chinese),
            ([], ["LANG": "en_US.UTF-8"], nil, .english), ([], ["LANG": "de_DE.UTF-8"], nil, .english),
            ([], ["LANG": "C"], nil, nil),
            ([], ["LANG": "C.UTF-8"], nil, nil), ([], ["LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"], nil, nil),
            ([], ["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"], nil, .chinese), (["--language"], [:], nil, nil),
            ([], ["TEXTSHIFT_LANG": "fr", "LANG": "zh_CN"], nil, .chinese),
        ])
    func choice(arguments: [String], environment: [String: String], asked: Language?, known: Language?) {
        let choice = LanguageChoice(arguments: arguments, environment: environment)
        #expect(choice.asked == asked && choice.known == known)
    }

    @Test("The same run writes the same files under each locale, and speaks that of the terminal")
    func locales() throws {
        let folder = try LeaningCorpora.few()
        var pages = Set<String>()
        for (number, locale) in ["C", "POSIX", "en_US.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8"].enumerated() {
            let outcome = try Program.run(
                ["analyze", "train.jsonl", "test.jsonl", "--output", "out-\(number)"], in: folder,
                environment: ["LC_ALL": locale, "TEXTSHIFT_LANG": ""])
            #expect(outcome.status == 0)
            #expect(outcome.errors.hasPrefix(locale.hasPrefix("zh") ? "提示：使用的字段：" : "note: fields used: "), "\(outcome.errors)")
            pages.insert(try folder.read("out-\(number)/report.html") + folder.read("out-\(number)/report.md"))
        }
        #expect(pages.count == 1)
        let bad = try Program.run(
            ["analyze", "a", "b"], in: folder, environment: ["LC_ALL": "zh_CN.UTF-8", "TEXTSHIFT_LANG": ""])
        #expect(bad.status == 2 && bad.errors == "a: 错误：没有这个文件；请检查路径\n")
    }

    @Test("Chinese help has every option and verb that the parser's own has, in lines that fit")
    func help() throws {
        let verbs = TextShiftCommand.configuration.subcommands.map { $0._commandName }
        for arguments in [["--help"]] + verbs.map({ [$0, "--help"] }) {
            let english = try #require(CommandLineText.printed(arguments)).text
            let chinese = try #require(CommandLineText.printed(arguments, "zh")).text
            #expect(chinese.hasPrefix("概述：") && chinese.contains("\n用法：textshift"))
            #expect(
                chinese.split(separator: "\n").allSatisfy {
                    $0.hasPrefix("  textshift") || DisplayText.width(String($0)) <= 80
                }, "\(chinese)")
            for option in english.matches(of: /--[a-z][a-z-]+/) {
                #expect(chinese.contains(option.0), "\(arguments): \(option.0)")
            }
            // Nothing that the parser says by itself is left.
            for title in ["USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "(default", "Show "] {
                #expect(!chinese.contains(title))
            }
        }
    }

    @Test(
        "A wrong command line is refused in Chinese",
        arguments: [
            (["--bogus"], "错误：没有选项“--bogus”"), (["analyze", "a", "b", "--fold", "3"], "错误：没有选项“--fold”。是不是“--folds”？"),
            (["analyze", "a", "b", "--seed"], "错误：“--seed <seed>”缺少值"),
            (["analyze", "a", "b", "--seed", "x"], "错误：“x”不能作“--seed <seed>”的值"),
            (["analyze", "a", "b", "c"], "错误：多余的参数“c”"), (["analyze", "a", "b", "c", "d"], "错误：2 个多余的参数"),
            (["report"], "错误：缺少参数“<dir>”"), (["analyze", "a", "b", "--gzip=1"], "错误：选项“--gzip”不带值，却给了“1”。"),
            (["analyze", "a", "b", "--folds", "1"], "错误：--folds 的值是 1，应为 2–64。"),
            (["analyze", "a", "b", "--weight", "x"], "错误：--weight 的值是“x”，应为 ratio、"),
        ])
    func refusals(arguments: [String], start: String) throws {
        let printed = try #require(CommandLineText.printed(arguments, "zh"))
        #expect(printed.isRefusal && printed.text.hasPrefix(start), "\(printed.text)")
        #expect(printed.text.contains("用法：textshift") && !printed.text.contains("Usage") && !printed.text.contains("See '"))
    }
}
