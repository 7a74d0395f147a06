import DashboardKit
import Incubation
import Storage

/// Something about training that is written: what a form or a key asked for, as a value.
enum TrainingWork: Equatable, Sendable {
  case createCourse(CourseContent)
  case updateCourse(Identifier<Course>, CourseContent, version: Int)
  case setStatus(Identifier<Course>, Course.Status, version: Int)
  case copyCourse(Identifier<Course>, toYear: Int)
  case schedule(SessionContent, Recurrence?, Identifier<Course>, allowing: SafeText)
  case updateSession(
    Identifier<CourseSession>, SessionContent, Identifier<Course>, version: Int,
    allowing: SafeText)
  case cancelSession(Identifier<CourseSession>, version: Int, reason: SafeText)
  case addVenue(SafeText, address: SafeText, capacity: Int)
  case addTrainer(Registrant)
  case register([Registrant], Identifier<Course>, Identifier<CourseSession>?)
  case registerFile(String, Identifier<Course>, Identifier<CourseSession>?)
  case move([Enrolment], Enrolment.State, reason: SafeText)
  case transfer(Enrolment, Registrant, to: Identifier<Course>)
  case drawLots(Identifier<Course>, Identifier<CourseSession>?)
  case renewOffers(Identifier<Course>, Identifier<CourseSession>?)
  case mark([Attendance], Identifier<CourseSession>)
  case markAll(but: Set<Identifier<Enrolment>>, Identifier<CourseSession>)
  case grade(Enrolment, score: Int?, gaveFeedback: Bool)
  case certify([Identifier<Enrolment>])
  case revoke(SafeText, reason: SafeText)
  case addFeedback(FeedbackForm, Identifier<Course>)
}

/// What came of it.
enum TrainingOutcome: Equatable, Sendable {
  /// It is stored: what undo needs, and what there is to say beyond what was done.
  case done([ChangeReceipt], note: TrainingNote?)
  /// It collides and nothing was stored: with what, and where it would not.
  case collides([TrainingConflict], ways: [SessionWay])
  /// It failed.
  case failed(TrainingFailure)
}

/// What there is to say of something that was done.
enum TrainingNote: Equatable, Sendable {
  /// A new course, to be opened.
  case opened(Identifier<Course>)
  /// A course was copied: the new one, how many sessions, how many of them went to other days.
  case copied(Identifier<Course>, sessions: Int, moved: Int)
  /// So many got a place, so many wait, and rows of the file that were refused.
  case registered(placed: Int, waiting: Int, refused: [Int])
  /// So many certificates, the first and the last number.
  case certified(Int, first: SafeText, last: SafeText)
  /// Lots were drawn with this seed.
  case lots(UInt64)
  /// A file was written.
  case written(String, rows: Int)
  /// There was nothing to do.
  case nothing
}

/// Why something about training cannot be done.
enum TrainingFailure: Equatable, Sendable {
  case storage(StorageError)
  case file(FileFailure)
  /// The list has no column of names, or no row.
  case emptyList(path: String)

  func words(_ language: Language, today: LocalDate) -> String {
    switch self {
    case .storage(let error): ErrorWords(language).sentence(for: error, today: today)
    case .file(let failure): failure.words(language)
    case .emptyList(let path):
      language.say(
        "\(path) không có dòng nào có họ tên; cột đầu tiên phải là họ và tên.",
        "\(path) has no row with a name; the first column must be the name.")
    }
  }
}

/// A place or a time at which a session would not collide.
enum SessionWay: Hashable, Sendable {
  case venue(SafeText)
  case span(TimeSpan)
}

/// Does what was asked for, with the ports. `Files` is how files are read.
struct TrainingPerformer<Files: FileSource> {
  let services: Services
  var training: any TrainingPort { services.stores.training }
  var session: Session { services.session }

  func perform(_ work: TrainingWork) async -> TrainingOutcome? {
    do {
      switch work {
      case .schedule, .updateSession, .cancelSession: return try await planned(work)
      case .createCourse, .updateCourse, .setStatus, .copyCourse, .addVenue, .addTrainer:
        return try await course(work)
      case .register, .registerFile, .move, .transfer, .drawLots, .renewOffers:
        return try await people(work)
      default: return try await results(work)
      }
    } catch let error as StorageError {
      return await refused(error, work)
    } catch let failure as FileFailure {
      return .failed(.file(failure))
    } catch let failure as ListFailure {
      return .failed(.emptyList(path: failure.path))
    } catch {
      return nil
    }
  }

  private func refused(_ error: StorageError, _ work: TrainingWork) async -> TrainingOutcome {
    guard case .trainingRefused(.conflicts(let conflicts)) = error else {
      return .failed(.storage(error))
    }
    return .collides(conflicts, ways: (try? await ways(for: work)) ?? [])
  }

  private func planned(_ work: TrainingWork) async throws -> TrainingOutcome? {
    switch work {
    case .schedule(let content, let rule, let course, let reason):
      let (_, receipt) = try await training.schedule(
        content, repeating: rule, in: course, allowing: reason, by: session)
      return .done([receipt], note: nil)
    case .updateSession(let id, let content, _, let version, let reason):
      let receipt = try await training.update(
        id, to: content, ifVersion: version, allowing: reason, by: session)
      return .done([receipt], note: nil)
    case .cancelSession(let id, let version, let reason):
      let receipt = try await training.cancel(id, reason: reason, ifVersion: version, by: session)
      return .done([receipt], note: nil)
    default: return nil
    }
  }

  private func course(_ work: TrainingWork) async throws -> TrainingOutcome? {
    switch work {
    case .createCourse(let content):
      let (id, receipt) = try await training.create(content, by: session)
      return .done([receipt], note: .opened(id))
    case .updateCourse(let id, let content, let version):
      return .done(
        [try await training.update(id, to: content, ifVersion: version, by: session)], note: nil)
    case .setStatus(let id, let status, let version):
      return .done(
        [try await training.setStatus(status, of: id, ifVersion: version, by: session)], note: nil)
    case .copyCourse(let id, let year): return try await copy(id, toYear: year)
    case .addVenue(let name, let address, let capacity):
      let (_, receipt) = try await training.addVenue(
        name, address: address, capacity: capacity, by: session)
      return .done([receipt], note: nil)
    case .addTrainer(let trainer):
      let (_, receipt) = try await training.addTrainer(trainer, by: session)
      return .done([receipt], note: nil)
    default: return nil
    }
  }

  private func results(_ work: TrainingWork) async throws -> TrainingOutcome? {
    switch work {
    case .mark(let marks, let id):
      return .done([try await training.mark(marks, in: id, by: session)], note: nil)
    case .markAll(let absent, let id):
      return .done([try await training.markAllPresent(but: absent, in: id, by: session)], note: nil)
    case .grade(let enrolment, let score, let gave):
      let receipt = try await training.grade(
        enrolment.id, score: score, gaveFeedback: gave, ifVersion: enrolment.version, by: session)
      return .done([receipt], note: nil)
    case .certify(let ids):
      let (certificates, _) = try await training.issueCertificates(to: ids, by: session)
      guard let first = certificates.first, let last = certificates.last else {
        return .done([], note: .nothing)
      }
      return .done(
        [], note: .certified(certificates.count, first: first.number, last: last.number))
    case .revoke(let number, let reason):
      return .done(
        [try await training.revoke(certificate: number, reason: reason, by: session)], note: nil)
    case .addFeedback(let form, let id):
      return .done([try await training.addFeedback([form], for: id, by: session)], note: nil)
    default: return nil
    }
  }
}

/// A list without any name.
struct ListFailure: Error {
  var path: String
}
