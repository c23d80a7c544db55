import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, loadavg } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * A change with which no test ends for so long is noticed: it made a circle. On a busy machine
 * longer, by as much as programs wait for a processor.
 */
const LONGEST_SECONDS = 60

/** Runs test files with a changed source in a process of its own, one run after another. */
export class Runner {
  #process

  /**
   * The test files that fail, or `stuck` if they do not come to an end.
   *
   * @param {readonly string[]} testFiles
   * @param {{ file: string, start: number, end: number, text: string } | null} mutant
   */
  async run(testFiles, mutant) {
    this.#process ??= await start()
    const runner = this.#process
    let timer
    const begun = () => {
      const waiting = Math.max(1, loadavg()[0] / availableParallelism())
      clearTimeout(timer)
      timer = setTimeout(end, LONGEST_SECONDS * waiting * 1000, runner)
    }
    const ended = new Promise((resolve) => {
      runner.on('message', ({ failed }) => (failed ? resolve(failed) : begun()))
      runner.once('exit', () => resolve('stuck'))
    })
    begun()
    runner.send({ tests: testFiles.map((file) => resolve(file)), mutant })
    const failed = await ended
    clearTimeout(timer)
    runner.removeAllListeners()
    if (failed === 'stuck') this.#process = undefined
    return failed
  }

  end() {
    if (this.#process) end(this.#process)
  }
}

async function start() {
  const runner = fork(join(import.meta.dirname, 'test-runner.mjs'), {
    env: { ...process.env, SPIKEQL_BUILT: 'true' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  await once(runner, 'message')
  return runner
}

/** With the processes that run its tests. */
function end({ pid }) {
  process.kill(-pid, 'SIGKILL')
}
