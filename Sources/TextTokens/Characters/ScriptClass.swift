/// A coarse class of a code point: its script, or what else it is.
///
/// From the general category (gc) and the script (sc) in the linked ICU. A letter or mark that several scripts
/// use (sc is Common or Inherited) belongs to the first class here that its script extensions (scx) name.
package enum ScriptClass: UInt8, CaseIterable, Sendable {
    /// Letters and marks of the Latin script.
    case latin
    /// Han ideographs, with 々 and 〇.
    case han
    /// Hiragana and katakana, with the prolonged sound mark.
    case kana
    /// Hangul syllables and jamo.
    case hangul
    /// Letters and marks of the Cyrillic script.
    case cyrillic
    /// Letters and marks of the Arabic script.
    case arabic
    /// Letters of any other script or of none, and marks of a script of their own, such as Thai vowel signs.
    case otherLetter
    /// Decimal digits and other numbers (gc Nd, No), such as ½ and ①.
    case digit
    /// Punctuation (gc P).
    case punctuation
    /// Symbols (gc S), most emoji among them.
    case symbol
    /// White space, line ends included (White_Space).
    case space
    /// Controls, format characters, private use, unassigned; marks that any script uses, such as combining accents.
    case other
}
