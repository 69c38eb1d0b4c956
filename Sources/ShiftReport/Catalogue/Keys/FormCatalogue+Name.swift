import ShiftPipeline
import TextTokens

extension FormCatalogue {
    /// What a kind of form is called.
    package func name(_ kind: FormKind) -> String {
        switch kind {
        case .surface: formSurface
        case .trimming: formTrimming
        case .escapes: formEscapes
        case .letterCase: formLetterCase
        case .width: formWidth
        case .script: formScript
        case .boilerplate: formBoilerplate
        case .emoji: formEmoji
        case .mojibake: formMojibake
        }
    }

    /// What a mark is called.
    package func name(_ mark: FormMark) -> String {
        switch mark {
        case .leadingBlanks: markLeadingBlanks
        case .trailingBlanks: markTrailingBlanks
        case .trailingLineEnd: markTrailingLineEnd
        case .lineEnds: markLineEnds
        case .runsOfBlanks: markRunsOfBlanks
        case .wideBlanks: markWideBlanks
        case .entities: markEntities
        case .tags: markTags
        case .backslashes: markBackslashes
        case .noCapitals: markNoCapitals
        case .mostlyCapitals: markMostlyCapitals
        case .smallStart: markSmallStart
        case .capitalWords: markCapitalWords
        case .fullWidthLetters: markFullWidthLetters
        case .fullWidthPunctuation: markFullWidthPunctuation
        case .halfWidthPunctuation: markHalfWidthPunctuation
        case .halfWidthKana: markHalfWidthKana
        case .traditional: markTraditional
        case .mostlyTraditional: markMostlyTraditional
        case .commonStart: markCommonStart
        case .commonEnd: markCommonEnd
        case .emoji: markEmoji
        case .manyEmoji: markManyEmoji
        case .emoticons: markEmoticons
        case .replacements: markReplacements
        case .misread: markMisread
        case .controls: markControls
        }
    }
}
