import { createHash } from 'node:crypto'

/**
 * A response of a reader as text that is the same only for the same response, to the last bit;
 * quicker to compare than the response itself.
 */
export function responseText(response: unknown): string {
  return JSON.stringify(response, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      const digest = createHash('sha1').update(bytes).digest('base64')
      return `${value.constructor.name} ${bytes.length} ${digest}`
    }
    if (value instanceof Map) return ['Map', ...value]
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  })
}
