import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One of those that are compared in a run; gives milliseconds. */
export interface Contender {
  readonly name: string
  readonly run: () => Promise<number>
}

/** As many runs as every figure has, unless a question says more; BENCH_ROUNDS=1 for a first look. */
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7)

/**
 * Let all run in turn, round by round, so that whatever else the machine does falls on all of them alike. Each runs twice in its turn, and the second
 * run counts: the first finds the processor's caches full of what the others left.
 *
 * @returns milliseconds of each round, by name
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds = ROUNDS,
): Promise<Map<string, number[]>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of contenders) {
      await run()
      times.get(name)?.push(await run())
    }
  }
  return times
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Milliseconds that some work takes, and what it gives. What answers before it left in this process is cleared away first. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly milliseconds: number; readonly result: Result }> {
  collectGarbage()
  const start = performance.now()
  const result = await work()
  return { milliseconds: performance.now() - start, result }
}
