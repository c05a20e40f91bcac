/// A row of small bars: a history at a glance.
public enum Sparkline {
    /// One bar a value, scaled so that the lowest is one eighth high and the highest full; values that don't differ stand
    /// at half height. More values than `width` are thinned, the first and the last kept.
    public static func text(_ values: [Double], width: Int) -> String {
        guard width > 0, let low = values.min(), let high = values.max(), low.isFinite, high.isFinite else { return "" }
        let shown = thinned(values, to: width)
        return String(
            shown.map { value in
                let eighth = high > low ? 1 + Int(((value - low) / (high - low) * 7).rounded()) : 4
                return Grid.lowerEighths[min(max(eighth, 1), 8)]
            })
    }

    private static func thinned(_ values: [Double], to count: Int) -> [Double] {
        guard values.count > count else { return values }
        guard count > 1 else { return values.suffix(1) }
        return (0..<count).map { values[$0 * (values.count - 1) / (count - 1)] }
    }
}
