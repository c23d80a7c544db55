import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** `spikeql_ID_SECRET`: the id finds the token in a file, which has only a hash of the secret. */
const tokenForm = /^spikeql_([a-z\d]{8})_([\w-]{43})$/

export interface NewToken {
  readonly id: string
  /** for whoever is to use it; kept nowhere */
  readonly text: string
  readonly sha256: string
}

/** 256 random bits: too many to be guessed, so that a plain hash is enough to keep them. */
export function createToken(): NewToken {
  const id = randomBytes(4).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { id, text: `spikeql_${id}_${secret}`, sha256: hashOf(secret) }
}

/** The parts of a text that looks like a token of ours; null: it does not. */
export function partsOfToken(
  text: string,
): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = tokenForm.exec(text) ?? []
  return id !== undefined && secret !== undefined ? { id, secret } : null
}

/** Takes as long whether the secret is right or not. */
export function isSecret(secret: string, sha256: string): boolean {
  const [given, kept] = [Buffer.from(hashOf(secret)), Buffer.from(sha256)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
