import type { Hdf5File } from '../../hdf5/hdf5-file.ts'

/** An attribute that is a number to show; null where it is missing, or not finite. */
export function finiteAttribute(file: Hdf5File, path: string, name: string): number | null {
  const value = file.attributes.number(path, name)
  return value !== null && Number.isFinite(value) ? value : null
}
