import { expect } from 'vitest'

/**
 * Equal arrays of numbers are found equal at once. Without this, vitest compares their properties
 * one by one: eight seconds for half a million numbers. Others are compared as ever.
 */
function equalArrays(a: unknown, b: unknown): true | undefined {
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
    return a.constructor === b.constructor && bytesOf(a).equals(bytesOf(b)) ? true : undefined
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    // Not by `every`, which passes over holes.
    const isOther = (item: unknown, i: number) => typeof item !== 'number' || !Object.is(item, b[i])
    return a.findIndex(isOther) < 0 ? true : undefined
  }
  return undefined
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

// A process loads this once for each of its test files.
const added = Symbol.for('spikeql.arrayEquality')
if (!(added in globalThis)) {
  Object.defineProperty(globalThis, added, { value: true })
  expect.addEqualityTesters([equalArrays])
}
