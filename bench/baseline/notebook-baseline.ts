import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NpyArray, readNpz } from '../arrays/npz.ts'
import { cacheFolder } from '../project.ts'
import type { Setting } from '../setting.ts'
import { runProgram } from './run-python.ts'

/** Said instead of figures where there is no python3 with h5py. */
export const BASELINE_MISSING = 'baseline missing: install python3-h5py'

export interface BaselineRun {
  /** the job itself: without the start of Python and its imports */
  readonly milliseconds: number
  readonly peakMemory: number
}

/** The notebook's job by hand, on one file. */
export class NotebookBaseline {
  readonly #setting: Setting
  readonly #session: string

  constructor(setting: Setting, session = setting.session) {
    this.#setting = setting
    this.#session = session
  }

  get isThere(): boolean {
    return this.#setting.python !== null
  }

  /** The program and its arguments. */
  command(args: readonly string[] = []): readonly [string, readonly string[]] {
    const { python, baseline } = this.#setting
    if (!python) throw new Error(BASELINE_MISSING)
    return [python.command, [baseline, this.#session, ...args]]
  }

  async run(windows?: number): Promise<BaselineRun> {
    const printed = await runProgram(
      ...this.command(windows === undefined ? [] : ['--windows', String(windows)]),
    )
    return {
      milliseconds: 1000 * Number(/whole ([\d.]+) s/.exec(printed)?.[1]),
      peakMemory: 1e6 * Number(/peak (\d+) MB/.exec(printed)?.[1]),
    }
  }

  /** Counts by acronym, shape of each [epochs, bins, units]. */
  async counts(): Promise<Map<string, NpyArray>> {
    mkdirSync(cacheFolder, { recursive: true })
    const file = join(cacheFolder, 'baseline.npz')
    await runProgram(...this.command(['--out', file]))
    return readNpz(readFileSync(file))
  }
}
