/** Hearback's mark: a speech bubble whose tail turns back to the speaker. */
export function Mark() {
  return (
    <svg class="mark" width="20" height="20" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M12 3.5c5 0 8.75 3.2 8.75 7.5S17 18.5 12 18.5c-2.2 0-4 .9-5.1 2.2-.5.6-1.4.2-1.3-.6.1-1 .2-1.9-.1-2.9C4.1 15.8 3.25 13.6 3.25 11 3.25 6.7 7 3.5 12 3.500Z"
        fill="currentColor"
      />
      <path
        d="M15.5 13.250V12a2.25 2.25 0 0 0-2.25-2.250H8.500m2.5-2.500L8.5 9.750l2.5 2.5"
        stroke="var(--ground)"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
