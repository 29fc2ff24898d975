import type { PageItem } from '../pages/Page.ts'
import { countPieces } from '../shop/basket.ts'
import type { Basket } from './basket.ts'
import { build } from './build.ts'

/** The product page's own button. Without this script the form goes to the basket page by itself. */
export function listenToBuyForm(basket: Basket, items: readonly PageItem[]): void {
  const form = document.querySelector<HTMLFormElement>('form[data-add]')
  const item = items.find(candidate => candidate.item_id === form?.dataset['add'])
  if (!form || !item) return
  const answer = form.querySelector('.buy-answer')
  const button = form.querySelector('button')
  const showStock = (): void => {
    if (!button) return
    const soldOut = basket.isSoldOut(item.item_id)
    button.disabled = soldOut
    button.textContent = soldOut ? 'Sold out' : 'Put in basket'
  }
  basket.onChange(showStock)
  showStock()
  form.addEventListener('submit', event => {
    event.preventDefault()
    const quantity = Number(new FormData(form).get('quantity')) || 1
    basket.add([{ ...item, quantity }])
    answer?.replaceChildren(`${quantity} put in. `, build('a', { href: '/basket' }, `Basket: ${countPieces(basket.lines())}`))
  })
}
