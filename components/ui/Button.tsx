import type { ComponentChildren, Ref, TargetedMouseEvent } from 'preact';

export interface ButtonProps {
  children: ComponentChildren;
  /** `main`: the one act that matters most here. `bad`: cannot be undone. */
  tone?: 'main' | 'plain' | 'quiet' | 'bad';
  type?: 'button' | 'submit';
  /** Of a choice that stays: whether it is chosen. */
  isPressed?: boolean;
  /** It runs: cannot be pressed again. */
  isBusy?: boolean;
  /** Why it cannot be pressed now; it stays focusable, so that the reason can be read. */
  blocked?: string | null;
  title?: string;
  /** Read aloud in place of its words, where several buttons have the same; begins with them. */
  label?: string;
  buttonRef?: Ref<HTMLButtonElement> | null;
  onPress?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

const toneClass = {
  main: 'button button-main',
  plain: 'button',
  quiet: 'button button-quiet',
  bad: 'button button-bad',
};

/** A button with words. */
export function Button(props: ButtonProps) {
  const { children, tone = 'plain', type = 'button', isBusy = false, blocked = null } = props;
  const isOff = isBusy || blocked !== null;
  return (
    <button
      ref={props.buttonRef ?? null}
      type={type}
      class={toneClass[tone]}
      title={blocked ?? props.title}
      aria-label={props.label}
      aria-disabled={isOff}
      aria-busy={isBusy}
      aria-pressed={props.isPressed}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else props.onPress?.(event);
      }}
    >
      {children}
    </button>
  );
}
