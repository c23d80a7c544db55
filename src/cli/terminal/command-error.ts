/**
 * Something about this machine or command line that the user can put
 * right: one line, and exit code 1.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
