import Testing

@testable import ShiftPipeline

/// Dates as records spell them, and the spans of the calendar that they lie in.
@Suite("Times of sources")
struct SourceTimeTests {
    @Test(
        "One day in many spellings",
        arguments: [
            "2015-02-20", "2015-02-20 23:36", "2015-02-20T23:36:05Z", "2015/2/20", "2015.02.20", "20150220", "20150220T2336",
            "Fri Feb 20 23:36:05 +0000 2015", "20 Feb 2015", "February 20, 2015", "20-Feb-2015 23:36", "2/20/2015", "20/2/2015",
            "2/20/15 23:36", "1424390400", "1424390400000", "2015\u{5E74}2\u{6708}20\u{65E5}",
        ])
    func spellings(text: String) {
        #expect(CivilDate(text) == CivilDate(year: 2015, month: 2, day: 20), "\(text)")
    }

    @Test("What is less exact, and what is no date")
    func others() {
        #expect(CivilDate("2015") == CivilDate(year: 2015))
        #expect(CivilDate("2015-02") == CivilDate(year: 2015, month: 2))
        #expect(CivilDate("Feb 2015") == CivilDate(year: 2015, month: 2))
        #expect(CivilDate("3/4/2015") == CivilDate(year: 2015, month: 3, day: 4))
        #expect(CivilDate("3/4/2015", dayFirst: true) == CivilDate(year: 2015, month: 4, day: 3))
        #expect(CivilDate.isDayFirst("23/4/2015") && !CivilDate.isDayFirst("3/14/2015") && !CivilDate.isDayFirst("2015-02-20"))
        for text in ["", "Delta", "23:36", "17", "2015-17-20", "99999999", "x20y", "4000"] {
            #expect(CivilDate(text) == nil, "\(text)")
        }
    }

    @Test("Days are numbered without a gap, and back")
    func dayNumbers() {
        #expect(CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
        #expect(CivilDate(year: 2000, month: 3, day: 1).dayNumber == 11_017)
        var last = CivilDate(dayNumber: -25_568)
        #expect(last == CivilDate(year: 1899, month: 12, day: 31))
        for day in -25_567...47_000 {
            let date = CivilDate(dayNumber: day)
            #expect(date.dayNumber == day)
            let isNext = date.year == last.year && date.month == last.month && date.day == (last.day ?? 0) + 1
            #expect(
                isNext
                    || (date.day == 1
                        && (date.month == (last.month ?? 0) + 1 || (date.month == 1 && date.year == last.year + 1)))
            )
            last = date
        }
    }

    @Test(
        "Periods; weeks as ISO 8601 numbers them",
        arguments: [
            ("2015-02-20", ["2015-02-20", "2015-W08", "2015-02", "2015-Q1", "2015"]),
            ("2015-12-31", ["2015-12-31", "2015-W53", "2015-12", "2015-Q4", "2015"]),
            ("2016-01-03", ["2016-01-03", "2015-W53", "2016-01", "2016-Q1", "2016"]),
            ("2016-01-04", ["2016-01-04", "2016-W01", "2016-01", "2016-Q1", "2016"]),
            ("2018-12-31", ["2018-12-31", "2019-W01", "2018-12", "2018-Q4", "2018"]),
            ("1969-12-29", ["1969-12-29", "1970-W01", "1969-12", "1969-Q4", "1969"]),
        ])
    func periods(text: String, names: [String]) throws {
        let date = try #require(CivilDate(text))
        #expect(TimePeriod.allCases.map { $0.name(of: date) } == names)
    }

    @Test("A date without a day is in no day; one value with the day first reads all of them so")
    func columns() {
        #expect(TimePeriod.day.name(of: CivilDate(year: 2015, month: 2)) == nil)
        #expect(SourceColumn.periods(["3/4/2015", "14/4/2015", nil, "x"], .month) == ["2015-04", "2015-04", nil, nil])
        #expect(SourceColumn.periods(["3/4/2015", "3/14/2015"], .month) == ["2015-03", "2015-03"])
    }
}
