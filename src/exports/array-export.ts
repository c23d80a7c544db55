import type { FieldsOf } from '../addresses/address-field.ts'
import type { LabelledArrays } from '../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../formats/labelled-file.ts'
import { downloadName } from './download-name.ts'
import { ExportKind, type ExportSource } from './export-kind.ts'
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
}

/**
 * A kind of array that is computed whole before it is written: in every format of arrays, with the
 * session and the version of its file among its attributes.
 */
export function arrayExport<Request extends object>({
  name,
  fields,
  load,
}: ArrayExportDefinition<Request>): ExportKind<Request> {
  return new ExportKind({
    name,
    formats: arrayFormats,
    fields,
    async plan(request, source) {
      let summary: string[] = []
      return {
        downloadName: downloadName(source.session.id, name),
        emptiness: null,
        summary: () => summary,
        async encode(format, options) {
          const arrays = await load(request, source)
          const { dims, shape } = arrays.main
          summary = [dims.map((dim, i) => `${dim} ${shape[i]}`).join(', ')]
          return encodeArrays(format, withSource(arrays, source), options)
        },
      }
    },
  })
}
