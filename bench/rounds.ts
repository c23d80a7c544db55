import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One of those that are compared in a run; gives milliseconds. */
export interface Contender {
  readonly name: string
  readonly run: () => Promise<number>
  /**
   * Throws unless the last run gave the right result. After the measured run: what it leaves to be
   * cleared away would take a processor from the next.
   */
  readonly check?: () => void
}

/**
 * As many runs as every figure has, unless a benchmark needs more; BENCH_ROUNDS=1 for a first look.
 */
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7)

/**
 * Let all run in turn, round by round, so that whatever else the machine does falls on all of
 * them alike. Each runs twice in its turn, and the second run counts: the first finds the
 * processor's caches full of what the others left. What answers before a turn left in this
 * process is cleared away first.
 *
 * @returns milliseconds of each round, by name
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds = ROUNDS,
): Promise<Map<string, number[]>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, check } of contenders) {
      collectGarbage()
      await setTimeout(SWEEPING_MS)
      await run()
      times.get(name)?.push(await run())
      check?.()
    }
  }
  return times
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * In which V8's threads give back what the collection freed; they would take
 * a processor from the server.
 */
const SWEEPING_MS = 100

/** Milliseconds that some work takes, and what it gives. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly milliseconds: number; readonly result: Result }> {
  const start = performance.now()
  const result = await work()
  return { milliseconds: performance.now() - start, result }
}
