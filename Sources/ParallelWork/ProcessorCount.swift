import Foundation

/// How many processors are available.
package enum ProcessorCount {
    /// Processors that this process may use, at least 1: those it may run on, and no more than a container's quota pays for.
    package static var active: Int {
        let online = max(1, ProcessInfo.processInfo.activeProcessorCount)
        return min(online, quota(read: { try? String(contentsOfFile: $0, encoding: .utf8) }) ?? online)
    }

    /// The processors that a control group's quota comes to, rounded up; nil without a quota.
    ///
    /// - Parameter read: The content of a file of the system, nil where there is none.
    static func quota(read: (_ path: String) -> String?) -> Int? {
        func number(_ path: String) -> Double? {
            read(path).flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        let pair: (quota: Double, period: Double)
        if let limits = read("/sys/fs/cgroup/cpu.max")?.split(whereSeparator: \.isWhitespace) {
            // Version 2: "max 100000" where there is none.
            guard limits.count == 2, let quota = Double(limits[0]), let period = Double(limits[1]) else { return nil }
            pair = (quota, period)
        } else {
            guard let quota = number("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
                let period = number("/sys/fs/cgroup/cpu/cpu.cfs_period_us")
            else { return nil }
            pair = (quota, period)
        }
        guard pair.quota > 0, pair.period > 0 else { return nil }
        return max(1, Int(min((pair.quota / pair.period).rounded(.up), 4096)))
    }
}
