/**
 * Errors that the caller can act on. The message says what came, what was expected and what to do;
 * `code` is the same for programs. Everything that is not a UserError is a fault of ours: it is
 * logged in full and reaches the client only as "Internal error."
 */
export abstract class UserError extends Error {
  abstract readonly code: string
}

/**
 * A name that came with a request, as a message repeats it: in quotes, and no longer than a line.
 */
function quoted(name: string): string {
  return name.length <= 100 ? `"${name}"` : `"${name.slice(0, 100)}…" (${name.length} characters)`
}

/** No such session here. The message says how to find the ones there are. */
export class SessionNotFoundError extends UserError {
  override readonly name = 'SessionNotFoundError'
  readonly code = 'SESSION_NOT_FOUND'
  readonly sessionId: string

  constructor(sessionId: string, sessionCount: number) {
    super(
      `No session ${quoted(sessionId)}. Query { sessions { nodes { id } } } for the ${sessionCount} served here.`,
    )
    this.sessionId = sessionId
  }
}

/** No such session yet, but not all places have been read: it may turn up. */
export class StillReadingError extends UserError {
  override readonly name = 'StillReadingError'
  readonly code = 'STILL_READING'
  readonly sessionId: string

  /** @param progress how far reading has come; a clause */
  constructor(sessionId: string, sessionCount: number, progress: string) {
    super(
      `No session ${quoted(sessionId)} among the ${sessionCount} found so far, but it may appear: ${progress}. Try again in a few seconds.`,
    )
    this.sessionId = sessionId
  }
}

/**
 * A session that the project's tables know, and whose file is not here. The
 * message says where to put it.
 */
export class SessionNotAvailableError extends UserError {
  override readonly name = 'SessionNotAvailableError'
  readonly code = 'SESSION_NOT_AVAILABLE'
  readonly sessionId: string

  constructor(sessionId: string) {
    const file = `session_${sessionId}.nwb`
    super(
      `Session "${sessionId}" is known from the tables of the AllenSDK cache, but its file is not here. Put ${file} into the folder session_${sessionId} ` +
        `next to the tables (the AllenSDK's EcephysProjectCache.get_session_data(${sessionId}) downloads it there); it is then picked up automatically. ` +
        'If it is already there, query { refusedFiles { fileName message } }.',
    )
    this.sessionId = sessionId
  }
}

/** A file that could not be downloaded to this machine. The message says why, and what to do. */
export class DownloadError extends UserError {
  override readonly name = 'DownloadError'
  readonly code = 'DOWNLOAD_FAILED'
}

/** A brain area that the session, or the project, does not have. */
export class AreaNotFoundError extends UserError {
  override readonly name = 'AreaNotFoundError'
  readonly code = 'AREA_NOT_FOUND'
  readonly area: string

  constructor(area: string, known: readonly string[]) {
    super(
      known.length === 0
        ? `No area ${quoted(area)}: no channel here has a brain area.`
        : `No area ${quoted(area)} here. Available: ${known.join(', ')}.`,
    )
    this.area = area
  }
}

/** A unit that the session does not store. */
export class UnitNotFoundError extends UserError {
  override readonly name = 'UnitNotFoundError'
  readonly code = 'UNIT_NOT_FOUND'
  readonly unitId: string

  /** @param sessionId null: of several sessions none has it */
  constructor(unitId: string, sessionId: string | null, unitCount: number) {
    super(
      sessionId === null
        ? `None of the selected sessions has a unit ${quoted(unitId)}. Query { units { nodes { unitId session { id } } } } for ids; they store ${unitCount} units.`
        : `Session "${sessionId}" has no unit ${quoted(unitId)}. Query { session(id: "${sessionId}") { units { nodes { unitId } } } } for ids; it stores ${unitCount} units.`,
    )
    this.unitId = unitId
  }
}

/** A probe that the session does not have. */
export class ProbeNotFoundError extends UserError {
  override readonly name = 'ProbeNotFoundError'
  readonly code = 'PROBE_NOT_FOUND'
  readonly probe: string

  constructor(probe: string, known: readonly string[]) {
    super(`No probe ${quoted(probe)} in this session. Available: ${known.join(', ') || 'none'}.`)
    this.probe = probe
  }
}

/** A time series that the session does not have. */
export class SeriesNotFoundError extends UserError {
  override readonly name = 'SeriesNotFoundError'
  readonly code = 'SERIES_NOT_FOUND'

