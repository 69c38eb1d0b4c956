/// A date of the Gregorian calendar, as records spell it; as exact as it is given.
struct CivilDate: Sendable, Equatable {
    var year: Int
    /// 1...12.
    var month: Int?
    /// 1...31.
    var day: Int?

    init(year: Int, month: Int? = nil, day: Int? = nil) { (self.year, self.month, self.day) = (year, month, day) }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let years = 1900...2100

    /// Reads a date or a time: the year first with whatever marks between, a month by its English name, day and month before the year,
    /// eight figures, or seconds or milliseconds since 1970 (UTC). Zones are left as they are written.
    ///
    /// - Parameter dayFirst: Whether `3/4/2015` is the third of April.
    /// - Returns: nil for what is no date.
    init?(_ text: String, dayFirst: Bool = false) {
        let parts = Self.parts(of: text)
        let figures = parts.figures
        guard let first = figures.first, let number = Int(first.text) else { return nil }
        func figure(_ place: Int, _ range: ClosedRange<Int>) -> Int? {
            guard figures.indices.contains(place), !figures[place].isOfClock, figures[place].text.count <= 2,
                let value = Int(figures[place].text), range.contains(value)
            else { return nil }
            return value
        }
        if let month = parts.month {
            // An offset such as +0000 has four figures too.
            let years = figures.lazy.filter { $0.text.count == 4 && !$0.isOfClock }.compactMap { Int($0.text) }
            guard let year = years.first(where: Self.years.contains) else { return nil }
            self.init(year: year, month: month, day: figures.indices.lazy.compactMap { figure($0, 1...31) }.first)
        } else if first.text.count == 4, Self.years.contains(number), !first.isOfClock {
            let month = figure(1, 1...12)
            guard figures.count == 1 || month != nil else { return nil }
            self.init(year: number, month: month, day: month.flatMap { _ in figure(2, 1...31) })
        } else if first.text.count == 8 {
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
            guard Self.years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
            self.init(year: year, month: month, day: day)
        } else if figures.count == 1, first.text.count == 10 || first.text.count == 13, number > 0 {
            self.init(dayNumber: number / (first.text.count == 10 ? 1 : 1000) / 86_400)
        } else {
            guard let one = figure(0, 1...31), let two = figure(1, 1...31), figures.count > 2,
                let last = Int(figures[2].text), !figures[2].isOfClock
            else { return nil }
            let year = figures[2].text.count == 2 ? 2000 + last : last
            let (day, month) = dayFirst || one > 12 ? (one, two) : (two, one)
            guard Self.years.contains(year), (1...12).contains(month) else { return nil }
            self.init(year: year, month: month, day: day)
        }
    }

    /// Whether the text can only be read with the day before the month.
    static func isDayFirst(_ text: String) -> Bool {
        let parts = parts(of: text)
        guard parts.month == nil, parts.figures.count > 2, parts.figures[0].text.count <= 2, parts.figures[1].text.count <= 2,
            let one = Int(parts.figures[0].text), let two = Int(parts.figures[1].text)
        else { return false }
        return (13...31).contains(one) && (1...12).contains(two)
    }

    private struct Figure {
        var text: String
        /// Whether a colon stands beside it.
        var isOfClock: Bool
    }

    /// The runs of ASCII figures, and the month that is named.
    private static func parts(of text: String) -> (figures: [Figure], month: Int?) {
        var figures: [Figure] = []
        var month: Int?
        var (digits, letters) = ("", "")
        var isAfterColon = false
        func endWord() {
            if letters.count >= 3, month == nil {
                month = months.firstIndex {
                    $0 == letters || $0.prefix(3) == letters || ($0.prefix(4) == letters && letters == "sept")
                }
                .map { $0 + 1 }
            }
            letters = ""
        }
        for character in text.lowercased() + " " {
            let isDigit = character.isASCII && character.isNumber
            if !isDigit, !digits.isEmpty {
                figures.append(Figure(text: digits, isOfClock: isAfterColon || character == ":"))
                digits = ""
            }
            let isLetter = character.isASCII && character.isLetter
            if !isLetter, !letters.isEmpty { endWord() }
            if isDigit {
                digits.append(character)
            } else {
                isAfterColon = character == ":"
                if isLetter { letters.append(character) }
            }
        }
        return (figures, month)
    }

    /// Days since 1970-01-01; nil for a date without a day.
    var dayNumber: Int? {
        guard let month, let day else { return nil }
        // Years from March on, so that the leap day is their last (Richards 2013, Explanatory Supplement to the Astronomical Almanac).
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// - Parameter dayNumber: Days since 1970-01-01, of years after 0.
    init(dayNumber: Int) {
        let days = dayNumber + 719_468
        let era = days / 146_097
        let ofEra = days - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * shifted + 2) / 5 + 1)
    }
}
