import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../temporary-folder.ts'

const script = fileURLToPath(new URL('run-programs.py', import.meta.url))

/** What a program that ran to its end has written. */
export interface Run {
  /** 0: it succeeded */
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs Python programs one after another, without a start and imports for each. */
export class ProgramRunner {
  readonly #requests: number
  readonly #answers: number

  constructor(python: string, env: NodeJS.ProcessEnv) {
    using folder = temporaryFolder()
    const [requests, answers] = ['requests', 'answers'].map((name) => join(folder.path, name))
    execFileSync('mkfifo', [requests, answers])
    // Pipes that can be read synchronously; opening one end alone would wait for the other.
    const both = [requests, answers].map((pipe) => openSync(pipe, 'r+'))
    const ofChild = [openSync(requests, 'r'), openSync(answers, 'w')]
    this.#requests = openSync(requests, 'w')
    this.#answers = openSync(answers, 'r')
    spawn(python, [script], { stdio: [...ofChild, 'inherit'], env }).unref()
    // Without other ends here, each side notices when the other has ended.
    for (const end of [...both, ...ofChild]) closeSync(end)
  }

  run(args: readonly string[]): Run {
    writeFileSync(this.#requests, `${JSON.stringify(args)}\n`)
    return JSON.parse(this.#readLine())
  }

  #readLine(): string {
    const parts: Buffer[] = []
    while (parts.at(-1)?.at(-1) !== 0x0a) {
      const part = Buffer.alloc(65_536)
      const length = readSync(this.#answers, part)
      if (length === 0) throw new Error('python ended')
      parts.push(part.subarray(0, length))
    }
    return Buffer.concat(parts).toString()
  }
}
