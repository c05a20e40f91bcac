#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Plain threads rather than Dispatch or Swift's executor: those keep a pool that wakes up now and then after the work
// is done, and an idle program should not; nor does either say which signals its threads take.

/// As many threads as the machine has processors, at most 16: each has its own tables.
public let defaultThreads = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 16)

/// A lock that its holder may take again, with a condition to wait for.
final class Lock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        var attributes = pthread_mutexattr_t()
        pthread_mutexattr_init(&attributes)
        pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
        pthread_mutex_init(mutex, &attributes)
        pthread_mutexattr_destroy(&attributes)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func held<Result>(_ body: () throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Lets the lock go until `wake`, or at most for `seconds`. For a holder that took it once.
    func wait(seconds: Double? = nil) {
        guard let seconds else {
            pthread_cond_wait(condition, mutex)
            return
        }
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        let nanoseconds = Int(max(0, min(seconds, 3600)) * 1e9) + Int(deadline.tv_nsec)
        deadline.tv_sec += time_t(nanoseconds / 1_000_000_000)
        deadline.tv_nsec = nanoseconds % 1_000_000_000
        pthread_cond_timedwait(condition, mutex, &deadline)
    }

    func wake() { pthread_cond_broadcast(condition) }
}

/// A thread that takes no signals: those belong to the main one, which waits for them.
struct Thread: @unchecked Sendable {
    private let id: pthread_t

    /// `nil` when the system has no thread to give.
    init?(_ body: @escaping @Sendable () -> Void) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        // A fault is its own thread's, and the handler that restores the terminal must see it.
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&all, fault) }
        // The mask is inherited; setting it inside the new thread would leave a moment without.
        pthread_sigmask(SIG_BLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

        let context = Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var id: pthread_t?
            let failure = pthread_create(&id, nil, { Thread.run($0) }, context.toOpaque())
            guard failure == 0, let id else {
                context.release()
                return nil
            }
        #else
            var id = pthread_t()
            let failure = pthread_create(&id, nil, { Thread.run($0) }, context.toOpaque())
            guard failure == 0 else {
                context.release()
                return nil
            }
        #endif
        self.id = id
    }

    func join() { pthread_join(id, nil) }
    var isCurrent: Bool { pthread_equal(id, pthread_self()) != 0 }

    /// Lets the interface go first wherever both want a processor.
    static func lowerPriority() {
        #if canImport(Darwin)
            pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
        #else
            // On Linux 0 is the calling thread, and the threads it starts inherit its niceness.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        #endif
    }

    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }
}

/// Pieces of work, numbered, for threads to take one by one.
///
/// The pieces are fixed and each thread's findings are added up in a way that does not depend on who took which, so a
/// result is the same whatever the number of threads.
final class WorkQueue: @unchecked Sendable {
    private let lock = Lock()
    private var next: Int
    private let end: Int
    private var finished = 0
    private var cancelled = false

    init(_ pieces: Range<Int>) {
        next = pieces.lowerBound
        end = pieces.upperBound
    }

    private func take() -> Int? {
        lock.held {
            guard next < end, !cancelled else { return nil }
            next += 1
            return next - 1
        }
    }

    /// Works through all pieces on `threads` threads, the calling one among them. `work` gets the thread's number and
    /// the piece's; `keepGoing`, called on the calling thread with the count of finished pieces, stops it all by
    /// returning false. True when every piece is done.
    func run(threads: Int, keepGoing: (Int) -> Bool, work: @escaping @Sendable (Int, Int) -> Void) -> Bool {
        let helpers = (1..<max(1, min(threads, end - next))).compactMap { number in
            Thread { [self] in
                while let piece = take() {
                    work(number, piece)
                    lock.held { finished += 1 }
                }
            }
        }
        while let piece = take() {
            work(0, piece)
            let done = lock.held {
                finished += 1
                return finished
            }
            if !keepGoing(done) { lock.held { cancelled = true } }
        }
        for helper in helpers { helper.join() }
        return !cancelled
    }
}
