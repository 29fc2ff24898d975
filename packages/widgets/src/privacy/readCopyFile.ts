import type { CopyPreview } from '@shopside/browser'
import type { PrivacyModel } from './privacyModel.ts'

/** No log is near it (2 MB of events, indented): a larger file is not read at all. Bytes. */
const maxBytes = 16e6

/** Reads a file that somebody chose or dropped; whatever it is, a preview comes of it. Never rejects. */
export async function readCopyFile(model: PrivacyModel, file: File): Promise<{ preview: CopyPreview; copy: unknown }> {
  if (file.size > maxBytes) return { preview: refusal('too-long'), copy: undefined }
  try {
    const copy: unknown = JSON.parse(await file.text())
    return { preview: await (await model.remembering()).preview(copy), copy }
  } catch {
    // No text, no JSON, or the file is gone from the disk.
    return { preview: refusal('unreadable'), copy: undefined }
  }
}

function refusal(refused: NonNullable<CopyPreview['refused']>): CopyPreview {
  return { refused, events: 0, known: 0, forgotten: 0, views: 0, orders: 0, baskets: 0, searches: 0, hasSummaries: false }
}
