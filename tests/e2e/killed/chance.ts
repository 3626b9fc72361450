// Chance that can be repeated: the same seed gives the same draws.

/// The seed of this run: the one of `RILIEVO_SEED`, or a new one.
export function seedOfThisRun(): number {
  const given = process.env.RILIEVO_SEED;
  if (given === undefined || given === "") return Math.floor(Math.random() * 2 ** 32);
  const seed = Number(given);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new Error(`RILIEVO_SEED is not a whole number below 2³²: ${given}`);
  return seed;
}

/// Draws by the generator "mulberry32".
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /// From 0 to 1, without 1.
  draw(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /// A whole number from `low` to `high`, both included.
  whole(low: number, high: number): number {
    return low + Math.floor(this.draw() * (high - low + 1));
  }

  /// One of these.
  of<T>(things: readonly T[]): T {
    return things[this.whole(0, things.length - 1)];
  }
}
