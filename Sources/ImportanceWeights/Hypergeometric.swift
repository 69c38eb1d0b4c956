import ElementaryFunctions

/// Fisher's exact test: how many of the `held` groups are among `drawn` ones that are drawn at random from all.
package struct Hypergeometric {
    let drawn: Int
    let held: Int
    let all: Int

    /// `drawn` of `all`, of which `held` count; both at most `all`.
    package init(drawn: Int, held: Int, all: Int) { (self.drawn, self.held, self.all) = (drawn, held, all) }

    /// The chance of `observed` or fewer.
    package func atMost(_ observed: Int) -> Double {
        if observed >= min(held, drawn) { return 1 }
        if observed < max(0, held + drawn - all) { return 0 }
        return min(1, tail(from: observed, isAbove: false))
    }

    /// Twice the tail from `observed` outwards, on its side of the mean; at most 1.
    func twoSided(_ observed: Int) -> Double {
        min(1, 2 * tail(from: observed, isAbove: Double(observed) * Double(all) > Double(held) * Double(drawn)))
    }

    /// The sum from `observed`, which is possible, outwards.
    private func tail(from observed: Int, isAbove: Bool) -> Double {
        let last = isAbove ? min(held, drawn) : max(0, held + drawn - all)
        let (m, n, rest) = (Double(held), Double(drawn), Double(all - held - drawn))
        var term = 1.0
        var sum = 1.0
        var k = observed
        // Each term by its ratio to the previous one, with the observed one as 1; beyond the mean they decrease.
        while k != last {
            let x = Double(k)
            if isAbove {
                term *= (m - x) * (n - x) / ((x + 1) * (rest + x + 1))
                k += 1
            } else {
                term *= x * (rest + x) / ((m - x + 1) * (n - x + 1))
                k -= 1
            }
            sum += term
            if term < sum * 1e-16, isAbove == (Double(k) * Double(all) > m * n) { break }
        }
        let first =
            Self.logChoose(held, observed) + Self.logChoose(all - held, drawn - observed) - Self.logChoose(all, drawn)
        return sum * Double.exp(first)
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }

    /// Stirling's series from 20 on: its error is below 10⁻¹².
    private static func logFactorial(_ n: Int) -> Double {
        if n < 20 { return Double.log((1...max(n, 1)).reduce(1.0) { $0 * Double($1) }) }
        let x = Double(n)
        let square = 1 / (x * x)
        return x * Double.log(x) - x + 0.5 * Double.log(2 * Double.pi * x)
            + (1 / 12 - (1 / 360 - (1 / 1260 - square / 1680) * square) * square) / x
    }
}

/// How many of test lie beyond the k-th largest of train.
package enum Exceedance {
    /// The chance of `beyond` or more if the sides do not differ, so that every order of all is equally likely: then fewer than k of the
    /// `beyond` + k - 1 largest are of train (Wilks 1942, "Statistical prediction with special reference to the problem of tolerance
    /// limits").
    /// - Parameters:
    ///   - beyond: Of test, 0...test.
    ///   - rank: k, 1...train.
    package static func pValue(_ beyond: Int, rank: Int, train: Int, test: Int) -> Double {
        beyond > 0 ? Hypergeometric(drawn: beyond + rank - 1, held: train, all: train + test).atMost(rank - 1) : 1
    }
}
