import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark, Findings } from '../benchmark.ts'
import { commandFile } from '../project.ts'
import { summarize } from '../report/summary.ts'
import { threeDigits } from '../report/texts.ts'
import { timed } from '../rounds.ts'
import { near, serveFile } from '../servers/served-file.ts'

const FILE_BYTES = 600e6
const ROUNDS = 3

const KILLS = 50
/** ms after the start of a process, in which it is killed at random */
const KILLED_FROM = 300
const KILLED_TO = 2500

export const download: Benchmark = {
  name: 'download',
  title: 'Downloading a file',
  measure,
}

async function measure(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-bench-'))
  try {
    const file = join(folder, 'served.nwb')
    writeFileSync(file, randomBytes(FILE_BYTES))
    await using server = await serveFile(near, file)
    const address = `${server.url}/served.nwb`
    const digest = await digestOf(file)
    const seconds: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      seconds.push(await downloadWhole(address, join(folder, 'whole'), digest))
    }
    const lineSeconds = FILE_BYTES / (1e6 * near.megabytesPerSecond)
    const { median } = summarize(seconds)
    const share = lineSeconds / median
    const { processes, files } = await downloadKilled(address, join(folder, 'killed'), digest)
    return {
      notes: [
        `\`spikeql download\` of a file of ${FILE_BYTES / 1e6} MB over a line of ${near.latency} ms and ${near.megabytesPerSecond} MB/s, as a process, from its start to its end; the line alone needs ${threeDigits(lineSeconds)} s. Median of ${ROUNDS}.`,
        `Killed by SIGKILL ${KILLS} times while it ran, at random moments from ${KILLED_FROM} to ${KILLED_TO} ms after its start: ${processes} processes made ${files} whole files, and the SHA-256 of each was that of the file served.`,
      ],
      tables: [
        {
          headings: ['', 's', 'share of the bandwidth'],
          rows: [['whole file', threeDigits(median), threeDigits(share)]],
        },
      ],
      verdicts: [
        {
          what: 'bandwidth that a download uses',
          bound: 'atLeast',
          limit: 0.95,
          unit: ' x',
          measured: share,
        },
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function downloadWhole(address: string, to: string, digest: string): Promise<number> {
  rmSync(to, { recursive: true, force: true })
  const { milliseconds, result } = await timed(async () => {
    const [status] = await once(start(address, to), 'exit')
    return status
  })
  if (result !== 0) throw new Error('the download failed')
  await assertWhole(to, digest)
  return milliseconds / 1000
}

/** Download a file again and again until that many of the processes were killed as they ran. */
async function downloadKilled(
  address: string,
  to: string,
  digest: string,
): Promise<{ readonly processes: number; readonly files: number }> {
  let [processes, files] = [0, 0]
  for (let kills = 0; kills < KILLS || files === 0; processes++) {
    const child = start(address, to)
    const ended = once(child, 'exit')
    if (kills < KILLS) {
      const moment = KILLED_FROM + Math.random() * (KILLED_TO - KILLED_FROM)
      await Promise.race([sleep(moment), ended])
      if (child.exitCode === null) child.kill('SIGKILL')
    }
    const [status, signal] = await ended
    if (signal === 'SIGKILL') kills++
    else if (status === 0) {
      await assertWhole(to, digest)
      rmSync(to, { recursive: true })
      files++
    } else throw new Error('a download failed that was not killed')
  }
  return { processes, files }
}

const start = (address: string, to: string) =>
  spawn(
    process.execPath,
    [commandFile, 'download', 'served', '--from', address, '--to', to, '--no-cache'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )

async function assertWhole(folder: string, digest: string): Promise<void> {
  const found = await digestOf(join(folder, 'served.nwb'))
  if (found !== digest) throw new Error('the downloaded file is not the one that was served')
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
