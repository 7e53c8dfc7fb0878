export interface SwitchProps {
  label: string;
  isOn: boolean;
  isBusy?: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, isOn, isBusy = false, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      aria-label={label}
      aria-busy={isBusy}
      onClick={() => {
        if (!isBusy) onSwitch(!isOn);
      }}
    >
      <span class="switch-knob" />
    </button>
  );
}
