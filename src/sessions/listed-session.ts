import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { CatalogSession, PublishedSession } from './session-catalog.ts'

/** A session as whoever described it knows it, which need not know what it is called. */
export type DescribedFile = Omit<CatalogSession, 'id' | 'published' | 'warnings'>

/** What a catalog adds to a file. */
export interface ListedAs {
  readonly id: string
  readonly published: PublishedSession | null
  readonly warnings: readonly SessionWarning[]
}

/** A described file under an id. Holds nothing of it: there may be hundreds of thousands. */
export class ListedSession implements CatalogSession {
  /** whatever else it is called, the same file in the same state is the same object */
  readonly file: DescribedFile
  readonly id: string
  readonly published: PublishedSession | null
  readonly warnings: readonly SessionWarning[]

  constructor(file: DescribedFile, { id, published, warnings }: ListedAs) {
    this.file = file
    this.id = id
    this.published = published
    this.warnings = warnings
  }

  get available() {
    return this.file.available
  }
  get fileName() {
    return this.file.fileName
  }
  get fileSize() {
    return this.file.fileSize
  }
  get location() {
    return this.file.location
  }
  get place() {
    return this.file.place
  }
  get metadata() {
    return this.file.metadata
  }
  get areas() {
    return this.file.areas
  }
  get recordedAreas() {
    return this.file.recordedAreas
  }
  get unitCount() {
    return this.file.unitCount
  }
  get passingUnitCount() {
    return this.file.passingUnitCount
  }
  get channelCount() {
    return this.file.channelCount
  }
  get validChannelCount() {
    return this.file.validChannelCount
  }
  get probeCount() {
    return this.file.probeCount
  }
  get reader() {
    return this.file.reader
  }
  get facets() {
    return this.file.facets
  }
}

/** A session that differs in what it is called. */
export function sessionWith(session: CatalogSession, changed: Partial<ListedAs>): ListedSession {
  const { id, published, warnings } = session
  return new ListedSession(session, { id, published, warnings, ...changed })
}
