import CElementaryFunctions

// The same bits on every processor and with every version of the C library, so that the same run gives the same files; the
// functions of Glibc and Foundation do not. Each is within one unit in the last place of the exact value, erfc within two.
extension Double {
    /// e to the power of `x`.
    @inlinable package static func exp(_ x: Double) -> Double { celementary_exp(x) }

    /// e to the power of `x`, less 1: exact for small `x` too.
    @inlinable package static func expMinusOne(_ x: Double) -> Double { celementary_expm1(x) }

    /// The natural logarithm: not a number below 0, minus infinity at 0.
    @inlinable package static func log(_ x: Double) -> Double { celementary_log(x) }

    /// The natural logarithm of 1 + `onePlus`: exact for small values too; not a number below -1.
    @inlinable package static func log(onePlus x: Double) -> Double { celementary_log1p(x) }

    /// The logarithm to base 2, as ``log(_:)``.
    @inlinable package static func log2(_ x: Double) -> Double { celementary_log2(x) }

    /// The logarithm to base 10, as ``log(_:)``.
    @inlinable package static func log10(_ x: Double) -> Double { celementary_log10(x) }

    /// `x` to the power of `y`, as C's pow: not a number for negative `x` unless `y` is whole.
    @inlinable package static func pow(_ x: Double, _ y: Double) -> Double { celementary_pow(x, y) }

    /// The complementary error function, 2/√π times the integral of exp(-t²) from `x` on: 0 to 2.
    @inlinable package static func erfc(_ x: Double) -> Double { celementary_erfc(x) }
}
