import { randomBytes } from 'node:crypto';
import { GUIDE_ID } from '#utils/model/default-guide.ts';
import { noModel, POLISH_DRAFTS_MAX } from '#utils/model/polish-limits.ts';
import type {
  AnswerFault,
  PolishRefusal,
  PolishRequest,
  PolishResponse,
  PolishStatus,
} from '#utils/model/polish.ts';
import { checkAnswer } from '#utils/polish/check-answer.ts';
import { estimateTokens, toPrompt } from '#utils/polish/to-prompt.ts';
import type { PolishPrompt } from '#utils/polish/to-prompt.ts';
import type { ServerContext } from '../context.ts';
import type { ModelAnswer } from '../model/chat-completions.ts';
import { ModelError } from '../model/model-error.ts';
import type { ModelFault } from '../model/model-error.ts';
import type { TeamModel } from '../model/team-model.ts';
import { readNow } from '../store/database.ts';
import { readModelUse, settleModelTokens, takeModelTokens } from '../store/model-use.ts';
import { loadRecord } from '../store/records.ts';
import type { Actor } from './actor.ts';

type Context = Pick<ServerContext, 'store' | 'log' | 'model'>;

const DAY_MS = 24 * 60 * 60_000;

/** What people are told of a model's faults; its own words never. */
const refusals: Record<ModelFault, PolishRefusal> = {
  timeout: 'away',
  unreachable: 'away',
  dropped: 'away',
  broken: 'away',
  tooLarge: 'away',
  notJson: 'away',
  wrongShape: 'away',
  rateLimited: 'busy',
  redirected: 'notSetUp',
  refused: 'notSetUp',
};

/** Whether there is a model, and what is left of the team's day. */
export async function loadPolishStatus(
  { store, model }: Context,
  { teamId }: Pick<Actor, 'teamId'>,
): Promise<PolishStatus> {
  if (!model) return noModel;
  const day = toDay(await readNow(store));
  const used = await readModelUse(store, teamId, day);
  return {
    isOn: true,
    tokensADay: model.tokensADay,
    tokensLeft: Math.max(0, model.tokensADay - used),
    resetsAt: (day + 1) * DAY_MS,
  };
}

/** Lets the model work on drafts. Nothing of them is stored or logged, and nothing is asked without a model. */
export async function polish(
  context: Context,
  actor: Actor,
  request: PolishRequest,
): Promise<PolishResponse> {
  const { model } = context;
  const result = model ? await tryPolish(context, model, actor, request) : refuse('off');
  return { ...result, status: await loadPolishStatus(context, actor) };
}

interface Refused {
  outcome: 'refused';
  reason: PolishRefusal;
  fault?: AnswerFault;
}
type Result = Refused | { outcome: 'polished'; text: string; notes: string[] };

const refuse = (reason: PolishRefusal): Refused => ({ outcome: 'refused', reason });
const unusable = (fault: AnswerFault): Refused => ({ ...refuse('unusable'), fault });

async function tryPolish(
  context: Context,
  model: TeamModel,
  actor: Actor,
  request: PolishRequest,
): Promise<Result> {
  const { teamId } = actor;
  const length = request.drafts.reduce((sum, draft) => sum + draft.length, 0);
  if (length > POLISH_DRAFTS_MAX) return refuse('tooLong');
  const leave = model.enter(teamId);
  if (!leave) return refuse('busy');
  try {
    const boundary = randomBytes(12).toString('hex');
    const guide = await loadRecord(context.store, teamId, 'guide', GUIDE_ID);
    const prompt = toPrompt(request, boundary, guide);
    const answer = await askWithin(context, model, actor, prompt);
    if ('outcome' in answer) return answer;
    if (!answer.isWhole) return unusable('cutOff');
    const checked = checkAnswer(answer.text, request, prompt, boundary);
    if (checked.ok) return { outcome: 'polished', text: checked.text, notes: checked.notes };
    context.log.info('model.unusable', { teamId, code: checked.fault });
    return unusable(checked.fault);
  } finally {
    leave();
  }
}

/**
 * Asks within the team's budget. What an answer may cost is counted before, so that neither a crash nor several at
 * once spend more than there is; what it did cost takes that one's place. What may have cost something stays counted.
 */
async function askWithin(
  { store, log }: Context,
  model: TeamModel,
  { teamId, deviceId }: Actor,
  prompt: PolishPrompt,
): Promise<ModelAnswer | Refused> {
  const day = toDay(await readNow(store));
  const counted = estimateTokens(prompt);
  if (!(await takeModelTokens(store, teamId, day, counted, model.tokensADay))) {
    return refuse('budgetUsed');
  }
  try {
    const answer = await model.ask(prompt);
    await settleModelTokens(store, teamId, day, counted, answer.tokens ?? counted);
    log.info('model.answered', { teamId, deviceId, count: answer.tokens ?? counted });
    return answer;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (!error.mayHaveCost) await settleModelTokens(store, teamId, day, counted, 0);
    log.error('model.failed', {
      teamId,
      code: error.fault,
      ...(error.status === null ? {} : { status: error.status }),
    });
    return refuse(refusals[error.fault]);
  }
}

/** Days in UTC since 1970. */
function toDay(now: number): number {
  return Math.floor(now / DAY_MS);
}
