interface MarkProps {
  readonly size?: number;
}

/** The key whose bow is a cat's head. */
export function Mark({ size = 24 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0c6582" />
      <path
        fill="#fff"
        d="M6.500 5.900c0-1 1.100-1.500 1.900-.9l3 2.500a9 9 0 0 1 5.200 0l3-2.500c.8-.6 1.900-.1 1.900.9v7.900a7.500 7.500 0 0 1-4.500 6.800V26l-2.500 2.300-3-2.900 1.900-1.900-1.900-1.900v-.7A7.500 7.500 0 0 1 6.500 13.800z"
      />
      <circle cx="14" cy="13.600" r="2.400" fill="#0c6582" />
    </svg>
  );
}
