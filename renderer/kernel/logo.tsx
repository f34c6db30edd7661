/** A seal with a check in it: what was sampled, sealed and looked at. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="28" height="28" rx="7" fill="#0b5f74" />
      <path d="M8 11.5h16M8 20.5h9" stroke="#9fd3df" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M12.5 16.2l4 4 7.6-9" fill="none" stroke="#ffffff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
