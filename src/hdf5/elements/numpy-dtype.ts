/** `dtype.str` of numpy: byte order, kind and bytes, such as `<f8`. */
export function numberDtype(
  isFloat: boolean,
  isSigned: boolean,
  bytes: number,
  isLittleEndian: boolean,
): string {
  const order = bytes === 1 ? '|' : isLittleEndian ? '<' : '>'
  return `${order}${isFloat ? 'f' : isSigned ? 'i' : 'u'}${bytes}`
}

/** A fixed array in each element, such as `('<f8', (3,))`. */
export function arrayDtype(base: string, shape: readonly number[]): string {
  const lengths = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  return `(${quoted(base)}, (${lengths}))`
}

/** `dtype.descr` of numpy, such as `[('x', '<f8'), ('y', '<f8')]`. */
export function compoundDtype(members: readonly (readonly [name: string, dtype: string])[]) {
  return `[${members.map(([name, dtype]) => `(${text(name)}, ${quoted(dtype)})`).join(', ')}]`
}

/** A simple type is a text; one of several parts stands as it is. */
const quoted = (dtype: string) => (/^[[(]/.test(dtype) ? dtype : text(dtype))

const text = (value: string) => `'${value.replace(/[\\']/g, '\\$&')}'`
