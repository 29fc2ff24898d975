import { loadTwice, type ShopsideOptions, type Started } from '@shopside/browser'
import { startShopside } from './createShopside.ts'
import { takeGlobalName, whatIsThere } from './globalName.ts'
import { platformOf } from './platformOf.ts'
import { readTag } from './readTag.ts'

/** The tag that loaded this file: `document.currentScript` is null in a module, so it is found by its address. */
function ownTag(url: string): HTMLScriptElement | undefined {
  return [...document.scripts].find(script => script.src === url)
}

/** A consent that nobody knows is said where its author looks, and counts as none: `required`. */
function start(options: ShopsideOptions): Started {
  try {
    return startShopside(options)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'option-consent') throw error
    console.warn(String(error))
    return startShopside({ ...options, consent: 'required' })
  }
}

/**
 * What the script tag does: starts one Shopside, under the one name, unless it is switched off or there is one already.
 *
 * @param url of the tag's own file
 */
export function autoload(url: string): void {
  // A loader that cannot be found by address (tag managers) leaves its attributes on itself.
  const loader = document.querySelector<HTMLElement>('script[data-shopside-loader]')
  // Without a prototype: what a page has added to Object.prototype is no attribute of ours.
  const data = Object.assign(Object.create(null), (ownTag(url) ?? loader)?.dataset) as DOMStringMap
  if (data['shopside'] === 'off') return
  const there = whatIsThere(window)
  if (there === 'shopside') return
  const started = start(readTag(data))
  const platform = data['platform'] ?? platformOf(window)
  if (platform && platform !== 'off' && !started.isOff) {
    loadTwice(() => import('./lazy/platforms.ts')).then(({ usePlatform }) => usePlatform(started, platform), () => {
      // Its file cannot be had: the page says what it says by itself.
    })
  }
  if (there === 'foreign') {
    started.warn(
      'name-taken',
      'window.shopside belongs to something else and was left alone. Use import { createShopside } from "shopside".',
    )
    return
  }
  takeGlobalName(window, started)
}
