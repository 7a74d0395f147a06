import Dispatch
import Foundation

/// Watches files with an ending in folders, by inotify(7): an idle program is not woken at all.
/// Knows files that are written in place, replaced by renaming, or linked to; folders that come
/// and go; and answers once for changes that come close together.
@MainActor
final class FolderWatch {
  /// What a watched folder is watched for.
  private struct Interest {
    /// Files with the ending count.
    var isWanted = false
    /// These names count: the target of a link, or the next part of the way to a folder that does
    /// not exist yet.
    var names: Set<String> = []
  }

  private let folders: [String]
  private let ending: String
  private let changed: @MainActor () -> Void
  private let descriptor: Int32
  private var source: (any DispatchSourceRead)?
  private var interests: [Int32: Interest] = [:]
  private var isAnswering = false

  /// Milliseconds between a change and the answer, so that a file that is being written is whole.
  private static let pause = 100
  private static let events = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF)

  /// Begins to watch; nil when the system has no more watches to give.
  init?(_ folders: [String], ending: String, changed: @escaping @MainActor () -> Void) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    self.folders = folders
    self.ending = ending
    self.changed = changed
    guard descriptor >= 0 else { return nil }
    arm()
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
    source.setCancelHandler { [descriptor] in close(descriptor) }
    source.activate()
    self.source = source
  }

  /// Ends the watching.
  func cancel() {
    source?.cancel()
    source = nil
  }

  // MARK: What is watched

  private func arm() {
    let old = interests
    interests = [:]
    for folder in folders {
      if !watch(folder, { $0.isWanted = true }) { watchWay(to: folder) }
      for link in links(in: folder) {
        watch((link as NSString).deletingLastPathComponent) {
          $0.names.insert((link as NSString).lastPathComponent)
        }
      }
    }
    for number in old.keys where interests[number] == nil { inotify_rm_watch(descriptor, number) }
  }

  @discardableResult
  private func watch(_ folder: String, _ note: (inout Interest) -> Void) -> Bool {
    let number = inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_ONLYDIR))
    guard number >= 0 else { return false }
    note(&interests[number, default: Interest()])
    return true
  }

  /// Watches the nearest folder above one that does not exist. What appears while this looks is
  /// seen: after a watch is set, the next part is looked for once more.
  private func watchWay(to folder: String, attempts: Int = 3) {
    var parts = folder.split(separator: "/").map(String.init)
    while let next = parts.popLast() {
      let above = "/" + parts.joined(separator: "/")
      guard watch(above, { $0.names.insert(next) }) else { continue }
      guard attempts > 0, access((above == "/" ? "" : above) + "/" + next, F_OK) == 0 else {
        return
      }
      if !watch(folder, { $0.isWanted = true }) { watchWay(to: folder, attempts: attempts - 1) }
      return
    }
  }

  /// Where the links in a folder lead, as far as they have the ending.
  private func links(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
      .filter(Files.isLink).map { ($0 as NSString).resolvingSymlinksInPath }
  }

  // MARK: What happened

  private func read() {
    var isRelevant = false
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      isRelevant = take(buffer[..<count]) || isRelevant
    }
    if isRelevant { answerSoon() }
  }

  /// Whether one of these events is about a wanted file or folder.
  private func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    let header = MemoryLayout<inotify_event>.size
    var rest = bytes
    var isRelevant = false
    while rest.count >= header {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let length = Int(event.len)
      let letters = rest.dropFirst(header).prefix(length).prefix { $0 != 0 }
      rest = rest.dropFirst(header + length)
      isRelevant = isAbout(event, String(decoding: letters, as: UTF8.self)) || isRelevant
    }
    return isRelevant
  }

  private func isAbout(_ event: inotify_event, _ name: String) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    guard let interest = interests[event.wd] else { return false }
    if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED) != 0 { return true }
    return interest.isWanted && name.hasSuffix(ending) || interest.names.contains(name)
  }

  private func answerSoon() {
    guard !isAnswering else { return }
    isAnswering = true
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Self.pause)) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.source != nil else { return }
        self.isAnswering = false
        // Folders may have come or gone; links may lead elsewhere.
        self.arm()
        self.changed()
      }
    }
  }
}
