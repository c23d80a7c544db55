import { createHash } from 'node:crypto'
import type { ListEntry, TakeEntry } from './stored-list.ts'

/** Begins every pack; another layout of packs has another number. */
const MAGIC = Buffer.from('SpikeQL list 1\n')

const DIGEST_BYTES = 32

/** Lengths of the key and of the value, before both. */
const HEAD_BYTES = 8

/**
 * Entries of a list as they are stored together: what they are, a SHA-256 of the rest, the list's
 * name, and the entries, each with the lengths of its key and its value.
 */
export function encodePack(name: string, entries: readonly ListEntry[]): Uint8Array {
  const parts = [{ key: name, value: new Uint8Array() }, ...entries].flatMap(({ key, value }) => {
    const keyBytes = Buffer.from(key)
    const head = Buffer.alloc(HEAD_BYTES)
    head.writeUInt32LE(keyBytes.length, 0)
    head.writeUInt32LE(value.length, 4)
    return [head, keyBytes, value]
  })
  const content = Buffer.concat(parts)
  return Buffer.concat([MAGIC, digestOf(content), content])
}

/**
 * Each entry of a pack, in order; none of one that is damaged, or of another list.
 *
 * @returns whether the pack is whole and of this list
 */
export function decodePack(name: string, bytes: Buffer, take: TakeEntry): boolean {
  const content = bytes.subarray(MAGIC.length + DIGEST_BYTES)
  const digest = bytes.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES)
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return false
  if (!digest.equals(digestOf(content))) return false
  let isFirst = true
  for (let at = 0; at < content.length; ) {
    const keyEnd = at + HEAD_BYTES + content.readUInt32LE(at)
    const end = keyEnd + content.readUInt32LE(at + 4)
    const key = content.toString('utf8', at + HEAD_BYTES, keyEnd)
    if (isFirst && key !== name) return false
    if (!isFirst) take(key, content.subarray(keyEnd, end))
    isFirst = false
    at = end
  }
  return !isFirst
}

const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest()
