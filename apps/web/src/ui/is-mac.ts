/** Whether shortcuts are pressed with ⌘ here. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
