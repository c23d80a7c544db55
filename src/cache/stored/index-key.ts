import { createHash } from 'node:crypto'

/** A key of one writer: what other code has written is not found under it. */
export const keyOfWriter = (writer: string, key: string): string => `${writer}\n${key}`

/** SHA-256; keys are longer than a name of a file, or an index of a database, can be. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The same as a name. */
export const hashName = (key: string): string => hashOf(key).toString('hex')
