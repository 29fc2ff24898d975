import {
  toCurrency, toDraft, toId, toItem, toItems, toPath, toPrice, toQuantity, toSearchTerm, toText, toUrl,
} from '@shopside/engine/boundary'
import { describe, expect, it } from 'vitest'

const origin = { base: 'https://shop.example/p/1' }

describe('@shopside/engine/boundary', () => {
  it('reads every field of an event by its own rule', () => {
    expect(toText(' Regency Cakestand ')).toBe('Regency Cakestand')
    expect(toId(22423)).toBe('22423')
    expect(toPrice('12.75')).toBe(12.75)
    expect(toCurrency('gbp')).toBe('GBP')
    expect(toQuantity('6')).toBe(6)
    expect(toUrl('/p/2', origin.base)).toBe('https://shop.example/p/2')
    expect(toPath('/account/jane@example.com/orders')).toBe('/account/*/orders')
    expect(toSearchTerm('cakestand jane@example.com')).toBe('cakestand')
  })

  it('makes an event of what a page says, or says why not', () => {
    expect(toItem({ id: '22423' }, origin)).toEqual({ item_id: '22423' })
    expect(toItems([{ id: '22423' }, {}, null], origin)).toHaveLength(1)
    expect(toDraft('view_item', { items: [{ id: '22423' }] }, origin).draft?.name).toBe('view_item')
    expect(toDraft('view_item', {}, origin).reason).toBe('missing-items')
  })
})
