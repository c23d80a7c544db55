import {
  alignSamples,
  averageAroundSpikes,
  averageSamples,
  averageSpectra,
} from '../domain/analyses/lfp/reduce-samples.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import { RequestAbortedError } from '../errors.ts'
import type {
  BatchName,
  BatchRequest,
  BatchResponse,
  SampleRead,
  SessionContents,
  SpikeBatchName,
} from '../sessions/session-requests.ts'
import { collectWarnings } from './collect-warnings.ts'
import { contentVersion } from './content-version.ts'
import { describeObject, describeStorage, listMembers, orFault } from './objects/read-objects.ts'
import { readAttributes, readValues } from './objects/read-values.ts'
import type { OpenRecording } from './open-recording.ts'
import { listSeries } from './series/list-series.ts'
import { bytesOfSamples, locateSamples, readSamples } from './series/read-series.ts'
import { WantedSamples } from './series/wanted-samples.ts'
import {
  correctForJitter,
  correlateCounts,
  correlateSpikes,
  slideCounts,
  smoothRates,
  summarizeTrains,
  tileSpikes,
} from './spikes/analyse-spikes.ts'
import { alignSpikes, countSpikes } from './spikes/count-spikes.ts'
import { countTuning } from './spikes/count-tuning.ts'
import { mapReceptiveFields, measureResponses } from './spikes/measure-responses.ts'
import { spikeBytesToRead } from './spikes/planned-spikes.ts'
import { readAmplitudes, readSpikeTimes } from './spikes/read-spikes.ts'
import type { ReadableSpikes, RecordedSpikes } from './spikes/recorded-spikes.ts'
import type { SpikeLayout } from './spikes/sources/spike-layout.ts'
import { spikeSpan } from './spikes/spike-span.ts'
import type { IsCancelled } from './spikes/unit-spike-reader.ts'
import { listIntervalTables, readIntervalColumns } from './tables/intervals/list-intervals.ts'
import { readConditions, readParameterRows } from './tables/intervals/read-parameters.ts'
import { readPresentations } from './tables/intervals/read-stimuli.ts'
import { readNwbVersion } from './tables/read-metadata.ts'
import { readSessionTables } from './tables/read-session-tables.ts'
import { bytesOfWaveforms, readWaveforms } from './tables/units/read-waveforms.ts'

/** What a file holds as a whole. */
export interface FileContents extends SessionContents {
  tables: SessionTables
  /** where the spikes lie; null: only libhdf5 can read their times */
  spikeLayout: SpikeLayout | null
}

/** What reads a batch from something that is open. Throws RecordingErrors, RequestAbortedError. */
type ReadBatch<Open, Name extends BatchName> = (
  open: Open,
  requests: readonly BatchRequest<Name>[],
  isCancelled: IsCancelled,
) => BatchResponse<Name>[]

interface SpikeHandler<Name extends BatchName> {
  readonly ofSpikes: ReadBatch<RecordedSpikes, Name>
  readonly needsAmplitudes?: true
}

/**
 * Reads from the spikes alone, which can be read without libhdf5 where their places are known, or
 * from the whole recording.
 */
export type BatchHandler<Name extends BatchName> =
  | SpikeHandler<Name>
  | { readonly ofRecording: ReadBatch<OpenRecording, Name> }

/** What reads each of a file's contents. */
export const contentHandlers: {
  readonly [Name in keyof FileContents]: (recording: OpenRecording) => FileContents[Name]
} = {
  tables: ({ file }) => readSessionTables(file),
  warnings: collectWarnings,
  fileVersion: ({ file, source, spikes }) => contentVersion(file, source, spikes.units.source),
  presentations({ file }) {
    readNwbVersion(file)
    return readPresentations(file)
  },
  stimulusConditions({ file }) {
    readNwbVersion(file)
    return readConditions(file, readPresentations(file))
  },
  storedSeries: ({ file }) => listSeries(file),
  intervalTables({ file }) {
    readNwbVersion(file)
    return listIntervalTables(file)
  },
  spikeSpan: ({ spikes }) => spikeSpan(spikes),
  spikeLayout: ({ spikes }) => spikes.layout(),
}

/** Paths of what each of a file's contents is made of, as far as they are read one by one. */
export const contentPaths: { readonly [Name in keyof FileContents]?: RegExp } = {
  tables:
    /^\/([^/]+|(general|units|intervals\/invalid_times)\/.*|intervals\/[^/]+\/(start_time|stop_time|stimulus_block))$/,
  presentations: /^\/intervals\/[^/]+\/(start_time|stop_time|stimulus_(name|block))$/,
  stimulusConditions: /^\/intervals\/[^/]+\/(?!tags|timeseries|id$)/,
  warnings: /^\/(general|units|intervals)\/(.*\/)?(?!tags|timeseries|id$)[^/]*$/,
}

