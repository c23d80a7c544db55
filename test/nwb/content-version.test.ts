import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../src/byte-sources/watched-source.ts'
import { RecordingError, type RecordingProblem } from '../../src/errors.ts'
import { Hdf5File } from '../../src/hdf5/hdf5-file.ts'
import { contentVersion, type VersionLimits, versionLimits } from '../../src/nwb/content-version.ts'
import type { SpikeSource } from '../../src/nwb/spikes/sources/spike-source.ts'
import { StoredSpikes } from '../../src/nwb/spikes/sources/stored-spikes.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { writeWaveforms } from '../support/recordings/write-waveforms.ts'

const folder = temporaryFolder()

/** As of a large file: little is read whole, and few bytes are looked at. */
const sampled: VersionLimits = {
  ...versionLimits,
  wholeBytes: 0,
  sampleCount: 2,
  sampleBytes: 8,
  datasetBytes: 64,
}

async function versionOf(bytes: Uint8Array, limits?: VersionLimits): Promise<string> {
  const source = new WatchedSource(new MemoryBytes('a.nwb', bytes))
  const file = await Hdf5File.open(source)
  try {
    return contentVersion(file, source, new StoredSpikes(file, source).openTimes().source, limits)
  } finally {
    file.close()
  }
}

/** 100 spikes of one unit: 0, 1, … 99 s. */
async function recording(options: Parameters<typeof writeNwb>[1] = {}): Promise<Uint8Array> {
  const spikes = Array.from({ length: 100 }, (_, i) => i)
  return readFileSync(
    await writeNwb(join(folder, 'written.nwb'), { units: [{ id: 1, spikes }], ...options }),
  )
}

/** The same bytes but for one float64, which stands there once. */
function replaced(bytes: Uint8Array, value: number, by: number): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(Buffer.from(Float64Array.of(value).buffer))
  expect(at).toBeGreaterThan(0)
  copy.writeDoubleLE(by, at)
  return copy
}

describe('the version of a file up to the limit', () => {
  test('is the beginning of its SHA-256', async () => {
    const bytes = await recording()
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(await versionOf(bytes)).toBe(digest.slice(0, 12))
  })

  test('is that of all bytes, to the last that the limit allows', async () => {
    const bytes = await recording()
    const whole = await versionOf(bytes)
    expect(await versionOf(bytes, { ...sampled, wholeBytes: bytes.length })).toBe(whole)
    expect(await versionOf(bytes, { ...sampled, wholeBytes: bytes.length - 1 })).not.toBe(whole)
  })

  test('is the same for equal bytes, and another when one spike moved', async () => {
    const bytes = await recording()
    expect(await versionOf(Uint8Array.from(bytes))).toBe(await versionOf(bytes))
    expect(await versionOf(replaced(bytes, 57, 57.5))).not.toBe(await versionOf(bytes))
  })

  test('is that of all bytes also where they are more than one piece', async () => {
    const spikes = Array.from({ length: 300_000 }, (_, i) => i + 0.5)
    const bytes = await recording({ units: [{ id: 1, spikes }] })
    expect(bytes.length).toBeGreaterThan(2 * 2 ** 20)
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(await versionOf(bytes)).toBe(digest.slice(0, 12))
  })
})

