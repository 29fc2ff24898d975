import { signal } from '@preact/signals-core'
import type { PageFacts, PageParams } from '@shopside/engine'
import { toPath } from '@shopside/engine/boundary'
import type { ShopSignals } from '../shopSignals.ts'
import type { WayIn } from '../wayIn.ts'
import { toContext } from './toContext.ts'

/**
 * What this page knows of itself and no log does, read anew at each call; followed by whoever calls it in an effect. Nothing of it is
 * remembered.
 */
export function createPageFacts({ context, environment, gate, onTaken }: WayIn, { said }: ShopSignals): () => PageFacts {
  const page = environment.window
  const latest = signal<{ view: PageParams; count: number }>({ view: {}, count: 0 })
  onTaken(({ draft }) => {
    if (draft.name !== 'page_view' && draft.name !== 'view_item') return
    const view = draft.name === 'page_view' ? draft.params : latest.peek().view
    // The page's own notes are taken after this.
    queueMicrotask(() => { latest.value = { view, count: latest.peek().count + 1 } })
  })
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()

  return () => {
    const { page_type: type, source, medium, campaign, referrer_host: referrerHost } = latest.value.view
    const { personalize, analytics, connectors } = gate.state.value
    const item = context.item()
    const facts: { [Field in keyof PageFacts]: PageFacts[Field] | undefined } = {
      type, referrerHost, timeZone, path: toPath(page.location.pathname),
      item: item?.item_id, category: item?.item_category, brand: item?.item_brand,
      cart: context.cart.value,
      ...((source ?? medium ?? campaign) !== undefined && { campaign: defined({ source, medium, name: campaign }) }),
      consent: { personalize, analytics, connectors },
      context: toContext(said.value),
    }
    return defined(facts)
  }
}

/** Without a prototype, and without what is not known: nothing is read from what a page has added to Object.prototype. */
function defined<Fields extends object>(fields: Fields): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.assign(Object.create(null) as object, Object.fromEntries(known))
}
