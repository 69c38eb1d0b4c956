/// Code points of Chinese and Japanese texts, which are written without blanks between words.
///
/// The ranges are listed only here. `ScriptClass` of TextTokens asks ICU instead, for every script.
package enum Script {
    /// A Han ideograph: unified, of an extension, or for compatibility.
    package static func isIdeograph(_ point: UInt32) -> Bool {
        switch point {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    /// An ideograph, or 々, 〆 or 〇, which are used among them.
    package static func isHan(_ point: UInt32) -> Bool { isIdeograph(point) || (0x3005...0x3007).contains(point) }

    /// Hiragana or katakana.
    package static func isKana(_ point: UInt32) -> Bool { (0x3040...0x30FF).contains(point) }
}
