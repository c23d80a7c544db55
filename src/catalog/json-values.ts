/** A JSON object whose contents are not known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What is not an object has nothing in it. */
export const objectIn = (value: unknown): JsonObject => (isObject(value) ? value : {})

export const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** @returns null for what is not JSON */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
