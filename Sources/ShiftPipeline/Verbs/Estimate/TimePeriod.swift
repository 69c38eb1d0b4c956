/// A span of the calendar that rows are put together by.
public enum TimePeriod: String, Codable, Sendable, CaseIterable {
    /// `2015-02-20`.
    case day
    /// From Monday on, numbered as ISO 8601 has it.
    case week
    /// `2015-02`.
    case month
    /// Three months, `2015-Q1`.
    case quarter
    /// `2015`.
    case year

    /// The name of the span that a date lies in: `2015-02-20`, `2015-W08`, `2015-02`, `2015-Q1`, `2015`, so that names sort by time; nil
    /// for a date that is not that exact.
    func name(of date: CivilDate) -> String? {
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(width - text.count, 0)) + text
        }
        let year = padded(date.year, 4)
        switch self {
        case .year: return year
        case .quarter: return date.month.map { "\(year)-Q\(($0 - 1) / 3 + 1)" }
        case .month: return date.month.map { "\(year)-\(padded($0))" }
        case .day:
            guard let month = date.month, let day = date.day else { return nil }
            return "\(year)-\(padded(month))-\(padded(day))"
        case .week:
            guard let day = date.dayNumber else { return nil }
            // The week belongs to the year of its Thursday; day 0 of 1970 was one.
            let thursday = day - ((day + 3) % 7 + 7) % 7 + 3
            let own = CivilDate(dayNumber: thursday)
            let first = CivilDate(year: own.year, month: 1, day: 1).dayNumber ?? thursday
            return "\(padded(own.year, 4))-W\(padded((thursday - first) / 7 + 1))"
        }
    }
}
