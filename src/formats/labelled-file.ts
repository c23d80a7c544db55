import type { FileBytes, FileFormat, WritingOptions } from './file-format.ts'
import type { LabelledArrays } from './labelled-arrays.ts'
import { arrayParts, npzParts } from './matrices/matrix-file.ts'
import { bytesOf, dtypeCode } from './numpy/dtype.ts'
import { attributesOf, labelledMembers } from './numpy/labelled-npz.ts'
import { npyHeader } from './numpy/npy.ts'
import { encodeNpz } from './numpy/npz.ts'
import { arraysTable } from './tables/arrays-table.ts'
import type { Table } from './tables/table.ts'
import { encodeTable } from './tables/table-file.ts'

/** Formats of labelled arrays. */
export const arrayFormats = [
  'npy',
  'npz',
  'arrow',
  'csv',
  'parquet',
] as const satisfies FileFormat[]

/**
 * Labelled arrays as a file.
 *
 * @param table how they are written in rows and columns
 */
export async function encodeArrays(
  format: FileFormat,
  arrays: LabelledArrays,
  options: WritingOptions,
  table: Table = arraysTable(arrays),
): Promise<FileBytes> {
  if (format === 'npy') return npyFile(arrays)
  if (format !== 'npz') return encodeTable(format, table, options, attributesOf(arrays))
  const members = [...labelledMembers(arrays)]
  const atHand = members.flatMap((member) => ('array' in member ? [member] : []))
  if (atHand.length < members.length) return { pieces: encodeNpz(members) }
  return { parts: npzParts(atHand.map(({ name, array }) => [name, array] as const)) }
}

function npyFile({ main }: LabelledArrays): FileBytes {
  if ('data' in main) return { parts: arrayParts(main) }
  const { dtype, shape, cells } = main
  return {
    pieces: (async function* () {
      yield npyHeader(dtypeCode(dtype), shape)
      for await (const piece of cells) yield bytesOf(piece)
    })(),
  }
}
