import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { smallGoldenFolder } from '../golden/golden-folder.ts'
import { makeFolder } from './make-folder.ts'

const packedFolder = fileURLToPath(new URL('../../fixtures/golden', import.meta.url))

/** Unpack the small golden set, once before the tests. */
export default async function unpackGolden(): Promise<void> {
  await makeFolder(smallGoldenFolder, [packedFolder], (folder) => {
    for (const entry of readdirSync(packedFolder, { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith('.br')) continue
      const file = join(entry.parentPath, entry.name)
      const target = join(folder, relative(packedFolder, file).replace(/\.br$/, ''))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, brotliDecompressSync(readFileSync(file)))
    }
  })
}
