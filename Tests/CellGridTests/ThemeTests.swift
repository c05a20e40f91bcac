import Testing

@testable import CellGrid

@Suite struct ThemeTests {
    private static let everyRoleAndDepth = ColourDepth.allCases.flatMap { depth in Role.allCases.map { ($0, depth) } }

    @Test func theDefaultComesFirstAndAllAreFound() {
        #expect(Theme.all.map(\.id) == ["default", "light", "dark", "monochrome", "high-contrast"])
        #expect(Theme.named("dark") == .dark)
        #expect(Theme.named("sepia") == nil)
    }

    @Test(arguments: Theme.all)
    func coloursFitTheDepth(theme: Theme) {
        for (role, depth) in Self.everyRoleAndDepth {
            let paint = theme.paint(role, depth)
            let limit: Int16 = [.none: 0, .eight: 8, .sixteen: 16, .indexed256: 256][depth] ?? 0
            #expect((-1..<limit).contains(paint.foreground), "\(theme.id) \(role) \(depth)")
            #expect((-1..<limit).contains(paint.background), "\(theme.id) \(role) \(depth)")
        }
    }

    @Test func monochromeHasNoColours() {
        for (role, depth) in Self.everyRoleAndDepth {
            let paint = Theme.monochrome.paint(role, depth)
            #expect(paint.foreground == -1 && paint.background == -1)
        }
    }

    @Test(arguments: Theme.all)
    func whatMustBeToldApartDiffers(theme: Theme) {
        let groups: [[Role]] = [
            [.firstSide, .secondSide, .level], [.heatFirst, .heatSecond, .heatLevel],
            [.supported, .open, .contradicted], [.text, .dim, .focus, .warning], [.selection, .text],
            [.slider, .sliderTrack],
        ]
        for depth in ColourDepth.allCases {
            for group in groups where !(depth == .none && group.contains(.supported)) {
                let paints = Set(group.map { theme.paint($0, depth) })
                #expect(paints.count == group.count || isTight(theme, depth, group), "\(theme.id) \(depth) \(group)")
            }
        }
    }

    /// Eight colours have one grey that can be read on black: there dim text is plain.
    private func isTight(_ theme: Theme, _ depth: ColourDepth, _ group: [Role]) -> Bool {
        depth == .eight && group.contains(.dim)
    }

    /// WCAG 2.2: 4.5 : 1 for text, 3 : 1 for graphics and large text, 7 : 1 for enhanced contrast.
    @Test(arguments: [(Theme.light, 4.5), (.dark, 4.5), (.highContrast, 7)])
    func everyRoleIsReadable(theme: Theme, least: Double) {
        for role in Role.allCases {
            let paint = theme.paint(role, .indexed256)
            let ratio = contrast(rgb(paint.foreground), rgb(paint.background))
            #expect(ratio >= least, "\(theme.id) \(role): \(ratio)")
        }
    }

    @Test func theDefaultIsReadableOnBlackAndOnWhite() {
        for role in Role.allCases {
            let paint = Theme.standard.paint(role, .indexed256)
            for ground: Int16 in [16, 231] {
                let back = paint.background < 0 ? ground : paint.background
                let front = paint.foreground < 0 ? (back == 16 ? 231 : 16) : paint.foreground
                #expect(contrast(rgb(front), rgb(back)) >= 3, "\(role) on \(ground)")
            }
        }
    }

    /// As seen without the cones for red or for green (Machado, Oliveira and Fernandes 2009, severity 1).
    @Test(arguments: [Theme.standard, .light, .dark, .highContrast])
    func sidesDifferForTheColourBlind(theme: Theme) {
        let protanopia = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
        let deuteranopia = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
        let pairs: [(Role, Role)] = [
            (.firstSide, .secondSide), (.heatFirst, .heatSecond), (.supported, .contradicted),
        ]
        for matrix in [protanopia, deuteranopia] {
            for (a, b) in pairs {
                let fills = a == .heatFirst
                let colours = [a, b].map { role in
                    let paint = theme.paint(role, .indexed256)
                    return seen(rgb(fills ? paint.background : paint.foreground), matrix)
                }
                let distance = zip(colours[0], colours[1]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
                #expect(distance > 0.2, "\(theme.id) \(a) \(b): \(distance)")
            }
        }
    }

    // MARK: Colours in numbers

    /// Red, green and blue, 0…1, of xterm's 256.
    private func rgb(_ colour: Int16) -> [Double] {
        let number = Int(colour)
        if number >= 232 { return Array(repeating: Double(8 + 10 * (number - 232)) / 255, count: 3) }
        let steps = [0.0, 95, 135, 175, 215, 255].map { $0 / 255 }
        let cube = number - 16
        return [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    }

    private func linear(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }

    /// x to the 2.4, by Newton's method on y⁵ = x¹².
    private func power(_ x: Double) -> Double {
        let target = (0..<12).reduce(1.0) { product, _ in product * x }
        var y = max(x, 0.1)
        for _ in 0..<60 { y -= (y * y * y * y * y - target) / (5 * y * y * y * y) }
        return y
    }

    private func contrast(_ a: [Double], _ b: [Double]) -> Double {
        let lights = [a, b].map { colour in
            let parts = colour.map(linear)
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
        }
        return max(lights[0], lights[1]) / min(lights[0], lights[1])
    }

    private func seen(_ colour: [Double], _ matrix: [Double]) -> [Double] {
        let parts = colour.map(linear)
        return (0..<3).map { row in (0..<3).map { matrix[3 * row + $0] * parts[$0] }.reduce(0, +) }
    }
}
