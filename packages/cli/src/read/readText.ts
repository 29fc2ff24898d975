import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { TextDecoder } from 'node:util'
import { createGunzip, gunzipSync, constants } from 'node:zlib'
import { InputError } from '../inputError.ts'
import { statOf } from './statOf.ts'

/** How to read a file. */
export interface TextOptions {
  /** Any label of the WHATWG encoding standard. A byte order mark of UTF-16 counts before the default. @default 'utf-8' */
  encoding?: string
  /** Bytes of the file read so far, of all. */
  onProgress?: (bytes: number, total: number) => void
}

const pieceBytes = 1 << 18

/**
 * Reads a text, packed with gzip or not (its first bytes say so), in pieces of whole characters. `onPiece` is called a last
 * time with `last` true, and may end the reading by returning false.
 *
 * @throws InputError when the file is missing, a folder, empty, wrongly encoded or not unpackable
 */
export async function readText(
  path: string, options: TextOptions, onPiece: (piece: string, last: boolean) => boolean | void,
): Promise<void> {
  const text = createDecoder(options.encoding ?? 'utf-8', basename(path))
  const atEnd = await readBytes(path, options, chunk => onPiece(text.decode(chunk), false) !== false, () => text.line())
  if (atEnd) onPiece(text.decode(), true)
}

/**
 * The bytes of a file, unpacked, in pieces; `onChunk` may end the reading by returning false.
 *
 * @param line where the reading stands, for the message about a damaged packed file
 * @returns false when it was ended
 * @throws InputError when the file is missing, a folder, empty or not unpackable
 */
export async function readBytes(
  path: string, { onProgress }: Pick<TextOptions, 'onProgress'>, onChunk: (chunk: Buffer) => boolean, line?: () => number,
): Promise<boolean> {
  const total = fileSize(path)
  const packed = isGzip(await firstBytes(path, 2))
  const raw = createReadStream(path, { highWaterMark: pieceBytes })
  const stream = packed ? raw.pipe(createGunzip({ chunkSize: pieceBytes })) : raw
  if (packed) raw.on('error', error => stream.destroy(error))
  try {
    for await (const chunk of stream) {
      if (!onChunk(chunk as Buffer)) return false
      onProgress?.(raw.bytesRead, total)
    }
    return true
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!packed || !code.startsWith('Z_')) throw error
    throw new InputError(
      `cannot be unpacked (${(error as Error).message})`, 'the file is cut short or damaged: copy it again',
      { file: basename(path), ...(line && { line: line() }) }, error,
    )
  } finally {
    raw.destroy()
  }
}

/** @throws InputError when the file is missing, a folder or empty */
export function fileSize(path: string): number {
  const stat = statOf(path)
  if (!stat) throw new InputError('no such file', 'check the path', { file: path })
  if (stat.isDirectory()) throw new InputError('is a folder', 'name the file in it', { file: path })
  if (stat.size === 0) throw new InputError('is empty', 'export it again, with a header line', { file: basename(path) })
  return stat.size
}

/** The first bytes of a file, unpacked; fewer when it ends before. */
export async function firstBytes(path: string, count: number, unpack = false): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
    const bytes = buffer.subarray(0, bytesRead)
    return unpack && isGzip(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, count) : bytes
  } catch (error) {
    // A damaged packed file: `readText` says where.
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) return Buffer.alloc(0)
    throw error
  } finally {
    await handle.close()
  }
}

/** @param bytes at least two */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The encoding that a byte order mark of UTF-16 names. */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** Bytes to text, failing with the line and column of the first byte that is not in the encoding. */
function createDecoder(named: string, file: string): { decode(bytes?: Uint8Array): string; line(): number } {
  let encoding = named
  let decoder = toDecoder(named)
  let line = 1
  let first = true
  return {
    decode(bytes) {
      const wide = first && bytes && /^utf-?8$/i.test(named) ? wideEncoding(bytes) : undefined
      if (wide !== undefined) decoder = toDecoder(encoding = wide)
      first = false
      try {
        const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
        for (let at = -1; (at = text.indexOf('\n', at + 1)) >= 0;) line++
        return text
      } catch (error) {
        const before = new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0]!.split('\n')
        throw new InputError(`is not ${encoding}`, 'save it as UTF-8, or name its encoding, for example --encoding windows-1252',
          { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 }, error)
      }
    },
    line: () => line,
  }
}

function toDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    throw new InputError(`unknown encoding ${encoding}`, 'for example utf-8, windows-1252, utf-16le, shift_jis', undefined, error)
  }
}
