import { afterAll, expect, test } from 'vitest'
import { writeBases } from '../../fuzz/bases.ts'
import { Judge } from '../../fuzz/judge.ts'
import { tryMutants } from '../../fuzz/try-base.ts'
import { faults } from '../../fuzz/verdict.ts'
import { ReaderPool } from '../../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../support/built.ts'
import { testPython } from '../support/python/python.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 2, longestRequest: 20 })
const judges = [0, 1].map(() => new Judge(testPython()))
afterAll(async () => {
  for (const judge of judges) judge.close()
  await pool.close()
})

// A whole golden recording takes a minute; `npm run fuzz` has it.
const bases = (await writeBases(folder, true)).filter(({ name }) => name !== 'golden')

test.each(bases)(
  'a damaged recording is answered as h5py reads it, or refused: $name',
  async (base) => {
    const numbers = Array.from({ length: 30 }, (_, number) => number)
    const trial = { pool, folder, seed: 'test', numbers, judges }
    for await (const { number, name, compared } of tryMutants(base, trial)) {
      const wrong = compared.filter(({ verdict }) => faults.includes(verdict))
      expect(wrong, `mutant ${number}: ${name}`).toEqual([])
    }
  },
  300_000,
)
