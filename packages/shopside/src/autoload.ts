import type { ShopsideOptions } from '@shopside/browser'
import { startShopside } from './createShopside.ts'
import { takeGlobalName, whatIsThere } from './globalName.ts'

/** The tag that loaded this file: `document.currentScript` is null in a module, so it is found by its address. */
function ownTag(url: string): HTMLScriptElement | undefined {
  return [...document.scripts].find(script => script.src === url)
}

/**
 * Reads the tag's `data-model data-consent data-currency data-locale data-shop`. What is not given is left to the default.
 * A loader that cannot be found by address (tag managers) leaves its attributes on `data`.
 */
function readOptions(data: DOMStringMap): ShopsideOptions {
  const { model, consent, currency, locale, shop } = data
  return {
    ...(model === undefined ? {} : { model: model.endsWith('/') ? model : `${model}/` }),
    ...(consent === 'granted' ? { consent } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(locale === undefined ? {} : { locale }),
    ...(shop === undefined ? {} : { shop }),
  }
}

/** What the script tag does: starts one Shopside, under the one name, unless it is switched off or there is one already. */
function autoload(): void {
  const loader = document.querySelector<HTMLElement>('script[data-shopside-loader]')
  const data = (ownTag(import.meta.url) ?? loader)?.dataset ?? {}
  if (data['shopside'] === 'off') return
  const there = whatIsThere(window)
  if (there === 'shopside') return
  const started = startShopside(readOptions(data))
  if (there === 'foreign') {
    started.warn('name-taken', 'window.shopside belongs to something else and was left alone. Use import { createShopside } from "shopside".')
    return
  }
  takeGlobalName(window, started)
}

try {
  autoload()
} catch (error) {
  // A wrong attribute must not break the page: it is said where its author looks.
  console.warn(String(error))
}