describe('the version of a larger file', () => {
  test('is the same for equal bytes, and not that of all of them', async () => {
    const bytes = await recording()
    const version = await versionOf(bytes, sampled)
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(await versionOf(Uint8Array.from(bytes), sampled)).toBe(version)
    expect(version).not.toBe(await versionOf(bytes))
  })

  test('differs where a value of a small column does', async () => {
    const bytes = await recording({
      units: [{ id: 1, spikes: Array.from({ length: 100 }, (_, i) => i), presenceRatio: 0.987 }],
    })
    const changed = replaced(bytes, 0.987, 0.5)
    expect(await versionOf(changed, sampled)).not.toBe(await versionOf(bytes, sampled))
  })

  test('differs where an attribute does', async () => {
    const withRate = (rate: number) =>
      recording({
        edit: (file) => (file.get('units') as Group).create_attribute('resolution', rate),
      })
    const slow = await withRate(1000)
    const fast = await withRate(2000)
    expect(fast.length).toBe(slow.length)
    expect(await versionOf(fast, sampled)).not.toBe(await versionOf(slow, sampled))
  })

  test('differs where a text does', async () => {
    const good = await recording({ identifier: 'mouse-1' })
    const noise = await recording({ identifier: 'mouse-2' })
    expect(await versionOf(good, sampled)).not.toBe(await versionOf(noise, sampled))
  })

  test.each([
    ['in one piece', {}],
    ['in chunks', { layout: { chunkLength: 10 } }],
    ['compressed', { layout: { chunkLength: 10, compression: 4 } }],
  ])('differs where one spike moved, stored %s', async (_, layout) => {
    const spikes = Array.from({ length: 100 }, (_, i) => i)
    const write = (moved: number) =>
      recording({ units: [{ id: 1, spikes: spikes.with(57, moved) }], ...layout })
    const bytes = await write(57)
    const changed = await write(57.25)
    expect(await versionOf(await write(57), sampled)).toBe(await versionOf(bytes, sampled))
    expect(await versionOf(changed, sampled)).not.toBe(await versionOf(bytes, sampled))
  })

  test('differs where one of many spikes moved', async () => {
    const spikes = Array.from({ length: 300_000 }, (_, i) => i + 0.5)
    const bytes = await recording({ units: [{ id: 1, spikes }] })
    const changed = replaced(bytes, 299_999.5, 299_999.75)
    expect(await versionOf(changed, sampled)).not.toBe(await versionOf(bytes, sampled))
  })

  test('looks at evenly spread parts of more spikes than it reads', async () => {
    const spikes = Array.from({ length: 300_000 }, (_, i) => i + 0.5)
    const bytes = await recording({ units: [{ id: 1, spikes }] })
    const two = { ...sampled, spikeBlocks: 2 }
    const [first, second, third] = [0.5, 2 ** 17 + 0.5, 2 ** 18 + 0.5].map((time) =>
      replaced(bytes, time, time + 0.25),
    ) as [Uint8Array, Uint8Array, Uint8Array]
    const version = await versionOf(bytes, two)
    expect(await versionOf(first, two)).not.toBe(version)
    expect(await versionOf(second, two)).not.toBe(version)
    expect(await versionOf(third, two)).toBe(version)
  })

  /** Other values than spikes, in a dataset that is large here. */
  const withWaveform = (value: number) =>
    recording({
      edit: (_, units) => {
        const waveform = [Array.from({ length: 100 }, (_, i) => (i === 50 ? value : i + 0.25))]
        writeWaveforms(units, [{ amplitudes: [], waveform }])
      },
    })

  test('differs where a sample of another large dataset does', async () => {
    const bytes = await withWaveform(0.125)
    const every = { ...sampled, sampleCount: Math.ceil(bytes.length / 8) + 1 }
    const changed = replaced(bytes, 0.125, 0.375)
    expect(await versionOf(changed, every)).not.toBe(await versionOf(bytes, every))
  })

  test('does not tell of another large dataset what no sample touches', async () => {
    const bytes = await withWaveform(0.125)
    const changed = replaced(bytes, 0.125, 0.375)
    expect(await versionOf(changed, sampled)).toBe(await versionOf(bytes, sampled))
  })

  test('passes over what cannot be read, and goes on', async () => {
    const bytes = await recording({
      edit: (file) => file.create_external_link('other.nwb', '/x', 'analysis'),
      units: [{ id: 1, spikes: Array.from({ length: 100 }, (_, i) => i), presenceRatio: 0.987 }],
    })
    expect(await versionOf(Uint8Array.from(bytes), sampled)).toBe(await versionOf(bytes, sampled))
    const changed = replaced(bytes, 0.987, 0.5)
    expect(await versionOf(changed, sampled)).not.toBe(await versionOf(bytes, sampled))
  })
})

