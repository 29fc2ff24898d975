import { must } from './fault.ts'
import type { Stage } from './stage.ts'

/** Rows are drawn and events are kept, whatever the host has done to its own world. */
export async function worksFully(stage: Stage): Promise<void> {
  const page = stage.context.pages()[0]!
  must(stage.acknowledged.size === 5, `${stage.acknowledged.size} of 5 were written`)
  const cards = page.locator('shopside-recommendations [part~="card"]')
  await cards.first().waitFor({ timeout: 8000 })
  must(await cards.count() >= 4, `${await cards.count()} cards`)
}
