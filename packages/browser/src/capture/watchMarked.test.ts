import { describe, expect, it } from 'vitest'
import { openPage } from './testing/openPage.ts'
import { watchMarked } from './watchMarked.ts'

const base = 'https://shop.example/p/mug'

function watch(body: string): { document: Document; told: unknown[]; stop(): void; settle(): Promise<void> } {
  const document = openPage(`<!doctype html><html><body>${body}</body></html>`)
  const told: unknown[] = []
  const stop = watchMarked(document.defaultView!, {
    origin: () => ({ base }),
    cart: cart => told.push(cart),
    act: (name, params) => told.push([name, params]),
    problem: code => told.push(code),
  })
  // Observers of mutations are told in a microtask of the window; happy-dom's is its own.
  const { happyDOM } = document.defaultView as unknown as { happyDOM: { waitUntilComplete(): Promise<void> } }
  const settle = (): Promise<void> => happyDOM.waitUntilComplete()
  return { document, told, stop, settle }
}

function press(element: Element | null): void {
  element!.dispatchEvent(new (element!.ownerDocument.defaultView!.MouseEvent)('click', { bubbles: true, composed: true }))
}

describe('a marked basket', () => {
  it('is told when it changes, and not when it is written again as it was', async () => {
    const { document, told, settle } = watch('<div data-shopside-cart="[]"></div>')
    const element = document.querySelector('div')!
    element.setAttribute('data-shopside-cart', '[]')
    await settle()
    expect(told).toEqual([])
    element.setAttribute('data-shopside-cart', '[{"item_id":"a","quantity":2}]')
    await settle()
    expect(told).toEqual([{ lines: [{ item_id: 'a', quantity: 2 }] }])
  })

  it('is told when its element comes in later, or is drawn anew', async () => {
    const { document, told, settle } = watch('')
    const drawer = document.createElement('aside')
    drawer.append(document.createElement('p'))
    drawer.firstElementChild!.setAttribute('data-shopside-cart', '{"items":[{"id":"a"}],"token":"t"}')
    document.body.append(document.createTextNode('text'), drawer)
    await settle()
    expect(told).toEqual([{ lines: [{ item_id: 'a' }], token: 't' }])
  })

  it('is a problem when it breaks, never empty', async () => {
    const { document, told, settle } = watch('<div data-shopside-cart="[]"></div>')
    document.querySelector('div')!.setAttribute('data-shopside-cart', '[{')
    await settle()
    expect(told).toEqual(['marked-cart-json'])
  })

  it('is told no more once stopped', async () => {
    const { document, told, stop, settle } = watch('<div data-shopside-cart="[]"></div><b data-shopside-add="a"></b>')
    stop()
    document.querySelector('div')!.setAttribute('data-shopside-cart', '[{"id":"a"}]')
    press(document.querySelector('b'))
    await settle()
    expect(told).toEqual([])
  })
})

describe('a marked button', () => {
  it('tells of the item that it names, with its quantity', () => {
    const { document, told } = watch(`<button data-shopside-add="a" data-shopside-quantity="3" data-shopside-price="5"
      data-shopside-currency="EUR"><i></i></button>`)
    press(document.querySelector('i'))
    expect(told).toEqual([['add_to_cart', { items: [{ item_id: 'a', price: 5, quantity: 3 }], currency: 'EUR' }]])
  })

  it('tells of the product around it, where it names none', () => {
    const { document, told } = watch(`<div data-shopside-product="a" data-shopside-name="Mug">
      <button data-shopside-remove></button></div>`)
    press(document.querySelector('button'))
    expect(told).toEqual([['remove_from_cart', { items: [{ item_id: 'a', item_name: 'Mug' }] }]])
  })

  it('is heard though the page stops the click', () => {
    const { document, told } = watch('<div><button data-shopside-add=\'{"id":"a"}\'></button></div>')
    document.querySelector('div')!.addEventListener('click', event => event.stopImmediatePropagation(), true)
    press(document.querySelector('button'))
    expect(told).toEqual([['add_to_cart', { items: [{ item_id: 'a' }] }]])
  })

  it('that names nothing is a problem', () => {
    const { document, told } = watch('<button data-shopside-add=\'{"id"\'></button><button data-shopside-remove></button>')
    for (const button of document.querySelectorAll('button')) press(button)
    press(document.body)
    expect(told).toEqual(['marked-add-json', 'marked-remove-json'])
  })
})