test('versions are made from the same parts of files on every server', () => {
  expect(versionLimits).toEqual({
    wholeBytes: 268_435_456,
    sampleCount: 512,
    sampleBytes: 32_768,
    spikeBlocks: 1024,
    datasetBytes: 1_048_576,
    objectCount: 5000,
  })
})

describe('the version of a larger file, byte by byte', () => {
  const limits = { ...sampled, sampleCount: 3, datasetBytes: 16 }

  /** A file without units, and the pieces of its structure in the order of hashing. */
  async function structured() {
    const bytes = await recording({
      units: null,
      bare: true,
      edit(file) {
        const group = file.create_group('analysis')
        group.create_attribute('namespace', 'core')
        group.create_attribute('object_id', 'a1')
        group.create_attribute('unit', 'Hz')
        group.create_dataset({ name: 'two', data: Float64Array.of(4, 5) })
        group.create_dataset({ name: 'three', data: Float64Array.of(6, 7, 8) })
        file.create_group('specifications').create_group('core')
        file.create_external_link('other.nwb', '/x', 'scratch')
      },
    })
    const structure = [
      ...['/\0', 'nwb_version=2.2.2\0'],
      ...['/analysis\0', 'unit=Hz\0'],
      ...['/analysis/three\0', '3\0'],
      ...['/analysis/two\0', '2\0', Buffer.from(Float64Array.of(4, 5).buffer)],
      ...['/general\0', '/identifier\0', '\0', '1', '/intervals\0'],
      ...['/scratch\0', 'EXTERNAL_DATA_REFUSED\0'],
    ]
    return { bytes, structure }
  }

  /** The version with the spikes 1, 2 and 3 s, or with those that cannot be read. */
  async function versionWith(
    bytes: Uint8Array,
    { objectCount = 100, fault }: { objectCount?: number; fault?: RecordingProblem } = {},
  ): Promise<string> {
    const source = new WatchedSource(new MemoryBytes('a.nwb', bytes))
    const file = await Hdf5File.open(source)
    const read: SpikeSource['read'] = (target, from) => {
      if (fault) throw new RecordingError(fault, 'a.nwb')
      target.set([1, 2, 3].slice(from))
    }
    try {
      const spikes = { length: 3, read } as SpikeSource
      return contentVersion(file, source, spikes, { ...limits, objectCount })
    } finally {
      file.close()
    }
  }

  function digestOf(bytes: Uint8Array, parts: readonly (string | Uint8Array)[]): string {
    const hash = createHash('sha256').update(`sampled 1 ${bytes.length}\n`)
    for (const part of parts) hash.update(part)
    const last = bytes.length - 8
    for (const at of [0, Math.floor(last / 2), last]) hash.update(bytes.subarray(at, at + 8))
    return hash.digest('hex').slice(0, 12)
  }

  const spikes = `${crc32(new Uint8Array(Float64Array.of(1, 2, 3).buffer))}\0`

  test('has its structure, small datasets, spikes and samples', async () => {
    const { bytes, structure } = await structured()
    expect(await versionWith(bytes)).toBe(digestOf(bytes, [...structure, spikes]))
  })

  test('has as many objects as are allowed', async () => {
    const { bytes, structure } = await structured()
    const expected = digestOf(bytes, [...structure.slice(0, 6), spikes])
    expect(await versionWith(bytes, { objectCount: 3 })).toBe(expected)
  })

  test.each<RecordingProblem>([
    'FILE_DAMAGED',
    'EXTERNAL_DATA_REFUSED',
    'FILTER_MISSING',
    'UNSUPPORTED_LAYOUT',
  ])('says of spikes that no copy of it can give why: %s', async (fault) => {
    const { bytes, structure } = await structured()
    const expected = digestOf(bytes, [...structure, `${fault}\0`])
    expect(await versionWith(bytes, { fault })).toBe(expected)
  })

  test('is not known where its disk cannot be read', async () => {
    const { bytes } = await structured()
    const version = versionWith(bytes, { fault: 'FILE_UNREADABLE' })
    await expect(version).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})
