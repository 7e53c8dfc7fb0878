import type { ComponentType, TargetedMouseEvent } from 'preact';

export interface IconButtonProps {
  icon: ComponentType<{ size?: number; strokeWidth?: number }>;
  /** What it does; read aloud and shown on hover. */
  label: string;
  isPressed?: boolean;
  onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** A button that is only an icon; its label is its title. */
export function IconButton({ icon: Icon, label, isPressed, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Icon size={16} strokeWidth={1.75} />
    </button>
  );
}
