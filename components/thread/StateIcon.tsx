import {
  CheckCheck,
  Circle,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  CircleUser,
  Eye,
  EyeOff,
  Pencil,
  UserCheck,
} from 'lucide-preact';
import type { ThreadStatus } from '#utils/model/thread-status.ts';

const icons = {
  open: Circle,
  looking: Eye,
  idle: EyeOff,
  typing: Pencil,
  mine: UserCheck,
  theirs: CircleUser,
  answered: CircleCheck,
  doubled: CheckCheck,
  setAside: CircleSlash,
  unsure: CircleQuestionMark,
};

/** The picture of a state; never alone, its words always stand beside it. */
export function StateIcon({ state }: { state: ThreadStatus['state'] }) {
  const Icon = icons[state];
  return <Icon size={14} strokeWidth={2} aria-hidden="true" />;
}
