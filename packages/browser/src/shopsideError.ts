/** A mistake in how Shopside is called, or something that could not be done, with a code to look up. */
export class ShopsideError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(`shopside: ${message}`, options)
    this.name = 'ShopsideError'
    this.code = code
  }
}
