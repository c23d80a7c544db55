import { type TestRecording, type TestUnit, writeNwb } from './write-nwb.ts'
import { writeSeries } from './write-series.ts'
import { writeWaveforms } from './write-waveforms.ts'

/** Enough for windows to be searched for. */
const MANY_SPIKES = 8500

const units: (TestUnit & { amplitudes: number[]; waveform: number[][] })[] = [
  unit(
    11,
    Array.from({ length: MANY_SPIKES }, (_, spike) => spike / 100),
  ),
  unit(12, []),
  unit(13, [0.05, 1, 1.9, 2, 7.5]),
]

function unit(id: number, spikes: number[]) {
  return {
    id,
    spikes,
    electrode: id % 2,
    amplitudes: spikes.map((time) => time / 1e6),
    waveform:
      spikes.length === 0
        ? []
        : [
            [1, -id, 3],
            [4, 5, -6],
          ],
  }
}

/** A small recording that has something to answer every request with. */
export async function writeRichRecording(
  path: string,
  recording: TestRecording = {},
): Promise<string> {
  const chunks = recording.layout?.chunkLength ? { chunkLength: 2 } : undefined
  return writeNwb(path, {
    units,
    intervals: {
      gratings_presentations: {
        start: [0, 1, 2, 4],
        stop: [1, 2, 3, 5],
        name: ['gratings', 'gratings', 'gratings', 'gratings'],
        block: [0, 0, 0, 1],
        columns: { orientation: [0, 45, 0, 45], mask: ['circle', 'none', 'circle', 'none'] },
      },
      spontaneous_presentations: { start: [5], stop: [9], name: ['spontaneous'] },
      invalid_times: { start: [2.2], stop: [2.4], tags: [['EcephysSession', 'all']] },
    },
    ...recording,
    edit(file, table) {
      writeWaveforms(table, units)
      table.create_dataset({ name: 'snr', data: [1.5, 2.5, 3.5], dtype: '<d' })
      const subject = file.create_group('general/subject')
      subject.create_dataset({ name: 'species', data: 'Mus musculus' })
      subject.create_dataset({ name: 'age', data: 'P90D' })
      subject.create_attribute('specimen_name', 'Sst-IRES-Cre')
      const times = [0, 0.5, 1, 1.5]
      writeSeries(
        file,
        {
          name: 'runningSpeed',
          times,
          columns: { velocity: [1, 2, 3, 4], endTime: [0.5, 1, 1.5, 2] },
        },
        chunks,
      )
      writeSeries(
        file,
        {
          name: 'stored',
          path: '/acquisition/module/licks',
          times,
          columns: { values: [1, 2, 3, 4, 5, 6, 7, 8] },
        },
        chunks,
      )
      recording.edit?.(file, table)
    },
  })
}
