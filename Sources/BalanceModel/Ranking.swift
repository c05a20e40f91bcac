extension Acceptability {
    /// The share over the weightings that keep the order of importance of `weights`; ties are in no order, so all
    /// orders of the tied are averaged. `nil` when there are more than 40,320 of those, unless all are tied.
    public static func ranked(_ x: [Double], weights: [Double]) -> Double? {
        let groups = tiedGroups(x, weights: weights)
        guard groups.count > 1 else { return share(x) }
        var orders = 1
        for group in groups where group.count > 1 {
            for factor in 2...group.count {
                orders *= factor
                guard orders <= Limits.tiedOrders else { return nil }
            }
        }
        guard x.contains(where: { $0 != 0 }) else { return nil }
        var walk = TiedOrders(groups, count: x.count)
        return walk.sumOfShares() / Double(orders)
    }

    /// x in descending order of weight, with those of equal weight together.
    private static func tiedGroups(_ x: [Double], weights: [Double]) -> [[Double]] {
        var groups: [[Double]] = []
        var last = Double.infinity
        for i in x.indices.sorted(by: { weights[$0] > weights[$1] }) {
            if last - weights[i] <= Tolerance.comparison {
                groups[groups.count - 1].append(x[i])
            } else {
                groups.append([x[i]])
            }
            last = weights[i]
        }
        return groups
    }
}

/// All orders of tied dimensions. What share takes is the mean x of the first k, for every k; where k ends a group it is
/// the same in all orders, and orders that begin alike have the first ones in common.
private struct TiedOrders {
    private let groups: [[Double]]
    /// The sum of x and the number of dimensions before each group.
    private var before: [(sum: Double, count: Int)] = []
    private var volume: VolumeTable
    private var sum = 0.0

    init(_ groups: [[Double]], count: Int) {
        self.groups = groups
        volume = VolumeTable(capacity: count)
        var (sum, count) = (0.0, 0)
        for group in groups {
            before.append((sum, count))
            sum += group.reduce(0, +)
            count += group.count
            volume.add(sum / Double(count))
        }
    }

    /// The sum over all orders of the share in each.
    mutating func sumOfShares() -> Double {
        place(group: 0, taken: 0, count: 0, total: 0)
        return sum
    }

    /// Puts each member of a group that is not yet among the `taken` next, `count` of them with the sum `total`.
    private mutating func place(group: Int, taken: UInt32, count: Int, total: Double) {
        guard group < groups.count else {
            sum += volume.share
            return
        }
        guard count < groups[group].count - 1 else {
            place(group: group + 1, taken: 0, count: 0, total: 0)
            return
        }
        for k in groups[group].indices where taken & (1 << UInt32(k)) == 0 {
            let with = total + groups[group][k]
            volume.add((before[group].sum + with) / Double(before[group].count + count + 1))
            place(group: group, taken: taken | (1 << UInt32(k)), count: count + 1, total: with)
            volume.removeLast()
        }
    }
}

/// The table T of method §6 for a list of values that grows and shrinks at its end: one step adds a row or a column to
/// it, for which its last row and column are enough.
private struct VolumeTable {
    private var values: [Double] = []
    private var positives: [Double] = []
    private var negatives: [Double] = []
    private let stride: Int
    /// T(P, 0…N) and T(0…P, N) after each number of values, `stride` apart.
    private var rows: [Double]
    private var columns: [Double]

    init(capacity: Int) {
        stride = capacity + 1
        rows = [Double](repeating: 1, count: stride * stride)
        columns = rows
    }

    /// T(P, N).
    var share: Double { rows[values.count * stride + negatives.count] }

    mutating func add(_ value: Double) {
        let old = values.count * stride
        let new = old + stride
        for k in 0...positives.count { columns[new + k] = columns[old + k] }
        for k in 0...negatives.count { rows[new + k] = rows[old + k] }
        if value > 0 {
            rows[new] = 1
            for (j, b) in negatives.enumerated() {
                rows[new + j + 1] = (value * rows[new + j] + b * rows[old + j + 1]) / (value + b)
            }
            positives.append(value)
            columns[new + positives.count] = rows[new + negatives.count]
        } else if value < 0 {
            columns[new] = 0
            for (i, a) in positives.enumerated() {
                columns[new + i + 1] = (a * columns[old + i + 1] - value * columns[new + i]) / (a - value)
            }
            negatives.append(-value)
            rows[new + negatives.count] = columns[new + positives.count]
        }
        values.append(value)
    }

    mutating func removeLast() {
        guard let value = values.popLast(), value != 0 else { return }
        if value > 0 { positives.removeLast() } else { negatives.removeLast() }
    }
}
