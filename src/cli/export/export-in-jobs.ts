import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { CommandError } from '../terminal/command-error.ts'
import { type Part, partsOf } from './many-options.ts'

/**
 * The same command in so many processes, each with a part of the sessions.
 *
 * @throws CommandError when one of them fails, after all have ended
 */
export async function exportInJobs(part: Part, jobs: number, signal: AbortSignal): Promise<void> {
  const [script = '', ...args] = process.argv.slice(1)
  const shared = withoutOptions(args, ['--jobs', '--part'])
  const codes = await Promise.all(
    partsOf(part, jobs).map(async ({ number, of }) => {
      const command = [...process.execArgv, script, ...shared, '--part', `${number}/${of}`]
      const job = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'] })
      const stop = () => job.kill('SIGINT')
      signal.addEventListener('abort', stop)
      const [code] = await once(job, 'exit')
      signal.removeEventListener('abort', stop)
      return code
    }),
  )
  signal.throwIfAborted()
  const failed = codes.filter((code) => code !== 0).length
  if (failed > 0) throw new CommandError(`${failed} of ${jobs} jobs failed; see above.`)
}

/** Arguments without some options, each of which has a value. */
export function withoutOptions(args: readonly string[], names: readonly string[]): string[] {
  return args.filter((arg, i) => {
    const isValue = i > 0 && names.includes(args[i - 1] ?? '')
    return !isValue && !names.some((name) => arg === name || arg.startsWith(`${name}=`))
  })
}
