// Object headers as HDF5 writes them, for tests of what reads them.

export interface TestMessage {
  readonly type: number
  readonly flags?: number
  readonly bytes: readonly number[]
}

export const layout = { base: 0, offsetSize: 8, lengthSize: 8 }

/** Little-endian. */
export const u16 = (value: number) => [value & 255, value >> 8]
export const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]
export const u64 = (value: number) => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))]

export const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0))

export const messagesOf = (messages: readonly TestMessage[]) =>
  messages.flatMap(({ type, flags = 0, bytes }) => [
    ...[...u16(type), ...u16(bytes.length), flags, 0, 0, 0],
    ...bytes,
  ])

/** A header of version 1, in one block. */
export function headerOf(...messages: readonly TestMessage[]): number[] {
  const body = messagesOf(messages)
  return [1, 0, ...u16(messages.length), ...u32(1), ...u32(body.length), 0, 0, 0, 0, ...body]
}
