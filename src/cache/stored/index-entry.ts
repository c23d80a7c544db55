import { createHash } from 'node:crypto'
import { Deserializer, Serializer } from 'node:v8'

/** Begins every entry; another layout of entries has another number. */
const MAGIC = Buffer.from('SpikeQL index 1\n')

const DIGEST_BYTES = 32

/**
 * An entry as it is stored: what it is, a SHA-256 of the rest, and its key and value as V8 clones
 * them, which keeps NaN, undefined, BigInt and typed arrays exactly.
 */
export function encodeEntry(key: string, value: unknown): Uint8Array {
  const serializer = new Serializer()
  serializer.writeHeader()
  serializer.writeValue(key)
  serializer.writeValue(value)
  const content = serializer.releaseBuffer()
  return Buffer.concat([MAGIC, digestOf(content), content])
}

/** The value of an entry; undefined: it is damaged, of another key, or of a newer version of V8. */
export function decodeEntry<Value>(key: string, bytes: Buffer): Value | undefined {
  const content = bytes.subarray(MAGIC.length + DIGEST_BYTES)
  const digest = bytes.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES)
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (!digest.equals(digestOf(content))) return undefined
  try {
    const deserializer = new Deserializer(content)
    deserializer.readHeader()
    return deserializer.readValue() === key ? deserializer.readValue() : undefined
  } catch {
    return undefined
  }
}

const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest()
