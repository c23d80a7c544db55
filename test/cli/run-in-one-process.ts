import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { programFile } from '../support/built.ts'
import type { Ended } from './run-command.ts'

let host: ChildProcess | null = null
let last: Promise<unknown> = Promise.resolve()

/**
 * Run the built command to its end, in a process that it shares with the commands before it: for
 * tests that ask nothing of how a process starts or ends.
 */
export function run(
  args: readonly string[],
  { cwd = process.cwd() }: { readonly cwd?: string } = {},
): Promise<Ended> {
  const result = last.then(() => runInHost(args, cwd))
  last = result.catch(() => {})
  return result
}

async function runInHost(args: readonly string[], cwd: string): Promise<Ended> {
  host ??= startHost()
  const child = host
  const over = new AbortController()
  const received = once(child, 'message', over)
  const ended = once(child, 'exit', over).then(([code, signal]) => {
    host = null
    throw new Error(`"spikeql ${args.join(' ')}" ended its process: ${code ?? signal}`)
  })
  child.send({ args, cwd })
  try {
    const [response] = await Promise.race([received, ended])
    return response as Ended
  } finally {
    for (const waiting of [received, ended]) waiting.catch(() => {})
    over.abort()
  }
}

function startHost(): ChildProcess {
  const child = fork(fileURLToPath(new URL('command-host.mjs', import.meta.url)), [programFile], {
    execArgv: [],
    env: { ...process.env, SPIKEQL_DEBUG: '' },
  })
  // It ends with the process of the tests, which does not wait for it.
  child.unref()
  child.channel?.unref()
  return child
}
