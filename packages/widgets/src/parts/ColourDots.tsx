import type { VNode } from 'preact'
import type { Twin } from '@shopside/engine'
import { list } from '../format/list.ts'
import { t } from '../messages/t.ts'

const dotsAtMost = 4

/** Colour words of shops that CSS does not know. */
const shades: Record<string, string> = {
  cream: '#f3e9d2', mint: '#b5e0c8', 'duck egg': '#b9d6d3', rose: '#e3a6ad', charcoal: '#3f4245', natural: '#d8c7a5',
  clear: '#eef3f4',
}

/** The known colours of a product, its own first: two to four dots, then "+2". The others are read out as words. */
export function ColourDots(props: { own: string | undefined; twins: readonly Twin[]; locale: string }): VNode | null {
  const { own, twins, locale } = props
  // Two twins may bear one colour word, and so may the product itself.
  const others = [...new Set(twins.flatMap(({ colour }) => (colour === undefined || colour === own ? [] : [colour])))]
  if (others.length === 0) return null
  const dots = own === undefined ? others : [own, ...others]
  const rest = dots.length - dotsAtMost
  return (
    <span class="dots" part="colours">
      {dots.length > 1 && dots.slice(0, dotsAtMost).map(
        (colour, place) => <i key={place} style={{ backgroundColor: shadeOf(colour) }} />,
      )}
      {rest > 0 && <span aria-hidden="true" dir="ltr">{t('card.more-colours', { count: rest })}</span>}
      <span class="spoken">{t('card.also-in', { colours: list(others, locale) })}</span>
    </span>
  )
}

function shadeOf(colour: string): string {
  const word = colour.toLowerCase()
  if (Object.hasOwn(shades, word)) return shades[word]!
  const css = word.replaceAll(' ', '')
  return globalThis.CSS?.supports?.('color', css) ? css : ''
}