  /** @param known paths of those that it has; null: not looked for */
  constructor(series: string, known: readonly string[] | null) {
    const available = known ? ` Available: ${known.join(', ') || 'none'}.` : ''
    super(`The session has no ${series.slice(0, 200)}.${available}`)
  }
}

/** A channel that the session does not store. */
export class ChannelNotFoundError extends UserError {
  override readonly name = 'ChannelNotFoundError'
  readonly code = 'CHANNEL_NOT_FOUND'
  readonly channelId: string

  constructor(channelId: string, where: string) {
    super(
      `No channel "${channelId}" in ${where}. Query { session(id: …) { channels { nodes { channelId } } } } for ids.`,
    )
    this.channelId = channelId
  }
}

/** A stimulus epoch, or a stimulus name, that the session does not have. */
export class EpochNotFoundError extends UserError {
  override readonly name = 'EpochNotFoundError'
  readonly code = 'EPOCH_NOT_FOUND'

  constructor(wanted: string, known: readonly string[]) {
    super(`No ${wanted} in this session. Available: ${known.join(', ') || 'none'}.`)
  }
}

/** A stimulus presentation that the session does not have. */
export class PresentationNotFoundError extends UserError {
  override readonly name = 'PresentationNotFoundError'
  readonly code = 'PRESENTATION_NOT_FOUND'

  constructor(id: string, count: number) {
    super(
      `No presentation "${id}" in this session. Available: ${count ? `0 to ${count - 1}` : 'none'}.`,
    )
  }
}

/** A stimulus condition that the session does not have. */
export class ConditionNotFoundError extends UserError {
  override readonly name = 'ConditionNotFoundError'
  readonly code = 'CONDITION_NOT_FOUND'

  constructor(id: string, count: number) {
    super(
      `No condition "${id}" in this session. Available: ${count ? `0 to ${count - 1}` : 'none'}.`,
    )
  }
}

/** A bin size that is not a positive, finite number of seconds. */
export class InvalidBinSizeError extends UserError {
  override readonly name = 'InvalidBinSizeError'
  readonly code = 'INVALID_BIN_SIZE'

  constructor(binSize: number) {
    super(
      `binSize is ${binSize}; it must be a finite number of seconds greater than 0, such as 0.1.`,
    )
  }
}

/** A window without length, or without finite ends, or too short for one bin. */
export class InvalidWindowError extends UserError {
  override readonly name = 'InvalidWindowError'
  readonly code = 'INVALID_WINDOW'
}

/** More bins in one window than one matrix may have. */
export class TooManyBinsError extends UserError {
  override readonly name = 'TooManyBinsError'
  readonly code = 'TOO_MANY_BINS'

  constructor(binCount: number, maxBins: number) {
    super(
      `The window has ${binCount} bins; a matrix may have at most ${maxBins}. Use a larger binSize or a shorter window.`,
    )
  }
}

/**
 * The request asks for more cells (bins x units x windows, samples x
 * channels) than one response may hold.
 */
export class TooManyCellsError extends UserError {
  override readonly name = 'TooManyCellsError'
  readonly code = 'TOO_MANY_CELLS'

  constructor(cells: number, maxCells: number) {
    super(
      `This request needs at least ${cells} cells (bins x units, over all windows; spikes; samples x channels); the limit is ${maxCells} per request. ` +
        'Request fewer areas, epochs or channels, a larger binSize or shorter windows, or split it into several requests. The operator can raise --max-cells.',
    )
  }
}

/** The request asks for more coincidences of spikes, or products of counts, than one may take. */
export class TooManyOperationsError extends UserError {
  override readonly name = 'TooManyOperationsError'
  readonly code = 'TOO_MANY_OPERATIONS'

  constructor(operations: number, maxOperations: number) {
    super(
      `This request needs about ${Math.ceil(operations)} operations (coincidences of spikes, products of counts); the limit is ${maxOperations} per request. ` +
        'Request fewer units, shorter lags or less time, or split it into several requests. The operator can raise --max-cells, which raises this limit too.',
    )
  }
}

/** More samples in a window than points were wanted, where they must not be resampled. */
export class TooManyPointsError extends UserError {
  override readonly name = 'TooManyPointsError'
  readonly code = 'TOO_MANY_POINTS'

  constructor(sampleCount: number, maxPoints: number) {
    super(
      `The window has ${sampleCount} samples, but maxPoints is ${maxPoints} and resample is NONE. Use a shorter window, a larger maxPoints, or resample with MEAN or MIN_MAX.`,
    )
  }
}

