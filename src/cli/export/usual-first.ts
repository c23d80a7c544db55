import type { FileFormat } from '../../formats/file-format.ts'

/** Formats of an export, that which is written by default first. */
export function usualFirst(usual: FileFormat, formats: readonly FileFormat[]): FileFormat[] {
  return [usual, ...formats.filter((format) => format !== usual)]
}
