/** Apart from the schemas, so that views need not load those. */
export const WEBHOOKS_MAX = 10;
/** What a webhook may be told of: sent by hand by a lead, or noticed by browsers of the team. */
export const WEBHOOK_EVENTS = ['theme', 'late', 'left'] as const;
export const WEBHOOK_KINDS = ['slack', 'json'] as const;
