import Foundation

/// A number type that the solver's lanes can be made of: `Float` is what ships, `Double` is for tight tolerances.
package protocol LaneScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable where SIMD8Storage: Sendable {
    /// σ(z) = 1 / (1 + e^(-z)) in every lane, to the precision of the type; the same bits on every machine for `Float`.
    static func sigmoid(_ z: SIMD8<Self>) -> SIMD8<Self>
    /// |z| in every lane.
    static func magnitude(_ z: SIMD8<Self>) -> SIMD8<Self>
}

extension Float: LaneScalar {
    /// By e^x = 2^k · e^r with a degree-6 polynomial for e^r, |r| ≤ ½ ln 2 (Cephes `expf`); relative error below 3·10⁻⁷.
    @inline(__always)
    package static func sigmoid(_ z: SIMD8<Float>) -> SIMD8<Float> {
        let negated = -z
        let above = negated.replacing(with: -87, where: negated .< -87)
        let x = above.replacing(with: 87, where: above .> 87)
        let shifted = x * 1.442_695_04 + 12_582_912  // rounds to an integer in the low mantissa bits
        let k = shifted - 12_582_912
        let r = x - k * 0.693_359_375 + k * 2.121_944_4e-4
        var e = r * 1.987_569_15e-4 + 1.398_199_95e-3
        e = e * r + 8.333_451_9e-3
        e = e * r + 4.166_579_6e-2
        e = e * r + 1.666_666_55e-1
        e = e * r + 0.5
        e = e * (r * r) + r + 1
        let exponent = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &- 0x4B40_0000
        let scale = unsafeBitCast((exponent &+ 127) &<< 23, to: SIMD8<Float>.self)
        return 1 / (1 + e * scale)
    }

    /// By the sign bit: without AVX, a comparison and a select become a loop over the lanes.
    @inline(__always)
    package static func magnitude(_ z: SIMD8<Float>) -> SIMD8<Float> {
        unsafeBitCast(unsafeBitCast(z, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: SIMD8<Float>.self)
    }
}

extension Double: LaneScalar {
    /// Lane by lane, as in ``LogisticObjective``.
    package static func sigmoid(_ z: SIMD8<Double>) -> SIMD8<Double> {
        var result = z
        for lane in 0..<8 { result[lane] = LogisticObjective.sigmoid(z[lane]) }
        return result
    }

    /// By the sign bit.
    @inline(__always)
    package static func magnitude(_ z: SIMD8<Double>) -> SIMD8<Double> {
        unsafeBitCast(unsafeBitCast(z, to: SIMD8<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF, to: SIMD8<Double>.self)
    }
}
