import type { Answer, ConsentState } from '@shopside/browser'
import { connect } from '../src/connect.ts'
import '../src/privacy/define.ts'
import { createFakeClient, fakeNow } from '../src/testing/fakeClient.ts'
import { fakePast, givePast, type FakeLog } from '../src/testing/fakePrivacy.ts'

const day = 86_400_000
const query = new URLSearchParams(location.search)
document.documentElement.dataset['theme'] = query.get('theme') ?? 'white'
document.documentElement.dir = query.get('dir') ?? 'ltr'

const client = createFakeClient()
const log = givePast(client)
const answered = { source: 'shop', at: fakeNow - 3 * day }
const all = (answer: Answer): Pick<ConsentState, 'personalize' | 'analytics' | 'connectors'> => (
  { personalize: answer, analytics: answer, connectors: answer }
)
const usual: ConsentState = {
  ...all('granted'), connectors: 'denied', ...answered, since: { connectors: { source: 'shopper', at: fakeNow } },
}

/** Every state by its name in `?state=`. */
const states: Record<string, (log: FakeLog) => ConsentState | void> = {
  filled: () => {},
  little: now => void (now.past = fakePast(
    { views: 1, orders: 0, baskets: 0, bytes: 900, days: fakePast().days.slice(2, 3), likings: [], segments: [] },
  )),
  nothing: now => void (now.past = undefined),
  unknown: now => {
    now.past = undefined
    return { ...all('unknown'), source: 'default' }
  },
  off: now => {
    now.past = undefined
    return { ...all('denied'), ...answered }
  },
  memory: now => void (now.mode = 'memory'),
  paused: () => ({ ...usual, pausedUntil: fakeNow + day / 2 }),
  signal: () => ({ ...usual, since: { connectors: { source: 'privacy-signal', at: fakeNow } } }),
  tool: () => ({ ...all('granted'), connectors: 'denied', source: 'cookiebot', at: answered.at }),
  error: () => {
    client.remembering = () => Promise.reject(new Error('gone'))
  },
  foreign: now => void (now.preview = { ...now.preview, refused: 'foreign', shop: 'another-shop' }),
}
client.consentNow.value = states[query.get('state') ?? 'filled']?.(log) ?? usual
setTimeout(() => connect(client), Number(query.get('late') ?? 0))
