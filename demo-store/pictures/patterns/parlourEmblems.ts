import { box, heart, leaf, oval, petals, poly, scallop, star } from '../shapes.ts'
import { fill, stroke, type Emblem } from './Emblem.ts'

/** What is made, baked and hung up. */
export const parlourEmblems: Readonly<Record<string, Emblem>> = {
  Hearts: p => fill(heart(0, 2, 74), p.main),
  Stars: p => fill(star(0, 2, 42, 18), p.main),
  Skulls: p =>
    fill('M-36-8c0-22 16-36 36-36s36 14 36 36c0 14-6 20-14 26v20h-44V18c-8-6-14-12-14-26z', p.main) + fill(oval(-14, -6, 9, 10), p.ink) + fill(oval(14, -6, 9, 10), p.ink) + fill('M0 6l5 9h-10z', p.ink) + stroke('M-10 26v12M0 26v12M10 26v12', p.ink, 3),
  Retrospot: p => fill(oval(0, 0, 34), p.main),
  Polkadot: p => fill(oval(0, 0, 22), p.main) + fill(oval(-34, -34, 8), p.main) + fill(oval(34, 34, 8), p.main) + fill(oval(34, -34, 8), p.main) + fill(oval(-34, 34, 8), p.main),
  Gingham: p => fill(heart(0, 2, 72), p.main) + stroke('M-30-12H30M-26 4H26M-14-28V22M2-26V32M16-30V18', p.light, 3),
  Paisley: p => fill('M2 46c-30 0-42-24-34-46c8-22 26-28 30-48c26 14 40 38 38 62c-2 20-16 32-34 32z', p.main) + fill('M2 32c-16 0-24-14-20-26c4-12 14-16 18-28c14 12 22 24 20 36c-2 12-8 18-18 18z', p.accent) + fill(oval(2, 14, 8), p.main),
  Stripe: p => fill(box(-36, -36, 72, 72, 8), p.light) + fill('M-22-36h14v72h-14zM8-36h14v72H8z', p.main),
  Baroque: p =>
    stroke('M0 44V-10M0 6c-24 2-34-14-24-26c8-8 20 0 14 8M0 6c24 2 34-14 24-26c-8-8-20 0-14 8M0 36c-16 0-24-8-20-16M0 36c16 0 24-8 20-16', p.main, 4.5) + fill('M0-46c8 10 10 20 0 32c-10-12-8-22 0-32z', p.main),
  Alphabet: p => `<text x="0" y="30" font-family="Young Serif,Georgia,serif" font-size="84" text-anchor="middle" fill="${p.main}" stroke="none">A</text>`,
  Christmas: p => fill('M0-48l20 28h-10l20 26h-12l20 28h-76l20-28h-12l20-26h-10z', p.main) + fill(box(-6, 34, 12, 12), '#8d6748') + fill(star(0, -44, 9, 4), p.accent) + [[-8, -8], [10, 4], [-14, 20], [14, 24], [0, 14]].map(([x = 0, y = 0]) => fill(oval(x, y, 3.6), p.accent)).join(''),
  'Fairy Cake': p => fill('M-28 6h56l-10 38h-36z', p.accent) + stroke('M-14 8l4 34M0 8v34M14 8l-4 34', p.light, 2.5) + fill('M-36 8c-8-12 2-24 12-24c2-16 14-22 24-22s22 6 24 22c10 0 20 12 12 24c-22 6-50 6-72 0z', p.main) + fill(oval(0, -40, 8), '#c23b33'),
  'Tea Time': p => fill('M-38-14h62c0 28-8 44-31 44s-31-16-31-44z', p.main) + stroke('M22-8c20-4 24 20 0 22', p.main, 6) + fill(oval(-7, 36, 40, 6), p.accent) + stroke('M-18-24c-4-8 4-10 0-18M-2-24c-4-8 4-10 0-18', p.accent, 3),
  Pantry: p =>
    fill('M-26-22h52c6 8 8 14 8 22v34c0 8-4 12-12 12h-44c-8 0-12-4-12-12V0c0-8 2-14 8-22z', p.accent) + fill(box(-28, -40, 56, 18, 4), p.main) + fill(box(-24, -2, 48, 28, 3), p.light) + stroke('M-14 8h28M-14 16h18', p.main, 3),
  Regency: p =>
    fill(oval(0, 0, 36, 44), p.light) + stroke('M0-44a36 44 0 1 0 .1 0', '#d4ab55', 3) + fill(leaf(-4, 12, -26, 10), p.accent) + fill(leaf(4, 12, 26, 10), p.accent) + fill(scallop(0, -2, 19, 18, 7), p.main) + stroke('M-9-2c0-10 16-12 17-2c0 8-12 8-12 2', '#9c4650', 2.5),
  'Circus Parade': p =>
    fill('M-38-2L0-38L38-2c-4 6-72 6-76 0z', p.main) + fill('M-34 2h68v42h-68z', p.light) + fill('M-34 2h12v42h-12zM-10 2h20v42h-20zM22 2h12v42h-12z', p.accent) + stroke('M0-38v-12', p.ink, 3) + fill('M0-50l16 5l-16 5z', p.main),
  'Vintage Doily': p => fill(scallop(0, 0, 38, 38, 12), p.main) + fill(petals(0, 0, 26, 5, 10), p.accent) + fill(petals(0, 0, 12, 4, 6), p.accent) + fill(oval(0, 0, 4), p.accent),
  London: p => fill(box(-42, -30, 84, 62, 9), p.main) + fill(box(-36, -22, 16, 16, 2) + box(-16, -22, 16, 16, 2) + box(4, -22, 16, 16, 2) + box(24, -22, 12, 16, 2) + box(-36, 2, 16, 14, 2) + box(-16, 2, 16, 14, 2) + box(24, 2, 12, 28, 2), p.light) + fill(oval(-22, 34, 9), p.ink) + fill(oval(14, 34, 9), p.ink),
  'Keep Calm': p => fill('M-38 30l-6-46l22 18L0-30l22 32l22-18l-6 46z', p.main) + fill(box(-38, 32, 76, 9, 2), p.accent) + fill(oval(0, -34, 6), p.main) + fill(oval(-44, -20, 5), p.main) + fill(oval(44, -20, 5), p.main),
  'Union flag': () =>
    fill(box(-48, -30, 96, 60), '#2f4a73') + '<path d="M-48-30L48 30M48-30L-48 30" stroke="#fbf7f0" stroke-width="12" fill="none"/><path d="M-48-30L48 30M48-30L-48 30" stroke="#c23b33" stroke-width="4.5" fill="none"/>' +
    '<path d="M0-30V30M-48 0H48" stroke="#fbf7f0" stroke-width="20" fill="none"/><path d="M0-30V30M-48 0H48" stroke="#c23b33" stroke-width="11" fill="none"/>',
  Cars: p => fill('M-46 18v-16c8-4 12-6 18-8c4-14 12-20 28-20s24 8 30 20c10 2 16 6 16 12v12z', p.main) + fill('M-20-6c4-8 8-12 18-12v12zM4-18c10 0 14 4 18 12H4z', p.light) + fill(oval(-24, 20, 11), p.ink) + fill(oval(24, 20, 11), p.ink) + fill(oval(-24, 20, 4), p.accent) + fill(oval(24, 20, 4), p.accent) + fill(poly(40, 4, 46, 4, 46, 9, 40, 9), p.accent),
}
