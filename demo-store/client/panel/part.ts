import { build, type Child } from '../build.ts'

/** A part of the panel with its heading; folded unless `isOpen`. */
export function part(title: string, isOpen: boolean, ...children: readonly Child[]): HTMLElement {
  return build('details', { open: isOpen }, build('summary', {}, build('h3', {}, title)), ...children)
}

/** A button of the panel. */
export function act(label: string, onclick: () => void): HTMLButtonElement {
  return build('button', { type: 'button', onclick }, label)
}

/** The page's address with one parameter changed, the panel open. */
export function addressWith(name: string, value: string | undefined): string {
  const url = new URL(location.href)
  url.searchParams.set('counter', 'open')
  if (value === undefined) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  return url.pathname + url.search
}

/** A short time by the shop's clock, such as `10 Dec 09:00`. */
export function shortTime(at: number): string {
  return format.format(at).replace(',', '')
}

const format = new Intl.DateTimeFormat(
  'en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'GMT' },
)
