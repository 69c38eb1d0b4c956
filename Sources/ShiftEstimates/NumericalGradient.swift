/// The gradient of a smooth function of a few numbers, by central differences.
enum NumericalGradient {
    /// ∂f/∂x at `point`, to about eight digits; 0 where it is not finite.
    static func at(_ point: [Double], _ function: ([Double]) -> Double) -> [Double] {
        point.indices.map { place in
            let step = max(abs(point[place]), 1e-3) * 1e-4
            var (up, down) = (point, point)
            up[place] += step
            down[place] -= step
            let slope = (function(up) - function(down)) / (2 * step)
            return slope.isFinite ? slope : 0
        }
    }
}
