import { heart, oval, poly } from '../shapes.ts'
import { fill, stroke, type Emblem } from './Emblem.ts'

/** What walks, hops and flies. */
export const animalEmblems: Readonly<Record<string, Emblem>> = {
  Birds: p =>
    fill('M-40-4c6-22 34-30 48-12c10-6 22-8 36-4c-6 6-10 8-14 14c2 24-18 36-38 32c-18-3-34-12-32-30z', p.main) + fill('M-40-6l-10 4l12 6z', '#e2a03c') + fill('M-4-2c14-6 28-2 34 8c-10 8-28 8-34-8z', p.accent) + fill(oval(-24, -8, 3.2), p.ink) + stroke('M-8 26v14M4 25v14', p.ink, 3),
  Owls: p =>
    fill('M-34-34c10 6 20 6 34 4c14 2 24 2 34-4c6 10 4 22 4 34c0 26-16 42-38 42s-38-16-38-42c0-12-2-24 4-34z', p.main) + fill(oval(0, 20, 20, 20), '#f0deba') + fill(oval(-16, -10, 14), p.light) + fill(oval(16, -10, 14), p.light) + fill(oval(-14, -9, 5.5), p.ink) + fill(oval(14, -9, 5.5), p.ink) + fill('M-5-2h10l-5 11z', p.accent) + stroke('M-10 16l5 5l5-5l5 5l5-5M-5 28l5 5l5-5', p.main, 2.5),
  Dogs: p =>
    fill('M-44-2c-4-16 2-24 14-24l4-12l8 10c10 2 8 12 8 18h30c6-8 6-20 14-22c2 10 2 18-2 28c6 12 4 24 2 40H20V18H-8v18h-16V14c-12 0-18-6-20-16z', p.main) + fill(oval(-26, -14, 3), p.light) + fill(box2(-14, 0, 8, 16), p.accent),
  Cats: p =>
    fill('M-30-42l16 14h16l16-14c6 20 6 32-2 42c16 10 20 26 18 44h-58c-4-16-2-32 8-42c-12-10-18-24-14-44z', p.main) + stroke('M34 40c18-6 14-30 2-34', p.main, 8) + fill(oval(-14, -12, 3.4), p.light) + fill(oval(2, -12, 3.4), p.light) + fill('M-9-5h6l-3 5z', p.accent),
  Rabbits: p =>
    fill('M-20-8c-14-26-12-44-2-42c10 2 12 22 12 36h12c0-14 2-34 12-36c10-2 12 16-2 42c12 8 16 20 12 34c-3 12-14 20-28 20s-25-8-28-20c-4-14 0-26 12-34z', p.main) + fill('M-16-16c-6-14-6-24-3-26c4 0 6 12 7 24zM8-16c6-14 6-24 3-26c-4 0-6 12-7 24z', p.accent) + fill(oval(-14, 10, 3.4), p.ink) + fill(oval(6, 10, 3.4), p.ink) + fill('M-8 18h8l-4 5z', p.accent),
  Dinosaurs: p =>
    fill('M-48 22c10 2 18-4 22-14c4-14 16-20 28-18c6-14 10-30 26-32c14-2 20 8 18 18l-18 4c-2 14-2 24-6 34v26H8V28h-12v12h-14V26c-10 4-24 4-30-4z', p.main) + fill(poly(-14, -4, -8, -14, -2, -8, 4, -20, 10, -12, 14, -26, 18, -20, 10, -2, -8, 4), p.accent) + fill(oval(34, -30, 3), p.ink),
  'Dolly Girl': p =>
    fill('M0-6l26 44h-52z', p.main) + fill(oval(0, -22, 20, 19), '#f3cfae') + fill('M-22-18c-4-20 8-30 22-30s26 10 22 30c-4-10-10-14-22-14s-18 4-22 14z', '#7a5138') + fill(oval(-25, -14, 7, 9), '#7a5138') + fill(oval(25, -14, 7, 9), '#7a5138') + fill(oval(-7, -20, 2.6), p.ink) + fill(oval(7, -20, 2.6), p.ink) + stroke('M-5-12q5 4 10 0', p.ink, 2) + fill(heart(0, 20, 16), p.accent) + stroke('M-10 38v10M10 38v10', p.ink, 3.5),
  Babushka: p =>
    fill('M0-48c16 0 24 12 22 26c14 8 18 22 16 40c-2 20-16 30-38 30s-36-10-38-30c-2-18 2-32 16-40c-2-14 6-26 22-26z', p.main) + fill(oval(0, -24, 14, 15), '#f6dcc0') + fill('M-14-26c0-16 28-16 28 0c-8-6-20-6-28 0z', '#7a5138') + fill(oval(-5, -22, 2.2), p.ink) + fill(oval(5, -22, 2.2), p.ink) + fill(oval(0, 20, 22, 24), p.accent) + fill(heart(0, 20, 20), p.main),
  Skittles: p =>
    fill('M-18-4h36v48h-36z', p.main) + fill(oval(0, -14, 13), '#f3cfae') + fill('M-15-18c-2-22 4-30 15-30s17 8 15 30z', p.accent) + stroke('M-18 14h36M0-4v48M-18-4L18 12', p.light, 4) + fill(oval(-5, -12, 2), p.ink) + fill(oval(5, -12, 2), p.ink),
  Spaceboy: p =>
    fill('M-16 10l-18 24l20-6zM16 10l18 24l-20-6z', p.accent) + fill('M0-48c16 14 22 32 18 56l-6 20h-24l-6-20c-4-24 2-42 18-56z', p.main) + fill('M0-48c8 7 13 14 15 22h-30c2-8 7-15 15-22z', p.accent) + fill(oval(0, -8, 9), '#cfe3ee') + fill('M-8 30h16l-8 18z', '#e9b84f'),
}

function box2(x: number, y: number, width: number, height: number): string {
  return poly(x, y - height / 2, x + width, y - height / 2 + 3, x + width, y + height / 2, x, y + height / 2 - 3)
}
