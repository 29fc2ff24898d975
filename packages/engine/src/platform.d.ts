// The only globals the engine may use beside ECMAScript itself: no DOM, no Node, no clock, no network.
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly host: string
  readonly origin: string
  readonly pathname: string
  readonly username: string
  readonly password: string
  hash: string
  readonly searchParams: Iterable<[string, string]> & { delete(name: string): void }
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean })
  decode(input?: Uint8Array): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
