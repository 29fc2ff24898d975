import { basename } from 'node:path'
import { TextDecoder } from 'node:util'
import { InputError } from '../inputError.ts'
import { fileSize, firstBytes, wideEncoding } from './readText.ts'

/** What a file is made of; what it means is another question (`recognise`). */
export type FileKind = 'table' | 'json' | 'xml' | 'parquet'

/** Bytes that are looked at: a header line and some rows of the widest exports. */
const sniffedBytes = 1 << 17

/**
 * The kind of a file by its first bytes, whatever its name says.
 *
 * @throws InputError when it is missing, a folder, empty, or a workbook or archive
 */
export async function sniffFile(path: string, encoding = 'utf-8'): Promise<FileKind> {
  const file = basename(path)
  fileSize(path)
  const bytes = await firstBytes(path, sniffedBytes, true)
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet'
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' || /\.(xlsx?|ods|zip|pdf)$/i.test(path)) {
    throw new InputError('unknown kind of file', 'give CSV, TSV, JSON, JSONL, XML or Parquet (packed with gzip or not)', { file })
  }
  const known = wideEncoding(bytes) ?? (/^utf-?16/i.test(encoding) ? encoding : 'utf-8')
  const [start] = new TextDecoder(known).decode(bytes).trimStart()
  return start === '<' ? 'xml' : start === '{' || start === '[' ? 'json' : 'table'
}
