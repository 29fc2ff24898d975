import type { BasketLine } from '../shop/basket.ts'
import { toPounds, toTotal } from '../shop/money.ts'
import { build, type Child } from './build.ts'

/**
 * Lines of a basket or an order.
 *
 * @param extra drawn under a line's title: its buttons and notes
 */
export function lineList(lines: readonly BasketLine[], extra: (line: BasketLine) => Child = () => false): HTMLElement {
  return build('ul', { class: 'lines' }, lines.map(line => build('li', {},
    build(
      'a', { href: line.url, tabindex: -1, 'aria-hidden': 'true' },
      build('img', { class: 'picture', src: line.image_url, alt: '', width: 72, height: 90 }),
    ),
    build('div', { class: 'line-words' },
      build('a', { href: line.url }, line.item_name),
      build(
        'p', { class: 'quiet price' },
        line.price === undefined ? 'Price on its page' : `${line.quantity} × ${toPounds(line.price)}`,
      ),
      extra(line)),
    build('p', { class: 'line-sum price' }, line.price === undefined ? '' : toPounds(toTotal([line]))),
  )))
}
