import type { VNode } from 'preact'
import type { ConsentState, Purpose } from '@shopside/browser'
import { dayName } from '../format/day.ts'
import { t } from '../messages/t.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'
import type { PrivacyModel } from './privacyModel.ts'

const purposes: readonly Purpose[] = ['personalize', 'analytics', 'connectors']

/** Of a purpose that Global Privacy Control denies. */
const signalSource = 'privacy-signal'

/** Consent tools by the names they are known under. */
const tools = new Map([
  ['google', 'Google Consent Mode'], ['shopify', 'Shopify'], ['cookiebot', 'Cookiebot'], ['onetrust', 'OneTrust'],
  ['wordpress', 'WP Consent API'],
])

/** Three switches that act at once, each with who said so, since when, and what turning it off does. */
export function Switches(props: { model: PrivacyModel }): VNode {
  const { model } = props
  const state = useSignalValue(model.client.shop.consent.state)
  return (
    <div part="switches">
      <h2 part="heading">{t('privacy.may')}</h2>
      <ul role="list">
        {purposes.map(purpose => <Switch key={purpose} model={model} state={state} purpose={purpose} />)}
      </ul>
    </div>
  )
}

function Switch(props: { model: PrivacyModel; state: ConsentState; purpose: Purpose }): VNode {
  const { model, state, purpose } = props
  const isOn = state[purpose] === 'granted'
  const reason = fixedBecause(state, purpose)
  return (
    <li>
      <button type="button" role="switch" class="switch" part="switch" aria-checked={isOn} aria-disabled={reason !== undefined}
        aria-describedby={`about-${purpose}`} onClick={() => {
          if (reason === undefined) void model.answer(purpose, !isOn)
        }}>
        <span>{t(`may.${purpose}`)}</span><i />
      </button>
      <p class="muted" id={`about-${purpose}`}>{
        [stateWords(model, state, purpose), reason, isOn && t(`off.${purpose}`)].filter(Boolean).join(' ')
      }</p>
    </li>
  )
}

/**
 * Why this switch cannot be moved here; undefined when it can. Against the browser's own signal nothing turns on. A consent
 * tool's no is the tool's to change; its yes may be taken back here, because a shopper's own no stands against any tool.
 */
function fixedBecause(state: ConsentState, purpose: Purpose): string | undefined {
  const { source } = sinceOf(state, purpose)
  if (source === signalSource) return t('may.signal')
  const tool = tools.get(source)
  return tool === undefined || state[purpose] === 'granted' ? undefined : t('may.tool', { tool })
}

function stateWords(model: PrivacyModel, state: ConsentState, purpose: Purpose): string {
  const answer = state[purpose]
  if (answer === 'unknown') return t('may.unknown')
  const { source, at } = sinceOf(state, purpose)
  // Said by the reason already.
  if (source === signalSource) return ''
  const tool = tools.get(source)
  const who = tool !== undefined
    ? t('who.tool', { tool }) : t(source === 'shopper' ? 'who.shopper' : source === 'shop' ? 'who.shop' : 'who.default')
  const word = answer === 'granted' ? 'on' : 'off'
  if (at === undefined) return t(`may.${word}`, { who })
  return t(`may.${word}-since`, { day: dayName(at, model.client.now(), model.client.locale), who })
}

function sinceOf(state: ConsentState, purpose: Purpose): { source: string; at?: number | undefined } {
  return state.since?.[purpose] ?? state
}
