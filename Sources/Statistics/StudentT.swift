/// Student's t distribution.
package enum StudentT {
    private static let normal = 1.959_963_984_540_054

    /// The 97.5% point over the normal distribution's, by the expansion of Cornish and Fisher to the third order (Abramowitz and
    /// Stegun 1964, 26.7.5); within 0.2% from 4 degrees of freedom on.
    package static func widening(degrees: Double) -> Double {
        let (z, d) = (normal, max(degrees, 3))
        let z2 = z * z
        let first = (z2 + 1) / 4
        let second = ((5 * z2 + 16) * z2 + 3) / 96
        let third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
        return 1 + first / d + second / (d * d) + third / (d * d * d)
    }
}
