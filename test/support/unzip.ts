import { inflateRawSync } from 'node:zlib'

/** Names and contents of a zip of deflated or stored files, by the central directory at its end. */
export function unzip(zip: Buffer): { name: string; content: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const count = zip.readUInt16LE(end + 10)
  let entry = zip.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const isStored = zip.readUInt16LE(entry + 10) === 0
    const size = zip.readUInt32LE(entry + 20)
    const nameLength = zip.readUInt16LE(entry + 28)
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength)
    const local = zip.readUInt32LE(entry + 42)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
    const stored = zip.subarray(data, data + size)
    return { name, content: isStored ? stored : inflateRawSync(stored) }
  })
}
