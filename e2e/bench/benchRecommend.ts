import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeModel, emptyProfile, foldEvents, readManifest, recommend, type Model, type Profile, type ShopEvent, type StrategyName } from '@shopside/engine'
import { modelDir } from '../store/paths.ts'
import { spread, type Figures } from './figures.ts'

const warmUp = 200
const calls = 2_000

const strategies: StrategyName[] = ['for-you', 'bought-together', 'similar', 'popular', 'new', 'recently-viewed', 'buy-again']

/** recommend() in Node, on the demo's model, for a shopper who looked at fifty things and bought ten times. */
export async function benchRecommend(): Promise<Figures> {
  const manifest = readManifest(JSON.parse(readFileSync(join(modelDir, 'manifest.json'), 'utf8')))
  if ('reason' in manifest) throw new Error(`The model's manifest is broken: ${manifest.reason}`)
  const bytes = new Uint8Array(readFileSync(join(modelDir, manifest.files.model.path)))
  const startedAt = performance.now()
  const model = decodeModel(bytes)
  const figures: Figures = [['decode the model, Node', `${(performance.now() - startedAt).toFixed(1)} ms  (${bytes.length.toLocaleString('en-GB')} bytes)`]]

  const now = model.asOf + 86_400_000
  const profile = regular(model, now)
  for (const strategy of strategies) {
    const samplesMs: number[] = []
    for (let call = 0; call < warmUp + calls; call++) {
      const itemId = model.itemId(model.popular[call % Math.min(500, model.popular.length)] ?? 0)
      const before = performance.now()
      recommend({ now, model, profile, page: { item: { item_id: itemId } } }, { strategy, itemId, limit: 8 })
      if (call >= warmUp) samplesMs.push(performance.now() - before)
    }
    figures.push([`recommend('${strategy}'), Node`, spread(samplesMs)])
  }
  return figures
}

/** A shopper made of the shop's own popular things: the newest fifty views and ten orders of four, a week apart. */
function regular(model: Model, now: number): Profile {
  const events: ShopEvent[] = []
  const itemAt = (place: number): { item_id: string } => ({ item_id: model.itemId(model.popular[(place * 37) % model.popular.length] ?? 0) })
  for (let order = 0; order < 10; order++) {
    const at = now - (10 - order) * 7 * 86_400_000
    const items = [0, 1, 2, 3].map(line => ({ ...itemAt(order * 4 + line), quantity: 6, price: 1 }))
    events.push({ id: `${at}-bench-${order}-0`, at, name: 'purchase', params: { transaction_id: `B-${order}`, currency: 'GBP', items } })
  }
  for (let view = 0; view < 50; view++) {
    const at = now - (50 - view) * 60_000
    events.push({ id: `${at}-bench-${view}-1`, at, name: 'view_item', params: { items: [itemAt(view + 100)] } })
  }
  return foldEvents(emptyProfile(), events)
}
