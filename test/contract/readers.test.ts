import { join } from 'node:path'
import { ReaderPool } from '../../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../support/built.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { writeSeries } from '../support/recordings/write-series.ts'
import { writeWaveforms } from '../support/recordings/write-waveforms.ts'
import {
  contractEpochs,
  contractFile,
  contractParameters,
  contractSeries,
  contractUnits,
  contractWarnings,
  sessionReaderContract,
} from './session-reader.ts'

sessionReaderContract('a reader over memory', async () => ({
  reader: new MemoryReader({
    units: contractUnits,
    epochs: contractEpochs,
    presentations: [{ ...contractEpochs[0], parameters: contractParameters }, contractEpochs[1]],
    series: contractSeries,
    intervals: {
      gabors_presentations: {
        start_time: [contractEpochs[0].startTime],
        orientation: [contractParameters.orientation],
      },
    },
    file: contractFile,
    warnings: contractWarnings,
  }),
  close() {},
}))

const folder = temporaryFolder()

sessionReaderContract('a reader over a file, in threads', async () => {
  const [gabors, spontaneous] = contractEpochs
  const [running, lfp, licks] = contractSeries
  await writeNwb(join(folder, 'probe_7_lfp.nwb'), {
    units: null,
    locations: ['VISp', 'VISp', 'VISp'],
    edit: (file) => writeSeries(file, lfp, { chunkLength: 2, chunkWidth: 2 }),
  })
  const path = await writeNwb(join(folder, 'contract.nwb'), {
    locations: ['VISp', 'VISl'],
    edit(file, table) {
      file.create_group('intervals/planned')
      writeSeries(file, running)
      writeSeries(file, licks)
      const note = file.create_group('scratch').create_dataset({ name: 'note', data: ['a', 'b'] })
      note.create_attribute('description', 'two letters')
      writeWaveforms(table, contractUnits)
    },
    units: contractUnits.map(({ id, area, spikes }) => ({
      id,
      spikes,
      electrode: area === 'VISp' ? 0 : 1,
    })),
    intervals: {
      gabors_presentations: {
        start: [gabors.startTime],
        stop: [gabors.stopTime],
        name: [gabors.stimulusName],
        block: [gabors.block],
        // As the Allen Institute writes them: a number, a list as a text, a text.
        columns: {
          orientation: [contractParameters.orientation],
          size: ['[20.0, 10.0]'],
          mask: [contractParameters.mask],
        },
      },
      spontaneous_presentations: {
        start: [spontaneous.startTime],
        stop: [spontaneous.stopTime],
        name: [spontaneous.stimulusName],
      },
    },
  })
  const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 1 })
  return { reader: pool.reader(path), close: () => pool.close() }
})
