import type { VNode } from 'preact'
import type { Remembered } from '@shopside/browser'
import { dayOfMonth } from '../format/day.ts'
import { t, tParts } from '../messages/t.ts'
import type { PrivacyModel } from './privacyModel.ts'

type Fact = Remembered['declared'][number]

/** What the shopper told of themself, each with a way to take it back. */
export function Told(props: { model: PrivacyModel; facts: readonly Fact[] }): VNode | null {
  const { model, facts } = props
  if (facts.length === 0) return null
  const { locale } = model.client
  return (
    <ul role="list" part="told">
      {facts.map(fact => {
        const [key, name, value] = wordsOf(fact, locale)
        return (
          <li key={fact.name} class="line" part="line">
            <p>{tParts(key, { name: <bdi>{name}</bdi>, value: <bdi>{value}</bdi> })}</p>
            <button type="button" class="quiet" part="forget" aria-label={t('line.forget-what', { line: t(key, { name, value }) })}
              onClick={() => void model.forget({ fact: fact.name }, t('told.forgotten'))}>{t('line.forget')}</button>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf({ name, value }: Fact, locale: string): ['told.name' | 'told.birthday' | 'told.size' | 'told.other', string, string] {
  const said = typeof value === 'boolean' ? t(value ? 'told.yes' : 'told.no') : String(value)
  switch (name) {
    case 'birthday': return ['told.birthday', name, birthday(said, locale)]
    case 'name': return ['told.name', name, said]
    case 'size': return ['told.size', name, said]
    default: return ['told.other', name, said]
  }
}

/** `05-17` as "17 May". */
function birthday(said: string, locale: string): string {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(said) ?? []
  // A leap year: 29 February is a birthday.
  return month ? dayOfMonth(new Date(2000, Number(month) - 1, Number(day)).getTime(), locale) : said
}
