import { type FileFormat, fileFormats } from '../../formats/file-format.ts'
import { STDOUT } from '../terminal/atomic-file.ts'
import { CommandError } from '../terminal/command-error.ts'

interface FileOptions {
  readonly out?: string
  readonly format?: FileFormat
}

/**
 * The format to write in: the requested one, or that of the file's name, or the usual one.
 *
 * @param formats possible ones, the usual one first
 * @throws CommandError for a name that gives none of them
 */
export function chooseFormat(
  { out, format }: FileOptions,
  formats: readonly FileFormat[],
): FileFormat {
  if (out !== undefined && /\.nwb$/i.test(out) && !formats.includes('nwb')) {
    throw new CommandError(
      `${out} has the name of a recording. Choose a name that ends in ${endings(formats)}.`,
    )
  }
  if (format) return format
  if (out === undefined || out === STDOUT) return formats[0]
  const named = formats.filter((candidate) => hasEnding(out, candidate))
  // .csr.npz is also .npz; what says more is meant.
  const [longest] = named.sort(
    (a, b) => fileFormats[b].ending.length - fileFormats[a].ending.length,
  )
  if (longest) return longest
  throw new CommandError(
    `The format is not clear from the name ${out}. Choose a name that ends in ${endings(formats)}, or add --format.`,
  )
}

function hasEnding(file: string, format: FileFormat): boolean {
  const name = file.toLowerCase()
  return name.endsWith(fileFormats[format].ending) || (format === 'pkl' && name.endsWith('.pickle'))
}

/** `.csv, .npz or .parquet` */
function endings(formats: readonly FileFormat[]): string {
  const all = formats.map((format) => fileFormats[format].ending)
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' or ')
}
