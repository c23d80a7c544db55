/** Types of the schema whose objects have a global id that is not their own id already. */
export const identifiedTypes = [
  'Unit',
  'Channel',
  'Probe',
  'StimulusEpoch',
  'StimulusPresentation',
  'StimulusCondition',
  'OptogeneticEpoch',
  'TimeSeries',
] as const

export type IdentifiedType = (typeof identifiedTypes)[number]

/** An object of a session. */
export interface GlobalId {
  readonly type: IdentifiedType
  readonly sessionId: string
  /** as the file has it: a unit's number, a probe's name */
  readonly localId: string
  /** how many objects before it in the file have the same local id */
  readonly occurrence: number
}

/**
 * An id that no two objects share, whatever their types and sessions: base64url
 * of a JSON list of its parts.
 */
export function encodeGlobalId({ type, sessionId, localId, occurrence }: GlobalId): string {
  const parts = [type, sessionId, localId, ...(occurrence > 0 ? [occurrence] : [])]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Null for a text that {@link encodeGlobalId} does not write, to the letter. */
export function decodeGlobalId(text: string): GlobalId | null {
  // What a list in JSON begins with, [", as base64url: most ids of sessions are none.
  const parts = text.startsWith('Wy') ? parseList(Buffer.from(text, 'base64url').toString()) : []
  const [type, sessionId, localId, occurrence = 0] = parts
  if (!isIdentifiedType(type) || typeof sessionId !== 'string' || typeof localId !== 'string') {
    return null
  }
  const id = { type, sessionId, localId, occurrence: Number(occurrence) }
  // Whatever else differs (padding, spaces, further parts) would be a second id of the same object.
  return encodeGlobalId(id) === text ? id : null
}

/** @param json begins as a list */
function parseList(json: string): unknown[] {
  try {
    return JSON.parse(json)
  } catch {
    return []
  }
}

function isIdentifiedType(type: unknown): type is IdentifiedType {
  return (identifiedTypes as readonly unknown[]).includes(type)
}
