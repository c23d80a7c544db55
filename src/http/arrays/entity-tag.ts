/**
 * Whether If-None-Match names an entity tag: among others, or as one that
 * something in between has weakened.
 */
export function isAmong(tag: string, known: string | undefined): boolean {
  const tags = known?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return tags.includes(tag) || tags.includes('*')
}
