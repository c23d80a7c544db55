import { loadHdf5 } from '../src/hdf5/hdf5-library.ts'

/** A part of a file's structure, as far as it can be told where it begins. */
export interface Structure {
  readonly kind: string
  readonly position: number
  /** which is worth changing */
  readonly length: number
}

/** What begins with four letters, and how many bytes from there matter. */
const signatures: Readonly<Record<string, number>> = {
  TREE: 600,
  SNOD: 328,
  HEAP: 32,
  GCOL: 300,
  OHDR: 300,
  OCHK: 300,
  FRHP: 146,
  FHDB: 300,
  FHIB: 200,
  BTHD: 38,
  BTLF: 200,
  BTIN: 200,
  FAHD: 28,
  FADB: 200,
  EAHD: 72,
  EAIB: 200,
  EASB: 100,
  EADB: 200,
}

const SUPERBLOCK_LENGTH = 96
const HEADER_LENGTH = 300

/** Object headers of the older form have no signature: libhdf5 tells where they stand. */
export async function findStructures(bytes: Uint8Array): Promise<Structure[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const base = Math.max(0, buffer.indexOf('\x89HDF\r\n\x1a\n', 0, 'latin1'))
  const found: Structure[] = [
    { kind: 'anywhere', position: 0, length: bytes.length },
    { kind: 'superblock', position: base, length: SUPERBLOCK_LENGTH },
  ]
  for (const [kind, length] of Object.entries(signatures)) {
    for (let at = buffer.indexOf(kind); at >= 0; at = buffer.indexOf(kind, at + 4)) {
      found.push({ kind, position: at, length: Math.min(length, bytes.length - at) })
    }
  }
  for (const address of await headerAddresses(bytes)) {
    const position = base + address
    const length = Math.min(HEADER_LENGTH, bytes.length - position)
    found.push({ kind: 'object header', position, length })
  }
  return found
}

async function headerAddresses(bytes: Uint8Array): Promise<number[]> {
  const { module, files } = await loadHdf5()
  files.writeFile('/base.nwb', bytes)
  const id = module.open('/base.nwb', module.H5F_ACC_RDONLY, false, -1, -1)
  const addresses = new Set<number>()
  for (const path of module.get_names(id, '/', true)) {
    if (module.get_type(id, path) < 0) continue
    const reference = Uint8Array.from(module.create_object_reference(id, path))
    addresses.add(Number(new DataView(reference.buffer).getBigUint64(0, true)))
  }
  module.close_file(id)
  files.unlink('/base.nwb')
  return [...addresses]
}
