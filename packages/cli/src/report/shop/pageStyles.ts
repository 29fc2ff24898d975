import { stageOrder } from './presetWords.ts'

/** Styles of the report's page: light and dark, from 320 px on, also in print. */
export const pageStyles: string = `
:root { color-scheme: light dark; --bg: light-dark(#fbfaf7, #17181a); --fg: light-dark(#22241f, #eceae4);
  --muted: light-dark(#5f625b, #a3a59d);
  --line: light-dark(#deddd6, #34363a);
  --loyal: light-dark(#0f6b4f, #3fae86); --active: light-dark(#5aa98a, #1f7a5c); --new: light-dark(#3f6fc4, #6f9be8);
  --casual: light-dark(#a9a79d, #6d6e69); --at-risk: light-dark(#d9962a, #d99a35); --lapsed: light-dark(#a8452f, #c9674f) }
* { box-sizing: border-box }
body { margin: 0; background: var(--bg); color: var(--fg); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 760px; margin: 0 auto; padding: 24px 16px 64px }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 8px }
h2 { font-size: 1.15rem; margin: 40px 0 8px }
p { margin: 0 0 12px; max-width: 62ch }
.muted, .tick, caption { color: var(--muted) }
svg { display: block; width: 100%; height: auto }
.grid { stroke: var(--line); stroke-width: 1 }
.tick { fill: var(--muted); font: 12px system-ui, sans-serif }
.swatch { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 8px }
${stageOrder.map(id => `.fill-${id} { fill: var(--${id}) }\n.${id} { background: var(--${id}) }`).join('\n')}
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: 7px 8px 7px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap }
th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 8.5em }
th { font-weight: 600; vertical-align: bottom }
th:last-child { white-space: normal }
.months th { white-space: normal }
.scroll { margin-bottom: 16px }
caption { text-align: left; padding-bottom: 6px }
.spark { width: 120px; display: inline-block; vertical-align: middle }
.spark polyline { fill: none; stroke: var(--fg); stroke-width: 1.5 }
.spark circle { fill: var(--fg) }
small { color: var(--muted); display: block }
@media (max-width: 480px) { .tick { font-size: 17px } .spark { width: 72px }
  th, td { padding-right: 6px; font-size: 15px }
  th:first-child, td:first-child { min-width: 6em }
  .months th, .months td { padding-right: 5px; font-size: 14px }
  .months th:first-child, .months td:first-child { min-width: 4.6em } .stages small { display: none } }
@media print { body { background: none } h2 { break-after: avoid } }
`
