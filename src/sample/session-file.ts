import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileStructure } from '../nwb-writing/hdf5-bytes/hdf5-writer.ts'
import { STREAMED_PATHS, streamUnits } from './animal/unit-streams.ts'
import { writeNwbStructure } from './nwb-layout/nwb-structure.ts'
import type { Recording } from './recording.ts'

/**
 * Write a session. It appears under its name only when it is complete.
 *
 * @param onProgress bytes written, and all there are
 */
export async function writeRecording(
  recording: Recording,
  file: string,
  onProgress: (done: number, total: number, label: string) => void = () => {},
): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  await mkdir(dirname(file), { recursive: true })
  try {
    const structure = await writeNwbStructure(recording)
    const handle = await open(partial, 'w')
    try {
      await writeAll(handle, structure, recording, onProgress)
    } finally {
      await handle.close()
    }
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function writeAll(
  handle: FileHandle,
  { bytes, streamed }: FileStructure,
  recording: Recording,
  onProgress: (done: number, total: number, label: string) => void,
): Promise<void> {
  const total = streamed.reduce((sum, { byteLength }) => sum + byteLength, bytes.byteLength)
  let done = await writeAt(handle, bytes, 0)
  onProgress(done, total, 'structure')
  for (const path of STREAMED_PATHS) {
    const region = streamed.find((candidate) => candidate.path === path)
    if (!region) throw new Error(`the file has no place for ${path}`)
    let position = region.start
    for (const values of streamUnits(path, recording)) {
      const chunk = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      position += await writeAt(handle, chunk, position)
      done += chunk.byteLength
      onProgress(done, total, path)
    }
    if (position !== region.start + region.byteLength) {
      throw new Error(`${path} has ${position - region.start} bytes, not ${region.byteLength}`)
    }
  }
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, start: number): Promise<number> {
  let done = 0
  while (done < bytes.byteLength) {
    const rest = bytes.byteLength - done
    done += (await handle.write(bytes, done, rest, start + done)).bytesWritten
  }
  return done
}
