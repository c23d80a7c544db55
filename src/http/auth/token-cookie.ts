import type { FastifyReply } from 'fastify'

const NAME = 'spikeql_token'

/** Null: there is none. */
export function tokenInCookie(cookies: string | undefined): string | null {
  for (const cookie of cookies?.split(';') ?? []) {
    const [name, value = ''] = cookie.trim().split('=')
    if (name === NAME && value !== '') return value
  }
  return null
}

/**
 * Scripts cannot read it, and pages of other sites cannot have it sent. It ends with the browser.
 *
 * @param value empty: to forget it
 * @param path of the server, without a slash at its end
 */
export function setTokenCookie(
  reply: FastifyReply,
  value: string,
  path: string,
  isSecure: boolean,
): void {
  const parts = [`${NAME}=${value}`, `Path=${path || '/'}`, 'HttpOnly', 'SameSite=Strict']
  if (isSecure) parts.push('Secure')
  if (value === '') parts.push('Max-Age=0')
  reply.header('set-cookie', parts.join('; '))
}
