import type { PrivacyModel } from './privacyModel.ts'

/** The download has begun with the click; the bytes need not stay in memory longer than this. */
const keepMs = 10_000

/** Saves the copy as a file that can be read: indented JSON, fields always in the same order. */
export async function saveCopy(model: PrivacyModel): Promise<void> {
  const copy = await model.client.shop.export()
  const address = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${copy.shop}-${new Date(copy.exportedAt).toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keepMs)
}
