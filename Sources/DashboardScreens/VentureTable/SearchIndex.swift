import Incubation
import Storage

/// The search keys of all ventures in one block of memory, so that a search looks at bytes that
/// lie side by side and allocates nothing a venture. 100,000 ventures take about 10 MB.
///
/// Two indexes are equal when they are one: comparing states must not compare their bytes.
struct SearchIndex: Equatable, Sendable {
  private final class Storage: Sendable {
    let bytes: [UInt8]
    /// Where each key starts; one more than there are keys.
    let starts: [Int32]
    let ids: [Identifier<Venture>]
    /// The pipeline of each, by its place in `pipelines`.
    let pipelineOf: [UInt8]
    let pipelines: [String]
    /// How often each byte occurs: a search looks for the rarest of its word.
    let counts: [Int]

    init(bytes: [UInt8], starts: [Int32], keys: [VentureSearchKey]) {
      ids = keys.map(\.id)
      let pipelines = Array(Set(keys.map(\.pipeline)).sorted().prefix(255))
      let places = Dictionary(
        uniqueKeysWithValues: pipelines.enumerated().map { ($1, UInt8($0)) })
      self.pipelines = pipelines
      pipelineOf = keys.map { places[$0.pipeline] ?? 255 }
      var counts = [Int](repeating: 0, count: 256)
      for byte in bytes { counts[Int(byte)] += 1 }
      self.counts = counts
      self.bytes = bytes
      self.starts = starts
    }
  }

  private let storage: Storage

  /// An index over keys, in their order.
  init(_ keys: [VentureSearchKey]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.reduce(0) { $0 + $1.folded.utf8.count + 1 })
    var starts: [Int32] = [0]
    starts.reserveCapacity(keys.count + 1)
    for key in keys {
      bytes.append(contentsOf: key.folded.utf8)
      // A line feed is in no query, so no match reaches from one key into the next.
      bytes.append(0x0A)
      starts.append(Int32(bytes.count))
    }
    storage = Storage(bytes: bytes, starts: starts, keys: keys)
  }

  static func == (left: SearchIndex, right: SearchIndex) -> Bool {
    left.storage === right.storage
  }

  /// How many ventures it knows.
  var count: Int { storage.ids.count }

  /// The ventures whose keys hold every word of a query: first those that begin with the query,
  /// then those with a word that does, then the rest; alike ones in the order of the keys. At most
  /// `limit` of them, with how many there are in all.
  /// With a pipeline, only those of it.
  func search(
    _ query: String, limit: Int, pipeline: String? = nil
  ) -> (ids: [Identifier<Venture>], total: Int) {
    let only = pipeline.map { storage.pipelines.firstIndex(of: $0) ?? 254 }.map { UInt8($0) }
    let folded = Array(TextFolding.fold(query).utf8)
    let words = folded.split(separator: 0x20).map { Array($0) }.sorted { $0.count > $1.count }
    guard let longest = words.first else { return (Array(storage.ids.prefix(limit)), count) }
    var hits: [[Int32]] = [[], [], []]
    storage.bytes.withUnsafeBufferPointer { bytes in
      forEachKey(containing: longest, in: bytes) { key, range in
        if let only, storage.pipelineOf[Int(key)] != only { return }
        for word in words.dropFirst() where !Self.contains(word, in: bytes, range) { return }
        hits[Self.rank(folded, in: bytes, range)].append(key)
      }
    }
    let total = hits.reduce(0) { $0 + $1.count }
    return (hits.joined().prefix(limit).map { storage.ids[Int($0)] }, total)
  }

  /// Goes through the block once for the longest word, which is found least often; the key in
  /// which a hit lies follows from its place.
  private func forEachKey(
    containing word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (Int32, Range<Int>) -> Void
  ) {
    let anchor = word.indices.min { storage.counts[Int(word[$0])] < storage.counts[Int(word[$1])] }
    guard let anchor else { return }
    storage.starts.withUnsafeBufferPointer { starts in
      var key = 0
      var place = 0
      while let hit = Self.next(word[anchor], in: bytes, from: place + anchor) {
        place = hit - anchor
        guard Self.matches(word, in: bytes, at: place) else {
          place += 1
          continue
        }
        while Int(starts[key + 1]) <= place { key += 1 }
        let range = Int(starts[key])..<Int(starts[key + 1])
        body(Int32(key), range)
        place = range.upperBound
      }
    }
  }

  /// The next place of a byte, 32 at a time.
  private static func next(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    let wanted = SIMD32<UInt8>(repeating: byte)
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 32 <= bytes.count {
      let block = raw.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
      if any(block .== wanted) { break }
      place += 32
    }
    while place < bytes.count {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  private static func matches(
    _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    guard place >= 0, place + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[place + offset] != word[offset] { return false }
    return true
  }

  /// 0 when the key begins with the query, 1 when a word of it does, 2 otherwise.
  private static func rank(
    _ query: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    guard let place = find(query, in: bytes, from: range.lowerBound, to: range.upperBound) else {
      return 2
    }
    if place == range.lowerBound { return 0 }
    return bytes[place - 1] <= 0x20 ? 1 : 2
  }

  private static func contains(
    _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    find(word, in: bytes, from: range.lowerBound, to: range.upperBound) != nil
  }

  /// The first place of a word; the words are short, so the plain way is the fast one.
  private static func find(
    _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    let length = word.count
    guard length > 0, end - start >= length else { return nil }
    return word.withUnsafeBufferPointer { word in
      let first = word[0]
      var place = start
      let last = end - length
      while place <= last {
        if bytes[place] == first {
          var offset = 1
          while offset < length, bytes[place + offset] == word[offset] { offset += 1 }
          if offset == length { return place }
        }
        place += 1
      }
      return nil
    }
  }
}
