import { once } from 'node:events'
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileSizeText } from '../../formats/amounts.ts'
import { removeAbandoned } from './abandoned-files.ts'
import { CommandError } from './command-error.ts'
import { asWriteError } from './write-error.ts'

const CURE = 'Choose another place with --out.'

/** What may wait while a piece is written; it is then written in one call. */
const WAITING_BYTES = 1 << 22

/** Instead of a file: the standard output. */
export const STDOUT = '-'

/** The name that a file has until it is whole. */
const partialName = (file: string, pid: number | '' = process.pid) =>
  `${join(dirname(file), basename(file))}.partial-${pid}`

/**
 * Refuse at once what could not be written in the end.
 *
 * @throws CommandError
 */
export function assertWritableFile(file: string): void {
  if (file === STDOUT) return
  try {
    assertIsPlaceForFile(file)
    removeAbandoned(dirname(file), basename(partialName(file, '')), 'file')
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
    throw new CommandError(`${file} exists and is not a file. Choose another name with --out.`)
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`There is no folder ${dirname(file)} to write into. Create it first.`)
  }
}

/**
 * Write a file whole or not at all: under another name next to it, then renamed in one step. A file
 * that is there already is replaced in that step. Whatever goes wrong before leaves it as it was,
 * and nothing else. The standard output takes the pieces as they come.
 *
 * @throws CommandError when the folder, the disk or its permissions do not let us
 */
export async function writeAtomically(
  file: string,
  parts: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  if (file === STDOUT) return writeToStdout(parts, signal)
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

/**
 * A reader that has seen enough, and a full disk, are dealt with for all
 * of the program: see start.ts.
 */
async function writeToStdout(parts: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  for await (const part of parts) {
    signal.throwIfAborted()
    if (!process.stdout.write(part)) await once(process.stdout, 'drain', { signal })
  }
}

/** What a file holds, for people: on stderr where stdout holds the file. */
export function reportWritten(file: string, text: (written: string) => string): void {
  if (file === STDOUT) console.error(text('standard output'))
  else console.log(text(`${file} (${fileSizeText(statSync(file).size)})`))
}
