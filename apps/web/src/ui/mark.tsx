interface MarkProps {
  readonly size?: number;
}

/** The key whose bow is a cat's head. The same as public/favicon.svg. */
export function Mark({ size = 24 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0c6582" />
      <path
        fill="#fff"
        d="M9.300 4.100c0-.9 1-1.300 1.600-.7l2.400 2.400a8 8 0 0 1 5.400 0l2.400-2.400c.6-.6 1.600-.2 1.600.7v7.400a6.700 6.700 0 0 1-5 6.500v2h2.500c.6 0 1 .4 1 1v1.200c0 .6-.4 1-1 1h-2.500v1.200h1.500c.6 0 1 .4 1 1v1.200c0 .6-.4 1-1 1h-3c-.9 0-1.600-.7-1.600-1.600V18a6.700 6.700 0 0 1-5.300-6.500z"
      />
      <circle cx="16" cy="11.600" r="2.300" fill="#0c6582" />
    </svg>
  );
}
