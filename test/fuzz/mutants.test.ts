import { afterAll, expect, test } from 'vitest'
import { writeBases } from '../../fuzz/bases.ts'
import { tryMutants } from '../../fuzz/try-base.ts'
import { ReaderPool } from '../../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../support/built.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 2, longestRequest: 20 })
afterAll(() => pool.close())

const bases = await writeBases(folder, false)

// Whether an answer is right needs h5py: see mutants.python.test.ts.
test.each(bases)(
  'a damaged recording is answered, or refused by its own fault: $name',
  async (base) => {
    const numbers = Array.from({ length: 40 }, (_, number) => number)
    const trial = { pool, folder, seed: 'test', numbers, judges: [null, null] }
    let refused = 0
    for await (const { number, name, compared } of tryMutants(base, trial)) {
      const faulty = compared.find(({ verdict }) => verdict === 'fault')
      expect(faulty, `mutant ${number}: ${name}`).toBeUndefined()
      if (compared.some(({ verdict }) => verdict === 'refused')) refused++
    }
    expect(refused).toBeGreaterThan(5)
  },
  300_000,
)
