/// How many groups of rows hold each word and each phrase of two adjacent words, by side.
///
/// A group with rows of both sides counts on both. Integers, so that threads change nothing.
package struct TermGroups: Sendable {
    /// Counts of one term on one side.
    package struct Count: Sendable, Equatable {
        /// Groups that hold it.
        package var groups = 0
        /// Sum of these groups' lengths. A group's length is the number of different words in the term's field.
        package var lengths = 0

        static func += (sum: inout Count, other: Count) {
            sum.groups += other.groups
            sum.lengths += other.lengths
        }
    }

    /// A value for each side.
    package struct Sides<Value: Sendable & Equatable>: Sendable, Equatable {
        /// Of train.
        package var train: Value
        /// Of test.
        package var test: Value

        @inline(__always)
        subscript(isTest: Bool) -> Value {
            get { isTest ? test : train }
            set { if isTest { test = newValue } else { train = newValue } }
        }
    }

    /// A word, or a phrase of two.
    package struct Term: Sendable, Equatable {
        /// Feature of the word matrix of the word, or of the first word of the phrase.
        package var first: Int32
        /// That of the phrase's second word; -1 for a word alone.
        package var second: Int32
        /// Rows and groups that hold it.
        package var counts: Sides<Count>
    }

    /// All groups of one side.
    package struct Lengths: Sendable, Equatable {
        /// Number of groups of the side.
        package var groups = 0
        /// Sum of the groups' lengths in a field; a length is the number of different terms.
        package var total = 0
        /// Sum of the squares of these lengths.
        package var squares = 0.0
    }

    /// By field.
    package let lengths: [Sides<Lengths>]
    /// Terms with at least the minimum number of groups over both sides: words by number, then phrases by their words' numbers.
    package let terms: [Term]
}