/** More values in the lists of one response than it may hold. */
export class TooManyValuesError extends UserError {
  override readonly name = 'TooManyValuesError'
  readonly code = 'TOO_MANY_VALUES'

  constructor(values: number, maxValues: number) {
    super(
      `This request needs at least ${values} values (entries of lists, times the fields requested of each); the limit is ${maxValues} per response. ` +
        'Request fewer fields, smaller pages or fewer sessions at once. Spike counts are not included.',
    )
  }
}

/** A counted value that the requested number type cannot hold. */
export class CountOverflowError extends UserError {
  override readonly name = 'CountOverflowError'
  readonly code = 'COUNT_OVERFLOW'

  constructor(largest: number, dtype: string) {
    super(`The largest count is ${largest}; ${dtype} cannot hold it. Request a wider dtype.`)
  }
}

/** An argument whose value cannot be used, for reasons that the message gives. */
export class InvalidArgumentError extends UserError {
  override readonly name = 'InvalidArgumentError'
  readonly code = 'INVALID_ARGUMENT'
}

/**
 * An address of an array whose file, or whose counting rule, is not the one
 * that it was made for any more.
 */
export class AddressOutdatedError extends UserError {
  override readonly name = 'AddressOutdatedError'
  readonly code = 'ADDRESS_OUTDATED'

  constructor(sessionId: string, what: 'file' | 'rule') {
    super(
      what === 'file'
        ? `The file of session "${sessionId}" was changed or replaced since this address was made. Query href again for the current address.`
        : 'This address was made for a different version of the counting rules. Query href again for the current address.',
    )
  }
}

/** Too much work is waiting already. Its HTTP status is 503, with Retry-After. */
export class ServerBusyError extends UserError {
  override readonly name = 'ServerBusyError'
  readonly code = 'SERVER_BUSY'

  constructor() {
    super('The server is busy and its queue is full. Try again in a second.')
  }
}

/** A token, or a user, has used up what it may have in a minute. */
export class RateLimitedError extends UserError {
  override readonly name = 'RateLimitedError'
  readonly code = 'RATE_LIMITED'
  /** null: to wait does not help */
  readonly retryAfterSeconds: number | null

