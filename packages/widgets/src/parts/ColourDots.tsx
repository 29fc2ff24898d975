import type { VNode } from 'preact'
import type { Twin } from '@shopside/engine'
import { list } from '../format/list.ts'
import { t } from '../messages/t.ts'

const dotsAtMost = 4

/** Colour words of shops that CSS does not know. */
const shades: Record<string, string> = {
  cream: '#f3e9d2', mint: '#b5e0c8', 'duck egg': '#b9d6d3', rose: '#e3a6ad', charcoal: '#3f4245', natural: '#d8c7a5', clear: '#eef3f4',
}

/** The other colours of a product: up to four dots, then "+2"; read out as words. */
export function ColourDots(props: { twins: readonly Twin[]; locale: string }): VNode | null {
  const { twins, locale } = props
  if (twins.length === 0) return null
  const colours = twins.flatMap(twin => (twin.colour === undefined ? [] : [twin.colour]))
  const rest = twins.length - dotsAtMost
  return (
    <span class="dots" part="colours">
      {twins.slice(0, dotsAtMost).map(twin => (
        <i key={twin.itemId} style={{ backgroundColor: shadeOf(twin.colour) }} />
      ))}
      {rest > 0 && <span aria-hidden="true" dir="ltr">{t('card.more-colours', { count: rest })}</span>}
      {colours.length > 0 && <span class="spoken">{t('card.also-in', { colours: list(colours, locale) })}</span>}
    </span>
  )
}

function shadeOf(colour: string | undefined): string {
  const word = colour?.toLowerCase() ?? ''
  if (Object.hasOwn(shades, word)) return shades[word]!
  const css = word.replaceAll(' ', '')
  return globalThis.CSS?.supports?.('color', css) ? css : ''
}
