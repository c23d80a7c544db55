import { type FieldsOf, RequestFields } from '../addresses/address-field.ts'
import { type ArraySource, arrayAddress } from '../addresses/array-address.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import {
  type FileBytes,
  type FileFormat,
  fileFormats,
  type WritingOptions,
} from '../formats/file-format.ts'
import type { RequestContext } from '../request/request-context.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'

/** What an export is made of. */
export interface ExportSource extends RequestContext {
  readonly session: CatalogSession
  readonly tables: SessionTables
  /** where the numbers come from, as it is written beside them */
  readonly origin: { readonly fileVersion: string } | { readonly fileName: string }
}

export interface EncodingOptions extends WritingOptions {
  /** @param label what is being read */
  readonly onProgress: (done: number, total: number, label?: string) => void
}

/** That an export has nothing to write, and why. */
export interface Emptiness {
  /** what was not found by the request; null: the session has nothing, whatever is requested */
  readonly missing:
    | 'units'
    | 'areas'
    | 'epochs'
    | 'window'
    | 'presentations'
    | 'events'
    | 'samples'
    | null
  /** in whole sentences */
  readonly reason: string
}

/** An export whose request was checked; none of its cells are read. */
export interface ExportPlan {
  /** of a copy, without its ending: `session_1_VISp_epoch_2_gabors_100ms` */
  readonly downloadName: string
  /** that nothing is left to write, and why; null: something is */
  readonly emptiness: Emptiness | null
  /** what was written, in a line or two without full stops; known once it is encoded */
  summary(): readonly string[]
  /** @throws TooManyCellsError, RecordingError, RequestAbortedError, ServerBusyError */
  encode(format: FileFormat, options: EncodingOptions): Promise<FileBytes>
}

interface ExportKindDefinition<Request> {
  /** of its files, without the ending: `binned-activity` */
  readonly name: string
  /** those that it can be written in, the usual one first */
  readonly formats: readonly FileFormat[]
  /** the parts of its request, in the order of an address */
  readonly fields: FieldsOf<Request>
  /**
   * Checks a request, and decides what is to be read for it.
   *
   * @param request canonical
   * @throws UserError for what makes no sense, or what the session does not have
   */
  readonly plan: (request: Request, source: ExportSource) => Promise<ExportPlan>
}

/** Something that can be had as a file, such as a dataset or the units of a session. */
export class ExportKind<Request extends object> {
  readonly name: string
  readonly formats: readonly FileFormat[]
  readonly #fields: RequestFields<Request>
  readonly #plan: ExportKindDefinition<Request>['plan']

  constructor({ name, formats, fields, plan }: ExportKindDefinition<Request>) {
    this.name = name
    this.formats = formats
    this.#fields = new RequestFields(fields)
    this.#plan = plan
  }

  /**
   * The one form that all requests of the same meaning share.
   *
   * @throws UserError for what the session does not have
   */
  canonical(request: Request, tables: SessionTables): Request {
    return this.#fields.canonical(request, tables)
  }

  /** A request in domain terms, as whoever makes it means it. */
  request(request: Request, format: FileFormat): ExportRequest {
    const fileName = this.#fileName(format)
    return {
      format,
      address: (source, tables) =>
        arrayAddress(source, fileName, this.#fields.write(this.canonical(request, tables))),
      plan: async (source) => this.#plan(this.canonical(request, source.tables), source),
    }
  }

  /**
   * The request that an address makes; null: it is not one for a file of this kind.
   *
   * @param search what follows the `?`
   * @throws InvalidArgumentError
   */
  read(fileName: string, search: string): ExportRequest | null {
    const format = this.formats.find((candidate) => this.#fileName(candidate) === fileName)
    return format ? this.request(this.#fields.read(search), format) : null
  }

  #fileName(format: FileFormat): string {
    return this.name + fileFormats[format].ending
  }
}

/** What is wanted as a file, and in which format; of whichever session. */
export interface ExportRequest {
  readonly format: FileFormat
  /**
   * Canonical: the same for all requests of the same meaning.
   *
   * @throws UserError for what the session does not have
   */
  address(source: ArraySource, tables: SessionTables): string
  /** @throws UserError for what makes no sense, or what the session does not have */
  plan(source: ExportSource): Promise<ExportPlan>
}
