/// Maps rows in canonical order to their positions in the files, and back.
package struct FileOrder: Sendable {
    /// Position in its own file of each row.
    private let fileRows: [Int32]
    private let isTest: [Bool]
    private let trainCount: Int

    /// - Parameter trainCount: Rows of train.
    init(fileRows: [Int32], isTest: [Bool], trainCount: Int) {
        self.fileRows = fileRows
        self.isTest = isTest
        self.trainCount = trainCount
    }

    /// Position of a row in its own file.
    package func fileRow(_ row: Int) -> Int { Int(fileRows[row]) }

    /// The row at each position in a side's file.
    package func rows(of side: CorpusSide) -> [Int] {
        var rows = [Int](repeating: 0, count: side == .train ? trainCount : fileRows.count - trainCount)
        for (row, fileRow) in fileRows.enumerated() where isTest[row] == (side == .test) { rows[Int(fileRow)] = row }
        return rows
    }

    /// Values by row as values by position: those of train's file, then those of test's.
    package func filed<Value>(_ values: [Value]) -> [Value] {
        var filed = values
        for (row, fileRow) in fileRows.enumerated() { filed[Int(fileRow) + (isTest[row] ? trainCount : 0)] = values[row] }
        return filed
    }

    /// Values of train's rows, in canonical order, as values by position in train's file.
    package func filed<Value>(ofTrain values: [Value]) -> [Value] {
        var filed = values
        var next = values.startIndex
        for (row, fileRow) in fileRows.enumerated() where !isTest[row] {
            filed[Int(fileRow)] = values[next]
            next += 1
        }
        return filed
    }

    /// Values of train's rows, in canonical order, by row of both sides; `other` for test's.
    package func spread<Value>(ofTrain values: [Value], other: Value) -> [Value] {
        var next = values.startIndex
        return isTest.map { isTest in
            if isTest { return other }
            defer { next += 1 }
            return values[next]
        }
    }
}
