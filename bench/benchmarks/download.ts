import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf } from '../../src/catalog/downloads/file-check.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { commandFile } from '../project.ts'
import { megabytes, threeDigits } from '../report/texts.ts'
import { timed } from '../rounds.ts'
import { near, serveFile } from '../servers/served-file.ts'
import type { Setting } from '../setting.ts'

const NAME = 'served.nwb'

const KILLS = 50
/** ms after the start of a process, in which it is killed at random */
const KILLED_FROM = 300
const KILLED_TO = 2500

export const download: Benchmark = {
  name: 'download',
  title: 'Downloading a file',
  measure,
}

async function measure({ session }: Setting): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-bench-'))
  try {
    const { size } = statSync(session)
    await using server = await serveFile(near, session)
    const address = `${server.url}/${NAME}`
    const digest = await digestOf(session, 'sha256')
    const seconds = await downloadWhole(address, join(folder, 'whole'), digest)
    const lineSeconds = size / (1e6 * near.megabytesPerSecond)
    const share = lineSeconds / seconds
    const { processes, files } = await downloadKilled(address, join(folder, 'killed'), digest)
    return {
      notes: [
        `\`spikeql download\` of the session (${megabytes(size)} MB) over a line of ${near.latency} ms and ${near.megabytesPerSecond} MB/s, as a process, from its start to its end; the line alone needs ${threeDigits(lineSeconds)} s. Once.`,
        `Killed by SIGKILL ${KILLS} times while it ran, at random moments from ${KILLED_FROM} to ${KILLED_TO} ms after its start: ${processes} processes made ${files === 1 ? 'one whole file' : `${files} whole files`}, of the same SHA-256 as the session.`,
      ],
      tables: [
        {
          headings: ['', 's', 'share of the bandwidth'],
          rows: [['whole file', threeDigits(seconds), threeDigits(share)]],
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
    [
      commandFile,
      'download',
      NAME.replace('.nwb', ''),
      '--from',
      address,
      '--to',
      to,
      '--no-cache',
    ],
    { stdio: 'ignore' },
  )

async function assertWhole(folder: string, digest: string): Promise<void> {
  const found = await digestOf(join(folder, NAME), 'sha256')
  if (found !== digest) throw new Error('the downloaded file is not the one that was served')
}
