import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** What is asked of a file: a dataset, or an attribute of an object. */
export interface Item {
  readonly path: string
  readonly attribute?: string
  readonly kind: 'numbers' | 'texts'
}

/** What h5py makes of it; null: not there. */
export type Judgement =
  | { readonly numbers: Float64Array }
  | { readonly texts: readonly string[] }
  | { readonly error: string }
  | null

type RawJudgement = { numbers: string } | { texts: string[] } | { error: string } | null

const LONGEST_SECONDS = 30

const script = fileURLToPath(new URL('judge.py', import.meta.url))

/** h5py, in a process that lives as long as it survives the files. */
export class Judge {
  readonly #python: string
  #process: ChildProcessByStdio<Writable, Readable, null> | null = null
  #onLine: (line: string | null) => void = () => {}

  constructor(python: string) {
    this.#python = python
  }

  /** @returns null: the process ended, or took too long */
  async judge(path: string, items: readonly Item[]): Promise<readonly Judgement[] | null> {
    const process = this.#process ?? this.#start()
    const received = new Promise<string | null>((resolve) => {
      this.#onLine = resolve
    })
    const timer = setTimeout(() => process.kill('SIGKILL'), LONGEST_SECONDS * 1000)
    const requested = items.map(({ path, attribute = null, kind }) => [path, attribute, kind])
    process.stdin.write(`${JSON.stringify({ path, items: requested })}\n`)
    const line = await received
    clearTimeout(timer)
    return line === null ? null : (JSON.parse(line) as RawJudgement[]).map(decode)
  }

  close(): void {
    this.#process?.stdin.end()
  }

  #start() {
    const child = spawn(this.#python, [script], { stdio: ['pipe', 'pipe', 'ignore'] })
    child.stdin.on('error', () => {})
    createInterface({ input: child.stdout }).on('line', (line) => this.#onLine(line))
    child.on('exit', () => {
      this.#process = null
      this.#onLine(null)
    })
    this.#process = child
    return child
  }
}

function decode(raw: RawJudgement): Judgement {
  if (raw === null || !('numbers' in raw)) return raw
  const bytes = Uint8Array.from(Buffer.from(raw.numbers, 'base64'))
  return { numbers: new Float64Array(bytes.buffer) }
}
