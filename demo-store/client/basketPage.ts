import type { BasketLine } from '../shop/basket.ts'
import { toPounds, toTotal } from '../shop/money.ts'
import type { Basket } from './basket.ts'
import { build, type Child } from './build.ts'
import { lineList } from './lineList.ts'

/** Draws the basket, and again whenever it changes here or in another tab. */
export function showBasketPage(basket: Basket): void {
  const place = document.getElementById('basket')
  if (!place) return
  const draw = (): void => {
    const focused = document.activeElement?.id
    place.replaceChildren(...toParts(basket))
    // a redraw must not take the keyboard's place away
    if (focused) document.getElementById(focused)?.focus()
  }
  let drawn = ''
  const drawChanged = (): void => {
    const now = JSON.stringify([basket.lines(), basket.lines().map(line => basket.isSoldOut(line.item_id))])
    if (now !== drawn) draw()
    drawn = now
  }
  basket.onChange(drawChanged)
  drawChanged()
}

function toParts(basket: Basket): HTMLElement[] {
  const lines = basket.lines()
  if (lines.length === 0) {
    return [build(
      'p', { class: 'nothing' }, 'Nothing here yet. Try the ', build('a', { href: '/search?q=tea%20light' }, 'tea lights'), '.',
    )]
  }
  const blocked = lines.some(line => basket.isSoldOut(line.item_id))
  return [
    lineList(lines, line => lineButtons(basket, line)),
    build('div', { class: 'basket-end' },
      build('p', { class: 'basket-total price' }, `Total ${toPounds(toTotal(lines))}`),
      blocked
        ? build('p', { class: 'line-note' }, 'Take out what is sold out first.')
        : build('a', { class: 'button button-red', href: '/checkout' }, 'To checkout')),
  ]
}

function lineButtons(basket: Basket, line: BasketLine): Child {
  const id = `quantity-${line.item_id}`
  return [
    basket.isSoldOut(line.item_id) && build('p', { class: 'line-note' }, 'Sold out since you put it in.'),
    build('div', { class: 'line-buttons' },
      build('label', { class: 'unseen', for: id }, `How many ${line.item_name}`),
      build('input', {
        id, type: 'number', min: 1, max: 9999, value: line.quantity, inputmode: 'numeric',
        onchange: event => basket.setQuantity(line.item_id, Number((event.currentTarget as HTMLInputElement).value)),
      }),
      build('button', { type: 'button', class: 'link', onclick: () => basket.setQuantity(line.item_id, 0) },
        'Take out', build('span', { class: 'unseen' }, ` ${line.item_name}`))),
  ]
}
