import { type Icon, IconBulb, IconHelp, IconMoodHeart, IconThumbUp } from '@tabler/icons-react';
import type { ReactionKind } from '../../../../server/features/notes/conversation.schemas.ts';

/** What one can answer with one press, in the order in which it is offered. */
export const REACTIONS: { kind: ReactionKind; label: string; icon: Icon }[] = [
  { kind: 'agree', label: 'Agree', icon: IconThumbUp },
  { kind: 'insight', label: 'New to me', icon: IconBulb },
  { kind: 'thanks', label: 'Thanks', icon: IconMoodHeart },
  { kind: 'unsure', label: 'Not sure', icon: IconHelp },
];
