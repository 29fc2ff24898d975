import type { Shopside } from 'shopside'
import { answerKey, ask, followShopper, forgetAnswer } from './answer.ts'
import { build, type Child } from './build.ts'
import { recordKey, type OwnRecord } from './ownRecord.ts'
import { tick } from './tick.ts'

/** What the shop adds to the page "Your data": its own two keys, and its question asked anew once all is erased. */
export function showYourData(shop: Shopside, record: OwnRecord): void {
  const place = document.getElementById('shops-own')
  if (!place) return
  const isOneself = record.get().as === undefined
  const draw = (): void => place.replaceChildren(...[recordKey, answerKey].flatMap((key): Node[] => [
    build('h3', {}, key), build('pre', { tabindex: 0, 'aria-label': `Content of ${key}` }, readKey(key) as Child),
  ]))
  record.onChange(draw)
  if (isOneself) followShopper(shop)
  shop.consent.state.subscribe(draw)
  document.addEventListener('shopside:erased', () => {
    tick(record, 'erase')
    if (isOneself) {
      forgetAnswer()
      ask(shop)
    }
    draw()
  })
}

function readKey(key: string): string {
  try {
    const text = localStorage.getItem(key)
    return text === null ? 'Not there.' : JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // blocked storage, or not JSON: shown as what it is
    return 'Cannot be read.'
  }
}
