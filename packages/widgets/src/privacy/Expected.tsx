import type { ComponentChild, VNode } from 'preact'
import type { Remembered } from '@shopside/browser'
import { aboutMoney } from '../format/aboutMoney.ts'
import { dayOfMonth } from '../format/day.ts'
import { wordLocale } from '../format/wordLocale.ts'
import { t, tParts } from '../messages/t.ts'
import type { PrivacyModel } from './privacyModel.ts'

/** What is expected, as plain figures with their horizon; never a label, never a chance that somebody is gone. */
export function Expected(props: { model: PrivacyModel; expected: NonNullable<Remembered['expected']> }): VNode | null {
  const { model, expected: { orders, value, needs } } = props
  const { locale } = model.client
  const now = model.client.now()
  const price = value?.currency === undefined ? undefined : aboutMoney(value.amount, value.currency, locale)
  const lines: ComponentChild[] = [
    ...needs.map(({ title, dueAt }) => tParts(dueAt > now ? 'expected.need' : 'expected.need-now', {
      title: <bdi>{title}</bdi>, day: dayOfMonth(dueAt, locale),
    })),
    orders && t('expected.orders', {
      days: orders.horizonDays, number: new Intl.NumberFormat(wordLocale(locale), { maximumFractionDigits: 1 }).format(orders.expected),
    }),
    value && price !== undefined && t('expected.value', { days: value.horizonDays, price }),
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <div part="expected">
      <ul role="list">{lines.map((words, place) => <li key={place} class="line"><p>{words}</p></li>)}</ul>
      <p class="muted">{t('expected.because')}</p>
    </div>
  )
}
