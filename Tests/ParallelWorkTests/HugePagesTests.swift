import ParallelWork
import Testing

@Suite struct HugePagesTests {
    @Test(arguments: [0, 1, 1000, 1 << 20, (1 << 20) + 7]) func arraysHoldTheValue(count: Int) {
        let array = [Int32](hugeRepeating: -1, count: count)
        #expect(array == [Int32](repeating: -1, count: count))
    }
}
