import { t } from '../messages/t.ts'

/**
 * The locale for words inside sentences (weekdays, months): the shop's, if it speaks the language of the messages,
 * else the messages' own, so that no sentence is half in another language. Amounts use the shop's locale as it is.
 */
export function wordLocale(locale: string): string {
  const own = t('language')
  return locale.slice(0, 2).toLowerCase() === own.slice(0, 2) ? locale : own
}
