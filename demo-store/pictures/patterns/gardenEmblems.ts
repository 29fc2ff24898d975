import { heart, leaf, oval, petals, scallop, star } from '../shapes.ts'
import { fill, stroke, type Emblem } from './Emblem.ts'

const stem = '#5f8358'

/** What grows: flowers, leaves, fruit. */
export const gardenEmblems: Readonly<Record<string, Emblem>> = {
  Rose: p =>
    fill(leaf(-8, 22, -38, 6), p.accent) + fill(leaf(8, 22, 38, 6), p.accent) + fill(scallop(0, -4, 27, 26, 7), p.main) +
    stroke('M-14-2c-2-16 24-20 26-4c1 12-18 14-18 4c0-6 8-8 10-2M-22 8c8 16 34 18 44-2', p.ink, 2.5),
  Daisy: p => fill(petals(0, 0, 26, 12, 9), p.main) + fill(oval(0, 0, 15), p.accent),
  Flowers: p =>
    stroke('M0 8V46', stem, 4) + fill(leaf(0, 42, 28, -16), p.accent) + fill(leaf(0, 34, -26, -14), p.accent) + fill(petals(0, -14, 19, 14, 5), p.main) + fill(oval(0, -14, 10), '#e2b75c'),
  Poppies: p =>
    stroke('M0 6C2 24-4 36 0 48', stem, 4) + fill('M-36-14c0-24 24-30 36-18c12-12 36-6 36 18c0 20-16 28-36 28s-36-8-36-28z', p.main) + fill(oval(0, -8, 11), p.accent) + stroke('M-20-20c6 4 8 10 8 16M20-20c-6 4-8 10-8 16', p.accent, 2.5),
  Suki: p => fill(petals(0, 0, 24, 17, 5), p.main) + fill(oval(0, 0, 11), p.accent) + stroke('M0-10v-16M9-3l15-5M6 8l9 13M-6 8l-9 13M-9-3l-15-5', p.accent, 2.5),
  'Vintage Leaf': p => fill(leaf(-26, 36, 54, -74, 0.42), p.main) + stroke('M-26 36L26-34M-12 18l-2-22M-12 18l22 2M4-4l-2-18M4-4l18 2', p.light, 2.5),
  Apples: p =>
    fill('M0-18c14-12 42-6 40 22c-2 24-20 42-32 40c-6-1-10-1-16 0c-12 2-30-16-32-40c-2-28 26-34 40-22z', p.main) + stroke('M0-18c0-10 2-18 8-24', '#6a4534', 4) + fill(leaf(6, -26, 28, -12), p.accent),
  Pears: p => fill('M0-34c14 0 16 14 18 24c3 12 18 18 18 34c0 16-14 24-36 24s-36-8-36-24c0-16 15-22 18-34c2-10 4-24 18-24z', p.main) + stroke('M0-34c0-6 2-10 6-14', '#6a4534', 4) + fill(leaf(4, -36, 26, -6), stem),
  Cherry: p => stroke('M-20 16C-16-8-4-28 14-40C12-22 18-2 22 10', stem, 3.5) + fill(leaf(14, -40, 30, 8), p.accent) + fill(oval(-20, 26, 18), p.main) + fill(oval(22, 22, 18), p.main) + fill(oval(-26, 20, 4), p.light) + fill(oval(16, 16, 4), p.light),
  Strawberry: p =>
    fill('M0 46c-18-10-38-34-36-56c2-16 22-20 36-12c14-8 34-4 36 12c2 22-18 46-36 56z', p.main) + fill('M0-14c-8 4-20 2-26-6c8-2 12-4 16-10l10 6l10-6c4 6 8 8 16 10c-6 8-18 10-26 6zM-3-24l2-18h5l-1 18z', p.accent) +
    [[-18, 2], [0, 6], [18, 2], [-10, 18], [10, 18], [0, 30]].map(([x = 0, y = 0]) => fill(oval(x, y, 2.4, 3.6), p.light)).join(''),
  Fruit: p => fill(oval(0, 0, 40), p.main) + fill(oval(0, 0, 33), p.light) + fill(oval(0, 0, 29), p.main) + stroke('M0-29V29M-29 0H29M-20-20L20 20M20-20L-20 20', p.light, 3.5),
  'Red Toadstool': p =>
    fill('M-13 2c2 18-4 30-8 42h42c-4-12-10-24-8-42z', '#f6ead6') + fill('M-46 8c0-34 22-52 46-52s46 18 46 52c-28 8-64 8-92 0z', p.main) + fill(oval(-20, -14, 8, 7), p.light) + fill(oval(8, -26, 8, 7), p.light) + fill(oval(26, -4, 7, 6), p.light) + fill(oval(-4, 0, 5, 4), p.light),
  Woodland: p => fill('M-24-8c0 30 12 46 24 54c12-8 24-24 24-54z', p.main) + fill('M-30-8c-2-20 12-28 30-28s32 8 30 28c-18 8-42 8-60 0z', '#b98a5a') + stroke('M0-36c0-6 3-9 7-12M-22-16l12-12M-8-10l18-20M8-8l16-18', '#6a4534', 3) + fill(leaf(6, -42, 34, 4), '#6f9468'),
  Butterfly: p =>
    fill('M-3-6C-18-40-50-40-46-14c2 12 20 18 43 14zM3-6C18-40 50-40 46-14c-2 12-20 18-43 14z', p.main) + fill('M-3 2c-24 0-38 10-32 24c6 14 26 8 32-18zM3 2c24 0 38 10 32 24c-6 14-26 8-32-18z', p.accent) + fill(oval(0, 2, 4, 22), p.ink) + stroke('M-1-20c-2-8-8-14-14-16M1-20c2-8 8-14 14-16', p.ink, 2.5),
  Scandinavian: p => fill(heart(0, 6, 62), p.main) + fill(star(0, 0, 12, 5, 4), p.accent) + stroke('M-30-30c6-12 22-14 30-4c8-10 24-8 30 4', p.main, 4) + fill(leaf(0, 40, -24, 4), p.accent) + fill(leaf(0, 40, 24, 4), p.accent),
}
