import {
  Ban,
  CircleQuestionMark,
  Heart,
  Newspaper,
  ShoppingCart,
  ThumbsDown,
  VolumeX,
} from 'lucide-preact';
import type { Intent } from '#utils/model/intents.ts';

export const intentIcons: Record<Intent, typeof Heart> = {
  question: CircleQuestionMark,
  complaint: ThumbsDown,
  praise: Heart,
  buying: ShoppingCart,
  press: Newspaper,
  abuse: Ban,
  noise: VolumeX,
};
