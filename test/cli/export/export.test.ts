import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { version } from '../../../src/cli/version.ts'
import { commandFile } from '../../support/built.ts'
import { start } from '../run-command.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

const recording = 'session_810000001.nwb'

let folder: string
beforeAll(async () => {
  folder = await temporaryFolder()
  await writeSampleSession(folder)
})

describe('spikeql export dataset', () => {
  test('writes the dataset under a name that tells session and bin size', async () => {
    const { code, stdout } = await run(['export', 'dataset', recording, '--areas', 'V1,LM'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Wrote session_810000001_100ms\.npz \(.* kB\): \d+ epochs, each 1,000 bins\.\nUnits: V1 \d+, LM \d+\.\n$/,
    )
    const bytes = await readFile(join(folder, 'session_810000001_100ms.npz'))
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  })

  test('writes the same bytes from a file and by the id, and replaces what is there', async () => {
    await writeFile(join(folder, 'a.npz'), 'an older one')
    const areas = ['--areas', 'VISp']
    const byFile = await run(['export', 'dataset', recording, ...areas, '--out', 'a.npz'], {
      cwd: folder,
    })
    const byId = await run(
      ['export', 'dataset', '810000001', '--path', '.', ...areas, '--out', 'b.npz'],
      {
        cwd: folder,
      },
    )
    expect([byFile.code, byId.code]).toEqual([0, 0])
    expect(await readFile(join(folder, 'a.npz'))).toEqual(await readFile(join(folder, 'b.npz')))
  })

  test('pickles where the name asks for it', async () => {
    const { code } = await run(
      ['export', 'dataset', recording, '--stimuli', 'flashes', '--out', 'flashes.pkl'],
      { cwd: folder },
    )
    expect(code).toBe(0)
    const bytes = await readFile(join(folder, 'flashes.pkl'))
    expect([bytes[0], bytes[1], bytes.at(-1)]).toEqual([0x80, 4, 0x2e])
  })

  test.each([
    [
      ['--areas', 'V1,XX'],
      /^error: No area "XX" here\. Available: (?!.*--missing-areas).*VISp \(V1\).*\.\n$/,
    ],
    [
      ['--areas', 'V1,SGN', '--missing-areas', 'error'],
      /^error: No area "SGN" here\. Available: .*VISp \(V1\).*--missing-areas empty to write a missing area without units\.\n$/,
    ],
    [['--stimuli', 'gabor'], /^error: No stimulus "gabor" in this session\. Available: .*gabors/],
    [
      ['--stimuli', 'gabors', '--exclude-stimuli', 'flashes', '--bin-size', '200'],
      /^error: A window of 100 s is too short for a bin of 200 s\./,
    ],
    [
      ['--out', 'no-such-folder/a.npz'],
      /^error: There is no folder no-such-folder to write into\. Create it first\.\n$/,
    ],
    [
      ['--out', '.', '--format', 'npz'],
      /^error: \. exists and is not a file\. Choose another name with --out\.\n$/,
    ],
    [
      ['--out', 'a.csv'],
      /^error: The format is not clear from the name a\.csv\. Choose a name that ends in \.npz or \.pkl, or add --format\.\n$/,
    ],
    [['--out', recording, '--format', 'npz'], /has the name of a recording/],
    [
      ['--out', `${'a'.repeat(250)}.npz`],
      /^error: Cannot write a+\.npz: its name is too long\. Choose another place with --out\.\n$/,
    ],
  ])('refuses %j in one line and writes nothing', async (options, message) => {
    const before = await readdir(folder)
    const { code, stdout, stderr } = await run(['export', 'dataset', recording, ...options], {
      cwd: folder,
    })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(await readdir(folder)).toEqual(before)
  })

  test('tells which stimuli there are when no epoch is left', async () => {
    const { code, stderr } = await run(
      ['export', 'dataset', recording, '--exclude-stimuli', await everyStimulus()],
      { cwd: folder },
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^error: No epoch is left to export\. The session's stimuli are: .*gabors/,
    )
  })

  test('takes back a file that cannot be finished: a count beyond the number type', async () => {
    const args = ['--areas', 'V1', '--bin-size', '100', '--dtype', 'uint8', '--out', 'small.npz']
    const { code, stderr } = await run(['export', 'dataset', recording, ...args], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toMatch(/error: The largest count is \d+; uint8 cannot hold it\./)
    expect((await readdir(folder)).filter((name) => name.startsWith('small'))).toEqual([])
  })

  test.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('leaves no file behind, and the older one as it was, after %s', async (signal, exitCode) => {
    const name = `${signal}.npz`
    await writeFile(join(folder, name), 'an older one')
    // 200,000 bins a window: seconds of work.
    const args = ['--all-units', '--bin-size', '0.0005', '--out', name]
    const command = start(['export', 'dataset', recording, ...args], { cwd: folder })
    const partial = join(folder, `${name}.partial-${command.process.pid}`)
    while (!existsSync(partial)) await new Promise((resolve) => setTimeout(resolve, 5))
    command.process.kill(signal)
    const { code, stdout, stderr } = await command.ended
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' })
    expect(stderr).toContain(`error: stopped by ${signal}; no unfinished file was left behind\n`)
    expect(existsSync(partial)).toBe(false)
    expect(await readFile(join(folder, name), 'utf8')).toBe('an older one')
  })

  test('removes what an export of the same file left that was killed, and nothing else', async () => {
    const args = ['--areas', 'V1', '--bin-size', '50', '--out', 'again.npz']
    const { pid } = spawnSync('true')
    const kept = [
      // of a process that runs, of another file, and named by something else
      `again.npz.partial-${process.pid}`,
      `other.npz.partial-${pid}`,
      'again.npz.partial-notes',
      `again.npz.partial-${pid}.txt`,
    ]
    for (const name of [...kept, `again.npz.partial-${pid}`])
      await writeFile(join(folder, name), '')
    const { code } = await run(['export', 'dataset', recording, ...args], { cwd: folder })
    expect(code).toBe(0)
    const found = (await readdir(folder)).filter((name) => name.includes('.partial-'))
    expect(found.sort()).toEqual([...kept].sort())
    for (const name of kept) await rm(join(folder, name))
  })

  test('writes to the standard output as to a file, and reports on stderr', async () => {
    const requested = ['export', 'dataset', recording, '--areas', 'V1', '--bin-size', '50']
    await run([...requested, '--out', 'same.npz'], { cwd: folder })
    const piped = spawnSync(process.execPath, [commandFile, ...requested, '--out', '-'], {
      cwd: folder,
    })
    expect(piped.status).toBe(0)
    expect(piped.stdout.equals(await readFile(join(folder, 'same.npz')))).toBe(true)
    expect(piped.stderr.toString()).toMatch(/\nWrote standard output: \d+ epochs, each 2 bins\.\n/)
    expect(existsSync(join(folder, '-'))).toBe(false)
    const units = ['export', 'units', recording, '--areas', 'V1', '--out', '-']
    const { stdout } = await run(units, { cwd: folder })
    expect(stdout).toMatch(/^unit_id,/)
  })

  test('prints what was written as JSON, with identities and digests', async () => {
    const requested = [
      'export',
      'dataset',
      recording,
      '--areas',
      'V1',
      '--bin-size',
      '50',
      '--json',
    ]
    const { code, stdout } = await run([...requested, '--out', 'told.npz'], { cwd: folder })
    expect(code).toBe(0)
    const bytes = await readFile(join(folder, 'told.npz'))
    const fileVersion = sha256(await readFile(join(folder, recording))).slice(0, 12)
    expect(JSON.parse(stdout)).toEqual({
      export: 'dataset',
      file: 'told.npz',
      format: 'npz',
      bytes: bytes.length,
      sha256: sha256(bytes),
      session: { id: '810000001', fileName: recording, fileVersion },
      request: `/arrays/v1/810000001/${fileVersion}/dataset.npz?areas=VISp&binSize=50`,
      dtype: null,
      spikeqlVersion: version,
    })
  })

  test('says why the standard output takes no more', () => {
    const full = openSync('/dev/full', 'w')
    const requested = ['inspect', recording]
    const { status, stderr } = spawnSync(process.execPath, [commandFile, ...requested], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect(stderr.toString()).toBe(
      'error: Cannot write the output: the disk is full. Write to a file with --out, or make room.\n',
    )
    expect(status).toBe(1)
  })
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function everyStimulus(): Promise<string> {
  const { stdout } = await run(['inspect', recording, '--json'], { cwd: folder })
  const epochs: { stimulusName: string }[] = JSON.parse(stdout).epochs
  return [...new Set(epochs.map((epoch) => epoch.stimulusName))].join(',')
}
