import type { DemoUser } from './people.ts';

export interface DemoNote {
  by: DemoUser;
  /** The title of the blog it hangs on. */
  on?: string;
  content: string;
  important?: boolean;
  shared?: boolean;
  /** Who marked it for themselves. */
  marked?: DemoUser[];
}

/** In the order of the blogs they hang on, so that the newest note is on a new blog. */
export const NOTES: DemoNote[] = [
  {
    by: 'jonas',
    on: 'The Joel Test: 12 Steps to Better Code',
    important: true,
    marked: ['aino', 'amara'],
    content:
      'We score nine of twelve. Missing: daily builds that **fail loudly**, a quiet room, and somebody new trying what we made.',
  },
  {
    by: 'leila',
    on: 'Cool URIs don’t change',
    marked: ['priya'],
    content: 'Before the next redesign: list every address that is linked from outside, and keep each one alive.',
  },
  {
    by: 'tomas',
    on: 'A Complete Guide to useEffect',
    important: true,
    marked: ['mei', 'leila'],
    content:
      'What finally made it click: every render has its *own* props, state and effects. An effect synchronises; it is no lifecycle callback.',
  },
  {
    by: 'leila',
    on: 'A Complete Guide to useEffect',
    content:
      'Two of our hooks leave functions out of their dependencies to keep the linter quiet. Fix both together with Tomás.',
  },
  {
    by: 'tomas',
    on: 'On let vs const',
    content: 'Short and calm. Our rule stays `prefer-const`, and nobody has to argue about it in review again.',
  },
  {
    by: 'priya',
    on: 'Gaps in sequences in PostgreSQL',
    important: true,
    marked: ['jonas'],
    content: 'Invoice numbers must not come from a sequence: a rollback leaves a gap, and that is by design.',
  },
  {
    by: 'jonas',
    on: 'The Wrong Abstraction',
    marked: ['mei', 'tomas', 'aino'],
    content:
      'Duplication is cheaper than the wrong abstraction. When a shared function has its third flag, inline it and look again.',
  },
  {
    by: 'mei',
    on: 'Parse, don’t validate',
    important: true,
    marked: ['priya'],
    content:
      'Check once at the border and carry the proof in the type. Behind the parser nothing should ask again whether the list is empty.',
  },
  {
    by: 'amara',
    on: 'Get your work recognized: write a brag document',
    shared: false,
    content: 'Started mine. So far: the on-call handbook, the flaky test hunt, onboarding Leila.',
  },
  {
    by: 'aino',
    on: 'Get your work recognized: write a brag document',
    marked: ['amara'],
    content: 'Let us all bring a page of this to the talks in spring; it makes them so much easier for both sides.',
  },
  {
    by: 'priya',
    on: 'How to do distributed locking',
    important: true,
    marked: ['jonas', 'mei'],
    content:
      'A lock with a timeout can be held by two. Either the work is harmless when done twice, or the storage checks a fencing token.',
  },
  {
    by: 'jonas',
    on: 'Is Redlock safe?',
    content: 'Read right after Kleppmann’s. The disagreement is really about clocks; worth an hour of the circle.',
  },
  {
    by: 'oskar',
    on: 'The Law of Leaky Abstractions',
    content: 'Still the best answer to “why do I have to learn SQL if we have an ORM”.',
  },
  {
    by: 'leila',
    on: 'How Users Read on the Web',
    marked: ['tomas'],
    content: 'They scan. So: the first two words of every heading have to do the work.',
  },
  {
    by: 'mei',
    on: 'Choose Boring Technology',
    important: true,
    marked: ['aino', 'jonas'],
    content: 'Three innovation tokens, and we have spent two. The new queue can be a table.',
  },
  {
    by: 'aino',
    on: 'Maker’s Schedule, Manager’s Schedule',
    important: true,
    marked: ['mei', 'amara'],
    content: 'Proposal: no meetings before one o’clock on Tuesdays and Thursdays.',
  },
  {
    by: 'tomas',
    on: 'Goodbye, Clean Code',
    content: 'Nice counterpart to Sandi Metz’s post. Ask the author of the code before tidying it up overnight.',
  },
  {
    by: 'jonas',
    on: 'MonolithFirst',
    marked: ['priya'],
    content: 'Matches our experience: we only knew where to cut after the second year.',
  },
  {
    by: 'amara',
    on: 'Falsehoods Programmers Believe About Names',
    important: true,
    marked: ['leila', 'mei', 'priya'],
    content: 'Our sign-up form had numbers 20 and 23 on this list. One field, no rules, done.',
  },
  {
    by: 'mei',
    on: 'How to Write a Git Commit Message',
    content: 'The rule that helps most: say *why*; the diff says what.',
  },
  {
    by: 'priya',
    on: 'Please stop calling databases CP or AP',
    content: 'Next time somebody asks “is it CP or AP?”, send this instead of an answer.',
  },
  {
    by: 'amara',
    on: 'A debugging manifesto',
    marked: ['tomas'],
    content: '“Inspect, don’t squash.” Printed, and hung up beside the coffee machine.',
  },
  {
    by: 'mei',
    on: 'Our Software Dependency Problem',
    important: true,
    marked: ['jonas'],
    content: 'For every new dependency: who maintains it, how many more does it bring, and could we take it out again?',
  },
  {
    by: 'leila',
    on: 'The Website Obesity Crisis',
    marked: ['tomas', 'amara'],
    content: 'Our start page weighs 1.9 MB, of which 1.4 are one photograph. Goal for the quarter: under 300 kB.',
  },
  {
    by: 'tomas',
    on: 'npm audit: Broken by Design',
    content: 'Explains why our build shouts about packages that only run on our own machines. Audit what we ship.',
  },
  {
    by: 'jonas',
    on: 'Is High Quality Software Worth the Cost?',
    content: 'The figure with the two curves is what I would show to whoever pays.',
  },
  {
    by: 'priya',
    shared: false,
    content: 'Ask Mei about the slow query on the report page; the plan changed after the last upgrade.',
  },
  {
    by: 'aino',
    important: true,
    marked: ['amara', 'jonas', 'leila', 'priya'],
    content:
      'Thursday reading circle: *How to do distributed locking* and the reply. Read both, and bring one question.',
  },
];
