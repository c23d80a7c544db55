import type { FieldsOf } from '../addresses/address-field.ts'
import type { CountArray } from '../domain/counting/count-matrix.ts'
import type { LabelledArray, LabelledArrays } from '../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../formats/labelled-file.ts'
import { convertCounts, type Dtype } from '../formats/numpy/dtype.ts'
import { downloadName } from './download-name.ts'
import { type Emptiness, ExportKind, type ExportSource } from './export-kind.ts'
import { withSource } from './source-attributes.ts'

interface ArrayExportDefinition<Request> {
  /** of its files, without the ending: `correlograms` */
  readonly name: string
  /** the parts of its request, in the order of an address */
  readonly fields: FieldsOf<Request>
  /**
   * Charges the budget, reads and computes.
   *
   * @param request canonical
   */
  readonly load: (request: Request, source: ExportSource) => Promise<LabelledArrays>
  /** why nothing would be written; null: something would. Left out: something always is. */
  readonly emptiness?: (request: Request, source: ExportSource) => Promise<Emptiness | null>
}

/**
 * A kind of array that is computed whole before it is written: in every format of arrays, with the
 * session and the version of its file among its attributes.
 */
export function arrayExport<Request extends object>({
  name,
  fields,
  load,
  emptiness,
}: ArrayExportDefinition<Request>): ExportKind<Request> {
  return new ExportKind({
    name,
    formats: arrayFormats,
    fields,
    async plan(request, source) {
      let summary: string[] = []
      return {
        downloadName: downloadName(source.session.id, name),
        emptiness: (await emptiness?.(request, source)) ?? null,
        summary: () => summary,
        async encode(format, options) {
          const arrays = await load(request, source)
          const main = withDtype(arrays.main, options.dtype)
          summary = [main.dims.map((dim, i) => `${dim} ${main.shape[i]}`).join(', ')]
          return encodeArrays(format, withSource({ ...arrays, main }, source), options)
        },
      }
    },
  })
}

/** Counts as the number type that was chosen; anything else as it is. */
function withDtype(array: LabelledArray, dtype: Dtype | null): LabelledArray {
  if (!dtype || !('data' in array)) return array
  const { data } = array
  const isCounts =
    data instanceof Uint8Array || data instanceof Uint16Array || data instanceof Uint32Array
  return isCounts ? { ...array, data: convertCounts(data as CountArray, dtype) } : array
}
