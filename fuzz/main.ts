// Damages recordings in their structure, and compares what is answered with what h5py reads.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ReaderPool } from '../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../test/support/built.ts'
import { findPython } from '../test/support/python/python.ts'
import { writeBases } from './bases.ts'
import { Judge } from './judge.ts'
import { tryMutants } from './try-base.ts'
import { faults, type Verdict, worstOf } from './verdict.ts'

const { values: options } = parseArgs({
  options: {
    /** mutants, of all bases together */
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** one base by its name */
    base: { type: 'string' },
    /** one mutant by its number; its file is kept */
    only: { type: 'string' },
  },
})

const LONGEST_ANSWER_SECONDS = 10

/** Shown, to be looked at. */
const odd: readonly Verdict[] = [...faults, 'beyond', 'crashed']

const columns = [
  'same',
  'better',
  'warned',
  'unjudged',
  'refused',
  'stuck',
  'crashed',
  'beyond',
  'lost',
  'different',
  'fault',
] as const

const folder = mkdtempSync(join(tmpdir(), 'spikeql-fuzz-'))
const pool = new ReaderPool({
  workerFile: readerWorkerFile,
  threads: 2,
  longestRequest: LONGEST_ANSWER_SECONDS,
})
const python = findPython()
if (python) process.env.PYTHON_PATH = python
const judges = [0, 1].map(() => (python ? new Judge(python) : null))
const keepsFiles = options.only !== undefined
const table: Record<string, string | number>[] = []
let failed = 0

const all = await writeBases(folder, python !== null)
const bases = all.filter(({ name }) => (options.base ?? name) === name)
for (const base of bases) {
  const mutants = Math.ceil(Number(options.count) / bases.length)
  const numbers = keepsFiles ? [Number(options.only)] : Array.from({ length: mutants }, (_, i) => i)
  const counts = new Map<Verdict, number>()
  const trial = { pool, folder, seed: options.seed, numbers, judges, keepsFiles }
  for await (const { number, name, compared } of tryMutants(base, trial)) {
    const worst = worstOf(compared)
    counts.set(worst, (counts.get(worst) ?? 0) + 1)
    if (faults.includes(worst)) failed++
    if (!odd.includes(worst)) continue
    console.log(`${base.name}, mutant ${number} of seed ${options.seed}: ${name}`)
    for (const one of compared.filter(({ verdict }) => verdict === worst).slice(0, 2)) {
      console.log(`  ${worst}: ${one.fact}\n    ours   ${one.ours}\n    h5py's ${one.theirs}`)
    }
  }
  const found = Object.fromEntries(columns.map((verdict) => [verdict, counts.get(verdict) ?? 0]))
  table.push({ base: base.name, mutants: numbers.length, ...found })
}
console.table(table)
if (!python) console.log('without h5py, only faults and what was lost are certain')
if (keepsFiles) console.log(`files are in ${folder}`)
else rmSync(folder, { recursive: true })
await pool.close()
for (const judge of judges) judge?.close()
process.exitCode = failed > 0 ? 1 : 0
