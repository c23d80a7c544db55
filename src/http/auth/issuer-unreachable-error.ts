/** The keys of an issuer could not be fetched: nothing is known of its tokens. */
export class IssuerUnreachableError extends Error {
  override readonly name = 'IssuerUnreachableError'
}