/** What reads batches that need nothing but spikes. */
const spikeHandlers: {
  readonly [Name in SpikeBatchName]: {
    readonly ofSpikes: ReadBatch<ReadableSpikes, Name>
    readonly needsAmplitudes?: true
  }
} = {
  countSpikes: { ofSpikes: countSpikes },
  alignSpikes: { ofSpikes: alignSpikes },
  responseMetrics: { ofSpikes: measureResponses },
  receptiveFields: { ofSpikes: mapReceptiveFields },
  summarizeTrains: { ofSpikes: summarizeTrains },
  correlateSpikes: { ofSpikes: correlateSpikes },
  correctForJitter: { ofSpikes: correctForJitter },
  tileSpikes: { ofSpikes: tileSpikes },
  correlateCounts: { ofSpikes: correlateCounts },
  smoothRates: { ofSpikes: smoothRates },
  slideCounts: { ofSpikes: slideCounts },
  countTuning: { ofSpikes: countTuning },
  spikeTimes: { ofSpikes: readSpikeTimes },
  spikeAmplitudes: { ofSpikes: readAmplitudes, needsAmplitudes: true },
}

/** What reads each kind of batch. */
export const batchHandlers: { readonly [Name in BatchName]: BatchHandler<Name> } = {
  ...spikeHandlers,
  estimateSpikes: {
    ofSpikes: (spikes, batches, isCancelled) =>
      batches.map((batch) =>
        spikeBytesToRead(spikes, (planned) => readBatch(planned, batch, isCancelled)),
      ),
  },
  estimateSamples: {
    ofRecording: (recording, reads, isCancelled) =>
      reads.map((read) => sampleBytes(recording, read, isCancelled)),
  },
  meanWaveforms: {
    ofRecording: ({ waveforms }, requests, isCancelled) =>
      readWaveforms(waveforms, requests, isCancelled),
  },
  presentationParameters: {
    ofRecording: ({ file }, requests) => readParameterRows(file, requests),
  },
  intervalColumns: {
    ofRecording: ({ file }, requests) => readIntervalColumns(file, requests),
  },
  locateSamples: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) => locateSamples(file, request, isCancelled)),
  },
  samples: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) => readSamples(file, request, isCancelled)),
  },
  alignedSamples: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) =>
        alignSamples(new WantedSamples(file, request, isCancelled), request),
      ),
  },
  sampleStatistics: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) =>
        averageSamples(new WantedSamples(file, request, isCancelled), request),
      ),
  },
  spikeTriggeredSamples: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) =>
        averageAroundSpikes(new WantedSamples(file, request, isCancelled), request),
      ),
  },
  sampleSpectra: {
    ofRecording: ({ file }, requests, isCancelled) =>
      requests.map((request) =>
        averageSpectra(new WantedSamples(file, request, isCancelled), request),
      ),
  },
  fileObjects: {
    ofRecording: ({ file }, requests, isCancelled) =>
      eachUnlessCancelled(requests, isCancelled, ({ path }) =>
        orFault(file, () => describeObject(file, path)),
      ),
  },
  fileMembers: {
    ofRecording: ({ file }, requests, isCancelled) =>
      eachUnlessCancelled(requests, isCancelled, (request) =>
        orFault(file, () => listMembers(file, request)),
      ),
  },
  fileAttributes: {
    ofRecording: ({ file }, requests, isCancelled) =>
      eachUnlessCancelled(requests, isCancelled, (request) =>
        orFault(file, () => readAttributes(file, request)),
      ),
  },
  fileStorage: {
    ofRecording: ({ file }, requests, isCancelled) =>
      eachUnlessCancelled(requests, isCancelled, ({ path }) =>
        orFault(file, () => describeStorage(file, path)),
      ),
  },
  fileValues: {
    ofRecording: ({ file }, requests, isCancelled) =>
      eachUnlessCancelled(requests, isCancelled, (request) =>
        orFault(file, () => readValues(file, request)),
      ),
  },
}

function readBatch<Name extends SpikeBatchName>(
  spikes: ReadableSpikes,
  { name, requests }: { readonly name: Name; readonly requests: readonly BatchRequest<Name>[] },
  isCancelled: IsCancelled,
): void {
  spikeHandlers[name].ofSpikes(spikes, requests, isCancelled)
}

/** About how many bytes of the file a request for samples or waveforms would read. */
function sampleBytes(recording: OpenRecording, read: SampleRead, isCancelled: IsCancelled): number {
  if (read.name === 'samples') return bytesOfSamples(recording.file, read.request)
  return read.name === 'meanWaveforms'
    ? bytesOfWaveforms(recording.waveforms, read.request)
    : new WantedSamples(recording.file, read.request, isCancelled).bytesToRead
}

function eachUnlessCancelled<Request, Response>(
  requests: readonly Request[],
  isCancelled: IsCancelled,
  read: (request: Request) => Response,
): Response[] {
  return requests.map((request) => {
    if (isCancelled()) throw new RequestAbortedError()
    return read(request)
  })
}
