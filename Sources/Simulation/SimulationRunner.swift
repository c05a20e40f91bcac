import BalanceModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Simulates beside the interface: one request at a time, the newest, on threads of its own.
///
/// A newer request ends the running one within a fraction of a millisecond; a result is never delivered once a newer
/// request is in. Without a request the threads sleep or do not exist.
public final class SimulationRunner: Sendable {
    public struct Update: Sendable, Hashable {
        /// What `submit` returned for the request.
        public var generation: Int
        public var result: SimulationResult
        /// Where asked for, with the last update.
        public var sensitivity: [SensitivityIndex]?
        /// No further update of this generation will come.
        public var isFinal: Bool
    }

    private let worker: RunnerThread

    /// - Parameters:
    ///   - threads: how many share the draws, at least 1; they change the time, never the result.
    ///   - settle: seconds to wait for a newer request before starting, so that a held key costs no simulation.
    ///   - interval: seconds between two updates at least, the last one excepted.
    ///   - deliver: called on a background thread while `submit` waits, so it should only pass the update on. It may
    ///     itself submit or stop.
    public init(
        threads: Int = defaultThreads, settle: Double = 0.1, interval: Double = 0.05,
        deliver: @escaping @Sendable (Update) -> Void
    ) {
        worker = RunnerThread(threads: threads, settle: settle, interval: interval, deliver: deliver)
    }

    deinit { worker.stop() }

    /// Replaces whatever is running or waiting. Returns the request's generation, counted from 1.
    @discardableResult
    public func submit(_ request: SimulationRequest, sensitivity: Bool = false) -> Int {
        worker.submit(.init(request: request, sensitivity: sensitivity))
    }

    /// Gives up whatever is running or waiting.
    public func cancel() { _ = worker.submit(nil) }

    /// Ends for good; when it returns, the threads are gone and nothing more will be delivered. Within `deliver` it
    /// only asks for that.
    public func stop() { worker.stop() }
}

/// The thread behind a runner. All that changes is guarded by `lock`, which is also held during delivery: a request
/// therefore comes before a result or after it, never between its check and its delivery.
private final class RunnerThread: @unchecked Sendable {
    struct Job: Sendable {
        var request: SimulationRequest
        var sensitivity: Bool
    }

    /// The first update comes after so many draws, each further one after four times as many.
    private static let firstStage = 4096

    private let threads: Int
    private let settle: Double
    private let interval: Double
    private let deliver: @Sendable (SimulationRunner.Update) -> Void

    private let lock = Lock()
    private var generation = 0
    private var waiting: Job?
    /// When the waiting job may start.
    private var start = 0.0
    /// The thread sleeps until then and needs no waking, least of all at every key of a burst.
    private var isSettling = false
    private var stopping = false
    private var thread: Thread?

    init(
        threads: Int, settle: Double, interval: Double, deliver: @escaping @Sendable (SimulationRunner.Update) -> Void
    ) {
        self.threads = threads
        self.settle = settle
        self.interval = interval
        self.deliver = deliver
    }

    func submit(_ job: Job?) -> Int {
        lock.held {
            guard !stopping else { return generation }
            generation += 1
            waiting = job
            start = Self.now() + settle
            // Not before the first request: a program that never asks has no second thread.
            if thread == nil, job != nil { thread = Thread { [self] in run() } }
            if !isSettling { lock.wake() }
            return generation
        }
    }

    func stop() {
        let ending = lock.held { () -> Thread? in
            stopping = true
            generation += 1
            waiting = nil
            lock.wake()
            guard let thread, !thread.isCurrent else { return nil }
            self.thread = nil
            return thread
        }
        ending?.join()
    }

    private func run() {
        Thread.lowerPriority()
        while let (job, generation) = next() { run(job, generation) }
    }

    /// The next job, once no newer one has come for `settle` seconds; `nil` when it is time to end.
    private func next() -> (Job, Int)? {
        lock.held {
            while !stopping {
                guard let job = waiting else {
                    lock.wait()
                    continue
                }
                let left = start - Self.now()
                guard left > 0 else {
                    waiting = nil
                    return (job, generation)
                }
                isSettling = true
                lock.wait(seconds: left)
                isSettling = false
            }
            return nil
        }
    }

    private func run(_ job: Job, _ generation: Int) {
        let isCurrent: (Double) -> Bool = { [self] _ in lock.held { self.generation == generation } }
        let simulation = Simulation(job.request, threads: threads)
        var last = Self.now()
        var stage = Self.firstStage
        while stage < job.request.samples {
            guard simulation.advance(to: stage, progress: isCurrent) else { return }
            if Self.now() - last >= interval {
                send(.init(generation: generation, result: simulation.result(), sensitivity: nil, isFinal: false))
                last = Self.now()
            }
            stage *= 4
        }
        guard simulation.advance(to: job.request.samples, progress: isCurrent) else { return }
        let result = simulation.result()
        guard job.sensitivity else {
            send(.init(generation: generation, result: result, sensitivity: nil, isFinal: true))
            return
        }
        if Self.now() - last >= interval {
            send(.init(generation: generation, result: result, sensitivity: nil, isFinal: false))
        }
        if let found = sensitivity(job.request, threads: threads, progress: isCurrent) {
            send(.init(generation: generation, result: result, sensitivity: found, isFinal: true))
        }
    }

    private func send(_ update: SimulationRunner.Update) {
        lock.held {
            if update.generation == generation { deliver(update) }
        }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
}
