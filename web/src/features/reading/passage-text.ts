/** One run of text as it stands in the document; `startsBlock` when it does not go on in the line of the run before it. */
export interface Segment {
  text: string;
  startsBlock: boolean;
}

/** A place in the runs: which run, and how many characters into it. */
export interface Place {
  segment: number;
  offset: number;
}

/**
 * The text of an article as quotes are taken from it and looked for in it: every run of white space is one space, and between
 * two blocks there is one. Every character knows where in the document it stands, so that a found passage can be shown there.
 */
export class PassageText {
  readonly text: string;
  private readonly segments: Uint32Array;
  private readonly offsets: Uint32Array;
  private readonly lengths: number[];

  constructor(runs: readonly Segment[]) {
    const most = runs.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.lengths = runs.map(({ text }) => text.length);
    const segments = new Uint32Array(most);
    const offsets = new Uint32Array(most);
    // Joined at the end: looking at the last character of a growing string copies all of it each time (39 s for 400 kB).
    const parts: string[] = [];
    let length = 0;
    let endsInSpace = true; // also at the beginning, where there is to be none
    const add = (part: string, segment: number, offset: number) => {
      for (let i = 0; i < part.length; i++) {
        segments[length + i] = segment;
        offsets[length + i] = offset + i;
      }
      parts.push(part);
      length += part.length;
      endsInSpace = part === ' ';
    };
    for (const [segment, run] of runs.entries()) {
      // The space between two blocks stands nowhere: behind the last character of the run before.
      if (run.startsBlock && !endsInSpace && run.text.trim())
        add(' ', segment - 1, this.lengths[segment - 1] as number);
      for (const { 0: part, index } of run.text.matchAll(/\S+|\s+/g)) {
        if (part.trim()) add(part, segment, index);
        else if (!endsInSpace) add(' ', segment, index);
      }
    }
    this.text = parts.join('');
    this.segments = segments.subarray(0, length);
    this.offsets = offsets.subarray(0, length);
  }

  /** Where the first character at or after a place of the document stands in the text; its length when there is none. */
  indexOf({ segment, offset }: Place): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.segments[middle] as number;
      if (at < segment || (at === segment && (this.offsets[middle] as number) < offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The parts of runs that a passage covers, in the order of the document; `end` is exclusive, as everywhere here. */
  slices(start: number, end: number): { segment: number; start: number; end: number }[] {
    const slices: { segment: number; start: number; end: number }[] = [];
    for (let i = start; i < end; i++) {
      const segment = this.segments[i] as number;
      const offset = this.offsets[i] as number;
      if (offset >= (this.lengths[segment] as number)) continue; // the space between two blocks
      const last = slices.at(-1);
      if (last?.segment === segment) last.end = offset + 1;
      else slices.push({ segment, start: offset, end: offset + 1 });
    }
    return slices;
  }
}
