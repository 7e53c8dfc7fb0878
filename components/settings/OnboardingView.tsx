import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { BrandFields, BrandMoreFields } from './BrandFields.tsx';
import { JoinForm } from './JoinForm.tsx';
import type { OnboardingProps, OnboardingStep } from './onboarding-props.ts';
import { SiteTiles } from './SiteTiles.tsx';
import { TryBox } from './TryBox.tsx';
import { brandWords, onboardingWords as words, siteWords } from './words.ts';

const steps: readonly OnboardingStep[] = ['team', 'brand', 'sites'];

/** The first run: three steps, then the practice page or a site. */
export function OnboardingView(props: OnboardingProps) {
  const at = steps.indexOf(props.step);
  return (
    <main class="onboarding stack">
      <header class="row">
        <Mark />
        <h1 class="grow">{words.title}</h1>
        {at === -1 ? null : <span class="hint">{words.step(at + 1)}</span>}
      </header>
      <Step {...props} />
    </main>
  );
}

function Step(props: OnboardingProps) {
  const { step, team, sites, onStep, onSite } = props;
  switch (step) {
    case 'team':
      return (
        <section class="stack">
          <h2>{words.team}</h2>
          <p>{team === null ? words.teamText : words.joined(team.name)}</p>
          {team === null ? (
            <>
              <JoinForm
                inviteLink={props.inviteLink ?? ''}
                onJoin={props.onJoin}
                onJoined={() => onStep('brand')}
              />
              <div>
                <Button onPress={() => onStep('brand')}>{words.alone}</Button>
              </div>
            </>
          ) : (
            <div>
              <Button tone="main" onPress={() => onStep('brand')}>
                {words.next}
              </Button>
            </div>
          )}
        </section>
      );
    case 'brand':
      return props.teamWatches === null ? (
        <BrandStep key={props.brand.id} {...props} />
      ) : (
        <WatchedStep names={props.teamWatches} onStep={onStep} />
      );
    case 'sites':
      return (
        <section class="stack">
          <h2>{words.sites}</h2>
          <p>{siteWords.intro}</p>
          <SiteTiles sites={sites} onSite={onSite} />
          <div class="row">
            <Button onPress={() => onStep('brand')}>{words.back}</Button>
            <Button tone="main" onPress={() => onStep('done')}>
              {words.finish}
            </Button>
          </div>
        </section>
      );
    case 'done':
      return <DoneStep {...props} />;
  }
}

function DoneStep({ brand, sites, hasPractice, onStep, ...props }: OnboardingProps) {
  const open = sites.filter(({ isOn }) => isOn);
  if (hasPractice) {
    return (
      <section class="stack">
        <h2>{words.done}</h2>
        <p>{words.doneText}</p>
        <div>
          <Button tone="main" onPress={props.onOpenPractice}>
            {words.practice}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section class="stack">
      <h2>{words.done}</h2>
      <p>{open.length === 0 ? words.doneNoSites : words.doneAlone(brand.name)}</p>
      <div class="row">
        {open.map(({ id, name }, at) => (
          <Button key={id} tone={at === 0 ? 'main' : 'plain'} onPress={() => props.onOpenSite(id)}>
            {words.openSite(name)}
          </Button>
        ))}
        {open.length === 0 ? (
          <Button tone="main" onPress={() => onStep('sites')}>
            {words.backToSites}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function BrandStep({ brand, tryMatch, onSaveBrand, onStep }: OnboardingProps) {
  const [edited, setEdited] = useState(brand);
  const [isNameMissing, setNameMissing] = useState(false);
  const saving = useAttempt(onSaveBrand);
  const save = async () => {
    const name = edited.name.trim();
    setNameMissing(name === '');
    if (name !== '' && (await saving.run({ ...edited, name }))) onStep('sites');
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{words.brand}</h2>
      <p>{words.brandText}</p>
      <BrandFields brand={edited} onBrand={setEdited} />
      <TryBox brand={edited} tryMatch={tryMatch} />
      <details>
        <summary>{words.more}</summary>
        <div class="stack">
          <BrandMoreFields brand={edited} onBrand={setEdited} />
        </div>
      </details>
      <ErrorNote text={isNameMissing ? brandWords.needsName : saving.refused} />
      <div class="row">
        <Button onPress={() => onStep('team')}>{words.back}</Button>
        <Button tone="main" type="submit" isBusy={saving.isBusy}>
          {words.next}
        </Button>
      </div>
    </form>
  );
}

/** The brand step of a member: to read, not to change. */
function WatchedStep({ names, onStep }: { names: string[] } & Pick<OnboardingProps, 'onStep'>) {
  return (
    <section class="stack">
      <h2>{words.brand}</h2>
      <p>{names.length === 0 ? words.watchesNothing : words.watches(names)}</p>
      <p class="hint">{words.watchesHint}</p>
      <div class="row">
        <Button onPress={() => onStep('team')}>{words.back}</Button>
        <Button tone="main" onPress={() => onStep('sites')}>
          {words.next}
        </Button>
      </div>
    </section>
  );
}
