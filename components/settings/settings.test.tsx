// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onboardingProps, optionsProps } from '#tests/gallery/settings-props.ts';
import { OnboardingView } from './OnboardingView.tsx';
import type { OnboardingProps } from './onboarding-props.ts';
import { OptionsView } from './OptionsView.tsx';
import type { LibrarySectionProps } from './library-props.ts';
import type { SitesSectionProps, TeamSectionProps } from './options-props.ts';

afterEach(cleanup);

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the options', () => {
  it('mark in the tried sentence what the edited brand would match', () => {
    const { container } = render(<OptionsView {...optionsProps({ section: 'brands' })} />);
    press('Edit');
    type('Name', 'Kettleworks');
    type('Try a sentence', 'I love Kettleworks.');
    expect(container.querySelector('.try-text mark')?.textContent).toBe('Kettleworks');
    expect(screen.getByText('“Kettleworks” is the name of the brand.')).toBeTruthy();
  });

  it('keep what was typed when saving is refused', async () => {
    const props = optionsProps({ section: 'library' });
    const onSave = vi.fn<LibrarySectionProps['onSave']>(async () => 'No room is left. Free some.');
    render(<OptionsView {...props} library={{ ...props.library, onSave }} />);
    press('Add a snippet');
    type('Answer', 'Switch it off and on.');
    press('Save');
    await screen.findByText('No room is left. Free some.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Answer').value).toBe(
      'Switch it off and on.',
    );
  });

  it('switch a site on by its own switch', () => {
    const props = optionsProps({ section: 'sites' });
    const onSite = vi.fn<SitesSectionProps['onSite']>(async () => null);
    render(<OptionsView {...props} sites={props.sites && { ...props.sites, onSite }} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Read Reddit' }));
    expect(onSite).toHaveBeenCalledExactlyOnceWith('reddit', true);
  });

  it('ask before leaving the team', () => {
    const props = optionsProps();
    const onLeave = vi.fn<() => Promise<null>>(async () => null);
    render(<OptionsView {...props} team={{ ...props.team, onLeave }} />);
    press('Leave the team');
    expect(onLeave).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByText('Leave the team').at(-1) ?? document.body);
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('show markup in a teammate’s name as text', () => {
    const { container } = render(<OptionsView {...optionsProps()} />);
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('a handle on a further site', () => {
  const edit = () => {
    const props = optionsProps();
    const onSaveMember = vi.fn<TeamSectionProps['onSaveMember']>(async () => null);
    render(<OptionsView {...props} team={{ ...props.team, onSaveMember }} />);
    fireEvent.click(screen.getAllByRole('button', { name: 'Edit' })[0] ?? document.body);
    return { onSaveMember };
  };
  const choose = (site: string) =>
    fireEvent.change(screen.getByLabelText('Handle on another site'), { target: { value: site } });

  it('is added by its button, whatever the arrow keys pass', () => {
    edit();
    choose('reddit');
    choose('github');
    expect(screen.queryByLabelText('Handle on Reddit')).toBeNull();
    press('Add a handle');
    expect(document.activeElement).toBe(screen.getByLabelText('Handle on GitHub'));
    expect(screen.queryByLabelText('Handle on Reddit')).toBeNull();
  });

  it('needs a site', () => {
    edit();
    const count = screen.getAllByLabelText(/^Handle on/).length;
    press('Add a handle');
    expect(screen.getAllByLabelText(/^Handle on/)).toHaveLength(count);
    expect(screen.getByRole('button', { name: 'Add a handle' }).title).toBe('Choose a site first.');
  });

  it.each(['Cancel', 'Save'])('is not asked for again after “%s”', async (end) => {
    edit();
    choose('github');
    press('Add a handle');
    choose('reddit');
    press(end);
    await vi.waitFor(() => expect(screen.queryByLabelText('Your name')).toBeNull());
    const [first] = await screen.findAllByRole('button', { name: 'Edit' });
    fireEvent.click(first ?? document.body);
    expect(screen.queryByLabelText('Handle on GitHub')).toBeNull();
    expect(screen.getByLabelText<HTMLSelectElement>('Handle on another site').value).toBe('');
  });
});

describe('onboarding', () => {
  const show = (over: Partial<OnboardingProps>) => {
    const onStep = vi.fn<OnboardingProps['onStep']>();
    const onSaveBrand = vi.fn<OnboardingProps['onSaveBrand']>(async () => null);
    render(<OnboardingView {...onboardingProps({ onStep, onSaveBrand, ...over })} />);
    return { onStep, onSaveBrand };
  };

  it('goes on without a team', () => {
    const { onStep } = show({});
    press('Try it alone');
    expect(onStep).toHaveBeenCalledWith('brand');
  });

  it('stays on the first step while the link is refused', async () => {
    const { onStep } = show({ onJoin: async () => 'This invite has expired. Ask for a new one.' });
    type('Invite link', 'https://hearback.example/join/abc');
    type('Your name', 'Mia');
    press('Join');
    await screen.findByText('This invite has expired. Ask for a new one.');
    expect(onStep).not.toHaveBeenCalled();
  });

  it('asks for the name of the brand', () => {
    const { onSaveBrand } = show({ step: 'brand' });
    type('Name', ' ');
    press('Continue');
    expect(onSaveBrand).not.toHaveBeenCalled();
    expect(screen.getByText('Say the name first.')).toBeTruthy();
  });

  it('takes a handle without its @', () => {
    const { onSaveBrand } = show({ step: 'brand' });
    type('Handles', '@acme_help,');
    press('Continue');
    expect(onSaveBrand.mock.calls[0]?.[0].handles).toEqual(['acmecare', 'acme_help']);
  });

  it('shows a member what the team watches for', () => {
    const { onStep } = show({ step: 'brand', teamWatches: ['Acme', '@acmecare'] });
    expect(screen.getByText('Your team watches for Acme and @acmecare.')).toBeTruthy();
    expect(screen.queryByLabelText('Name')).toBeNull();
    press('Continue');
    expect(onStep).toHaveBeenCalledWith('sites');
  });

  it('leads to a site that is on where there is no practice page', () => {
    const onOpenSite = vi.fn<OnboardingProps['onOpenSite']>();
    show({ step: 'done', hasPractice: false, onOpenSite });
    expect(screen.queryByText(/practice/)).toBeNull();
    press('Open Bluesky');
    expect(onOpenSite).toHaveBeenCalledWith('bluesky');
  });

  it('leads back to the sites when none is on', () => {
    const { onStep } = show({ step: 'done', hasPractice: false, sites: [] });
    press('Choose sites');
    expect(onStep).toHaveBeenCalledWith('sites');
  });
});
