import { Button, Center, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "./error-notice.tsx";

interface LoadMoreProps {
  /** As an infinite query has them. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    readonly fetchNextPage: () => unknown;
  };
}

/** Below a list that goes on: asks for its next page, and says when that did not come. */
export function LoadMore({ pages }: LoadMoreProps) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <Stack gap="md">
      {pages.isFetchNextPageError && <ErrorNotice error={pages.error} />}
      <Center>
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("loadMore")}
        </Button>
      </Center>
    </Stack>
  );
}
