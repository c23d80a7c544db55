import { MemoryBytes } from '../byte-sources/byte-source.ts'
import { cutIntoBins } from '../domain/counting/bins.ts'
import { groupsOf } from '../domain/stimuli/grouped-presentations.ts'
import { practiceFile } from '../hdf5/warm-up-recording.ts'
import { SessionFile } from '../nwb/session-file.ts'

/**
 * V8 compiles what was run often; after so many rounds a first question
 * costs about what later ones do.
 */
const ROUNDS = 12

/**
 * Counting is most of what a thread does, and runs through more code than one question makes warm.
 */
const COUNTS_A_ROUND = 8

/**
 * Answer every kind of question about a practice recording, so that the first real one does not
 * wait for code to be compiled.
 */
export async function warmUp(): Promise<void> {
  const file = await SessionFile.of(new MemoryBytes('practice.nwb', await practiceFile()))
  const unitRows = Uint32Array.of(0, 1, 2, 3)
  const matrices = Array.from({ length: 12 }, (_, start) => ({
    bins: cutIntoBins({ startTime: start, stopTime: start + 4 }, 0.01),
    unitRows,
  }))
  const startTimes = Float64Array.from({ length: 24 }, (_, start) => start)
  const ofPresentations = Int32Array.from(startTimes, (time) => time % 2)
  for (let round = 0; round < ROUNDS; round++) {
    file.tables()
    file.stimulusConditions()
    for (let count = 0; count < COUNTS_A_ROUND; count++) file.countSpikes(matrices)
    file.countSpikes(matrices.slice(0, 1))
    file.alignSpikes([
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
  file.close()
}
