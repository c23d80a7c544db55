import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { groupAt, writeNwb } from '../support/recordings/write-nwb.ts'

/** Two recordings of one animal: all ids in them are equal, and nothing else is. */
export async function writeTwoSessions(folder: string): Promise<void> {
  await write(folder, {
    id: '1',
    age: 'P100D',
    areas: ['VISp', 'CA1'],
    shift: 0,
    stimulus: 'gabors',
  })
  await write(folder, {
    id: '2',
    age: 'P200D',
    areas: ['LGd', 'MOs'],
    shift: 10,
    stimulus: 'flashes',
  })
}

interface Contents {
  readonly id: string
  readonly age: string
  readonly areas: readonly [string, string]
  readonly shift: number
  readonly stimulus: string
}

async function write(folder: string, { id, age, areas, shift, stimulus }: Contents): Promise<void> {
  await writeNwb(join(folder, `session-${id}.nwb`), {
    identifier: id,
    locations: areas,
    units: [
      { id: 7, electrode: 0, spikes: [shift + 0.5], presenceRatio: 0.96 + shift / 1000 },
      { id: 8, electrode: 1, spikes: [shift + 0.25, shift + 1.5] },
      // The file repeats an id.
      { id: 7, electrode: 1, spikes: [shift + 2.5], presenceRatio: 0.99 },
    ],
    intervals: {
      [`${stimulus}_presentations`]: {
        start: [shift, shift + 1],
        stop: [shift + 1, shift + 2],
        name: [stimulus, stimulus],
        block: [0, 0],
        columns: { contrast: [0.5 + shift / 100, 0.75 + shift / 100] },
      },
    },
    edit: (file: H5File) => {
      const subject = groupAt(file, 'general/subject')
      subject.create_dataset({ name: 'subject_id', data: 'mouse 1' })
      subject.create_dataset({ name: 'age', data: age })
      const numbers = (path: string, name: string, data: number[], dtype: '<d' | '<q' = '<d') =>
        groupAt(file, path).create_dataset({ name, data, dtype })
      const pulses = 'processing/optotagging/optogenetic_stimulation'
      numbers(pulses, 'id', [0, 1], '<q')
      numbers(pulses, 'start_time', [shift + 3, shift + 4])
      numbers(pulses, 'stop_time', [shift + 3.5, shift + 4.5])
      numbers('acquisition/licks', 'data', [shift, shift + 1])
      numbers('acquisition/licks', 'timestamps', [shift, shift + 1])
    },
  })
}
