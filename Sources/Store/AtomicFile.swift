#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files written whole or not at all: a temporary file in the same directory, fsync, rename (contract §4).
public enum AtomicFile {
    /// Writes `text` to `path`, through symbolic links, keeping the rights of a file that is there.
    ///
    /// - Parameter replacing: whether a file that is there may be replaced; if not, `StoreProblem.Reason.exists`.
    /// - Parameter makingFolders: whether missing directories are made, for the reader's eyes only.
    public static func save(_ text: String, to path: String, replacing: Bool = true, makingFolders: Bool = false)
        throws(StoreProblem)
    {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw StoreProblem(path: path, reason: .notCreated(path.isEmpty ? ENOENT : EINVAL))
        }
        if let stream = openStream(path) { return try writeStream(text, stream, path) }
        var status = stat()
        // First as it stands: a pipe or a device can't be renamed over.
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            return try writeThrough(text, path)
        }
        let target = try followed(path)
        if makingFolders { try makeFolder(folder(of: target)) }
        let exists = stat(target, &status) == 0
        if exists {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else { throw StoreProblem(path: path, reason: .directory) }
            guard replacing else { throw StoreProblem(path: path, reason: .exists) }
            // A rename would go over it all the same.
            guard access(target, W_OK) == 0 else { throw StoreProblem(path: path, reason: .notCreated(errno)) }
        } else if errno != ENOENT {
            throw StoreProblem(path: path, reason: .notCreated(errno))
        }
        try writeAside(text, target, named: path, mode: exists ? status.st_mode & 0o7777 : nil, replacing: replacing)
    }

    /// Where `save` would write: for whoever must do it without memory or locks, as a signal handler.
    public struct Placement: Sendable, Hashable {
        /// A free name beside the target.
        public var temporary: String
        /// The path, its symbolic links followed.
        public var target: String
        /// The rights of the file that is there; `nil` for those of a new one.
        public var mode: mode_t?
    }

    /// The placement of a file that may be replaced, missing directories made; `nil` where `save` would not write aside
    /// and rename.
    public static func placement(of path: String) -> Placement? {
        guard let target = try? followed(path), (try? makeFolder(folder(of: target))) != nil else { return nil }
        var status = stat()
        let exists = stat(target, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG && access(target, W_OK) == 0 else { return nil }
        return Placement(
            temporary: temporary(for: target), target: target, mode: exists ? status.st_mode & 0o7777 : nil)
    }

    private static func temporary(for target: String) -> String {
        folder(of: target) + "/.fulcrum-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    }

    private static func writeAside(
        _ text: String, _ target: String, named path: String, mode: mode_t?, replacing: Bool
    ) throws(StoreProblem) {
        let temporary = temporary(for: target)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw StoreProblem(path: path, reason: .notCreated(errno)) }
        if let mode { _ = fchmod(file, mode) }
        var failure = writeAll(text, to: file)
        if failure == 0 && fsync(file) != 0 { failure = errno }
        if close(file) != 0 && failure == 0 { failure = errno }
        if failure == 0 {
            // A link fails where a rename would replace what another program has made in between.
            if replacing {
                if rename(temporary, target) != 0 { failure = errno }
            } else if link(temporary, target) != 0 {
                failure = errno
                // A file system without hard links, as on many sticks.
                if [EPERM, ENOTSUP, EMLINK].contains(failure), access(target, F_OK) != 0 {
                    failure = rename(temporary, target) == 0 ? 0 : errno
                }
            }
        }
        if failure != 0 || !replacing { _ = unlink(temporary) }
        guard failure == 0 else {
            throw StoreProblem(path: path, reason: failure == EEXIST ? .exists : .notWritten(failure))
        }
        syncFolder(folder(of: target))
    }

    /// The descriptor that a path such as /dev/stdout or /dev/fd/3 stands for. Opened by its path, a file that is being
    /// appended to would be written over from its start.
    private static func openStream(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default: break
        }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            return Int32(path.dropFirst(folder.count)).flatMap { $0 >= 0 ? $0 : nil }
        }
        return nil
    }

    private static func writeStream(_ text: String, _ stream: Int32, _ path: String) throws(StoreProblem) {
        guard fcntl(stream, F_GETFD) >= 0 else { throw StoreProblem(path: path, reason: .notCreated(errno)) }
        let failure = writeAll(text, to: stream)
        guard failure == 0 else { throw StoreProblem(path: path, reason: .notWritten(failure)) }
    }

    private static func writeThrough(_ text: String, _ path: String) throws(StoreProblem) {
        // A pipe without a reader, or with one that stands still, would block for ever: an error instead.
        let file = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else { throw StoreProblem(path: path, reason: .notCreated(errno)) }
        let failure = writeAll(text, to: file)
        _ = close(file)
        guard failure == 0 else { throw StoreProblem(path: path, reason: .notWritten(failure)) }
    }

    /// 0, or the system's error number.
    private static func writeAll(_ text: String, to file: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = write(file, bytes.baseAddress! + done, bytes.count - done)
                if count > 0 {
                    done += count
                } else if errno == EAGAIN {
                    guard hasRoom(file) else { return ETIMEDOUT }
                } else if errno != EINTR {
                    return errno == 0 ? EIO : errno
                }
            }
            return 0
        }
    }

    /// Whether a pipe that was full takes more within a time that a reader would bear.
    private static func hasRoom(_ file: Int32) -> Bool {
        let milliseconds: Int32 = 3000
        var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        return poll(&wait, 1, milliseconds) > 0
    }

    /// Makes a directory and those above it.
    static func makeFolder(_ path: String) throws(StoreProblem) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path.count > 1 else { throw StoreProblem(path: path, reason: .notCreated(errno)) }
        try makeFolder(folder(of: path))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw StoreProblem(path: path, reason: .notCreated(errno))
        }
    }

    /// Without this a power cut could undo the rename.
    private static func syncFolder(_ path: String) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        _ = close(folder)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The file that a symbolic link leads to in the end, even where that does not exist yet.
    static func followed(_ original: String) throws(StoreProblem) -> String {
        var path = original
        for _ in 0..<40 {
            var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
            let count = buffer.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
            guard count > 0 else { return path }
            guard let link = String(validating: buffer.prefix(count), as: UTF8.self) else {
                throw StoreProblem(path: original, reason: .notCreated(EILSEQ))
            }
            path = link.hasPrefix("/") ? link : folder(of: path) + "/" + link
        }
        return path
    }

    /// `sweep` in the folder of a file.
    public static func sweep(around path: String) { sweep(folder(of: (try? followed(path)) ?? path)) }

    /// Removes what killed programs left behind: temporary files of ours, older than an hour.
    public static func sweep(_ folder: String) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(".fulcrum-"), name.hasSuffix(".tmp") else { continue }
            var status = stat()
            let path = folder + "/" + name
            if lstat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > 3600 { _ = unlink(path) }
        }
    }
}