  constructor(
    what: 'requests' | 'cells',
    amount: number,
    perMinute: number,
    retryAfterSeconds: number | null,
  ) {
    const cure =
      retryAfterSeconds === null ? 'Request less at once.' : `Try again in ${retryAfterSeconds} s.`
    super(
      what === 'requests'
        ? `More than ${perMinute} requests in a minute. ${cure}`
        : `This request needs ${amount} cells; this token is limited to ${perMinute} per minute, earlier requests included. ${cure}`,
    )
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The server is about to end. Its HTTP status is 503. */
export class ServerClosingError extends UserError {
  override readonly name = 'ServerClosingError'
  readonly code = 'SERVER_BUSY'

  constructor() {
    super('The server is shutting down. Try again in a few seconds.')
  }
}

/**
 * The lists of a response are larger than light requests may make: it waits until there is memory
 * for them. No client sees this error.
 */
export class HeavyListsError extends UserError {
  override readonly name = 'HeavyListsError'
  readonly code = 'SERVER_BUSY'

  constructor() {
    super('The requested lists wait until there is memory for them.')
  }
}

/** The request took longer than the server allows, or its client went away. */
export class RequestAbortedError extends UserError {
  override readonly name = 'RequestAbortedError'
  readonly code = 'REQUEST_ABORTED'

  constructor() {
    super(
      'The request was cancelled: it took too long, or its client disconnected. Request less at once.',
    )
  }
}

/**
 * What can be wrong with a recording's file; each has its problem and its cure
 * in {@link recordingProblems}.
 */
export type RecordingProblem = keyof typeof recordingProblems

const recordingProblems = {
  FILE_MISSING:
    'no longer exists. Put it back, or query { sessions { nodes { id } } } for what is served now.',
  FILE_UNREADABLE: 'cannot be read by the server. Check its permissions and its disk.',
  NAME_NOT_UTF8: 'cannot be opened because its name is not UTF-8. Rename it.',
  DISK_SILENT:
    'is on a disk that does not respond. Check the disk and its network; the file is served again as soon as it responds.',
  NOT_HDF5: 'is not an HDF5 file. NWB recordings are HDF5 files; download or export it again.',
  NOT_NWB:
    'is an HDF5 file but not an NWB recording: it has no nwb_version. Serve files written by pynwb, MatNWB or similar tools.',
  NWB_VERSION_UNSUPPORTED: 'is not in NWB 2 format. Convert it to NWB 2.x with pynwb or MatNWB.',
  NO_UNITS: 'has no units table with spike times (/units), so it has no units to serve.',
  FILE_TRUNCATED:
    'is shorter than its header says: it is truncated, or still being copied. Wait until it is complete, or copy or download it again.',
  FILE_BEING_WRITTEN:
    'is marked as open for writing: a program is writing it, or was stopped while doing so. Wait until it is closed; it is then picked up automatically. If no program has it open any more, clear the mark with h5clear -s FILE.',
  FILE_DAMAGED:
    'is damaged: part of it cannot be decoded. Copy or download it again, and check the disk.',
  EXTERNAL_DATA_REFUSED:
    'keeps part of its data in other files (an external link, external storage or a virtual dataset), which is refused for safety. Copy the data into one file, for example with h5repack or pynwb export.',
  INDEX_INVALID:
    'has an index column that does not match its data. The file is inconsistent: write it again from its source.',
  UNSUPPORTED_LAYOUT:
    'stores a column in a layout that is not NWB. Write it again with pynwb or MatNWB.',
  FILE_CHANGED:
    'was replaced or changed while it was being read. Repeat the request; the new file is picked up automatically.',
  ZARR_STORE:
    'is a Zarr store, a folder of many files, but only HDF5 files can be read. Export it to HDF5: read it with NWBZarrIO of hdmf-zarr and write it with NWBHDF5IO().export() of pynwb.',
  FILE_DUPLICATED:
    'has the same content as another file, which is served instead. Remove one of them, or give one a different identifier.',
  MANIFEST_VERSION_UNSUPPORTED:
    'belongs to an AllenSDK cache whose version is not 0.3.0, so its tables are not used; NWB files next to it are served without them. Rebuild the cache with AllenSDK 2.',
  TABLE_MISSING:
    'is missing from the AllenSDK cache. Have the AllenSDK write it (EcephysProjectCache.get_session_table()).',
  TABLE_INVALID:
    'is not a table as the AllenSDK writes it, so it is not used. Delete it and have the AllenSDK write it again.',
  FILTER_MISSING:
    'has data compressed with a filter that is not supported (supported: gzip, shuffle, fletcher32, nbit, scaleoffset). Repack it with h5repack -f GZIP=4 old.nwb new.nwb, with the plugin of the filter in HDF5_PLUGIN_PATH. For lzf, which only h5py supports, copy the data with h5py.',
  REMOTE_UNREACHABLE:
    'could not be fetched: its server did not respond correctly. The file itself may be fine; try again, and check the network and the server.',
  REMOTE_DENIED:
    'cannot be fetched, because its server denies access. Check the address and the credentials (AWS_PROFILE, AWS_ACCESS_KEY_ID, DANDI_API_KEY), or use an address that has not expired.',
  REMOTE_UNSUITABLE:
    'cannot be read over the network, because its server does not support what this needs. Download the file, or use a server with byte ranges, such as S3 or nginx.',
  FETCH_LIMIT:
    'needs more bytes over the network than one request may fetch. Request less at once, or download the file. The operator can raise --max-fetch-mb.',
  READER_CRASHED:
    'crashed its reader twice. It may be damaged in a way that was not detected; check it with h5dump or pynwb.',
  READER_OUT_OF_MEMORY:
    'needed more memory to read than the server has available. The file itself may be fine. Request less at once, try again later, or give the server more memory.',
  READER_FAILED:
    'could not be read because of an internal error of the server. The file itself may be fine; the server tries again.',
  READER_STUCK:
    'timed out while being read. It may be damaged in a way that was not detected; check it with h5dump or pynwb.',
} as const

/** A recording that cannot be read, or not any more. Names the file without its folder. */
export class RecordingError extends UserError {
  override readonly name = 'RecordingError'
  readonly code: RecordingProblem
  readonly fileName: string
  readonly detail: string

  /** @param detail what exactly was found; one clause, may be empty */
  constructor(code: RecordingProblem, fileName: string, detail = '', options?: ErrorOptions) {
    super(`${fileName} ${recordingProblems[code]}${detail && ` (${detail})`}`, options)
    this.code = code
    this.fileName = fileName
    this.detail = detail
  }
}
