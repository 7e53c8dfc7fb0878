import type { Story } from './story.ts';

/** Whether a story may leave the team, as in an export: not once the customer said no. */
export function mayLeave({ permission }: Pick<Story, 'permission'>): boolean {
  return permission !== 'declined' && permission !== 'withdrawn';
}
