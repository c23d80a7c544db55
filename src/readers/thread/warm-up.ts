import { MemoryBytes } from '../../byte-sources/byte-source.ts'
import { noFile } from '../../byte-sources/source-identity.ts'
import { cutIntoBins } from '../../domain/counting/bins.ts'
import { groupsOf } from '../../domain/stimuli/grouped-presentations.ts'
import { warmUpFile } from '../../hdf5/warm-up-recording.ts'
import { SessionFile } from '../../nwb/session-file.ts'
import { SpikeFile } from '../../nwb/spikes/spike-file.ts'

/**
 * V8 compiles what was run often. After so many rounds a first request takes half the processor
 * time of one without them; twice as many take no more off it.
 */
const ROUNDS = 6

/**
 * Counting is most of what a thread does, and runs through more code than one request makes warm.
 */
const COUNTS_A_ROUND = 8

const UNITS = 4

/** Spikes of each unit; more than are read whole. */
const SPIKES = 20_000

const SECONDS = 64

/** What a thread is warmed up for. */
export interface WarmUpTask {
  /** whether files are opened as HDF5; where all are known, libhdf5 is not loaded */
  readonly readsStructure: boolean
}

/** Run a synthetic workload, so that the first real one does not wait for code to be compiled. */
export async function warmUp({ readsStructure }: WarmUpTask): Promise<void> {
  countSpikes()
  if (!readsStructure) return
  const file = await SessionFile.of(new MemoryBytes('warm-up.nwb', await warmUpFile()))
  for (let round = 0; round < ROUNDS; round++) {
    file.tables()
    file.load('stimulusConditions')
  }
  file.close()
}

function countSpikes(): void {
  const unitRows = Uint32Array.from({ length: UNITS }, (_, row) => row)
  const matrices = Array.from({ length: 12 }, (_, start) => ({
    bins: cutIntoBins({ startTime: start, stopTime: start + 4 }, 0.01),
    unitRows,
  }))
  const startTimes = Float64Array.from({ length: 24 }, (_, start) => start)
  const ofPresentations = Int32Array.from(startTimes, (time) => time % 2)
  const spikes = warmUpSpikes()
  for (let round = 0; round < ROUNDS; round++) {
    for (let count = 0; count < COUNTS_A_ROUND; count++) spikes.read('countSpikes', matrices)
    spikes.read('countSpikes', matrices.slice(0, 1))
    spikes.read('alignSpikes', [
      {
        kind: 'presentationStatistics',
        alignment: { kind: 'whole', startTimes, stopTimes: startTimes.map((time) => time + 0.5) },
        groups: groupsOf(ofPresentations, 2),
        perSecond: true,
        observation: null,
        unitRows,
      },
      {
        kind: 'binStatistics',
        alignment: {
          kind: 'edges',
          startTimes,
          edges: Float64Array.of(0, 0.1, 0.2, 0.3),
          edgeRule: 'numpy',
        },
        groups: groupsOf(ofPresentations, 2),
        observation: null,
        unitRows,
      },
    ])
  }
}

/** Units that all fire at the same times, evenly. */
function warmUpSpikes(): SpikeFile {
  const times = Float64Array.from(
    { length: UNITS * SPIKES },
    (_, spike) => ((spike % SPIKES) / SPIKES) * SECONDS,
  )
  const bytes = new MemoryBytes('warm-up.nwb', new Uint8Array(times.buffer))
  return new SpikeFile(bytes, noFile, {
    ends: Float64Array.from({ length: UNITS }, (_, row) => (row + 1) * SPIKES),
    times: { kind: 'plain', position: 0, length: times.length },
    amplitudes: null,
  })
}
