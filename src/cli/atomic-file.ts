import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CommandError } from './command-error.ts'
import { asWriteError } from './write-error.ts'

const CURE = 'Choose another place with --out.'

/** What may wait while a piece is written; it is then written in one call. */
const WAITING_BYTES = 1 << 22

/** The name that a file has until it is whole. */
const partialName = (file: string) => `${file}.partial-${process.pid}`

/**
 * Refuse at once what could not be written in the end.
 *
 * @throws CommandError
 */
export function assertWritableFile(file: string): void {
  try {
    assertIsPlaceForFile(file)
    const partial = partialName(file)
    closeSync(openSync(partial, 'w'))
    rmSync(partial)
  } catch (error) {
    throw asWriteError(error, file, CURE)
  }
}

function assertIsPlaceForFile(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there && !there.isFile()) {
    throw new CommandError(`${file} is there and is no file. Choose another name with --out.`)
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`There is no folder ${dirname(file)} to write into. Make it first.`)
  }
}

/**
 * Write a file whole or not at all: under another name beside it, then renamed in one step. A file that is there already is
 * replaced in that step. Whatever goes wrong before leaves it as it was, and nothing else behind.
 *
 * @throws CommandError when the folder, the disk or its permissions do not let us
 */
export async function writeAtomically(
  file: string,
  parts: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const partial = partialName(file)
  const remove = () => rmSync(partial, { force: true })
  // Also when a second signal ends the program at once.
  process.on('exit', remove)
  try {
    const handle = await open(partial, 'w')
    const target = handle.createWriteStream({ flush: true, highWaterMark: WAITING_BYTES })
    await pipeline(parts, target, { signal })
    signal.throwIfAborted()
    await rename(partial, file)
  } catch (error) {
    remove()
    throw asWriteError(error, file, CURE)
  } finally {
    process.off('exit', remove)
  }
}
