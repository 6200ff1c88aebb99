import { FrontDoor } from "../ui/front-door.tsx";
import { LinkButton } from "../ui/link-button.tsx";

export function NotFoundPage() {
  return (
    <FrontDoor
      title="There is no page at this address"
      description="The link may be mistyped, or made for a newer version. Nothing is lost: keys and their history are never deleted."
    >
      <LinkButton to="/" fullWidth>
        Go to your API keys
      </LinkButton>
    </FrontDoor>
  );
}
