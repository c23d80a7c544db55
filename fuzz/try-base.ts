import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReaderPool } from '../src/readers/pool/reader-pool.ts'
import { Random } from '../src/sample/random.ts'
import type { Base } from './bases.ts'
import { factsOf } from './facts.ts'
import type { Judge } from './judge.ts'
import { mutate } from './mutate.ts'
import { findStructures } from './structures.ts'
import { type Compared, compare, response } from './verdict.ts'

/** What became of one mutant. */
export interface Tried {
  readonly number: number
  /** what was changed */
  readonly name: string
  readonly compared: readonly Compared[]
}

export interface Trial {
  readonly pool: ReaderPool
  /** where mutants are written */
  readonly folder: string
  readonly seed: string
  /** which mutants of the seed */
  readonly numbers: Iterable<number>
  /** asked side by side; null: nobody judges */
  readonly judges: readonly (Judge | null)[]
  readonly keepsFiles?: boolean
}

/** Mutants of a base, each compared with what h5py reads, or with the base. Facts on which the base itself is read otherwise by h5py are left out. */
export async function* tryMutants(
  base: Base,
  { pool, folder, seed, numbers, judges, keepsFiles }: Trial,
): AsyncGenerator<Tried> {
  const bytes = readFileSync(base.path)
  const structures = await findStructures(bytes)
  const { tables } = await pool.reader(base.path).load('presentations')
  const all = await response(pool.reader(base.path), factsOf(tables, base.series))
  const itself = await compare(base.path, pool.reader(base.path), all, judges[0] ?? null)
  const alike = new Set(itself.filter(({ verdict }) => verdict === 'same').map(({ fact }) => fact))
  const right = new Map([...all].filter(([{ name }]) => alike.has(name)))
  const tryOne = async (number: number, judge: Judge | null): Promise<Tried> => {
    const mutant = mutate(bytes, structures, new Random(`${seed} ${base.name} ${number}`))
    const path = join(folder, `mutant-${number}.nwb`)
    writeFileSync(path, mutant.bytes)
    const compared = await compare(path, pool.reader(path), right, judge)
    if (!keepsFiles) unlinkSync(path)
    return { number, name: mutant.name, compared }
  }
  const waiting = [...numbers]
  while (waiting.length > 0) {
    const together = waiting.splice(0, judges.length)
    yield* await Promise.all(together.map((number, i) => tryOne(number, judges[i] ?? null)))
  }
}
