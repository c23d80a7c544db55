import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { commandFile } from '../support/built.ts'

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Ended {
  /** or the signal that ended it */
  readonly code: number | NodeJS.Signals
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  /** settles when what it wrote to stdout or stderr so far matches */
  seen(pattern: RegExp): Promise<RegExpMatchArray>
  readonly ended: Promise<Ended>
}

/** Start the built command. */
export function start(args: readonly string[], options?: RunOptions): Started {
  return startProgram(process.execPath, [commandFile, ...args], options)
}

export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: RunOptions = {},
): Started {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, SPIKEQL_DEBUG: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      child.emit('output')
    })
  }
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code: code ?? signal, stdout, stderr }),
  )
  const hasEnded = ended.then(() => {
    throw new Error(`ended before it was seen: ${output}`)
  })
  hasEnded.catch(() => {})
  return {
    process: child,
    ended,
    async seen(pattern) {
      for (;;) {
        const match = output.match(pattern)
        if (match) return match
        await Promise.race([once(child, 'output'), hasEnded])
      }
    },
  }
}

/** Run the built command to its end. */
export function run(args: readonly string[], options?: RunOptions): Promise<Ended> {
  return start(args, options).ended
}
