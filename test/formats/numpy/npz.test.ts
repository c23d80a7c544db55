import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { encodeNpy, type NdArray, vector } from '../../../src/formats/numpy/npy.ts'
import { encodeNpz, type NpzMember, npyPath } from '../../../src/formats/numpy/npz.ts'
import { unzip } from '../../support/unzip.ts'

const npzBytes = (members: Iterable<NpzMember> | AsyncIterable<NpzMember>): Promise<Buffer> =>
  buffer(encodeNpz(members))

const counts: NdArray = { shape: [2, 2], data: Uint16Array.of(0, 1, 2, 3) }

describe('encodeNpz', () => {
  test('is a zip of .npy files, in the order given', async () => {
    const names = vector(['gabors'])
    const zip = await npzBytes([
      { name: '1__VISp', array: counts },
      { name: 'epoch_stimulus_name', array: names },
    ])
    expect(unzip(zip)).toEqual([
      { name: '1__VISp.npy', content: Buffer.from(encodeNpy(counts)) },
      { name: 'epoch_stimulus_name.npy', content: Buffer.from(encodeNpy(names)) },
    ])
  })

  test('writes arrays of several pieces whole', async () => {
    const data = Uint32Array.from({ length: 300_000 }, (_, i) => i)
    const [member] = unzip(await npzBytes([{ name: 'long', array: vector(data) }]))
    expect(member?.content.equals(encodeNpy(vector(data)))).toBe(true)
  })

  test('writes an array whose cells come piece by piece', async () => {
    async function* cells() {
      yield Uint16Array.of(0, 1, 2)
      yield Uint16Array.of(3)
    }
    const streamed = { shape: [2, 2], dtype: 'uint16', cells: cells() } as const
    const zip = await npzBytes([
      { name: 'streamed', streamed },
      { name: 'behind', array: counts },
    ])
    expect(unzip(zip)).toEqual([
      { name: 'streamed.npy', content: Buffer.from(encodeNpy(counts)) },
      { name: 'behind.npy', content: Buffer.from(encodeNpy(counts)) },
    ])
  })

  test('fails when the pieces do not fill the shape', async () => {
    async function* cells() {
      yield Uint16Array.of(0, 1, 2)
    }
    const streamed = { shape: [2, 2], dtype: 'uint16', cells: cells() } as const
    await expect(npzBytes([{ name: 'short', streamed }])).rejects.toThrow(
      'short.npy lacks 2 bytes of its shape [2,2]',
    )
  })

  test('is a zip without entries when there are no members', async () => {
    expect(unzip(await npzBytes([]))).toEqual([])
  })

  test('makes the same bytes from the same arrays, told as of 1980-01-01 00:00', async () => {
    const zip = await npzBytes([{ name: 'a', array: counts }])
    expect(zip.readUInt16LE(10)).toBe(0)
    expect(zip.readUInt16LE(12)).toBe((1 << 5) | 1)
    expect((await npzBytes([{ name: 'a', array: counts }])).equals(zip)).toBe(true)
  })

  test('does not run ahead of who reads it', async () => {
    let requested = 0
    async function* members() {
      for (; requested < 1000; requested++) {
        const data = crypto.getRandomValues(new Uint8Array(65_536))
        yield { name: `${requested}`, array: vector(data) }
      }
    }
    const bytes = encodeNpz(members())
    for (let read = 0; read < 100_000; ) read += (await bytes.next()).value?.length ?? Infinity
    expect(requested).toBeLessThan(20)
    await bytes.return(undefined)
  })

  test('lets go of an array when it is written', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    const buffers: WeakRef<ArrayBuffer>[] = []
    let alive = 0
    async function* members() {
      for (let i = 0; i < 10; i++) {
        const data = new Uint8Array(1_000_000)
        buffers.push(new WeakRef(data.buffer))
        yield { name: `${i}`, array: vector(data) }
      }
      // An object lives on at least until the turn in which its reference was made is over.
      await new Promise((resolve) => setImmediate(resolve))
      collectGarbage()
      alive = buffers.filter((buffer) => buffer.deref()).length
    }
    for await (const _bytes of encodeNpz(members()));
    expect(alive).toBeLessThan(3)
  })

  test('fails when a member cannot be had', async () => {
    async function* members() {
      yield { name: 'a', array: counts }
      throw new Error('the disk is gone')
    }
    await expect(npzBytes(members())).rejects.toThrow('the disk is gone')
  })
})

test('names of arrays lead to no other folder, whatever a recording calls them', () => {
  expect(npyPath('1__VISp')).toBe('1__VISp.npy')
  expect(npyPath('1__Größe µm (50 %), 小')).toBe('1__Größe µm (50 %), 小.npy')
  expect(npyPath('1__../../etc/passwd')).toBe('1__..%2F..%2Fetc%2Fpasswd.npy')
  expect(npyPath('/etc')).toBe('%2Fetc.npy')
  expect(npyPath('C:\\x')).toBe('C%3A%5Cx.npy')
  expect(npyPath('a\u0000b\n\u202ec')).toBe('a%00b%0A%E2%80%AEc.npy')
})
