export function NoOrganizationPage() {
  return null;
}
