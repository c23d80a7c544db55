import type { LabelledArrays } from '../formats/labelled-arrays.ts'
import type { ExportSource } from './export-kind.ts'

/** Which session, and which file, numbers come from; as it is written beside them. */
export function attributesOfSource({
  session,
  origin,
}: ExportSource): readonly (readonly [name: string, value: string])[] {
  return [
    ['session_id', session.id],
    'fileVersion' in origin ? ['file_version', origin.fileVersion] : ['file_name', origin.fileName],
  ]
}

/** With the attributes that say where arrays come from. */
export function withSource(arrays: LabelledArrays, source: ExportSource): LabelledArrays {
  const attributes = { ...Object.fromEntries(attributesOfSource(source)), ...arrays.attributes }
  return { ...arrays, attributes }
}
