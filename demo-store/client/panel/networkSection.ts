import { build } from '../build.ts'
import { addressWith, part } from './part.ts'
import type { MakeSection } from './Section.ts'

const switches: readonly (readonly [name: string, on: string, off: string])[] = [
  ['model', 'with the model file', 'without the model file'],
  ['parcels', 'order endpoint answers', 'order endpoint fails'],
  ['shopside', 'Shopside on', 'Shopside off'],
]

/** What can be had over the network, page by page: each is a word in the address. */
export const networkSection: MakeSection = () => {
  const query = new URLSearchParams(location.search)
  return {
    element: part('Network', false, build('ul', {}, switches.map(([name, on, off]) => {
      const isOff = query.get(name) === 'off'
      return build(
        'li', {}, isOff ? off : on, ' · ', build('a', { href: addressWith(name, isOff ? undefined : 'off') }, isOff ? on : off),
      )
    })), build('p', {}, 'For this page alone. A slow network is best made by the browser itself.')),
  }
}
