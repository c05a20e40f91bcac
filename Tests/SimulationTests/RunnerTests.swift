import BalanceModel
import Testing

@testable import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a runner's updates land, and what the test knows it submitted last.
private final class Mailbox: @unchecked Sendable {
    private let lock = Lock()
    private var updates: [SimulationRunner.Update] = []
    private var newest = 0
    private var stale = 0

    func put(_ update: SimulationRunner.Update) {
        lock.held {
            updates.append(update)
            if update.generation < newest { stale += 1 }
            lock.wake()
        }
    }

    func submitted(_ generation: Int) { lock.held { newest = generation } }
    var all: [SimulationRunner.Update] { lock.held { updates } }
    var staleCount: Int { lock.held { stale } }

    /// The final update of a generation, waited for; `nil` if it does not come.
    func final(_ generation: Int) -> SimulationRunner.Update? {
        awaited { $0.generation == generation && $0.isFinal }
    }

    func awaited(_ isWanted: (SimulationRunner.Update) -> Bool) -> SimulationRunner.Update? {
        lock.held {
            for _ in 0..<600 {
                if let found = updates.last(where: isWanted) { return found }
                lock.wait(seconds: 0.1)
            }
            return nil
        }
    }
}

@Suite struct RunnerTests {
    private func request(_ samples: Int, points: Double = 20) -> SimulationRequest {
        let model = fullModel()
        var settings = Settings(model)
        settings.points[0] = points
        return SimulationRequest(model: model, settings: settings, samples: samples)
    }

    @Test func refinesUntilAllIsDrawn() throws {
        let mailbox = Mailbox()
        let runner = SimulationRunner(threads: 2, settle: 0, interval: 0) { mailbox.put($0) }
        let request = request(100_000)
        let generation = runner.submit(request, sensitivity: true)
        let final = try #require(mailbox.final(generation))
        #expect(final.result == simulate(request, threads: 1))
        #expect(final.sensitivity == sensitivity(request, threads: 1))
        #expect(mailbox.all.map(\.result.samplesDone) == [4096, 16384, 65536, 100_000, 100_000])
        #expect(mailbox.all.map(\.isFinal) == [false, false, false, false, true])
        runner.stop()
    }

    @Test func intermediateUpdatesKeepTheirDistance() throws {
        let mailbox = Mailbox()
        let runner = SimulationRunner(settle: 0, interval: 3600) { mailbox.put($0) }
        _ = try #require(mailbox.final(runner.submit(request(20_000), sensitivity: true)))
        #expect(mailbox.all.count == 1)
        runner.stop()
    }

    @Test(arguments: [0, 0.002]) func neverDeliversAStaleResult(settle: Double) throws {
        let mailbox = Mailbox()
        let runner = SimulationRunner(threads: 2, settle: settle, interval: 0) { mailbox.put($0) }
        var randomness = SystemRandomNumberGenerator()
        var last = 0
        for k in 0..<120 {
            last = runner.submit(request(k % 3 == 0 ? 1000 : 50_000, points: Double(k % 90 + 1)))
            mailbox.submitted(last)
            // Some must be in time, or this shows nothing.
            if k % 12 == 0 { _ = try #require(mailbox.final(last)) }
            usleep(UInt32.random(in: 0...3000, using: &randomness))
        }
        let final = try #require(mailbox.final(last))
        #expect(final.result == simulate(request(50_000, points: Double(119 % 90 + 1)), threads: 1))
        #expect(mailbox.staleCount == 0)
        let generations = mailbox.all.map(\.generation)
        #expect(generations == generations.sorted())
        runner.stop()
    }

    @Test func settlesOnTheNewestOfABurst() throws {
        let mailbox = Mailbox()
        let runner = SimulationRunner(settle: 0.5, interval: 0) { mailbox.put($0) }
        var last = 0
        for _ in 0..<50 { last = runner.submit(request(1000)) }
        _ = try #require(mailbox.final(last))
        #expect(mailbox.all.map(\.generation) == [last])
        runner.stop()
    }

    @Test func cancelledAndStoppedRunnersKeepQuiet() throws {
        let mailbox = Mailbox()
        let runner = SimulationRunner(threads: 2, settle: 0, interval: 0) { mailbox.put($0) }
        let endless = request(1_000_000_000)
        let cancelled = runner.submit(endless)
        _ = try #require(mailbox.awaited { $0.generation == cancelled })
        runner.cancel()
        let generation = runner.submit(request(1000))
        _ = try #require(mailbox.final(generation))

        let stopped = runner.submit(endless)
        _ = try #require(mailbox.awaited { $0.generation == stopped })
        runner.stop()
        let atStop = mailbox.all.count
        #expect(runner.submit(request(1000)) == runner.submit(request(1000)))
        runner.stop()
        #expect(mailbox.all.count == atStop)
        #expect(mailbox.all.filter(\.isFinal).map(\.generation) == [generation])
    }

    @Test func deliveryMaySubmitAndStop() throws {
        let mailbox = Mailbox()
        let holder = Holder()
        let next = request(2000)
        let runner = SimulationRunner(settle: 0, interval: 0) { update in
            mailbox.put(update)
            if update.generation == 1 { holder.runner?.submit(next) } else { holder.runner?.stop() }
        }
        holder.runner = runner
        runner.submit(request(1000))
        _ = try #require(mailbox.final(2))
        runner.stop()
        holder.runner = nil
        #expect(mailbox.all.map(\.generation) == [1, 2])
    }

    private final class Holder: @unchecked Sendable {
        private let lock = Lock()
        private var held: SimulationRunner?
        var runner: SimulationRunner? {
            get { lock.held { held } }
            set { lock.held { held = newValue } }
        }
    }
}
